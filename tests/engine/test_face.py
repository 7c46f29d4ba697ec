import numpy as np
import pytest
from av.video.reformatter import ColorRange, Colorspace

from viewer.engine.face import BACKGROUND, FLAT_CORNER, HEIGHT, MOUTH_BOX, WIDTH, FacePainter
from viewer.engine.mouth import SHUT, MouthShape
from viewer.engine.portrait import Portrait
from viewer.engine.pose import Motion, Pose

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
