import itertools
from collections.abc import Callable
from functools import cache
from typing import get_args

import numpy as np
import numpy.typing as npt
import pytest
from av.video.reformatter import ColorRange, Colorspace

from viewer.engine.cast.characters import CHARACTERS
from viewer.engine.face.contact_sheet import MOUTHS
from viewer.engine.face.expression import EXPRESSIONS
from viewer.engine.face.looks import JOE_LOOK, LOOKS
from viewer.engine.face.painter import FacePainter
from viewer.engine.face.portrait import (
    BACKGROUND,
    FLAT_CORNER,
    HEIGHT,
    WIDTH,
    Portrait,
    framing,
    load_portrait,
)
from viewer.engine.face.pose import Behaviour, Motion, Pose
from viewer.engine.voice.mouth import SHUT, MouthShape
from viewer.protocol.data_channel import CueTag

SPEAKING = Pose(mouth=MouthShape(0.8, 0.0), sway=(2, 1), tilt=1, turn=0.5, nod=0.5)
BEHAVIOURS: dict[str, Behaviour] = {
    "rest": Behaviour(),
    "listening": Behaviour(listening=True),
    "thinking": Behaviour(thinking=True),
    **{tag: Behaviour(expression=expression) for tag, expression in EXPRESSIONS.items()},
}
Pixels = npt.NDArray[np.uint8]


@cache
def face(character: str) -> FacePainter:
    return FacePainter(load_portrait(LOOKS[character]))


@pytest.fixture
def painter(portrait: Portrait) -> FacePainter:
    return FacePainter(portrait)


def differs(one: npt.NDArray[np.int16], other: npt.NDArray[np.int16], by: int) -> npt.NDArray[np.bool_]:
    """Where a channel of two pictures differs by more."""
    red, green, blue, *_ = np.moveaxis(np.abs(one - other) > by, 2, 0)
    return np.asarray(red | green | blue, np.bool_)


@cache
def mouth(character: str, shape: MouthShape) -> npt.NDArray[np.int16]:
    left, top, right, bottom = LOOKS[character].mouth.box
    return face(character).paint(Pose(mouth=shape))[top:bottom, left:right, :3].astype(np.int16)


def dark_pixels(character: str, openness: float) -> int:
    return int((mouth(character, MouthShape(openness, 0.0)).max(axis=2) < 110).sum())


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


@pytest.mark.parametrize("character", LOOKS)
def test_the_mouth_shows_more_of_its_inside_the_wider_it_opens(character: str) -> None:
    shown = [dark_pixels(character, openness) for openness in (0.25, 0.5, 0.75, 1)]
    assert shown == sorted(shown)
    assert shown[-1] > shown[0] + 250


@pytest.mark.parametrize("character", LOOKS)
def test_each_kind_of_sound_has_a_mouth_of_its_own(character: str) -> None:
    mouths = {sound: mouth(character, shape) for sound, shape in MOUTHS.items()}
    for (sound, one), (other_sound, other) in itertools.combinations(mouths.items(), 2):
        changed = int(differs(one, other, 40).sum())
        assert changed > 120, f"{sound} looks like {other_sound}"


@pytest.mark.parametrize("character", LOOKS)
def test_teeth_are_seen_in_hisses_and_hardly_in_a_rounded_mouth(character: str) -> None:
    def teeth(sound: str) -> int:
        return int((mouth(character, MOUTHS[sound]).min(axis=2) > 235).sum())

    assert teeth("s z") > teeth("oo") + 100
    assert teeth("f v") > teeth("m b p") + 60


@pytest.mark.parametrize("character", LOOKS)
def test_nothing_but_the_head_changes_when_the_mouth_does(character: str) -> None:
    look, painter = LOOKS[character], face(character)
    shut = painter.paint(Pose()).copy()
    changed = (shut != painter.paint(Pose(mouth=MouthShape(1.0, 0.5)))).any(axis=2)
    left, jaw, right, bottom = (int(side) for side in look.chin)
    assert changed.any()
    changed[jaw - 20 : bottom + 8, left:right] = False
    assert not changed.any()


def living(seed: int, seconds: float, behaviour: Behaviour, sound: Callable[[int], float]) -> list[Pose]:
    """The poses of so many seconds, at 25 a second, while frame n of the speech is ``sound(n)`` loud."""
    motion = Motion(seed)
    return [motion.pose(n / 25, SHUT, behaviour, sound(n)) for n in range(int(25 * seconds))]


def silence(_: int) -> float:
    return 0.0


def test_a_face_at_rest_blinks_looks_about_and_breathes() -> None:
    poses = living(7, 20, Behaviour(), silence)
    assert max(pose.blink for pose in poses) > 0.9
    assert sum(pose.blink > 0 for pose in poses) < len(poses) / 5
    assert {pose.glance == (0.0, 0.0) for pose in poses} == {True, False}
    assert max(pose.breath for pose in poses) - min(pose.breath for pose in poses) > 0.9


def test_everyone_blinks_and_looks_about_in_their_own_way() -> None:
    blinks = {}
    for character, look in LOOKS.items():
        motion = Motion(3, look.manner)
        poses = [motion.pose(n / 10, SHUT, Behaviour()) for n in range(10 * 300)]  # a blink takes two
        blinks[character] = sum(one.blink == 0 < other.blink for one, other in itertools.pairwise(poses))
    assert blinks["lena"] > blinks["joe"] > blinks["mateo"] > 20


def test_a_listening_face_tilts_and_raises_its_brows() -> None:
    at_rest, attentive = (living(7, 2, Behaviour(listening=it), silence)[-1] for it in (False, True))
    assert attentive.brows > at_rest.brows + 0.4
    assert attentive.tilt < at_rest.tilt - 2


