"""The whole engine but its network, in the test's own event loop: for tests in virtual time.

The application, its registry, sessions, personas, voices and tracks are real; requests and the WebSocket come
by ASGI. Of WebRTC only the transport is left out: a peer answers a browser's offer, is connected at once, and
hands its client the frames and messages themselves, at the pace at which its tracks give them.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import av
import httpx
import numpy as np
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from tests.engine.records import Look, Talker
from tests.processes import API_KEY
from viewer.engine.service.api import create_app
from viewer.engine.service.peer import Peer, PeerEvents
from viewer.engine.service.registry import Registry
from viewer.engine.service.session import Session
from viewer.engine.service.tokens import TokenIssuer
from viewer.engine.service.tracks import PictureTrack, VoiceTrack
from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.protocol.api import ClientConfig
from viewer.protocol.signalling import IceCandidate
from viewer.tasks import BackgroundTasks

BROWSER_OFFER: Final = Path(__file__).with_name("browser-offer.sdp").read_text("utf-8").replace("\n", "\r\n")
PATIENCE: Final = 120.0
_LONGEST_VISIT: Final = 300.0
_POLL: Final = 0.01


class Channel:
    """The engine's end of a data channel that is open; what is sent is kept in ``sent``."""

    label = "session"
    readyState = "open"  # noqa: N815 - W3C's

    def __init__(self) -> None:
        self.sent: list[str] = []
        self._handlers: dict[str, Callable[[Any], None]] = {}

    def on(self, event: str, handler: Callable[[Any], None]) -> None:
        """As aiortc's."""
        self._handlers[event] = handler

    def send(self, text: str) -> None:
        """As aiortc's."""
        self.sent.append(text)
        self._handlers["sent"](text)

    def remove_all_listeners(self) -> None:
        """As aiortc's does when it closes."""
        self._handlers.clear()

    def receive(self, message: str | bytes) -> None:
        """The client sends ``message``."""
        self._handlers["message"](message)


class DirectPeer(Peer):
    """The engine's end of a connection without a transport. ``client`` is who takes what it sends."""

    def __init__(
        self,
        client: "Guest | None",
        voice: VoiceTrack,
        picture: PictureTrack,
        events: PeerEvents,
        *,
        steady: bool = True,
    ) -> None:
        super().__init__(voice, picture, events, steady=steady)
        self.channel = Channel()
        self._client = client
        self._heard = events.heard
        self._tracks: tuple[MediaStreamTrack, ...] = (voice, picture)
        self._connected = False
        self._lost = False
        self.candidates: list[IceCandidate | None] = []
        """The client's."""

    @property
    def state(self) -> str:
        """As a connection's that needs no time."""
        if self._lost:
            return "failed"
        return "connected" if self._connected else "new"

    def lose(self) -> None:
        """Be connected no longer."""
        self._lost = True
        self._on_state()

    def add_candidate(self, candidate: IceCandidate | None) -> None:
        """Take a candidate of the client, and keep it."""
        self.candidates.append(candidate)
        super().add_candidate(candidate)

    async def gather(self) -> list[IceCandidate]:
        """Be connected at once."""
        if self._connected:
            return []
        self._connected = True
        if self._client is not None:
            self._client.meet(self)
            voice, picture = self._tracks
            if self._client.listens:
                self._tasks.spawn("send sound", self._send(voice, self._client))
            if self._client.look is not None:
                self._tasks.spawn("send pictures", self._send(picture, self._client))
        channel: Any = self.channel
        self._on_channel(channel)
        self._on_state()
        return []

    async def close(self) -> None:
        """Release everything, the channel too."""
        await super().close()
        self.channel.remove_all_listeners()

    def hear(self, frame: av.AudioFrame) -> None:
        """A frame of the client's microphone."""
        self._heard(frame)

    async def _send(self, track: MediaStreamTrack, client: "Guest") -> None:
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            if isinstance(frame, av.VideoFrame) and client.look is None:
                return
            client.take_frame(frame, asyncio.get_running_loop().time(), client.look or (lambda _: None))


