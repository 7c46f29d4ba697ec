"""A plain WebRTC client of the engine, written from protocol/README.md alone."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, Final

import av
import httpx
from aiortc import RTCConfiguration, RTCPeerConnection, RTCRtpReceiver, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from aiortc.sdp import candidate_from_sdp
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.engine.records import Look, Picture, Sound, Talker, stream_talk
from viewer.tasks import BackgroundTasks

__all__ = [
    "PATIENCE",
    "Client",
    "Picture",
    "Sound",
    "granted",
    "joined",
    "observed",
    "signalling_url",
    "start_session",
    "stream_talk",
    "until_observed",
]

PATIENCE = 30.0
_PAUSE: Final = 0.03

# One for all, made before any media flows: a client takes part of a second, during which a loop stands still.
# It keeps no connection, so that it belongs to no loop.
_HTTP: Final = httpx.AsyncClient(
    verify=False, trust_env=False, timeout=PATIENCE, limits=httpx.Limits(max_keepalive_connections=0)
)


class Client(Talker):
    """Everything that one session sends is kept in lists; ``until`` waits for something in them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.channel = self.peer.createDataChannel("session")
        self.tasks = BackgroundTasks("client")
        self.socket: ClientConnection
        self.heartbeat_seconds = 5.0
        self._look = look
        self._news = asyncio.Event()
        self.peer.on("track", lambda track: self.tasks.spawn(track.kind, self._receive(track)))
        self.channel.on("open", self._news.set)
        self.channel.on("message", self._on_message)

    async def offer(self, microphone: MediaStreamTrack | None, codecs: Sequence[str]) -> None:
        """Send an offer over the open socket; ``codecs`` are the names of video's, in order of preference."""
        video = self.peer.addTransceiver("video", direction="recvonly")
        if codecs:
            known = RTCRtpReceiver.getCapabilities("video")
            assert known
            video.setCodecPreferences(
                [codec for name in codecs for codec in known.codecs if codec.mimeType == f"video/{name}"]
            )
        self.peer.addTransceiver(microphone or "audio", direction="sendrecv" if microphone else "recvonly")
        await self.send_offer()

    async def send_offer(self) -> None:
        """Send an offer of the connection as it is: the first, or one to go on with it."""
        await self.peer.setLocalDescription()
        description = {"type": "offer", "sdp": self.peer.localDescription.sdp}
        await self.signal("offer", {"connectionDescription": description, "userUid": self.session_id})

    async def send_heartbeats(self) -> None:
        """Say that this client is there, as often as it was told to."""
        while True:
            await asyncio.sleep(self.heartbeat_seconds)
            with suppress(ConnectionClosed):
                await self.signal("heartbeat", "")

    async def signal(self, action: str, payload: Any) -> None:
        """Send one signalling message."""
        await self.socket.send(self.signal_text(action, payload))

    def send_data(self, message: str | bytes) -> None:
        """Send ``message`` over the data channel."""
        self.channel.send(message)

    async def until(self, condition: Callable[[], Any]) -> None:
        """Wait until ``condition`` holds, looking whenever something has arrived."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self._news.clear()
                await self._news.wait()

    async def receive_signals(self) -> None:
        """Take what the engine signals until the socket closes."""
        try:
            async for text in self.socket:
                if (signal := self.take_signal(str(text))) is None:
                    continue
                if signal["actionType"] == "answer":
                    await self.peer.setRemoteDescription(RTCSessionDescription(**_answer(signal)))
                elif signal["actionType"] == "icecandidate":
                    with suppress(AssertionError, ValueError, IndexError, KeyError):
                        await self._add_candidate(signal["payload"])
                self._news.set()
        except ConnectionClosed:
            return

    async def _add_candidate(self, payload: dict[str, Any]) -> None:
        candidate = candidate_from_sdp(payload["candidate"].removeprefix("candidate:"))
        candidate.sdpMid, candidate.sdpMLineIndex = payload["sdpMid"], payload["sdpMLineIndex"]
        await self.peer.addIceCandidate(candidate)

    def _on_message(self, text: str) -> None:
        self.take_message(text)
        self._news.set()

    async def _receive(self, track: MediaStreamTrack) -> None:
        now = asyncio.get_running_loop().time
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            self.take_frame(frame, now(), self._look)
            self._news.set()


async def start_session(url: str, bearer: str, body: dict[str, Any]) -> httpx.Response:
    """Section 1.2, with a session token or an API key."""
    return await _HTTP.post(f"{url}/v1/engine/session", json=body, headers=_bearer(bearer))


async def session_token(url: str, api_key: str, body: dict[str, Any]) -> str:
    """Section 1.1."""
    answer = await _HTTP.post(f"{url}/v1/auth/session-token", json=body, headers=_bearer(api_key))
    return str(answer.json()["sessionToken"])


async def talk(url: str, session_id: str, content: str) -> bool:
    """Section 3: have the persona say ``content``; whether it will."""
    answer = await _HTTP.post(f"{url}/talk", params={"session_id": session_id}, json={"content": content})
    return answer.is_success


async def granted(url: str, api_key: str, **config: Any) -> dict[str, Any]:
    """A session with Joe, who waits to be spoken to, or with what ``config`` says instead."""
    persona = {"personaId": "joe", "skipGreeting": True} | config
    answer = await start_session(url, api_key, {"personaConfig": persona})
    assert answer.status_code == 200
    return dict(answer.json())


async def observed(url: str, api_key: str, session_id: str) -> dict[str, Any]:
    """What the engine reports of the session; empty when it has ended."""
    sessions = (await _HTTP.get(f"{url}/v1/engine/sessions", headers=_bearer(api_key))).json()
    return next((dict(session) for session in sessions if session["sessionId"] == session_id), {})


async def until_observed(
    url: str, api_key: str, session_id: str, condition: Callable[[dict[str, Any]], Any]
) -> dict[str, Any]:
    """Wait until ``condition`` holds for what the engine reports of the session; returns that."""
    async with asyncio.timeout(PATIENCE):
        while not condition(seen := await observed(url, api_key, session_id)):  # noqa: ASYNC110 - no events
            await asyncio.sleep(_PAUSE)
        return seen


def signalling_url(session: dict[str, Any]) -> str:
    """Where the signalling of a granted session is."""
    return f"ws://{session['engineHost']}{session['signallingEndpoint']}?session_id={session['sessionId']}"


@asynccontextmanager
async def joined(
    session: dict[str, Any],
    microphone: MediaStreamTrack | None = None,
    look: Callable[[av.VideoFrame], Any] = lambda _: None,
    codecs: Sequence[str] = (),
) -> AsyncIterator[Client]:
    """A client in the granted ``session``, whose persona is ready; says goodbye at the end."""
    client = Client(look)
    client.session_id = session["sessionId"]
    client.heartbeat_seconds = session["clientConfig"]["heartbeatIntervalSeconds"]
    async with connect(signalling_url(session)) as client.socket:
        client.tasks.spawn("signals", client.receive_signals())
        client.tasks.spawn("heartbeats", client.send_heartbeats())
        await client.offer(microphone, codecs)
        await client.until(lambda: client.signalled("sessionready"))
        await client.until(lambda: client.channel.readyState == "open")
        yield client
        with suppress(ConnectionClosed):
            await client.signal("endsession", {})
    await client.peer.close()
    await client.tasks.cancel()


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _answer(signal: dict[str, Any]) -> dict[str, str]:
    return {"type": signal["payload"]["type"], "sdp": signal["payload"]["sdp"]}
