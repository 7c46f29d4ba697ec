"""Somebody who talks to the avatar for an hour and uses whatever the window has.

By keyboard and mouse on the X server, at a person's pace. What should be there afterwards is asked for, so
that a run in which nothing happened is not taken for a quiet one.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bench.window.desktop import Desktop
from bench.window.hands import Hands
from bench.window.watched import Guide
from viewer.media.pcm import Samples

PERSONA: Final = "joe"

_PATIENCE_SECONDS: Final = 5.0
_CALL_SECONDS: Final = 30.0
_LOOK_SECONDS: Final = 0.1
# Nothing is begun so shortly before the session's end.
_LAST_SECONDS: Final = 25.0
_QUESTIONS: Final = (
    *("What is your name?", "What can you do for me?", "Tell me a joke, please.", "How are you today?"),
    *("Where do you come from?", "What is this program?", "Can you hear me?", "Tell me more about that."),
)


@dataclass
class Diary:
    """What was done when, ``time.monotonic()``, and what did not come of it."""

    done: list[tuple[float, str]] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    calls: int = 0
    asked: int = 0

    def at(self, moment: float) -> str:
        """What was being done then; "" before the first."""
        return next((name for begun, name in reversed(self.done) if begun <= moment), "")


class Person:
    """Uses the window that ``guide`` knows, in sessions of ``session_seconds``.

    Args:
        voice: what is said aloud, one after the other.
    """

    def __init__(
        self, place: Desktop, hands: Hands, guide: Guide, voice: list[Samples], session_seconds: float
    ) -> None:
        self.diary = Diary()
        self.place, self.hands, self.guide, self.voice = place, hands, guide, voice
        self._session_seconds = session_seconds
        self._called = 0.0
        self.round = 0
        """How many times everything has been used, this one included."""

    def talk(self, seconds: float, scenes: Sequence[Callable[["Person"], None]]) -> None:
        """Use everything, over and over, for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.round += 1
            for scene in scenes:
                if time.monotonic() >= end:
                    return
                if time.monotonic() > self._called + self._session_seconds - _LAST_SECONDS:
                    self.until_the_end()
                if not self.look()["live"]:
                    self.note("calling")
                    self.call()
                self.note(scene.__name__.replace("_", " "))
                scene(self)
                self.tidy()
                time.sleep(1.5)

    def call(self) -> None:
        """Click on the persona's face, and wait until it is there."""
        if search := self.middle("start_page.gallery.header.search"):
            self.hands.click(*search)  # letters that came too late are there
            for keys in ("Ctrl+a", "BackSpace"):
                self.hands.press(keys)
        self.click(f"card {PERSONA}")
        self.diary.calls += 1
        self.until(lambda seen: seen["live"], "a talk begins", _CALL_SECONDS)
        self._called = time.monotonic()
        time.sleep(4)  # it greets

    def until_the_end(self) -> None:
        """Listen until the session's time is over."""
        self.note("the end")
        self.until(lambda seen: not seen["busy"], "the session ends", _LAST_SECONDS + 30)
        time.sleep(2)

    def tidy(self) -> None:
        """Close what a scene left open, with a note of it."""
        seen = self.look()
        if not seen["live"]:
            return
        keys = {"popup": "Esc", "transcript": "Ctrl+t", "small": "Ctrl+Shift+p", "full": "F11"}
        keys |= {"inspector": "F12", "push to talk": "Ctrl+Shift+space", "muted": "Ctrl+m"}
        for name, key in keys.items():
            if seen[name]:
                self.diary.missed.append(f"{self.diary.done[-1][1]}: {name} was left")
                self.hands.press(key)

    def write(self, text: str) -> None:
        """Type it into the message."""
        self.hands.press("Ctrl+l")
        self.hands.write(text)

    def wake(self) -> None:
        """Move the mouse, so that the controls are there."""
        if place := self.middle("live_page.video"):
            self.hands.move(place[0], place[1] - 60)
            self.hands.move(*place)
            time.sleep(0.4)

    def click(self, name: str) -> None:
        """On what the guide knows by ``name``."""
        self.wake()
        if place := self.middle(name):
            self.hands.click(*place)
            return
        self.diary.missed.append(f"{self.diary.done[-1][1]}: no {name} to click on")

    def middle(self, name: str) -> tuple[int, int] | None:
        """Of what the guide knows by ``name``, on the screen; None if it is not to be seen."""
        box = self.guide.ask("where", name)
        return (box[0] + box[2] // 2, box[1] + box[3] // 2) if box else None

    def next_question(self) -> str:
        """Another one each time."""
        return _QUESTIONS[self.diary.asked % len(_QUESTIONS)]

    def expect(self, name: str, value: object) -> None:
        """Wait until the window is seen to be so, and note it if it does not come."""
        self.until(lambda seen: seen[name] == value, f"{name} is {value}")

    def until(
        self, there: Callable[[dict[str, Any]], bool], words: str, seconds: float = _PATIENCE_SECONDS
    ) -> None:
        """Wait until ``there``, and note if that, in ``words``, does not come."""
        end = time.monotonic() + seconds
        while not there(self.look()):
            if time.monotonic() > end:
                self.diary.missed.append(f"{self.diary.done[-1][1]}: not seen that {words}")
                return
            time.sleep(_LOOK_SECONDS)

    def look(self) -> dict[str, Any]:
        """What is to be seen; see the guide."""
        seen: dict[str, Any] = self.guide.ask("look")
        return seen

    def note(self, name: str) -> None:
        """From now on this is done."""
        self.diary.done.append((time.monotonic(), name))
