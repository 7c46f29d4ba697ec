"""The microphone and the loudspeaker of a session, opened and closed on a thread of their own."""

import logging
import threading
from collections.abc import Callable, Set
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from typing import Any, Final, TypeAlias

from viewer.audio import devices
from viewer.audio.devices import Microphone, Speaker
from viewer.errors import AudioDeviceError
from viewer.media.pcm import PcmBuffer, SoundSource

_log = logging.getLogger(__name__)

NONE: Final = "none"
_DEFAULT: Final = ""
POLL_SECONDS: Final = 2.0

Names: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Devices by name; "" is the system's default, ``NONE`` no device."""

    microphone: str
    speaker: str
    running: bool = False
    listening: bool = False
    unplugged: Set[str] = frozenset()


class DeviceSlots:
    """Keeps the chosen devices open while sound is wanted, and the list of devices fresh.

    While a chosen device is not there, the system's default takes its place and a problem says so; it is
    taken again when it comes back. The system moves open sound by itself when its default changes. Methods
    may be called from any thread; none but :meth:`stop` waits.

    Args:
        microphone, speaker: device names; "" is the system's default, ``NONE`` no device.
        buffers: where captured sound goes, and where played sound comes from.
        on_devices: gets the names of microphones and loudspeakers when they change, on a thread of ours.
        on_problem: gets why a chosen device is not open, None when all is well again, there, too.
    """

    def __init__(
        self,
        microphone: str,
        speaker: str,
        buffers: tuple[PcmBuffer, SoundSource],
        on_devices: Callable[[Names, Names], None],
        on_problem: Callable[[AudioDeviceError | None], None],
    ) -> None:
        captured, played = buffers
        self._first = _Wanted(microphone, speaker)
        self._microphone = _Slot("microphone", lambda name: Microphone(name, captured.write))
        self._speaker = _Slot("loudspeaker", lambda name: _opened_speaker(name, played))
        self._on_devices = on_devices
        self._on_problem = on_problem
        # What is to change, and not what is wanted then: that has one owner, our thread.
        self._orders: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self._listed: tuple[Names, Names] | None = None
        self._told = ""
        self._thread = threading.Thread(target=self._run, name="audio devices")

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
        self._orders.put({"running": True})

    def close(self) -> None:
        """Sound is not wanted any more; both devices are released."""
        self._orders.put({"running": False})

    def listen(self, wanted: bool) -> None:
        """Have the microphone open even while sound is not wanted, or no longer."""
        self._orders.put({"listening": wanted})

    def unplug(self, what: Set[str]) -> None:
        """Have no ``microphone`` or no ``loudspeaker`` from now on, as if they had been unplugged; what is
        not in ``what`` is there again.
        """
        self._orders.put({"unplugged": what})

    def choose_microphone(self, name: str) -> None:
        """Use the microphone called ``name``."""
        self._orders.put({"microphone": name})

    def choose_speaker(self, name: str) -> None:
        """Use the loudspeaker called ``name``."""
        self._orders.put({"speaker": name})

    def _run(self) -> None:
        wanted: _Wanted | None = self._first
        try:
            while wanted is not None:
                self._tell(self._settle(wanted))
                wanted = self._next(wanted)
        finally:
            self._microphone.settle(NONE, ())
            self._speaker.settle(NONE, ())

    def _settle(self, wanted: _Wanted) -> AudioDeviceError | None:
        """Have what is ``wanted``, as far as it is there; returns what is wrong."""
        try:
            names = _there(wanted.unplugged)
            if names != self._listed:
                self._listed = names
                self._on_devices(*names)
            hears = wanted.running or wanted.listening
            self._microphone.settle(wanted.microphone if hears else NONE, names[0])
            self._speaker.settle(wanted.speaker if wanted.running else NONE, names[1])
        except Exception as error:  # whatever a driver makes miniaudio raise: sound may come back
            if not self._told:
                _log.exception("the sound devices could not be looked after")
            why = type(error).__name__
            return AudioDeviceError(f"The sound devices cannot be used ({why}).", hint="Choose another one.")
        return _joined(self._microphone.problem, self._speaker.problem)

    def _tell(self, problem: AudioDeviceError | None) -> None:
        if (words := str(problem or "")) != self._told:
            self._told = words
            self._on_problem(problem)

    def _next(self, wanted: _Wanted) -> _Wanted | None:
        """What is wanted after the next order; after the time of a poll, the same."""
        try:
            changes = self._orders.get(timeout=POLL_SECONDS)
        except Empty:
            return wanted
        return None if changes is None else replace(wanted, **changes)


class _Slot:
    """Where one device stands, or why it does not. Belongs to the slots' own thread."""

    def __init__(self, what: str, opening: Callable[[str], Microphone | Speaker]) -> None:
        self.problem: AudioDeviceError | None = None
        self._what = what
        self._opening = opening
        self._device: Microphone | Speaker | None = None
        self._name = NONE
        self._failed: tuple[str, Names] | None = None

    def settle(self, name: str, there: Names) -> None:
        """Have the device ``name`` open, or the default one in its place.

        What failed is tried again when the devices change; what has died is opened anew.
        """
        missing = name not in (_DEFAULT, NONE, *there)
        wanted = _DEFAULT if missing else name
        # Where the last microphone was unplugged, PulseAudio goes on with what a loudspeaker plays.
        gone = not there
        if self._device and (wanted != self._name or gone or self._device.is_dead):
            self._close(self._device)
        if wanted == NONE:
            self.problem = self._failed = None
        elif self._device is None and self._failed != (wanted, there):
            self._open(wanted, there)
        if self._device:
            self.problem = _replaced(self._what, name) if missing else None

    def _open(self, name: str, there: Names) -> None:
        try:
            if not there:
                raise devices.none_found(self._what)
            self._device, self._name = self._opening(name), name
            self._failed = None
        except AudioDeviceError as error:
            self.problem, self._failed = error, (name, there)

    def _close(self, device: Microphone | Speaker) -> None:
        """Whatever comes of it, the next one may be opened."""
        self._device = None
        try:
            device.close()
        except Exception:
            _log.exception("the %s could not be closed", self._what)


def _opened_speaker(name: str, played: SoundSource) -> Speaker:
    played.restart()
    return Speaker(name, played.read)


def _replaced(what: str, name: str) -> AudioDeviceError:
    return AudioDeviceError(
        f"The {what} “{name}” is not there, so the system's default is used.",
        hint="It is taken again when it comes back.",
    )


def _joined(first: AudioDeviceError | None, second: AudioDeviceError | None) -> AudioDeviceError | None:
    """Both problems as one: a headset that is unplugged takes two devices with it."""
    if first and second:
        hints = (first.hint,) if first.hint == second.hint else (first.hint, second.hint)
        return AudioDeviceError(f"{first.message} {second.message}", hint=" ".join(hints))
    return first or second


def _there(unplugged: Set[str]) -> tuple[Names, Names]:
    """The microphones and the loudspeakers, but what is taken for unplugged."""
    microphones = () if "microphone" in unplugged else _names(devices.microphones())
    speakers = () if "loudspeaker" in unplugged else _names(devices.speakers())
    return microphones, speakers


def _names(found: tuple[devices.Device, ...]) -> Names:
    return tuple(device.name for device in found)
