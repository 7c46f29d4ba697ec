"""Talk streams and the agent's sound, in virtual time."""

import asyncio
import base64
import uuid
from typing import Any

import numpy as np
import pytest

from tests.engine.engine_in_loop import EngineInLoop, Guest
from tests.engine.looks import open_mouth
from tests.engine.records import stream_talk
from tests.engine.sounds import tone
from viewer.engine.persona.talk_streams import MAX_STREAM
from viewer.protocol.talk_streams import SILENT_SECONDS

pytestmark = pytest.mark.virtual_time


def interrupted(client: Guest) -> list[str]:
    return [payload["correlationId"] for payload in client.signalled("talkinputstreaminterrupted")]


async def test_a_talk_stream_is_spoken_with_its_ids_and_its_utterances(quick_engine: EngineInLoop) -> None:
    name, one, other = (str(uuid.uuid4()) for _ in range(3))
    async with quick_engine.joined() as client:
        await stream_talk(client, name, "Hello ", startOfSpeech=True, utteranceId=one)
        await stream_talk(client, name, "there. ")
        await stream_talk(client, name, "And you?", utteranceId=other)
        await stream_talk(client, name, "", endOfSpeech=True, utteranceId=other)
        await client.until(lambda: client.finished("persona"))
        chunks = client.speech("persona")
        assert client.finished("persona") == ["Hello there. And you?"]
        assert {chunk["user_action_correlation_id"] for chunk in chunks} == {name}
        assert list(dict.fromkeys(chunk["utterance_id"] for chunk in chunks)) == [one, other]
        assert max(sound.rms for sound in client.sounds) > 0.05
        assert interrupted(client) == []


