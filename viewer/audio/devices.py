"""Loudspeakers and microphones: their list, and one of each, open.

Opening, closing and listing block for some milliseconds, so none of it belongs on the GUI thread.
Devices are found again by name: their IDs do not outlive a reconnection everywhere.
"""

import ctypes
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import miniaudio
import numpy as np
import numpy.typing as npt

from viewer.errors import AudioDeviceError

SAMPLE_RATE: Final = 48_000
# Measured with PulseAudio: at 20 ms what is read is heard just one period later, as the playout clock has it.
# So it is at 30, but while something records what is played, in steps of 5 ms, it is 18 to 26 ms, wandering.
SPEAKER_PERIOD_MS: Final = 20
MICROPHONE_PERIOD_MS: Final = 30
DEAD_SECONDS: Final = 2.0
_APP_NAME: Final = "Persona Viewer"
# PulseAudio's recordings of what a loudspeaker plays are no microphones.
_MONITOR_PREFIX: Final = "Monitor of "

Samples = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Device:
    """A sound device, by the name the system shows."""

    name: str


def speakers() -> tuple[Device, ...]:
    """The loudspeakers there are now; empty without a sound system."""
    return tuple(Device(info["name"]) for info in _list("get_playbacks"))


def microphones() -> tuple[Device, ...]:
    """The microphones there are now, without monitors of loudspeakers."""
    return tuple(Device(info["name"]) for info in _list("get_captures"))


class _Pulse:
    """When an open device last moved sound. Written on its thread."""

    def __init__(self) -> None:
        self._beat = time.monotonic()

    def beat(self) -> None:
        """Sound moved."""
        self._beat = time.monotonic()

    @property
    def is_dead(self) -> bool:
        """Whether nothing has moved for :data:`DEAD_SECONDS`: not every system says that a device is gone."""
        return time.monotonic() - self._beat > DEAD_SECONDS


class Speaker(_Pulse):
    """Plays 48 kHz stereo int16 until closed.

    Args:
        name: the device's; empty for the system's default.
        read: called on the device's thread for (n, 2) frames; must not wait.

    Raises:
        AudioDeviceError: no such device, or it does not open.
    """

    def __init__(self, name: str, read: Callable[[int], Samples]) -> None:
        super().__init__()
        device_id = _device_id("get_playbacks", name, "loudspeaker")
        try:
            self._device = miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.SIGNED16,
                2,
                SAMPLE_RATE,
                SPEAKER_PERIOD_MS,
                device_id,
                app_name=_APP_NAME,
            )
            self._device.start(_started(self._playing(read)))
        except miniaudio.MiniaudioError as error:
            raise _cannot_open("loudspeaker", name, error) from error

    def close(self) -> None:
        """Stop playing and release the device. May be called twice."""
        self._device.close()

    def _playing(self, read: Callable[[int], Samples]) -> Generator[bytes, int, None]:
        count = yield b""
        while True:
            self.beat()
            count = yield read(count).tobytes()


class Microphone(_Pulse):
    """Captures 48 kHz mono int16 until closed.

    Args:
        name: the device's; empty for the system's default.
        write: called on the device's thread with (n, 1) frames; must not wait.

    Raises:
        AudioDeviceError: no such device, or it does not open.
    """

    def __init__(self, name: str, write: Callable[[Samples], None]) -> None:
        super().__init__()
        device_id = _device_id("get_captures", name, "microphone")
        try:
            self._device = miniaudio.CaptureDevice(
                miniaudio.SampleFormat.SIGNED16,
                1,
                SAMPLE_RATE,
                MICROPHONE_PERIOD_MS,
                device_id,
                app_name=_APP_NAME,
            )
            self._device.start(_started(self._capturing(write)))
        except miniaudio.MiniaudioError as error:
            raise _cannot_open("microphone", name, error) from error

    def close(self) -> None:
        """Stop capturing and release the device. May be called twice."""
        self._device.close()

    def _capturing(self, write: Callable[[Samples], None]) -> Generator[None, bytearray, None]:
        while True:
            captured = yield
            self.beat()
            write(np.frombuffer(captured, np.int16).reshape(-1, 1))


def _started(generator: Generator[Any, Any, None]) -> Generator[Any, Any, None]:
    """miniaudio wants its generators run up to their first yield."""
    next(generator)
    return generator


@cache
def _quiet_alsa() -> Any:
    """ALSA's library writes to standard error whatever it does not find; the list says it better.

    The handler is returned, and so kept, for as long as the process lives.
    """
    handler = ctypes.CFUNCTYPE(None)(lambda: None)
    try:
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(handler)
    except OSError:
        return None
    return handler


class _Devices(miniaudio.Devices):  # type: ignore[misc]  # it is untyped
    """Names and IDs, and no more.

    miniaudio 1.71 asks PulseAudio about each device once more. One that was unplugged since makes it read an
    answer that is not there, and the process crashes.
    """

    def _get_info(self, *_: Any) -> dict[str, Any]:
        return {}


def _list(kind: str) -> list[dict[str, Any]]:
    _quiet_alsa()
    try:
        devices = _Devices()
        if devices.backend == "Null":  # what miniaudio falls back to without a sound system
            return []
        found: list[dict[str, Any]] = getattr(devices, kind)()
    except miniaudio.MiniaudioError:
        return []
    return [info for info in found if not info["name"].startswith(_MONITOR_PREFIX)]


def _device_id(kind: str, name: str, what: str) -> Any:
    """The ID of the device called ``name``; None for the default."""
    found = _list(kind)
    if not found:
        raise AudioDeviceError(f"No {what} was found.", hint="Plug one in and choose it.")
    if not name:
        return None
    for info in found:
        if info["name"] == name:
            return info["id"]
    raise AudioDeviceError(f"The {what} “{name}” is not there.", hint="Plug it in or choose another one.")


def _cannot_open(what: str, name: str, error: miniaudio.MiniaudioError) -> AudioDeviceError:
    which = f"{what} “{name}”" if name else f"{what} of this computer"
    match error.args[1:]:
        case [miniaudio.lib.MA_ACCESS_DENIED]:
            return AudioDeviceError(
                f"This program may not use the {which}.", hint="Allow it in the system's privacy settings."
            )
        case [miniaudio.lib.MA_BUSY]:
            return AudioDeviceError(
                f"The {which} is in use.", hint="Close the program that uses it, or choose another one."
            )
        case _:
            return AudioDeviceError(f"The {which} could not be opened.")
