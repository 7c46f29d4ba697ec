"""What somebody does in a talk with all that the window has, each as a function of who does it."""

import subprocess
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from bench.window.person import Person
from tests.sound_system import RATE

_PLACES: Final = (
    *("controls.mute", "controls.message", "controls.leave", "live_page.video", "controls.volume"),
    *("controls.more", "controls.transcript", "live_page.video"),
)


def ask(person: Person) -> None:
    """By keyboard, and listen to the answer."""
    person.write(person.next_question())
    person.hands.press("Enter")
    person.diary.asked += 1
    person.expect("typed", "")
    time.sleep(6)


def ask_and_interrupt(person: Person) -> None:
    """Esc while it speaks."""
    before = person.look()["lines"]
    person.write("What can you do for me?")
    person.hands.press("Enter")
    person.diary.asked += 1
    person.until(lambda seen: seen["speaking"] and seen["lines"] > before, "it speaks")
    time.sleep(1.5)
    person.hands.press("Esc")
    person.expect("speaking", False)


def write_lines(person: Person) -> None:
    """A message of two."""
    person.write("This is one line.")
    person.hands.press("Shift+Enter")
    person.hands.write("And what do you say to two?")
    person.hands.press("Enter")
    person.diary.asked += 1
    person.expect("typed", "")
    time.sleep(5)


def repeat(person: Person) -> None:
    """The last message once more, from the history."""
    person.hands.press("Ctrl+l")
    person.hands.press("Up")
    time.sleep(0.5)
    person.hands.press("Enter")
    person.diary.asked += 1
    person.expect("typed", "")
    time.sleep(5)


def say_verbatim(person: Person) -> None:
    """Have something said word for word."""
    person.write("Good afternoon, and welcome to this house.")
    person.hands.press("Ctrl+Enter")
    person.expect("typed", "")
    time.sleep(5)


def say_aloud(person: Person) -> None:
    """Ask with the voice."""
    if not person.voice:
        return
    sound = person.voice[person.round % len(person.voice)]
    before = person.look()["lines"]
    with subprocess.Popen(
        ["pacat", "--device=wire", "--raw", f"--rate={RATE}", "--channels=1"],
        env=person.place.environment,
        stdin=subprocess.PIPE,
    ) as player:
        player.communicate(sound.tobytes())
    person.diary.asked += 1
    person.until(lambda seen: seen["lines"] > before, "what was said aloud is understood")
    time.sleep(6)


def listen(person: Person) -> None:
    """And touch nothing, so that the controls fade."""
    time.sleep(8)


def wander(person: Person) -> None:
    """Go over the controls with the mouse."""
    for name in _PLACES:
        if place := person.middle(name):
            person.hands.move(*place)
        time.sleep(0.7)


def read_transcript(person: Person) -> None:
    """Open it, search, scroll, copy, close."""
    person.hands.press("Ctrl+t")
    person.expect("transcript", True)
    time.sleep(1)
    person.hands.press("Ctrl+f")
    person.hands.write("name")
    time.sleep(1)
    for keys in ("Enter", "Enter", "Shift+Enter", "Esc"):
        person.hands.press(keys)
        time.sleep(0.7)
    if place := person.middle("side_panel"):
        person.hands.move(*place)
    person.hands.wheel("up", 12)
    time.sleep(1)
    person.hands.wheel("down", 12)
    for keys in ("Ctrl+a", "Ctrl+c", "Ctrl+t"):
        person.hands.press(keys)
        time.sleep(0.5)
    person.expect("transcript", False)


def switch_captions(person: Person) -> None:
    """Off and on."""
    for shown in (False, True):
        person.hands.press("Ctrl+Shift+c")
        person.expect("captions", shown)
        time.sleep(1.5)


def mute(person: Person) -> None:
    """By keyboard, and back by mouse."""
    person.hands.press("Ctrl+m")
    person.expect("muted", True)
    time.sleep(2)
    person.click("controls.mute")
    person.expect("muted", False)


def open_microphone(person: Person) -> None:
    """Its popover, and the level in it."""
    person.hands.press("Ctrl+Shift+m")
    person.expect("popup", True)
    time.sleep(3)
    person.hands.press("Esc")
    person.expect("popup", False)


