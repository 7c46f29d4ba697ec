"""The window, its session and its media thread in a process of its own, offscreen and without sound devices.

It is told what to do by lines of JSON on its standard input, and tells by lines of JSON what happened and
when, on the monotonic clock that all processes of a machine share.
"""

import json
import os
import sys
import time
from typing import Any, Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from viewer.errors import ViewerError
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.media.playout.buffer import PlayoutBuffer
from viewer.protocol import commands, events, retry
from viewer.protocol.retry import RetryPolicy
from viewer.session.thread import SessionThread
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile
from viewer.ui.bridge import Bridge
from viewer.ui.settings_store import SettingsStore
from viewer.ui.windows.main_window import MainWindow

PAINT_WATCH_MS: Final = 5
# As many tries as this machine needs to start another engine.
PATIENT: Final = RetryPolicy(attempts=100, first=0.5)


def tell(**fact: Any) -> None:
    sys.stdout.write(json.dumps({"at": time.monotonic(), **fact}) + "\n")
    sys.stdout.flush()


def told(event: events.Event) -> None:
    """Of what matters here."""
    match event:
        case events.PhaseChanged(phase):
            tell(phase=phase)
        case events.SessionStarted(session_id):
            tell(session=session_id)
        case events.MessageUpdated(message) if message.complete:
            tell(role=message.role, content=message.content, id=message.id)
        case events.MediaStalled():
            tell(stalled=True)
        case events.SessionClosed(reason, error):
            tell(closed=reason, error=error.code if error else None)
        case events.CommandRefused(error):
            tell(refused=str(error))


class Main:
    """Everything, from the command line to the end."""

    def __init__(self, broker: str) -> None:
        self._pictures = PictureSlot()
        self._bridge = Bridge()
        self._pictures.on_put = self._bridge.wake
        self._thread = SessionThread(
            self._bridge.publish, self._pictures, PlayoutBuffer(), PcmBuffer(1, SAMPLE_RATE // 10)
        )
        settings = ViewerSettings(broker=broker, persona="joe")
        store = SettingsStore(settings, SettingsFile())
        self._window = MainWindow(store, self._pictures, lambda: 0.0)
        self._bridge.event_published.connect(told)
        self._bridge.event_published.connect(self._window.handle)
        self._bridge.picture_ready.connect(self._window.video.wake)
        self._window.command.connect(self._thread.submit)
        self._painted = 0
        self._watch = QTimer(interval=PAINT_WATCH_MS)
        self._watch.timeout.connect(self._look)
        self._orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._orders.activated.connect(self._take_order)
        self._clock = time.time

    def run(self, application: QApplication, broker: str) -> None:
        self._thread.start()
        self._window.show()
        self._watch.start()
        self._window.connect_session(broker, "joe")
        application.exec()
        asked = time.monotonic()
        self._thread.stop()
        tell(stopped_within=time.monotonic() - asked)

    def _look(self) -> None:
        if (painted := self._window.video.painted) != self._painted:
            self._painted = painted
            tell(painted=painted)

    def _take_order(self) -> None:
        match json.loads(sys.stdin.readline() or '{"quit": 1}'):
            case {"say": text}:
                self._thread.submit(commands.SendText(text))
            case {"clock": seconds}:
                time.time = lambda: self._clock() + seconds
            case {"quit": _}:
                self._orders.setEnabled(False)
                QApplication.quit()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    retry.HEALING = PATIENT  # type: ignore[misc]
    try:
        Main(sys.argv[1]).run(application, sys.argv[1])
    except ViewerError as error:
        sys.exit(str(error))
