import asyncio
from collections.abc import AsyncGenerator

import pytest
from pydantic import JsonValue

from viewer.engine.brains.brain import Conversation, ToolFailed, Turn
from viewer.engine.brains.script import Script
from viewer.engine.persona.dialogue_manager import DialogueManager
from viewer.engine.persona.personas import PersonaChoice, choose
from viewer.engine.persona.tools import ToolCalls
from viewer.protocol.data_channel import EngineMessage, SpeechText, ToolCallStarted, ToolResult
from viewer.protocol.transcript import Role
from viewer.tasks import BackgroundTasks


class Witness:
    """A brain that keeps what it is asked."""

    def __init__(self) -> None:
        self.asked: list[Conversation] = []

    async def answer(self, conversation: Conversation) -> AsyncGenerator[str]:
        self.asked.append(conversation)
        yield "So "
        yield "be it."

    async def close(self) -> None:
        self.asked.clear()


def minded(choice: PersonaChoice) -> tuple[DialogueManager, Witness]:
    sent: list[EngineMessage] = []
    brain = Witness()
    return DialogueManager(choice, "session", brain, ToolCalls("session", sent.append), sent.append), brain


def said(dialogue: DialogueManager, role: Role, *words: str, interrupted: bool = False) -> None:
    """``role`` says ``words`` one after the other."""
    id_ = f"{role} {words}"
    for word in words:
        dialogue.note(SpeechText(message_id=id_, role=role, content=word))
    dialogue.note(
        SpeechText(message_id=id_, role=role, content="", end_of_speech=True, interrupted=interrupted)
    )


async def test_the_brain_is_told_the_conversation_as_it_was_spoken() -> None:
    dialogue, brain = minded(
        choose({"name": "Ann", "systemPrompt": "Be brief.", "llmId": "openai", "avatarId": "joe"})
    )
    dialogue.remember("The cart is empty.")
    said(dialogue, "persona", "Welcome ", "to the")
    said(dialogue, "user", "Hello")
    said(dialogue, "persona", "I would ", interrupted=True)
    said(dialogue, "user", "Stop. What is this?")
    assert [piece async for piece in dialogue.answer("Stop. What is this?", "id")] == ["So ", "be it."]
    assert brain.asked == [
        Conversation(
            "Stop. What is this?",
            (
                Turn("persona", "Welcome to the"),
                Turn("user", "Hello"),
                Turn("persona", "I would ", interrupted=True),
            ),
            name="Ann",
            language="en-US",
            system_prompt="Be brief.",
            contexts=("The cart is empty.",),
        )
    ]


@pytest.mark.parametrize("text", ["What time is it on my computer?", "Call yourself Bob"])
async def test_only_the_guide_uses_the_tools_by_itself(text: str) -> None:
    dialogue, brain = minded(choose({"personaId": "joe"}))
    assert [piece async for piece in dialogue.answer(text, "id")] == ["So ", "be it."]
    assert brain.asked[0].text == text


async def test_where_the_client_brings_the_mind_no_brain_is_asked() -> None:
    dialogue, brain = minded(choose({"personaId": "joe", "llmId": "CUSTOMER_CLIENT_V1"}))
    assert [piece async for piece in dialogue.answer("Hello", "id")] == []
    assert brain.asked == []


async def call_of(conversation: Conversation) -> JsonValue:
    return await conversation.call("client_tool", {"a": 1})


async def test_the_brain_is_given_the_clients_tools_of_the_session_and_calls_them() -> None:
    tools = [{"type": kind, "name": f"{kind}_tool"} for kind in ("client", "server", "system")]
    sent: list[EngineMessage] = []
    calls = ToolCalls("session", sent.append)
    brain = Witness()
    dialogue = DialogueManager(
        choose({"personaId": "joe", "tools": tools}), "session", brain, calls, sent.append
    )
    [_ async for _ in dialogue.answer("Hello", "the question")]
    (conversation,) = brain.asked
    assert [tool.name for tool in conversation.tools] == ["client_tool"]
    calling = BackgroundTasks("test").spawn("call", call_of(conversation))
    await asyncio.sleep(0)
    (call,) = sent
    assert isinstance(call, ToolCallStarted)
    assert (call.tool_name, call.arguments) == ("client_tool", {"a": 1})
    assert call.user_action_correlation_id == "the question"
    calls.answered(ToolResult(session_id="session", tool_call_id=call.tool_call_id, result=[1, 2]))
    assert await calling == [1, 2]
    for name in ("server_tool", "get_local_time"):
        with pytest.raises(ToolFailed, match=name):
            await conversation.call(name, {})


def test_no_answer_is_foreseen_where_a_tool_would_be_called() -> None:
    sent: list[EngineMessage] = []
    choice = choose({"personaId": "joe", "tools": [{"type": "client", "name": "open_cart"}]})
    dialogue = DialogueManager(choice, "session", Script(), ToolCalls("session", sent.append), sent.append)
    assert dialogue.foresee("Open the cart") is None
    assert dialogue.foresee("Do you like bananas?")
    assert sent == []
