"""Makes a video sender start at a useful bitrate.

aiortc 1.16.0 starts its encoders at 0.5 Mbit/s and has no public way to ask for more, so the sender is
told what a receiver's REMB message would tell it. Later messages of the real receiver replace the target.
``RTCRtpSender.setParameters`` with ``maxBitrate`` in aiortc would make this file unnecessary.
"""

from typing import Final

from aiortc import RTCRtpSender
from aiortc.rtp import RTCP_PSFB_APP, RtcpPsfbPacket, pack_remb_fci

START_BITRATE: Final = 1_500_000


def check_aiortc() -> None:
    """Raise at start-up, not in a session, when aiortc no longer has what this file relies on."""
    assert callable(getattr(RTCRtpSender, "_handle_rtcp_packet", None)), "another aiortc than 1.16.0"


async def raise_target_bitrate(sender: RTCRtpSender, bitrate: int = START_BITRATE) -> None:
    """Set the target of ``sender``'s encoder. It has an encoder once it has asked for its second frame."""
    fci = pack_remb_fci(bitrate, [sender._ssrc])
    packet = RtcpPsfbPacket(fmt=RTCP_PSFB_APP, ssrc=0, media_ssrc=0, fci=fci)
    await sender._handle_rtcp_packet(packet)
