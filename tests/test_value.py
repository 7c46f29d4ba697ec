"""Dataclasses that are written when the first of them is made."""

import copy
import threading
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace

import pytest

from viewer.value import value, write_values


@value
class Said:
    """Somebody said ``words``."""

    words: str
    times: int = 1
    secret: str = field(default="", repr=False)


def test_a_value_is_a_frozen_dataclass() -> None:
    said = Said("hello", secret="s")
    assert said == Said("hello", 1, "s") != Said("hello")
    assert hash(said) == hash(copy.deepcopy(said))
    assert repr(said) == "Said(words='hello', times=1)"
    assert [each.name for each in fields(said)] == ["words", "times", "secret"]
    assert replace(said, times=2).times == 2
    with pytest.raises(FrozenInstanceError):
        said.times = 3  # type: ignore[misc]
    with pytest.raises(TypeError, match="missing 1 required"):
        Said()  # type: ignore[call-arg]
    match said:
        case Said(words, times):
            assert (words, times) == ("hello", 1)


def test_it_is_written_when_the_first_is_made_or_on_demand() -> None:
    @value
    class Made:
        """By itself."""

    @value
    class Wanted:
        """On demand."""

    assert not is_dataclass(Made)
    assert Made() == Made()
    assert is_dataclass(Made)
    assert not is_dataclass(Wanted)
    write_values()
    assert is_dataclass(Wanted)


def test_threads_that_make_the_first_at_the_same_time_both_get_it() -> None:
    for _ in range(20):

        @value
        class Found:
            at: int

        made: list[int] = []
        start = threading.Barrier(4)

        def make(number: int, found: type[Found] = Found, start: threading.Barrier = start) -> None:
            start.wait()
            made.append(found(number).at)  # noqa: B023 - the threads have ended before the next

        threads = [threading.Thread(target=make, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(made) == [0, 1, 2, 3]
