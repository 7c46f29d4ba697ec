"""The data channel and the WebSocket have no common order: what was sent after an interrupt survives it."""

import asyncio
import base64
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.engine.engine_in_loop import EngineInLoop, Guest
from tests.engine.records import stream_talk
from tests.engine.sounds import tone
from viewer.engine.persona.sending_order import LATEST, SLACK, SendingOrder
from viewer.engine.persona.speech import Speech
from viewer.media.pcm import SAMPLE_RATE

pytestmark = pytest.mark.virtual_time

START = datetime(2030, 1, 1, tzinfo=UTC)
LOW, HIGH = 300, 700


def sent(ago: float = 0.0, *, clock: float = 0.0) -> str:
    """What a client writes whose clock is ``clock`` seconds ahead, of a message sent so long ago."""
    return (START + timedelta(seconds=asyncio.get_running_loop().time() - ago + clock)).isoformat()


def turn(frequency: float, number: int = 0, seconds: float = 2) -> dict[str, Any]:
    pcm = tone(frequency, -12, seconds).tobytes()
    audio = {"audioData": base64.b64encode(pcm).decode(), "sampleRate": SAMPLE_RATE, "channels": 1}
    return audio | {"sequenceNumber": number}


async def heard_in_the_end(client: Guest) -> tuple[float, float]:
    """Wait until all is quiet; seconds and pitch of what was heard since nothing was kept."""
    client.sounds.clear()
    client.heard.clear()
    await asyncio.sleep(6)
    seconds = sum(sound.rms > 0.1 for sound in client.sounds) / 50
    return seconds, client.pitch() if seconds > 0.1 else 0.0


async def speak(client: Guest) -> None:
    """Have the persona speak a turn of the client's, and be heard."""
    await client.signal("agentaudioinput", turn(LOW, seconds=4))
    await client.signal("agentaudioinputend", {})
    await client.until(lambda: client.sounds and client.sounds[-1].rms > 0.1)
    await asyncio.sleep(1)


async def test_a_turn_of_sound_that_overtakes_the_interrupt_before_it_is_heard_whole(
    quick_engine: EngineInLoop,
) -> None:
    async with quick_engine.joined() as client:
        await speak(client)
        await client.signal("agentaudioinput", turn(HIGH, 0, 1))
        client.interrupt()
        await client.signal("agentaudioinput", turn(HIGH, 1, 1))
        await client.signal("agentaudioinputend", {})
        seconds, pitch = await heard_in_the_end(client)
        assert seconds == pytest.approx(2, abs=0.1)
        assert pitch == pytest.approx(HIGH, abs=3)


async def test_also_when_nothing_is_being_said(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        await client.signal("agentaudioinput", turn(HIGH))
        client.interrupt()
        await client.signal("agentaudioinputend", {})
        seconds, _ = await heard_in_the_end(client)
        assert seconds == pytest.approx(2, abs=0.1)


async def test_a_talk_stream_that_overtakes_is_spoken_and_the_one_before_cut(
    quick_engine: EngineInLoop,
) -> None:
    async with quick_engine.joined() as client:
        story = "This is a sentence that is long enough to be cut off in its middle by somebody."
        await stream_talk(client, "first", story, startOfSpeech=True, endOfSpeech=True)
        await client.until(lambda: client.speech("persona"))
        await asyncio.sleep(1)
        await stream_talk(client, "second", "And this is ", startOfSpeech=True)
        client.interrupt()
        await stream_talk(client, "second", "what came after it.", endOfSpeech=True)
        await client.until(lambda: len(client.finished("persona")) == 2)
        assert client.finished("persona")[1] == "And this is what came after it."
        assert client.signalled("talkinputstreaminterrupted") == [{"correlationId": "first"}]


async def test_words_that_were_posted_after_a_typed_text_survive_it(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(llmId="CUSTOMER_CLIENT_V1") as client:
        posted = await quick_engine.http.post(
            "/talk", params={"session_id": client.session_id}, json={"content": "That is my answer."}
        )
        assert posted.is_success
        client.say("What is your answer?")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["That is my answer."]


async def test_what_was_there_before_an_interrupt_is_silenced(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        await client.signal("agentaudioinput", turn(LOW))
        await asyncio.sleep(SLACK + 0.1)
        client.interrupt()
        await client.signal("agentaudioinput", turn(LOW, 1))
        await client.signal("agentaudioinputend", {})
        assert (await heard_in_the_end(client))[0] < 0.1


async def test_by_how_much_an_interrupt_was_late_is_told_by_its_timestamp(
    quick_engine: EngineInLoop,
) -> None:
    async with quick_engine.joined() as client:
        client.send(message_type="interrupt", timestamp=sent(0.03, clock=-500))
        await speak(client)
        await client.signal("agentaudioinput", turn(HIGH))
        await client.signal("agentaudioinputend", {})
        await asyncio.sleep(1)
        # It was lost on its way, and sent again.
        client.send(message_type="interrupt", timestamp=sent(1.1, clock=-500))
        seconds, pitch = await heard_in_the_end(client)
        assert seconds == pytest.approx(2, abs=0.1)
        assert pitch == pytest.approx(HIGH, abs=3)


def spared(order: SendingOrder, timestamp: str) -> float:
    """How long ago something may have come to count as sent after a message that comes now."""
    is_later, now = order.sent_after(timestamp), asyncio.get_running_loop().time()
    steps = range(round(1000 * (SLACK + LATEST)) + 10)
    return max(step / 1000 for step in steps if is_later(Speech(arrived=now - step / 1000)))


async def test_a_client_whose_clock_is_set_back_is_not_taken_for_late_for_ever() -> None:
    order = SendingOrder()
    for ago, clock, late in ((0, 0, 0), (0, -3600, 0), (1, -3600, 1), (0, 3600, 0), (2.9, 3600, 2.9)):
        assert spared(order, sent(ago, clock=clock)) == pytest.approx(SLACK + late, abs=0.002)
        await asyncio.sleep(10)


@pytest.mark.parametrize("written", ["", "yesterday", "2030-01-01T00:00:00", "9999-12-31T23:59:59Z", "\x00"])
async def test_without_a_usable_timestamp_only_what_has_just_come_counts(written: str) -> None:
    order = SendingOrder()
    for _ in range(2):
        assert spared(order, written) == pytest.approx(SLACK, abs=0.002)
        await asyncio.sleep(1)


async def test_what_was_heard_before_an_interrupt_may_be_meant_by_it() -> None:
    order, now = SendingOrder(), asyncio.get_running_loop().time()
    speech = Speech(arrived=now - 0.1)
    assert order.sent_after("")(speech)
    speech.begun = now - 0.01
    assert not order.sent_after("")(speech)
    assert order.sent_after("")(Speech(arrived=now - 0.005))
    told = Speech(arrived=now - 0.005)
    told.told = now - 0.001
    assert not order.sent_after("")(told)
    assert not order.sent_after("")(Speech())  # the engine's own
