"""The WebRTC peer connection (protocol/README.md section 5) on aiortc.

The offer leaves before its candidates are gathered: aiortc 1.16.0's ``setLocalDescription`` waits for
gathering and has no ``icecandidate`` event, so it gathers host candidates only, which takes no time; they are
read from the finished local description and trickled, and :mod:`viewer.webrtc.ice.agent` finds the others.
The answer is held until there is a first candidate, without which aiortc never begins to connect. Native
trickle in aiortc would make this unnecessary.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from aioice import Candidate, Connection
from aiortc import (
    RTCBundlePolicy,
    RTCConfiguration,
    RTCPeerConnection,
    RTCRtpReceiver,
    RTCSessionDescription,
    RTCStatsReport,
)
from aiortc.rtcrtpparameters import RTCRtpCodecCapability
from aiortc.sdp import SessionDescription, candidate_from_sdp
from aiortc.stats import RTCInboundRtpStreamStats
from pydantic import JsonValue

from viewer.media.capture.microphone import MicrophoneTrack
from viewer.media.pcm import PcmBuffer, Samples
from viewer.media.receive.losses import Losses
from viewer.media.receive.reception import Reception
from viewer.media.receive.video_buffer import VideoBuffer
from viewer.protocol import inputs
from viewer.protocol.api import ClientConfig
from viewer.protocol.commands import Quality
from viewer.protocol.data_channel import LABEL
from viewer.protocol.insight import Insight, OfferEdited, PairsChecked, StateChanged
from viewer.protocol.sdp import (
    agrees_to_transport_feedback,
    local_candidates,
    sound_repair,
    split_candidates,
    video_codec,
    with_bitrate_hints,
    with_sound_repair,
    with_transport_feedback,
)
from viewer.protocol.signalling import IceCandidate
from viewer.protocol.stats import Stats
from viewer.tasks import BackgroundTasks
from viewer.webrtc.congestion import TransportFeedback
from viewer.webrtc.data_guard import guard_data
from viewer.webrtc.ice.agent import Route, ServerGathering
from viewer.webrtc.inbound_rtp import inbound_rtp
from viewer.webrtc.low_latency_audio import LowLatencyAudio
from viewer.webrtc.low_latency_video import LowLatencyVideo
from viewer.webrtc.media_path import MediaPath
from viewer.webrtc.redundant_sound import repair_sound
from viewer.webrtc.stats import PeerStats

_log = logging.getLogger(__name__)

CLOSE_TIMEOUT = 0.6
MAX_BUFFERED_BYTES = 4 << 20

# No servers: viewer.webrtc.ice.agent asks them. An absent list would mean Google's STUN server. One transport
# for all, as every engine bundles.
_CONFIGURATION = RTCConfiguration(iceServers=[], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE)


@dataclass(frozen=True, slots=True)
class Traffic:
    """Counters of the peer connection since its start. ``packets_lost`` of all media; what was asked for
    (``nack_count``, ``pli_count``) is video. ``round_trip`` is in seconds.
    """

    packets_received: int
    packets_lost: int
    nack_count: int
    pli_count: int
    bytes_received: int
    round_trip: float | None
    sound_packets_received: int = 0
    sound_packets_lost: int = 0


class Peer:
    """One peer connection: receives video and sound, sends the microphone.

    It needs no session, and has no sockets, until it makes its :meth:`offer`.

    Args:
        tell: takes what happens to it, in the running loop.
        fail: takes what keeps it from ever having candidates, in the running loop; it is logged in any case.
    """

    def __init__(
        self,
        tell: Callable[[inputs.Input], None],
        reception: Reception,
        microphone: PcmBuffer | None,
        fail: Callable[[BaseException], None] = lambda _: None,
    ) -> None:
        self._tell = tell
        self.observe: Callable[[Insight], None] = lambda _: None
        """Takes what only an inspector wants to know, in the running loop."""
        self._reception = reception
        self._tasks = BackgroundTasks("peer")
        self._candidates = BackgroundTasks("candidates", fail)
        self._reachable = asyncio.Event()
        # Cancelled half-way, aioice 0.13.0 would forget sockets that it has just opened.
        self._uncancelled = BackgroundTasks("gathering")
        self._gathering: asyncio.Task[None] | None = None
        self._microphone = MicrophoneTrack(microphone, reception.tap) if microphone is not None else None
        self._connection = RTCPeerConnection(_CONFIGURATION)
        self._connection.on("connectionstatechange", self._on_state)
        self._connection.on("iceconnectionstatechange", self._on_ice_state)
        picture = self._connection.addTransceiver("video", direction="recvonly")
        sync, tap = reception.lip_sync, reception.tap
        self._low_latency_video = LowLatencyVideo(
            picture.receiver, sync.video, self._tasks, reception.video.add, tap
        )
        self._feedback = TransportFeedback(picture.receiver, self._low_latency_video.packets)
        if self._microphone:
            sound = self._connection.addTransceiver(self._microphone, direction="sendrecv")
        else:
            sound = self._connection.addTransceiver("audio", direction="recvonly")
        sound.setCodecPreferences(_opus())
        self._sound_sender = sound.sender
        room = reception.audio.room
        self._low_latency_audio = LowLatencyAudio(
            sound.receiver,
            sync.audio,
            lambda: room(time.monotonic()),
            self._tasks,
            reception.audio.add,
            tap,
        )
        self._stats = PeerStats(reception, self._low_latency_video, self._low_latency_audio, self._microphone)
        self._report = RTCStatsReport()
        # After the transceivers: bundled the other way round, aiortc 1.16.0 stops the shared transport.
        self._channel = self._connection.createDataChannel(LABEL, ordered=True)
        guard_data(self._channel.transport)
        self._channel.on("open", lambda: tell(inputs.ChannelOpened()))
        self._channel.on("close", lambda: tell(inputs.ChannelClosed()))
        self._channel.on("message", self._on_message)
        # Bundled, so that the first transceiver's transport is everybody's.
        self._agent: Connection = picture.receiver.transport.transport.iceGatherer._connection
        self._transport = picture.receiver.transport
        self._transport.on("statechange", self._on_dtls_state)
        self._path = MediaPath(self._agent, self._transport)
        self._servers = ServerGathering(
            self._agent,
            self._trickle,
            self._reachable.set,
            lambda url, outcome: tell(inputs.IceServerAsked(url, outcome)),
        )

    @property
    def route(self) -> Route | None:
        """How media travels, once it does."""
        return self._servers.route

    @property
    def ice_state(self) -> str:
        """W3C ``RTCIceConnectionState``."""
        return self._connection.iceConnectionState

    @property
    def state(self) -> str:
        """W3C ``RTCPeerConnectionState``."""
        return self._connection.connectionState

    @property
    def video_codec(self) -> str | None:
        """Name of the negotiated video codec, once the answer is there."""
        remote = self._connection.remoteDescription
        return video_codec(remote.sdp) if remote else None

    def lose(self, losses: Losses) -> None:
        """Have ``losses`` take what they want of the media that comes in."""
        self._path.losses = losses

    def lend_microphone(self, take: Callable[[Samples], None] | None) -> None:
        """Give ``take`` what the microphone hears, in the running loop, and send silence; None: send it."""
        if self._microphone:
            self._microphone.lent_to = take

    async def offer(self, config: ClientConfig, quality: Quality) -> str:
        """The offer's SDP, without candidates; they follow through ``tell``, as ``config`` allows."""
        self._servers.use(config)
        offer = await self._connection.createOffer()
        self._gathering = self._uncancelled.spawn("gather", self._connection.setLocalDescription(offer))
        self._candidates.spawn("tell", self._tell_candidates(self._gathering))
        made = str(offer.sdp)
        sent = with_sound_repair(with_transport_feedback(with_bitrate_hints(made, quality)))
        self.observe(OfferEdited(made, sent))
        return sent

    async def apply_answer(self, sdp: str) -> None:
        """Set the engine's answer, as soon as there is a candidate of our own.

        Raises:
            ValueError, or what else aiortc throws: the answer cannot be used.
        """
        description, candidates = split_candidates(sdp)
        _check(description)
        await self._reachable.wait()
        if agrees_to_transport_feedback(sdp):
            self._feedback.begin()
        repair_sound(sound_repair(description), self._sound_sender, self._low_latency_audio)
        await self._connection.setRemoteDescription(RTCSessionDescription(description, "answer"))
        for candidate in candidates:
            await self.add_candidate(candidate)

    async def add_candidate(self, candidate: IceCandidate | None) -> None:
        """Take a remote candidate, or None for the end of them. Never waits: a name ending in .local takes up
        to a second to resolve, and the others must not wait for it.
        """
        self._tasks.spawn("add candidate", self._add_candidate(candidate))

    def send(self, text: str) -> bool:
        """Send ``text`` over the data channel, if it is open; False if the engine does not take it: it is
        longer than the answer allows, or too much waits already.
        """
        if self._channel.readyState != "open":
            return True
        if self._channel.bufferedAmount + len(text) > MAX_BUFFERED_BYTES:
            return False
        try:
            self._channel.send(text)
        except ValueError:  # the answer's max-message-size (RFC 8841 section 6)
            return False
        return True

    @property
    def packets_received(self) -> int:
        """Of media, until now."""
        return self._low_latency_video.packets.count + self._low_latency_audio.packets.count

    async def traffic(self) -> Traffic:
        """What came in until now."""
        self._report = await self._connection.getStats()
        traffic = _traffic(self._report, self._low_latency_video.buffer)
        if traffic.round_trip is not None:
            self._low_latency_video.buffer.round_trip = traffic.round_trip
            self._low_latency_audio.queue.round_trip = traffic.round_trip
        return traffic

    def stats(self) -> dict[str, Stats]:
        """What was counted when :meth:`traffic` was last asked, and all else that is measured, by ids."""
        return self._stats.objects(self._report, self.route, time.monotonic())

    async def inbound_rtp(self) -> list[dict[str, JsonValue]]:
        """What came in until now, by track, as W3C ``RTCInboundRtpStreamStats``."""
        report = await self._connection.getStats()
        return [
            inbound_rtp(stats, self._low_latency_video, self._reception.video)
            for stats in report.values()
            if isinstance(stats, RTCInboundRtpStreamStats)
        ]

    async def close(self) -> None:
        """Tell nothing more and release everything, within :data:`CLOSE_TIMEOUT` and a little.
        May be called twice.
        """
        self._low_latency_video.close()
        self._low_latency_audio.close()
        self._connection.remove_all_listeners()
        self._channel.remove_all_listeners()
        if self._on_dtls_state in self._transport.listeners("statechange"):
            self._transport.remove_listener("statechange", self._on_dtls_state)
        if self._microphone:
            self._microphone.stop()
        await self._candidates.cancel()
        await self._tasks.cancel()
        self._reception.video.stop()
        try:
            async with asyncio.timeout(CLOSE_TIMEOUT):
                if self._gathering:
                    await asyncio.wait([self._gathering])
                await self._servers.close()
                await self._connection.close()
        except TimeoutError:
            _log.warning("the peer connection did not close in time")

    async def _tell_candidates(self, gathering: asyncio.Task[None]) -> None:
        await asyncio.shield(gathering)
        for candidate in local_candidates(self._connection.localDescription.sdp):
            self._reachable.set()
            self._tell(inputs.CandidateGathered(candidate))
        self._servers.start()

    def _trickle(self, candidate: Candidate) -> None:
        line, fragment = f"candidate:{candidate.to_sdp()}", self._agent.local_username
        mid = self._connection.getTransceivers()[0].mid
        self._tell(inputs.CandidateGathered(IceCandidate(line, mid, 0, fragment)))

    async def _add_candidate(self, candidate: IceCandidate | None) -> None:
        """One that cannot be used is skipped."""
        try:
            if candidate is None:
                # After the end of the other's candidates aiortc gives up as soon as ours are tried.
                await self._servers.ended()
                await self._connection.addIceCandidate(None)
                return
            parsed = candidate_from_sdp(candidate.candidate.removeprefix("candidate:"))
            parsed.sdpMid, parsed.sdpMLineIndex = candidate.sdp_mid, candidate.sdp_mline_index
            await self._connection.addIceCandidate(parsed)
            self._servers.remote_candidate_added()
        except Exception as error:  # aiortc raises AssertionError, IndexError, ValueError and others here
            _log.info("a remote candidate was skipped: %s", type(error).__name__)

    def _on_message(self, text: str | bytes) -> None:
        sound_in = self._reception.audio.due_in(time.monotonic())
        self._tell(inputs.DataReceived(text, sound_in))

    def _on_ice_state(self) -> None:
        self.observe(StateChanged("ice", self._connection.iceConnectionState))
        self.observe(PairsChecked(self._servers.pairs))
        if self._connection.iceConnectionState == "completed":
            self._tasks.spawn("settle", self._servers.settle())
            self._tell(inputs.IceConnected())

    def _on_dtls_state(self) -> None:
        self.observe(StateChanged("dtls", self._transport.state))

    def _on_state(self) -> None:
        self.observe(StateChanged("peer", self._connection.connectionState))
        match self._connection.connectionState:
            case "connected":
                self._tell(inputs.PeerConnected())
            case "failed" | "closed":
                self._tell(inputs.PeerFailed())


