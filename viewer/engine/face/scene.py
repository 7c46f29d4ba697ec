"""What a session shows: the drawn persona, or the clock."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from av import VideoFrame

from viewer.engine.cast.scenarios import CHANGES_AFTER
from viewer.engine.face.clock_picture import ClockPainter
from viewer.engine.face.painter import FacePainter
from viewer.engine.face.portrait import Portrait
from viewer.engine.face.pose import Behaviour, Motion
from viewer.engine.voice.soundtrack import FRAME_SECONDS, Soundtrack
from viewer.engine.voice.stress import loudness

Scene: TypeAlias = Callable[[float], Callable[[], VideoFrame]]
"""Asked on the event loop for the picture of a media time in seconds; what it answers draws on a thread."""


def face_scene(
    portrait: Portrait, soundtrack: Soundtrack, seed: int, behaviour: Callable[[], Behaviour]
) -> Scene:
    """A face whose mouth follows ``soundtrack``.

    Args:
        seed: decides when it blinks and where it looks.
        behaviour: asked for what the persona is doing.
    """
    painter, motion = FacePainter(portrait), Motion(seed, portrait.look.manner)

    def scene(time: float) -> Callable[[], VideoFrame]:
        loud = loudness(soundtrack.frame(round(time / FRAME_SECONDS)).pcm)
        pose = motion.pose(time, soundtrack.mouth(time), behaviour(), loud)
        return partial(painter.frame, pose)

    return scene


def scenes_in_turn(scenes: Sequence[Scene]) -> Scene:
    """One scene after the other, each for CHANGES_AFTER seconds; the last one stays."""
    last = len(scenes) - 1
    return lambda time: scenes[min(int(time / CHANGES_AFTER), last)](time)


def clock_scene(*, busy: bool, size: tuple[int, int]) -> Scene:
    """The clock, with a flash at each full second of media time."""
    painter = ClockPainter(busy=busy, size=size)
    return lambda time: partial(painter.frame, time)
