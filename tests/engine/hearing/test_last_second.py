import math

import numpy as np
import pytest

from tests.engine.sounds import noise, tone
from viewer.engine.hearing.last_second import LastSecond
from viewer.media.pcm import SAMPLE_RATE, Samples


def heard(*sounds: Samples, step: int = 960) -> LastSecond:
    last = LastSecond()
    pcm = np.concatenate(sounds)
    for start in range(0, len(pcm), step):
        last.add(pcm[start : start + step])
    return last


@pytest.mark.parametrize("hertz", [60, 123.4, 440, 445, 448.9, 700, 900, 5003.3, 15_000])
@pytest.mark.parametrize("level", [-60, -3])
def test_a_tone_is_told_by_its_frequency(hertz: float, level: float) -> None:
    assert heard(tone(hertz, level, 1.03)).dominant_hz == pytest.approx(hertz, abs=1)


def test_the_louder_tone_in_noise_is_told() -> None:
    seconds = SAMPLE_RATE * 12 // 10
    sound = tone(880, -20, 1.2)[:seconds] + tone(300, -30, 1.2)[:seconds] + noise(-40, 1.2)[:seconds]
    assert heard(sound).dominant_hz == pytest.approx(880, abs=1)


def test_a_constant_under_a_tone_is_none() -> None:
    assert heard(tone(440, -40, 1) + np.int16(3000)).dominant_hz == pytest.approx(440, abs=1)


def test_the_level_is_that_of_the_whole_second_and_of_nothing_before_it() -> None:
    quiet = np.zeros(SAMPLE_RATE // 2, np.int16)
    assert heard(tone(440, -20, 0.5), quiet).level_dbfs == pytest.approx(-20 - 10 * math.log10(2), abs=0.1)
    assert heard(tone(440, -3, 2), tone(440, -30, 1)).level_dbfs == pytest.approx(-30, abs=0.1)
    assert heard(tone(440, -3, 2), quiet, quiet).level_dbfs == -120


def test_too_little_sound_has_no_tone_nor_has_silence() -> None:
    assert LastSecond().level_dbfs == -120
    assert LastSecond().dominant_hz is None
    assert heard(tone(440, -20, 0.2)).dominant_hz is None
    assert heard(tone(440, -75, 1)).dominant_hz is None


@pytest.mark.parametrize("step", [1, 441, 960, 4800, 100_000])
def test_it_does_not_matter_in_which_pieces_sound_comes(step: int) -> None:
    whole = heard(tone(440, -20, 1.5), step=960)
    pieces = heard(tone(440, -20, 1.5), step=step)
    assert (pieces.level_dbfs, pieces.dominant_hz) == (whole.level_dbfs, whole.dominant_hz)


def test_who_asks_again_costs_no_spectrum_and_who_asks_later_those_of_the_time_since(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lengths: list[int] = []
    rfft = np.fft.rfft

    def counted(sound: Samples) -> object:
        lengths.append(len(sound))
        return rfft(sound)

    monkeypatch.setattr(np.fft, "rfft", counted)
    last = heard(tone(440, -20, 1))
    assert lengths == []
    for _ in range(20):
        assert last.dominant_hz
    assert lengths == [4800] * 10
    last.add(tone(440, -20, 0.2))
    assert last.dominant_hz
    assert lengths == [4800] * 12
