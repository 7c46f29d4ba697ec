"""How far a message has been heard, word by word. No Qt, no clock: time comes in as an argument."""

import re
from collections import deque
from typing import Final

# A word is told as its sound is sent, and heard when that has waited for the loudspeaker.
USUAL_DELAY: Final = 0.15
LONGEST_DELAY: Final = 1.0
# As people speak. Where several words come at one time, they are heard one after the other.
_SECONDS_A_LETTER: Final = 1 / 16
# Scripts without spaces are read letter by letter.
_UNIT: Final = re.compile(
    r"\s*(?:[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]|[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]+)\s*"
)


class Spoken:
    """One message while it is spoken. Times are monotonic seconds."""

    def __init__(self) -> None:
        self.text = ""
        """All that came of it."""
        self._heard = 0
        self._due: deque[tuple[float, int]] = deque()
        """When how many of its letters will have been heard."""

    def grow(self, text: str, now: float, delay: float = USUAL_DELAY) -> None:
        """It is ``text`` at ``now``; what is new will be heard ``delay`` later at the earliest."""
        known = len(self.text) if text.startswith(self.text) else 0
        if not known:
            self._heard = 0
            self._due.clear()
        self.text = text
        first = now + min(max(delay, 0.0), LONGEST_DELAY)
        units = list(_UNIT.finditer(text, known))
        # One word at a time is in step with the voice, whatever was expected of those before.
        in_step = len(units) == 1 and len(units[0][0]) < 40
        due = first if in_step or not self._due else max(first, self._due[-1][0])
        for unit in units:
            self._due.append((due, unit.end()))
            due += len(unit[0]) * _SECONDS_A_LETTER
        if in_step:
            self._due = deque((min(at, first), end) for at, end in self._due)

    def cut(self, now: float) -> None:
        """It was cut off: what has not been heard by ``now`` never will be."""
        self._advance(now)
        self._due.clear()

    def heard(self, now: float) -> str:
        """What has been heard of it by ``now``."""
        self._advance(now)
        return self.text[: self._heard]

    def next_change(self) -> float | None:
        """When more of it will have been heard; None when all has."""
        return self._due[0][0] if self._due else None

    def _advance(self, now: float) -> None:
        while self._due and self._due[0][0] <= now:
            self._heard = self._due.popleft()[1]
