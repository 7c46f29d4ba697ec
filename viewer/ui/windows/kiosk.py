"""A full-screen window without controls, which connects by itself and always comes back."""

import logging
import random
import sys
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.media.picture import PictureSlot
from viewer.protocol.commands import Connect, Disconnect
from viewer.protocol.events import Event, Phase, PhaseChanged, SessionClosed
from viewer.protocol.retry import Outage, RetryPolicy
from viewer.ui import look
from viewer.ui.talk.caption import Caption
from viewer.ui.view_state import ViewState, fold
from viewer.ui.widgets.video import Scaling, VideoWidget
from viewer.ui.windows.drawing import Drawing

_log = logging.getLogger(__name__)

POLICY: Final = RetryPolicy(attempts=sys.maxsize, first=1, longest=30, patience=3600)
WATCH_SECONDS: Final = 60.0

_TYPE_SCALE: Final = 1.7
_KEY_EVENTS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class KioskWindow(QWidget):
    """Locks every key but Ctrl+Shift+Q, which quits, and hides the cursor.

    A session that ends, for whatever reason, is followed by the next: after 1 s, then waits double up to
    30 s, half of each random, or as long as the service asks for, at most an hour; 30 s live start the waits
    anew. A session that is not live within 60 s is
    given up for a new one.

    Args:
        chance: random, 0 to 1.
        clock: monotonic seconds.
    """

    command = Signal(object)
    """A :data:`~viewer.session.events.Command`."""

    quit_requested = Signal()

    def __init__(
        self,
        request: Connect,
        scaling: Scaling,
        pictures: PictureSlot,
        chance: Callable[[], float] = random.random,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setWindowTitle("Persona Viewer")
        self.setWindowIcon(look.application_icon())
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.state = ViewState()
        self.video = VideoWidget(pictures, type_scale=_TYPE_SCALE)
        self.video.set_scaling(scaling)
        self.drawing = Drawing(self.video)
        self.caption = Caption(self.video)
        self.retry = QTimer(self, singleShot=True)
        """Runs between sessions."""
        self.watch = QTimer(self, singleShot=True, interval=round(WATCH_SECONDS * 1000))
        """Runs while a session is being made."""
        self._request = request
        self._chance = chance
        self._clock = clock
        self._outage = Outage()
        self.retry.timeout.connect(self.connect_session)
        self.watch.timeout.connect(self._give_up)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.video)
        self.video.set_waiting_words(self.tr("One moment, please…"))

    def fill_screen(self) -> None:
        """Show the window over all of its screen, whatever becomes of the screen's size."""
        screen = self.screen()
        screen.geometryChanged.connect(self.setGeometry)
        # By itself Qt leaves the size to the window manager, and a kiosk may have none.
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def connect_session(self) -> None:
        """Ask for a session."""
        self.watch.start()
        self.command.emit(self._request)

    def handle(self, event: Event) -> None:
        """Show what ``event`` changes, and see to the next session when this one is over."""
        match event:
            case PhaseChanged(Phase.ASKING_BROKER):
                self.video.clear()
            case PhaseChanged(Phase.LIVE):
                self.watch.stop()
                self._outage.works(self._clock())
            case SessionClosed():
                self._closed(event)
        state = fold(self.state, event)
        if state is not self.state:
            self.state = state
            self.video.set_stalled(state.stalled)
            self.caption.show_caption(state.caption)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Q and event.modifiers() == wanted:
            self.quit_requested.emit()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() in _KEY_EVENTS:
            # Also those that Qt would look for shortcuts in or move the focus by.
            event.accept()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if QGuiApplication.platformName() == "xcb":
            # So the window manager's own combinations come here, too. Elsewhere this is not granted.
            self.grabKeyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.activate()
        self.caption.refit()

    def _give_up(self) -> None:
        """No session came of it. Its end, if it comes, sets another time for the next one."""
        self.retry.start(round(POLICY.longest * 1000))
        self.command.emit(Disconnect())

    def _closed(self, closed: SessionClosed) -> None:
        self.watch.stop()
        asked = min((closed.error and closed.error.retry_after) or 0, POLICY.patience)
        wait = POLICY.delay(self._outage.fails(self._clock()), self._chance(), asked)
        assert wait is not None, "it never gives up"
        words = closed.error.message if closed.error else closed.reason.value
        _log.warning("the session ended (%s); the next one begins in %.1f s", words, wait)
        self.video.clear()
        self.video.set_waiting_words(self.tr("We will be right back."))
        self.retry.start(round(wait * 1000))
