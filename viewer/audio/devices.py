"""Loudspeakers and microphones: their list, and one of each, open.

Opening, closing and listing block for some milliseconds, so none of it belongs on the GUI thread.
Devices are found again by name: their IDs do not outlive a reconnection everywhere.
"""

import ctypes
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack
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
    return tuple(Device(info["name"]) for info in _list(_SPEAKER))


def microphones() -> tuple[Device, ...]:
    """The microphones there are now, without monitors of loudspeakers."""
    return tuple(Device(info["name"]) for info in _list(_MICROPHONE))


def none_found(word: str) -> AudioDeviceError:
    """That there is no device which is called ``word``."""
    return AudioDeviceError(f"No {word} was found.", hint="Plug one in and choose it.")


class _Released:
    """What a device of miniaudio 1.71 leaves open when it is closed, or does not open: the connection to the
    sound server, five descriptors each time. It closes itself as it goes."""

    _context: Any = None

    def close(self) -> None:
        super().close()  # type: ignore[misc]  # the device's
        context, self._context = self._context, None
        if context is not None:
            miniaudio.lib.ma_context_uninit(context)


class _PlaybackDevice(_Released, miniaudio.PlaybackDevice):  # type: ignore[misc]  # it is untyped
    """A loudspeaker."""


class _CaptureDevice(_Released, miniaudio.CaptureDevice):  # type: ignore[misc]  # it is untyped
    """A microphone."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What tells loudspeakers from microphones: their word, how they are listed, their format."""

    word: str
    listing: str
    channels: int
    period_ms: int


_SPEAKER: Final = _Kind("loudspeaker", "get_playbacks", 2, SPEAKER_PERIOD_MS)
_MICROPHONE: Final = _Kind("microphone", "get_captures", 1, MICROPHONE_PERIOD_MS)


class _OpenDevice:
    """Moves 48 kHz int16 by ``moving``, on a thread of its own, until it is closed.

    Raises:
        AudioDeviceError: no such device, or it does not open.
    """

    def __init__(self, kind: _Kind, name: str, moving: Generator[Any, Any, None]) -> None:
        self._beat = time.monotonic()
        device_id = _device_id(kind, name)
        next(moving)  # miniaudio wants its generators run up to their first yield
        with ExitStack() as unless_it_starts:
            try:
                self._device = self._make_device(
                    miniaudio.SampleFormat.SIGNED16,
                    kind.channels,
                    SAMPLE_RATE,
                    kind.period_ms,
                    device_id,
                    # Where the system grants it; it is as it was where not. On a busy machine half as many
                    # reads were 2 ms late and more (406 of 2824 instead of 771 of 2953).
                    thread_prio=miniaudio.ThreadPriority.REALTIME,
                    app_name=_APP_NAME,
                )
                unless_it_starts.callback(self.close)
                self._device.start(moving)
            except Exception as error:  # whatever a driver makes miniaudio raise
                raise _cannot_open(kind, name, error) from error
            unless_it_starts.pop_all()

    def _make_device(self, *given: Any, **named: Any) -> Any:
        """A device of miniaudio; what it raises is told by whoever opens it."""
        raise NotImplementedError

    @property
    def is_dead(self) -> bool:
        """Whether nothing has moved for :data:`DEAD_SECONDS`: not every system says that a device is gone."""
        return time.monotonic() - self._beat > DEAD_SECONDS

    def close(self) -> None:
        """Stop and release the device. May be called twice."""
        self._device.close()


class Speaker(_OpenDevice):
    """Plays 48 kHz stereo int16 until closed.

    Args:
        name: the device's; empty for the system's default.
        read: called on the device's thread for (n, 2) frames; must not wait.

    Raises:
        AudioDeviceError: no such device, or it does not open.
    """

    def __init__(self, name: str, read: Callable[[int], Samples]) -> None:
        super().__init__(_SPEAKER, name, self._playing(read))

    def _make_device(self, *given: Any, **named: Any) -> Any:
        return _PlaybackDevice(*given, **named)

    def _playing(self, read: Callable[[int], Samples]) -> Generator[bytes, int, None]:
        count = yield b""
        while True:
            self._beat = time.monotonic()
            count = yield read(count).tobytes()


class Microphone(_OpenDevice):
    """Captures 48 kHz mono int16 until closed.

    Args:
        name: the device's; empty for the system's default.
        write: called on the device's thread with (n, 1) frames; must not wait.

    Raises:
        AudioDeviceError: no such device, or it does not open.
    """

    def __init__(self, name: str, write: Callable[[Samples], None]) -> None:
        super().__init__(_MICROPHONE, name, self._capturing(write))

    def _make_device(self, *given: Any, **named: Any) -> Any:
        return _CaptureDevice(*given, **named)

    def _capturing(self, write: Callable[[Samples], None]) -> Generator[None, bytearray, None]:
        while True:
            captured = yield
            self._beat = time.monotonic()
            write(np.frombuffer(captured, np.int16).reshape(-1, 1))


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


def _list(kind: _Kind) -> list[dict[str, Any]]:
    _quiet_alsa()
    try:
        devices = _Devices()
        if devices.backend == "Null":  # what miniaudio falls back to without a sound system
            return []
        found: list[dict[str, Any]] = getattr(devices, kind.listing)()
    except miniaudio.MiniaudioError:
        return []
    return [info for info in found if not info["name"].startswith(_MONITOR_PREFIX)]


def _device_id(kind: _Kind, name: str) -> Any:
    """The ID of the device called ``name``; None for the default."""
    found = _list(kind)
    if not found:
        raise none_found(kind.word)
    if not name:
        return None
    for info in found:
        if info["name"] == name:
            return info["id"]
    raise AudioDeviceError(
        f"The {kind.word} “{name}” is not there.", hint="Plug it in or choose another one."
    )


def _cannot_open(kind: _Kind, name: str, error: Exception) -> AudioDeviceError:
    which = f"{kind.word} “{name}”" if name else f"{kind.word} of this computer"
    if not isinstance(error, miniaudio.MiniaudioError):
        why = type(error).__name__
        return AudioDeviceError(f"The {which} could not be opened: its driver failed ({why}).")
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
