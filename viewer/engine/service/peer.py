"""One WebRTC connection to a client: the answering side."""

import asyncio
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import av
from aiortc import (
    RTCConfiguration,
    RTCDataChannel,
    RTCPeerConnection,
    RTCRtpSender,
    RTCSessionDescription,
)
from aiortc.exceptions import InvalidStateError
from aiortc.sdp import candidate_from_sdp

from viewer.engine.service.tracks import PictureTrack, VoiceTrack
from viewer.media.pcm import SAMPLE_RATE
from viewer.media.receive.lip_sync import StreamTimes
from viewer.protocol import data_channel
from viewer.protocol.codec import MalformedMessage
from viewer.protocol.data_channel import ClientMessage, EngineMessage
from viewer.protocol.sdp import SoundRepair, local_candidates, sound_repair, with_sound_repair
from viewer.protocol.signalling import IceCandidate
from viewer.tasks import BackgroundTasks
from viewer.webrtc.bitrate import raise_bitrate, steady_bitrate
from viewer.webrtc.ice_restart import IceRestart
from viewer.webrtc.low_latency_audio import LowLatencyAudio
from viewer.webrtc.redundant_sound import repair_sound
from viewer.webrtc.release import release

_log = logging.getLogger(__name__)
_CLOSE_SECONDS: Final = 2.0
_MAX_UNSENT: Final = 200
# So long the microphone may wait for a packet that was lost, which is less than a pause in speech.
_HEARING_WAITS: Final = 0.1
# What tells one connection of a client from another, and one start of ICE from another.
_FINGERPRINT: Final = re.compile(r"^a=fingerprint:.*$", re.MULTILINE)
_FRAGMENT: Final = re.compile(r"^a=ice-ufrag:.*$", re.MULTILINE)

Handler = TypeVar("Handler", bound=Callable[..., None])


class UnusableOffer(Exception):
    """The offer cannot be answered. The text is for the client."""


@dataclass(frozen=True, slots=True)
class PeerEvents:
    """Whom to tell what happens. All are called on the event loop."""

    connected: Callable[["Peer"], None]
    lost: Callable[["Peer"], None]
    message: Callable[[ClientMessage], None]
    heard: Callable[[av.AudioFrame], None]


