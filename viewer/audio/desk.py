"""The microphone and the loudspeaker of a session, opened and closed on a thread of their own."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from typing import Final, TypeAlias

from viewer.audio import devices
from viewer.audio.devices import Microphone, Speaker
from viewer.errors import AudioDeviceError
from viewer.media.pcm import PcmBuffer, SoundSource

NONE: Final = "none"
POLL_SECONDS: Final = 2.0

Names: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Devices by name; "" is the system's default, ``NONE`` no device."""

    microphone: str
    speaker: str
    running: bool = False


class AudioDesk:
    """Keeps the chosen devices open while sound is wanted, and the list of devices fresh.

    A device that goes away is told as a problem, and taken again when it comes back. Methods may be
    called from any thread; none but :meth:`stop` waits.

    Args:
        microphone, speaker: device names; "" is the system's default, ``NONE`` no device.
        on_devices: gets the names of microphones and loudspeakers when they change, on the desk's thread.
        on_problem: gets why a device is not open, None when all is well again, on the desk's thread.
    """

    def __init__(
        self,
        microphone: str,
        speaker: str,
        muted: bool,
        buffers: tuple[PcmBuffer, SoundSource],
        on_devices: Callable[[Names, Names], None],
        on_problem: Callable[[AudioDeviceError | None], None],
    ) -> None:
        captured, played = buffers
        self._wanted = _Wanted(microphone, speaker)
        self._muted = muted
        self._microphone = _Place(lambda name: Microphone(name, captured.write, self._muted))
        self._speaker = _Place(lambda name: Speaker(name, played.read))
        self._on_devices = on_devices
        self._on_problem = on_problem
        self._orders: SimpleQueue[_Wanted | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="audio desk")

    @property
    def level(self) -> float:
        """How loud the microphone is, 0 to 1 RMS; 0 while muted or closed."""
        return self._microphone.device.level if isinstance(self._microphone.device, Microphone) else 0.0

    def start(self) -> None:
        """Begin to list devices."""
        self._thread.start()

    def stop(self) -> None:
        """Close the devices and end the thread. May be called twice."""
        self._orders.put(None)
        if self._thread.ident is not None:
            self._thread.join()

    def open(self) -> None:
        """Sound is wanted from now on."""
        self._want(replace(self._wanted, running=True))

    def close(self) -> None:
        """Sound is not wanted any more; both devices are released."""
        self._want(replace(self._wanted, running=False))

    def choose_microphone(self, name: str) -> None:
        """Use the microphone called ``name``."""
        self._want(replace(self._wanted, microphone=name))

    def choose_speaker(self, name: str) -> None:
        """Use the loudspeaker called ``name``."""
        self._want(replace(self._wanted, speaker=name))

    def mute(self, muted: bool) -> None:
        """Silence the microphone, at once, or let it be heard."""
        self._muted = muted
        if isinstance(self._microphone.device, Microphone):
            self._microphone.device.muted = muted

    def _want(self, wanted: _Wanted) -> None:
        self._wanted = wanted
        self._orders.put(wanted)

    def _run(self) -> None:
        wanted: _Wanted | None = self._wanted
        listed: tuple[Names, Names] | None = None
        told: AudioDeviceError | None = None
        while wanted is not None:
            names = (_names(devices.microphones()), _names(devices.speakers()))
            if names != listed:
                listed = names
                self._on_devices(*names)
            self._microphone.settle(wanted.microphone if wanted.running else NONE, names[0])
            self._speaker.settle(wanted.speaker if wanted.running else NONE, names[1])
            problem = self._microphone.problem or self._speaker.problem
            if problem is not told:
                told = problem
                self._on_problem(problem)
            wanted = self._next(wanted)
        self._microphone.settle(NONE, ())
        self._speaker.settle(NONE, ())

    def _next(self, wanted: _Wanted) -> _Wanted | None:
        """The next order; after the time of a poll, the old one again."""
        try:
            return self._orders.get(timeout=POLL_SECONDS)
        except Empty:
            return wanted


class _Place:
    """Where one device stands, or why it does not. Belongs to the desk's thread."""

    def __init__(self, opening: Callable[[str], Microphone | Speaker]) -> None:
        self.device: Microphone | Speaker | None = None
        self.problem: AudioDeviceError | None = None
        self._opening = opening
        self._name = NONE
        self._failed: tuple[str, Names] | None = None

    def settle(self, name: str, there: Names) -> None:
        """Have the device ``name`` open. What failed is tried again when the devices change."""
        gone = bool(self._name) and self._name not in there
        if self.device and (name != self._name or gone):
            self.device.close()
            self.device = None
        if name == NONE:
            self.problem = self._failed = None
        elif self.device is None and self._failed != (name, there):
            self._open(name, there)

    def _open(self, name: str, there: Names) -> None:
        try:
            self.device, self._name = self._opening(name), name
            self.problem = self._failed = None
        except AudioDeviceError as error:
            self.problem, self._failed = error, (name, there)


def _names(found: tuple[devices.Device, ...]) -> Names:
    return tuple(device.name for device in found)
