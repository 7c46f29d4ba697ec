import numpy as np
import pytest

from tests.engine.sounds import tone
from viewer.engine.voice.mouth import SHUT
from viewer.engine.voice.soundtrack import FRAME_SAMPLES, Cue, Soundtrack, Speaker
from viewer.engine.voice.viseme import Phone, mouth_track
from viewer.media.pcm import SAMPLE_RATE, rms


def test_the_mouth_of_a_moment_belongs_to_the_sound_of_that_moment() -> None:
    speaker = Speaker()
    syllable, pause = tone(500, -20, 0.2), np.zeros(9600, np.int16)
    for _ in range(4):
        speaker.add(np.concatenate([syllable, pause]), [])
    soundtrack = Soundtrack(speaker)
    for number in range(0, 80, 2):
        mouth = soundtrack.mouth(number * 0.02)
        loud = rms(soundtrack.frame(number).pcm) > 0.05
        assert (mouth.openness > 0.6) == loud


def test_either_track_may_ask_first() -> None:
    speaker = Speaker()
    sound = tone(300, -20, 0.1)
    speaker.add(sound, [])
    soundtrack = Soundtrack(speaker)
    soundtrack.mouth(0.08)
    heard = np.concatenate([soundtrack.frame(number).pcm for number in range(5)])
    assert (heard == sound).all()


def test_a_frame_long_past_is_silence() -> None:
    speaker = Speaker()
    speaker.add(tone(300, -20, 4), [])
    soundtrack = Soundtrack(speaker)
    soundtrack.frame(150)
    assert soundtrack.frame(10).mouth == SHUT


def test_cues_come_with_their_samples_and_the_last_at_the_end() -> None:
    said: list[str] = []
    speaker = Speaker()
    speaker.add(
        tone(300, -20, 0.06), [Cue(0, lambda: said.append("one")), Cue(1000, lambda: said.append("two"))]
    )
    speaker.add(np.zeros(0, np.int16), [Cue(0, lambda: said.append("end"))])
    after = []
    for _ in range(3):
        speaker.read()
        after.append(list(said))
    assert after == [["one"], ["one", "two"], ["one", "two", "end"]]
    assert not speaker.speaking


def test_a_cut_fades_out_within_ten_milliseconds_and_drops_the_cues() -> None:
    said: list[str] = []
    speaker = Speaker()
    speaker.add(tone(300, -20, 1), [Cue(20_000, lambda: said.append("late"))])
    speaker.read()
    speaker.cut()
    last = speaker.read()[0].astype(int)
    assert rms(speaker.read()[0]) == 0
    assert (last[FRAME_SAMPLES // 2 :] == 0).all()
    assert np.abs(last[:48]).max() > 1000
    # No step larger than the tone itself makes: nothing clicks.
    assert np.abs(np.diff(last)).max() < 400
    assert said == []
    assert not speaker.speaking


def test_a_mouth_that_is_known_is_shown_and_the_loudness_is_not_asked() -> None:
    speaker = Speaker()
    vowel = tone(2000, -20, 0.4)
    mouths = mouth_track([Phone("u", 0, len(vowel))], vowel)
    speaker.add(tone(300, -20, 0.03), [])
    speaker.add(vowel, [], mouths)
    soundtrack = Soundtrack(speaker)
    late = round(0.03 * SAMPLE_RATE)
    for number in range(4, 16):
        middle = number * FRAME_SAMPLES + FRAME_SAMPLES // 2 - late
        assert soundtrack.frame(number).mouth == mouths.at(middle)
    assert soundtrack.mouth(0.2).width < -0.7


def test_after_a_cut_the_mouth_shuts_though_it_was_known() -> None:
    speaker = Speaker()
    vowel = tone(300, -20, 1)
    speaker.add(vowel, [], mouth_track([Phone("a", 0, len(vowel))], vowel))
    soundtrack = Soundtrack(speaker)
    assert soundtrack.frame(20).mouth.openness > 0.6
    speaker.cut()
    openness = [soundtrack.frame(number).mouth.openness for number in range(21, 30)]
    assert openness[1:] == sorted(openness[1:], reverse=True)
    assert openness[-1] == pytest.approx(0, abs=0.01)
