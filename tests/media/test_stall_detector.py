from collections.abc import Sequence

import pytest

from viewer.media.pcm import SAMPLE_RATE
from viewer.media.stall_detector import StallDetector


class Device:
    """Moves ``step_ms`` of sound after each gap."""

    def __init__(self, step_ms: float = 40) -> None:
        self.watch = StallDetector()
        self._step = round(step_ms * SAMPLE_RATE / 1000)
        self._now = 0.0

    def moves(self, gaps_ms: Sequence[float]) -> list[tuple[bool, int]]:
        """After each of ``gaps_ms``: whether it may have lost time, and how often it did."""
        told = []
        for gap in gaps_ms:
            self._now += gap / 1000
            self.watch.moved(self._step, self._now)
            told.append((self.watch.is_doubtful, self.watch.losses))
        return told


@pytest.mark.parametrize("pattern", [[40], [80, 0], [36, 44], [120, 0, 0], [40.012], [39.988]])
def test_however_a_device_steps_it_is_not_late_while_it_goes_on_like_that(pattern: list[float]) -> None:
    assert set(Device().moves(pattern * 1000)) == {(False, 0)}


@pytest.mark.parametrize("pattern", [[40], [80, 0]])
def test_lost_time_is_noticed_once(pattern: list[float]) -> None:
    device = Device()
    device.moves([*pattern * 50, 120 + pattern[0], *pattern[1:], *pattern * 50])
    assert device.watch.losses == 1


def test_a_device_that_was_closed_and_opened_has_lost_time() -> None:
    device = Device()
    device.moves([40] * 50 + [4000] + [40] * 50)
    assert device.watch.losses == 1


def test_while_it_is_not_known_whether_a_late_device_lost_time_there_is_doubt() -> None:
    # As it was seen: PulseAudio had 8.7 ms left, played 0.8 ms of silence, and asked on.
    device = Device(step_ms=20)
    device.moves([20] * 50)
    told = device.moves([29.5, 11.3, 20, 20, 20, 20])
    assert told == [(True, 0)] * 4 + [(False, 1)] * 2


def test_a_late_device_that_had_enough_left_lost_nothing() -> None:
    device = Device(step_ms=20)
    device.moves([20] * 50)
    told = device.moves([29.5, 10.5, 20, 20, 20, 20])
    assert told == [(True, 0)] * 4 + [(False, 0)] * 2
