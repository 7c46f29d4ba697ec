"""The brain that asks a language model, against a real server on loopback."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest
from pydantic import JsonValue

from tests.engine.client import PATIENCE
from tests.engine.model_server import DONE, ModelServer, Step, serving, token
from viewer.engine.brains.brain import Conversation, ToolFailed, Turn
from viewer.engine.brains.chat_completions import MAX_ARGUMENTS, MAX_CALLS, ChatCompletions, Patience
from viewer.engine.brains.choice import Brains, brains
from viewer.engine.brains.intents import LANGUAGES, guide
from viewer.engine.brains.language_model import (
    MAX_HISTORY,
    MAX_ROUNDS,
    LanguageModel,
    language_model,
    messages,
)
from viewer.errors import UsageError
from viewer.protocol.configuration.offered_tool import OfferedTool
from viewer.redaction import forget_secret, redact
from viewer.settings import EngineSettings

KEY = "sk-test-1234567890"
APOLOGIES = guide("en").apologies
HELLO = Conversation("Hello")


@pytest.fixture
async def model() -> AsyncIterator[ModelServer]:
    async with serving() as model:
        yield model


@pytest.fixture
async def brain(model: ModelServer) -> AsyncIterator[LanguageModel]:
    brain = LanguageModel(ChatCompletions(model.url, "small", KEY, 50, Patience(0.4, 0.4)))
    yield brain
    await brain.close()


async def answer(brain: LanguageModel, conversation: Conversation = HELLO) -> str:
    async with asyncio.timeout(PATIENCE):
        return "".join([piece async for piece in brain.answer(conversation)])


async def test_the_answer_comes_sentence_by_sentence_fit_to_be_spoken(
    model: ModelServer, brain: LanguageModel
) -> None:
    more = asyncio.Event()
    model.steps = [token(None), "**Hel", "lo** 😀 there. ", more, "How are", " you?", token("", "stop"), DONE]
    async with asyncio.timeout(PATIENCE), aclosing(brain.answer(HELLO)) as pieces:
        assert await anext(pieces) == "Hello there. "
        more.set()
        assert "".join([piece async for piece in pieces]) == "How are you?"


async def test_the_model_is_asked_with_everything_that_was_said(
    model: ModelServer, brain: LanguageModel
) -> None:
    model.steps = ["Yes.", DONE]
    conversation = Conversation(
        "And now?",
        (Turn("persona", "Welcome!"), Turn("user", "Hi"), Turn("persona", "I was going", interrupted=True)),
        name="Ann",
        system_prompt="You are {name}, a pirate.",
        contexts=("The cart holds a kettle.", "The user is 30."),
    )
    assert await answer(brain, conversation) == "Yes."
    asked = model.requests[0]
    assert (asked["model"], asked["stream"], asked["max_tokens"]) == ("small", True, 50)
    system, *said = asked["messages"]
    assert system["role"] == "system"
    assert system["content"].startswith("You are Ann, a pirate.")
    assert "kettle" in system["content"]
    assert "30" in system["content"]
    assert said == [
        {"role": "assistant", "content": "Welcome!"},
        {"role": "user", "content": "Hi"},
        {"role": "assistant", "content": "I was going —"},
        {"role": "user", "content": "And now?"},
    ]
    assert model.authorizations == [f"Bearer {KEY}"]


def test_the_model_is_told_that_the_user_is_silent() -> None:
    assert messages(Conversation(""))[-1] == {
        "role": "user",
        "content": "(The user has said nothing for a while.)",
    }


def test_of_a_long_history_the_newest_that_fits_is_sent() -> None:
    history = tuple(Turn("user", f"{number} {'x' * 1000}") for number in range(100))
    sent = messages(Conversation("Now", history))[1:-1]
    assert sum(len(message["content"]) for message in sent) <= MAX_HISTORY
    assert sent[-1]["content"].startswith("99 ")
    assert len(sent) > 5


async def test_an_interruption_closes_the_connection(model: ModelServer, brain: LanguageModel) -> None:
    model.steps = ["Well then. ", asyncio.Event()]
    async with asyncio.timeout(PATIENCE):
        async with aclosing(brain.answer(HELLO)) as pieces:
            assert await anext(pieces) == "Well then. "
        await model.gone.wait()


async def test_a_task_that_is_cancelled_before_the_first_token_closes_the_connection(
    model: ModelServer, brain: LanguageModel
) -> None:
    model.steps = [token(None), asyncio.Event()]
    asking = asyncio.create_task(answer(brain))
    async with asyncio.timeout(PATIENCE):
        await model.asked.wait()
        asking.cancel()
        await model.gone.wait()
    with pytest.raises(asyncio.CancelledError):
        await asking


@pytest.mark.parametrize(
    ("statuses", "apology"),
    [
        ((400, 302), "refused"),
        ((401, 403), "key"),
        ((404,), "missing"),
        ((429,), "limit"),
        ((500, 503), "server"),
    ],
)
async def test_a_refusal_is_apologised_for_and_logged_without_the_servers_words(
    model: ModelServer,
    brain: LanguageModel,
    statuses: tuple[int, ...],
    apology: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for status in statuses:
        model.status = status
        caplog.clear()
        assert await answer(brain) == APOLOGIES[apology]
        records = (record for record in caplog.records if record.name.startswith("viewer"))
        logged = "\n".join(record.getMessage() for record in records)
        assert str(status) in logged
        assert "invalid_api_key" in logged
        assert "sk-te" not in logged


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([b"data: {garbage\n\n"], APOLOGIES["garbled"]),
        ([b'data: {"choices": 5}\n\n'], APOLOGIES["garbled"]),
        (["It is so. And then", b'data: {"error": {"type": "overloaded"}}\n\n'], APOLOGIES["server"]),
        (["It is so. And then"], APOLOGIES["cut"]),
        ([b""], APOLOGIES["cut"]),
        (["It is so. And then", asyncio.Event()], APOLOGIES["slow"]),
        ([asyncio.Event()], APOLOGIES["slow"]),
    ],
    ids=["garbage", "wrong", "error", "cut", "empty", "stalled", "silent"],
)
async def test_what_goes_wrong_in_the_stream_is_apologised_for_after_what_was_there(
    model: ModelServer, brain: LanguageModel, steps: list[Step], said: str, caplog: pytest.LogCaptureFixture
) -> None:
    model.steps = [*steps]
    there = "It is so. And then " if "It is so. And then" in steps else ""
    assert await answer(brain) == there + said
    assert [record.levelno for record in caplog.records if "language model" in record.getMessage()] == [
        logging.WARNING
    ]


async def test_comments_and_empty_chunks_are_no_tokens(model: ModelServer, brain: LanguageModel) -> None:
    model.steps = [
        b": keep-alive\n\n",
        b'data: {"choices": [], "usage": {}}\n\n',
        token(None),
        asyncio.Event(),
    ]
    assert await answer(brain) == APOLOGIES["slow"]


async def test_an_answer_that_is_no_stream_is_not_understood(
    model: ModelServer, brain: LanguageModel
) -> None:
    model.status, model.refusal = 201, {"choices": []}
    assert await answer(brain) == APOLOGIES["garbled"]


async def test_a_server_that_is_not_there_is_apologised_for() -> None:
    async with serving() as model:
        url = model.url
    brain = LanguageModel(ChatCompletions(url, "small", None, 50))
    assert await answer(brain) == APOLOGIES["unreachable"]
    await brain.close()


def test_there_is_an_apology_for_every_fault_in_every_language() -> None:
    for language in LANGUAGES:
        apologies = guide(language).apologies
        assert set(apologies) == set(APOLOGIES)
        for words in apologies.values():
            assert words.count(".") == 1


def test_the_key_comes_from_the_environment_only_and_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PERSONA_VIEWER_LLM_KEY", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(UsageError, match="key is missing"):
        language_model(EngineSettings(brain="openai"))
    monkeypatch.setenv("OPENAI_API_KEY", "other-key-of-the-shell")
    monkeypatch.setenv("PERSONA_VIEWER_LLM_KEY", KEY)
    language_model(EngineSettings(brain="openai"))
    assert KEY not in redact(f"a line with {KEY} in it")
    forget_secret(KEY)
    monkeypatch.setenv("PERSONA_VIEWER_LLM_KEY", "two words")
    with pytest.raises(UsageError, match="PERSONA_VIEWER_LLM_KEY") as refused:
        language_model(EngineSettings(brain="openai"))
    assert "two words" not in str(refused.value)


async def test_a_session_gets_the_brain_that_it_names_and_else_the_engines() -> None:
    async def said(brains: Brains, llm_id: str | None) -> str:
        return "".join([piece async for piece in brains.of(llm_id).answer(Conversation("Zyx qwv"))])

    ours = brains(EngineSettings())
    assert await said(ours, "echo") == "Zyx qwv"
    assert await said(ours, None) == await said(ours, "a UUID of the service") != "Zyx qwv"
    assert await said(ours, "openai") == APOLOGIES["unconfigured"]
    assert await said(brains(EngineSettings(brain="echo")), None) == "Zyx qwv"
    await ours.close()


# -- tools of the client


WEATHER = OfferedTool(
    type="client",
    name="get_weather",
    description="Tells the weather.",
    parameters={"type": "object", "properties": {"town": {"type": "string"}}, "required": ["town"]},
)
CART = OfferedTool(type="client", name="open_cart")


class Client:
    """Answers calls of tools with ``results`` by name, and keeps what it was asked."""

    def __init__(self, **results: JsonValue) -> None:
        self.asked: list[tuple[str, dict[str, JsonValue]]] = []
        self._results = results

    async def call(self, name: str, arguments: dict[str, JsonValue]) -> JsonValue:
        self.asked.append((name, arguments))
        if name not in self._results:
            raise ToolFailed("it broke")
        return self._results[name]

    def conversation(self, text: str = "How is the weather?") -> Conversation:
        return Conversation(text, tools=(WEATHER, CART), call=self.call)


def wanted(index: int, call_id: str | None, name: str | None, arguments: str) -> bytes:
    """A piece of a tool call, as models stream it."""
    call = {"index": index, "id": call_id, "function": {"name": name, "arguments": arguments}}
    chunk = {"choices": [{"index": 0, "delta": {"tool_calls": [call]}, "finish_reason": None}]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


CALLS = token("", "tool_calls")


async def test_the_model_is_offered_the_tools_and_told_what_they_answer(
    model: ModelServer, brain: LanguageModel
) -> None:
    client = Client(get_weather={"sky": "blue"}, open_cart=None)
    model.scripts = [
        [
            "Let me look.",
            wanted(0, "one", "get_weather", ""),
            wanted(0, None, None, '{"town": '),
            wanted(0, None, None, '"Bern"}'),
            wanted(1, "two", "open_cart", ""),
            CALLS,
            DONE,
        ],
        ["The sky is blue.", DONE],
    ]
    assert await answer(brain, client.conversation()) == "Let me look. The sky is blue."
    assert client.asked == [("get_weather", {"town": "Bern"}), ("open_cart", {})]
    first, second = model.requests
    assert [offer["type"] for offer in first["tools"]] == ["function", "function"]
    assert [offer["function"] for offer in first["tools"]] == [
        {"name": "get_weather", "description": "Tells the weather.", "parameters": WEATHER.parameters},
        {"name": "open_cart", "description": "", "parameters": {"type": "object", "properties": {}}},
    ]
    asked, one, two = second["messages"][-3:]
    assert asked["role"] == "assistant"
    assert asked["content"] == "Let me look."
    assert [(call["id"], call["function"]["name"]) for call in asked["tool_calls"]] == [
        ("one", "get_weather"),
        ("two", "open_cart"),
    ]
    assert one == {"role": "tool", "tool_call_id": "one", "content": '{"sky": "blue"}'}
    assert two == {"role": "tool", "tool_call_id": "two", "content": "null"}


async def test_without_tools_none_are_spoken_of(model: ModelServer, brain: LanguageModel) -> None:
    model.steps = ["Yes.", DONE]
    await answer(brain)
    assert not {"tools", "tool_choice"} & model.requests[0].keys()


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("get_weather", '{"town": "Bern"}', "it broke"),
        ("get_weather", "Bern", "not a JSON object"),
        ("get_weather", '["Bern"]', "not a JSON object"),
        ("rm", "{}", "no tool"),
    ],
)
async def test_a_call_that_fails_is_told_to_the_model(
    model: ModelServer, brain: LanguageModel, name: str, arguments: str, told: str
) -> None:
    model.scripts = [[wanted(0, "one", name, arguments), CALLS, DONE], ["I could not look.", DONE]]
    assert await answer(brain, Client().conversation()) == "I could not look."
    result = model.requests[1]["messages"][-1]
    assert result["content"].startswith("error: ")
    assert told in result["content"]


async def test_a_model_that_calls_tools_for_ever_has_to_answer_in_the_end(
    model: ModelServer, brain: LanguageModel
) -> None:
    client = Client(open_cart="done")
    model.steps = [wanted(0, "one", "open_cart", "{}"), CALLS, DONE]
    assert await answer(brain, client.conversation()) == ""
    assert len(client.asked) == MAX_ROUNDS
    assert len(model.requests) == MAX_ROUNDS + 1
    assert model.requests[-1]["tool_choice"] == "none"
    assert all("tool_choice" not in request for request in model.requests[:-1])


@pytest.mark.parametrize(
    "steps",
    [
        [wanted(number, f"{number}", "open_cart", "{}") for number in range(MAX_CALLS + 1)],
        [wanted(0, "one", "open_cart", "x" * (MAX_ARGUMENTS + 1))],
        [wanted(0, "one", None, "{}")],
    ],
    ids=["too many", "too long", "without a name"],
)
async def test_calls_that_are_none_are_apologised_for(
    model: ModelServer, brain: LanguageModel, steps: list[Step]
) -> None:
    client = Client(open_cart=None)
    model.steps = [*steps, CALLS, DONE]
    assert await answer(brain, client.conversation()) == APOLOGIES["garbled"]
    assert client.asked == []