class LoopSocket:
    """The client's end of a WebSocket by ASGI."""

    def __init__(
        self, app: FastAPI, session_id: str, take: Callable[[str], object], tasks: BackgroundTasks
    ) -> None:
        self.close_code: int | None = None
        self._to_engine: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._to_engine.put_nowait({"type": "websocket.connect"})
        self._take = take
        self._closed = asyncio.Event()
        scope = {
            "type": "websocket",
            "path": "/v1/signalling",
            "query_string": f"session_id={session_id}".encode(),
            "headers": [],
        }
        self.serving = tasks.spawn("serve", app(scope, self._to_engine.get, self._from_engine))

    async def send(self, message: str | bytes) -> None:
        """Send ``message``, and let the engine act on it."""
        kind = "text" if isinstance(message, str) else "bytes"
        self._to_engine.put_nowait({"type": "websocket.receive", kind: message})
        await asyncio.sleep(_POLL)

    async def close(self) -> None:
        """Close it from this end."""
        self._end(1000)
        await self.serving

    async def wait_closed(self) -> None:
        """Wait until either end has closed it."""
        async with asyncio.timeout(PATIENCE):
            await self._closed.wait()

    async def _from_engine(self, message: Any) -> None:
        if self._closed.is_set():
            raise OSError("closed")
        if message["type"] == "websocket.send":
            self._take(message["text"])
        elif message["type"] == "websocket.close":
            self._end(message["code"])

    def _end(self, code: int) -> None:
        if not self._closed.is_set():
            self.close_code = code
            self._to_engine.put_nowait({"type": "websocket.disconnect", "code": code})
            self._closed.set()


class Guest(Talker):
    """A client in the engine's own loop.

    ``look`` sees the pictures; None leaves them undrawn from then on. One that does not ``listen`` gets no
    sound: its persona says nothing then, but an hour of silence takes no time either.
    """

    def __init__(self, engine: "EngineInLoop", session_id: str, look: Look | None) -> None:
        super().__init__()
        self.session_id = session_id
        self.look = look
        self.listens = True
        self.heard: list[Samples] = []
        """The sounds themselves."""
        self.tasks = BackgroundTasks("guest")
        self.peers: list[DirectPeer] = []
        self.socket: LoopSocket
        self._app = engine.app

    def take_sound(self, time: float, pts: int, pcm: Samples) -> None:
        """Keep how loud it is, and the sound itself."""
        super().take_sound(time, pts, pcm)
        self.heard.append(pcm)

    def pitch(self) -> float:
        """The strongest frequency in the loud part of what was heard, in Hz."""
        loud = [pcm for pcm, sound in zip(self.heard, self.sounds, strict=True) if sound.rms > 0.1]
        pcm = np.concatenate(loud)
        spectrum = np.abs(np.fft.rfft(pcm * np.hanning(len(pcm))))
        return float(np.argmax(spectrum) * SAMPLE_RATE / len(pcm))

    def meet(self, peer: DirectPeer) -> None:
        """``peer`` is connected to this client."""
        self.peers.append(peer)
        peer.channel.on("sent", self.take_message)

    def open_socket(self) -> None:
        """Open the WebSocket, or another one."""
        self.socket = LoopSocket(self._app, self.session_id, self.take_signal, self.tasks)

    async def offer(self, sdp: str = BROWSER_OFFER) -> None:
        """Offer a connection."""
        await self.signal(
            "offer", {"connectionDescription": {"type": "offer", "sdp": sdp}, "userUid": self.session_id}
        )

    async def another_offer(self) -> None:
        """Offer another connection: one with another certificate."""
        fingerprint = BROWSER_OFFER.split("a=fingerprint:sha-256 ")[1].split()[0]
        await self.offer(BROWSER_OFFER.replace(fingerprint, fingerprint[::-1]))

    async def signal(self, action: str, payload: Any) -> None:
        """Send one signalling message."""
        await self.socket.send(self.signal_text(action, payload))

    def send_data(self, message: str | bytes) -> None:
        """Send ``message`` over the data channel."""
        self.peers[-1].channel.receive(message)

    async def until(self, condition: Callable[[], Any]) -> None:
        """Wait until ``condition`` holds, for so long as nobody in a test talks."""
        async with asyncio.timeout(PATIENCE):
            while not condition():  # noqa: ASYNC110 - exact, and free of charge in virtual time
                await asyncio.sleep(_POLL)

    async def play(self, microphone: MediaStreamTrack) -> None:
        """Send what ``microphone`` hears, for ever."""
        while True:
            frame = await microphone.recv()
            assert isinstance(frame, av.AudioFrame)
            self.peers[-1].hear(frame)

    async def send_heartbeats(self) -> None:
        """Say every 5 s that this client is there."""
        while True:
            await asyncio.sleep(5)
            await self.signal("heartbeat", "")


