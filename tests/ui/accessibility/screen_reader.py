"""Somebody who does not see the window: hears what a screen reader says, and types."""

import json
import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from tests.ui.accessibility.desktop import SYSTEM_PYTHON, Desktop

_PATIENCE_SECONDS: Final = 120.0
_EAR: Final = Path(__file__).with_name("ear.py")


Found = TypeVar("Found")


@dataclass(frozen=True)
class Thing:
    """Something in the window, as a screen reader knows it. ``box``: left, top, width, height."""

    depth: int
    role: str
    name: str
    description: str
    text: str
    value: float | None
    states: list[str]
    box: list[int]


@dataclass(frozen=True)
class Event(Thing):
    """Something that happened to a thing; ``said``: an announcement's words."""

    kind: str
    said: str
    detail: int


class ScreenReader:
    """Listens to the program called ``name`` on the bus of ``desktop``."""

    def __init__(self, desktop: Desktop, name: str = "persona-viewer") -> None:
        self._heard: list[Event] = []
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, str(_EAR), name],
            env=os.environ | desktop.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def close(self) -> None:
        """Listen no more."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()

    def wait_for_window(self) -> None:
        """Until the program shows its window; then :meth:`go_to_window`."""
        self._until(lambda: self._ask("there") or None)
        self.go_to_window()

    def go_to_window(self) -> None:
        """Give it the keyboard, as a window manager would when it opens, or a dialog before it is closed."""
        frame = self.things()[0]
        self._ask("click", frame.box[0] + 4, frame.box[1] + 4)
        self._until(lambda: self.focused)

    def things(self) -> list[Thing]:
        """All that the window shows, in the reader's order."""
        return [Thing(**told) for told in self._until(lambda: self._ask("tree"))]

    @property
    def focused(self) -> Thing | None:
        """Where the keyboard is. A list's item keeps that state while the keyboard is elsewhere, and what a
        control is made of, or stands for it, has no name.
        """
        there = (thing for thing in self.things() if "focused" in thing.states)
        return next((thing for thing in there if thing.name and thing.role != "list item"), None)

    def find(self, role: str, name: str) -> Thing:
        """The thing of this ``role`` whose name contains ``name``, as soon as it is there."""
        return self._until(
            lambda: next((t for t in self.things() if t.role == role and name in t.name), None),
            lambda: f"no {role} “{name}” among {[(t.role, t.name) for t in self.things()]}",
        )

    def find_text(self, name: str, words: str) -> Thing:
        """The text called ``name``, as soon as ``words`` are in it."""
        return self._until(
            lambda: next((t for t in self.things() if name in t.name and words in t.text), None),
            lambda: f"“{words}” is nowhere in {[(t.name, t.text) for t in self.things() if t.text]}",
        )

    def act(self, role: str, name: str) -> None:
        """Press, toggle or open the thing of this ``role`` and ``name``."""
        self._until(lambda: self._ask("act", role, name) or None, lambda: f"no {role} “{name}” to act on")

    def press(self, keys: str) -> None:
        """Such as “Tab” or “Ctrl+M”."""
        self._ask("press", keys)

    def write(self, text: str) -> None:
        """Type ``text``, of Latin 1."""
        self._ask("write", text)

    def tab_to(self, name: str, *, backwards: bool = False) -> Thing:
        """Press Tab until the keyboard is on what is called ``name``; once round at most."""
        seen: list[str] = []
        while (at := self.focused) is None or name not in at.name:
            seen.append(at.name if at else "")
            assert len(seen) < 60, f"Tab does not lead to “{name}” but to {seen}"
            self.press("Shift+Tab" if backwards else "Tab")
            self._until(lambda: self.focused)
        return at

    def heard(self, words: str) -> Event:
        """The announcement that has ``words`` in it, as soon as it comes; those before it are forgotten."""

        return self._until(
            lambda: self._event(lambda event: "announcement" in event.kind and words in event.said),
            lambda: f"“{words}” was not said, but {[e.said for e in self._heard]}",
        )

    def reached(self, name: str) -> Event:
        """That the keyboard comes to what is called ``name``, as soon as it does. So a screen reader knows of
        menus, which Qt leaves out of what the window shows.
        """
        return self._until(
            lambda: self._event(lambda event: "focused" in event.kind and name in event.name),
            lambda: f"the keyboard came not to “{name}” but to {[e.name for e in self._heard]}",
        )

    def _event(self, fits: Callable[[Event], bool]) -> Event | None:
        """The first that ``fits``; it and those before it are forgotten."""
        self._heard += [Event(**told) for told in self._ask("heard") or ()]
        for number, event in enumerate(self._heard):
            if fits(event):
                del self._heard[: number + 1]
                return event
        return None

    def _until(
        self, look: Callable[[], Found | None], problem: Callable[[], str] = lambda: "nothing came"
    ) -> Found:
        """What ``look`` finds, asked until it finds something: the bus tells of no end of all changes."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while (found := look()) is None:
            assert time.monotonic() < deadline, problem()
            self._ask("rest")
        return found

    def _ask(self, *request: Any) -> Any:
        """None, too, if what was asked for went away meanwhile."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the accessibility bus is gone"
        return json.loads(line).get("answer")
