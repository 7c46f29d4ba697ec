"""Packets lost, late, doubled and out of order on their way to whole frames."""

import random
from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from viewer.media.receive.video_buffer import (
    ASK_AGAIN,
    ASK_AGAIN_SOONEST,
    KEY_FRAME_EVERY,
    MAX_ASKED,
    MAX_PACKETS,
    SKIP_AFTER,
    EncodedFrame,
    Feedback,
    VideoBuffer,
    VideoPacket,
)

NOTHING = Feedback((), key_frame=False)


def packets(frames: int, first: int = 0, key_every: int = 1000, size: int = 3) -> Iterator[VideoPacket]:
    """``frames`` of ``size`` packets each, numbered from ``first``; each packet's data is its number."""
    for number in range(frames * size):
        frame, part = divmod(number, size)
        yield VideoPacket(
            (first + number) % 65536,
            frame * 3600,
            marker=part == size - 1,
            begins_key_frame=part == 0 and frame % key_every == 0,
            data=b"%d " % number,
        )


def frame(number: int, size: int = 3) -> EncodedFrame:
    data = b"".join(b"%d " % part for part in range(number * size, (number + 1) * size))
    return EncodedFrame(number * 3600, data)


def put(buffer: VideoBuffer, *some: VideoPacket, now: float = 0.0) -> list[EncodedFrame]:
    return [done for packet in some for done in buffer.add(packet, now)]


def test_a_frame_leaves_with_its_last_packet() -> None:
    buffer = VideoBuffer()
    one, two, three = packets(1)
    assert put(buffer, one, two) == []
    assert put(buffer, three) == [frame(0)]
    assert buffer.feedback(0.0) == NOTHING


def test_a_sender_without_marker_bits_ends_a_frame_by_beginning_the_next() -> None:
    buffer = VideoBuffer()
    stream = [
        VideoPacket(p.sequence_number, p.timestamp, False, p.begins_key_frame, p.data) for p in packets(2)
    ]
    assert put(buffer, *stream) == [frame(0)]


def test_packets_out_of_order_are_put_in_order() -> None:
    buffer = VideoBuffer()
    one, two, three, four, five, six = packets(2)
    assert put(buffer, one, three, five) == []
    assert put(buffer, six, two) == [frame(0)]
    assert put(buffer, four) == [frame(1)]


def test_a_key_frame_whose_first_packet_comes_late_is_not_lost() -> None:
    buffer = VideoBuffer()
    one, two, three = packets(1)
    assert put(buffer, two, three) == []
    assert put(buffer, one) == [frame(0)]


def test_what_is_missing_is_asked_for_at_once_and_again() -> None:
    buffer = VideoBuffer()
    stream = list(packets(3))
    put(buffer, *stream[:3])
    put(buffer, stream[5], now=1.0)
    assert buffer.deadline == 1.0
    assert buffer.feedback(1.0) == Feedback((3, 4), key_frame=False)
    assert buffer.feedback(1.0) == NOTHING
    assert buffer.deadline == 1.0 + ASK_AGAIN
    assert put(buffer, stream[3], now=1.01) == []
    assert buffer.feedback(1.0 + ASK_AGAIN) == Feedback((4,), key_frame=False)
    assert put(buffer, stream[4], now=1.1) == [frame(1)]
    assert buffer.deadline is None


def test_what_stays_missing_is_given_up_for_the_next_key_frame() -> None:
    buffer = VideoBuffer()
    stream = list(packets(12, key_every=10))
    put(buffer, *stream[:3])
    put(buffer, *stream[4:9], now=1.0)
    feedback = buffer.feedback(1.0 + SKIP_AFTER)
    assert feedback == Feedback((), key_frame=True)
    assert put(buffer, *stream[9:30], now=1.3) == []
    assert buffer.feedback(1.0 + SKIP_AFTER + KEY_FRAME_EVERY).key_frame
    assert put(buffer, *stream[30:36], now=1.4) == [frame(10), frame(11)]
    assert buffer.deadline is None
    assert (buffer.skips, buffer.key_frames_asked) == (1, 2)


def test_each_packet_is_counted_and_each_message_that_asked_for_one() -> None:
    buffer = VideoBuffer()
    stream = list(packets(3))
    for packet in (*stream[:3], stream[5], stream[5]):
        buffer.add(packet, 1.0)
        buffer.feedback(1.0)
    assert (buffer.stream.packets_received, buffer.stream.packets_lost, buffer.nacks) == (5, 1, 1)
    put(buffer, stream[3]._replace(retransmitted=True), stream[4], now=1.1)
    assert (buffer.stream.packets_received, buffer.stream.packets_lost) == (7, 0)
    assert (buffer.stream.packets_retransmitted, buffer.packets_repeated, buffer.frames) == (1, 1, 2)


def test_a_key_frame_that_is_there_already_ends_the_wait() -> None:
    buffer = VideoBuffer()
    stream = list(packets(4, key_every=2))
    put(buffer, *stream[:3])
    assert put(buffer, *stream[4:9], now=1.0) == [frame(2)]
    assert put(buffer, *stream[9:]) == [frame(3)]


def test_on_a_short_way_what_is_missing_is_asked_for_more_often() -> None:
    buffer = VideoBuffer()
    buffer.round_trip = 0.001
    stream = list(packets(2))
    put(buffer, *stream[:3], stream[5], now=0.0)
    buffer.feedback(0.0)
    assert buffer.deadline == ASK_AGAIN_SOONEST


