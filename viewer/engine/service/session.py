"""One session: its signalling socket, its peer, its persona, and what ends it."""

import asyncio
import logging
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final, Literal, TypeAlias

from starlette.websockets import WebSocket

from viewer.engine.brains.brain import Brain
from viewer.engine.hearing.ear import Ear
from viewer.engine.persona.personas import PersonaChoice
from viewer.engine.persona.pipeline import Pipeline, PipelineEvents, Portraits
from viewer.engine.persona.weakly import weakly
from viewer.engine.service import misbehaviour
from viewer.engine.service.clock import MediaClock
from viewer.engine.service.peer import Peer, PeerEvents, UnusableOffer
from viewer.engine.service.signalling_socket import SignallingSocket
from viewer.engine.service.tracks import PictureTrack, VoiceTrack
from viewer.engine.voice.speaking import Voice
from viewer.protocol import signalling
from viewer.protocol.codec import MalformedMessage
from viewer.protocol.data_channel import EngineMessage
from viewer.protocol.signalling import IceCandidate, Signal
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)

JOIN_SECONDS: Final = 30.0
GRACE_SECONDS: Final = 10.0
WARNING_SECONDS: Final = 30.0
# A client whose socket is open and that is not heard for so many intervals of its heartbeat is gone.
MISSED_HEARTBEATS: Final = 3
_GOODBYE_SECONDS: Final = 0.3
_MAX_EARLY_CANDIDATES: Final = 64

State: TypeAlias = Literal["waiting", "connecting", "live", "ended"]


