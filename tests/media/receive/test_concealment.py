import random

import numpy as np
import pytest

from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.media.receive.concealment import CONCEALED, LONGEST_GAP, Concealer

PACKET = 960


def packet(number: int, hertz: float = 300) -> Samples:
    times = (np.arange(PACKET) + number * PACKET) / SAMPLE_RATE
    return (np.sin(2 * np.pi * hertz * times) * 8000).astype(np.int16).reshape(-1, 1)


def received(numbers: list[int]) -> Samples:
    concealer = Concealer()
    return np.concatenate([concealer.fill(packet(number), number * PACKET) for number in numbers])


def test_without_loss_nothing_is_changed() -> None:
    assert np.array_equal(received([0, 1, 2]), np.concatenate([packet(0), packet(1), packet(2)]))


def test_a_lost_packet_keeps_its_time_and_is_heard_as_an_echo() -> None:
    sound = received([0, 1, 3, 4])
    assert len(sound) == 5 * PACKET
    echo = sound[2 * PACKET : 3 * PACKET]
    assert np.abs(echo.astype(int)).max() > 4000


def test_neither_end_of_a_concealed_gap_clicks() -> None:
    steepest = 8000 * 2 * np.pi * 300 / SAMPLE_RATE
    for number in range(1, 40):
        sound = received([0, *range(1, number), *range(number + 1, 42)])
        # Joined over 2 ms, two sounds of full level may differ by twice it.
        assert np.abs(np.diff(sound.ravel().astype(int))).max() < steepest * 1.2 + 2 * 8000 / 96 + 2


def test_a_long_gap_fades_into_silence() -> None:
    sound = received([0, 1, 20])
    assert len(sound) == 21 * PACKET
    assert not sound[2 * PACKET + CONCEALED : 20 * PACKET].any()


def test_what_comes_too_late_is_left_out() -> None:
    assert np.array_equal(received([0, 1, 3, 2, 4]), received([0, 1, 3, 4]))


@pytest.mark.parametrize("position", [LONGEST_GAP * 3, -LONGEST_GAP * 3])
def test_another_stream_begins_at_once(position: int) -> None:
    concealer = Concealer()
    concealer.fill(packet(0), 0)
    assert np.array_equal(concealer.fill(packet(1), position), packet(1))
    assert np.array_equal(concealer.fill(packet(2), position + PACKET), packet(2))


def test_at_five_percent_loss_beeps_stay_as_many_as_they_are() -> None:
    chance = random.Random(3)
    concealer = Concealer()
    parts = []
    for number in range(50 * 20):
        beep = packet(number, 1000) if number % 50 < 5 else np.zeros((PACKET, 1), np.int16)
        if chance.random() >= 0.05:
            parts.append(concealer.fill(beep, number * PACKET))
    loud = np.abs(np.concatenate(parts).ravel().astype(int)) > 500
    onsets = 1 + np.count_nonzero(np.diff(np.flatnonzero(loud)) > SAMPLE_RATE // 5)
    assert onsets == 20
