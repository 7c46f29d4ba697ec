"""A sender's reports on the way through a receiver (RFC 3550 section 6.4.1).

aiortc 1.16.0 keeps of a report what its own statistics want, without the RTP timestamp. One in
``RTCRemoteOutboundRtpStreamStats`` would make this file unnecessary.
"""

import weakref
from collections.abc import Callable
from typing import Final

from aiortc import RTCRtpReceiver
from aiortc.rtp import AnyRtcpPacket, RtcpSrPacket

_HANDLER: Final = "_handle_rtcp_packet"


def on_sender_report(receiver: RTCRtpReceiver, report: Callable[[int, int, float], None]) -> None:
    """Call ``report`` with the SSRC, the RTP timestamp and the NTP time in seconds of each that comes."""
    # Held, it would be in a circle with what is kept in it.
    held = weakref.ref(receiver)

    async def look_and_handle(packet: AnyRtcpPacket) -> None:
        if isinstance(packet, RtcpSrPacket):
            info = packet.sender_info
            report(packet.ssrc, info.rtp_timestamp, info.ntp_timestamp / (1 << 32))
        if (alive := held()) is not None:
            await RTCRtpReceiver._handle_rtcp_packet(alive, packet)

    vars(receiver)[_HANDLER] = look_and_handle