class Session:
    """One client's session. Use from the event loop; :meth:`end` releases everything it holds.

    ``on_over`` is called once when the session is to end by itself, with the reason for the client, or
    None when the client said goodbye or is gone. ``released`` is set when it has ended for good.
    """

    def __init__(
        self,
        choice: PersonaChoice,
        models: tuple[Voice, Ear, Brain],
        portraits: Portraits,
        heartbeat_seconds: float,
        on_over: Callable[["Session", str | None], None],
    ) -> None:
        self.id = str(uuid.uuid4())
        self.choice = choice
        self.state: State = "waiting"
        self._on_over = on_over
        self._heartbeat_seconds = heartbeat_seconds
        self._started = asyncio.get_running_loop().time()
        self.since = datetime.now(UTC)
        """When it was granted."""
        events = PipelineEvents(
            weakly(self._send_data), weakly(self._talk_interrupted), over=weakly(self._over)
        )
        self.pipeline = Pipeline(self.id, choice, models, portraits, events)
        self.peer: Peer | None = None
        self._early: list[IceCandidate | None] = []
        self.socket = SignallingSocket()
        self.released = asyncio.Event()
        self._limit: asyncio.Task[None] | None = None
        self._tasks = BackgroundTasks("session")
        # Cancelled half-way, a peer would never let go of its sockets.
        self._closing = BackgroundTasks("closing")
        self._closings: list[asyncio.Task[None]] = []
        self._tasks.spawn("join", self._end_unless_live(JOIN_SECONDS))

    @property
    def age(self) -> float:
        """Seconds since it was granted."""
        return self.age_at(asyncio.get_running_loop().time())

    def age_at(self, time: float) -> float:
        """Its age at that ``time`` of the event loop's clock."""
        return time - self._started

    async def serve(self, socket: WebSocket) -> None:
        """Talk to the client over ``socket`` until that closes. A newer socket replaces an older one."""
        writer = await self.socket.attach(socket)
        watch = self._tasks.spawn("heartbeats", self._end_without_heartbeats())
        misbehaving = self._tasks.spawn(
            "misbehave", misbehaviour.of_a_socket(self.choice.scenario, self.socket)
        )
        try:
            while self.state != "ended":
                text = await self.socket.receive(socket)
                if text is None:
                    break
                await self._receive(text)
        finally:
            watch.cancel()
            misbehaving.cancel()
            self.socket.detach(socket, writer)
            if not self.socket.is_open and self.state != "ended":
                self._tasks.spawn("grace", self._end_unless_reopened(GRACE_SECONDS))

    async def end(self, reason: str | None) -> None:
        """End the session and release what it holds, telling the client ``reason``. May be called twice."""
        if self.state == "ended":
            return
        self.state = "ended"
        if reason is not None:
            self._signal(signalling.END_SESSION, reason)
            await self.socket.flush(_GOODBYE_SECONDS)
        await self._tasks.cancel()
        await self.socket.close()
        await self.pipeline.close()
        if self.peer is not None:
            self._retire(self.peer)
        await asyncio.gather(*self._closings)
        self.released.set()

    async def _receive(self, text: str | bytes) -> None:
        try:
            await self._act_on(signalling.decode(text))
        except MalformedMessage as error:
            _log.info("ignored a signalling message: %s", error)

    async def _act_on(self, signal: Signal) -> None:
        match signal.action:
            case signalling.OFFER:
                await self._answer(signal.payload)
            case signalling.ICE_CANDIDATE:
                candidate = signalling.parse_ice_candidate(signal.payload)
                if self.peer is not None:
                    self.peer.add_candidate(candidate)
                elif len(self._early) < _MAX_EARLY_CANDIDATES:
                    self._early.append(candidate)
            case signalling.END_SESSION:
                self._over(None)
            case _:
                self.pipeline.take_signal(signal)

    async def _answer(self, payload: Any) -> None:
        try:
            offer = signalling.parse_offer(payload)
        except MalformedMessage:
            self._over("The offer has no session description.")
            return
        previous = self.peer
        peer = previous if previous is not None and previous.belongs_to(offer) else self._new_peer()
        try:
            sdp = await peer.accept(offer)
        except UnusableOffer as error:
            if peer is not previous:
                self._retire(peer)
            self._over(str(error))
            return
        if peer is not previous:
            self.peer = peer
            self.state = "connecting"
            if previous is not None:
                self._retire(previous)
        self._send(signalling.answer(self.id, sdp))
        for candidate in self._early:
            peer.add_candidate(candidate)
        self._early.clear()
        for own in await misbehaviour.candidates(self.choice.scenario, peer):
            self._send(signalling.ice_candidate(self.id, own))

    def _new_peer(self) -> Peer:
        clock = MediaClock()
        soundtrack, scene = self.pipeline.staging()
        scenario = self.choice.scenario
        events = PeerEvents(
            connected=weakly(self._on_connected),
            lost=weakly(self._on_lost),
            message=self.pipeline.take_message,
            heard=self.pipeline.hearing.add,
        )
        return Peer(
            VoiceTrack(clock, soundtrack, silent=scenario.is_silent),
            PictureTrack(clock, scene, ends_at=scenario.pictures_until),
            events,
            steady=self.choice.quality == "high",
        )

    def _retire(self, peer: Peer) -> None:
        self._closings.append(self._closing.spawn("peer", peer.close()))

    def _on_connected(self, peer: Peer) -> None:
        if peer is not self.peer or self.state == "ended":
            return
        self.state = "live"
        self._signal(signalling.SESSION_READY, "")
        if self._limit is None and self.choice.max_seconds is not None:
            self._limit = self._tasks.spawn("limit", self._end_at(self.choice.max_seconds))
        self._tasks.spawn("misbehave", misbehaviour.of_messages(self.choice.scenario, self.socket, peer))
        self.pipeline.begin()

    def _on_lost(self, peer: Peer) -> None:
        if peer is self.peer:
            self._over("The media connection was lost.")

    def _send_data(self, message: EngineMessage) -> None:
        if self.peer is not None:
            self.peer.send(message)

    def _talk_interrupted(self, correlation_id: str) -> None:
        self._send(signalling.talk_stream_interrupted(self.id, correlation_id))

    def _over(self, reason: str | None) -> None:
        self._on_over(self, reason)

    def _signal(self, action: str, payload: Any) -> None:
        self._send(Signal(action, self.id, payload))

    def _send(self, signal: Signal) -> None:
        self.socket.send(signal)

    async def _end_unless_live(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        if self.state != "live":
            self._over("The session was not joined in time.")

    async def _end_unless_reopened(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        if not self.socket.is_open:
            self._over(None)

    async def _end_without_heartbeats(self) -> None:
        patience = MISSED_HEARTBEATS * self._heartbeat_seconds
        while (left := patience - self.socket.silence) > 0:  # noqa: ASYNC110 - looks when it may be over
            await asyncio.sleep(left)
        self._over(f"No heartbeat has come for {patience:g} seconds.")

    async def _end_at(self, seconds: float) -> None:
        left = min(seconds, WARNING_SECONDS)
        await asyncio.sleep(seconds - left)
        self._signal(signalling.WARNING, f"This session ends in {left:g} seconds.")
        await asyncio.sleep(left)
        self._over(f"The session has reached its limit of {seconds:g} seconds.")
