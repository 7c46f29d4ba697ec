"""Every voice says what it is asked to, in time with its words and its mouth."""

import asyncio
import itertools
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable

import numpy as np
import numpy.typing as npt
import pytest

from viewer.engine.cast.characters import VOICES
from viewer.engine.voice.espeak import Espeak, Timbre
from viewer.engine.voice.piper import PiperVoice
from viewer.engine.voice.soundtrack import FRAME_SAMPLES
from viewer.engine.voice.speaking import SpokenSentence, Voice, sentences, unspoken, words
from viewer.engine.voice.voices import Voices
from viewer.errors import UsageError
from viewer.media.pcm import SAMPLE_RATE, Samples, rms

_STEP = SAMPLE_RATE // 200
_LIPS = {
    "joe": "Maybe Bobby will remember a puppy or a poppy. Our papa was a happy boy.",
    "lena": "Oma liebt Papa, aber Emma lebt allein. Eine Lampe, ein Opa, eine Biene.",
    "mateo": "La paloma lee su mapa. El amo lava la ropa. Una copa y una mariposa.",
}
_PAUSES = {
    "joe": "Monday, we, incomprehensibility, buy, 7, bananas.",
    "lena": "Eins, Donaudampfschifffahrt, ja, 1999, nein, Unabhängigkeit, du.",
    "mateo": "Uno, responsabilidad, no, 1999, yo, conversación, dos.",
}
every_voice = pytest.mark.parametrize("voice_id", list(VOICES))

Speak = Callable[[str], Awaitable[SpokenSentence]]


@pytest.fixture(scope="module")
def spoken_before() -> dict[tuple[str, str], SpokenSentence]:
    return {}


@pytest.fixture
async def speak(voices: Voices, voice_id: str, spoken_before: dict[tuple[str, str], SpokenSentence]) -> Speak:
    """Says a text, and each text only once in this file: that is what takes the time."""
    voice = await voices.load(voice_id)

    async def speak(text: str) -> SpokenSentence:
        if (voice_id, text) not in spoken_before:
            spoken_before[voice_id, text] = await voice.speak(text)
        return spoken_before[voice_id, text]

    return speak


def levels(pcm: Samples, low: float, high: float) -> npt.NDArray[np.float64]:
    """The power in dB between two frequencies, every 5 ms, in windows of 20 ms about it."""
    padded = np.pad(pcm.astype(np.float64), 2 * _STEP)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 4 * _STEP)[::_STEP] * np.hanning(4 * _STEP)
    power = np.abs(np.fft.rfft(windows)) ** 2
    hertz = np.fft.rfftfreq(4 * _STEP, 1 / SAMPLE_RATE)
    levels: npt.NDArray[np.float64] = 10 * np.log10(power[:, (hertz > low) & (hertz < high)].sum(axis=1) + 1)
    return levels


def middles(marked: npt.NDArray[np.bool_], longest: float = np.inf) -> list[float]:
    """The middle of each run of True that is no longer than so many steps and not at an end, in ms."""
    edges = np.flatnonzero(np.diff(marked.astype(int)))
    runs = [(a, b) for a, b in itertools.pairwise(edges) if marked[a + 1] and b - a <= longest]
    return [5 * (a + 1 + b) / 2 for a, b in runs]


def openness(spoken: SpokenSentence) -> npt.NDArray[np.float64]:
    """Of the mouth, every 5 ms."""
    return np.array([spoken.mouths.at(place).openness for place in range(0, len(spoken.pcm), _STEP)])


@every_voice
async def test_lips_are_shut_where_the_sound_is(speak: Speak, voice_id: str) -> None:
    spoken = await speak(_LIPS[voice_id])
    power = np.convolve(levels(spoken.pcm, 500, 5000), np.hanning(7) / 3, "same")
    around = np.pad(power, 20, mode="edge")
    dips = middles(power < np.lib.stride_tricks.sliding_window_view(around, 41).max(axis=1) - 13)
    closures = middles(openness(spoken) < 0.02, longest=30)  # a pause is longer
    apart = np.array([min(abs(dip - closure) for dip in dips) for closure in closures])
    assert len(closures) >= 8
    assert (apart <= 45).mean() > 0.8


