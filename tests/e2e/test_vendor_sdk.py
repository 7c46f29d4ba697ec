"""The vendor's own Python client against our engine: neither knows the other's code."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
from anam import AnamClient, AnamEvent, ClientOptions, MessageRole, MessageStreamEvent, PersonaConfig
from anam.client import Session

from tests.e2e.conftest import API_KEY
from tests.processes import Server

PATIENCE = 30.0


def with_api_key(engine: Server) -> AnamClient:
    options = ClientOptions(api_base_url=engine.url)
    return AnamClient(api_key=API_KEY, persona_config=PersonaConfig(persona_id="joe"), options=options)


def with_session_token(engine: Server) -> AnamClient:
    answer = httpx.post(
        f"{engine.url}/v1/auth/session-token",
        headers={"Authorization": f"Bearer {API_KEY}"},
        json={"personaConfig": {"personaId": "joe"}},
    )
    token = answer.raise_for_status().json()["sessionToken"]
    return AnamClient(session_token=token, options=ClientOptions(api_base_url=engine.url))


class Conversation:
    """What the client reports of the messages, and waiting for it."""

    def __init__(self, client: AnamClient) -> None:
        self.events: list[MessageStreamEvent] = []
        self.ready = asyncio.Event()
        self._news = asyncio.Event()
        client.add_listener(AnamEvent.MESSAGE_STREAM_EVENT_RECEIVED, self._on_message)
        client.add_listener(AnamEvent.SESSION_READY, self._on_ready)

    async def said(self, role: MessageRole, containing: str) -> str:
        """The first complete message of ``role`` with ``containing`` in it."""
        await self.until(lambda: any(containing in text for text in self._complete(role)))
        return next(text for text in self._complete(role) if containing in text)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until ``condition`` holds, looking whenever a message has arrived."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self._news.clear()
                await self._news.wait()

    def _complete(self, role: MessageRole) -> list[str]:
        texts: dict[str, str] = {}
        for event in self.events:
            if event.role == role:
                texts[event.id] = texts.get(event.id, "") + event.content
        ended = {event.id for event in self.events if event.end_of_speech}
        return [text for id_, text in texts.items() if id_ in ended]

    async def _on_message(self, event: MessageStreamEvent) -> None:
        self.events.append(event)
        self._news.set()

    async def _on_ready(self) -> None:
        self.ready.set()


@asynccontextmanager
async def connected(client: AnamClient) -> AsyncIterator[Session]:
    async with asyncio.timeout(PATIENCE):
        session = await client.connect_async()
    try:
        yield session
    finally:
        await session.close()


@pytest.mark.parametrize("authorised", [with_api_key, with_session_token])
async def test_the_vendors_client_sees_hears_and_talks_to_the_persona(
    engine: Server, authorised: Callable[[Server], AnamClient]
) -> None:
    client = authorised(engine)
    conversation = Conversation(client)
    async with connected(client) as session, asyncio.timeout(PATIENCE):
        await conversation.ready.wait()
        async for picture in session.video_frames():
            assert (picture.width, picture.height) == (720, 480)
            break
        async for sound in session.audio_frames():
            assert sound.sample_rate == 48_000
            break
        await session.send_message("What about penguins?")
        assert await conversation.said(MessageRole.USER, "penguins") == "What about penguins?"
        assert await conversation.said(MessageRole.ASSISTANT, "penguins")


async def test_the_vendors_client_makes_the_persona_talk_and_interrupts_it(engine: Server) -> None:
    client = with_api_key(engine)
    conversation = Conversation(client)
    async with connected(client) as session:
        await conversation.said(MessageRole.ASSISTANT, "Joe")
        await session.talk("I was told to say this. And then I was told to say very much more than that.")
        await conversation.until(lambda: conversation.events[-1].content.startswith("this"))
        await session.interrupt()
        assert "say this" in await conversation.said(MessageRole.ASSISTANT, "told")
        assert conversation.events[-1].interrupted
