"""The only crossing from other threads to Qt."""

from PySide6.QtCore import QObject, Signal

from viewer.errors import AudioDeviceError
from viewer.session.events import Event


class Bridge(QObject):
    """Brings events and wake-ups to the GUI thread.

    Signals emitted on another thread are queued by Qt and delivered on the thread that made the bridge.
    """

    event_published = Signal(object)
    """An :data:`~viewer.session.events.Event`."""

    picture_ready = Signal()
    """The picture slot turned from empty to full."""

    devices_changed = Signal(tuple, tuple)
    """The names of the microphones and of the loudspeakers there are now."""

    device_problem = Signal(object)
    """Why a sound device is not open: an :class:`AudioDeviceError`, or None when all is well again."""

    def publish(self, event: Event) -> None:
        """Hand ``event`` over. Callable from any thread; never waits."""
        self.event_published.emit(event)

    def wake(self) -> None:
        """What :attr:`PictureSlot.on_put` calls. Callable from any thread; never waits."""
        self.picture_ready.emit()

    def tell_devices(self, microphones: tuple[str, ...], speakers: tuple[str, ...]) -> None:
        """Hand the names of the devices over. Callable from any thread; never waits."""
        self.devices_changed.emit(microphones, speakers)

    def tell_device_problem(self, error: AudioDeviceError | None) -> None:
        """Hand ``error`` over. Callable from any thread; never waits."""
        self.device_problem.emit(error)
