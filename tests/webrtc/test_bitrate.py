from collections.abc import AsyncIterator

import pytest
from aiortc import RTCConfiguration, RTCPeerConnection, RTCRtpSender
from aiortc.rtp import RTCP_PSFB_APP, RTCP_PSFB_PLI, RtcpPsfbPacket, pack_remb_fci, unpack_remb_fci

from viewer.webrtc.bitrate import FULL_BITRATE, steady_bitrate

pytestmark = pytest.mark.wire


@pytest.fixture
async def sender() -> AsyncIterator[RTCRtpSender]:
    connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    yield connection.addTransceiver("video").sender
    await connection.close()


@pytest.mark.parametrize(
    ("estimate", "target"), [(1_000_000, FULL_BITRATE), (3_000_000, FULL_BITRATE), (400_000, 400_000)]
)
async def test_a_receiver_with_room_gets_the_full_bitrate(
    sender: RTCRtpSender, estimate: int, target: int
) -> None:
    steady_bitrate(sender)
    packet = RtcpPsfbPacket(
        fmt=RTCP_PSFB_APP, ssrc=1, media_ssrc=0, fci=pack_remb_fci(estimate, [sender._ssrc])
    )
    await sender._handle_rtcp_packet(packet)
    bitrate, ssrcs = unpack_remb_fci(packet.fci)
    assert bitrate == pytest.approx(target, rel=0.001)
    assert ssrcs == [sender._ssrc]


@pytest.mark.parametrize(("fmt", "fci"), [(RTCP_PSFB_PLI, b""), (RTCP_PSFB_APP, b"other")])
async def test_other_feedback_passes_as_it_is(sender: RTCRtpSender, fmt: int, fci: bytes) -> None:
    steady_bitrate(sender)
    packet = RtcpPsfbPacket(fmt=fmt, ssrc=1, media_ssrc=0, fci=fci)
    await sender._handle_rtcp_packet(packet)
    assert packet.fci == fci
