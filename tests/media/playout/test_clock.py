"""What is heard, told from when the device read."""

import random

import pytest

from viewer.media.pcm import SAMPLE_RATE
from viewer.media.playout.clock import PlayoutClock

COUNT = SAMPLE_RATE * 40 // 1000


def test_what_was_read_is_heard_when_what_came_before_has_been_played() -> None:
    clock = PlayoutClock()
    clock.read(0, COUNT, 10.0)
    assert clock.heard(10.04) == pytest.approx(0, abs=1)
    assert clock.heard(10.1) == pytest.approx(0.06 * SAMPLE_RATE, abs=1)


def test_a_device_that_is_never_just_on_time_is_followed_evenly() -> None:
    chance = random.Random(3)
    clock = PlayoutClock()
    for number in range(200):
        clock.read(number * COUNT, COUNT, 10 + number * 0.04 + chance.uniform(-0.01, 0.01))
    now = 10 + 200 * 0.04
    assert clock.heard(now) == pytest.approx((now - 10.04) * SAMPLE_RATE, abs=0.005 * SAMPLE_RATE)


def test_a_jump_is_followed_at_once() -> None:
    clock = PlayoutClock()
    clock.read(0, COUNT, 10.0)
    clock.read(SAMPLE_RATE, COUNT, 10.04)
    assert clock.heard(10.08) == pytest.approx(SAMPLE_RATE, abs=1)


def test_nothing_is_heard_before_the_first_read_nor_after_the_last() -> None:
    clock = PlayoutClock()
    assert clock.heard(1.0) is None
    clock.read(0, COUNT, 1.0)
    assert clock.heard(1.6) is None
    clock.read(COUNT, COUNT, 1.7)
    clock.stop()
    assert clock.heard(1.7) is None
