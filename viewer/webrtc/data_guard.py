"""Data-channel messages that aiortc cannot read are skipped.

aiortc 1.16.0 lets what they raise escape into the task that receives everything of the peer, which dies of
it: text that is not UTF-8, a channel opened twice, an acknowledgement of none (RFC 8831 section 6.6,
RFC 8832 section 5). It also keeps the pieces of a message for as long as a sender goes on past the window
that it was given (RFC 9260 section 6.2). Handling these in aiortc would make this file unnecessary.
"""

import logging
from typing import Final

from aiortc import RTCSctpTransport
from aiortc.rtcsctptransport import DataChunk

_log = logging.getLogger(__name__)

# As much again as the window: what was on its way when it closed.
_MAX_BEYOND_WINDOW: Final = 1 << 20


def guard_data(transport: RTCSctpTransport) -> None:
    """Make ``transport`` skip what it cannot read, and drop what comes far beyond its window."""
    receive, receive_chunk = transport._data_channel_receive, transport._receive_data_chunk

    async def receive_or_skip(stream_id: int, pp_id: int, data: bytes) -> None:
        try:
            await receive(stream_id, pp_id, data)
        except (AssertionError, UnicodeDecodeError) as error:
            _log.info("a data-channel message was skipped: %s", type(error).__name__)

    async def receive_within_window(chunk: DataChunk) -> None:
        if transport._advertised_rwnd > -_MAX_BEYOND_WINDOW:
            await receive_chunk(chunk)

    transport._data_channel_receive = receive_or_skip  # type: ignore[method-assign]
    transport._receive_data_chunk = receive_within_window  # type: ignore[method-assign]
