"""What a window does for its desktop beside what is in it: one object that knows of all of it."""

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from viewer.protocol.events import Event, Phase, PhaseChanged, SessionClosed, Statistics
from viewer.ui.desktop.crash_archive import new_report
from viewer.ui.desktop.front_door import FrontDoor
from viewer.ui.desktop.talk_manners import TalkManners
from viewer.ui.windows.main_window import MainWindow
from viewer.ui.windows.placement import keep_on_a_screen

if TYPE_CHECKING:
    from viewer.ui.desktop.crash_notice import CrashNotice
    from viewer.ui.desktop.link_question import LinkQuestion
    from viewer.ui.desktop.talk_key.anywhere import TalkAnywhere
    from viewer.ui.windows.menu_bar import MenuBar

_log = logging.getLogger(__name__)


class Manners(QObject):
    """Lives as long as ``window``. Begins at the event loop's next turn, when the window is there; what only
    some starts need is loaded when they do.

    Args:
        name_of: what people call a broker's persona, by the broker's URL and its ID.
    """

    def __init__(
        self,
        window: MainWindow,
        door: FrontDoor,
        name_of: Callable[[str, str], str] = lambda _broker, persona: persona,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._statistics: Statistics | None = None
        self._name_of = name_of
        self.question: LinkQuestion | None = None
        """Since the first link came."""
        self.crash_notice: CrashNotice | None = None
        """Shown between talks, until the user has decided."""
        self.menu_bar = self._make_menu_bar()
        """On macOS."""
        self.talk_anywhere: TalkAnywhere | None = None
        """Since the first talk of a user who chose a key for it, or since the preferences were opened."""
        door.open(window, self.follow_link)
        self.talks = TalkManners(window, name_of)
        keep_on_a_screen(window)
        window.keys.looked_at.connect(lambda: self._hear_talk_key().look())
        window.diagnostics_requested.connect(self.copy_diagnostics)
        QTimer.singleShot(0, self, self._offer_report)

    def close(self) -> None:
        """The window is closed. Takes half a second at most."""
        self.talks.end()
        self.talks.awake.close()
        if self.talk_anywhere:
            self.talk_anywhere.close()

    def follow_link(self, link: str) -> None:
        """Ask whether to."""
        from viewer.ui.desktop.link_question import LinkQuestion  # noqa: PLC0415

        if self.question is None:
            self.question = LinkQuestion(self._window, self._name_of)
            self.question.accepted.connect(self._window.connect_session)
        self.question.ask(link, talking=self._window.state.busy)

    def copy_diagnostics(self) -> None:
        """Put what helps whoever is asked for help on the clipboard."""
        from viewer.ui.desktop.diagnostics import diagnostics  # noqa: PLC0415

        text = diagnostics(self._window.store.current, self._window.state, self._statistics)
        QGuiApplication.clipboard().setText(text)

    def handle(self, event: Event) -> None:
        """``event`` of a session reached the window."""
        self.talks.handle(event)
        match event:
            case Statistics():
                self._statistics = event
            case PhaseChanged(Phase.LIVE) if self._window.keys.keys("talk_anywhere"):
                self._hear_talk_key()
            case PhaseChanged(Phase.ASKING_BROKER) if self.crash_notice:
                self.crash_notice.hide()
            case SessionClosed() if self.crash_notice:
                self.crash_notice.show()
        if self.talk_anywhere:
            self.talk_anywhere.follow()

    def _make_menu_bar(self) -> "MenuBar | None":
        if sys.platform != "darwin":
            return None
        from viewer.ui.windows.menu_bar import MenuBar  # noqa: PLC0415

        return MenuBar(self._window, self.copy_diagnostics)

    def _hear_talk_key(self) -> "TalkAnywhere":
        from viewer.ui.desktop.talk_key.anywhere import TalkAnywhere  # noqa: PLC0415

        if self.talk_anywhere is None:
            self.talk_anywhere = TalkAnywhere(self._window)
        return self.talk_anywhere

    def _offer_report(self) -> None:
        try:
            report = new_report()
        except OSError as error:
            _log.info("no reports of crashes can be read: %s", error.strerror)
            return
        if report:
            from viewer.ui.desktop.crash_notice import CrashNotice  # noqa: PLC0415

            self.crash_notice = CrashNotice(report, self._window)
            self.crash_notice.setVisible(not self._window.state.busy)
            self.crash_notice.done.connect(self._forget_report)

    def _forget_report(self) -> None:
        self.crash_notice = None
