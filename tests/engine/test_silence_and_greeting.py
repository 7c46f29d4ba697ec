"""How a session begins, and what comes of a user who says nothing, in virtual time."""

import asyncio
from typing import Any

import pytest

from tests.engine.engine_in_loop import EngineInLoop, Guest
from viewer.engine.brains.brain import Conversation
from viewer.engine.brains.intents import guide
from viewer.engine.brains.script import greeting, reply
from viewer.engine.cast.characters import JOE
from viewer.protocol.text import plain

pytestmark = pytest.mark.virtual_time

PROMPT = guide("en").silence


def now() -> float:
    return asyncio.get_running_loop().time()


def silence(**seconds: float) -> dict[str, Any]:
    """A configuration with these limits of silence."""
    return {
        "voiceDetectionOptions": {f"silenceBefore{name}Seconds": value for name, value in seconds.items()}
    }


async def speaks(client: Guest, seconds: float) -> str:
    """What the persona says next, which begins in ``seconds``."""
    before, began = len(client.speech("persona")), now()
    await client.until(lambda: len(client.speech("persona")) > before)
    assert now() - began == pytest.approx(seconds, abs=0.5)
    finished = len(client.finished("persona"))
    await client.until(lambda: len(client.finished("persona")) > finished)
    return client.finished("persona")[-1]


# -- the greeting


async def test_the_persona_opens_with_the_message_that_was_asked_for(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(skipGreeting=False, initialMessage="Welcome to the shop.") as client:
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["Welcome to the shop."]


@pytest.mark.parametrize("message", ["", "  ", None])
async def test_an_empty_message_means_the_persona_s_own_greeting(
    quick_engine: EngineInLoop, message: str | None
) -> None:
    async with quick_engine.joined(skipGreeting=False, initialMessage=message) as client:
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == [greeting(JOE, "Joe")]


async def test_a_greeting_that_is_skipped_is_none_whatever_it_would_be(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(skipGreeting=True, initialMessage="Welcome.") as client:
        await asyncio.sleep(5)
        assert client.speech("persona") == []


@pytest.mark.parametrize("uninterruptible", [True, False])
async def test_a_greeting_may_be_one_that_nobody_cuts_off(
    quick_engine: EngineInLoop, uninterruptible: bool
) -> None:
    words = "Welcome to the shop, where everything is for sale."
    config: dict[str, Any] = {
        "initialMessage": words,
        "uninterruptibleGreeting": uninterruptible,
        "skipGreeting": False,
    }
    async with quick_engine.joined(**config) as client:
        await client.until(lambda: len(client.speech("persona")) > 2)
        client.interrupt()
        client.say("hello")
        answer = reply(Conversation("hello"))
        await client.until(lambda: answer in client.finished("persona"))
        spoken, _ = client.finished("persona")
        assert (spoken == words) == uninterruptible
        assert any(chunk["interrupted"] for chunk in client.speech("persona")) != uninterruptible
        # Only the greeting is: what comes after it can be cut off.
        client.say("Tell me all about this program, please.")
        await client.until(
            lambda: len(client.finished("user")) == 2 and not client.speech("persona")[-1]["end_of_speech"]
        )
        client.interrupt()
        assert client.speech("persona")[-1]["interrupted"]


# -- silence


async def test_the_turn_of_a_user_who_is_silent_is_skipped_again_and_again(
    quick_engine: EngineInLoop,
) -> None:
    async with quick_engine.joined(**silence(SkipTurn=8)) as client:
        assert await speaks(client, 8) == plain(PROMPT, 1000)
        assert await speaks(client, 8) == plain(PROMPT, 1000)
        assert client.finished("user") == []


async def test_whoever_speaks_has_the_turn_anew(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(**silence(SkipTurn=8)) as client:
        await asyncio.sleep(6)
        client.say("hello")
        await client.until(lambda: client.finished("persona"))
        assert await speaks(client, 8) == plain(PROMPT, 1000)


async def test_a_session_ends_when_the_user_is_silent_for_too_long_however_often_that_is_prompted(
    quick_engine: EngineInLoop,
) -> None:
    async with quick_engine.joined(**silence(SkipTurn=9, SessionEnd=30)) as client:
        began = now()
        await asyncio.sleep(5)
        client.say("hello")
        await client.until(lambda: client.finished("persona"))
        quiet = now()
        await client.socket.wait_closed()
        assert now() - quiet == pytest.approx(30, abs=1)
        assert now() - began > 35
        assert client.finished("persona").count(plain(PROMPT, 1000)) >= 2
        assert client.signals[-1]["actionType"] == "endsession"
        assert client.signals[-1]["payload"] == "The session ended because you said nothing for 30 seconds."
        assert await quick_engine.observed(client.session_id) == {}


async def test_a_persona_that_speaks_for_long_is_not_taken_for_a_user_s_silence(
    quick_engine: EngineInLoop,
) -> None:
    async with quick_engine.joined(**silence(SkipTurn=3, SessionEnd=4)) as client:
        path = f"/talk?session_id={client.session_id}"
        await quick_engine.http.post(path, json={"content": "This goes on and on. " * 12})
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") != [plain(PROMPT, 1000)]
        spoken = now()
        assert spoken > 8
        await client.socket.wait_closed()
        assert now() - spoken > 3.5


@pytest.mark.parametrize("limits", [{}, {"SkipTurn": 0, "SessionEnd": 0}])
async def test_without_a_limit_or_with_none_silence_may_last(
    quick_engine: EngineInLoop, limits: dict[str, float]
) -> None:
    async with quick_engine.joined(**silence(**limits)) as client:
        await asyncio.sleep(30)
        assert client.speech("persona") == []
        assert (await quick_engine.observed(client.session_id))["state"] == "live"


async def test_where_the_client_brings_the_mind_nobody_else_speaks_up(quick_engine: EngineInLoop) -> None:
    config = silence(SkipTurn=5, SessionEnd=20) | {"llmId": "CUSTOMER_CLIENT_V1"}
    async with quick_engine.joined(**config) as client:
        began = now()
        await client.socket.wait_closed()
        assert now() - began == pytest.approx(20, abs=0.5)
        assert client.speech("persona") == []
