"""Where two decoded frames differ."""

import av
import numpy as np
import pytest

from viewer.media.picture import Box
from viewer.media.receive.changes import Changes, changed

WIDTH, HEIGHT = 90, 64


def frame(*dots: tuple[int, int, int]) -> av.VideoFrame:
    """Grey, but for ``dots``: plane, column and row."""
    made = av.VideoFrame(WIDTH, HEIGHT, "yuv420p")
    for number, plane in enumerate(made.planes):
        values = np.full((plane.height, plane.line_size), 128, np.uint8)
        for _, x, y in (dot for dot in dots if dot[0] == number):
            values[y, x] = 129
        plane.update(values.tobytes())
    return made


@pytest.mark.parametrize(
    ("dots", "box"),
    [
        ([], (0, 0, 0, 0)),
        ([(0, 33, 20)], (32, 20, 40, 21)),
        ([(0, 33, 20), (0, 50, 41)], (32, 20, 56, 42)),
        ([(0, 0, 30), (0, 89, 30)], (0, 30, 90, 31)),
        ([(2, 44, 31)], (80, 62, 90, 64)),
        ([(0, 10, 60), (1, 10, 10)], (8, 20, 32, 61)),
        ([(0, 33, 0), (0, 33, 63)], None),
    ],
)
def test_all_that_differs_is_in_the_box(dots: list[tuple[int, int, int]], box: Box | None) -> None:
    assert changed(frame(), frame(*dots)) == box


def test_where_all_is_new_each_time_few_frames_are_looked_at_until_one_is_not() -> None:
    changes, busy = Changes(), [frame((0, 0, 0), (0, 89, 55)), frame()]
    assert changes.in_next(frame()) is None, "the first"
    found = [changes.in_next(busy[number % 2]) for number in range(100)]
    assert None not in found[:25]
    assert sum(box is not None for box in found[25:]) == 8
    still = [changes.in_next(frame()) for _ in range(20)]
    assert still == [None] * 8 + [(0, 0, 0, 0)] * 12
