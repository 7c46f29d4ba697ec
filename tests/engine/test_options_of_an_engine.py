"""An engine in a process of its own with options that the others lack: each of them has its effect.

What the options mean in detail is proved in virtual time, in test_limits and test_language_model.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import pytest
from websockets.asyncio.client import connect

from tests.engine.client import (
    PATIENCE,
    granted,
    joined,
    session_token,
    signalling_url,
    start_session,
    until_observed,
)
from tests.engine.model_server import DONE, ModelServer, serving
from tests.processes import API_KEY, Server, start_engine
from viewer.engine.service import server
from viewer.engine.service.registry import GOODBYE
from viewer.errors import UsageError
from viewer.protocol import signalling
from viewer.settings import EngineSettings

HEARTBEAT_SECONDS = 0.6
JOE = {"personaConfig": {"personaId": "joe"}}


@dataclass
class Story:
    """What became of the engine and its clients."""

    requests: list[dict[str, Any]] = field(default_factory=list)
    """To the language model."""
    client_config: dict[str, Any] = field(default_factory=dict)
    while_full: int = 0
    when_expired: int = 0
    why_expired: str = ""
    without_heartbeats: str = ""
    at_the_end: list[dict[str, Any]] = field(default_factory=list)
    exit_code: int | None = None


async def talk_with_the_model(engine: Server, model: ModelServer, story: Story) -> None:
    """A session of which the model makes the words, on an engine that has room for one."""
    session = await granted(engine.url, API_KEY, systemPrompt="Be a pirate.")
    story.client_config = session["clientConfig"]
    async with joined(session) as client:
        story.while_full = (await start_session(engine.url, API_KEY, JOE)).status_code
        model.steps = ["Aye, my friend. ", asyncio.Event()]
        client.say("Hello")
        await client.until(lambda: any("friend" in c["content"] for c in client.speech("persona")))
        client.interrupt()
        async with asyncio.timeout(PATIENCE):
            await model.gone.wait()
        await client.until(lambda: client.speech("persona")[-1]["interrupted"])
        model.steps = ["Sure.", DONE]
        client.say("Go on")
        await client.until(lambda: client.finished("persona")[-1:] == ["Sure."])
        await client.signal("endsession", {})
        await client.socket.wait_closed()
    story.requests = model.requests


async def be_silent(engine: Server) -> str:
    """Send no heartbeats; returns what the engine says to that."""
    session = await granted(engine.url, API_KEY)
    async with connect(signalling_url(session)) as socket, asyncio.timeout(PATIENCE):
        ended = signalling.decode(await socket.recv())
    assert ended.action == "endsession"
    return str(ended.payload)


async def outlive(engine: Server, story: Story) -> None:
    """Be there until the engine is told to stop."""
    session = await granted(engine.url, API_KEY)
    async with joined(session) as client:
        await until_observed(
            engine.url, API_KEY, client.session_id, lambda seen: seen["video"]["framesSent"] > 2
        )
        engine.process.terminate()
        await client.socket.wait_closed()
        story.at_the_end = client.signals


async def tell_story() -> Story:
    story = Story()
    async with serving() as model:
        limits = ("--capacity", "1", "--heartbeat-seconds", str(HEARTBEAT_SECONDS), "--token-seconds", "1")
        brain = ("--brain", "openai", "--llm-url", model.url, "--llm-model", "small")
        engine = await asyncio.to_thread(start_engine, API_KEY, 0, *limits, *brain)
        try:
            token = await session_token(engine.url, API_KEY, JOE)
            await talk_with_the_model(engine, model, story)
            story.without_heartbeats = await be_silent(engine)
            refused = await start_session(engine.url, token, {})
            story.when_expired, story.why_expired = refused.status_code, refused.json()["message"]
            await outlive(engine, story)
        finally:
            story.exit_code = await asyncio.to_thread(engine.stop)
    return story


@pytest.fixture(scope="module")
def story() -> Story:
    return asyncio.run(tell_story())


@pytest.mark.wire
def test_the_model_is_heard_while_it_streams_and_told_what_was_spoken_of_it(story: Story) -> None:
    system, *said = story.requests[1]["messages"]
    assert system["content"].startswith("Be a pirate.")
    assert said == [
        {"role": "user", "content": "Hello"},
        {"role": "assistant", "content": "Aye, my friend. —"},
        {"role": "user", "content": "Go on"},
    ]


@pytest.mark.wire
def test_an_engine_carries_as_many_sessions_as_it_is_told_to(story: Story) -> None:
    assert story.while_full == 503


@pytest.mark.wire
def test_clients_have_to_say_that_they_are_there_as_often_as_the_engine_is_told(story: Story) -> None:
    assert story.client_config["heartbeatIntervalSeconds"] == HEARTBEAT_SECONDS
    assert story.without_heartbeats == f"No heartbeat has come for {3 * HEARTBEAT_SECONDS:g} seconds."


@pytest.mark.wire
def test_tokens_are_valid_for_as_long_as_the_engine_is_told(story: Story) -> None:
    assert story.when_expired == 401
    assert "expired" in story.why_expired


@pytest.mark.wire
def test_the_engine_says_goodbye_when_it_is_stopped(story: Story) -> None:
    assert story.at_the_end[-1]["actionType"] == "endsession"
    assert story.at_the_end[-1]["payload"] == GOODBYE
    assert story.exit_code == 0


def test_an_engine_without_the_key_that_its_model_wants_does_not_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("PERSONA_VIEWER_LLM_KEY", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(UsageError, match="key is missing"):
        server.serve(EngineSettings(brain="openai", port=0))
