"""A picture is torn where one part of it belongs to another."""

from collections.abc import Sequence

import numpy as np
import pytest

from tests.ui.inspector.picture.planes import planes
from viewer.ui.inspector.picture.figures import Bytes
from viewer.ui.inspector.picture.tears import Tears
from viewer.ui.inspector.picture.watch import Watch

HEIGHT, WIDTH = 120, 160


def scene(seed: int, moved: int = 0) -> Bytes:
    """Stripes and blotches, smooth from row to row, moved so many pixels down and to the right."""
    rows, columns = np.mgrid[:HEIGHT, :WIDTH] - moved
    random = np.random.default_rng(seed)
    phase = random.uniform(0, 6, 3)
    waves = np.sin(rows / 9 + phase[0]) + np.sin(columns / 14 + phase[1]) + np.sin((rows + columns) / 21)
    return np.asarray(128 + 40 * waves, np.uint8)


def half_of(above: Bytes, below: Bytes, row: int = 70) -> Bytes:
    torn = below.copy()
    torn[:row] = above[:row]
    return torn


def torn(pictures: Sequence[Bytes]) -> list[bool]:
    """Of each, whether it was found to be torn."""
    tears = Tears()
    told = [tears.was_torn(planes(luma)) for luma in pictures]
    return [*told[1:], False]


@pytest.mark.parametrize("row", [20, 70, 100])
def test_a_picture_is_torn_that_is_half_of_the_next(row: int) -> None:
    before, after = scene(1), scene(1, moved=12)
    pictures = [before, before, half_of(after, before, row), after, after]
    assert torn(pictures) == [False, False, True, False, False]


def test_so_is_one_whose_lower_part_is_new() -> None:
    before, after = scene(1), scene(5)
    assert torn([before, half_of(before, after), after]) == [False, True, False]


def test_what_moves_is_not_nor_is_another_scene() -> None:
    moving = [scene(1, moved=3 * step) for step in range(8)]
    assert not any(torn(moving))
    assert not any(torn([scene(1), scene(2), scene(3), scene(3)]))


def test_what_appears_and_stays_is_not() -> None:
    before = scene(1)
    titled = before.copy()
    titled[90:] = 235
    assert not any(torn([before, titled, titled, titled, before]))


def test_another_size_begins_anew() -> None:
    tears = Tears()
    for luma in (scene(1), half_of(scene(2), scene(1))):
        assert not tears.was_torn(planes(luma))
    assert not tears.was_torn(planes(scene(2)[:80, :100]))
    assert not tears.was_torn(planes(scene(2)))


def test_torn_pictures_are_counted_and_marked_where_they_were() -> None:
    now = 10.0
    watch = Watch(lambda: now)
    before, after = scene(1), scene(5)
    for luma in (before, half_of(after, before), after, after):
        now += 0.04
        watch.see(planes(luma))
    assert watch.torn == 1
    (mark,) = watch.marks
    assert mark.kind == "tear"
    assert mark.at == pytest.approx(10.08)
