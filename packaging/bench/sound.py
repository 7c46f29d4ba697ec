"""What the loudspeaker plays, with the time of each sample: PulseAudio's simple API over ctypes.

The recorder's clock is that of its samples; where it lies on the system's clock is first taken from the
chunk that came soonest, then corrected by clicks of a known time. See :func:`calibrate`.
"""

import ctypes
import statistics
import threading
import time
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import numpy as np

from bench.figures import Mono, onsets

RATE: Final = 48_000

_BYTES: Final = 2
_CHUNK: Final = RATE // 200
_PLAY: Final = 1
_RECORD: Final = 2
_S16LE: Final = 3
_DEFAULT: Final = 0xFFFFFFFF
_CLICKS: Final = 9
_CLICK_FRAMES: Final = RATE // 100
_CLICK_LEVEL: Final = 12_000


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class _BufferAttributes(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize")
    )


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL("libpulse-simple.so.0")
    library.pa_simple_new.restype = ctypes.c_void_p
    library.pa_simple_get_latency.restype = ctypes.c_uint64
    return library


class _Stream:
    """One mono stream of 16 bits at :data:`RATE`, in 5 ms chunks."""

    def __init__(self, server: str, direction: Literal[1, 2], device: str, buffered: int) -> None:
        size = buffered * _BYTES
        attributes = _BufferAttributes(_DEFAULT, size, _DEFAULT, _CHUNK * _BYTES, _CHUNK * _BYTES)
        spec = _SampleSpec(_S16LE, RATE, 1)
        error = ctypes.c_int()
        handle = _library().pa_simple_new(
            *(server.encode(), b"bench", direction, device.encode(), b"bench"),
            *(ctypes.byref(spec), None, ctypes.byref(attributes), ctypes.byref(error)),
        )
        if not handle:
            raise OSError(error.value, f"PulseAudio did not open {device}")
        self._handle = ctypes.c_void_p(handle)

    def read(self) -> bytes:
        """The next chunk; waits for it."""
        buffer = ctypes.create_string_buffer(_CHUNK * _BYTES)
        self._call("read", buffer)
        return buffer.raw

    def write(self, samples: Mono) -> None:
        """Waits until there is room."""
        self._call("write", ctypes.create_string_buffer(samples.tobytes(), len(samples) * _BYTES))

    @property
    def latency(self) -> float:
        """Seconds until what is written next will be played."""
        error = ctypes.c_int()
        return int(_library().pa_simple_get_latency(self._handle, ctypes.byref(error))) / 1e6

    def close(self) -> None:
        _library().pa_simple_free(self._handle)

    def _call(self, name: str, buffer: ctypes.Array[ctypes.c_char]) -> None:
        error = ctypes.c_int()
        if (
            getattr(_library(), f"pa_simple_{name}")(self._handle, buffer, len(buffer), ctypes.byref(error))
            < 0
        ):
            raise OSError(error.value, f"PulseAudio failed to {name}")


class Recorder:
    """Records the monitor of a loudspeaker from construction to :meth:`close`, in a thread of its own."""

    def __init__(self, server: str, monitor: str) -> None:
        self.offset = 0.0
        """Seconds by which sound comes later out of the recorder than it was played."""
        self._chunks: list[bytes] = []
        self._started = float("inf")
        self._stream = _Stream(server, _RECORD, monitor, _CHUNK)
        self._running = True
        self._thread = threading.Thread(target=self._run, name="recorder")
        self._thread.start()

    def heard(self, since: float) -> tuple[float, Mono]:
        """What was played from ``since`` on, and the Unix time of its first sample."""
        samples = np.frombuffer(b"".join(self._chunks), np.int16)
        start = self._started - self.offset
        first = min(max(0, int((since - start) * RATE)), len(samples))
        return start + first / RATE, samples[first:]

    def beeps(self, since: float) -> list[float]:
        """When beeps began to be played, Unix time, from ``since`` on."""
        start, samples = self.heard(since)
        return [start + onset for onset in onsets(samples, RATE)]

    def close(self) -> None:
        """End the recording. May be called twice."""
        if self._running:
            self._running = False
            self._thread.join()
            self._stream.close()

    def _run(self) -> None:
        while self._running:
            self._chunks.append(self._stream.read())
            # The first sample's time, as told by the chunk that was least late.
            self._started = min(self._started, time.time() - len(self._chunks) * _CHUNK / RATE)


@dataclass(frozen=True, slots=True)
class Calibration:
    """What clicks of a known time told: the recorder's offset, and half the range of what they said."""

    offset: float
    uncertainty: float


def calibrate(server: str, sink: str, recorder: Recorder) -> Calibration:
    """Play clicks when PulseAudio says they will be heard, and correct ``recorder`` by when it heard them.

    Raises:
        OSError: the clicks were not heard.
    """
    begun = time.time()
    expected = _play_clicks(server, sink)
    time.sleep(0.2)
    heard = recorder.beeps(begun)
    differences = [min((beep - click for beep in heard), key=abs, default=1.0) for click in expected]
    if max(map(abs, differences)) > 0.1:
        raise OSError("the recorder does not hear the loudspeaker")
    recorder.offset += statistics.median(differences)
    return Calibration(recorder.offset, (max(differences) - min(differences)) / 2)


def _play_clicks(server: str, sink: str) -> list[float]:
    """When each click is heard, by PulseAudio's reckoning."""
    stream = _Stream(server, _PLAY, sink, 4 * _CHUNK)
    silence = np.zeros(_CHUNK, np.int16)
    click = np.full(_CLICK_FRAMES, _CLICK_LEVEL, np.int16)
    expected = []
    for chunk in range(_CLICKS * 50):
        stream.write(silence)
        if chunk % 50 == 49:
            expected.append(time.time() + stream.latency)
            stream.write(click)
    for _ in range(20):
        stream.write(silence)
    stream.close()
    return expected
