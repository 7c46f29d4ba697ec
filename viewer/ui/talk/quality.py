"""How good the connection is, in plain words with what to do. No Qt objects: figures in, a verdict out."""

from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from viewer.protocol.events import Event, MediaStalled, Phase, PhaseChanged, SessionClosed, Statistics

Fault: TypeAlias = Literal["sound", "picture", "delay", "slow"]

# So many seconds in a row a fault has to be there, or to be gone, before anything is said.
_TO_BE_TOLD: Final = 3
_TO_BE_OVER: Final = 8
# Above the first figure it is a fault; once told, below the second it is none.
_SOUND_LOST: Final = (0.03, 0.01)
_PICTURE_LOST: Final = (0.05, 0.02)
# Most of what is lost of pictures is sent again in time: it is a fault where one has to be seen.
_GAP_MS: Final = (250.0, 150.0)
_ROUND_TRIP: Final = (0.4, 0.3)
_PICTURES: Final = (12.0, 16.0)
_FEW_PACKETS: Final = 20
"""Fewer in a second say nothing of what is lost."""


@dataclass(frozen=True, slots=True)
class Quality:
    """What is wrong with the connection now, as it is told; None: nothing. The rest is how it came to that:
    the figures of a second ago, and for how many seconds they have said ``suspected`` instead.
    """

    fault: Fault | None = None
    before: Statistics | None = field(default=None, repr=False)
    suspected: Fault | None = None
    seconds: int = 0


def fold(quality: Quality, event: Event) -> Quality:
    """``quality`` after ``event``; statistics come once a second."""
    match event:
        case Statistics():
            return _judged(quality, event)
        case PhaseChanged(Phase.ASKING_BROKER | Phase.RECONNECTING) | SessionClosed():
            return Quality()
        case MediaStalled():
            # That is told by itself; what comes after it is counted anew.
            return Quality(quality.fault)
    return quality


def words(fault: Fault) -> str:
    """What is wrong, and what to do."""
    translate = QCoreApplication.translate
    match fault:
        case "sound":
            return translate(
                "Quality",
                "Your network is losing sound. Move closer to the router, or use a cable.",
            )
        case "picture":
            return translate(
                "Quality",
                "Your network is losing parts of the picture. "
                "Move closer to the router, or turn the picture's quality down in the settings.",
            )
        case "delay":
            return translate(
                "Quality",
                "Answers come late over your network. Switch a VPN off, or stop large downloads.",
            )
        case "slow":
            return translate(
                "Quality",
                "The picture comes slowly. "
                "Close other programs and downloads, or turn the picture's quality down in the settings.",
            )


def _judged(quality: Quality, now: Statistics) -> Quality:
    before = quality.before
    if before is None or now.packets_received < before.packets_received:
        return Quality(quality.fault, now)
    found = _fault(before, now, quality.fault)
    if found == quality.fault:
        return Quality(quality.fault, now)
    seconds = quality.seconds + 1 if found == quality.suspected else 1
    enough = _TO_BE_TOLD if found else _TO_BE_OVER
    if seconds >= enough:
        return Quality(found, now)
    return Quality(quality.fault, now, found, seconds)


def _fault(before: Statistics, now: Statistics, told: Fault | None) -> Fault | None:
    """The worst thing of this second. What is told already goes on at lower figures."""
    sound = (
        now.sound_packets_received - before.sound_packets_received,
        now.sound_packets_lost - before.sound_packets_lost,
    )
    packets = now.packets_received - before.packets_received, now.packets_lost - before.packets_lost
    picture = packets[0] - sound[0], packets[1] - sound[1]
    if _lost(sound) > _SOUND_LOST[told == "sound"]:
        return "sound"
    seen = now.pli_count > before.pli_count or now.longest_gap_ms > _GAP_MS[told == "picture"]
    if seen and _lost(picture) > _PICTURE_LOST[told == "picture"]:
        return "picture"
    if (now.round_trip or 0.0) > _ROUND_TRIP[told == "delay"]:
        return "delay"
    if now.frames_received > before.frames_received and now.fps_received < _PICTURES[told == "slow"]:
        return "slow"
    return None


def _lost(counted: tuple[int, int]) -> float:
    received, lost = counted
    return max(lost, 0) / (received + lost) if received + lost >= _FEW_PACKETS else 0.0
