"""One real session in the test's own event loop, and waiting for what it reports."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TypeVar

from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, SoundSink
from viewer.media.picture import PictureSlot
from viewer.protocol import commands, events
from viewer.session.conversation import Conversation
from viewer.session.session import Session
from viewer.session.tools import Handler

Wanted = TypeVar("Wanted")


class RunningSession:
    """Collects events; ``await seen(kind)`` returns the first that fits, past or future."""

    def __init__(
        self,
        request: commands.Connect,
        kind: type[Session] | type[Conversation] = Session,
        speaker: SoundSink | None = None,
        tools: Mapping[str, Handler] | None = None,
    ) -> None:
        self.events: list[events.Event] = []
        self.pictures = PictureSlot()
        self.speaker = PcmBuffer(channels=2, capacity=SAMPLE_RATE * 30)
        """What is heard, unless another loudspeaker was given."""
        self.microphone = PcmBuffer(channels=1, capacity=SAMPLE_RATE * 5)
        played = self.speaker if speaker is None else speaker
        places = (self._publish, self.pictures, played, self.microphone)
        self.session = Conversation(request, *places, tools) if tools else kind(request, *places)
        self._news = asyncio.Event()

    def _publish(self, event: events.Event) -> None:
        self.events.append(event)
        self._news.set()

    async def seen(
        self, kind: type[Wanted], fits: Callable[[Wanted], bool] = lambda _: True, within: float = 20
    ) -> Wanted:
        """The first event of ``kind`` that ``fits``; a hang fails the test after ``within`` seconds."""
        position = 0
        async with asyncio.timeout(within):
            while True:
                while position < len(self.events):
                    event = self.events[position]
                    position += 1
                    if isinstance(event, kind) and fits(event):
                        return event
                self._news.clear()
                await self._news.wait()

    async def phase(self, phase: events.Phase) -> None:
        """Wait until the session is in ``phase`` or was."""
        await self.seen(events.PhaseChanged, lambda event: event.phase is phase)

    @property
    def phases(self) -> list[events.Phase]:
        """All phases so far."""
        return [event.phase for event in self.events if isinstance(event, events.PhaseChanged)]

    @property
    def closed(self) -> events.SessionClosed:
        """How it ended."""
        last = self.events[-1]
        assert isinstance(last, events.SessionClosed)
        return last


@asynccontextmanager
async def running_session(
    broker: str,
    persona: str = "joe",
    *,
    kind: type[Session] | type[Conversation] = Session,
    speaker: SoundSink | None = None,
    tools: Mapping[str, Handler] | None = None,
    proxy: str = "",
    lip_sync: bool = True,
    recorded: bool = False,
    gateway: bool = False,
) -> AsyncIterator[RunningSession]:
    """A session from the command to connect; closed and awaited at the end."""
    running = RunningSession(
        commands.Connect(broker, persona, proxy=proxy, lip_sync=lip_sync, gateway=gateway),
        kind,
        speaker,
        tools,
    )
    if recorded:
        assert isinstance(running.session, Session)
        running.session.record()
    life = asyncio.create_task(running.session.run())
    try:
        yield running
    finally:
        running.session.close()
        await life
