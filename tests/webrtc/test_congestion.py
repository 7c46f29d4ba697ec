"""What a sender that agreed to transport-wide feedback is told, and when."""

import asyncio

import pytest
from aiortc import RTCCertificate, RTCDtlsTransport, RTCIceGatherer, RTCIceTransport, RTCRtpReceiver
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtp import RtpPacket

from tests.media.receive.test_transport_feedback import read
from viewer.webrtc.congestion import TransportFeedback
from viewer.webrtc.received_packets import ReceivedPackets

VP8 = RTCRtpCodecParameters(mimeType="video/VP8", clockRate=90_000, payloadType=96)
OURS, THEIRS = 1, 2


@pytest.mark.virtual_time
async def test_what_came_is_told_with_the_next_packet_after_a_twentieth_of_a_second() -> None:
    gatherer = RTCIceGatherer(iceServers=[])
    transport = RTCDtlsTransport(RTCIceTransport(gatherer), [RTCCertificate.generateCertificate()])
    sent: list[bytes] = []

    async def send(data: bytes) -> None:
        sent.append(data)

    transport._send_rtp = send  # type: ignore[method-assign]
    receiver = RTCRtpReceiver("video", transport)
    receiver._set_rtcp_ssrc(OURS)
    receiver._RTCRtpReceiver__codecs[96] = VP8  # type: ignore[attr-defined]
    packets = ReceivedPackets(receiver, lambda *_: None)
    TransportFeedback(receiver, packets).begin()
    for number in (0, 1, 2, 4, 5, 6, 7, 8, 9, 10):
        packet = RtpPacket(96, 0, number, 0, THEIRS, b"")
        packet.extensions.transport_sequence_number = number
        packet.extensions.abs_send_time = number << 12  # of which no estimate is made
        await receiver._handle_rtp_packet(packet, arrival_time_ms=0)
        await asyncio.sleep(0.02)
    told = [read(report) for report in sent]
    assert [list(report) for report in told] == [[0], [1, 2, 3, 4], [5, 6, 7], [8, 9, 10]]
    assert told[1][3] is None
