"""Media that is lost on purpose."""

import pytest

from viewer.media.receive.losses import HUNDRED, Losses


@pytest.mark.parametrize("percent", [0, 1, 20, 100])
def test_of_each_hundred_just_so_many_are_lost(percent: int) -> None:
    losses = Losses(seed=1)
    losses.percent = percent
    for _ in range(5):
        assert sum(losses.takes(96) for _ in range(HUNDRED)) == percent


def test_the_places_differ_from_one_hundred_to_the_next() -> None:
    losses = Losses(seed=1)
    losses.percent = 20
    first, second = ([losses.takes(96) for _ in range(HUNDRED)] for _ in range(2))
    assert first != second


def test_what_another_stream_loses_is_counted_for_itself() -> None:
    losses = Losses(seed=1)
    losses.percent = 20
    lost = [(stream, losses.takes(stream)) for _ in range(HUNDRED) for stream in (96, 111)]
    assert [sum(taken for each, taken in lost if each == stream) for stream in (96, 111)] == [20, 20]


def test_another_share_holds_from_the_next_packet_on() -> None:
    losses = Losses(seed=1)
    losses.percent = 100
    assert losses.takes(96)
    losses.percent = 0
    assert not losses.takes(96)
