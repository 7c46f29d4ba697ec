"""An engine that plays a script: real broker answers, a real WebSocket, a real aiortc peer, chosen faults.

A session without a script is a good one: the offer is answered, candidates trickle, ``sessionready`` comes,
pictures and sound flow, the client's data channel opens. A script says what happens at each
:class:`Step` instead::

    async with scripted_engine({Step.ANSWER: [Repeat(3), Delay(0.1)]}) as engine:
        async with running_session(engine.url) as running:
            ...

Acts are applied in order to the frames that are due at the step; what is left of them is sent. Several
scripts are those of the sessions in the order in which they were granted; the last is that of all further
ones.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from tests.broker.upstream import Reply, ScriptedUpstream
from tests.session.hostile.script import (
    Act,
    Change,
    ClosePeer,
    CloseSocket,
    Delay,
    Drop,
    Flush,
    Frame,
    Hold,
    Release,
    Repeat,
    Reverse,
    Script,
    Send,
    Step,
    StopMedia,
)
from tests.session.hostile.scripted_peer import ScriptedPeer
from viewer.protocol import signalling
from viewer.protocol.api import SESSION_PATH
from viewer.protocol.signalling import Signal
from viewer.tasks import BackgroundTasks

TOKEN = "token-of-the-scripted-engine"
MAX_SESSIONS = 50


class ScriptedSession:
    """One session at the engine: what it heard of the client, and ways to do more to it than the script."""

    def __init__(self, session_id: str, script: Script) -> None:
        self.id = session_id
        self.frames: list[str | bytes] = []
        """What came over the WebSocket."""
        self.data: list[str | bytes] = []
        """What came over the data channel."""
        self.sockets = 0
        """How often the client opened one."""
        self.peer: ScriptedPeer | None = None
        self._script = script
        self._socket: ServerConnection | None = None
        self._held: list[Frame] = []
        self._news = asyncio.Condition()
        self._tasks = BackgroundTasks("scripted session")

    @property
    def signals(self) -> list[dict[str, Any]]:
        """The JSON objects among :attr:`frames`."""
        return [json.loads(frame) for frame in self.frames]

    async def until(self, holds: Callable[[], Any], within: float = 20) -> Any:
        """Wait until ``holds`` of what the session heard; returns what it said."""
        async with asyncio.timeout(within), self._news:
            return await self._news.wait_for(holds)

    async def heard(self, action: str) -> dict[str, Any]:
        """The first signal of that action type, past or future."""
        found: dict[str, Any] = await self.until(
            lambda: next((s for s in self.signals if s["actionType"] == action), None)
        )
        return found

    async def connected(self, times: int) -> None:
        """Wait until the client has opened so many sockets."""
        await self.until(lambda: self.sockets >= times)

    async def channel_open(self) -> None:
        """Wait until the data channel is open."""
        await self.until(lambda: self.peer and self.peer.channel)

    async def send(self, *frames: Frame) -> None:
        """Send over the WebSocket, the one that is open or the next."""
        for frame in frames:
            await self.until(lambda: self._socket)
            assert self._socket
            try:
                await self._socket.send(signalling.encode(frame) if isinstance(frame, Signal) else frame)
            except ConnectionClosed:
                self._socket = None

    async def say(self, *messages: str | bytes) -> None:
        """Send over the data channel once it is open."""
        await self.channel_open()
        assert self.peer
        self.peer.say(*messages)

    async def close_socket(self, code: int = 1000) -> None:
        """See :class:`CloseSocket`."""
        if (socket := self._socket) is not None:
            self._socket = None
            if code == 1006:
                socket.transport.abort()
            else:
                await socket.close(code)

    async def deafen(self) -> None:
        """Read no more of the socket that is open."""
        await self.until(lambda: self._socket)
        assert self._socket
        self._socket.transport.pause_reading()

    async def serve(self, socket: ServerConnection) -> None:
        """One connection of the client, until it ends."""
        self._socket = socket
        self.sockets += 1
        await self._tell()
        if self.sockets == 1:
            self._tasks.spawn("opened", self._play(Step.OPENED, []))
        try:
            async for frame in socket:
                self.frames.append(frame)
                await self._tell()
                await self._frame_received(frame)
        except ConnectionClosed:
            return
        finally:
            if self._socket is socket:
                self._socket = None

    async def end(self) -> None:
        """Release everything."""
        await self._tasks.cancel()
        if self.peer:
            await self.peer.close()

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def _frame_received(self, frame: str | bytes) -> None:
        signal = signalling.decode(frame)
        if signal.action == signalling.OFFER and self.peer is None:
            self.peer = ScriptedPeer(self._channel_opened, self._data_received)
            self._tasks.spawn("answer", self._answer(self.peer, signalling.parse_offer(signal.payload)))
        elif signal.action == signalling.ICE_CANDIDATE and self.peer:
            candidate = signalling.parse_ice_candidate(signal.payload)
            self._tasks.spawn("candidate", self.peer.add_candidate(candidate))

    async def _answer(self, peer: ScriptedPeer, offer: str) -> None:
        await self._play(Step.ANSWER, [signalling.answer(self.id, await peer.answer(offer))])
        candidates = await peer.gather()
        await self._play(Step.CANDIDATES, [signalling.ice_candidate(self.id, c) for c in candidates])
        await self._play(Step.READY, [Signal(signalling.SESSION_READY, self.id)])

    def _channel_opened(self) -> None:
        self._tasks.spawn("channel", self._play(Step.CHANNEL, []))

    def _data_received(self, message: str | bytes) -> None:
        self.data.append(message)
        self._tasks.spawn("tell", self._tell())

    async def _play(self, step: Step, due: list[Frame]) -> None:
        await self._tell()
        texts: list[Frame] = [signalling.encode(f) if isinstance(f, Signal) else f for f in due]
        for act in self._script.get(step, ()):
            texts = await self._acted(act, texts, step)
        await self._put(texts, step)

    async def _put(self, frames: list[Frame], step: Step) -> None:
        if step is Step.CHANNEL:
            await self.say(*(signalling.encode(f) if isinstance(f, Signal) else f for f in frames))
        else:
            await self.send(*frames)

    async def _acted(self, act: Act, due: list[Frame], step: Step) -> list[Frame]:
        """What is due after ``act``."""
        match act:
            case Send() | Drop() | Repeat() | Reverse() | Change():
                return act.applied(due)
            case Hold():
                self._held, due = [*self._held, *due], []
            case Release():
                self._held, due = [], [*due, *self._held]
            case Flush():
                await self._put(due, step)
                due = []
            case Delay(seconds):
                await asyncio.sleep(seconds)
            case CloseSocket(code):
                await self.close_socket(code)
            case ClosePeer() if self.peer:
                await self.peer.close()
            case StopMedia() if self.peer:
                self.peer.stop_media()
        return due


class ScriptedEngine:
    """The engine, and the broker that leads to it. ``broker`` can be scripted too (``broker.play``)."""

    def __init__(self, scripts: Sequence[Script]) -> None:
        self.broker = ScriptedUpstream()
        self.sessions: list[ScriptedSession] = []
        self.port = 0
        self.refusing = False
        """Whether sockets are turned away before they open."""
        self._scripts = scripts or [{}]
        self._news = asyncio.Condition()

    @property
    def url(self) -> str:
        """The broker's URL."""
        return self.broker.url

    @property
    def session(self) -> ScriptedSession:
        """The newest session."""
        return self.sessions[-1]

    async def begun(self, number: int = 1, within: float = 20) -> ScriptedSession:
        """Wait for the session of that number, counted from 1."""
        async with asyncio.timeout(within), self._news:
            await self._news.wait_for(lambda: len(self.sessions) >= number)
        return self.sessions[number - 1]

    def listen_at(self, port: int) -> None:
        """Let the broker lead to ``port``."""
        self.port = port
        answers = (Reply(200, granted(f"scripted-{n}", port)) for n in range(1, MAX_SESSIONS))
        self.broker.play(SESSION_PATH, *answers)

    async def serve(self, socket: ServerConnection) -> None:
        """A client's socket."""
        assert socket.request
        session_id = parse_qs(urlsplit(socket.request.path).query)["session_id"][0]
        if self.refusing:
            socket.transport.abort()
            return
        session = next((s for s in self.sessions if s.id == session_id), None)
        if session is None:
            session = ScriptedSession(session_id, self._script_of(session_id))
            self.sessions.append(session)
            async with self._news:
                self._news.notify_all()
        await session.serve(socket)

    def _script_of(self, session_id: str) -> Script:
        """The broker numbers sessions from 1; what a test grants of its own has the first script."""
        number = session_id.removeprefix("scripted-")
        return self._scripts[min(int(number) if number.isdecimal() else 1, len(self._scripts)) - 1]


def granted(session_id: str, port: int) -> dict[str, Any]:
    """What a broker answers that leads to an engine on this machine."""
    return {
        "sessionId": session_id,
        "sessionToken": TOKEN,
        "region": None,
        "engineHost": f"127.0.0.1:{port}",
        "engineProtocol": "http",
        "signallingEndpoint": "/ws",
        "clientConfig": {"heartbeatIntervalSeconds": 1, "maxWsReconnectionAttempts": 5, "iceServers": []},
    }


@asynccontextmanager
async def scripted_engine(*scripts: Script) -> AsyncIterator[ScriptedEngine]:
    """An engine that plays ``scripts``, one a session, on loopback."""
    engine = ScriptedEngine(scripts)
    try:
        async with serve(engine.serve, "127.0.0.1", 0, max_size=None, close_timeout=0.5) as server:
            engine.listen_at(next(iter(server.sockets)).getsockname()[1])
            try:
                yield engine
            finally:
                await asyncio.gather(*(session.end() for session in engine.sessions))
    finally:
        await asyncio.to_thread(engine.broker.close)
