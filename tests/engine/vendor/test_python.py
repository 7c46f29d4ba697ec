"""The vendor's own Python client against our engine: neither knows the other's code.

:mod:`tests.engine.vendor.calls` lists all that the client offers, and what is seen of each here.
"""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

import anam
import httpx
import numpy as np
import pytest
import pytest_asyncio
from anam import (
    AgentAudioInputConfig,
    AnamClient,
    AnamError,
    AnamEvent,
    ClientOptions,
    ErrorCode,
    MessageRole,
    PersonaConfig,
    SessionOptions,
    TalkMessageStreamState,
)
from anam.client import Session

from tests.engine.client import observed, until_observed
from tests.engine.sounds import tone
from tests.engine.vendor.calls import CALLS, EVENTS
from tests.engine.vendor.every_field import EVERY_FIELD, EVERY_OPTION
from tests.processes import API_KEY, Server
from viewer.engine.brains.brain import Conversation
from viewer.engine.brains.intents import guide
from viewer.engine.brains.script import reply
from viewer.engine.voice.speaking import Voice
from viewer.tasks import BackgroundTasks

pytestmark = pytest.mark.wire
in_one_loop = pytest.mark.asyncio(loop_scope="module")

PATIENCE = 40.0
AUTHORISED: Final = {"Authorization": f"Bearer {API_KEY}"}
HUMS: Final = (300, 450)
"""Of the agent: frequencies in hertz that 20 ms hold a whole number of times."""


def public(kind: type[Any]) -> set[str]:
    return {f"{kind.__name__}.{name}" for name in dir(kind) if not name.startswith("_")}


def test_the_tables_list_all_that_the_client_offers() -> None:
    kinds = (AnamClient, Session, anam.TalkMessageStream, anam.AgentAudioInputStream)
    assert set().union(*map(public, kinds)) == set(CALLS)
    assert {event.name for event in AnamEvent} == set(EVENTS)


