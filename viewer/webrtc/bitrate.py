"""Keeps a video sender at a useful and steady bitrate.

aiortc 1.16.0 starts its encoders at 0.5 Mbit/s and makes a new one, with a coarse key frame, whenever a
receiver's REMB message differs from the target by over 10 %. There is no public way to ask for anything
else, so the messages to one sender are given another target here: the first is our own, and those of a
receiver that can take most of the full rate are for the full rate. ``maxBitrate`` in aiortc's
``RTCRtpSender.setParameters`` would make this file unnecessary.
"""

import weakref
from typing import Any, Final

from aiortc import RTCRtpSender
from aiortc.rtp import RTCP_PSFB_APP, RtcpPsfbPacket, pack_remb_fci, unpack_remb_fci

FULL_BITRATE: Final = 1_500_000
# A receiver estimates up to half as much again as it gets, and the picture needs about 0.8 Mbit/s.
ENOUGH: Final = 750_000

_HANDLER: Final = "_handle_rtcp_packet"


def steady_bitrate(sender: RTCRtpSender) -> None:
    """From now on take REMB messages of at least ENOUGH for FULL_BITRATE. Other RTCP passes as it is."""
    # Held, it would be in a circle with what is kept in it.
    held = weakref.ref(sender)

    async def handle_steadily(packet: Any) -> None:
        if isinstance(packet, RtcpPsfbPacket) and packet.fmt == RTCP_PSFB_APP:
            packet.fci = _steadied(packet.fci)
        if (alive := held()) is not None:
            await RTCRtpSender._handle_rtcp_packet(alive, packet)

    vars(sender)[_HANDLER] = handle_steadily


async def raise_bitrate(sender: RTCRtpSender) -> None:
    """Set the target of ``sender``'s encoder; it has one once it has asked for its second frame."""
    fci = pack_remb_fci(FULL_BITRATE, [sender._ssrc])
    await sender._handle_rtcp_packet(RtcpPsfbPacket(fmt=RTCP_PSFB_APP, ssrc=0, media_ssrc=0, fci=fci))


def _steadied(fci: bytes) -> bytes:
    try:
        bitrate, ssrcs = unpack_remb_fci(fci)
    except ValueError:
        return fci  # another application's message
    return pack_remb_fci(FULL_BITRATE, ssrcs) if bitrate >= ENOUGH else fci
