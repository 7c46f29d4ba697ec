import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.media.pcm import PcmBuffer, Samples, rms


def frames(*values: int) -> Samples:
    return np.array(values, np.int16).reshape(-1, 1)


def test_what_is_missing_is_silence_and_counted() -> None:
    buffer = PcmBuffer(channels=1, capacity=8)
    buffer.write(frames(1, 2))
    assert buffer.read(4).ravel().tolist() == [1, 2, 0, 0]
    assert buffer.underruns == 1


def test_when_full_the_oldest_goes() -> None:
    buffer = PcmBuffer(channels=1, capacity=4)
    buffer.write(frames(1, 2, 3))
    buffer.write(frames(4, 5, 6))
    assert buffer.dropped == 2
    assert buffer.read(4).ravel().tolist() == [3, 4, 5, 6]


def test_cleared_it_is_empty() -> None:
    buffer = PcmBuffer(channels=1, capacity=4)
    buffer.write(frames(1, 2))
    buffer.clear()
    assert len(buffer) == 0
    assert not buffer.read(2).any()


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 12)), max_size=60))
def test_it_gives_back_in_order_what_was_written_and_not_dropped(steps: list[tuple[bool, int]]) -> None:
    buffer, counter = PcmBuffer(channels=2, capacity=10), 1
    expected: list[int] = []
    for is_write, count in steps:
        if is_write:
            values = list(range(counter, counter + count))
            counter += count
            buffer.write(np.array([values, values], np.int16).T)
            expected = (expected + values)[-10:]
        else:
            got = buffer.read(count)
            taken, expected = expected[:count], expected[count:]
            assert got[:, 0].tolist() == taken + [0] * (count - len(taken))
            assert (got[:, 0] == got[:, 1]).all()
        assert len(buffer) == len(expected)


def test_loudness_of_full_scale_and_of_nothing() -> None:
    assert rms(np.full((100, 1), -32768, np.int16)) == pytest.approx(1)
    assert rms(np.zeros((0, 1), np.int16)) == 0
