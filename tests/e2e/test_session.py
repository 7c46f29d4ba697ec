"""The session layer against the real broker and the real engine, over real loopback WebRTC."""

import asyncio
import shutil
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import numpy as np
import pytest

from tests.e2e.running_session import running_session
from tests.processes import API_KEY, Server, start_broker, start_engine
from tests.sound_system import RATE, tone
from viewer import errors
from viewer.engine.piper_voice import PiperVoice
from viewer.media.pcm import rms
from viewer.protocol.actions import CloseReason
from viewer.protocol.api import BrokerSession, IceServer
from viewer.session import events
from viewer.session.broker import request_session
from viewer.session.events import Phase


async def test_pictures_and_voice_arrive_and_every_milestone_is_reached(broker: Server) -> None:
    async with running_session(broker.url) as running:
        await running.seen(events.MilestoneReached, lambda event: event.milestone == "session_ready")
        await running.phase(Phase.LIVE)
        greeting = await running.seen(events.MessageUpdated, lambda event: event.message.complete)
    milestones = {
        e.milestone: e.milliseconds for e in running.events if isinstance(e, events.MilestoneReached)
    }
    assert set(milestones) == {"broker", "signalling", "answer", "ice", "first_frame", "session_ready"}
    assert milestones["broker"] < milestones["signalling"] < milestones["answer"] < milestones["ice"]
    assert milestones["ice"] < milestones["first_frame"]
    assert greeting.message.role == "persona"
    assert greeting.message.content
    received = await running.seen(events.MediaReceived)
    assert (received.width, received.height, received.video_codec) == (720, 480, "VP8")
    assert 5 < received.video_fps < 26
    assert received.audio_rms > 0.005
    assert running.closed == events.SessionClosed(CloseReason.NORMAL, None)


async def test_typed_text_is_answered_by_voice_and_words(broker: Server) -> None:
    async with running_session(broker.url) as running:
        await running.phase(Phase.LIVE)
        await running.seen(events.MessageUpdated, lambda event: event.message.complete)
        running.speaker.clear()
        running.session.perform(events.SendText("What are you?"))
        said = await running.seen(events.MessageUpdated, lambda event: event.message.role == "user")
        greeting = next(e.message.id for e in running.events if isinstance(e, events.MessageUpdated))
        answer = await running.seen(
            events.MessageUpdated,
            lambda e: e.message.role == "persona" and e.message.id != greeting and e.message.complete,
        )
        heard = running.speaker.read(RATE * 20)
    assert said.message.content == "What are you?"
    assert answer.message.content
    assert rms(heard) > 0.005


async def test_what_is_said_into_the_microphone_is_answered(broker: Server) -> None:
    voice = PiperVoice()
    question = (await voice.speak("Do you like bananas?")).pcm
    voice.close()
    async with running_session(broker.url) as running:
        await running.phase(Phase.LIVE)
        greeting = await running.seen(events.MessageUpdated, lambda event: event.message.complete)
        running.microphone.write(question.reshape(-1, 1))
        said = await running.seen(events.MessageUpdated, lambda event: event.message.role == "user")
        assert "bananas" in said.message.content
        answer = await running.seen(
            events.MessageUpdated,
            lambda e: e.message.role == "persona" and e.message.id != greeting.message.id,
        )
        assert answer.message.content


async def test_an_interrupted_persona_falls_silent_and_its_message_says_so(broker: Server) -> None:
    async with running_session(broker.url) as running:
        await running.seen(events.MessageUpdated)
        running.session.perform(events.InterruptPersona())
        cut = await running.seen(events.MessageUpdated, lambda event: event.message.interrupted)
        assert cut.message.complete


async def test_the_microphones_tone_is_measured_at_the_engine(broker: Server, engine: Server) -> None:
    async with running_session(broker.url) as running:
        started = await running.seen(events.SessionStarted)
        await running.phase(Phase.LIVE)
        sound = tone(700, 4).reshape(-1, 1)
        running.microphone.write(sound)
        async with (
            httpx.AsyncClient(headers={"Authorization": f"Bearer {API_KEY}"}) as client,
            asyncio.timeout(15),
        ):
            while True:
                sessions = (await client.get(f"{engine.url}/v1/engine/sessions")).json()
                heard = next(s for s in sessions if s["sessionId"] == started.session_id)["microphone"]
                if heard["levelDbfs"] > -20 and heard["dominantHz"] == pytest.approx(700, abs=15):
                    break
                await asyncio.sleep(0.05)


@pytest.mark.parametrize("phase", [Phase.ASKING_BROKER, Phase.SIGNALLING, Phase.CONNECTING, Phase.LIVE])
async def test_closing_is_clean_and_quick_from_every_state(broker: Server, phase: Phase) -> None:
    before = asyncio.all_tasks()
    async with running_session(broker.url) as running:
        await running.phase(phase)
        asked = time.monotonic()
    assert time.monotonic() - asked < 1
    assert running.closed == events.SessionClosed(CloseReason.NORMAL, None)
    assert asyncio.all_tasks() == before


