"""Media on the way from the ICE agent's sockets to the receivers, in one go.

aiortc 1.16.0 puts every datagram into a queue, from which a task of its transport takes it in the loop's next
turn: two turns and two switches a packet, the largest part of what receiving costs. Here a packet of media is
handled where it arrives; anything else (DTLS, RTCP) goes the old way. A packet that cannot be handled is
logged by the loop, or by `ice/server` for a stream, and costs nothing else, where aiortc's task would end and
the peer with it. Receiving by callbacks in aiortc would make this file unnecessary.
"""

import time
from collections.abc import Coroutine
from typing import Any, Final

import pylibsrtp
from aioice import Connection
from aiortc import RTCDtlsTransport
from aiortc.rtcdtlstransport import State
from aiortc.rtp import is_rtcp

from viewer.media.receive.losses import Losses

_RX_BYTES: Final = "_RTCDtlsTransport__rx_bytes"
_RX_PACKETS: Final = "_RTCDtlsTransport__rx_packets"
# RFC 7983 section 7.
_MEDIA: Final = range(128, 192)
# RFC 3550 section 5.1.
_PAYLOAD_TYPE: Final = 0x7F


class MediaPath:
    """Stands before the queue of ``agent``, on which ``transport`` runs."""

    def __init__(self, agent: Connection, transport: RTCDtlsTransport) -> None:
        self.losses: Losses | None = None
        """What is lost here, as if it had never come."""
        self._transport = transport
        self._queue = agent.data_received
        agent.data_received = self._received  # type: ignore[method-assign]

    def _received(self, data: bytes, component: int) -> None:
        transport = self._transport
        if not data or data[0] not in _MEDIA or is_rtcp(data) or transport._state is not State.CONNECTED:
            self._queue(data, component)
            return
        if self.losses and self.losses.takes(data[1] & _PAYLOAD_TYPE):
            return
        setattr(transport, _RX_BYTES, getattr(transport, _RX_BYTES) + len(data))
        setattr(transport, _RX_PACKETS, getattr(transport, _RX_PACKETS) + 1)
        try:
            packet = transport._rx_srtp.unprotect(data)
        except pylibsrtp.Error:
            return  # not from the engine, or repeated
        _run(transport._handle_rtp_data(packet, arrival_time_ms=time.time_ns() // 1_000_000))


def _run(handling: Coroutine[Any, Any, None]) -> None:
    """Run what never waits: the most it does is to send, and aioice hands that to the socket at once."""
    try:
        handling.send(None)
    except StopIteration:
        return
    handling.close()
    raise RuntimeError("another aiortc than 1.16.0: it waits while it handles a packet")
