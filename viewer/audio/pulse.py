"""What PulseAudio, or PipeWire in its place, knows of this program's recording: by what, and whether muted.

By libpulse, which is there wherever miniaudio records through it; no tool has to be installed.
"""

import ctypes
import os
import time
from collections.abc import Callable
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint8, c_uint32, c_uint64, c_void_p
from dataclasses import dataclass
from typing import Any, Final

from viewer.errors import AudioDeviceError

_APP_NAME: Final = b"Persona Viewer"
_NO_AUTOSPAWN: Final = 1
_READY: Final = 4
_RUNNING: Final = 0
# Changes of sources, recordings and the server itself.
_INTERESTING: Final = 0x0002 | 0x0008 | 0x0080
_INVALID: Final = 0xFFFFFFFF
_FULL: Final = 0x10000
# A server that works answers within milliseconds.
_PATIENCE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Recording:
    """What this program records by. ``volume`` is 1 at 100 %, as sound settings show it."""

    name: str
    muted: bool
    volume: float
    is_monitor: bool
    """It is no microphone, but what a loudspeaker plays."""
    stream_muted: bool
    """Not the microphone, but this program's recording is muted."""


class _Volume(Structure):
    _fields_ = (("channels", c_uint8), ("values", c_uint32 * 32))

    def loudest(self) -> float:
        return max(self.values[: self.channels], default=_FULL) / _FULL


