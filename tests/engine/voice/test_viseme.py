import itertools

import numpy as np
import pytest

from tests.engine.sounds import tone
from viewer.engine.voice.mouth import SHUT
from viewer.engine.voice.viseme import MouthTrack, Phone, mouth_track
from viewer.media.pcm import SAMPLE_RATE

_MS = SAMPLE_RATE // 1000
_PICTURE = 40 * _MS


def said(*sounds: tuple[str, int]) -> MouthTrack:
    """The mouth of phones that last so many milliseconds each."""
    edges = [0, *itertools.accumulate(length * _MS for _, length in sounds)]
    phones = [
        Phone(symbol, *edge) for (symbol, _), edge in zip(sounds, itertools.pairwise(edges), strict=True)
    ]
    return mouth_track(phones, tone(200, -20, edges[-1] / SAMPLE_RATE))


@pytest.mark.parametrize("lips", ["p", "b", "m"])
@pytest.mark.parametrize("phase", range(0, 40, 10))
def test_lips_meet_in_some_picture_however_short_they_do(lips: str, phase: int) -> None:
    track = said(("a", 150), (lips, 20), ("a", 150))
    pictures = [track.at(place) for place in range(phase * _MS, 320 * _MS, _PICTURE)]
    assert min(picture.openness for picture in pictures[1:-1]) < 0.01


def test_a_mouth_is_where_its_sound_puts_it() -> None:
    track = said(("a", 150), ("s", 150), ("u", 150), ("i", 150), ("f", 150))
    wide, hiss, round_, spread, bite = (track.at(place * _MS) for place in (75, 225, 375, 525, 660))
    assert wide.openness > 2 * max(hiss.openness, round_.openness, spread.openness)
    assert wide.teeth < 0.1
    assert min(hiss.teeth, bite.teeth) > 0.8
    assert round_.width < -0.7
    assert spread.width > 0.5


def test_a_mouth_is_on_its_way_before_the_sound_and_never_jumps() -> None:
    track = said(("ɑ", 200), ("t", 60), ("u", 200))
    assert track.at(195 * _MS).openness < 0.9 * track.at(120 * _MS).openness
    openness = [track.at(place * _MS).openness for place in range(460)]
    assert np.abs(np.diff(openness)).max() < 0.05


def test_a_short_sound_at_the_back_leaves_the_lips_to_its_neighbours() -> None:
    assert said(("u", 120), ("k", 60), ("u", 120)).at(150 * _MS).width < -0.7


def test_diphthongs_and_affricates_go_through_both_their_sounds() -> None:
    track = said(("aɪ", 300), ("ts", 160))
    assert track.at(60 * _MS).openness > 2 * track.at(240 * _MS).openness
    assert track.at(430 * _MS).teeth > 0.8


def test_the_mouth_rests_in_pauses_but_not_between_words() -> None:
    assert said(("a", 150), ("", 60), ("a", 150)).at(180 * _MS).openness > 0.3
    assert said(("a", 150), ("", 300), ("a", 150)).at(300 * _MS).openness < 0.05


def test_what_is_soft_opens_the_mouth_less() -> None:
    phones = (Phone("a", 0, SAMPLE_RATE // 5),)
    soft, loud = (mouth_track(phones, tone(200, level, 0.2)).at(100 * _MS).openness for level in (-40, -18))
    assert 0 < soft < 0.6 * loud


def test_unknown_sounds_move_it_a_little_and_nothing_to_say_leaves_it_shut() -> None:
    assert 0 < said(("ǃ", 200)).at(100 * _MS).openness < 0.5
    nothing = mouth_track((), np.zeros(0, np.int16))
    assert [nothing.at(place) for place in (-5, 0, 10_000)] == [SHUT] * 3
