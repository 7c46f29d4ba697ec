"""Work beside the GUI thread whose result belongs on it."""

from collections.abc import Callable
from contextlib import suppress
from typing import Final
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

_PATIENCE_MS: Final = 3000
_workers: "Final[WeakSet[Worker]]" = WeakSet()


class Worker(QObject):
    """Does one thing after the other on a thread of its own, and brings back what comes of it."""

    _crossed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._crossed.connect(self._arrive, Qt.ConnectionType.QueuedConnection)
        _workers.add(self)

    def do(self, work: Callable[[], Callable[[], None]]) -> None:
        """Call ``work`` there, and what it answers here."""

        def on_its_thread() -> None:
            arrived = work()
            with suppress(RuntimeError):  # whoever wanted it is gone, and with it this signal
                self._crossed.emit(arrived)

        self._pool.start(on_its_thread)

    def drop(self) -> None:
        """Forget what has not begun."""
        self._pool.clear()

    def finish(self) -> None:
        """Forget what has not begun, and wait for what has, three seconds at most."""
        with suppress(RuntimeError):  # Qt has deleted it with its parent
            self.drop()
            self._pool.waitForDone(_PATIENCE_MS)

    @Slot(object)
    def _arrive(self, arrived: Callable[[], None]) -> None:
        arrived()


def finish_all() -> None:
    """See that no worker works any more, before Python and Qt take down what it works with."""
    for worker in list(_workers):
        worker.finish()
