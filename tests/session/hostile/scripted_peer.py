"""The scripted engine's end of the WebRTC connection: aiortc, a moving picture and a tone."""

import asyncio
import time
from collections.abc import Callable
from fractions import Fraction
from typing import Final

import av
import numpy as np
from aiortc import RTCConfiguration, RTCDataChannel, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from aiortc.rtcsctptransport import WEBRTC_STRING
from aiortc.sdp import candidate_from_sdp

from viewer.protocol.data_channel import LABEL
from viewer.protocol.sdp import local_candidates
from viewer.protocol.signalling import IceCandidate
from viewer.tasks import BackgroundTasks

WIDTH: Final = 320
HEIGHT: Final = 240
FPS: Final = 15
RATE: Final = 48_000
SAMPLES: Final = 960


class _Track(MediaStreamTrack):
    """Frames at a steady pace; stops coming, without an end, when ``paused``."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.playing = asyncio.Event()
        self.playing.set()
        self._seconds = seconds
        self._began: float | None = None
        self.number = 0

    async def next_due(self) -> int:
        await self.playing.wait()
        if self.readyState != "live":
            raise MediaStreamError
        if self._began is None:
            self._began = time.monotonic()
        number, self.number = self.number, self.number + 1
        await asyncio.sleep(self._began + number * self._seconds - time.monotonic())
        return number


class MovingPicture(_Track):
    """A bar that wanders over a ramp."""

    kind = "video"

    def __init__(self) -> None:
        super().__init__(1 / FPS)
        self._ramp = np.tile(np.arange(WIDTH, dtype=np.uint8), (HEIGHT, 1))

    async def recv(self) -> av.VideoFrame:
        number = await self.next_due()
        grey = self._ramp.copy()
        left = number * 4 % (WIDTH - 20)
        grey[:, left : left + 20] = 255
        frame = av.VideoFrame.from_ndarray(grey, format="gray").reformat(format="yuv420p")
        frame.pts, frame.time_base = number * 90_000 // FPS, Fraction(1, 90_000)
        return frame


class Tone(_Track):
    """440 Hz."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__(SAMPLES / RATE)

    async def recv(self) -> av.AudioFrame:
        number = await self.next_due()
        times = (np.arange(SAMPLES) + number * SAMPLES) / RATE
        pcm = (8000 * np.sin(2 * np.pi * 440 * times)).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, number * SAMPLES, Fraction(1, RATE)
        return frame


class ScriptedPeer:
    """Answers one offer, sends picture and tone, hands on what the data channel brings."""

    def __init__(self, opened: Callable[[], None], received: Callable[[str | bytes], None]) -> None:
        self.connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.channel: RTCDataChannel | None = None
        self._opened = opened
        self._received = received
        self._tracks: tuple[_Track, ...] = (MovingPicture(), Tone())
        self._gathering = asyncio.Lock()
        self._tasks = BackgroundTasks("scripted peer")
        self.connection.on("datachannel", self._on_channel)

    async def answer(self, offer: str) -> str:
        """The answer's SDP, without candidates."""
        await self.connection.setRemoteDescription(RTCSessionDescription(offer, "offer"))
        for track in self._tracks:
            self.connection.addTrack(track)
        self._answer = await self.connection.createAnswer()
        return str(self._answer.sdp)

    async def gather(self) -> list[IceCandidate]:
        """Begin to connect; returns the own candidates."""
        async with self._gathering:
            await self.connection.setLocalDescription(self._answer)
        return local_candidates(self.connection.localDescription.sdp)

    async def add_candidate(self, candidate: IceCandidate | None) -> None:
        """Take a candidate of the client."""
        if candidate is not None:
            parsed = candidate_from_sdp(candidate.candidate)
            parsed.sdpMid, parsed.sdpMLineIndex = candidate.sdp_mid, candidate.sdp_mline_index
            await self.connection.addIceCandidate(parsed)

    def say(self, *messages: str | bytes) -> None:
        """Send over the data channel, which must be open."""
        assert self.channel
        for message in messages:
            self.channel.send(message)

    def say_as_text(self, message: bytes) -> None:
        """Send what calls itself text (RFC 8831 section 6.6), be it UTF-8 or not."""
        assert self.channel
        sctp = self.channel.transport
        sctp._data_channel_queue.append((self.channel, WEBRTC_STRING, message))
        self._tasks.spawn("say", sctp._data_channel_flush())

    def acknowledge_nothing(self) -> None:
        """Take nothing more of the data channel."""
        assert self.channel

        async def ignore(data: bytes) -> None:
            return

        self.channel.transport._handle_data = ignore  # type: ignore[method-assign]

    def stop_media(self) -> None:
        """Send no more frames; the connection stays."""
        for track in self._tracks:
            track.playing.clear()

    def go_on(self) -> None:
        """Send frames again after :meth:`stop_media`."""
        for track in self._tracks:
            track.playing.set()

    async def close(self) -> None:
        """Release everything. May be called twice."""
        self.go_on()
        await self._tasks.cancel()
        for track in self._tracks:
            track.stop()
        async with self._gathering:
            await self.connection.close()

    def _on_channel(self, channel: RTCDataChannel) -> None:
        if channel.label == LABEL:
            self.channel = channel
            channel.on("message", self._received)
            self._opened()
