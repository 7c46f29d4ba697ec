"""Windows for tests, without a screen and without remembering anything on the machine."""

import os
import socket
import time
import tomllib

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.kiosk_settings import KioskSettings
from viewer.media.picture import Picture, PictureSlot
from viewer.protocol import events
from viewer.protocol.commands import (
    Command,
    Connect,
    FetchStill,
    ForgetToken,
    GalleryCommand,
    KeepToken,
    ListPersonas,
)
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile
from viewer.ui import look as the_look
from viewer.ui.bridge import Bridge
from viewer.ui.kiosk.window import KioskWindow
from viewer.ui.settings_store import SettingsStore
from viewer.ui.talk.caption import Caption
from viewer.ui.windows.main_window import MainWindow

BROKER = "http://127.0.0.1:8080"
PERSONA = "joe"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the offscreen platform cannot do is not the window's fault."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    """The program's own look, and the language that its words are in."""
    QLocale.setDefault(QLocale("en_US"))
    the_look.apply(qapp, the_look.Appearance())


@pytest.fixture(autouse=True)
def no_windows_of_earlier_tests(qapp: QApplication) -> Iterator[None]:
    """What pytest-qt has closed is deleted now, not when an event loop runs: else Qt goes through thousands
    of widgets at each event, and the tests of windows take three times as long.
    """
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dead_broker() -> Iterator[str]:
    """A URL whose port refuses: it is taken, and nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@dataclass
class Stage:
    """A window, what it asked for, and the bridge that events come over."""

    window: MainWindow
    bridge: Bridge
    pictures: PictureSlot
    store: SettingsStore
    commands: list[Command] = field(default_factory=list)
    asked: list[GalleryCommand] = field(default_factory=list)
    level: float = 0.0

    @property
    def remembered(self) -> dict[str, Any]:
        """What the settings file says."""
        self.store.flush()
        file = self.store.file.path
        assert file
        return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}

    def take(self, command: Command) -> None:
        """What the gallery asks for is noted on its own."""
        if isinstance(command, ListPersonas | FetchStill | KeepToken | ForgetToken):
            self.asked.append(command)
        else:
            self.commands.append(command)

    def play(self, *played: events.Event) -> None:
        """Let ``played`` happen, as a session would tell it."""
        for event in played:
            self.bridge.publish(event)
        QApplication.processEvents()
        while len(self.bridge.waiting):
            QApplication.processEvents()

    def go_live(self) -> None:
        """A session runs and its first picture has come."""
        self.play(
            events.PhaseChanged(events.Phase.ASKING_BROKER),
            events.SessionStarted("session-1"),
            events.PhaseChanged(events.Phase.SIGNALLING),
            events.PhaseChanged(events.Phase.CONNECTING),
        )
        self.pictures.put(plain_picture(720, 480, (40, 80, 160)))
        self.play(events.PhaseChanged(events.Phase.LIVE))


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """The window on its start page, with a broker and a persona filled in."""
    bridge = Bridge()
    pictures = PictureSlot()
    level = [0.0]
    store = SettingsStore(
        ViewerSettings(broker=BROKER, persona=PERSONA), SettingsFile(tmp_path / "settings.toml")
    )
    window = MainWindow(store, pictures, lambda: level[0])
    store.setParent(window)  # else it ends when Python looks for garbage, on any thread, with its timer
    qtbot.addWidget(window)
    made = Stage(window, bridge, pictures, store)
    pictures.on_put = bridge.wake
    bridge.event_published.connect(window.handle)
    bridge.picture_ready.connect(window.wake)
    bridge.devices_changed.connect(window.show_devices)
    bridge.device_problem.connect(window.show_device_problem)
    bridge.processing_applied.connect(window.show_processing)
    window.command.connect(made.take)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.close()


@dataclass
class KioskStage:
    """A kiosk whose clock and chance a test turns."""

    window: KioskWindow
    pictures: PictureSlot
    commands: list[Command]
    now: float = 1000.0
    chance: float = 1.0


@pytest.fixture
def kiosk(qtbot: QtBot) -> KioskStage:
    """The kiosk as nobody is there."""
    return open_kiosk(qtbot, KioskSettings())


def open_kiosk(qtbot: QtBot, table: KioskSettings) -> KioskStage:
    """The kiosk as ``table`` has it."""
    commands: list[Command] = []
    made: KioskStage
    pictures = PictureSlot()
    window = KioskWindow(
        Connect(BROKER, PERSONA),
        table,
        pictures,
        chance=lambda: made.chance,
        clock=lambda: made.now,
    )
    made = KioskStage(window, pictures, commands)
    qtbot.addWidget(window)
    window.command.connect(commands.append)
    pictures.on_put = window.video.wake
    window.fill_screen()
    qtbot.waitExposed(window)
    return made


def all_heard(caption: Caption) -> None:
    """Let the loudspeaker have played all that ``caption`` knows of."""
    caption._clock = lambda: time.monotonic() + 3600
    caption.next_word.timeout.emit()


def plain_picture(width: int, height: int, colour: tuple[int, int, int]) -> Picture:
    """A picture of one colour, given as red, green, blue."""
    red, green, blue = colour
    return Picture(width, height, width * 4, bytes((blue, green, red, 255)) * (width * height))
