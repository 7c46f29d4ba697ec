import numpy as np
import pytest

from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.media.playout.loudspeaker import Loudspeaker

LOUD = 10_000


class Hum:
    """Endless sound of one level, different in its two channels."""

    def __init__(self) -> None:
        self.restarted = 0

    def read(self, count: int) -> Samples:
        return np.tile(np.array([LOUD, LOUD // 2], np.int16), (count, 1))

    def restart(self) -> None:
        self.restarted += 1


def test_at_full_volume_every_sample_is_played_as_it_came() -> None:
    source = Hum()
    assert (Loudspeaker(source).read(480) == source.read(480)).all()


@pytest.mark.parametrize("volume", [0, 1, 50, 99])
def test_the_volume_is_that_part_of_the_amplitude(volume: int) -> None:
    played = Loudspeaker(Hum(), volume).read(480)
    assert (played == [LOUD * volume // 100, LOUD * volume // 200]).all()


@pytest.mark.parametrize("period", [64, 480, 1920])
def test_a_change_takes_ten_milliseconds_and_does_not_click(period: int) -> None:
    loudspeaker = Loudspeaker(Hum())
    loudspeaker.read(period)
    loudspeaker.set_volume(0)
    down = np.concatenate([loudspeaker.read(period) for _ in range(1920 // period)])[:, 0]
    loudspeaker.set_volume(100)
    up = np.concatenate([loudspeaker.read(period) for _ in range(1920 // period)])[:, 0]
    steps = np.abs(np.diff(np.concatenate([[LOUD], down, up]).astype(int)))
    assert steps.max() <= LOUD / 480 + 1
    assert not down[480:].any()
    assert (up[480:] == LOUD).all()


def test_the_reference_is_what_was_played() -> None:
    loudspeaker = Loudspeaker(Hum(), 50)
    loudspeaker.read(100)
    reference = loudspeaker.reference.read(100)
    assert (reference == (LOUD + LOUD // 2) // 4).all()


def test_only_what_is_loud_enough_to_come_back_is_said_to_echo() -> None:
    now = 0.0
    loudspeaker = Loudspeaker(Hum(), 0, clock=lambda: now)
    loudspeaker.read(SAMPLE_RATE)
    assert not loudspeaker.echoed()
    loudspeaker.set_volume(100)
    loudspeaker.read(SAMPLE_RATE)
    assert loudspeaker.echoed()
    now = 0.3
    assert loudspeaker.echoed()
    now = 0.4
    assert not loudspeaker.echoed()
    assert loudspeaker.echoed(seconds_ago=0.1)


def test_a_device_that_begins_restarts_the_source() -> None:
    source = Hum()
    Loudspeaker(source).restart()
    assert source.restarted == 1