class Witness:
    """A client, all that it tells, and which of its calls were made."""

    def __init__(self, client: AnamClient) -> None:
        self.client = client
        self.told: list[tuple[str, tuple[Any, ...]]] = []
        self._news = asyncio.Event()
        for event in AnamEvent:
            client.add_listener(event, self._listener(event.name))

    def of(self, event: str) -> list[Any]:
        """What was told of ``event``: its first arguments."""
        return [arguments[0] if arguments else None for name, arguments in self.told if name == event]

    def said(self, role: MessageRole) -> list[str]:
        """Whole messages of ``role``."""
        return [message.content for message in self.of("MESSAGE_RECEIVED") if message.role == role]

    @property
    def words(self) -> list[Any]:
        """Each event of the persona's words."""
        return [e for e in self.of("MESSAGE_STREAM_EVENT_RECEIVED") if e.role == MessageRole.ASSISTANT]

    async def until(self, condition: Callable[[], Any]) -> None:
        """Wait until ``condition`` holds, looking whenever something was told."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self._news.clear()
                await self._news.wait()

    def _listener(self, name: str) -> Callable[..., None]:
        def listen(*arguments: Any) -> None:
            self.told.append((name, arguments))
            self._news.set()

        return listen


def client_of(engine: Server, **config: Any) -> AnamClient:
    persona = PersonaConfig(**({"persona_id": "joe"} | config))
    return AnamClient(api_key=API_KEY, persona_config=persona, options=ClientOptions(api_base_url=engine.url))


class Meeting:
    """A session, and all that is seen and heard in it: taken at once, so that nothing waits in its tracks."""

    def __init__(self, witness: Witness, session: Session) -> None:
        self.witness = witness
        self.session = session
        self.session_id = session.session_id
        self.sizes: set[tuple[int, int]] = set()
        self.rates: set[int] = set()
        self.hum = dict.fromkeys(HUMS, 0.0)
        """The greatest amplitude of each of these frequencies in any 20 ms, of full scale 1.0."""

    async def watch(self) -> None:
        async for picture in self.session.video_frames():
            self.sizes.add((picture.width, picture.height))

    async def listen(self) -> None:
        waves = {hz: np.exp(-2j * np.pi * hz * np.arange(960) / 48_000) * 2 / 960 for hz in HUMS}
        async for sound in self.session.audio_frames():
            self.rates.add(sound.sample_rate)
            left = sound.to_ndarray().reshape(-1, len(sound.layout.channels))[:, 0] / 32_768
            for hz, wave in waves.items():
                self.hum[hz] = max(self.hum[hz], abs(complex(left @ wave)))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def long_meeting(engine: Server, voice: Voice) -> AsyncIterator[Meeting]:
    """The one session of the tests that do not end it, once its greeting was cut short.

    ``voice`` is loaded before it begins: meanwhile its loop would stand still.
    """
    witness = Witness(client_of(engine))
    tasks = BackgroundTasks("meeting")
    async with asyncio.timeout(PATIENCE):
        session = await witness.client.connect_async(SessionOptions(video_width=768, video_height=1152))
    try:
        meeting = Meeting(witness, session)
        tasks.spawn("watch", meeting.watch())
        tasks.spawn("listen", meeting.listen())
        await witness.until(lambda: witness.words)
        await session.interrupt()
        await witness.until(lambda: witness.said(MessageRole.ASSISTANT))
        yield meeting
    finally:
        await tasks.cancel()
        # Its microphone's lock hides the one that a track's events need: stopped, it would never close.
        client: Any = witness.client
        client._streaming_client._audio_transceiver.sender.replaceTrack(None)
        await session.close()


@pytest.fixture
def meeting(long_meeting: Meeting) -> Meeting:
    """That session, as if nothing had been told in it yet."""
    long_meeting.witness.told.clear()
    return long_meeting


@in_one_loop
async def test_words_are_answered_or_spoken(meeting: Meeting) -> None:
    witness, session = meeting.witness, meeting.session
    before = len(witness.client.get_message_history())
    await session.send_message("thanks")
    await witness.until(lambda: witness.said(MessageRole.ASSISTANT))
    assert witness.said(MessageRole.USER) == ["thanks"]
    assert witness.said(MessageRole.ASSISTANT) == [reply(Conversation("thanks"))]
    await session.talk("Exactly these words.")
    await witness.until(lambda: "Exactly these words." in witness.said(MessageRole.ASSISTANT))
    history = witness.client.get_message_history()
    assert [message.role.value for message in history[before:]] == ["user", "assistant", "assistant"]
    assert [message.content for message in history] == [
        message.content for message in witness.of("MESSAGE_HISTORY_UPDATED")[-1]
    ]
    # The answer belongs to the question.
    question = next(e for e in witness.of("MESSAGE_STREAM_EVENT_RECEIVED") if e.role == MessageRole.USER)
    assert question.correlation_id
    assert question.correlation_id in {word.correlation_id for word in witness.words}


@in_one_loop
async def test_pictures_and_sound_are_as_asked_for(meeting: Meeting) -> None:
    assert (meeting.sizes, meeting.rates) == ({(768, 1152)}, {48_000})


@in_one_loop
async def test_talk_streams_are_spoken_and_cut_off(meeting: Meeting) -> None:
    one, other = str(uuid.uuid4()), str(uuid.uuid4())
    witness, session = meeting.witness, meeting.session
    stream = session.create_talk_stream()
    await stream.send("Let me ", utterance_id=one)
    await stream.send("check. ")
    await stream.send("There it is.", utterance_id=other)
    await stream.end()
    assert (stream.state, stream.is_active) == (TalkMessageStreamState.ENDED, False)
    await witness.until(lambda: witness.said(MessageRole.ASSISTANT))
    message = witness.of("MESSAGE_RECEIVED")[-1]
    assert message.content == "Let me check. There it is."
    assert [(u.id, u.content.strip()) for u in message.utterances] == [
        (one, "Let me check."),
        (other, "There it is."),
    ]
    assert witness.words[-1].correlation_id == stream.correlation_id
    await session.send_talk_stream("All at once.", utterance_id=one)
    await witness.until(lambda: "All at once." in witness.said(MessageRole.ASSISTANT))
    assert witness.of("MESSAGE_RECEIVED")[-1].utterances[0].id == one
    unfinished = session.create_talk_stream("a name of my own")
    await unfinished.send("This goes on and on. ")
    await witness.until(lambda: witness.words[-1].correlation_id == "a name of my own")
    await session.interrupt()
    await witness.until(lambda: witness.of("TALK_STREAM_INTERRUPTED"))
    assert witness.of("TALK_STREAM_INTERRUPTED") == ["a name of my own"]
    assert (unfinished.state, unfinished.is_active) == (TalkMessageStreamState.INTERRUPTED, False)
    await witness.until(lambda: any(m.interrupted for m in witness.of("MESSAGE_RECEIVED")))


@in_one_loop
async def test_the_agents_sound_is_spoken(meeting: Meeting, engine: Server) -> None:
    config = AgentAudioInputConfig(sample_rate=24_000)
    assert meeting.session.session_id
    makers = (meeting.witness.client, meeting.session)
    streams = [maker.create_agent_audio_input_stream(config) for maker in makers]
    for stream, hz in zip(streams, HUMS, strict=True):
        assert stream.get_config() == config
        hum = tone(hz, -12, 0.4)[::2].tobytes()
        for turn in range(2):
            for _ in range(2):
                await stream.send_audio_chunk(hum)
            assert stream.get_sequence_number() == 2
            await stream.end_sequence()
            assert stream.get_sequence_number() == 0, turn
        async with asyncio.timeout(PATIENCE):
            while meeting.hum[hz] < 0.25:  # noqa: ASYNC110 - sound tells nobody
                await asyncio.sleep(0.02)
    assert (await observed(engine.url, API_KEY, meeting.session.session_id))["audioGaps"] == 0


@in_one_loop
async def test_the_face_follows_a_cue(meeting: Meeting, engine: Server) -> None:
    session_id = meeting.session.session_id or ""
    await meeting.session.send_director_note_cue("angry")
    await until_observed(engine.url, API_KEY, session_id, lambda seen: seen["cueTag"] == "angry")
    await meeting.session.send_director_note_cue("happy", in_seconds=0.2)
    await until_observed(engine.url, API_KEY, session_id, lambda seen: seen["cueTag"] == "happy")


@in_one_loop
async def test_the_user_is_heard_and_silences_the_persona(meeting: Meeting, voice: Voice) -> None:
    witness, session = meeting.witness, meeting.session
    spoken = (await voice.speak("Excuse me, may I?")).pcm
    samples = np.concatenate([spoken, np.zeros(48_000, np.int16)])
    await session.talk("I could go on like this for a very long time. " * 5)
    await witness.until(lambda: "could" in "".join(word.content for word in witness.words))
    clock = asyncio.get_running_loop().time
    began = clock()
    for number, start in enumerate(range(0, len(samples), 960)):
        session.send_user_audio(samples[start : start + 960].tobytes(), 48_000, 1)
        await asyncio.sleep(max(0.0, began + number * 0.02 - clock()))
    await witness.until(lambda: witness.of("USER_SPEECH_ENDED"))
    assert witness.of("USER_SPEECH_STARTED")[0]
    assert witness.of("USER_SPEECH_STARTED")[0] == witness.of("USER_SPEECH_ENDED")[0]
    await witness.until(lambda: any(m.interrupted for m in witness.of("MESSAGE_RECEIVED")))


async def test_a_session_begins_and_is_let_go(engine: Server) -> None:
    client = client_of(engine)
    witness, removed = Witness(client), []
    client.add_listener(AnamEvent.SESSION_READY, lambda: removed.append("told"))
    client.remove_listener(AnamEvent.SESSION_READY, client._event_callbacks[AnamEvent.SESSION_READY][-1])

    @client.on(AnamEvent.SESSION_READY)
    def decorated() -> None:
        removed.append("decorated")

    async with asyncio.timeout(PATIENCE), client.connect() as session:
        await witness.until(lambda: witness.of("SESSION_READY"))
        assert removed == ["decorated"]
        session_id = session.session_id
        assert session_id
        assert client.session_id == session_id
        assert (client.region, session.region) == ("local", "local")
        assert (client.is_streaming, session.is_active) == (True, True)
        assert (await observed(engine.url, API_KEY, session_id))["state"] == "live"
        session.mute_input()
        session.unmute_input()
    assert (client.is_streaming, session.is_active) == (False, False)
    assert witness.told[-1] == ("CONNECTION_CLOSED", ("normal", None))
    assert len(witness.of("CONNECTION_ESTABLISHED")) == 1
    assert await observed(engine.url, API_KEY, session_id) == {}
    client.set_persona_config(PersonaConfig(persona_id="clock"))
    assert client.get_persona_config() == PersonaConfig(persona_id="clock")
    async with asyncio.timeout(PATIENCE), client.connect() as session:
        assert session.session_id
        assert (await observed(engine.url, API_KEY, session.session_id))["personaId"] == "clock"
        await client.close()


async def test_a_session_by_token_is_ended_by_the_engine_that_says_why(engine: Server) -> None:
    async with by_token(engine, {"personaId": "joe", "maxSessionLengthSeconds": 1}) as (witness, _):
        pass
    assert "limit" in why_it_ended(witness)


async def test_a_session_plays_every_field_of_its_configuration(engine: Server) -> None:
    async with by_token(engine, EVERY_FIELD, EVERY_OPTION) as (witness, meeting):
        await witness.until(lambda: len(witness.words) > 1)
        await meeting.session.interrupt()
        await witness.until(lambda: witness.said(MessageRole.ASSISTANT) == ["Welcome to the shop."])
        await meeting.session.send_message("Open the cart")
        await witness.until(lambda: "I called the tool open cart." in witness.said(MessageRole.ASSISTANT))
        await witness.until(lambda: guide("en").silence in witness.said(MessageRole.ASSISTANT))
    assert meeting.sizes == {(1152, 768)}
    assert why_it_ended(witness) == "The session ended because you said nothing for 4 seconds."
    path = f"/v1/sessions/{meeting.session_id}/transcript"
    async with httpx.AsyncClient(base_url=engine.url, headers=AUTHORISED) as http:
        transcript = (await http.get(path)).json()
    assert (transcript["personaName"], transcript["transcriptsEnabled"]) == ("Ann", True)
    assert [message["message"] for message in transcript["messages"]][:3] == [
        "Welcome to the shop.",
        "Open the cart",
        "I called the tool open cart.",
    ]


@asynccontextmanager
async def by_token(
    engine: Server, config: dict[str, Any], options: dict[str, Any] | None = None
) -> AsyncIterator[tuple[Witness, Meeting]]:
    """A session with all that a token can say, until the engine ends it."""
    body = {"personaConfig": config, "sessionOptions": options or {}, "clientLabel": "a test"}
    async with httpx.AsyncClient(base_url=engine.url, headers=AUTHORISED) as http:
        token = (await http.post("/v1/auth/session-token", json=body)).json()["sessionToken"]
    client = AnamClient(session_token=token, options=ClientOptions(api_base_url=engine.url))
    tasks = BackgroundTasks("meeting")
    async with asyncio.timeout(PATIENCE):
        session = await client.connect_async()
        meeting = Meeting(Witness(client), session)
        tasks.spawn("watch", meeting.watch())
        tasks.spawn("listen", meeting.listen())
        streaming: Any = client._streaming_client
        connection, websocket = streaming._peer_connection, streaming._signalling_client._ws
        yield meeting.witness, meeting
        await session.wait_until_closed()
        # The client cancels itself while it closes, and leaves these open.
        await connection.close()
        await websocket.wait_closed()
        await tasks.cancel()


def why_it_ended(witness: Witness) -> str:
    """What the engine said when it closed the connection."""
    code, reason = next(arguments for name, arguments in witness.told if name == "CONNECTION_CLOSED")
    assert code == "server_closed"
    return str(reason)


@pytest.mark.parametrize(
    ("persona_id", "code"),
    [
        ("scenario:no-plan", ErrorCode.NO_PLAN_FOUND),
        ("scenario:spend-cap", ErrorCode.SPEND_CAP_REACHED),
        ("scenario:concurrency", ErrorCode.CONCURRENT_SESSION_LIMIT),
        ("nobody", ErrorCode.SERVER_ERROR),
    ],
)
async def test_a_refusal_is_understood(engine: Server, persona_id: str, code: ErrorCode) -> None:
    with pytest.raises(AnamError) as refused:
        await client_of(engine, persona_id=persona_id).connect_async()
    assert refused.value.code == code


async def test_a_wrong_key_is_understood(engine: Server) -> None:
    client = AnamClient("wrong", "joe", options=ClientOptions(api_base_url=engine.url))
    with pytest.raises(anam.AuthenticationError):
        await client.connect_async()
