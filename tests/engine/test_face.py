import itertools
from typing import get_args

import numpy as np
import numpy.typing as npt
import pytest
from av.video.reformatter import ColorRange, Colorspace

from viewer.engine.expression import EXPRESSIONS, NEUTRAL, Expression
from viewer.engine.face import BACKGROUND, FLAT_CORNER, HEIGHT, MOUTH_BOX, WIDTH, FacePainter
from viewer.engine.mouth import SHUT, MouthShape
from viewer.engine.portrait import Portrait, load_portrait
from viewer.engine.pose import Motion, Pose
from viewer.protocol.data_channel import CueTag

SPEAKING = Pose(mouth=MouthShape(0.8, 0.0), sway=(2, 1), tilt=1, turn=0.5, nod=0.5)


@pytest.fixture
def painter(portrait: Portrait) -> FacePainter:
    return FacePainter(portrait)


def dark_pixels(painter: FacePainter, openness: float) -> int:
    left, top, right, bottom = MOUTH_BOX
    mouth = painter.paint(Pose(mouth=MouthShape(openness, 0.0)))[top:bottom, left:right, :3]
    return int((mouth.max(axis=2) < 110).sum())


@pytest.mark.parametrize("pose", [Pose(), SPEAKING])
def test_the_upper_corners_are_flat_background(painter: FacePainter, pose: Pose) -> None:
    picture = painter.paint(pose)
    for corner in (picture[:FLAT_CORNER, :FLAT_CORNER], picture[:FLAT_CORNER, -FLAT_CORNER:]):
        assert (corner == (*BACKGROUND, 255)).all()


def test_colours_survive_the_way_to_yuv_and_back(painter: FacePainter) -> None:
    drawn = painter.paint(Pose())[:, :, :3].astype(int)
    frame = painter.frame(Pose())
    assert (frame.width, frame.height, frame.format.name) == (WIDTH, HEIGHT, "yuv420p")
    shown = frame.to_ndarray(
        format="rgb24",
        src_colorspace=Colorspace.ITU601,
        dst_colorspace=Colorspace.ITU601,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
    ).astype(int)
    assert np.abs(shown[:FLAT_CORNER, :FLAT_CORNER] - BACKGROUND).max() <= 3
    assert np.abs(shown - drawn).mean() < 3


def test_the_mouth_shows_more_of_its_inside_the_wider_it_opens(painter: FacePainter) -> None:
    shown = [dark_pixels(painter, openness) for openness in (0.25, 0.5, 0.75, 1)]
    assert shown == sorted(shown)
    assert shown[-1] > shown[0] + 300


def test_nothing_but_the_face_changes_when_the_mouth_does(painter: FacePainter) -> None:
    shut = painter.paint(Pose()).copy()
    changed = (shut != painter.paint(Pose(mouth=MouthShape(1.0, 0.5)))).any(axis=2)
    left, top, right, bottom = MOUTH_BOX
    assert changed.any()
    changed[top:bottom, left:right] = False
    assert not changed.any()


def test_a_face_at_rest_blinks_looks_about_and_breathes() -> None:
    motion = Motion(seed=7)
    poses = [motion.pose(n / 25, SHUT, speaking=False, listening=False) for n in range(25 * 20)]
    assert max(pose.blink for pose in poses) > 0.9
    assert sum(pose.blink > 0 for pose in poses) < len(poses) / 5
    assert {pose.glance == (0.0, 0.0) for pose in poses} == {True, False}
    assert max(pose.breath for pose in poses) - min(pose.breath for pose in poses) > 0.9


def test_a_listening_face_tilts_and_raises_its_brows() -> None:
    idle, listening = Motion(seed=7), Motion(seed=7)
    for n in range(50):
        at_rest = idle.pose(n / 25, SHUT, speaking=False, listening=False)
        attentive = listening.pose(n / 25, SHUT, speaking=False, listening=True)
    assert attentive.brows > at_rest.brows + 0.4
    assert attentive.tilt < at_rest.tilt - 2


def looking(painter: FacePainter, look: Expression, mouth: MouthShape = SHUT) -> npt.NDArray[np.int16]:
    """The face after half a second of ``look``, without the room around it."""
    motion = Motion(seed=7)
    for n in range(14):
        pose = motion.pose(n / 25, mouth, speaking=False, listening=False, expression=look)
    return painter.paint(pose)[120:330, 260:460, :3].astype(np.int16)


@pytest.mark.parametrize("mouth", [SHUT, MouthShape(0.6, 0.2)])
def test_every_cue_of_the_director_shows_in_the_face(painter: FacePainter, mouth: MouthShape) -> None:
    looks = [*EXPRESSIONS.items(), ("rest", NEUTRAL)]
    faces = {tag: looking(painter, look, mouth) for tag, look in looks}
    for (tag, face), (other_tag, other) in itertools.combinations(faces.items(), 2):
        changed = int((np.abs(face - other).max(axis=2) > 40).sum())
        assert changed > 400, f"{tag} looks like {other_tag}"


def test_every_tag_that_clients_may_send_has_its_look() -> None:
    assert set(EXPRESSIONS) == set(get_args(CueTag))


@pytest.mark.parametrize("size", [(720, 480), (1152, 768), (768, 1152), (320, 180), (480, 480)])
def test_the_face_is_drawn_at_any_size_with_the_eyes_in_the_middle(size: tuple[int, int]) -> None:
    painter = FacePainter(load_portrait(size))
    frame = painter.frame(Pose())
    assert (frame.width, frame.height) == size
    picture = painter.paint(Pose())[:, :, :3].astype(int)
    dark = np.argwhere(picture[: int(size[1] * 0.6)].max(axis=2) < 45)  # pupils, and lashes about them
    assert dark[:, 1].mean() / size[0] == pytest.approx(0.5, abs=0.03)
