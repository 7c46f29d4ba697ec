"""Frames in pairs, driven by simulated devices: no waiting, nothing of the machine's speed."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest

from viewer.media.capture.echo_alignment import EchoAlignment

PERIOD = 4


class Devices:
    """A microphone and a loudspeaker that move four frames at a time, each on its own clock."""

    def __init__(self, *, jitter: float = 0, phase: float = 2, ppm: float = 0) -> None:
        self.alignment = EchoAlignment()
        self.captured = self.played = 0
        self.waiting_captured = self.waiting_played = 0
        self._jitter = jitter
        self._phase = phase
        self._rate = 1 + ppm / 1e6
        self._random = random.Random(1)
        self._now = 0.0
        self._next = 0.0

    @property
    def offset(self) -> int:
        """The number of the played frame less that of the captured one beside it."""
        return (self.played - self.waiting_played) - (self.captured - self.waiting_captured)

    def run(self, frames: int) -> Iterator[int]:
        """Offsets of the pairs that were made, frame by frame of time."""
        end = self._now + frames
        while self._now < end:
            self._now = self._next
            if int(self._now) % PERIOD == 0:
                self.capture(PERIOD)
            yield from self.take()
            late = self._random.uniform(0, self._jitter)
            due = (self._now + self._phase - late) * self._rate // PERIOD * PERIOD
            if due > self.played:
                self.play(int(due) - self.played)
            yield from self.take()
            self._next += 1

    def capture(self, frames: int) -> None:
        self.captured += frames
        self.waiting_captured += frames

    def play(self, frames: int) -> None:
        self.played += frames
        self.waiting_played += frames

    def take(self) -> list[int]:
        """One step of the voice's thread."""
        step = self.alignment.step(self.waiting_captured, self.waiting_played)
        self.waiting_played -= step.played
        assert min(self.waiting_played, self.waiting_captured) >= step.pairs
        offsets = [self.offset] * step.pairs
        self.waiting_captured -= step.pairs + step.captured
        self.waiting_played -= step.pairs
        assert self.waiting_captured >= 0
        return offsets


@pytest.mark.parametrize("phase", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("jitter", [0, 1.5, 3.5])
def test_pairs_stay_pairs_whatever_order_the_devices_come_in(phase: float, jitter: float) -> None:
    devices = Devices(phase=phase, jitter=jitter)
    list(devices.run(400))
    assert len(set(devices.run(4000))) == 1
    assert devices.waiting_captured <= 2 * PERIOD


def test_what_was_played_before_the_microphone_opened_is_let_go() -> None:
    devices = Devices()
    devices.play(30)
    list(devices.run(400))
    assert devices.waiting_played <= PERIOD


@pytest.mark.parametrize("ppm", [-6000, 6000])
def test_clocks_that_are_off_are_followed_frame_by_frame(ppm: float) -> None:
    devices = Devices(ppm=ppm)
    list(devices.run(400))
    offsets = list(devices.run(18_000))  # 3 minutes, for an hour's drift of 300 ppm
    steps = {b - a for a, b in pairwise(offsets)}
    assert steps == {0, 1 if ppm > 0 else -1}
    assert devices.waiting_captured <= 3 * PERIOD
    assert devices.waiting_played <= 3 * PERIOD


def test_a_loudspeaker_that_stops_does_not_hold_the_microphone_up() -> None:
    devices = Devices()
    list(devices.run(400))
    for _ in range(100):
        devices.capture(PERIOD)
        devices.take()
        assert devices.waiting_captured <= 3 * PERIOD
