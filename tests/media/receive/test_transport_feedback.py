"""Congestion feedback, read back as a sender reads it."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.media.receive.transport_feedback import ArrivalLog


def read(packet: bytes) -> dict[int, float | None]:
    """The arrivals in an RTCP packet, in seconds, by sequence number; None: not received."""
    first, kind, words = struct.unpack("!BBH", packet[:4])
    assert (first & 0x1F, first >> 6, kind) == (15, 2, 205)
    assert len(packet) == 4 * (words + 1)
    sender, media, base, count, word = struct.unpack("!LLHHL", packet[4:20])
    assert (sender, media) == (1, 2)
    body = packet[20:]
    symbols: list[int] = []
    while len(symbols) < count:
        (chunk,), body = struct.unpack("!H", body[:2]), body[2:]
        assert chunk >> 14 == 0b11
        symbols += [chunk >> shift & 3 for shift in range(12, -1, -2)]
    arrivals: dict[int, float | None] = {}
    now = (word >> 8) * 0.064
    for offset, symbol in enumerate(symbols[:count]):
        number = (base + offset) % 65536
        if symbol == 0:
            arrivals[number] = None
            continue
        form, size = ("!B", 1) if symbol == 1 else ("!h", 2)
        (delta,), body = struct.unpack(form, body[:size]), body[size:]
        now += delta * 0.00025
        arrivals[number] = now
    padding = body[-1] if first & 0x20 else 0
    assert len(body) == padding
    return arrivals


def report(log: ArrivalLog) -> dict[int, float | None]:
    packet = log.report(1, 2)
    assert packet is not None
    return read(packet)


def test_arrivals_and_losses_are_told_once() -> None:
    log = ArrivalLog()
    assert log.report(1, 2) is None
    for number, now in ((65534, 100.0), (65535, 100.01), (2, 100.3), (1, 100.31)):
        log.add(number, now)
    told = report(log)
    assert list(told) == [65534, 65535, 0, 1, 2]
    assert told[0] is None
    times = [told[65534], told[65535], told[2], told[1]]
    assert times == pytest.approx([100.0, 100.01, 100.3, 100.31], abs=0.0005)
    assert log.is_empty
    assert log.report(1, 2) is None


def test_what_is_lost_between_two_reports_is_told_with_the_second() -> None:
    log = ArrivalLog()
    log.add(1, 10.0)
    report(log)
    log.add(4, 10.1)
    assert [number for number, arrival in report(log).items() if arrival is None] == [2, 3]


def test_a_late_packet_that_was_reported_missing_is_reported_again() -> None:
    log = ArrivalLog()
    log.add(1, 10.0)
    log.add(3, 10.01)
    assert report(log)[2] is None
    log.add(2, 10.05)
    assert report(log)[2] == pytest.approx(10.05, abs=0.0005)


def test_after_a_silence_of_many_seconds_a_report_still_fits() -> None:
    log = ArrivalLog()
    log.add(1, 10.0)
    log.add(2, 60.0)
    assert list(report(log)) == [1]
    assert report(log)[2] == pytest.approx(60.0, abs=0.0005)


@given(
    st.integers(0, 65535),
    st.lists(st.tuples(st.integers(1, 700), st.floats(0, 3)), min_size=1, max_size=200),
)
def test_whatever_comes_each_report_is_readable_and_true(first: int, steps: list[tuple[int, float]]) -> None:
    log = ArrivalLog()
    number, now, sent = first, 50.0, {}
    for count, (step, pause) in enumerate(steps):
        log.add(number % 65536, now)
        sent[number % 65536] = now
        number, now = number + step, now + pause
        if count % 5 == 0:
            for told, arrival in report(log).items():
                if arrival is not None:
                    assert arrival == pytest.approx(sent[told], abs=0.001)
