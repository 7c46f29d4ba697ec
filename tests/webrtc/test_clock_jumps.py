"""The computer's clock is set while packets come."""

import time

import pytest
from aiortc.rtp import RtcpReceiverInfo, RtpPacket

from viewer.webrtc.clock_jumps import BoundedStatistics

YEARS = 50 * 365 * 86_400.0


@pytest.mark.parametrize("jump", [-YEARS, YEARS])
async def test_a_clock_that_is_set_by_years_leaves_reports_that_can_be_sent(
    jump: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    statistics = BoundedStatistics(90_000)
    clock = time.time
    for number in range(4):
        if number == 2:
            monkeypatch.setattr(time, "time", lambda: clock() + jump)
        statistics.add(RtpPacket(96, 1, number, number * 3600, 7, b"x"))
    report = RtcpReceiverInfo(
        ssrc=7,
        fraction_lost=statistics.fraction_lost,
        packets_lost=statistics.packets_lost,
        highest_sequence=statistics.max_seq or 0,
        jitter=statistics.jitter,
        lsr=0,
        dlsr=0,
    )
    assert bytes(report)
    assert statistics.packets_received == 4
