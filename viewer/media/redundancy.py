"""Sound that is sent twice: a packet carries earlier ones' payloads beside its own (RED, RFC 2198). Pure.

What arrives comes from the network, and may say anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LONGEST_AGE: Final = (1 << 14) - 1
LONGEST_DATA: Final = (1 << 10) - 1

_MORE: Final = 0x80
_TYPE: Final = 0x7F
_HEADER: Final = 4


@dataclass(frozen=True, slots=True)
class Block:
    """One payload. ``age`` is by how many ticks of the RTP clock it is older than the packet it came in."""

    payload_type: int
    age: int
    data: bytes


def pack(payload_type: int, data: bytes, earlier: Sequence[Block] = ()) -> bytes:
    """A packet's payload: ``data`` of ``payload_type``, after what is ``earlier``, the oldest first.

    Earlier payloads that the format has no room for are left out.
    """
    fitting = [b for b in earlier if 0 < b.age <= LONGEST_AGE and 0 < len(b.data) <= LONGEST_DATA]
    headers = [
        ((_MORE | block.payload_type) << 24 | block.age << 10 | len(block.data)).to_bytes(_HEADER, "big")
        for block in fitting
    ]
    return b"".join([*headers, bytes([payload_type]), *(block.data for block in fitting), data])


def unpack(payload: bytes) -> list[Block]:
    """What is in a packet, in the order of the wire: the oldest first, its own, of age 0, at the end.

    Raises:
        ValueError: it ends too early.
    """
    announced: list[tuple[int, int, int]] = []
    place = 0
    while place < len(payload) and payload[place] & _MORE:
        word = int.from_bytes(payload[place : place + _HEADER], "big")
        announced.append((word >> 24 & _TYPE, word >> 10 & LONGEST_AGE, word & LONGEST_DATA))
        place += _HEADER
    if place >= len(payload):
        raise ValueError("a RED packet without its own payload")
    own_type = payload[place]
    place += 1
    if place + sum(length for _, _, length in announced) > len(payload):
        raise ValueError("a RED packet that is shorter than what it announces")
    blocks = []
    for payload_type, age, length in announced:
        blocks.append(Block(payload_type, age, payload[place : place + length]))
        place += length
    return [*blocks, Block(own_type, 0, payload[place:])]
