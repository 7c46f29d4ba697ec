"""What the shader is told to do is what the processor's path does, in every size. No shader runs here."""

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.ui.gpu.frames import BT601, BT709, FULL, LIMITED, colour_bars, converted, portrait
from viewer.media.receive.convert import planes_of
from viewer.ui.gpu.colours import colour_matrix
from viewer.ui.gpu.taps import Taps, chroma_across, chroma_down, luma_across, luma_down

# Larger and smaller, even and odd in each direction.
SIZES = [(240, 160), (360, 240), (120, 80), (301, 201), (300, 201), (301, 200), (97, 65)]


def whole(taps: Taps, count: int) -> NDArray[np.float64]:
    """``taps`` as a matrix for ``count`` values."""
    matrix = np.zeros((len(taps.first), count))
    for tap in range(taps.weights.shape[1]):
        places = np.clip(taps.first + tap, 0, count - 1)
        np.add.at(matrix, (np.arange(len(taps.first)), places), taps.weights[:, tap])
    return matrix


def as_the_shader_does(frame: av.VideoFrame, size: tuple[int, int]) -> NDArray[np.float64]:
    """Blue, green and red of ``frame`` in ``size``, in exact numbers."""
    planes = planes_of(frame)
    assert planes
    width, height = size
    scaled = []
    for number, (pixels, stride) in enumerate(zip(planes.planes, planes.strides, strict=True)):
        rows = np.frombuffer(pixels, np.uint8).reshape(-1, stride) / 255
        columns = frame.width if number == 0 else -(-frame.width // 2)
        count = len(rows)
        if number == 0:
            across, down = luma_across(columns, width), luma_down(count, height)
        else:
            across, down = chroma_across(columns, width), chroma_down(count, height)
        plane = whole(down, count) @ rows[:, :columns] @ whole(across, columns).T
        scaled.append(np.clip(plane, 0, 1))
    values = np.stack([*scaled, np.ones_like(scaled[0])], -1)
    shown = np.clip(values @ colour_matrix(planes.bt709, planes.full_range).T, 0, 1)[..., 2::-1]
    return np.round(shown * 255)


@pytest.mark.parametrize("size", SIZES)
def test_both_paths_show_the_same(size: tuple[int, int]) -> None:
    for frame in (portrait(BT601, LIMITED), colour_bars(BT709, FULL)):
        away = np.abs(as_the_shader_does(frame, size) - converted(frame, size))
        # Scaling, FFmpeg rounds in three steps: that is up to 5 away from what it does when told to be exact.
        assert (away > 2).mean() < 0.005
        assert away.max() <= 5
        assert away.mean() < 1


@pytest.mark.parametrize("space", [BT601, BT709])
@pytest.mark.parametrize("spread", [LIMITED, FULL])
def test_every_matrix_and_range_is_obeyed(space: int, spread: int) -> None:
    given = portrait(space, spread)
    assert np.abs(as_the_shader_does(given, (240, 160)) - converted(given, (240, 160))).max() <= 2


def test_a_part_of_the_picture_is_made_of_a_part_of_the_values() -> None:
    rows = luma_down(480, 2160)
    part = rows.part(1000, 1100)
    first, last = part.span(480)
    assert (first, last) == (220, 246)
    table = part.table(first)
    assert table.shape == (3, 100, 4)
    assert table[0, 0, 0] == part.first[0] - first
    assert table[1:, 0].ravel()[: part.weights.shape[1]] == pytest.approx(part.weights[0])


@pytest.mark.parametrize("size", [(720, 7680), (720, 61), (3, 1000), (1, 5)])
def test_weights_add_up_to_one(size: tuple[int, int]) -> None:
    for taps in (luma_across(*size), luma_down(*size), chroma_across(*size), chroma_down(*size)):
        assert taps.weights.sum(axis=1) == pytest.approx(1)
        assert len(taps.first) == size[1]