def test_a_listener_nods_now_and_then_and_looks_away_less() -> None:
    at_rest, listening = (living(7, 60, Behaviour(listening=it), silence)[50:] for it in (False, True))

    def fastest_nod(poses: list[Pose]) -> float:
        return max(abs(other.nod - one.nod) for one, other in itertools.pairwise(poses))

    def away(poses: list[Pose]) -> int:
        return sum(abs(pose.glance[0]) > 0.1 for pose in poses)

    assert fastest_nod(listening) > 5 * fastest_nod(at_rest)
    assert away(listening) < away(at_rest) / 2


def test_a_thinking_face_looks_up_at_once_and_back_when_it_has_thought() -> None:
    motion = Motion(7)
    poses = [motion.pose(n / 25, SHUT, Behaviour(thinking=25 <= n < 100)) for n in range(125 + 25 * 6)]
    assert all(pose.glance[1] < -0.5 for pose in poses[32:100])
    assert poses[95].expression.uneven > 0.4
    assert any(abs(pose.glance[1]) < 0.05 for pose in poses[110:])
    assert abs(poses[-1].expression.uneven) < 0.05


def test_the_brows_rise_with_a_stressed_syllable_and_fall_again() -> None:
    def speech(n: int) -> float:
        return 0.9 if 60 <= n < 66 else 0.6 if n % 5 else 0.3

    brows = [pose.brows for pose in living(7, 5, Behaviour(speaking=True), speech)]
    stressed, before, after = max(brows[60:72]), max(brows[45:60]), max(brows[90:])
    assert stressed > 0.5
    assert before < 0.35
    assert after < 0.35


def test_a_silent_persona_does_not_lift_its_brows_with_noise() -> None:
    loud = living(7, 2, Behaviour(), lambda n: float(n % 10 == 0))
    assert max(pose.brows for pose in loud) < 0.05


def looking(painter: FacePainter, behaviour: Behaviour, shape: MouthShape) -> npt.NDArray[np.int16]:
    """The face after half a second, without the room around it."""
    motion = Motion(seed=7)
    for n in range(14):
        pose = motion.pose(n / 25, shape, behaviour)
    return painter.paint(pose)[120:330, 260:460, :3].astype(np.int16)


@pytest.mark.parametrize("shape", [SHUT, MouthShape(0.6, 0.2)])
@pytest.mark.parametrize("character", LOOKS)
def test_whatever_a_persona_does_and_is_directed_to_shows_in_the_face(
    character: str, shape: MouthShape
) -> None:
    faces = {name: looking(face(character), doing, shape) for name, doing in BEHAVIOURS.items()}
    for (name, one), (other_name, other) in itertools.combinations(faces.items(), 2):
        changed = int(differs(one, other, 40).sum())
        assert changed > 350, f"{name} looks like {other_name}"


def test_every_tag_that_clients_may_send_has_its_look() -> None:
    assert set(EXPRESSIONS) == set(get_args(CueTag))


def test_every_character_has_a_look_and_no_two_are_alike() -> None:
    assert {character.avatar_id for character in CHARACTERS.values()} == set(LOOKS)
    pictures = {name: face(name).paint(Pose()).copy().astype(np.int16) for name in LOOKS}
    for one, other in itertools.combinations(pictures.values(), 2):
        different = differs(one, other, 40)
        assert different.mean() > 0.5
        assert different[120:330, 260:460].mean() > 0.5


# A portrait of each is drawn once for the tests that look at it.
SIZES = [(720, 480), (768, 1152), (320, 180), (240, 240), (270, 480), (640, 200)]
TURNED_OUT = list(itertools.product(LOOKS, SIZES))


@pytest.fixture(scope="module", params=TURNED_OUT, ids=[f"{who}-{w}x{h}" for who, (w, h) in TURNED_OUT])
def any_portrait(request: pytest.FixtureRequest) -> tuple[Portrait, tuple[int, int]]:
    character, size = request.param
    return load_portrait(LOOKS[character], size), size


def test_the_whole_head_is_in_a_picture_of_any_size_with_air_around_it(
    any_portrait: tuple[Portrait, tuple[int, int]],
) -> None:
    portrait, (width, height) = any_portrait
    painter = FacePainter(portrait)
    # What moves when the head tilts is the head: it moves, and stays inside.
    upright, tilted = (painter.paint(Pose(tilt=tilt)).astype(np.int16) for tilt in (-3.0, 3.0))
    assert upright.shape == (height, width, 4)
    rows, columns = np.nonzero(differs(upright, tilted, 24))
    assert rows.min() > 0.02 * height
    assert rows.max() < 0.85 * height
    assert columns.min() > 0.08 * width
    assert columns.max() < 0.92 * width
    assert (columns.min() + columns.max()) / 2 / width == pytest.approx(0.5, abs=0.04)
    # Large enough to read: it fills a good part of the shorter side.
    assert max((rows.max() - rows.min()) / height, (columns.max() - columns.min()) / width) > 0.45


def test_the_torso_reaches_the_lower_edge(any_portrait: tuple[Portrait, tuple[int, int]]) -> None:
    portrait, (width, _) = any_portrait
    for breath in portrait.breaths:
        assert breath.toarray()[-1, width // 2, 3] == 255


def test_joe_in_his_own_size_is_drawn_pixel_by_pixel() -> None:
    view = framing(JOE_LOOK, (WIDTH, HEIGHT))
    assert (view.getScaleX(), view.getTranslateX(), view.getTranslateY()) == pytest.approx(
        (1, 0, 0), abs=1e-4
    )
