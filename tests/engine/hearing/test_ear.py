import av
import numpy as np
import pytest

from tests.engine.sounds import noise, tone
from viewer.engine.hearing.ear import Hearing, load_vad
from viewer.engine.hearing.spectrogram import Sound
from viewer.engine.hearing.whisper import LONGEST_SECONDS
from viewer.engine.voice.speaking import Voice
from viewer.media.pcm import SAMPLE_RATE, Samples


def play(hearing: Hearing, pcm: Samples, layout: str = "mono") -> None:
    for start in range(0, len(pcm) - 959, 960):
        part = pcm[start : start + 960]
        interleaved = np.repeat(part, 2) if layout == "stereo" else part
        frame = av.AudioFrame.from_ndarray(interleaved.reshape(1, -1), format="s16", layout=layout)
        frame.sample_rate = SAMPLE_RATE
        hearing.add(frame)


class Heard:
    """What a listener is told, in order, and after how many frames."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.frames: list[int] = []
        self.sounds: list[Sound] = []
        self.hearing: Hearing

    def note(self, event: str) -> None:
        self.events.append(event)
        self.frames.append(self.hearing.frames)

    def speech_began(self) -> None:
        self.note("began")

    def speech_paused(self, sound: Sound) -> None:
        self.note("paused")
        self.sounds.append(sound)

    def speech_resumed(self) -> None:
        self.note("resumed")
        self.sounds.pop()

    def speech_goes_on(self, piece: Sound) -> None:
        self.note("goes on")
        self.sounds.append(piece)

    def speech_ended(self) -> None:
        self.note("ended")


def listening(sensitivity: float = 0.5, longest_pause: float = 10) -> Heard:
    heard = Heard()
    heard.hearing = Hearing(load_vad(), heard, sensitivity, longest_pause)
    return heard


@pytest.fixture
def heard() -> Heard:
    return listening()


@pytest.fixture
def hearing(heard: Heard) -> Hearing:
    return heard.hearing


@pytest.mark.parametrize("layout", ["mono", "stereo"])
def test_a_tone_is_measured(hearing: Hearing, layout: str) -> None:
    play(hearing, tone(440, -26, 1.2), layout)
    assert hearing.level_dbfs == pytest.approx(-26, abs=0.5)
    assert hearing.dominant_hz == pytest.approx(440, abs=2)
    assert hearing.frames == 60


def test_only_the_last_second_counts(hearing: Hearing) -> None:
    play(hearing, tone(440, -20, 1))
    play(hearing, np.zeros(SAMPLE_RATE * 11 // 10, np.int16))
    assert hearing.level_dbfs == -120
    assert hearing.dominant_hz is None


async def test_speech_is_told_from_a_tone(hearing: Hearing, heard: Heard, quick_voice: Voice) -> None:
    play(hearing, tone(440, -20, 1))
    assert heard.events == []
    play(hearing, (await quick_voice.speak("Good morning, can you hear what I am saying to you?")).pcm)
    assert heard.events[0] == "began"
    assert "ended" not in heard.events
    assert hearing.speaking
    play(hearing, np.zeros(SAMPLE_RATE * 2, np.int16))
    assert heard.events[-2:] == ["paused", "ended"]
    assert not hearing.speaking


async def test_all_that_was_said_is_kept_with_a_little_before_it(heard: Heard, quick_voice: Voice) -> None:
    spoken = (await quick_voice.speak("Good morning, can you hear what I am saying to you?")).pcm
    play(heard.hearing, np.concatenate([noise(-70, 2), spoken, noise(-70, 2)]))
    (sound,) = heard.sounds
    loud = np.flatnonzero(np.abs(sound) > 0.02) / 16_000
    expected = np.flatnonzero(np.abs(spoken) > 0.02 * 32767) / SAMPLE_RATE
    assert loud[-1] - loud[0] == pytest.approx(expected[-1] - expected[0], abs=0.05)
    assert 0.05 < loud[0] < 0.35
    assert len(sound) / 16_000 - loud[-1] < 0.4


async def test_the_more_sensitive_the_sooner_a_pause_is_the_end(quick_voice: Voice) -> None:
    spoken = (await quick_voice.speak("What is your name?")).pcm
    seconds = []
    for sensitivity in (0, 0.5, 1):
        heard = listening(sensitivity)
        play(heard.hearing, np.concatenate([spoken, np.zeros(SAMPLE_RATE * 2, np.int16)]))
        assert heard.events[-2:] == ["paused", "ended"]
        seconds.append((heard.frames[-1] - heard.frames[-2]) * 0.02)
    assert seconds == pytest.approx([0.70, 0.26, 0.06], abs=0.03)


async def test_a_pause_is_the_end_at_the_latest_when_that_was_asked_for(quick_voice: Voice) -> None:
    spoken = (await quick_voice.speak("What is your name?")).pcm
    seconds = []
    for sensitivity, longest in ((0, 0.5), (0.5, 0.5), (0, 10)):
        heard = listening(sensitivity, longest)
        play(heard.hearing, np.concatenate([spoken, np.zeros(SAMPLE_RATE * 2, np.int16)]))
        seconds.append((heard.frames[-1] - heard.frames[-2]) * 0.02)
    assert seconds == pytest.approx([0.41, 0.26, 0.70], abs=0.03)


async def test_speech_that_goes_on_after_a_pause_is_one(quick_voice: Voice) -> None:
    heard = listening(0)
    first, second = [(await quick_voice.speak(text)).pcm for text in ("What is your name?", "I am Ann.")]
    silence = np.zeros(SAMPLE_RATE, np.int16)
    play(heard.hearing, np.concatenate([first, silence[: SAMPLE_RATE * 3 // 10], second, silence, silence]))
    assert heard.events[0] == "began"
    assert heard.events[1:-1] == ["paused", "resumed"] * ((len(heard.events) - 3) // 2) + ["paused"]
    assert heard.events[-1] == "ended"
    assert "resumed" in heard.events
    (sound,) = heard.sounds
    assert len(sound) / 16_000 > (len(first) + len(second)) / SAMPLE_RATE


async def test_long_speech_comes_in_pieces_that_a_recogniser_takes(quick_voice: Voice) -> None:
    heard = listening(0)
    text = "The old harbour wakes before the sun does and boats bump softly against the wall."
    spoken = np.trim_zeros((await quick_voice.speak(text)).pcm)
    many = np.tile(spoken, 40 * SAMPLE_RATE // len(spoken))
    play(heard.hearing, np.concatenate([many, np.zeros(SAMPLE_RATE, np.int16)]))
    assert heard.events.count("goes on") == 1
    assert heard.events[-1] == "ended"
    lengths = [len(sound) / 16_000 for sound in heard.sounds]
    assert sum(lengths) == pytest.approx(len(many) / SAMPLE_RATE, abs=1)
    assert max(lengths) < LONGEST_SECONDS