@every_voice
async def test_the_mouth_opens_with_the_vowels_and_rests_in_silence(speak: Speak, voice_id: str) -> None:
    spoken = await speak(_LIPS[voice_id])
    loudness = np.clip(levels(spoken.pcm, 100, 8000), 80, None)
    mouth = openness(spoken)
    likeness = float(np.corrcoef(mouth, loudness[: len(mouth)])[0, 1])
    # A round or spread vowel is loud with a narrow mouth: a mouth of loudness alone would be nearer to 1.
    assert likeness > 0.45
    assert mouth.max() > 0.7
    assert mouth[-1] < 0.1


@every_voice
async def test_words_begin_where_they_are_heard_to(speak: Speak, voice_id: str) -> None:
    spoken = await speak(_PAUSES[voice_id])
    blocks = spoken.pcm[: len(spoken.pcm) // 240 * 240].reshape(-1, 240)
    heard = np.array([rms(block) > 0.004 for block in blocks])
    quiet = np.lib.stride_tricks.sliding_window_view(np.pad(heard, (18, 0)), 18)[:-1].any(axis=1)
    onsets = np.flatnonzero(heard & ~quiet) * 240
    assert len(onsets) == len(spoken.words)
    positions = np.array([word.position for word in spoken.words])
    apart = np.abs(positions - onsets) / SAMPLE_RATE
    assert np.median(apart) < 0.06
    assert apart.max() < 0.12


@every_voice
async def test_every_voice_is_as_loud(speak: Speak, voice_id: str) -> None:
    pcm = (await speak(_LIPS[voice_id])).pcm
    loud = pcm[np.abs(pcm.astype(int)) > 600]
    assert -23 < 20 * np.log10(rms(loud)) < -17


@every_voice
async def test_no_voice_hurries_or_drawls(speak: Speak, voice_id: str) -> None:
    spoken = await speak(_LIPS[voice_id])
    assert 0.2 < len(spoken.pcm) / SAMPLE_RATE / len(spoken.words) < 0.6


@every_voice
@pytest.mark.parametrize(
    "text",
    [
        "… ",
        "--- ",
        "\x01\x02 ",
        "[[ ",
        "a",
        "3.141,5 € & 5 % №7 ",
        "ok 👍🏽 ",
        "\u202eevil\u202c \ud800 ",
        "日本 и я ",
        pytest.param("w" * 500, marks=pytest.mark.long),
    ],
)
async def test_whatever_it_is_given_keeps_its_text_and_its_order(
    speak: Speak, voice_id: str, text: str
) -> None:
    spoken = await speak(text)
    assert "".join(word.text for word in spoken.words) == text
    positions = [word.position for word in spoken.words]
    assert positions == sorted(positions)
    assert all(0 <= position <= len(spoken.pcm) for position in positions)


@every_voice
async def test_the_longest_sentences_are_spoken(speak: Speak, voice_id: str) -> None:
    longest = sentences("though tres eins through " * 200)[0]
    spoken = await speak(longest)
    positions = np.array([word.position for word in spoken.words])
    assert len(spoken.pcm) > 8 * SAMPLE_RATE
    # No word waits for another one to be over.
    assert np.diff(positions).min() > FRAME_SAMPLES


@every_voice
async def test_markup_and_phonemes_are_read_as_text(speak: Speak, voice_id: str) -> None:
    plain = len((await speak("Yes no")).pcm)
    for marked in ('<break time="9s"/>Yes no', "[[_:_:_:_:_:_:_:]]Yes no"):
        assert len((await speak(marked)).pcm) < plain + 8 * SAMPLE_RATE
    assert len((await speak("\x0110S\x01+9T Yes no")).pcm) < plain + 5 * SAMPLE_RATE


async def test_a_voice_is_loaded_once_and_an_unknown_one_is_joes(voices: Voices) -> None:
    one, same = await asyncio.gather(voices.load("lena"), voices.load("lena"))
    assert one is same
    assert await voices.load("b7bf471f-5435-49f8-a979-4483e4ccc10f") is await voices.load("joe")


async def test_all_voices_speak_at_one_time_each_its_own_words(voices: Voices) -> None:
    async def words_of(voice: Voice, number: int) -> str:
        return "".join(word.text for word in (await voice.speak(f"Number {number} of all. ")).words)

    loaded = [await voices.load(voice_id) for voice_id in VOICES]
    said = await asyncio.gather(*(words_of(loaded[n % len(loaded)], n) for n in range(6)))
    assert said == [f"Number {n} of all. " for n in range(6)]


async def test_joe_sounds_the_same_whoever_else_has_spoken(voices: Voices) -> None:
    joe = await voices.load("joe")
    assert isinstance(joe, PiperVoice)
    before = joe._piper.phonemize("Good morning to you all.")
    await (await voices.load("mateo")).speak("Buenos días.")
    assert joe._piper.phonemize("Good morning to you all.") == before


async def test_a_library_without_the_voice_says_so(voices: Voices) -> None:
    await voices.load("lena")
    library = voices._espeak
    assert isinstance(library, Espeak)
    with pytest.raises(OSError, match="no voice xx-none"):
        await library.utter("Hello", Timbre("xx-none", 160, 50, 50))


@pytest.mark.parametrize("voice_id", ["joe", "lena"])
async def test_a_voice_that_cannot_be_loaded_is_told_in_one_sentence_and_tried_again(
    voice_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts: list[str] = []

    def broken() -> None:
        attempts.append(voice_id)
        raise OSError("the disk is gone")

    monkeypatch.setattr("viewer.engine.voice.voices.PiperVoice", broken)
    monkeypatch.setattr("viewer.engine.voice.voices.Espeak", broken)
    voices = Voices()
    for _ in range(2):
        with pytest.raises(UsageError) as caught:
            await voices.load(voice_id)
        assert caught.value.message == f"The voice “{voice_id}” cannot be loaded: the disk is gone."
        assert "pip install" in caught.value.hint
    assert len(attempts) == 2


_CLOSING = """
import asyncio, threading
from viewer.engine.voice.voices import Voices

async def main():
    voices = Voices()
    loaded = [await voices.load(voice_id) for voice_id in ("lena", "mateo")]
    speaking = [asyncio.ensure_future(voice.speak("Bla, " * 40)) for voice in loaded * 2]
    await asyncio.wait(speaking, return_when=asyncio.FIRST_COMPLETED)
    voices.close()
    voices.close()
    await asyncio.gather(*speaking, return_exceptions=True)

asyncio.run(main())
print([thread.name for thread in threading.enumerate() if thread.name.startswith("espeak")])
"""


def test_closed_voices_leave_no_thread_though_they_were_speaking() -> None:
    # In a process of its own: the library has its state in globals, and the other tests speak with it.
    done = subprocess.run([sys.executable, "-c", _CLOSING], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


async def test_joe_when_closed_ends_what_he_is_saying_drops_what_waits_and_leaves_no_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, released = threading.Event(), threading.Event()
    speakers: list[threading.Thread] = []

    def speak(_: PiperVoice, sentence: str) -> SpokenSentence:
        speakers.append(threading.current_thread())
        begun.set()
        released.wait(30)
        return unspoken(words(sentence))

    monkeypatch.setattr("viewer.engine.voice.piper._load_model", lambda: None)
    monkeypatch.setattr(PiperVoice, "_speak", speak)
    voices = Voices()
    joe = await voices.load("joe")
    said, waits = (asyncio.ensure_future(joe.speak(text)) for text in ("One", "Two"))
    await asyncio.to_thread(begun.wait, 30)
    voices.close()
    voices.close()
    released.set()
    assert [word.text for word in (await said).words] == ["One"]
    with pytest.raises(asyncio.CancelledError):
        await waits
    (speaker,) = speakers
    await asyncio.to_thread(speaker.join, 30)
    assert not speaker.is_alive()
