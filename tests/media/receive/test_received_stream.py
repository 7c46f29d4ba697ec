"""Packets of one stream, counted as RFC 3550 has it."""

import pytest

from viewer.media.receive.received_stream import ReceivedStream


def counted(*numbers: int, retransmitted: tuple[int, ...] = ()) -> ReceivedStream:
    """The stream after packets with these numbers; those ``retransmitted`` came last, by another stream."""
    stream = ReceivedStream(90_000)
    for number in numbers:
        stream.add(number, number * 3600, number * 0.04, retransmitted=False)
    for number in retransmitted:
        stream.add(number, number * 3600, 99.0, retransmitted=True)
    return stream


@pytest.mark.parametrize(
    ("numbers", "retransmitted", "received", "lost"),
    [
        ((), (), 0, 0),
        ((7, 8, 9), (), 3, 0),
        ((7, 9, 8), (), 3, 0),
        ((7, 10), (), 2, 2),
        ((7, 10), (8,), 3, 2),  # it was lost, whatever came instead
        ((7, 7, 8), (), 3, -1),  # as the RFC says of duplicates
        ((65_530, 65_540), (), 2, 9),
        ((7, 8, 50_007, 50_009), (), 4, 1),  # the sender began anew
    ],
)
def test_lost_is_what_did_not_come_by_itself(
    numbers: tuple[int, ...], retransmitted: tuple[int, ...], received: int, lost: int
) -> None:
    stream = counted(*numbers, retransmitted=retransmitted)
    assert (stream.packets_received, stream.packets_lost) == (received, lost)


def test_what_was_lost_before_a_sender_began_anew_stays_lost() -> None:
    stream = counted(7, 10)
    stream.begin_anew()
    stream.add(3, 0, 10.0, retransmitted=False)
    assert (stream.packets_received, stream.packets_lost) == (3, 2)


def test_packets_in_time_have_no_jitter_and_late_ones_a_sixteenth_of_their_lateness() -> None:
    stream = counted(*range(20))
    assert stream.jitter == pytest.approx(0.0, abs=1e-9)
    stream.add(20, 20 * 3600, 20 * 0.04 + 0.032, retransmitted=False)
    assert stream.jitter == pytest.approx(0.002)


def test_timestamps_that_wrap_and_packets_of_one_picture_are_no_jitter() -> None:
    stream = ReceivedStream(90_000)
    for number in range(20):
        picture = number // 2
        at = picture * 0.04 + number % 2 * 0.01
        stream.add(number, (picture * 3600 - 18_000) % (1 << 32), at, retransmitted=False)
    assert stream.jitter == pytest.approx(0.01 * (1 - (15 / 16) ** 9))


def test_a_clock_that_was_set_is_no_jitter() -> None:
    stream = counted(1, 2)
    stream.add(3, 3 * 3600, 1000.0, retransmitted=False)
    assert stream.jitter == pytest.approx(0.0, abs=1e-9)
