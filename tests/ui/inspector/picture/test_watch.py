"""Each picture is looked at as it comes: freezes as W3C counts them, and black ones."""

import numpy as np
import pytest

from tests.ui.inspector.picture.planes import plain, planes
from viewer.ui.inspector.picture.watch import MAX_MARKS, Watch, is_black


class Stream:
    """Pictures 40 ms apart."""

    def __init__(self) -> None:
        self.now = 100.0
        self.watch = Watch(lambda: self.now)

    def come(self, count: int, level: int = 120) -> None:
        for _ in range(count):
            self.now += 0.04
            self.watch.see(plain(level, 16, 16))


def test_a_freeze_is_counted_and_marked_from_the_last_picture_to_the_next() -> None:
    stream = Stream()
    stream.come(30)
    stopped = stream.now
    stream.now += 0.46
    stream.come(5)
    assert stream.watch.freezes == 1
    assert stream.watch.frozen == pytest.approx(0.5)
    (mark,) = stream.watch.marks
    assert mark.kind == "freeze"
    assert (mark.at, mark.seconds) == pytest.approx((stopped, 0.5))


def test_what_nobody_looked_at_is_no_freeze() -> None:
    stream = Stream()
    stream.come(30)
    stream.now += 60
    stream.watch.resume()
    stream.come(5)
    assert stream.watch.freezes == 0
    assert stream.watch.marks == ()


def test_black_pictures_are_counted_each_and_marked_together() -> None:
    stream = Stream()
    stream.come(3)
    stream.come(3, level=16)
    stream.come(1)
    stream.come(1, level=16)
    assert stream.watch.black == 4
    first, second = stream.watch.marks
    assert first.kind == "black"
    assert first.seconds == pytest.approx(0.08)
    assert second.seconds == 0


def test_black_is_what_has_next_to_nothing_that_is_brighter() -> None:
    luma = np.full((80, 80), 20, np.uint8)
    assert is_black(planes(luma))
    assert not is_black(planes(luma, full_range=True)), "there black is 0"
    luma[:16] = 90
    assert not is_black(planes(luma)), "two rows of ten that are looked at"


def test_marks_are_bounded() -> None:
    stream = Stream()
    pictures = {level: plain(level, 16, 16) for level in (16, 120)}
    for level in (16, 120) * (MAX_MARKS + 5):
        stream.watch.see(pictures[level])
    assert len(stream.watch.marks) == MAX_MARKS
    assert stream.watch.black == MAX_MARKS + 5
