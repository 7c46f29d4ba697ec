"""What a session shows: the drawn persona, or the clock."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from av import VideoFrame

from viewer.engine.clock_picture import ClockPainter
from viewer.engine.face import FacePainter
from viewer.engine.portrait import Portrait
from viewer.engine.pose import Motion
from viewer.engine.soundtrack import Soundtrack

Scene: TypeAlias = Callable[[float], Callable[[], VideoFrame]]
"""Asked on the event loop for the picture of a media time in seconds; what it answers draws on a thread."""


def face_scene(
    portrait: Portrait, soundtrack: Soundtrack, seed: int, behaviour: Callable[[], tuple[bool, bool]]
) -> Scene:
    """A face whose mouth follows ``soundtrack``.

    Args:
        seed: decides when it blinks and where it looks.
        behaviour: whether the persona is speaking, and whether it is being spoken to.
    """
    painter, motion = FacePainter(portrait), Motion(seed)

    def scene(time: float) -> Callable[[], VideoFrame]:
        speaking, listening = behaviour()
        pose = motion.pose(time, soundtrack.mouth(time), speaking=speaking, listening=listening)
        return partial(painter.frame, pose)

    return scene


def clock_scene(*, busy: bool) -> Scene:
    """The clock, with a flash at each full second of media time."""
    painter = ClockPainter(busy=busy)
    return lambda time: partial(painter.frame, time)
