"""Packets of sound, lost, late, twice, with copies of each other and without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.media.receive.sound_queue import LONGEST_WAIT, SoundPacket, SoundQueue

FIRST = 65_500
"""So that the numbers wrap."""


def packet(place: int) -> SoundPacket:
    return SoundPacket(96, place * 960, b"%d" % place)


class Line:
    """A queue at the end of a line, and a clock."""

    def __init__(self, *, copies: int = 0, asks: bool = False, room: float = 0.06) -> None:
        self.now = 100.0
        self.room = room
        self.queue = SoundQueue(lambda: self.room)
        self.queue.asks = asks
        self._copies = copies

    def send(self, *places: int) -> list[int]:
        """The packets at ``places`` arrive; which ones are decoded."""
        return [out for place in places for out in self._send(place)]

    def _send(self, place: int) -> list[int]:
        carried = [packet(max(0, earlier)) for earlier in range(place - self._copies, place + 1)]
        return [int(p.data) for p in self.queue.add((FIRST + place) % 65_536, carried, self.now)]

    def wait(self, seconds: float) -> list[int]:
        self.now += seconds
        return [int(p.data) for p in self.queue.due(self.now)]

    def asked(self) -> list[int]:
        return [(number - FIRST) % 65_536 for number in self.queue.to_ask(self.now)]


def test_without_copies_or_an_agreement_nothing_waits_and_what_is_late_is_left_out() -> None:
    line = Line()
    assert line.send(0, 1, 3, 2, 3, 4) == [0, 1, 3, 4]
    assert line.asked() == []
    assert line.queue.deadline is None
    assert line.queue.skipped == 1


@given(st.integers(1, 3), st.lists(st.booleans(), min_size=5, max_size=60))
def test_no_loss_is_heard_that_a_copy_covers(copies: int, arrives: list[bool]) -> None:
    arrives[0] = True
    line = Line(copies=copies)
    sent = [place for place, comes in enumerate(arrives) if comes]
    expected = [place for place in range(sent[-1] + 1) if any(arrives[place : place + copies + 1])]
    assert line.send(*sent) == expected
    assert line.queue.restored == len(expected) - len(sent)


@given(
    st.lists(st.tuples(st.integers(0, 65_535), st.integers(0, 5), st.floats(0, 0.1)), max_size=40),
    st.booleans(),
)
def test_whatever_comes_goes_out_once_and_waits_no_longer_than_it_may(
    arrivals: list[tuple[int, int, float]], asks: bool
) -> None:
    now, out, queue = 0.0, [], SoundQueue(lambda: 10.0)
    queue.asks = asks
    for number, copies, later in arrivals:
        now += later
        if queue.deadline is not None and queue.deadline <= now:
            out += queue.due(now)
        # Each packet is another object, which tells it from its copies.
        out += queue.add(number, [SoundPacket(96, 0, b"x") for _ in range(copies + 1)], now)
        assert len(queue.to_ask(now)) <= 100
        assert queue.deadline is None or queue.deadline <= now + LONGEST_WAIT
    assert len({id(one) for one in out}) == len(out)


def test_of_very_many_the_newest_are_asked_for() -> None:
    queue = SoundQueue(lambda: 10.0)
    queue.asks = True
    for number in (0, 4, 103):
        queue.add(number, [SoundPacket(96, 0, b"x")], 0.0)
    assert queue.to_ask(0.0625) == [2, 3, *range(5, 103)]


def test_what_is_asked_for_is_waited_for_while_there_is_something_to_play() -> None:
    line = Line(asks=True)
    assert line.send(0, 2, 3) == [0]
    assert line.asked() == [1]
    line.now += 0.005
    assert line.asked() == []  # it is on its way
    assert line.send(1) == [1, 2, 3]
    assert line.queue.deadline is None


def test_what_does_not_come_is_asked_for_again_and_given_up_in_time() -> None:
    line = Line(asks=True, room=0.05)
    assert line.send(0, 2) == [0]
    assert line.asked() == [1]
    assert line.queue.deadline == pytest.approx(100.02)
    assert line.wait(0.02) == []
    assert line.asked() == [1]
    assert line.send(3) == []
    assert line.wait(0.031) == [2, 3]
    assert line.asked() == []
    assert line.queue.skipped == 1
    assert line.send(1, 4) == [4]


def test_nothing_is_asked_for_that_would_come_too_late() -> None:
    line = Line(asks=True, room=0.05)
    line.queue.round_trip = 0.08
    assert line.send(0, 2) == [0, 2]
    assert line.asked() == []
    line.room = 0.1
    assert line.send(4) == []
    assert line.asked() == [3]
    assert line.wait(0.03) == []
    assert line.asked() == []


def test_a_copy_makes_asking_needless_and_two_losses_in_a_row_are_asked_for_once() -> None:
    line = Line(copies=1, asks=True)
    assert line.send(0, 2) == [0, 1, 2]
    assert line.asked() == []
    assert line.send(5) == []
    assert line.asked() == [3]
    assert line.send(3) == [3, 4, 5]


@pytest.mark.parametrize("jump", [2_000, 40_000, -2_000])
def test_a_sender_that_begins_anew_is_followed_at_once(jump: int) -> None:
    line = Line(asks=True)
    assert line.send(0, 1) == [0, 1]
    begun = line.queue.add((FIRST + jump) % 65_536, [packet(7)], line.now)
    assert [int(p.data) for p in begun] == [7]
    assert line.asked() == []


def test_padding_is_no_loss() -> None:
    line = Line(asks=True)
    assert line.send(0) == [0]
    assert line.queue.add((FIRST + 1) % 65_536, [SoundPacket(96, 960, b"")], line.now) == []
    assert line.send(2) == [2]
    assert line.asked() == []
