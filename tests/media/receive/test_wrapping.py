"""Timestamps that wrap."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.media.receive.wrapping import Unwrapped


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(-(2**31), 2**31 - 1)))
def test_every_step_is_kept_across_the_wrap(first: int, steps: list[int]) -> None:
    unwrapped = Unwrapped()
    place = unwrapped.map(first)
    assert place == first
    for step in steps:
        place += step
        assert unwrapped.map(place % 2**32) == place