async def test_an_avatar_of_the_older_model_tells_no_utterances_apart(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(avatarModel="cara-3") as client:
        await stream_talk(client, "one", "Hello there.", endOfSpeech=True, utteranceId=str(uuid.uuid4()))
        await client.until(lambda: client.finished("persona"))
        assert not any("utterance_id" in chunk for chunk in client.speech("persona"))


@pytest.mark.parametrize("how", ["interrupt", "text", "stream", "talk"])
async def test_a_stream_that_is_cut_off_is_reported_once_and_takes_no_more(
    quick_engine: EngineInLoop, how: str
) -> None:
    async with quick_engine.joined() as client:
        await stream_talk(
            client, "first", "This is a sentence that takes a while to say. ", startOfSpeech=True
        )
        await client.until(lambda: client.speech("persona"))
        match how:
            case "interrupt":
                client.interrupt()
            case "text":
                client.say("Hello")
            case "stream":
                await stream_talk(client, "second", "Now this.", endOfSpeech=True)
            case "talk":
                path = f"/talk?session_id={client.session_id}"
                assert (await quick_engine.http.post(path, json={"content": "Now this."})).is_success
        await client.until(lambda: interrupted(client))
        await stream_talk(client, "first", "Nobody hears this.", endOfSpeech=True)
        await client.until(lambda: client.speech("persona")[0]["message_id"] in ended(client))
        first = client.speech("persona")[0]["message_id"]
        last = [chunk for chunk in client.speech("persona") if chunk["message_id"] == first][-1]
        assert last["interrupted"]
        if how != "interrupt":
            await client.until(lambda: len(client.finished("persona")) == 2)
        assert interrupted(client) == ["first"]
        assert not any("Nobody" in chunk["content"] for chunk in client.speech("persona"))


def ended(client: Guest) -> set[str]:
    return {chunk["message_id"] for chunk in client.speech("persona") if chunk["end_of_speech"]}


async def test_a_talk_stream_without_text_ends_and_is_not_reported_as_cut_off(
    quick_engine: EngineInLoop,
) -> None:
    async def is_open() -> bool:
        return "stream" in list((await quick_engine.observed(client.session_id))["talkStreams"])

    async with quick_engine.joined() as client:
        await stream_talk(client, "stream", "The beginning.", startOfSpeech=True)
        await asyncio.sleep(SILENT_SECONDS - 1)
        await stream_talk(client, "stream", "All that comes.")
        for _ in range(2):
            await asyncio.sleep(SILENT_SECONDS / 2 - 0.1)
            await stream_talk(client, "stream", "")  # empty chunks do not count
        assert await is_open()
        await asyncio.sleep(0.2)
        assert not await is_open()
        await stream_talk(client, "stream", "Too late.")
        await client.until(lambda: client.finished("persona"))
        await asyncio.sleep(5)
        assert client.finished("persona") == ["The beginning.All that comes."]
        assert not client.speech("persona")[-1]["interrupted"]
        assert interrupted(client) == []


async def test_a_talk_stream_that_grows_too_long_is_cut_off(quick_engine: EngineInLoop) -> None:
    # Nobody listens: what is said first is never over, and the stream waits for its turn.
    async with quick_engine.joined(listens=False) as client:
        await stream_talk(client, "first", "Hold on.", startOfSpeech=True, endOfSpeech=True)
        for part in range(10):
            await stream_talk(client, "long", MAX_STREAM // 10 * "x", startOfSpeech=part == 0)
        assert interrupted(client) == []
        assert (await quick_engine.observed(client.session_id))["talkStreams"] == ["long"]
        await stream_talk(client, "long", "x")
        assert interrupted(client) == ["long"]
        await stream_talk(client, "long", "x", endOfSpeech=True)
        assert interrupted(client) == ["long"]
        assert (await quick_engine.observed(client.session_id))["talkStreams"] == []


async def test_a_malformed_chunk_is_ignored(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        await client.signal("talkstream", "rubbish")
        await client.signal("talkstream", {"content": "no ids"})
        await stream_talk(client, "good", "Still here.", endOfSpeech=True)
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["Still here."]


@pytest.mark.parametrize(("rate", "channels"), [(24_000, 1), (16_000, 2), (44_100, 1), (48_000, 2)])
async def test_the_agents_sound_is_spoken_at_any_rate(
    quick_engine: EngineInLoop, rate: int, channels: int
) -> None:
    async with quick_engine.joined() as client:
        # A hum whose pitch tells whether the rate was understood, cut into odd pieces.
        times = np.arange(rate) / rate
        hum = (8000 * np.sin(2 * np.pi * 300 * times)).astype("<i2").repeat(channels).tobytes()
        for number, start in enumerate(range(0, len(hum), 9_999)):
            await client.signal("agentaudioinput", audio(hum[start : start + 9_999], rate, channels, number))
        await client.signal("agentaudioinputend", {})
        await client.until(lambda: sum(sound.rms > 0.1 for sound in client.sounds) >= 45)
        await client.until(lambda: client.sounds[-1].rms < 0.01)
        heard = sum(sound.rms > 0.1 for sound in client.sounds)
        assert heard == pytest.approx(50, abs=2)
        assert client.pitch() == pytest.approx(300, abs=2)
        assert client.speech("persona") == []
        assert (await quick_engine.observed(client.session_id))["audioGaps"] == 0


def audio(data: bytes, rate: int, channels: int, number: int) -> dict[str, Any]:
    return {
        "audioData": base64.b64encode(data).decode(),
        "encoding": "pcm_s16le",
        "sampleRate": rate,
        "channels": channels,
        "sequenceNumber": number,
    }


async def test_the_agents_sound_survives_gaps_and_is_dropped_after_a_cut(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        hum = tone(300, -12, 0.5)[::2].tobytes()
        await client.signal("agentaudioinput", {"audioData": "rubbish!", "sampleRate": 24_000})
        for number in (0, 1, 4):
            await client.signal("agentaudioinput", audio(hum, 24_000, 1, number))
        await client.until(lambda: client.sounds and client.sounds[-1].rms > 0.1)
        client.interrupt()
        await client.until(lambda: client.sounds[-1].rms < 0.001)
        cut = len(client.sounds)
        await client.signal("agentaudioinput", audio(hum, 24_000, 1, 5))
        await client.signal("agentaudioinputend", {})
        await client.until(lambda: len(client.sounds) > cut + 50)
        assert max(sound.rms for sound in client.sounds[cut + 15 :]) < 0.001
        assert (await quick_engine.observed(client.session_id))["audioGaps"] == 1
        await client.signal("agentaudioinput", audio(hum, 24_000, 1, 0))
        await client.until(lambda: client.sounds[-1].rms > 0.1)


async def test_the_mouth_moves_with_the_agents_sound(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(look=open_mouth) as client:
        await client.until(lambda: len(client.pictures) > 10)
        shut = max(picture.seen for picture in client.pictures)
        hum = tone(300, -12, 2)[::2].tobytes()
        await client.signal("agentaudioinput", audio(hum, 24_000, 1, 0))
        await client.signal("agentaudioinputend", {})
        await client.until(lambda: client.pictures[-1].seen > shut + 300)
        await client.until(lambda: client.sounds[-1].rms > 0.1)
        await client.until(lambda: client.pictures[-1].seen < shut + 50)


async def test_the_id_of_a_stream_that_is_over_may_be_used_again(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        for words in ("Once.", "Twice."):
            await stream_talk(client, "same", words, startOfSpeech=True, endOfSpeech=True)
            await client.until(lambda: client.finished("persona")[-1:] == [words])  # noqa: B023 - awaited here
        assert interrupted(client) == []
