"""How somebody outside reaches the window: a link on the command line, a second start, macOS's events."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.ui.desktop.instance import Instance
from viewer.ui.first_paint import when_painted


class LinkApplication(QApplication):
    """Takes the links that macOS brings as events, also those that come before there is a window.

    When the system asks the program to quit, as macOS's Dock does, the window is closed: things have to end
    before the loop does, which Qt would stop at once.
    """

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._waiting = ""
        self._receiver: Callable[[str], None] | None = None
        self._close: Callable[[], object] | None = None

    def receive_links(self, receiver: Callable[[str], None]) -> None:
        """Have ``receiver`` called with each link."""
        self._receiver = receiver
        if waiting := self._waiting:
            self._waiting = ""
            receiver(waiting)

    def quit_by(self, close: Callable[[], object]) -> None:
        """Have ``close`` called when the program is to quit."""
        self._close = close

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Quit and self._close:
            self._close()
            return True
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        link = bytes(event.url().toEncoded().data()).decode("ascii", "replace")
        if self._receiver:
            self._receiver(link)
        else:
            self._waiting = link
        return True


class FrontDoor:
    """The ways in, of one start.

    Args:
        instance: None where this start is nobody's first or second.
        link: what it was started with, or an empty text.
    """

    def __init__(self, instance: Instance | None, link: str) -> None:
        self._instance = instance
        self._link = link

    def open(self, window: QWidget, follow: Callable[[str], None]) -> None:
        """Once ``window``, which is to be shown, is painted, bring it to the front when somebody comes, and
        have ``follow`` called with the link that they bring.
        """
        application = QApplication.instance()
        if isinstance(application, LinkApplication):
            application.receive_links(follow)
            application.quit_by(window.close)
        QTimer.singleShot(0, window, lambda: when_painted(window, lambda: self._begin(window, follow)))

    def close(self) -> None:
        """Later starts are on their own. May be called twice."""
        if self._instance:
            self._instance.close()

    def _begin(self, window: QWidget, follow: Callable[[str], None]) -> None:
        if self._instance:
            self._instance.opened.connect(lambda link: _let_in(link, window, follow))
            self._instance.listen()
        if self._link:
            follow(self._link)


def enter(config: Path | None, link: str, new_window: bool) -> FrontDoor | None:
    """The front door of this start; None: a window that is open already takes care of it.

    Args:
        config: the settings file, of which there is to be one window; None: any number.
        new_window: have a window all the same.
    """
    if config is None:
        return FrontDoor(None, link)
    instance = Instance(config)
    if not instance.is_first() and not new_window and instance.hand_over(link):
        return None
    return FrontDoor(instance, link)


def bring_to_front(window: QWidget) -> None:
    """Show ``window`` before others. Where the system does not let it, its name in the task bar asks."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _let_in(link: str, window: QWidget, follow: Callable[[str], None]) -> None:
    bring_to_front(window)
    if link:
        follow(link)
