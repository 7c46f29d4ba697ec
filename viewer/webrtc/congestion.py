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

EVERY_SECONDS: Final = 0.05

_ESTIMATOR: Final = "_RTCRtpReceiver__remote_bitrate_estimator"
_RTCP_SSRC: Final = "_RTCRtpReceiver__rtcp_ssrc"


class TransportFeedback:
    """Tells a sender that agreed to it when its packets came on a video ``receiver``."""

    def __init__(self, receiver: RTCRtpReceiver) -> None:
        self._receiver = receiver
        self._log = ArrivalLog()
        self._media_ssrc = 0
        self._handle = receiver._handle_rtp_packet

    def begin(self) -> None:
        """The sender agreed. Call before the first packet comes."""
        extension = RTCRtpHeaderExtensionParameters(id=TRANSPORT_WIDE_CC_ID, uri=TRANSPORT_WIDE_CC_URI)
        extensions = self._receiver.transport._rtp_header_extensions_map
        extensions.configure(RTCRtpParameters(headerExtensions=[extension]))
        setattr(self._receiver, _ESTIMATOR, None)
        self._receiver._handle_rtp_packet = self._look_and_handle  # type: ignore[method-assign]

    async def run(self) -> None:
        """Send reports until cancelled."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            ssrc = getattr(self._receiver, _RTCP_SSRC)
            if ssrc is None or (report := self._log.report(ssrc, self._media_ssrc)) is None:
                continue
            try:
                await self._receiver.transport._send_rtp(report)
            except ConnectionError:
                return  # it has closed

    async def _look_and_handle(self, packet: RtpPacket, arrival_time_ms: int) -> None:
        # Every packet counts, also padding, which goes no further.
        if (number := packet.extensions.transport_sequence_number) is not None:
            self._media_ssrc = packet.ssrc
            self._log.add(number, time.monotonic())
        await self._handle(packet, arrival_time_ms)