async def test_a_wrong_persona_gets_its_sentence(broker: Server) -> None:
    async with running_session(broker.url, "nobody") as running:
        await running.seen(events.SessionClosed)
    assert isinstance(running.closed.error, errors.InvalidRequest)
    assert "Unknown persona" in running.closed.error.message


async def test_a_wrong_key_gets_its_sentence_and_the_key_is_nowhere(engine: Server) -> None:
    broker = start_broker(engine.url, "wrong-key-wrong-key")
    try:
        async with running_session(broker.url) as running:
            await running.seen(events.SessionClosed)
    finally:
        broker.stop()
    assert isinstance(running.closed.error, errors.KeyRefused)
    assert "wrong-key" not in str(running.events)


async def test_no_broker_at_the_url_gets_its_sentence() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
        async with running_session(url) as running:
            await running.seen(events.SessionClosed)
    assert isinstance(running.closed.error, errors.BrokerUnreachable)


@pytest.fixture
async def hanging_broker() -> AsyncIterator[str]:
    """Takes every request and never answers."""
    released = asyncio.Event()

    async def hang(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await released.wait()
        writer.close()

    server = await asyncio.start_server(hang, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    released.set()
    server.close()
    await server.wait_closed()


async def test_a_broker_that_hangs_is_waited_for_once_and_gets_its_sentence(hanging_broker: str) -> None:
    async with running_session(hanging_broker) as running:
        closed = await running.seen(events.SessionClosed, within=30)
    assert isinstance(closed.error, errors.BrokerTimeout)


async def test_closing_does_not_wait_for_a_broker_that_hangs(hanging_broker: str) -> None:
    async with running_session(hanging_broker) as running:
        await running.phase(Phase.ASKING_BROKER)
        asked = time.monotonic()
    assert time.monotonic() - asked < 1
    assert running.closed.error is None


async def test_an_engine_that_dies_is_noticed_and_gets_its_sentence() -> None:
    engine = start_engine()
    broker = start_broker(engine.url)
    try:
        async with running_session(broker.url) as running:
            await running.phase(Phase.LIVE)
            engine.kill()
            closed = await running.seen(events.SessionClosed, within=10)
    finally:
        broker.stop()
    assert isinstance(closed.error, errors.SignallingLost | errors.MediaLost)
    assert running.pictures.take() is not None


@pytest.mark.skipif(shutil.which("node") is None, reason="the independent broker needs Node.js")
async def test_an_independent_broker_in_another_language_works_unchanged(engine: Server) -> None:
    script = Path(__file__).with_name("independent_broker.mjs")
    broker = Server(["node", str(script)], {"UPSTREAM": engine.url, "API_KEY": API_KEY})
    try:
        async with running_session(broker.url) as running:
            await running.phase(Phase.LIVE)
    finally:
        broker.stop()
    assert running.closed.error is None


async def test_no_secret_is_in_any_event(broker: Server) -> None:
    async with running_session(broker.url) as running:
        await running.phase(Phase.LIVE)
        wire = await running.seen(events.WireMessage, lambda event: event.kind == "offer")
    assert "ice-pwd:‹hidden›" in wire.text
    text = str(running.events)
    assert API_KEY not in text
    assert "eyJ" not in text


async def test_statistics_come_once_a_second(broker: Server) -> None:
    async with running_session(broker.url) as running:
        statistics = await running.seen(events.Statistics, lambda event: event.frames_received > 20)
    assert (statistics.width, statistics.height) == (720, 480)
    assert statistics.video_codec == "VP8"
    assert statistics.bitrate_kbps > 50
    assert (statistics.signalling_state, statistics.ice_state, statistics.peer_state) == (
        "open",
        "completed",
        "connected",
    )


async def test_pictures_change_with_time(broker: Server) -> None:
    async with running_session(broker.url) as running:
        await running.phase(Phase.LIVE)
        first = running.pictures.take()
        await running.seen(events.Statistics)
        second = running.pictures.take()
    assert first is not None
    assert second is not None
    assert (np.asarray(first.pixels) != np.asarray(second.pixels)).any()


async def test_a_silent_stun_server_does_not_hold_the_connection_up(
    broker: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        server = IceServer(urls=(f"stun:127.0.0.1:{silent.getsockname()[1]}",))

        async def with_silent_server(broker: str, persona: str, proxy: str) -> BrokerSession:
            granted = await request_session(broker, persona, proxy=proxy)
            config = granted.client_config.model_copy(update={"ice_servers": (server,)})
            return granted.model_copy(update={"client_config": config})

        monkeypatch.setattr("viewer.session.session.request_session", with_silent_server)
        async with running_session(broker.url) as running:
            await running.phase(Phase.LIVE)
            silent.setblocking(False)
            assert silent.recv(100), "it was asked"
    took = {e.milestone: e.milliseconds for e in running.events if isinstance(e, events.MilestoneReached)}
    # Gathering with it would have taken aioice's five seconds.
    assert took["ice"] - took["broker"] < 4500
