"""Asks the accessibility bus what a screen reader asks, and types as its user does.

Run by the system's Python, which has pyatspi. A request is a line of JSON on standard input, a list of a name
and arguments; its answer is a line of JSON on standard output.
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi
from gi.repository import GLib

# X11's codes of a keyboard; letters go by their keysym, which is their character.
CODES = {"Tab": 23, "Return": 36, "Escape": 9, "Space": 65, "Backspace": 22, "Home": 110, "End": 115}
CODES |= {"Up": 111, "Down": 116, "Left": 113, "Right": 114, "Shift": 50, "Ctrl": 37, "Alt": 64, "Menu": 135}
CODES |= {"F4": 70, "F6": 72, "F10": 76, "F11": 95, "F12": 96}
EVENTS = ("object:announcement", "object:state-changed:focused", "window:activate")
REST_MS = 300

UNKNOWN: dict[str, Any] = {
    **dict.fromkeys(("role", "name", "description", "text"), ""),
    "depth": 0,
    "value": None,
    "states": [],
    "box": [],
}


class Ear:
    """``name``: the application's on the bus."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._heard: list[dict[str, Any]] = []
        for kind in EVENTS:
            pyatspi.Registry.registerEventListener(self._hear, kind)

    def there(self) -> bool:
        """Whether the program is on the bus and shows something."""
        return any(True for _ in self._all())

    def tree(self) -> list[dict[str, Any]]:
        """All that it shows, in the order in which a screen reader walks through it."""
        return [described(thing, depth) for thing, depth in self._all()]

    def heard(self) -> list[dict[str, Any]]:
        """What happened since this was asked."""
        heard, self._heard = self._heard, []
        return heard

    def rest(self) -> None:
        """Until something happens, or for a moment: questions keep the program from its work."""
        context, over = GLib.MainContext.default(), []
        timer = GLib.timeout_add(REST_MS, lambda: over.append(True))
        before = len(self._heard)
        while len(self._heard) == before and not over:
            context.iteration(True)
        if not over:
            GLib.source_remove(timer)

    def press(self, keys: str) -> None:
        """A key, with those held that stand before it: “Ctrl+Shift+M”."""
        *held, last = keys.split("+")
        for key in held:
            pyatspi.Registry.generateKeyboardEvent(CODES[key], None, pyatspi.KEY_PRESS)
        if last in CODES:
            pyatspi.Registry.generateKeyboardEvent(CODES[last], None, pyatspi.KEY_PRESSRELEASE)
        else:
            pyatspi.Registry.generateKeyboardEvent(ord(last.lower()), None, pyatspi.KEY_SYM)
        for key in reversed(held):
            pyatspi.Registry.generateKeyboardEvent(CODES[key], None, pyatspi.KEY_RELEASE)

    def write(self, text: str) -> None:
        """Type it; letters of Latin 1 only."""
        for character in text:
            pyatspi.Registry.generateKeyboardEvent(ord(character), None, pyatspi.KEY_SYM)

    def click(self, x: int, y: int) -> None:
        """With the mouse, at a place of the screen."""
        pyatspi.Registry.generateMouseEvent(x, y, "b1c")

    def act(self, role: str, name: str) -> bool:
        """Do what the thing of this role and name is for; whether it is there and took it."""
        for thing, _ in self._all():
            if thing.getRoleName() == role and thing.name == name:
                return bool(thing.queryAction().doAction(0))
        return False

    def _all(self) -> Iterator[tuple[Any, int]]:
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.name == self._name:
                yield from showing(application, 0)

    def _hear(self, event: Any) -> None:
        said = event.any_data if isinstance(event.any_data, str) else ""
        happened = {"kind": str(event.type), "said": said, "detail": event.detail1}
        try:
            # What is announced says all itself, and a program that is busy answers no questions.
            where = UNKNOWN if said else described(event.source, 0)
        except (GLib.Error, LookupError, NotImplementedError):
            where = UNKNOWN
        self._heard.append({**where, **happened})


def showing(at: Any, depth: int) -> Iterator[tuple[Any, int]]:
    """All under ``at`` that is to be seen, and how deep it is."""
    for child in at:
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
            yield child, depth
            yield from showing(child, depth + 1)


def described(thing: Any, depth: int) -> dict[str, Any]:
    """What a screen reader may say of ``thing``."""
    interfaces = pyatspi.listInterfaces(thing)
    box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS) if "Component" in interfaces else None
    states = thing.getState().getStates()
    return {
        "depth": depth,
        "role": thing.getRoleName(),
        "name": thing.name,
        "description": thing.description,
        "text": thing.queryText().getText(0, -1) if "Text" in interfaces else "",
        "value": thing.queryValue().currentValue if "Value" in interfaces else None,
        "states": sorted(pyatspi.stateToString(state).lower() for state in states),
        "box": [box.x, box.y, box.width, box.height] if box else [],
    }


def serve(ear: Ear) -> None:
    """Answer until the input ends; events come in between."""
    loop = GLib.MainLoop()

    def on_line(source: Any, _: Any) -> bool:
        line = source.readline()
        if not line:
            loop.quit()
            return False
        name, *arguments = json.loads(line)
        ask: Callable[..., Any] = getattr(ear, name)
        try:
            reply = {"answer": ask(*arguments)}
        except (GLib.Error, LookupError, NotImplementedError) as gone:
            reply = {"gone": str(gone)}  # a window changes while it is looked at
        sys.stdout.write(json.dumps(reply) + "\n")
        sys.stdout.flush()
        return True

    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, on_line)
    loop.run()


if __name__ == "__main__":
    serve(Ear(sys.argv[1]))
