"""What the desktop is told of a talk: stay awake, show an icon, tell who does not look."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from viewer.protocol.commands import Command, Connect, Disconnect
from viewer.protocol.events import Event, MessageUpdated, Phase, PhaseChanged, SessionClosed
from viewer.ui.desktop.awake import Awake
from viewer.ui.desktop.front_door import bring_to_front
from viewer.ui.desktop.notifications import Notifications
from viewer.ui.desktop.tray import Tray
from viewer.ui.windows.main_window import MainWindow

# Asking the desktop takes its time, which the first pictures and words need; no screen blanks that soon.
_SETTLED_MS: Final = 2000
_PROGRAM: Final = "Persona Viewer"


class TalkManners(QObject):
    """Follows the talks of ``window``.

    Args:
        name_of: what people call a broker's persona, by the broker's URL and its ID.
    """

    def __init__(self, window: MainWindow, name_of: Callable[[str, str], str]) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.store
        self._name_of = name_of
        self._name = ""
        self._has_begun = self._is_settled = False
        self.settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        """Runs at the beginning of a talk."""
        self.settled.timeout.connect(self._settle)
        self.awake = Awake()
        self.tray = Tray(self)
        self.notifications = Notifications(lambda: self.tray.icon, self)
        self._settings.changed.connect(self._follow)
        window.command.connect(self._note)
        window.announcer.unseen.connect(lambda text: self._tell(self._name or _PROGRAM, text))
        window.mute_changed.connect(self.tray.show_muted)
        self.tray.mute_requested.connect(self._toggle_mute)
        self.tray.leave_requested.connect(lambda: window.command.emit(Disconnect()))
        for asked in (self.tray.show_requested, self.notifications.clicked):
            asked.connect(lambda: bring_to_front(window))

    def handle(self, event: Event) -> None:
        """``event`` of a session reached the window."""
        match event:
            case PhaseChanged(Phase.ASKING_BROKER):
                self._has_begun = False
            case PhaseChanged(Phase.LIVE) if not self._has_begun:
                self._has_begun = True
                self.settled.start()
                self._tell(self.tr("{name} is waiting for you").format(name=self._name), "")
            case MessageUpdated(message) if message.complete and message.role == "persona":
                if self._settings.current.notification_words:
                    self._tell(self._name, message.content)
            case SessionClosed(error=error):
                self.end()
                if error:
                    over = self.tr("The talk with {name} is over").format(name=self._name)
                    self._tell(over, error.told)

    def end(self) -> None:
        """There is no talk any more. May be called twice."""
        self.settled.stop()
        self._is_settled = False
        self.awake.end()
        self.tray.end()

    def _settle(self) -> None:
        self._is_settled = True
        self.tray.show_muted(self._window.controls.mute.muted)
        self.tray.begin(self._name)
        self._follow("keep_awake", self._settings.current.keep_awake)

    def _follow(self, name: str, value: object) -> None:
        if name == "keep_awake" and value and self._is_settled:
            self.awake.begin()
        elif name == "keep_awake":
            self.awake.end()

    def _tell(self, title: str, text: str) -> None:
        if self._settings.current.notifications and not self._window.isActiveWindow():
            self.notifications.tell(title, text)

    def _note(self, command: Command) -> None:
        if isinstance(command, Connect):
            self._name = self._name_of(command.broker, command.persona)

    def _toggle_mute(self) -> None:
        mute = self._window.controls.mute
        mute.toggle_choice()
        self.tray.show_muted(mute.muted)  # the menu has changed its tick by itself
