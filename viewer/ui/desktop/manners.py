"""What a window does for its desktop beside what is in it: one object that knows of all of it."""

import logging

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from viewer.protocol.events import Event, Phase, PhaseChanged, SessionClosed, Statistics
from viewer.ui.desktop.crash_archive import new_report
from viewer.ui.desktop.crash_notice import CrashNotice
from viewer.ui.desktop.diagnostics import diagnostics
from viewer.ui.desktop.front_door import FrontDoor
from viewer.ui.desktop.link_question import LinkQuestion
from viewer.ui.desktop.talk_manners import TalkManners
from viewer.ui.windows.main_window import MainWindow
from viewer.ui.windows.placement import keep_on_a_screen

_log = logging.getLogger(__name__)


class Manners(QObject):
    """Lives as long as ``window``. Begins at the event loop's next turn, when the window is there."""

    def __init__(self, window: MainWindow, door: FrontDoor) -> None:
        super().__init__(window)
        self._window = window
        self._statistics: Statistics | None = None
        self.question = LinkQuestion(window)
        self.crash_notice: CrashNotice | None = None
        """Shown between talks, until the user has decided."""
        self.question.accepted.connect(window.connect_session)
        door.open(window, lambda link: self.question.ask(link, talking=window.state.busy))
        self.talks = TalkManners(window, lambda _broker, persona: persona)
        keep_on_a_screen(window)
        window.inspector.diagnostics.clicked.connect(self.copy_diagnostics)
        QTimer.singleShot(0, self, self._offer_report)

    def close(self) -> None:
        """The window is closed. Takes half a second at most."""
        self.talks.end()
        self.talks.awake.close()

    def copy_diagnostics(self) -> None:
        """Put what helps whoever is asked for help on the clipboard."""
        text = diagnostics(self._window.store.current, self._window.state, self._statistics)
        QGuiApplication.clipboard().setText(text)

    def handle(self, event: Event) -> None:
        """``event`` of a session reached the window."""
        self.talks.handle(event)
        match event:
            case Statistics():
                self._statistics = event
            case PhaseChanged(Phase.ASKING_BROKER) if self.crash_notice:
                self.crash_notice.hide()
            case SessionClosed() if self.crash_notice:
                self.crash_notice.show()

    def _offer_report(self) -> None:
        try:
            report = new_report()
        except OSError as error:
            _log.info("no reports of crashes can be read: %s", error.strerror)
            return
        if report:
            self.crash_notice = CrashNotice(report, self._window)
            self.crash_notice.setVisible(not self._window.state.busy)
            self.crash_notice.done.connect(self._forget_report)

    def _forget_report(self) -> None:
        self.crash_notice = None
