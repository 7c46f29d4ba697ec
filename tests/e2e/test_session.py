"""The session layer against the real broker and the real engine, over real loopback WebRTC.

One session is recorded, and many tests look at the record. What a clock decides: tests/session.
"""

import asyncio
import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.processes import API_KEY, Server
from tests.sound_system import tone
from tests.timing.stolen_time import Stopwatch
from tests.wire_messages import text_of
from viewer import errors
from viewer.engine.voice.piper import PiperVoice
from viewer.media.pcm import rms
from viewer.media.picture import Picture
from viewer.protocol import commands, events, inputs
from viewer.protocol.actions import Output
from viewer.protocol.api import BrokerSession, IceServer
from viewer.protocol.events import CloseReason, Phase
from viewer.protocol.insight import Noted
from viewer.session.broker import request_session
from viewer.session.session import Session

pytestmark = pytest.mark.wire

AUDIBLE = 0.005


async def observed(engine: Server, running: RunningSession, fits: Callable[[dict[str, Any]], Any]) -> None:
    """Wait until the engine's report on the session ``fits``."""
    started = await running.seen(events.SessionStarted)
    headers = {"Authorization": f"Bearer {API_KEY}"}
    async with (
        httpx.AsyncClient(headers=headers, verify=False, trust_env=False) as client,
        asyncio.timeout(30),
    ):
        while True:
            sessions = (await client.get(f"{engine.url}/v1/engine/sessions")).json()
            if fits(next(s for s in sessions if s["sessionId"] == started.session_id)):
                return
            await asyncio.sleep(0.05)


@dataclass
class Record:
    """A whole session: looked at, spoken to, typed to, interrupted and closed."""

    running: RunningSession
    pictures: list[Picture] = field(default_factory=list)
    loudness: float = 0.0
    """Of the answer."""
    closing_seconds: float = 0.0
    outputs: list[Output] = field(default_factory=list)
    """What the state machine asked and told."""
    left_over: set[Any] = field(default_factory=set)
    """Tasks that were not there before."""

    def all_of(self, kind: type[Any]) -> list[Any]:
        return [event for event in self.running.events if isinstance(event, kind)]


async def recorded(broker: Server, engine: Server) -> Record:
    before = asyncio.all_tasks()
    outputs: list[Output] = []
    carry_out = Session._carry_out

    def noted(session: Session, output: Output) -> None:
        outputs.append(output)
        carry_out(session, output)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Session, "_carry_out", noted)
        record = await conversation(broker, engine)
    record.outputs = outputs
    record.left_over = asyncio.all_tasks() - before
    return record


async def conversation(broker: Server, engine: Server) -> Record:
    async with running_session(broker.url, recorded=True) as running:
        record = Record(running)
        await running.seen(events.MilestoneReached, lambda event: event.milestone == "session_ready")
        await running.phase(Phase.LIVE)
        picture = running.pictures.take()
        assert picture
        record.pictures.append(picture)
        greeting = await running.seen(events.MessageUpdated)
        running.session.perform(commands.InterruptPersona())
        await running.seen(events.MessageUpdated, lambda event: event.message.interrupted)
        running.microphone.write(tone(700, 3).reshape(-1, 1))
        await observed(
            engine,
            running,
            lambda report: (
                report["microphone"]["levelDbfs"] > -20
                and report["microphone"]["dominantHz"] == pytest.approx(700, abs=15)
            ),
        )
        running.speaker.clear()
        running.session.perform(commands.SendText("What are you?"))
        await running.seen(events.MessageUpdated, lambda event: event.message.role == "user")
        await running.seen(
            events.MessageUpdated,
            lambda e: e.message.role == "persona" and e.message.id != greeting.message.id,
        )
        async with asyncio.timeout(20):
            while record.loudness < AUDIBLE:
                await asyncio.sleep(0.05)
                record.loudness = rms(running.speaker.read(len(running.speaker)))
        await running.seen(events.Statistics, lambda event: event.frames_received > 20)
        picture = running.pictures.take()
        assert picture
        record.pictures.append(picture)
        await running.seen(Noted, lambda event: bool(text_of(event, "remote_rtp_stats")))
        await observed(engine, running, lambda report: set(report["remoteRtp"]) == {"audio", "video"})
        closing = Stopwatch()
    record.closing_seconds = closing.seconds()
    return record


@pytest.fixture(scope="module")
def record(broker: Server, engine: Server) -> Record:
    """The one session of this file that most tests are about."""
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(recorded(broker, engine))


