"""A broker and an engine in the test's own loop, for tests in virtual time.

HTTP and the WebSocket are real. Of WebRTC, which works in threads of its own and by the clock on the wall,
there is a stand-in at the viewer's end: it connects, brings pictures and says what it counted, as ``way`` has
it.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias
from urllib.parse import parse_qs, urlsplit

import av
import numpy as np
import pytest
from pydantic import JsonValue
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from tests.session.hostile.scripted_engine import granted
from viewer.media.pcm import PcmBuffer, Samples
from viewer.media.receive.losses import Losses
from viewer.media.receive.reception import Reception
from viewer.protocol import inputs, signalling
from viewer.protocol.api import ClientConfig
from viewer.protocol.commands import Quality
from viewer.protocol.signalling import IceCandidate, Signal
from viewer.protocol.stats import Stats
from viewer.tasks import BackgroundTasks
from viewer.webrtc.ice.agent import Route
from viewer.webrtc.peer import Traffic

HEARTBEAT = 5
FRAME_SECONDS = 0.1
CONNECTS_IN = 0.2


@dataclass
class Way:
    """The network between viewer and engine, as media find it."""

    connects: bool = True
    packets: bool = True
    pictures: bool = True
    repeats: bool = False
    """Whether the engine repeats what the user said, as soon as it has it."""
    closes_in: float = 0.0
    """Seconds that a peer takes to close."""
    peers: "list[StandInPeer]" = field(default_factory=list)
    """Every peer there was, the present one last."""


@dataclass
class Heard:
    """A frame that the engine got."""

    at: float
    session: str
    signal: dict[str, Any]


class TimedEngine:
    """Grants sessions and answers offers."""

    def __init__(self) -> None:
        self.way = Way()
        self.port = 0
        self.asked: list[float] = []
        """When a session was asked for."""
        self.heard: list[Heard] = []
        self.refusal: int | None = None
        """The status of the broker's answers, if they are refusals."""
        self.attempts = 3
        """How often the broker says that it has tried, then."""
        self.broker_hangs = False
        self.wants_stop = False
        """Whether the broker wants to be told of the end of sessions."""
        self.stopped: list[tuple[float, str]] = []
        """When it was told, and at which path."""
        self.stopping_takes = 0.0
        self.is_dead = False
        """Nobody takes sockets."""
        self.answers = True
        """Whether offers are answered."""
        self._sockets: set[ServerConnection] = set()
        self.engine_port = 0
        self._is_unknown = False
        self._broker: asyncio.Server | None = None

    @property
    def url(self) -> str:
        """The broker's."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def peer(self) -> "StandInPeer":
        """The viewer's present peer."""
        return self.way.peers[-1]

    def times(self, action: str) -> list[float]:
        """When signals of that action type came."""
        return [heard.at for heard in self.heard if heard.signal["actionType"] == action]

    def die(self) -> None:
        """End every connection and take none any more; the broker finds nobody, either."""
        self.is_dead, self.refusal, self.way.packets = True, 502, False
        for socket in self._sockets:
            socket.transport.abort()
        self.peer.break_off()

    def come_back(self) -> None:
        """Another engine in its place, which knows none of the sessions."""
        self.is_dead, self.refusal, self.way.packets = False, None, True

    async def close_broker(self) -> None:
        """Nobody listens at the broker's port."""
        assert self._broker
        self._broker.close()
        await self._broker.wait_closed()

    async def open_broker(self) -> None:
        """Listen at the broker's port, again at the same one."""
        self._broker = await asyncio.start_server(self._grant, "127.0.0.1", self.port)
        self.port = self._broker.sockets[0].getsockname()[1]

    async def _grant(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")
        )
        await reader.readexactly(length)
        path = head.split()[1].decode()
        if path.endswith("/stop"):
            await self._stop(path, writer)
            return
        self.asked.append(asyncio.get_running_loop().time())
        if self.broker_hangs:
            with suppress(ConnectionError):
                await reader.read()
            writer.close()
            return
        answer = granted(f"session-{len(self.asked)}", self.engine_port)
        answer["clientConfig"]["heartbeatIntervalSeconds"] = HEARTBEAT
        if self.wants_stop:
            answer["wantsStop"] = True
        if self.refusal:
            # As our own broker says it, which has tried before.
            answer = {"error": "The engine cannot be reached.", "attempts": self.attempts}
        body = json.dumps(answer).encode()
        status = self.refusal or 200
        writer.write(
            b"HTTP/1.1 %d Said\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % (status, len(body))
        )
        writer.write(body)
        writer.close()
        await writer.wait_closed()

    async def _stop(self, path: str, writer: asyncio.StreamWriter) -> None:
        self.stopped.append((asyncio.get_running_loop().time(), path))
        await asyncio.sleep(self.stopping_takes)
        with suppress(ConnectionError):
            writer.write(b"HTTP/1.1 200 Said\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
            writer.close()
            await writer.wait_closed()

    async def serve(self, socket: ServerConnection) -> None:
        """One socket of the viewer."""
        if self.is_dead:
            socket.transport.abort()
            return
        assert socket.request
        session = parse_qs(urlsplit(socket.request.path).query)["session_id"][0]
        self._sockets.add(socket)
        if self._is_unknown:
            self._is_unknown = False
            await self.say(Signal(signalling.END_SESSION, session, "This session is unknown."))
        with suppress(ConnectionClosed):
            async for frame in socket:
                now = asyncio.get_running_loop().time()
                self.heard.append(Heard(now, session, json.loads(frame)))
                if self.heard[-1].signal["actionType"] == "offer" and self.answers:
                    await socket.send(signalling.encode(signalling.answer(session, "v=0 answer")))
                    await socket.send(signalling.encode(Signal(signalling.SESSION_READY, session)))
        self._sockets.discard(socket)

    def lose_session(self) -> None:
        """The socket closes, and when it is open again nobody here knows the session."""
        self._is_unknown = True
        for socket in tuple(self._sockets):
            socket.transport.abort()

    async def say(self, *signals: Signal) -> None:
        """Send to whoever is connected."""
        for socket in tuple(self._sockets):
            for signal in signals:
                await socket.send(signalling.encode(signal))


class _Pictures:
    """What comes of the way, a picture in a packet."""

    def __init__(self, way: Way) -> None:
        self._way = way
        self.losses = Losses()
        self.packets = 0

    async def run(self, take: Callable[[av.VideoFrame], None]) -> None:
        while True:
            await asyncio.sleep(FRAME_SECONDS)
            if not self._way.packets or self.losses.takes(0):
                continue
            self.packets += 1
            if self._way.pictures:
                frame = av.VideoFrame.from_ndarray(np.zeros((16, 16, 3), np.uint8), format="rgb24")
                frame.time_base = Fraction(1, 90_000)
                take(frame.reformat(format="yuv420p"))


Tell: TypeAlias = Callable[[inputs.Input], None]


class StandInPeer:
    """In the place of :class:`viewer.webrtc.peer.Peer`."""

    route = Route("host", "host", None)
    ice_state = "completed"
    state = "connected"
    video_codec = "VP8"

    def __init__(self, way: Way, tell: Tell, reception: Reception) -> None:
        self.sent: list[dict[str, Any]] = []
        """What went over the data channel."""
        self._way = way
        self._tell = tell
        self._reception = reception
        self._pictures = _Pictures(way)
        self._tasks = BackgroundTasks("stand-in peer")
        self.is_closed = False
        self.takes_voice: Callable[[Samples], None] | None = None
        """Who gets what the microphone hears, if it is lent."""
        way.peers.append(self)

    def lose(self, losses: Losses) -> None:
        self._pictures.losses = losses

    def lend_microphone(self, take: Callable[[Samples], None] | None) -> None:
        self.takes_voice = take

    async def offer(self, config: ClientConfig, quality: Quality) -> str:
        return "v=0 offer"

    async def apply_answer(self, sdp: str) -> None:
        self._tasks.spawn("connect", self._connect())

    async def add_candidate(self, candidate: IceCandidate | None) -> None:
        return

    def send(self, text: str) -> bool:
        if self._way.packets:
            self.sent.append(json.loads(text))
            if self._way.repeats and (content := self.sent[-1].get("content")):
                words = {"message_id": content, "role": "user", "content": content, "end_of_speech": True}
                asyncio.get_running_loop().call_soon(self.hear, "speechText", words)
        return True

    @property
    def packets_received(self) -> int:
        return self._pictures.packets

    async def traffic(self) -> Traffic:
        return Traffic(self._pictures.packets, 0, 0, 0, self._pictures.packets * 1250, None)

    def stats(self) -> dict[str, Stats]:
        return {"transport": {"type": "transport", "bytesReceived": self._pictures.packets * 1250}}

    async def inbound_rtp(self) -> list[dict[str, JsonValue]]:
        return [{"kind": "video", "packetsReceived": self._pictures.packets}]

    async def close(self) -> None:
        self.is_closed = True
        await self._tasks.cancel()
        await asyncio.sleep(self._way.closes_in)

    def break_off(self) -> None:
        """The connection ends."""
        self._tell(inputs.PeerFailed())

    def hear(self, kind: str, data: dict[str, Any]) -> None:
        """The engine says this over the data channel."""
        if not self.is_closed:
            self._tell(inputs.DataReceived(json.dumps({"messageType": kind, "data": data})))

    async def _connect(self) -> None:
        if not self._way.connects:
            return
        await asyncio.sleep(CONNECTS_IN)
        self._tell(inputs.IceConnected())
        self._tell(inputs.PeerConnected())
        self._tell(inputs.ChannelOpened())
        self._tasks.spawn("pictures", self._pictures.run(self._reception.video.add))


@asynccontextmanager
async def timed_engine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TimedEngine]:
    """An engine that stands ready, and sessions whose peers are stand-ins."""
    engine = TimedEngine()

    def stand_in(tell: Tell, reception: Reception, _: PcmBuffer | None, __: object) -> StandInPeer:
        return StandInPeer(engine.way, tell, reception)

    monkeypatch.setattr("viewer.session.session.Peer", stand_in)
    async with serve(engine.serve, "127.0.0.1", 0, close_timeout=0.5) as server:
        engine.engine_port = next(iter(server.sockets)).getsockname()[1]
        await engine.open_broker()
        yield engine
        await engine.close_broker()
