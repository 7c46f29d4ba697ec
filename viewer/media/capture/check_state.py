"""How far a check of microphone and loudspeaker is, for whoever shows it."""

from dataclasses import dataclass
from enum import Enum, auto


class Step(Enum):
    """What is being done."""

    IDLE = auto()
    PLAYING = auto()
    RECORDING = auto()
    REPLAYING = auto()
    LISTENING = auto()


@dataclass(frozen=True, slots=True)
class CheckState:
    """The check at a moment. Levels are dBFS, -120 for silence; ``progress`` is 0 to 1 of recording."""

    step: Step = Step.IDLE
    progress: float = 0.0
    level: float = -120.0
    peak: float = -120.0
    clips: bool = False
    echo: bool | None = None
    """Whether the last test of the echo heard something; None before there was one."""
