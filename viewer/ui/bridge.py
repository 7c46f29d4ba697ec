"""The only crossing from other threads to Qt."""

import time
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from viewer.errors import AudioDeviceError, MicrophoneFault
from viewer.media.capture.processing import Applied
from viewer.media.picture import PictureSlot
from viewer.protocol.events import Event
from viewer.ui.event_queue import EventQueue

_AT_ONCE: Final = 100


class Bridge(QObject):
    """Brings events and wake-ups to the thread that made the bridge.

    The public signals are emitted on that thread, so they reach their slots directly: PySide may call a
    Python object that is gone when a queued signal was still on its way to it. What is on its way to the
    bridge goes with the bridge.
    """

    event_published = Signal(object)
    """An :data:`~viewer.session.events.Event`."""

    picture_ready = Signal()
    """The picture slot turned from empty to full."""

    devices_changed = Signal(tuple, tuple)
    """The names of the microphones and of the loudspeakers there are now."""

    device_problem = Signal(object)
    """Why a sound device is not open: an :class:`AudioDeviceError`, or None when all is well again."""

    microphone_fault = Signal(object)
    """Why the user is not heard: a :class:`MicrophoneFault`, or None when all is well again."""

    processing_applied = Signal(object)
    """What is done to the microphone's sound now: an :class:`Applied`."""

    media_thread_died = Signal()
    """There will be no session any more."""

    _crossed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.waiting = EventQueue()
        """The events on their way."""
        self.pictures = PictureSlot()
        """The newest picture on its way."""
        self.pictures.on_put = self.wake
        self._crossed.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    # All of these may be called from any thread and never wait.

    def publish(self, event: Event) -> None:
        """Hand ``event`` over; see :class:`~viewer.ui.event_queue.EventQueue` for what a flood loses."""
        if self.waiting.put(event):
            self._crossed.emit(self._deliver)

    def wake(self) -> None:
        """What :attr:`PictureSlot.on_put` calls."""
        self._crossed.emit(partial(self._wake, time.monotonic()))

    def tell_devices(self, microphones: tuple[str, ...], speakers: tuple[str, ...]) -> None:
        """Hand the names of the devices over."""
        self._crossed.emit(lambda: self.devices_changed.emit(microphones, speakers))

    def tell_device_problem(self, error: AudioDeviceError | None) -> None:
        """Hand ``error`` over."""
        self._crossed.emit(lambda: self.device_problem.emit(error))

    def tell_microphone(self, fault: MicrophoneFault | None) -> None:
        """Hand ``fault`` over."""
        self._crossed.emit(lambda: self.microphone_fault.emit(fault))

    def tell_processing(self, applied: Applied) -> None:
        """Hand ``applied`` over."""
        self._crossed.emit(lambda: self.processing_applied.emit(applied))

    def tell_death(self) -> None:
        """The media thread has ended, and nobody stopped it."""
        self._crossed.emit(self.media_thread_died.emit)

    def _wake(self, since: float) -> None:
        self.pictures.painting.waited(time.monotonic() - since)
        self.picture_ready.emit()

    def _deliver(self) -> None:
        """Some of the events; painting and input come before the next."""
        for event in self.waiting.take(_AT_ONCE):
            self.event_published.emit(event)
        if len(self.waiting):
            QTimer.singleShot(0, self, self._deliver)

    @Slot(object)
    def _arrive(self, arrived: Callable[[], None]) -> None:
        arrived()
