"""Where the endpoint's thread meets the window's."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.watched.endpoint.pages import Act
from viewer.ui.kiosk.watched.status import Status
from viewer.ui.kiosk.window import KioskWindow

_GRABBED_SECONDS: Final = 5.0


class WindowOffice(QObject):
    """The office of ``window``. The methods of :class:`~viewer.ui.kiosk.watched.endpoint.pages.Office` may be
    called from any thread; all else is the GUI thread's.

    Args:
        log: its last lines, redacted; any thread.
        always: give pictures of the screen while somebody is there, too.
    """

    acted = Signal(str)
    """An :data:`~viewer.ui.kiosk.watched.endpoint.pages.Act` is wanted."""

    _crossed = Signal(object)

    def __init__(
        self, window: KioskWindow, status: Status, log: Callable[[], list[str]], *, always: bool = False
    ) -> None:
        super().__init__(window)
        self.status = status
        """How the kiosk is; put a new one here."""
        self._window = window
        self._log = log
        self._always = always
        self._crossed.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def log(self) -> list[str]:
        """The last lines of the log, redacted."""
        return self._log()

    def act(self, wanted: Act) -> None:
        """Have that done. Never waits."""
        self._crossed.emit(lambda: self.acted.emit(wanted))

    def screenshot(self) -> bytes | None:
        """The screen as PNG; None: somebody is there. Blocks; call it on a thread of its own.

        Raises:
            TimeoutError: the window hangs.
        """
        grabbed: Future[QImage | None] = Future()
        self._crossed.emit(lambda: grabbed.set_result(self._grab()))
        image = grabbed.result(_GRABBED_SECONDS)
        return None if image is None else _png(image)

    def _grab(self) -> QImage | None:
        window = self._window
        is_asked = window.pin_pad is not None and window.pin_pad.isVisible()
        if is_asked or not (self._always or window.visit.stage is Stage.ATTRACTING):
            return None
        return window.grab().toImage()

    @Slot(object)
    def _arrive(self, arrived: Callable[[], None]) -> None:
        arrived()


def _png(image: QImage) -> bytes:
    """Takes a tenth of a second."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
