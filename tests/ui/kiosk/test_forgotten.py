"""Nothing of a visit is left of a real kiosk: memory and disk are searched for what its persona said."""

import json
import sys
import time
from collections.abc import Callable
from contextlib import closing

import pytest

from bench.window.hands import Hands
from soak.place import Place, place
from tests.memory_search import times_in_memory

pytestmark = [
    pytest.mark.long,  # its servers and its screen, and a visit to its end; a window's own objects cost less
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, on a screen of X11"),
]

GREETING = "I live right here on your computer"
FINISH = "scenery.touch.finish"


def test_what_the_persona_said_is_neither_in_memory_nor_on_the_disk() -> None:
    with place() as here:
        here.start_kiosk()
        assert here.kiosk
        kiosk = here.kiosk.pid
        assert times_in_memory(kiosk, GREETING) == 0
        with closing(Hands(here.environment["DISPLAY"])) as hands, closing(here.guide()) as guide:
            hands.click(400, 200)
            until(lambda: times_in_memory(kiosk, GREETING) > 0, "it is found while it is said")
            until(lambda: bool(guide.ask(FINISH)), "a visitor can leave")
            left, top, width, height = guide.ask(FINISH)
            hands.click(left + width // 2, top + height // 2)
        until(lambda: state(here) == "attracting", "the visit is over")
        until(lambda: times_in_memory(kiosk, GREETING) == 0, "it is forgotten")
        kept = [file for file in here.folder.rglob("*") if file.is_file()]
        assert [file for file in kept if GREETING.encode() in file.read_bytes()] == []


def state(here: Place) -> str:
    """Of the kiosk, as its endpoint says."""
    return str(json.loads(here.page("state"))["state"])


def until(came: Callable[[], bool], what: str) -> None:
    """Wait for it."""
    end = time.monotonic() + 60
    while not came():
        assert time.monotonic() < end, what
        time.sleep(0.5)
