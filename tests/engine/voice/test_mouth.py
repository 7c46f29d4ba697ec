import numpy as np

from tests.engine.sounds import noise, tone
from viewer.engine.voice.mouth import SHUT, mouth_shape
from viewer.engine.voice.soundtrack import FRAME_SECONDS


def test_silence_shuts_the_mouth() -> None:
    assert mouth_shape(np.zeros(960, np.int16)) == SHUT


def test_the_mouth_opens_with_the_loudness() -> None:
    openness = [mouth_shape(tone(500, dbfs, FRAME_SECONDS)).openness for dbfs in (-50, -40, -30, -20, -12)]
    assert openness == sorted(openness)
    assert openness[0] == 0
    assert openness[-1] > 0.95


def test_dark_vowels_round_the_mouth_and_bright_ones_spread_it() -> None:
    dark, bright = (mouth_shape(tone(hertz, -20, FRAME_SECONDS)).width for hertz in (350, 2300))
    assert dark < -0.5
    assert bright > 0.5


def test_hissing_sounds_are_made_with_the_mouth_nearly_shut() -> None:
    hiss, vowel = mouth_shape(noise(-20, FRAME_SECONDS)), mouth_shape(tone(500, -20, FRAME_SECONDS))
    assert hiss.openness < vowel.openness / 2
