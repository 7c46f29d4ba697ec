"""A plain WebRTC client of the engine, written from PROTOCOL.md alone."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import av
import httpx
import numpy as np
import numpy.typing as npt
from aiortc import RTCConfiguration, RTCPeerConnection, RTCRtpReceiver, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from aiortc.sdp import candidate_from_sdp
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from viewer.tasks import TaskGroup

PATIENCE = 30.0


@dataclass(frozen=True)
class Sound:
    """20 ms that arrived at ``time`` (of the event loop)."""

    time: float
    pts: int
    rms: float


@dataclass(frozen=True)
class Picture:
    """A frame that arrived at ``time``, and what ``look`` saw in it."""

    time: float
    pts: int
    size: tuple[int, int]
    seen: Any


class Client:
    """Everything that one session sends is kept in lists; ``until`` waits for something in them."""

    def __init__(self, look: Callable[[av.VideoFrame], Any]) -> None:
        self.peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.channel = self.peer.createDataChannel("session")
        self.signals: list[dict[str, Any]] = []
        self.messages: list[dict[str, Any]] = []
        self.malformed: list[str] = []
        self.pictures: list[Picture] = []
        self.sounds: list[Sound] = []
        self.tasks = TaskGroup("client")
        self.socket: ClientConnection
        self.session_id = ""
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
        """Say every 5 s that this client is there, as the official ones do."""
        while True:
            await asyncio.sleep(5)
            with suppress(ConnectionClosed):
                await self.signal("heartbeat", "")

    async def signal(self, action: str, payload: Any) -> None:
        """Send one signalling message."""
        message = {"actionType": action, "sessionId": self.session_id, "payload": payload}
        await self.socket.send(json.dumps(message))

    def say(self, text: str) -> None:
        """Type ``text``."""
        self._send(message_type="speech", content=text, timestamp="2030-01-01T00:00:00.000")

    def interrupt(self) -> None:
        """Cut the persona off."""
        self._send(message_type="interrupt", timestamp="2030-01-01T00:00:00.000")

    def speech(self, role: str) -> list[dict[str, Any]]:
        """The ``speechText`` chunks of ``role`` so far."""
        chunks = [m["data"] for m in self.messages if m["messageType"] == "speechText"]
        return [chunk for chunk in chunks if chunk["role"] == role]

    def finished(self, role: str) -> list[str]:
        """The completed messages of ``role``."""
        spoken: dict[str, str] = {}
        done: list[str] = []
        for chunk in self.speech(role):
            spoken[chunk["message_id"]] = spoken.get(chunk["message_id"], "") + chunk["content"]
            if chunk["end_of_speech"]:
                done.append(spoken[chunk["message_id"]])
        return done

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
                signal = self._parsed(str(text), "actionType")
                if signal is None:
                    continue
                self.signals.append(signal)
                if signal["actionType"] == "answer":
                    await self.peer.setRemoteDescription(RTCSessionDescription(**_answer(signal)))
                elif signal["actionType"] == "icecandidate":
                    with suppress(AssertionError, ValueError, IndexError, KeyError):
                        await self._add_candidate(signal["payload"])
                self._news.set()
        except ConnectionClosed:
            return

    def _send(self, **fields: str) -> None:
        self.channel.send(json.dumps({**fields, "session_id": self.session_id}))

    async def _add_candidate(self, payload: dict[str, Any]) -> None:
        candidate = candidate_from_sdp(payload["candidate"].removeprefix("candidate:"))
        candidate.sdpMid, candidate.sdpMLineIndex = payload["sdpMid"], payload["sdpMLineIndex"]
        await self.peer.addIceCandidate(candidate)

    def _on_message(self, text: str) -> None:
        if (message := self._parsed(text, "messageType")) and isinstance(message.get("data"), dict):
            self.messages.append(message)
            self._news.set()

    def _parsed(self, text: str, name: str) -> dict[str, Any] | None:
        try:
            message = json.loads(text)
        except ValueError:
            message = None
        if isinstance(message, dict) and isinstance(message.get(name), str):
            return message
        self.malformed.append(text)
        return None

    async def _receive(self, track: MediaStreamTrack) -> None:
        now = asyncio.get_running_loop().time
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            assert frame.pts is not None
            if isinstance(frame, av.VideoFrame):
                seen = self._look(frame)
                self.pictures.append(Picture(now(), frame.pts, (frame.width, frame.height), seen))
            elif isinstance(frame, av.AudioFrame):
                self.sounds.append(Sound(now(), frame.pts, _rms(frame.to_ndarray())))
            self._news.set()


async def start_session(url: str, bearer: str, body: dict[str, Any]) -> httpx.Response:
    """Section 1.2, with a session token or an API key."""
    async with httpx.AsyncClient(base_url=url, timeout=PATIENCE) as http:
        headers = {"Authorization": f"Bearer {bearer}"}
        return await http.post("/v1/engine/session", json=body, headers=headers)


async def granted(url: str, api_key: str, **config: Any) -> dict[str, Any]:
    """A session with Joe, who waits to be spoken to, or with what ``config`` says instead."""
    persona = {"personaId": "joe", "skipGreeting": True} | config
    answer = await start_session(url, api_key, {"personaConfig": persona})
    assert answer.status_code == 200
    return dict(answer.json())


async def observed(url: str, api_key: str, session_id: str) -> dict[str, Any]:
    """What the engine reports of the session; empty when it has ended."""
    async with httpx.AsyncClient(base_url=url) as http:
        headers = {"Authorization": f"Bearer {api_key}"}
        sessions = (await http.get("/v1/engine/sessions", headers=headers)).json()
    return next((dict(session) for session in sessions if session["sessionId"] == session_id), {})


async def stream_talk(client: "Client", name: str, content: str, **fields: Any) -> None:
    """A chunk of the talk stream ``name``; ``fields`` are those of its payload that matter."""
    payload = {"content": content, "startOfSpeech": False, "endOfSpeech": False, "correlationId": name}
    await client.signal("talkstream", payload | fields)


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
    url = f"ws://{session['engineHost']}{session['signallingEndpoint']}?session_id={client.session_id}"
    async with connect(url) as client.socket:
        client.tasks.spawn("signals", client.receive_signals())
        client.tasks.spawn("heartbeats", client.send_heartbeats())
        await client.offer(microphone, codecs)
        await client.until(lambda: any(s["actionType"] == "sessionready" for s in client.signals))
        await client.until(lambda: client.channel.readyState == "open")
        yield client
        with suppress(ConnectionClosed):
            await client.signal("endsession", {})
    await client.peer.close()
    await client.tasks.cancel()


def _answer(signal: dict[str, Any]) -> dict[str, str]:
    return {"type": signal["payload"]["type"], "sdp": signal["payload"]["sdp"]}


def _rms(samples: npt.NDArray[Any]) -> float:
    return float(np.sqrt(np.mean(np.square(samples / 32768))))