def open_loudspeaker(person: Person) -> None:
    """Its popover and the volume."""
    person.wake()
    person.click("controls.volume")
    person.expect("popup", True)
    for keys in ("Left", "Left", "Left", "Right", "Right", "Right"):
        person.hands.press(keys)
        time.sleep(0.3)
    person.hands.press("Esc")
    person.expect("popup", False)
    for keys in ("Ctrl+Down", "Ctrl+Up"):
        person.hands.press(keys)


def open_menu(person: Person) -> None:
    """“More” and what is under it."""
    person.wake()
    person.click("controls.more")
    person.expect("popup", True)
    for keys in ("Down", "Down", "Down", "Down", "Right", "Down", "Down"):
        person.hands.press(keys)
        time.sleep(0.3)
    for _ in range(2):
        person.hands.press("Esc")
    person.expect("popup", False)


def change_preferences(person: Person) -> None:
    """Open them, look at each page, search, close."""
    person.hands.press("Ctrl+,")
    person.expect("preferences", True)
    time.sleep(1)
    for _ in range(9):
        person.hands.press("Down")
        time.sleep(0.6)
    person.hands.press("Ctrl+f")
    person.hands.write("caption")
    time.sleep(1.5)
    for _ in range(2):
        person.hands.press("Esc")
        time.sleep(0.5)
    person.expect("preferences", False)


def small_window(person: Person) -> None:
    """The small window, and mute in it."""
    person.hands.press("Ctrl+Shift+p")
    person.expect("small", True)
    time.sleep(1)
    if place := person.middle("small_window"):
        person.hands.move(*place)
    time.sleep(2)
    person.click("small_window.mute")
    person.expect("muted", True)
    person.click("small_window.mute")
    person.expect("muted", False)
    person.hands.press("Ctrl+Shift+p")
    person.expect("small", False)


def fill_screen(person: Person) -> None:
    """Full screen and back."""
    person.hands.press("F11")
    person.expect("full", True)
    time.sleep(2)
    wander(person)
    time.sleep(3)
    person.hands.press("F11")
    person.expect("full", False)


def zoom(person: Person) -> None:
    """By keyboard; drag the picture; fit, fill."""
    for keys in ("Ctrl+equal", "Ctrl+equal", "Ctrl+equal"):
        person.hands.press(keys)
        time.sleep(0.4)
    if place := person.middle("live_page.video"):
        x, y = place
        person.hands.drag((x, y - 100), (x + 150, y))
        person.hands.drag((x, y), (x - 150, y - 60))
    for keys in ("Ctrl+minus", "Ctrl+0", "Ctrl+2", "Ctrl+1"):
        person.hands.press(keys)
        time.sleep(1)


def resize(person: Person) -> None:
    """By the frame's corner, smaller and back."""
    before = person.look()["width"]
    for by in (-300, 300):
        left, top, width, height = person.guide.ask("where", "")
        corner = left + width + 1, top + height + 1
        person.hands.drag(corner, (corner[0] + by, corner[1] + by * 2 // 3))
        time.sleep(1.5)
        wanted = before + min(by, 0)
        person.until(partial(_is_wide, wanted), f"it is {wanted} px wide")


def hold_to_talk(person: Person) -> None:
    """Push to talk."""
    person.hands.press("Ctrl+Shift+space")
    person.expect("push to talk", True)
    person.click("live_page.video")
    with person.hands.holding("space"):
        person.expect("muted", False)
        time.sleep(2)
    person.hands.press("Ctrl+Shift+space")
    person.expect("push to talk", False)


def inspect(person: Person) -> None:
    """The inspector."""
    person.hands.press("F12")
    person.expect("inspector", True)
    time.sleep(8)
    person.hands.press("F12")
    person.expect("inspector", False)


def _is_wide(width: int, seen: dict[str, Any]) -> bool:
    """About so; nobody drags closer."""
    return bool(abs(seen["width"] - width) < 40)


SCENES: Final[tuple[Callable[[Person], None], ...]] = (
    *(ask, listen, open_microphone, ask_and_interrupt, read_transcript, say_aloud, switch_captions),
    *(write_lines, open_loudspeaker, change_preferences, say_verbatim, mute, open_menu, repeat),
    *(small_window, say_aloud, fill_screen, zoom, ask, resize, hold_to_talk, inspect, wander),
    *(ask_and_interrupt, listen),
)
"""In the order in which they come, again and again."""
