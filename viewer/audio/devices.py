"""Loudspeakers and microphones: their list, and one of each, open.

Opening, closing and listing block for some milliseconds, so none of it belongs on the GUI thread.
Devices are found again by name: their IDs do not outlive a reconnection everywhere.
"""

import ctypes
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import miniaudio
import numpy as np
import numpy.typing as npt

from viewer.errors import AudioDeviceError

SAMPLE_RATE: Final = 48_000
PERIOD_MS: Final = 40
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
    names = (info["name"] for info in _list("get_captures"))
    return tuple(Device(name) for name in names if not name.startswith(_MONITOR_PREFIX))


class Speaker:
    """Plays 48 kHz stereo int16 until closed.

    Args:
        name: the device's; empty for the system's default.
        read: called on the device's thread for (n, 2) frames; must not wait.

    Raises:
        AudioDeviceError: no such device, or it does not open.
    """

    def __init__(self, name: str, read: Callable[[int], Samples]) -> None:
        device_id = _device_id("get_playbacks", name, "loudspeaker")
        try:
            self._device = miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.SIGNED16,
                2,
                SAMPLE_RATE,
                PERIOD_MS,
                device_id,
                app_name=_APP_NAME,
            )
            self._device.start(_started(_playing(read)))
        except miniaudio.MiniaudioError as error:
            raise _cannot_open("loudspeaker", name) from error

    def close(self) -> None:
        """Stop playing and release the device. May be called twice."""
        self._device.close()


class Microphone:
    """Captures 48 kHz mono int16 until closed.

    Args:
        name: the device's; empty for the system's default.
        write: called on the device's thread with (n, 1) frames; must not wait.

    Raises:
        AudioDeviceError: no such device, or it does not open.
    """

    def __init__(self, name: str, write: Callable[[Samples], None], muted: bool = False) -> None:
        self.muted = muted
        """While True, silence is written instead of sound."""
        self.level = 0.0
        """Root mean square of the last period, 0 to 1; 0 while muted."""
        device_id = _device_id("get_captures", name, "microphone")
        try:
            self._device = miniaudio.CaptureDevice(
                miniaudio.SampleFormat.SIGNED16,
                1,
                SAMPLE_RATE,
                PERIOD_MS,
                device_id,
                app_name=_APP_NAME,
            )
            self._device.start(_started(self._capturing(write)))
        except miniaudio.MiniaudioError as error:
            raise _cannot_open("microphone", name) from error

    def close(self) -> None:
        """Stop capturing and release the device. May be called twice."""
        self._device.close()

    def _capturing(self, write: Callable[[Samples], None]) -> Generator[None, bytearray, None]:
        while True:
            captured = yield
            frames = np.frombuffer(captured, np.int16).reshape(-1, 1)
            if self.muted:
                frames = np.zeros_like(frames)
            self.level = float(np.sqrt(np.mean(np.square(frames, dtype=np.float64)))) / 32768
            write(frames)


def _playing(read: Callable[[int], Samples]) -> Generator[bytes, int, None]:
    count = yield b""
    while True:
        count = yield read(count).tobytes()


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


def _list(kind: str) -> list[dict[str, Any]]:
    _quiet_alsa()
    try:
        devices = miniaudio.Devices()
        if devices.backend == "Null":  # what miniaudio falls back to without a sound system
            return []
        found: list[dict[str, Any]] = getattr(devices, kind)()
    except miniaudio.MiniaudioError:
        return []
    return found


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
    raise AudioDeviceError(f"The {what} «{name}» is not there.", hint="Plug it in or choose another one.")


def _cannot_open(what: str, name: str) -> AudioDeviceError:
    which = f"«{name}»" if name else "of this computer"
    return AudioDeviceError(f"The {what} {which} could not be opened.")
