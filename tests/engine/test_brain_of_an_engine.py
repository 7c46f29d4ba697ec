"""An engine in a process of its own that speaks for a language model, over WebRTC on loopback."""

import asyncio

import pytest

from tests.engine.client import PATIENCE, granted, joined
from tests.engine.model_server import DONE, serving
from tests.processes import API_KEY, start_engine
from viewer.engine import server
from viewer.errors import UsageError
from viewer.settings import EngineSettings


async def test_the_model_is_heard_while_it_streams_and_told_what_was_spoken_of_it() -> None:
    async with serving() as model:
        options = ("--brain", "openai", "--llm-url", model.url, "--llm-model", "small")
        engine = await asyncio.to_thread(start_engine, API_KEY, 0, *options)
        try:
            session = await granted(engine.url, API_KEY, systemPrompt="Be a pirate.")
            async with joined(session) as client:
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
        finally:
            assert await asyncio.to_thread(engine.stop) == 0
    system, *said = model.requests[1]["messages"]
    assert system["content"].startswith("Be a pirate.")
    assert said == [
        {"role": "user", "content": "Hello"},
        {"role": "assistant", "content": "Aye, my friend. —"},
        {"role": "user", "content": "Go on"},
    ]


def test_an_engine_without_the_key_that_its_model_wants_does_not_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("PERSONA_VIEWER_LLM_KEY", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(UsageError, match="key is missing"):
        server.serve(EngineSettings(brain="openai", port=0))