class _SampleSpec(Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _ChannelMap(Structure):
    _fields_ = (("channels", c_uint8), ("map", c_int * 32))


class _Source(Structure):
    """The beginning of ``pa_source_info``; the ABI only ever appends."""

    _fields_ = (
        ("name", c_char_p),
        ("index", c_uint32),
        ("description", c_char_p),
        ("sample_spec", _SampleSpec),
        ("channel_map", _ChannelMap),
        ("owner_module", c_uint32),
        ("volume", _Volume),
        ("mute", c_int),
        ("monitor_of_sink", c_uint32),
    )


class _SourceOutput(Structure):
    """The beginning of ``pa_source_output_info``."""

    _fields_ = (
        ("index", c_uint32),
        ("name", c_char_p),
        ("owner_module", c_uint32),
        ("client", c_uint32),
        ("source", c_uint32),
        ("sample_spec", _SampleSpec),
        ("channel_map", _ChannelMap),
        ("buffer_usec", c_uint64),
        ("source_usec", c_uint64),
        ("resample_method", c_char_p),
        ("driver", c_char_p),
        ("proplist", c_void_p),
        ("corked", c_int),
        ("volume", _Volume),
        ("mute", c_int),
        ("has_volume", c_int),
    )


_OnSource = ctypes.CFUNCTYPE(None, c_void_p, POINTER(_Source), c_int, c_void_p)
_OnSourceOutput = ctypes.CFUNCTYPE(None, c_void_p, POINTER(_SourceOutput), c_int, c_void_p)
_OnChange = ctypes.CFUNCTYPE(None, c_void_p, c_int, c_uint32, c_void_p)

_RETURNS: Final[dict[str, Any]] = {
    "pa_mainloop_new": c_void_p,
    "pa_mainloop_get_api": c_void_p,
    "pa_context_new": c_void_p,
    "pa_context_subscribe": c_void_p,
    "pa_context_get_source_output_info_list": c_void_p,
    "pa_context_get_source_info_by_index": c_void_p,
    "pa_proplist_gets": c_char_p,
}


class SoundServer:
    """A connection to the user's sound server, which tells when something changes.

    Raises:
        AudioDeviceError: there is none, or it does not answer; from every method but :meth:`close`.
    """

    def __init__(self) -> None:
        try:
            self._lib = ctypes.CDLL("libpulse.so.0")
        except OSError as error:
            raise AudioDeviceError("There is no PulseAudio and no PipeWire.") from error
        for name, kind in _RETURNS.items():
            getattr(self._lib, name).restype = kind
        self._loop = c_void_p(self._lib.pa_mainloop_new())
        api = c_void_p(self._lib.pa_mainloop_get_api(self._loop))
        self._context = c_void_p(self._lib.pa_context_new(api, _APP_NAME))
        self._changed = True
        self._on_change = _OnChange(self._note)
        try:
            self._connect()
        except AudioDeviceError:
            self.close()
            raise

    def recording(self) -> Recording | None:
        """By what this process records now; None if it does not."""
        mine = str(os.getpid()).encode()
        found: list[tuple[int, bool, float]] = []

        def take(info: _SourceOutput) -> None:
            owner = self._lib.pa_proplist_gets(c_void_p(info.proplist), b"application.process.id")
            if owner == mine and info.source != _INVALID:
                found.append((info.source, bool(info.mute), info.volume.loudest() if info.has_volume else 1))

        self._ask(_OnSourceOutput(_each(take)), self._lib.pa_context_get_source_output_info_list)
        if not found:
            return None
        source, stream_muted, stream_volume = found[-1]
        sources: list[Recording] = []

        def name(info: _Source) -> None:
            sources.append(
                Recording(
                    (info.description or info.name or b"").decode(errors="replace"),
                    bool(info.mute),
                    info.volume.loudest() * stream_volume,
                    info.monitor_of_sink != _INVALID,
                    stream_muted,
                )
            )

        self._ask(_OnSource(_each(name)), self._lib.pa_context_get_source_info_by_index, c_uint32(source))
        return sources[0] if sources else None

    def wait(self, seconds: float) -> None:
        """Return when something may have changed since the last time, or after ``seconds``, or woken."""
        until = time.monotonic() + seconds
        self._check()
        while not self._changed and (left := until - time.monotonic()) > 0 and self._turn(left):
            self._check()
        self._changed = False

    def wake(self) -> None:
        """Let :meth:`wait` return. From any thread, before :meth:`close`."""
        self._changed = True
        self._lib.pa_mainloop_wakeup(self._loop)

    def close(self) -> None:
        """Let go of the server. Once."""
        self._lib.pa_context_disconnect(self._context)
        self._lib.pa_context_unref(self._context)
        self._lib.pa_mainloop_free(self._loop)

    def _connect(self) -> None:
        if self._lib.pa_context_connect(self._context, None, _NO_AUTOSPAWN, None) < 0:
            raise _unreachable()
        until = time.monotonic() + _PATIENCE
        while (state := self._lib.pa_context_get_state(self._context)) != _READY:
            if state > _READY or (left := until - time.monotonic()) <= 0:
                raise _unreachable()
            self._turn(left)
        self._lib.pa_context_set_subscribe_callback(self._context, self._on_change, None)
        self._finish(self._lib.pa_context_subscribe(self._context, _INTERESTING, None, None))

    def _ask(self, tell: Any, question: Callable[..., int | None], *arguments: Any) -> None:
        self._finish(question(self._context, *arguments, tell, None))

    def _finish(self, operation: int | None) -> None:
        """Wait for what was asked."""
        if not operation:
            raise _unreachable()
        until = time.monotonic() + _PATIENCE
        try:
            while self._lib.pa_operation_get_state(c_void_p(operation)) == _RUNNING:
                self._check()
                if (left := until - time.monotonic()) <= 0:
                    raise _unreachable()
                self._turn(left)
        finally:
            self._lib.pa_operation_cancel(c_void_p(operation))
            self._lib.pa_operation_unref(c_void_p(operation))

    def _check(self) -> None:
        if self._lib.pa_context_get_state(self._context) != _READY:
            raise _unreachable()

    def _turn(self, seconds: float) -> bool:
        """Let the library work for ``seconds`` at most; whether it goes on."""
        steps = (
            self._lib.pa_mainloop_prepare(self._loop, int(seconds * 1e6)),
            self._lib.pa_mainloop_poll(self._loop),
            self._lib.pa_mainloop_dispatch(self._loop),
        )
        return all(step >= 0 for step in steps)

    def _note(self, *_: Any) -> None:
        self._changed = True


def _each(take: Callable[[Any], None]) -> Callable[..., None]:
    """A callback that hands over what is in the list, but not its end."""
    return lambda _context, info, end, _data: None if end or not info else take(info.contents)


def _unreachable() -> AudioDeviceError:
    return AudioDeviceError("The sound server cannot be asked.", hint="Restart PulseAudio or PipeWire.")
