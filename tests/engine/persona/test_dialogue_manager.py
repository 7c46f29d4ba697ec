from collections.abc import AsyncGenerator

import pytest

from viewer.engine.brains.brain import Conversation, Turn
from viewer.engine.persona.dialogue_manager import DialogueManager
from viewer.engine.persona.personas import PersonaChoice, choose
from viewer.engine.persona.tools import ToolCalls
from viewer.protocol.data_channel import EngineMessage, Role, SpeechText


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
