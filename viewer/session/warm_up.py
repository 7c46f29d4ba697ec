"""What the first session would wait for, done before somebody wishes for one."""

from typing import Final

import httpx
from aiortc import RTCCertificate, RTCConfiguration, RTCPeerConnection
from aiortc.rtcdtlstransport import SRTP_PROFILES

from viewer.session.proxy import NONE, http_client

_NO_SERVERS: Final = RTCConfiguration(iceServers=[])


async def warm_up() -> None:
    """Load what HTTP, WebRTC and DTLS load when they are first used: 40 ms, more on a busy computer."""
    await http_client("http://localhost", NONE, httpx.Timeout(1)).aclose()
    connection = RTCPeerConnection(_NO_SERVERS)
    connection.addTransceiver("video", direction="recvonly")
    await connection.createOffer()
    await connection.close()
    assert hasattr(RTCCertificate, "_create_ssl_context"), "another aiortc than 1.16.0"
    RTCCertificate.generateCertificate()._create_ssl_context(srtp_profiles=SRTP_PROFILES)