def test_what_happened_gives_the_same_session_again(record: Record) -> None:
    assert isinstance(record.running.session, Session)
    recording = record.running.session.recording
    assert recording
    kinds = {type(happened) for _, happened in recording.inputs}
    assert kinds >= {inputs.FrameReceived, inputs.DataReceived, inputs.PacketsReceived, inputs.CommandGiven}
    assert kinds >= {inputs.TimePassed, inputs.StatisticsCollected, inputs.CloseRequested}
    assert recording.replay() == record.outputs


def test_every_milestone_is_reached_in_order(record: Record) -> None:
    reached = {event.milestone: event.milliseconds for event in record.all_of(events.MilestoneReached)}
    assert set(reached) == {"broker", "signalling", "answer", "ice", "first_frame", "session_ready"}
    order = [reached[name] for name in ("broker", "signalling", "answer", "ice", "first_frame")]
    assert order == sorted(order)
    assert order[0] > 0
    assert record.running.phases == [
        Phase.ASKING_BROKER,
        Phase.SIGNALLING,
        Phase.CONNECTING,
        Phase.LIVE,
        Phase.CLOSED,
    ]


def test_the_persona_greets_and_answers_what_is_typed(record: Record) -> None:
    messages = [event.message for event in record.all_of(events.MessageUpdated)]
    greeting = messages[0]
    assert greeting.role == "persona"
    assert greeting.content
    (typed,) = {message.content for message in messages if message.role == "user"}
    assert typed == "What are you?"
    answers = [m for m in messages if m.role == "persona" and m.id != greeting.id]
    assert answers[-1].content
    assert record.loudness > AUDIBLE


def test_an_interrupted_message_says_so_and_is_complete(record: Record) -> None:
    cut = next(e.message for e in record.all_of(events.MessageUpdated) if e.message.interrupted)
    assert cut.role == "persona"
    assert cut.complete


def test_pictures_come_as_they_were_sent_and_change(record: Record) -> None:
    (received,) = record.all_of(events.MediaReceived)
    assert (received.width, received.height, received.video_codec) == (720, 480, "VP8")
    assert 1 < received.video_fps < 26  # how many fewer than 25 is up to the machine
    assert received.audio_rms > 0.005
    first, second = record.pictures
    assert (np.asarray(first.pixels) != np.asarray(second.pixels)).any()


def test_statistics_tell_of_what_arrives(record: Record) -> None:
    statistics = record.all_of(events.Statistics)
    last = statistics[-1]
    assert (last.width, last.height, last.video_codec) == (720, 480, "VP8")
    assert last.bitrate_kbps > 50
    assert (last.signalling_state, last.ice_state, last.peer_state) == ("open", "completed", "connected")
    assert all(earlier.frames_received < later.frames_received for earlier, later in pairwise(statistics))
    (route,) = record.all_of(events.RouteChosen)
    assert route.relay is None


def test_the_engine_is_told_of_both_tracks(record: Record) -> None:
    told = [text_of(noted, "remote_rtp_stats") for noted in record.all_of(Noted)]
    assert any('"framesDecoded"' in text for text in told)
    assert any('"audio"' in text for text in told)


def test_no_secret_is_in_any_event(record: Record) -> None:
    offer = next(text for noted in record.all_of(Noted) if (text := text_of(noted, "offer")))
    assert "ice-pwd:‹hidden›" in offer
    text = str(record.running.events)
    assert API_KEY not in text
    assert "eyJ" not in text


def test_closing_is_clean_and_quick(record: Record) -> None:
    assert record.closing_seconds < 1
    assert record.running.closed == events.SessionClosed(CloseReason.NORMAL, None)
    assert record.left_over == set()


async def test_what_is_said_into_the_microphone_is_answered(hearing_broker: Server) -> None:
    voice = PiperVoice()
    question = (await voice.speak("Do you like bananas?")).pcm
    voice.close()
    async with running_session(hearing_broker.url) as running:
        greeting = await running.seen(events.MessageUpdated)
        running.session.perform(commands.InterruptPersona())
        await running.seen(events.MessageUpdated, lambda event: event.message.interrupted)
        running.microphone.write(question.reshape(-1, 1))
        said = await running.seen(events.MessageUpdated, lambda event: event.message.role == "user")
        assert "bananas" in said.message.content
        answer = await running.seen(
            events.MessageUpdated,
            lambda e: e.message.role == "persona" and e.message.id != greeting.message.id,
        )
        assert answer.message.content


async def test_a_wrong_persona_gets_its_sentence(broker: Server) -> None:
    async with running_session(broker.url, "nobody") as running:
        await running.seen(events.SessionClosed)
    assert isinstance(running.closed.error, errors.InvalidRequest)
    assert "Unknown persona" in running.closed.error.message


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
