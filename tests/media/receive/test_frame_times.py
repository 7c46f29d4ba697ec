"""How long frames took and how evenly they came."""

import pytest

from viewer.media.receive.frame_times import DecodingTimes, FrameIntervals


def test_frames_are_timed_through_the_decoder_and_lost_ones_are_not_counted() -> None:
    times = DecodingTimes()
    times.entered(3600, began=0.9, now=1.0)
    times.entered(7200, began=1.0, now=1.04)
    times.entered(10_800, began=1.05, now=1.08)
    times.left(3600, 1.003)
    times.left(1, 2.0)
    times.left(10_800, 1.09)
    times.left(7200, 9.0)
    assert times.decoding == pytest.approx(0.013)
    assert times.processing == pytest.approx(0.103 + 0.04)


def test_what_never_comes_out_takes_no_room() -> None:
    times = DecodingTimes()
    for number in range(10_000):
        times.entered(number, began=0.0, now=0.0)
    times.left(9_999, 1.0)
    assert times.decoding == 1.0


def test_a_freeze_is_what_w3c_calls_one() -> None:
    intervals = FrameIntervals()
    now = 0.0
    for step in (*[0.04] * 31, 0.18, *[0.04] * 5, 0.6, 0.04):
        intervals.frame(now)
        now += step
    assert intervals.freezes == 1
    assert intervals.frozen == pytest.approx(0.6)
    assert intervals.total == pytest.approx(now - 0.04)
    assert intervals.total_squared == pytest.approx(36 * 0.0016 + 0.0324 + 0.36)