def _check(description: str) -> None:
    """Refuse what aiortc 1.16.0 takes and then asserts in a task of its own (RFC 8842 section 5.1)."""
    for media in SessionDescription.parse(description).media:
        if media.port and not (media.dtls and media.dtls.fingerprints):
            raise ValueError("an m-line without a fingerprint")


def _opus() -> list[RTCRtpCodecCapability]:
    """The only codec for sound (protocol/README.md section 5); the microphone's packets come encoded so."""
    known = RTCRtpReceiver.getCapabilities("audio")
    return [codec for codec in known.codecs if codec.mimeType == "audio/opus"] if known else []


def _traffic(report: RTCStatsReport, video: VideoBuffer) -> Traffic:
    packets, lost, received = video.stream.packets_received, video.stream.packets_lost, 0
    sound = sound_lost = 0
    round_trip: float | None = None
    for stats in report.values():
        match stats.type:
            # Of the pictures' streams aiortc 1.16.0 tells one, and that may be the retransmissions'.
            case "inbound-rtp" if stats.kind == "audio":
                sound += stats.packetsReceived
                sound_lost += stats.packetsLost
            case "transport":
                received = max(received, stats.bytesReceived)
            case "remote-inbound-rtp" if stats.roundTripTime is not None:
                round_trip = stats.roundTripTime
    packets, lost = packets + sound, lost + sound_lost
    asked = video.nacks, video.key_frames_asked
    return Traffic(packets, lost, *asked, received, round_trip, sound, sound_lost)
