"""Congestion feedback for the sender: when each packet came, up to twenty times a second.

aiortc 1.16.0 sends receiver-side estimates only (REMB), which begin low and grow by 8 % a second. A sender
that agrees to transport-wide feedback estimates for itself, and better; then the others, which would limit
it, are left out. Transport-wide feedback in aiortc would make this file unnecessary.
"""

import asyncio
from typing import Final

from aiortc import RTCRtpReceiver
from aiortc.rtcrtpparameters import RTCRtpHeaderExtensionParameters, RTCRtpParameters
from aiortc.rtp import RtpPacket

from viewer.media.receive.transport_feedback import ArrivalLog
from viewer.protocol.sdp import TRANSPORT_WIDE_CC_ID, TRANSPORT_WIDE_CC_URI
from viewer.webrtc.received_packets import ReceivedPackets

# As often as libwebrtc at its most.
_EVERY_SECONDS: Final = 0.05


class TransportFeedback:
    """Tells a sender that agreed to it when the ``packets`` of a video ``receiver`` came.

    Belongs to the running event loop.
    """

    def __init__(self, receiver: RTCRtpReceiver, packets: ReceivedPackets) -> None:
        self._receiver = receiver
        self._packets = packets
        self._log = ArrivalLog()
        self._now = asyncio.get_running_loop().time
        self._due = 0.0

    def begin(self) -> None:
        """The sender agreed. Call before the first packet comes."""
        extension = RTCRtpHeaderExtensionParameters(id=TRANSPORT_WIDE_CC_ID, uri=TRANSPORT_WIDE_CC_URI)
        extensions = self._receiver.transport._rtp_header_extensions_map
        extensions.configure(RTCRtpParameters(headerExtensions=[extension]))
        self._packets.leave_estimating()
        self._packets.answer = self._report

    def _report(self, packet: RtpPacket) -> bytes | None:
        """Every packet counts, also padding, which goes no further."""
        if (number := packet.extensions.transport_sequence_number) is None:
            return None
        now = self._now()
        self._log.add(number, now)
        ssrc = self._packets.rtcp_ssrc
        if now < self._due or ssrc is None:
            return None
        self._due = now + _EVERY_SECONDS
        return self._log.report(ssrc, packet.ssrc)
