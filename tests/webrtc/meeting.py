"""An engine's peer and a client of it in this process, connected over real sockets."""

import asyncio
import gc
from pathlib import Path

from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamTrack
from aiortc.sdp import candidate_from_sdp

from viewer.engine.face.scene import clock_scene
from viewer.engine.service.clock import MediaClock
from viewer.engine.service.peer import Peer, PeerEvents
from viewer.engine.service.tracks import PictureTrack, VoiceTrack
from viewer.engine.voice.soundtrack import Soundtrack, Speaker


class Meeting:
    """An engine's peer and a client of it, connected."""

    def __init__(self) -> None:
        self.sockets_before = sockets()
        self.client = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.connected, self.lost = asyncio.Event(), asyncio.Event()
        clock = MediaClock()
        self.peer = Peer(
            VoiceTrack(clock, Soundtrack(Speaker())),
            PictureTrack(clock, clock_scene(busy=False, size=(160, 120))),
            PeerEvents(
                connected=lambda _: self.connected.set(),
                lost=lambda _: self.lost.set(),
                message=lambda _: None,
                heard=lambda _: None,
            ),
        )
        self.pictures: MediaStreamTrack
        self.client.on("track", self._on_track)

    def _on_track(self, track: MediaStreamTrack) -> None:
        self.pictures = track

    @property
    def agent(self) -> object:
        """What carries the engine's packets."""
        return self.peer._connection.getTransceivers()[0].receiver.transport.transport._connection

    @property
    def offer(self) -> str:
        return str(self.client.localDescription.sdp)

    async def connect(self) -> None:
        self.client.addTransceiver("video", direction="recvonly")
        await self.client.setLocalDescription()
        answer = await self.peer.accept(self.offer)
        await self.client.setRemoteDescription(RTCSessionDescription(answer, "answer"))
        for candidate in await self.peer.gather():
            parsed = candidate_from_sdp(candidate.candidate.removeprefix("candidate:"))
            parsed.sdpMid, parsed.sdpMLineIndex = candidate.sdp_mid, candidate.sdp_mline_index
            await self.client.addIceCandidate(parsed)
        await self.connected.wait()

    async def see(self, pictures: int) -> None:
        """Wait for more pictures, which come over whatever connects the two."""
        for _ in range(pictures):
            await self.pictures.recv()

    def restart_offer(self, fragment: str = "other", password: str = "another-password-of-ice") -> str:
        """The client's offer to begin ICE anew, which does not say where it is."""
        lines = [
            line
            for line in self.offer.splitlines()
            if not line.startswith(("a=candidate", "a=end-of-candidates"))
        ]
        known = ("a=ice-ufrag:", "a=ice-pwd:")
        kept = [line for line in lines if not line.startswith(known)]
        sections = "\r\n".join(kept).split("\r\nm=")
        fresh = f"\r\na=ice-ufrag:{fragment}" + (f"\r\na=ice-pwd:{password}" if password else "")
        return sections[0] + "".join(f"\r\nm={section}{fresh}" for section in sections[1:]) + "\r\n"

    async def close(self) -> None:
        await self.peer.close()
        await self.client.close()


def sockets() -> int:
    """How many this process has open."""
    gc.collect()
    files = Path("/proc/self/fd").iterdir()
    return sum(str(file.readlink()).startswith("socket:") for file in files if file.is_symlink())
