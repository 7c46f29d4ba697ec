"""Wakes a kiosk by what its microphone hears."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal

from viewer.ui.kiosk.happenings import Forget
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.window import KioskWindow


class Wake(Protocol):
    """What decides whether that is a visitor; it is loaded behind the window."""

    waits: bool
    """Nobody is there, and a voice is wanted."""

    def over(self, *, by_voice: bool, false_wake: bool) -> None:
        """A visit is."""


Told: TypeAlias = Callable[[], None]


class WakingVoice(QObject):
    """Tells ``wake`` when it is wanted; what that hears comes by :meth:`tell`, from any thread."""

    _heard = Signal()

    def __init__(self, window: KioskWindow, wake: Wake) -> None:
        super().__init__(window)
        self._window, self._wake = window, wake
        window.moved.connect(self._look)
        window.visit_over.connect(self._over)
        self._heard.connect(lambda: window.woken("voice"), Qt.ConnectionType.QueuedConnection)
        self._look()

    def tell(self) -> None:
        """Somebody speaks."""
        self._heard.emit()

    def _look(self) -> None:
        self._wake.waits = self._window.visit.stage is Stage.ATTRACTING and self._window.shut is None

    def _over(self, forget: Forget) -> None:
        self._wake.over(by_voice=forget.by == "voice", false_wake=forget.false_wake)
