"""What the first connection would wait for, done before somebody asks for one."""

from typing import Final

from aiortc import RTCCertificate, RTCConfiguration, RTCPeerConnection
from aiortc.rtcdtlstransport import SRTP_PROFILES

from viewer.webrtc.internals import check_internals

_NO_SERVERS: Final = RTCConfiguration(iceServers=[])


async def load_webrtc() -> None:
    """Load what WebRTC and DTLS load when they are first used: 40 ms, more on a busy computer.

    Raises:
        UsageError: aiortc or aioice does not fit.
    """
    check_internals()
    connection = RTCPeerConnection(_NO_SERVERS)
    connection.addTransceiver("video", direction="recvonly")
    await connection.createOffer()
    await connection.close()
    RTCCertificate.generateCertificate()._create_ssl_context(srtp_profiles=SRTP_PROFILES)
