"""The words in the picture that say what it shows."""

from functools import lru_cache

import numpy as np
import pytest

from viewer.engine.face.disclosure import disclosed
from viewer.engine.face.looks import JOE_LOOK
from viewer.engine.face.portrait import Portrait, load_portrait
from viewer.engine.face.pose import Behaviour
from viewer.engine.face.scene import Scene, face_scene
from viewer.engine.face.yuv import Pixels
from viewer.engine.voice.soundtrack import Soundtrack, Speaker

_LARGE = [pytest.param(size, marks=pytest.mark.long) for size in ((1152, 768), (1920, 1080))]
SIZES = [(720, 480), (768, 1152), (320, 180), (128, 128)]


@lru_cache(maxsize=1)
def portrait(size: tuple[int, int]) -> Portrait:
    return load_portrait(JOE_LOOK, size)


def face(size: tuple[int, int]) -> Scene:
    return face_scene(portrait(size), Soundtrack(Speaker()), 1, Behaviour)


def picture(scene: Scene) -> Pixels:
    return scene(0.0)().to_ndarray(format="rgb24").astype(np.uint8)


@pytest.mark.parametrize("size", [*SIZES, *_LARGE])
def test_the_words_are_small_and_keep_to_the_lower_left_corner(size: tuple[int, int]) -> None:
    plain, marked = picture(face(size)), picture(disclosed(face(size), size))
    assert marked.shape == plain.shape == (size[1], size[0], 3)
    rows, columns = np.nonzero(np.abs(marked.astype(int) - plain).max(axis=2) > 24)
    width, height = np.ptp(columns) + 1, np.ptp(rows) + 1
    margin = 16 * min(size[0] / 720, size[1] / 480)
    assert columns.min() == pytest.approx(margin, abs=4)
    assert size[1] - 1 - rows.max() == pytest.approx(margin, abs=4)
    assert width * height < 0.06 * size[0] * size[1]
    assert columns.max() < size[0] and rows.min() > size[1] / 2  # noqa: PT018


def test_the_words_can_be_read_on_whatever_is_behind_them() -> None:
    size = (720, 480)
    marked = picture(disclosed(face(size), size))[480 - 16 - 28 : 480 - 16, 16:100]
    luma = marked @ np.array([0.299, 0.587, 0.114])
    ground, ink = np.percentile(luma, 30), luma.max()
    assert ink - ground > 120


def test_pictures_in_turn_are_all_marked() -> None:
    size = (720, 480)
    scene, plain = disclosed(face(size), size), face(size)
    for time in (0.0, 0.04, 0.08):
        marked = scene(time)().to_ndarray(format="rgb24").astype(int)
        assert np.abs(marked - plain(time)().to_ndarray(format="rgb24")).max() > 60
