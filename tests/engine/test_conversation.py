"""What is said in a session, in virtual time: typed, spoken aloud, sent to be spoken, cut off."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import numpy as np
import pytest

from tests.engine.engine_in_loop import EngineInLoop, Guest
from tests.engine.looks import corner, open_mouth_of
from tests.engine.microphone import Microphone
from tests.engine.sounds import noise, tone
from viewer.engine.brains.brain import Conversation
from viewer.engine.brains.script import greeting, reply
from viewer.engine.cast import characters
from viewer.engine.cast.characters import LENA, MATEO, Character
from viewer.engine.face.looks import LOOKS
from viewer.engine.face.painter import FacePainter
from viewer.engine.face.portrait import load_portrait
from viewer.engine.face.pose import Pose
from viewer.engine.hearing.spectrogram import Sound
from viewer.engine.voice.speaking import Voice
from viewer.media.pcm import SAMPLE_RATE, Samples

pytestmark = pytest.mark.virtual_time

GREETING = greeting(characters.JOE, "Joe")
SILENCE: Samples = np.zeros(SAMPLE_RATE, np.int16)


async def test_the_persona_greets_in_step_with_its_voice(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(skipGreeting=False) as client:
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == [GREETING]
        assert len(client.speech("persona")) > 10
        assert client.loudest > 0.05
        steps = np.diff([sound.pts for sound in client.sounds])
        assert set(steps) == {960}
        await asyncio.sleep(10)
        assert client.finished("persona") == [GREETING]  # once


@pytest.mark.parametrize("character", [LENA, MATEO])
async def test_other_personas_appear_as_themselves_in_their_own_size(
    quick_engine: EngineInLoop, character: Character
) -> None:
    drawn = FacePainter(load_portrait(LOOKS[character.avatar_id], character.size)).frame(Pose())
    async with quick_engine.joined(look=corner, personaId=character.avatar_id) as client:
        await client.until(lambda: len(client.pictures) > 3)
    assert {picture.size for picture in client.pictures} == {character.size}
    assert client.pictures[-1].seen == pytest.approx(corner(drawn), abs=1)


@pytest.mark.parametrize(
    ("language", "character"), [("de", LENA), pytest.param("es-ES", MATEO, marks=pytest.mark.long)]
)
async def test_a_persona_of_another_language_welcomes_the_user_in_it(
    quick_engine: EngineInLoop, language: str, character: Character
) -> None:
    config: dict[str, Any] = {"personaId": None, "name": "Ann", "languageCode": language}
    look = open_mouth_of(character.avatar_id)
    async with quick_engine.joined(look=look, skipGreeting=False, **config) as client:
        await client.until(lambda: client.speech("persona") and len(client.pictures) > 50)
        mouth = [picture.seen for picture in client.pictures]
        client.look = None  # seen enough
        await client.until(lambda: client.finished("persona"))
    assert client.finished("persona") == [greeting(character, "Ann")]
    assert client.loudest > 0.05
    assert np.ptp(mouth) > 10


async def test_a_typed_text_is_answered_by_voice(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        await asyncio.sleep(2)
        assert client.loudest == 0
        client.say("Do you like bananas?")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("user") == ["Do you like bananas?"]
        assert client.finished("persona") == [reply(Conversation("Do you like bananas?"))]
        assert client.loudest > 0.05
        client.say("  ")  # nothing was said
        await asyncio.sleep(2)
        assert len(client.finished("user")) == 1


async def test_a_session_may_ask_for_another_brain(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(llmId="echo") as client:
        client.say("What time is it on my computer?")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["What time is it on my computer?"]


async def test_an_interruption_cuts_the_voice(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(skipGreeting=False) as client:
        await client.until(lambda: len(client.speech("persona")) > 3 and client.sounds[-1].rms > 0.02)
        client.interrupt()
        assert client.speech("persona")[-1]["end_of_speech"]
        assert client.speech("persona")[-1]["interrupted"]
        assert client.finished("persona") != [GREETING]
        heard = len(client.sounds)
        await asyncio.sleep(3)
        assert max(sound.rms for sound in client.sounds[heard + 1 :]) == 0


async def test_talk_is_spoken_verbatim(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        for words in ("Exactly these words.", "And these."):
            path = f"/talk?session_id={client.session_id}"
            assert (await quick_engine.http.post(path, json={"content": words})).is_success
        await client.until(lambda: len(client.finished("persona")) == 2)
        assert client.finished("persona") == ["Exactly these words.", "And these."]
        assert client.finished("user") == []


async def test_two_sessions_do_not_mix(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as one, quick_engine.joined() as other:
        one.say("hello")
        other.say("thanks")
        await one.until(lambda: one.finished("persona"))
        await other.until(lambda: other.finished("persona"))
        assert one.finished("persona") == [reply(Conversation("hello"))]
        assert other.finished("persona") == [reply(Conversation("thanks"))]


async def test_noise_on_the_wire_does_no_harm(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        for text in ("", "{", "[]", '{"actionType": 5}', '{"actionType": "unheardof"}'):
            await client.socket.send(text)
        await client.socket.send(b"\x00\xff")
        await client.signal("icecandidate", {"candidate": "candidate:rubbish", "sdpMid": "0"})
        await client.signal("icecandidate", {"candidate": "", "sdpMid": "0"})
        for stray in ("", "{", '{"message_type": "context"}', '{"message_type": "speech"}'):
            client.send_data(stray)
        client.send_data(b"\x00\xff")
        client.say("hello")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("user") == ["hello"]


# -- aloud


@pytest.fixture
async def microphone() -> AsyncIterator[Microphone]:
    microphone = Microphone()
    yield microphone
    microphone.stop()


@pytest.mark.usefixtures("ears")
async def test_the_microphone_is_heard(quick_engine: EngineInLoop, microphone: Microphone) -> None:
    async with quick_engine.joined() as client:
        client.tasks.spawn("microphone", client.play(microphone))
        await microphone.hear(tone(440, -20, 1.5))
        seen = (await quick_engine.observed(client.session_id))["microphone"]
        assert seen["frames"] == pytest.approx(75, abs=2)
        assert seen["dominantHz"] == pytest.approx(440, abs=3)
        assert seen["levelDbfs"] == pytest.approx(-20, abs=0.5)
        assert not seen["speaking"]
        assert client.told("userSpeechStarted") == []


def understanding(engine: EngineInLoop, monkeypatch: pytest.MonkeyPatch, *texts: str) -> list[Sound]:
    """Has ``engine`` recognise one of ``texts`` after the other; returns what it was to recognise."""
    sounds: list[Sound] = []
    left = iter(texts)

    async def recognise(sound: Sound, language: str) -> str | None:
        assert language == "en-US"
        sounds.append(sound)
        return next(left)

    monkeypatch.setattr(engine.registry.recogniser, "recognise", recognise)
    return sounds


def ids(client: Guest) -> set[str]:
    """The correlation ids of all that was told."""
    return {message["data"]["user_action_correlation_id"] for message in client.messages}


@pytest.mark.usefixtures("ears")
async def test_a_spoken_question_is_answered_aloud(
    quick_engine: EngineInLoop,
    quick_voice: Voice,
    microphone: Microphone,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    question = "Do you like bananas?"
    spoken = (await quick_voice.speak(question)).pcm
    sounds = understanding(quick_engine, monkeypatch, question)
    async with quick_engine.joined() as client:
        client.tasks.spawn("microphone", client.play(microphone))
        end = await microphone.hear(spoken)
        await client.until(lambda: client.finished("persona"))
        assert client.finished("user") == [question]
        assert client.finished("persona") == [reply(Conversation(question))]
        assert len(ids(client)) == 1
        kinds = [message["messageType"] for message in client.messages[:3]]
        assert kinds == ["userSpeechStarted", "userSpeechEnded", "speechText"]
        # What takes no time here is what is worked out while the pause is waited for.
        assert client.told_at("userSpeechEnded")[0] - end == pytest.approx(0.37, abs=0.1)
        assert client.told_at("speechText")[1] - client.told_at("userSpeechEnded")[0] < 0.15
        assert len(sounds[0]) / 16_000 == pytest.approx(len(spoken) / SAMPLE_RATE, abs=0.4)


@pytest.mark.usefixtures("ears")
async def test_speaking_silences_the_persona(
    quick_engine: EngineInLoop,
    quick_voice: Voice,
    microphone: Microphone,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    understanding(quick_engine, monkeypatch, *[""] * 9)
    async with quick_engine.joined(skipGreeting=False) as client:
        client.tasks.spawn("microphone", client.play(microphone))
        await client.until(lambda: len(client.speech("persona")) > 3)
        began = asyncio.get_running_loop().time()
        await microphone.hear((await quick_voice.speak("Good morning, can you hear me?")).pcm)
        await client.until(lambda: client.told("userSpeechEnded"))
        (cut,) = [chunk for chunk in client.speech("persona") if chunk["interrupted"]]
        assert cut["end_of_speech"]
        # It is silenced by the voice, not by the words, which come much later.
        kinds = [message["messageType"] for message in client.messages]
        place = next(i for i, m in enumerate(client.messages) if m["data"] is cut)
        assert kinds[place - 1] == "userSpeechStarted"
        assert client.told_at("userSpeechStarted")[0] - began < 0.7
        assert client.finished("user") == []


@pytest.mark.usefixtures("ears")
async def test_nothing_is_said_to_what_is_not_speech(
    quick_engine: EngineInLoop, quick_voice: Voice, microphone: Microphone
) -> None:
    cough = noise(-10, 0.4) * np.exp(-np.arange(round(0.4 * SAMPLE_RATE)) / 5000)
    async with quick_engine.joined() as client:
        client.tasks.spawn("microphone", client.play(microphone))
        for sound in (SILENCE, noise(-30, 2), cough.astype(np.int16), noise(-20, 1)):
            await microphone.hear(np.concatenate([sound, SILENCE]))
        await asyncio.sleep(2)
        assert client.messages == []
        # What comes after all this shows that it was listened to.
        await microphone.hear((await quick_voice.speak("Do you like bananas?")).pcm)
        await client.until(lambda: client.told("userSpeechEnded"))


@pytest.mark.usefixtures("ears")
async def test_the_configuration_says_how_soon_a_pause_is_the_end(
    quick_engine: EngineInLoop, quick_voice: Voice
) -> None:
    spoken = (await quick_voice.speak("What is your name?")).pcm
    waits = []
    for sensitivity in (0.0, 0.5, 1.0):
        microphone = Microphone()
        detection = {"endOfSpeechSensitivity": sensitivity}
        async with quick_engine.joined(voiceDetectionOptions=detection) as client:
            client.tasks.spawn("microphone", client.play(microphone))
            end = await microphone.hear(spoken)
            await client.until(lambda: client.told("userSpeechEnded"))
            waits.append(client.told_at("userSpeechEnded")[-1] - end)
    assert waits[0] - waits[1] == pytest.approx(0.80 - 0.35, abs=0.05)
    assert waits[1] - waits[2] == pytest.approx(0.35 - 0.16, abs=0.05)


@pytest.mark.usefixtures("ears")
async def test_without_hearing_it_is_noticed_that_somebody_speaks(
    quick_engine: EngineInLoop, quick_voice: Voice, microphone: Microphone
) -> None:
    async with quick_engine.joined() as client:
        client.tasks.spawn("microphone", client.play(microphone))
        await microphone.hear((await quick_voice.speak("Do you like bananas?")).pcm)
        await client.until(lambda: client.told("userSpeechEnded"))
        await asyncio.sleep(2)
        client.say("Hello")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("user") == ["Hello"]
