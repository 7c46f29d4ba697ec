"""RED (RFC 2198), written and read back, and read when nobody would write it so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.media.redundancy import LONGEST_AGE, LONGEST_DATA, Block, pack, unpack

TYPES = st.integers(0, 127)
EARLIER = st.lists(
    st.builds(Block, TYPES, st.integers(1, LONGEST_AGE), st.binary(min_size=1, max_size=40)), max_size=4
)


@given(TYPES, st.binary(max_size=40), EARLIER)
def test_what_was_packed_comes_out_as_it_was(payload_type: int, data: bytes, earlier: list[Block]) -> None:
    assert unpack(pack(payload_type, data, earlier)) == [*earlier, Block(payload_type, 0, data)]


def test_the_format_is_that_of_the_rfc() -> None:
    packed = pack(96, b"new", [Block(96, 960, b"old!")])
    assert packed == bytes([0x80 | 96, 960 >> 6, (960 & 0x3F) << 2 | 0, 4, 96]) + b"old!new"


def test_what_has_no_room_in_the_format_is_left_out() -> None:
    too_old, too_long = Block(96, LONGEST_AGE + 1, b"x"), Block(96, 1, bytes(LONGEST_DATA + 1))
    assert unpack(pack(96, b"own", [too_old, too_long])) == [Block(96, 0, b"own")]


@given(st.binary(max_size=60))
def test_whatever_arrives_is_refused_or_lies_within_it(payload: bytes) -> None:
    try:
        blocks = unpack(payload)
    except ValueError:
        return
    assert b"".join(block.data for block in blocks) == payload[len(payload) - sum(map(_length, blocks)) :]
    assert [block.age for block in blocks][-1] == 0


@pytest.mark.parametrize(
    "payload", [b"", b"\xe0", b"\xe0\x0f\x00", b"\xe0\x0f\x00\x04", b"\xe0\x0f\x00\x04\x60abc"]
)
def test_a_packet_that_is_cut_off_is_refused(payload: bytes) -> None:
    with pytest.raises(ValueError, match="RED"):
        unpack(payload)


def _length(block: Block) -> int:
    return len(block.data)
