import numpy as np

from tests.engine.sounds import tone
from viewer.engine.mouth import SHUT
from viewer.engine.soundtrack import FRAME_SAMPLES, Cue, Soundtrack, Speaker
from viewer.media.pcm import rms


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
    last = speaker.read().astype(int)
    assert rms(speaker.read()) == 0
    assert (last[FRAME_SAMPLES // 2 :] == 0).all()
    assert np.abs(last[:48]).max() > 1000
    # No step larger than the tone itself makes: nothing clicks.
    assert np.abs(np.diff(last)).max() < 400
    assert said == []
    assert not speaker.speaking
