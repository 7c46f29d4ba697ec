"""A desktop of the bench's own: a screen with a window manager, sound, an engine and brokers."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.peers import API_KEY
from bench.screen import SCREEN_SIZE, VirtualScreen
from tests.processes import Server, start_engine, viewer_command
from tests.sound_system import SoundSystem

# No panel and no menus: windows have a frame, are moved by it, and get the keyboard when they open.
_WINDOW_MANAGER: Final = """<?xml version="1.0"?>
<JWM><FocusModel>click</FocusModel><Desktops width="1" height="1"/><ResizeMode>opaque</ResizeMode></JWM>
"""


@dataclass(frozen=True, slots=True)
class Desktop:
    """Where a viewer runs, and whom it talks to."""

    folder: Path
    screen: VirtualScreen
    environment: dict[str, str]
    """What a program needs to be on it, and to keep nothing elsewhere."""

    engine: str
    """Its URL."""

    _ends: ExitStack

    def broker(self, name: str, rules: str) -> str:
        """The URL of a new broker with these rules, until the desktop's end; ``name`` is any other."""
        file = self.folder / f"{name}.toml"
        file.write_text(rules, "utf-8")
        words = ("broker", "--port", "0", "--upstream", self.engine, "--rules", str(file))
        broker = Server(viewer_command(*words), {"ANAM_API_KEY": API_KEY})
        self._ends.callback(broker.stop)
        return broker.url


@contextmanager
def desktop(*, hearing: bool, screen: str = SCREEN_SIZE) -> Iterator[Desktop]:
    """All of it, until the context ends; ``hearing``: the engine understands what is said aloud."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        pixels = stack.enter_context(closing(VirtualScreen(folder, screen)))
        sound = stack.enter_context(closing(SoundSystem(folder)))
        shown = {"DISPLAY": pixels.display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        environment = os.environ | sound.environment | shown | homes(folder)
        _manage_windows(stack, folder, environment)
        engine = start_engine(API_KEY, hearing=hearing)
        stack.callback(engine.stop)
        yield Desktop(folder, pixels, environment, engine.url, stack)


def homes(folder: Path) -> dict[str, str]:
    """The environment in which a program keeps what it keeps in ``folder``."""
    return {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}


def _manage_windows(stack: ExitStack, folder: Path, environment: dict[str, str]) -> None:
    configuration = folder / "jwmrc"
    configuration.write_text(_WINDOW_MANAGER, "utf-8")
    with (folder / "jwm.log").open("wb") as log:
        manager = subprocess.Popen(["jwm", "-f", str(configuration)], env=environment, stdout=log, stderr=log)
    stack.callback(manager.wait)
    stack.callback(manager.terminate)
