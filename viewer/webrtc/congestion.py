"""Congestion feedback for the sender: when each packet came, ten times a second and more.

aiortc 1.16.0 sends receiver-side estimates only (REMB), which begin low and grow by 8 % a second. A sender
that agrees to transport-wide feedback estimates for itself, and better; then the others, which would limit
it, are left out. Transport-wide feedback in aiortc would make this file unnecessary.
"""

import asyncio
import time
from typing import Final

from aiortc import RTCRtpReceiver
from aiortc.rtcrtpparameters import RTCRtpHeaderExtensionParameters, RTCRtpParameters
from aiortc.rtp import RtpPacket

from viewer.media.receive.transport_feedback import ArrivalLog
from viewer.protocol.sdp import TRANSPORT_WIDE_CC_ID, TRANSPORT_WIDE_CC_URI
from viewer.webrtc.received_packets import ReceivedPackets

EVERY_SECONDS: Final = 0.05


class TransportFeedback:
    """Tells a sender that agreed to it when the ``packets`` of a video ``receiver`` came."""

    def __init__(self, receiver: RTCRtpReceiver, packets: ReceivedPackets) -> None:
        self._receiver = receiver
        self._packets = packets
        self._log = ArrivalLog()
        self._media_ssrc = 0

    def begin(self) -> None:
        """The sender agreed. Call before the first packet comes."""
        extension = RTCRtpHeaderExtensionParameters(id=TRANSPORT_WIDE_CC_ID, uri=TRANSPORT_WIDE_CC_URI)
        extensions = self._receiver.transport._rtp_header_extensions_map
        extensions.configure(RTCRtpParameters(headerExtensions=[extension]))
        self._packets.leave_estimating()
        self._packets.look = self._look

    async def run(self) -> None:
        """Send reports until cancelled."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            ssrc = self._packets.rtcp_ssrc
            if ssrc is None or (report := self._log.report(ssrc, self._media_ssrc)) is None:
                continue
            try:
                await self._receiver.transport._send_rtp(report)
            except ConnectionError:
                return  # it has closed

    def _look(self, packet: RtpPacket) -> None:
        # Every packet counts, also padding, which goes no further.
        if (number := packet.extensions.transport_sequence_number) is not None:
            self._media_ssrc = packet.ssrc
            self._log.add(number, time.monotonic())
