"""Sound from one of aiortc's senders to one of its receivers, with packets lost between them."""

import asyncio
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from aiortc import (
    RTCCertificate,
    RTCDtlsTransport,
    RTCIceGatherer,
    RTCIceTransport,
    RTCRtpReceiver,
    RTCRtpSender,
)
from aiortc.codecs import CODECS
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from aiortc.rtcrtpparameters import RTCRtpSendParameters
from aiortc.rtp import RtcpPacket, RtcpRtpfbPacket, RtpPacket, is_rtcp

from tests.webrtc.meeting import Meeting
from viewer.media.pcm import SAMPLE_RATE
from viewer.media.receive.lip_sync import StreamTimes
from viewer.protocol.sdp import EVERY_REPAIR, SoundRepair, sound_repair
from viewer.tasks import BackgroundTasks
from viewer.webrtc.low_latency_audio import LowLatencyAudio
from viewer.webrtc.redundant_sound import repair_sound

OFFER = Path(__file__).parents[1] / "engine" / "browser-offer.sdp"
PACKETS = 24
OPUS = CODECS["audio"][0]
_CODECS = "_RTCRtpReceiver__codecs"
_SENT_ALL = "_RTCRtpSender__rtp_exited"


class Hum(MediaStreamTrack):
    """So many frames of sound, as fast as they are asked for."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self._sent = 0

    async def recv(self) -> av.AudioFrame:
        if self._sent == PACKETS:
            raise MediaStreamError
        tone = 8000 * np.sin(np.arange(self._sent * 960, (self._sent + 1) * 960) / 20)
        frame = av.AudioFrame.from_ndarray(np.repeat(tone.astype(np.int16), 2)[None], "s16", "stereo")
        frame.sample_rate, frame.pts, frame.time_base = (
            SAMPLE_RATE,
            self._sent * 960,
            Fraction(1, SAMPLE_RATE),
        )
        self._sent += 1
        return frame


class Ends:
    """A sender and a receiver, between which packets get lost."""

    def __init__(self, agreed: SoundRepair, lost: set[int]) -> None:
        self._lost = lost
        self._sent = 0
        self.payload_types: set[int] = set()
        transport = RTCDtlsTransport(
            RTCIceTransport(RTCIceGatherer(iceServers=[])), [RTCCertificate.generateCertificate()]
        )
        transport._send_rtp = self._carry  # type: ignore[method-assign]
        self.tasks = BackgroundTasks("ends")
        self.sender, self.receiver = RTCRtpSender(Hum(), transport), RTCRtpReceiver("audio", transport)
        self.heard: list[av.AudioFrame] = []
        self.receiver._set_rtcp_ssrc(5)
        getattr(self.receiver, _CODECS)[OPUS.payloadType] = OPUS
        self.received = LowLatencyAudio(
            self.receiver, StreamTimes(SAMPLE_RATE), lambda: 1.0, self.tasks, self.heard.append
        )
        repair_sound(agreed, self.sender, self.received)

    async def run(self) -> list[int]:
        """Send everything; how many packets lie between each two frames that were decoded."""
        await self.sender.send(RTCRtpSendParameters(codecs=[OPUS]))
        await getattr(self.sender, _SENT_ALL).wait()
        for _ in range(20):
            await asyncio.sleep(0)
        self.received.close()
        await self.tasks.cancel()
        await self.sender.stop()
        return [int(step) // 960 for step in np.diff([frame.pts for frame in self.heard])]

    async def _carry(self, data: bytes) -> None:
        if is_rtcp(data):
            for feedback in RtcpPacket.parse(data):
                if isinstance(feedback, RtcpRtpfbPacket):
                    await self.sender._handle_rtcp_packet(feedback)
            return
        number, self._sent = self._sent, self._sent + 1
        if number in self._lost:
            return
        packet = RtpPacket.parse(data)
        self.payload_types.add(packet.payload_type)
        await self.receiver._handle_rtp_packet(packet, arrival_time_ms=0)


async def test_without_an_agreement_what_is_lost_is_lost() -> None:
    ends = Ends(SoundRepair(), lost={5, 9})
    assert sorted(await ends.run()) == [1] * (PACKETS - 5) + [2, 2]
    assert ends.payload_types == {OPUS.payloadType}


async def test_every_third_packet_may_be_lost_where_each_repeats_the_one_before() -> None:
    ends = Ends(SoundRepair(63, preferred=True), lost=set(range(1, PACKETS - 1, 3)))
    assert await ends.run() == [1] * (PACKETS - 1)
    assert ends.payload_types == {63}


async def test_a_sender_that_prefers_not_to_repeat_does_not() -> None:
    ends = Ends(SoundRepair(63, preferred=False), lost=set())
    assert await ends.run() == [1] * (PACKETS - 1)
    assert ends.payload_types == {OPUS.payloadType}


@pytest.mark.parametrize("agreed", [SoundRepair(nack=True), EVERY_REPAIR])
async def test_three_in_a_row_are_asked_for_and_come(agreed: SoundRepair) -> None:
    ends = Ends(agreed, lost={6, 7, 8})
    assert await ends.run() == [1] * (PACKETS - 1)


@pytest.mark.parametrize("order", ["111 63", "63 111"])
async def test_the_engine_agrees_to_what_it_is_offered_and_in_which_order(order: str) -> None:
    offer = OFFER.read_bytes().decode().replace(" 111 63 ", f" {order} ")
    meeting = Meeting()
    try:
        assert sound_repair(await meeting.peer.accept(offer)) == sound_repair(offer)
    finally:
        await meeting.close()


@pytest.mark.parametrize("payload", [b"", b"\xff", b"\xe0\x0f\x00\x04\x60", b"\x05x", b"\x3f\x60abc"])
async def test_a_packet_that_nobody_would_send_is_passed_over(payload: bytes) -> None:
    ends = Ends(EVERY_REPAIR, lost=set())
    packet = RtpPacket(payload_type=63, sequence_number=9, timestamp=960, ssrc=1, payload=payload)
    await ends.receiver._handle_rtp_packet(packet, arrival_time_ms=0)
    assert ends.heard == []
    ends.received.close()
    await ends.tasks.cancel()
