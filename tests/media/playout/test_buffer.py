"""The loudspeaker's jitter buffer, driven by simulated clocks: no waiting, nothing of the machine's speed."""

import random
import time

import numpy as np
import pytest

from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.media.playout.buffer import MAX_RESERVE, MIN_RESERVE, PlayoutBuffer

PACKET = 960
PERIOD = 960
# Five packets are 44 whole waves of 440 Hz.
_MONO = (np.sin(2 * np.pi * 440 * np.arange(5 * PACKET) / SAMPLE_RATE) * 8000).astype(np.int16)
TONE = np.split(np.stack([_MONO, _MONO], axis=1), 5)


class Line:
    """A sender of a 440 Hz tone, a network with jitter, and a device with a clock of its own."""

    def __init__(self, *, jitter: float = 0, ppm: float = 0, seed: int = 1) -> None:
        self.buffer = PlayoutBuffer()
        self._random = random.Random(seed)
        self._jitter = jitter
        self._device_rate = SAMPLE_RATE * (1 + ppm / 1e6)
        self._sent = 0
        self._arrivals: list[tuple[float, int]] = []
        self._reads = 0
        self._written = 0

    @property
    def delay(self) -> float:
        """Seconds of sound between the sender and the device."""
        return (self._sent * PACKET - self._written + len(self.buffer)) / SAMPLE_RATE

    def play(self, seconds: float) -> Samples:
        """What the device plays in the next ``seconds`` of its time."""
        played = []
        for _ in range(int(seconds * SAMPLE_RATE / PERIOD)):
            now = self._reads * PERIOD / self._device_rate
            self._reads += 1
            self._deliver(now)
            played.append(self.buffer.read(PERIOD))
        return np.concatenate(played)[:, 0]

    def _deliver(self, now: float) -> None:
        while self._sent * PACKET / SAMPLE_RATE <= now:
            late = self._random.uniform(0, self._jitter)
            self._arrivals.append((self._sent * PACKET / SAMPLE_RATE + late, self._sent))
            self._sent += 1
        # A receiver gives packets out in order.
        while self._arrivals and self._arrivals[0][0] <= now:
            _, number = self._arrivals.pop(0)
            self.buffer.write(TONE[number % len(TONE)])
            self._written += PACKET


# The steepest step that the tone itself has, and a little for rounding and resampling.
STEEPEST = 8000 * 2 * np.pi * 440 / SAMPLE_RATE * 1.1 + 2


def test_a_steady_line_is_played_without_a_gap_and_bit_by_bit() -> None:
    line = Line()
    sound = line.play(10)
    begins = np.flatnonzero(sound)[0]
    assert begins < SAMPLE_RATE * 0.15
    assert line.buffer.underruns == 0
    assert np.abs(np.diff(sound[begins:].astype(int))).max() <= STEEPEST
    assert line.buffer.reserve == MIN_RESERVE


# As far apart as clocks that are off by 100 ppm come in half an hour.
@pytest.mark.parametrize("ppm", [-2000, pytest.param(2000, marks=pytest.mark.long)])
def test_a_device_whose_clock_is_off_is_followed_without_a_click(ppm: float) -> None:
    line = Line(ppm=ppm)
    line.play(10)
    delays = [line.delay]
    for _ in range(8):
        sound = line.play(10)
        assert np.abs(np.diff(sound.astype(int))).max() <= STEEPEST
        delays.append(line.delay)
    assert line.buffer.underruns == 0
    # It moves by the lumps in which packets come and the device reads, and not with the time.
    assert max(delays) - min(delays) < (PACKET + PERIOD) / SAMPLE_RATE


def test_jitter_deepens_the_buffer_until_there_are_no_gaps() -> None:
    steady, jittery = Line(), Line(jitter=0.12)
    steady.play(10)
    jittery.play(60)
    gaps = jittery.buffer.underruns
    jittery.play(30)
    assert jittery.buffer.underruns == gaps
    assert jittery.delay > steady.delay + 0.03
    assert jittery.delay < 0.3
    assert jittery.buffer.reserve <= MAX_RESERVE


def test_a_gap_neither_begins_nor_ends_with_a_click() -> None:
    line = Line()
    line.play(2)
    played = [line.buffer.read(PERIOD)[:, 0] for _ in range(5)]
    assert line.buffer.underruns == 1
    assert not played[-1].any()
    played.append(line.play(2))
    steps = np.abs(np.diff(np.concatenate(played).astype(int)))
    # Fading over 5 ms is a little steeper than the tone.
    assert steps.max() <= STEEPEST + 8000 / 240


def test_what_a_stall_piled_up_is_worked_off_without_a_click() -> None:
    line = Line()
    line.play(2)
    line.buffer.write(np.zeros((SAMPLE_RATE // 2, 2), np.int16))
    piled_up = len(line.buffer)
    line.play(30)
    assert len(line.buffer) < piled_up / 3
    assert line.buffer.underruns == 0


def test_what_piled_up_before_the_device_was_open_is_left_out() -> None:
    line = Line()
    line.buffer.write(np.zeros((SAMPLE_RATE, 2), np.int16))
    line.play(0.04)
    assert len(line.buffer) <= MIN_RESERVE + 2 * PACKET


def test_a_flood_is_bounded() -> None:
    buffer = PlayoutBuffer()
    for _ in range(100):
        buffer.write(np.ones((PERIOD, 2), np.int16))
    assert len(buffer) == SAMPLE_RATE


def test_a_device_that_is_opened_anew_plays_the_newest_and_the_position_goes_on() -> None:
    line = Line()
    line.play(2)
    line.buffer.write(np.zeros((SAMPLE_RATE // 2, 2), np.int16))
    line.buffer.restart()
    line.play(0.04)
    assert len(line.buffer) <= MIN_RESERVE + 2 * PACKET
    heard = line.buffer.heard(time.monotonic())
    assert heard is not None
    assert heard > 2 * SAMPLE_RATE


def test_cleared_it_is_silent_until_the_reserve_is_there_again() -> None:
    line = Line()
    line.play(2)
    line.buffer.clear()
    assert not line.buffer.read(PERIOD).any()
    assert line.play(1).any()


def test_sound_waits_for_late_pictures_and_no_longer_than_they_need() -> None:
    line = Line()
    line.play(5)
    begun = line.delay
    pictures = begun + 0.1
    for _ in range(20):
        line.buffer.follow(pictures - line.delay)
        line.play(2)
    assert line.delay == pytest.approx(pictures, abs=0.025)
    assert line.buffer.underruns == 0
    for _ in range(20):
        line.buffer.follow(begun - 0.1 - line.delay)
        line.play(2)
    assert line.delay == pytest.approx(begun, abs=0.025)


def test_every_gap_makes_the_reserve_half_as_large_again_up_to_200_ms() -> None:
    buffer = PlayoutBuffer()
    reserves = []
    for _ in range(8):
        for _ in range(60):
            buffer.write(np.full((PACKET, 2), 1000, np.int16))
        while buffer.read(PERIOD).any():
            pass
        reserves.append(buffer.reserve / SAMPLE_RATE * 1000)
        buffer.clear()
    assert reserves == pytest.approx([45, 67.5, 101.25, 151.9, 200, 200, 200, 200], rel=0.02)
    assert buffer.underruns == 8