def test_on_a_long_way_a_repetition_is_waited_for_longer() -> None:
    buffer = VideoBuffer()
    buffer.round_trip = 0.4
    stream = list(packets(3))
    put(buffer, *stream[:3], stream[5], now=0.0)
    assert buffer.feedback(0.0).lost == (3, 4)
    assert buffer.feedback(1.5 * SKIP_AFTER) == Feedback((3, 4), key_frame=False)
    assert put(buffer, stream[3], stream[4], now=0.95) == [frame(1)]


def test_a_repetition_that_its_sender_may_not_send_for_half_a_second_is_waited_for() -> None:
    buffer = VideoBuffer()
    buffer.round_trip = 0.001
    stream = list(packets(3))
    put(buffer, *stream[:3], *stream[4:6], now=0.0)
    while (now := buffer.deadline or 0.0) < 0.5:
        assert buffer.feedback(now) == Feedback((3,), key_frame=False)
    assert put(buffer, stream[3]._replace(retransmitted=True), now=0.5) == [frame(1)]
    assert (buffer.skips, buffer.deadline) == (0, None)


def test_a_stream_that_begins_in_the_middle_waits_for_a_key_frame_and_asks_for_it() -> None:
    buffer = VideoBuffer()
    stream = list(packets(12, key_every=10))
    assert put(buffer, *stream[4:9]) == []
    assert buffer.feedback(KEY_FRAME_EVERY).key_frame
    assert put(buffer, *stream[9:]) == [frame(10), frame(11)]


def test_after_a_long_silence_nobody_asks_for_all_that_was_missed() -> None:
    buffer = VideoBuffer()
    stream = list(packets(200, key_every=100))
    put(buffer, *stream[:3])
    assert put(buffer, *stream[6 + MAX_ASKED : 300], now=1.0) == []
    assert buffer.feedback(1.0) == Feedback((), key_frame=True)
    assert put(buffer, *stream[300:303], now=1.1) == [frame(100)]


def test_a_sender_that_begins_anew_is_followed() -> None:
    buffer = VideoBuffer()
    assert put(buffer, *packets(1, first=30_000)) == [frame(0)]
    assert put(buffer, *packets(2, first=5)) == [frame(0), frame(1)]


def test_doubled_and_very_late_packets_change_nothing() -> None:
    buffer = VideoBuffer()
    stream = list(packets(2))
    assert put(buffer, *stream, *stream, stream[0]) == [frame(0), frame(1)]
    assert buffer.packets_repeated == 7


def test_padding_is_no_frame() -> None:
    buffer = VideoBuffer()
    stream = list(packets(1))
    padding = VideoPacket(3, 0, marker=False, begins_key_frame=False, data=b"")
    after = [VideoPacket(p.sequence_number + 4, 3600, p.marker, False, p.data) for p in packets(1)]
    assert put(buffer, *stream, padding, *after) == [frame(0), EncodedFrame(3600, frame(0).data)]


def test_what_never_completes_is_bounded() -> None:
    buffer = VideoBuffer()
    for packet in packets(2 * MAX_PACKETS, size=1, key_every=10**9):
        buffer.add(VideoPacket(packet.sequence_number, 0, False, False, b"x"), 0.0)
    assert len(buffer._packets) <= MAX_PACKETS


@given(st.integers(0, 2**32), st.floats(0, 0.4), st.integers(0, 65535))
def test_whatever_the_network_does_frames_are_whole_and_in_order(seed: int, loss: float, first: int) -> None:
    chance = random.Random(seed)
    buffer = VideoBuffer()
    stream = list(packets(40, first=first, key_every=8))
    by_number = {packet.sequence_number: packet for packet in stream}
    whole = [frame(number) for number in range(40)]
    seen: list[EncodedFrame] = []
    on_the_way = [(number * 0.013 + chance.random() * 0.05, packet) for number, packet in enumerate(stream)]
    on_the_way.sort(key=lambda item: item[0])
    while on_the_way:
        now, packet = on_the_way.pop(0)
        if chance.random() < loss:
            continue
        seen += buffer.add(packet, now)
        for lost in buffer.feedback(now).lost:
            on_the_way.append((now + 0.02 + chance.random() * 0.05, by_number[lost]))
        on_the_way.sort(key=lambda item: item[0])
    assert seen == [one for one in whole if one in seen]
    assert all(missing.since >= 0 for missing in buffer._missing.values())
    if loss == 0:
        assert seen == whole


def test_a_key_frame_that_does_not_come_is_asked_for_again_and_not_before_its_time() -> None:
    buffer = VideoBuffer()
    some = [packet._replace(begins_key_frame=False) for packet in packets(40)]
    asked = []
    for number, packet in enumerate(some):
        now = number / 50
        put(buffer, packet, now=now)
        asked += [now] if buffer.feedback(now).key_frame else []
    assert len(asked) == buffer.key_frames_asked == 7
    assert all(b - a >= KEY_FRAME_EVERY - 1e-9 for a, b in pairwise(asked))
    buffer.round_trip = 1.0
    buffer.feedback(asked[-1] + KEY_FRAME_EVERY)
    assert not buffer.feedback(asked[-1] + 3 * KEY_FRAME_EVERY).key_frame  # it cannot be here yet
