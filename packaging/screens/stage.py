"""A window to play a scene with: no session, no devices, nothing remembered."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QDeadlineTimer, QIODevice, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from viewer.kiosk_settings import KioskSettings, LanguageWords
from viewer.media.picture import Picture, PictureSlot
from viewer.protocol import events
from viewer.protocol.commands import Connect
from viewer.protocol.events import Phase
from viewer.protocol.personas import Persona
from viewer.protocol.transcript import Message, Role
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile
from viewer.ui.kiosk.window import KioskWindow
from viewer.ui.settings_store import SettingsStore
from viewer.ui.windows.main_window import MainWindow

ASSETS: Final = Path(__file__).resolve().parents[2] / "assets"
BROKER: Final = "https://avatars.example.com"

# A bright face: what lies over it has to be readable.
_FACE: Final = QRect(320, 40, 320, 213)
_PEOPLE: Final = (
    Persona("joe", "Joe", landscape="/joe"),
    Persona("lena", "Lena", landscape="/lena"),
    Persona("mateo", "Mateo", landscape="/mateo"),
)
_DECODED_MS: Final = 5000


@dataclass
class Stage:
    """The window, and the pictures that come to it."""

    window: MainWindow
    pictures: PictureSlot

    def play(self, *played: events.Event) -> None:
        """Let ``played`` happen, as a session would tell it."""
        for event in played:
            self.window.handle(event)

    def go_live(self) -> None:
        """A session runs, and its picture is there."""
        self.play(
            events.PhaseChanged(Phase.ASKING_BROKER),
            events.SessionStarted("5b2c9a1e-session"),
            events.PhaseChanged(Phase.SIGNALLING),
            events.PhaseChanged(Phase.CONNECTING),
        )
        self.pictures.put(face())
        self.play(events.PhaseChanged(Phase.LIVE))

    def say(self, role: Role, text: str, number: int = 1, *, complete: bool = False) -> None:
        """``role`` is saying ``text``."""
        self.play(events.MessageUpdated(Message(str(number), role, text, complete)))

    def show_faces(self) -> None:
        """The broker names three people and has their stills."""
        page = self.window.start_page
        self.play(events.PersonasListed(BROKER, _PEOPLE))
        page.gallery.grid.look()
        for number, person in enumerate(_PEOPLE):
            self.play(events.StillFetched(BROKER, person.landscape, _still(320 * number)))
        # They are decoded on a thread.
        paths = [person.landscape for person in _PEOPLE]
        patience = QDeadlineTimer(_DECODED_MS)
        while not all(page.stills.thumbnail(path) for path in paths) and not patience.hasExpired():
            QTest.qWait(5)


def open_window(**settings: Any) -> Stage:
    """The window as it opens with ``settings``."""
    pictures = PictureSlot()
    filled = ViewerSettings(**{"broker": BROKER, "persona": "lena", **settings})
    window = MainWindow(SettingsStore(filled, SettingsFile()), pictures, lambda: 0.1)
    window.show_devices(("Built-in Microphone", "USB Headset"), ("Built-in Speakers", "USB Headset"))
    return Stage(window, pictures)


def open_kiosk() -> tuple[KioskWindow, PictureSlot]:
    """The kiosk as nobody is there, as a plain window."""
    pictures = PictureSlot()
    words = LanguageWords(questions=("How old is the castle?", "Who lives here today?"))
    table = KioskSettings(languages={"en": words, "de": LanguageWords()})
    window = KioskWindow(Connect(BROKER, "lena"), table, pictures)
    window.resize(1280, 720)
    return window, pictures


@cache
def face() -> Picture:
    """A picture as it comes from an avatar."""
    drawn = QImage(str(ASSETS / "personas.png")).copy(_FACE).convertToFormat(QImage.Format.Format_RGB32)
    scaled = drawn.scaled(
        720, 480, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return Picture(720, 480, scaled.bytesPerLine(), bytes(scaled.constBits()))


@cache
def _still(left: int) -> bytes:
    """The person who is so far from the left, as a file."""
    drawn = QImage(str(ASSETS / "personas.png")).copy(QRect(left, 40, 320, 213))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
