import av
import numpy as np
import pytest

from tests.engine.sounds import tone
from viewer.engine.hearing import Hearing, load_vad
from viewer.engine.voice import Voice
from viewer.media.pcm import SAMPLE_RATE, Samples


def play(hearing: Hearing, pcm: Samples, layout: str = "mono") -> None:
    for start in range(0, len(pcm) - 959, 960):
        part = pcm[start : start + 960]
        interleaved = np.repeat(part, 2) if layout == "stereo" else part
        frame = av.AudioFrame.from_ndarray(interleaved.reshape(1, -1), format="s16", layout=layout)
        frame.sample_rate = SAMPLE_RATE
        hearing.add(frame)


@pytest.fixture
def heard() -> list[bool]:
    return []


@pytest.fixture
def hearing(heard: list[bool]) -> Hearing:
    return Hearing(load_vad(), heard.append)


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


async def test_speech_is_told_from_a_tone(hearing: Hearing, heard: list[bool], voice: Voice) -> None:
    play(hearing, tone(440, -20, 1))
    assert heard == []
    play(hearing, (await voice.speak("Good morning, can you hear what I am saying to you?")).pcm)
    assert heard == [True]
    assert hearing.speaking
    play(hearing, np.zeros(SAMPLE_RATE * 2, np.int16))
    assert heard == [True, False]
