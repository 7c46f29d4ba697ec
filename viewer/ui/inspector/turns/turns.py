"""How long it took, from what the user did until the persona was heard and moved. No Qt."""

import json
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from viewer.protocol.insight import Noted

MAX_TURNS: Final = 500
Cause: TypeAlias = Literal["spoke", "typed"]


@dataclass(slots=True)
class Turn:
    """It began, on the session's clock, when the user stopped speaking or sent what was typed. The others are
    seconds after that: when the persona's first word came, when the sound that came with it is heard, and
    when the first picture was painted in which the mouth moved.
    """

    cause: Cause
    began: float
    first_word: float | None = None
    first_sound: float | None = None
    first_movement: float | None = None


class Turns:
    """Folds notes into turns, the newest :data:`MAX_TURNS`. A turn that got no answer has no times."""

    def __init__(self) -> None:
        self.turns: deque[Turn] = deque(maxlen=MAX_TURNS)

    def clear(self) -> None:
        """Begin anew."""
        self.turns.clear()

    def add(self, noted: Noted) -> bool:
        """Take ``noted`` in; whether that changed a turn."""
        match noted.side, noted.kind:
            case "told", "UserSpeechChanged" if noted.data.get("speaking") is False:
                self.turns.append(Turn("spoke", _time(noted)))
                return True
            case "told", "TextTyped":
                self.turns.append(Turn("typed", _time(noted)))
                return True
            case "in", "DataReceived" if self.turns and self.turns[-1].first_word is None:
                return self._heard(self.turns[-1], noted)
            case "told", "MouthMoved" if self.turns and self.turns[-1].first_movement is None:
                return _moved(self.turns[-1], noted)
        return False

    def _heard(self, turn: Turn, noted: Noted) -> bool:
        if not _is_said(noted):
            return False
        turn.first_word = max(0.0, noted.at - turn.began)
        sound_in = noted.data.get("sound_in")
        turn.first_sound = turn.first_word + (sound_in if isinstance(sound_in, int | float) else 0.0)
        return True


def percentile(values: Sequence[float], of_hundred: float) -> float | None:
    """The nearest-rank percentile of ``values``; None of none."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, -int(-len(ordered) * of_hundred // 100) - 1)]


def _moved(turn: Turn, noted: Noted) -> bool:
    seconds = _time(noted) - turn.began
    if seconds >= 0:
        turn.first_movement = seconds
    return seconds >= 0


def _time(noted: Noted) -> float:
    at = noted.data.get("at")
    # An event that does not say when it was has 0 there.
    return float(at) if isinstance(at, int | float) and at > 0 else noted.at


def _is_said(noted: Noted) -> bool:
    """Whether these are words of the persona's."""
    try:
        message: Any = json.loads(str(noted.data.get("text", "")))
        said = message["data"]
        return bool(
            message["messageType"] == "speechText" and said["role"] != "user" and str(said["content"]).strip()
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