class Peer:
    """Answers offers of one connection of the client, sends the persona's tracks and receives the microphone
    and the data channel.

    ``steady`` keeps the pictures' quality up whatever the client's estimate of the bandwidth.
    """

    def __init__(
        self, voice: VoiceTrack, picture: PictureTrack, events: PeerEvents, *, steady: bool = True
    ) -> None:
        # None would mean Google's STUN server.
        self._connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._voice = voice
        self._picture = picture
        self._events = events
        self._steady = steady
        self._fingerprints: frozenset[str] = frozenset()
        self._fragments: frozenset[str] = frozenset()
        self._channel: RTCDataChannel | None = None
        self._unsent: list[str] = []
        self._closing = False
        self._gathering: asyncio.Task[None] | None = None
        self._tasks = BackgroundTasks("peer")
        self._candidates = BackgroundTasks("candidates")
        self._restarts = BackgroundTasks("restarts")
        self._restart: IceRestart | None = None
        self._ear: LowLatencyAudio | None = None
        self._connection.on("connectionstatechange", _guarded(self._on_state))
        self._connection.on("datachannel", _guarded(self._on_channel))

    @property
    def state(self) -> str:
        """The W3C ``connectionState``."""
        return str(self._connection.connectionState)

    @property
    def frames_sent(self) -> tuple[int, int]:
        """Pictures sent, and left out because they were late."""
        return self._picture.sent, self._picture.skipped

    @property
    def drawing_seconds(self) -> float:
        """CPU time that drawing the pictures took."""
        return self._picture.drawing_seconds

    def take_lateness(self) -> list[float]:
        """By how many seconds each picture was late that has left since this was last asked."""
        return self._picture.take_lateness()

    @property
    def picture_size(self) -> tuple[int, int] | None:
        """Width and height of the last picture sent."""
        return self._picture.size

    def belongs_to(self, offer: str) -> bool:
        """Whether ``offer`` goes on with the connection that this peer answered; ICE may start anew."""
        return bool(self._fingerprints) and _found(_FINGERPRINT, offer) == self._fingerprints

    async def accept(self, offer: str) -> str:
        """Take the client's offer and return the answer's SDP, which has no candidates yet.

        Raises:
            UnusableOffer: it is not SDP, or shares no codec with this engine.
        """
        restarts = bool(self._fragments) and _found(_FRAGMENT, offer) != self._fragments
        try:
            if restarts:
                await self._end_restart()
                self._restart = IceRestart(self._connection)
                await self._restart.prepare(offer)
            await self._connection.setRemoteDescription(RTCSessionDescription(offer, "offer"))
            offered = {transceiver.kind for transceiver in self._connection.getTransceivers()}
            sent = {sender.track for sender in self._connection.getSenders()}
            for track in (self._picture, self._voice):
                if track.kind in offered and track not in sent:
                    self._connection.addTrack(track)
            repair = sound_repair(offer)
            self._repair_sound(repair)
            self._answer = await self._connection.createAnswer()
        except Exception as error:  # aiortc's parser raises whatever a wrong line leads to
            _log.info("unusable offer: %s", type(error).__name__)
            if restarts:
                await self._end_restart()
            raise UnusableOffer("The offer is not SDP that this engine can answer.") from error
        if not offered:
            raise UnusableOffer("The offer has neither video nor audio.")
        self._fingerprints, self._fragments = _found(_FINGERPRINT, offer), _found(_FRAGMENT, offer)
        if restarts and self._restart is not None:
            self._restarts.spawn("restart", self._restart.finish())
        return with_sound_repair(str(self._answer.sdp), repair)

    def _repair_sound(self, offered: SoundRepair) -> None:
        """Agree to all that is ``offered`` for lost sound, once, as a connection keeps its media."""
        sound = next((one for one in self._connection.getTransceivers() if one.kind == "audio"), None)
        if sound is None or self._ear is not None:
            return
        self._ear = LowLatencyAudio(
            sound.receiver,
            StreamTimes(SAMPLE_RATE),
            lambda: _HEARING_WAITS,
            self._tasks,
            _guarded(self._events.heard),
        )
        repair_sound(offered, sound.sender, self._ear)

    async def gather(self) -> list[IceCandidate]:
        """Begin to connect; returns the own candidates, in the form browsers write them."""
        # Cancelled half-way, or closed meanwhile, aioice would forget sockets that it has just opened.
        self._gathering = self._tasks.spawn("gather", self._connection.setLocalDescription(self._answer))
        try:
            await asyncio.shield(self._gathering)
        except InvalidStateError:
            return []  # closed before it began
        return local_candidates(self._connection.localDescription.sdp)

    def add_candidate(self, candidate: IceCandidate | None) -> None:
        """Take a candidate of the client; a bad one is skipped. Never waits.

        The end of them (None) changes nothing: a session that does not connect ends by its own deadline.
        """
        if candidate is not None:
            # A name ending in .local takes up to a second to resolve; the others must not wait for it.
            self._candidates.spawn("add", self._add_candidate(candidate))

    async def _add_candidate(self, candidate: IceCandidate) -> None:
        try:
            parsed = candidate_from_sdp(candidate.candidate)
            parsed.sdpMid, parsed.sdpMLineIndex = candidate.sdp_mid, candidate.sdp_mline_index
            await self._connection.addIceCandidate(parsed)
        except Exception as error:  # whatever a wrong candidate leads to in aiortc or aioice
            _log.info("skipped a bad candidate: %s", type(error).__name__)

    def send(self, message: EngineMessage) -> None:
        """Send on the data channel; kept until the client's channel opens."""
        self.send_text(data_channel.encode(message))

    def send_text(self, text: str) -> None:
        """Send ``text`` as it is on the data channel; kept until the client's channel opens."""
        if self._channel is None:
            if len(self._unsent) < _MAX_UNSENT:
                self._unsent.append(text)
        elif self._channel.readyState == "open":
            self._channel.send(text)

    async def close(self) -> None:
        """Release everything. May be called twice."""
        self._closing = True
        if self._ear is not None:
            self._ear.close()
        await self._candidates.cancel()
        await self._end_restart()
        self._voice.stop()
        self._picture.stop()
        if self._gathering is not None:
            await asyncio.wait([self._gathering])
        try:
            await asyncio.wait_for(self._connection.close(), _CLOSE_SECONDS)
        except TimeoutError:
            _log.warning("the peer connection did not close in time")
        release(self._connection)
        await self._tasks.cancel()

    async def _end_restart(self) -> None:
        await self._restarts.cancel()
        if self._restart is not None:  # a task that is cancelled before it began undoes nothing
            await self._restart.abandon()

    def _on_state(self) -> None:
        state = self.state
        if self._closing:
            return
        if state == "connected":
            self._raise_bitrate()
            self._events.connected(self)
        elif state in ("failed", "closed"):
            self._events.lost(self)

    def _raise_bitrate(self) -> None:
        for sender in self._connection.getSenders():
            if sender.kind == "video" and self._steady:
                steady_bitrate(sender)
                self._tasks.spawn("bitrate", self._raise_bitrate_when_encoding(sender))

    async def _raise_bitrate_when_encoding(self, sender: RTCRtpSender) -> None:
        await self._picture.second_frame_asked.wait()
        await raise_bitrate(sender)

    def _on_channel(self, channel: RTCDataChannel) -> None:
        if channel.label != data_channel.LABEL:
            return
        self._channel = channel
        channel.on("message", _guarded(self._on_message))
        for text in self._unsent:
            channel.send(text)
        self._unsent.clear()

    def _on_message(self, text: Any) -> None:
        try:
            message = data_channel.decode_from_client(text)
        except MalformedMessage as error:
            _log.info("ignored a data-channel message: %s", error)
            return
        if message is not None:
            self._events.message(message)


def _found(pattern: re.Pattern[str], offer: str) -> frozenset[str]:
    return frozenset(pattern.findall(offer))


def _guarded(handler: Handler) -> Callable[..., None]:
    """``handler``, unable to raise: an exception in an aiortc event handler closes the connection."""

    def call(*arguments: Any) -> None:
        try:
            handler(*arguments)
        except Exception:  # see above
            _log.exception("a handler failed")

    return call
