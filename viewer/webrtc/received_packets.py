"""RTP packets on their way through a receiver, as we take them.

aiortc 1.16.0 hands packets to its own jitter buffer and decoder, and what is decoded to the reader of a track
in two more turns of the loop. Of what its ``_handle_rtp_packet`` does this keeps the counts for receiver
reports, the estimate of the bandwidth (REMB), and repetitions (RFC 4588), of which it throws away those
whose SSRC the answer did not pair (its section 5.3 lets a receiver find the pairs out). A public way to
choose the jitter buffer in aiortc would make this file unnecessary.
"""

import weakref
from collections.abc import Callable
from typing import Final

from aiortc import RTCRtpReceiver
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtcrtpreceiver import StreamStatistics
from aiortc.rtp import RTCP_PSFB_APP, RtcpPsfbPacket, RtpPacket, pack_remb_fci, unwrap_rtx

from viewer.webrtc.clock_jumps import BoundedStatistics

_CODECS: Final = "_RTCRtpReceiver__codecs"
_ESTIMATOR: Final = "_RTCRtpReceiver__remote_bitrate_estimator"
_RTCP_SSRC: Final = "_RTCRtpReceiver__rtcp_ssrc"
_STREAMS: Final = "_RTCRtpReceiver__remote_streams"
_RTX_SSRC: Final = "_RTCRtpReceiver__rtx_ssrc"
_HANDLER: Final = "_handle_rtp_packet"

Take = Callable[[RtpPacket, RTCRtpCodecParameters, bool], None]


class ReceivedPackets:
    """Stands in a ``receiver``, before it has begun.

    Args:
        take: gets each packet of media, its codec, and whether it is a repetition, unwrapped. Must not wait.
    """

    def __init__(self, receiver: RTCRtpReceiver, take: Take) -> None:
        self.answer: Callable[[RtpPacket], bytes | None] = lambda _: None
        """Gets every packet first, padding and repetitions, too; what it makes of it is sent back as RTCP."""
        self.count = 0
        """Of those that have come, padding and repetitions, too."""
        # Held, it would be in a circle with what is kept in it.
        self._held = weakref.ref(receiver)
        self._take = take
        self._ssrc: int | None = None
        self.codecs: dict[int, RTCRtpCodecParameters] = getattr(receiver, _CODECS)
        """What was agreed on, by payload types; may be added to."""
        self._streams: dict[int, StreamStatistics] = getattr(receiver, _STREAMS)
        self._pairs: dict[int, int] = getattr(receiver, _RTX_SSRC)
        vars(receiver)[_HANDLER] = self._handle

    @property
    def ssrc(self) -> int | None:
        """The SSRC of the media, once a packet has come."""
        return self._ssrc

    @property
    def rtcp_ssrc(self) -> int | None:
        """Whom the receiver's reports are from, once that is known."""
        receiver = self._held()
        return None if receiver is None else getattr(receiver, _RTCP_SSRC)

    def leave_estimating(self) -> None:
        """Tell the sender no estimate of the bandwidth: it makes its own."""
        if (receiver := self._held()) is not None:
            setattr(receiver, _ESTIMATOR, None)

    async def _handle(self, packet: RtpPacket, arrival_time_ms: int) -> None:
        self.count += 1
        if (answer := self.answer(packet)) is not None and (receiver := self._held()) is not None:
            await receiver.transport._send_rtp(answer)
        if packet.extensions.abs_send_time is not None:
            await self._estimate(packet, arrival_time_ms)
        if (codec := self.codecs.get(packet.payload_type)) is None:
            return
        if (stream := self._streams.get(packet.ssrc)) is None:
            stream = self._streams[packet.ssrc] = BoundedStatistics(codec.clockRate)
        stream.add(packet)
        if "apt" in codec.parameters:
            self._take_repetition(packet, codec.parameters["apt"])
        else:
            self._ssrc = packet.ssrc
            self._take(packet, codec, False)

    def _take_repetition(self, packet: RtpPacket, payload_type: object) -> None:
        ssrc = self._pairs.get(packet.ssrc, self._ssrc)
        if ssrc is None or len(packet.payload) < 2 or not isinstance(payload_type, int):
            return
        if (codec := self.codecs.get(payload_type)) is not None:
            self._take(unwrap_rtx(packet, payload_type, ssrc), codec, True)

    async def _estimate(self, packet: RtpPacket, arrival_time_ms: int) -> None:
        """Tell the sender what the way carries, where that is left to us."""
        if (receiver := self._held()) is None or (estimator := getattr(receiver, _ESTIMATOR)) is None:
            return
        remb = estimator.add(
            abs_send_time=packet.extensions.abs_send_time,
            arrival_time_ms=arrival_time_ms,
            payload_size=len(packet.payload) + packet.padding_size,
            ssrc=packet.ssrc,
        )
        if remb is not None and (ssrc := self.rtcp_ssrc) is not None:
            told = RtcpPsfbPacket(fmt=RTCP_PSFB_APP, ssrc=ssrc, media_ssrc=0, fci=pack_remb_fci(*remb))
            await receiver._send_rtcp(told)
