from collections.abc import Sequence

import pytest

from viewer.media.pcm import SAMPLE_RATE
from viewer.media.stall_detector import StallDetector


def stalls(gaps_ms: Sequence[float], *, step_ms: float = 40) -> int:
    """How often a device that moves ``step_ms`` of sound after each of ``gaps_ms`` is said to be late."""
    watch, now, found = StallDetector(), 0.0, 0
    for gap in gaps_ms:
        now += gap / 1000
        found += watch.moved(round(step_ms * SAMPLE_RATE / 1000), now)
    return found


@pytest.mark.parametrize("pattern", [[40], [80, 0], [36, 44], [120, 0, 0], [40.004], [39.996]])
def test_however_a_device_steps_it_is_not_late_while_it_goes_on_like_that(pattern: list[float]) -> None:
    assert stalls(pattern * 1000) == 0


@pytest.mark.parametrize("pattern", [[40], [80, 0]])
def test_lost_time_is_noticed_once(pattern: list[float]) -> None:
    assert stalls([*pattern * 50, 120 + pattern[0], *pattern[1:], *pattern * 50]) == 1


def test_a_device_that_was_closed_and_opened_has_lost_time() -> None:
    assert stalls([40] * 50 + [4000] + [40] * 50) == 1