class EngineInLoop:
    """The engine's application and its registry. ``new_peer`` makes the peers of its sessions."""

    def __init__(self, registry: Registry, tokens: TokenIssuer) -> None:
        config = ClientConfig.model_validate({"heartbeatIntervalSeconds": registry.heartbeat_seconds})
        self.registry = registry
        self.app = create_app(registry, tokens, API_KEY, config)
        self.http = AsyncClient(
            transport=ASGITransport(self.app),
            base_url="http://engine.test",
            trust_env=False,
            timeout=None,
            headers={"Authorization": f"Bearer {API_KEY}"},
        )
        self._arriving: Guest | None = None

    def new_peer(self, *arguments: Any, **options: Any) -> DirectPeer:
        """A peer for the guest that is about to send its offer."""
        return DirectPeer(self._arriving, *arguments, **options)

    async def start_session(
        self, config: dict[str, Any], options: dict[str, Any] | None = None, bearer: str = API_KEY
    ) -> httpx.Response:
        """Section 1.2."""
        body = {"personaConfig": config, "sessionOptions": options or {}}
        headers = {"Authorization": f"Bearer {bearer}"}
        return await self.http.post("/v1/engine/session", json=body, headers=headers)

    async def granted(self, options: dict[str, Any] | None = None, **config: Any) -> str:
        """The id of a session with Joe, who waits to be spoken to, or with what ``config`` says instead."""
        answer = await self.start_session({"personaId": "joe", "skipGreeting": True} | config, options)
        assert answer.status_code == 200
        return str(answer.json()["sessionId"])

    async def observed(self, session_id: str) -> dict[str, Any]:
        """What the engine reports of the session; empty when it has ended."""
        sessions = (await self.http.get("/v1/engine/sessions")).json()
        return next((dict(session) for session in sessions if session["sessionId"] == session_id), {})

    def session(self, session_id: str) -> Session:
        """The session itself."""
        session = self.registry.find(session_id)
        assert session is not None
        return session

    @asynccontextmanager
    async def visited(self, session_id: str, look: Look | None = None) -> AsyncIterator[Guest]:
        """A client with an open socket in that session, which has offered nothing yet.

        It fails where a test waits for what never comes, instead of waiting with it.
        """
        guest = Guest(self, session_id, look)
        self._arriving = guest
        async with asyncio.timeout(_LONGEST_VISIT):
            guest.open_socket()
            yield guest
            await guest.tasks.cancel()

    @asynccontextmanager
    async def joined(
        self,
        look: Look | None = None,
        options: dict[str, Any] | None = None,
        *,
        listens: bool = True,
        **config: Any,
    ) -> AsyncIterator[Guest]:
        """A client in a session of that kind, whose persona is ready; says goodbye at the end."""
        async with self.visited(await self.granted(options, **config), look) as guest:
            guest.listens = listens
            guest.tasks.spawn("heartbeats", guest.send_heartbeats())
            await guest.offer()
            await guest.until(lambda: guest.signalled("sessionready"))
            yield guest
            await guest.signal("endsession", {})
            await guest.socket.wait_closed()

    async def close(self) -> None:
        """End every session."""
        await self.registry.close()
        await self.http.aclose()
