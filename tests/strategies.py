"""What hypothesis makes of our messages: good ones, and bad ones that were good once."""

import inspect
from typing import Any, TypeVar

from hypothesis import strategies as st
from pydantic import BaseModel, JsonValue

from viewer.protocol.data_channel import DirectorNoteCue

Model = TypeVar("Model", bound=BaseModel)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


# Aliases and bounds of optional fields are what hypothesis does not read out of a model.
st.register_type_strategy(JsonValue, json_values)  # type: ignore[arg-type]
_TIMES = st.none() | st.floats(0, allow_infinity=False)
_GIVEN: dict[type[BaseModel], dict[str, st.SearchStrategy[Any]]] = {
    DirectorNoteCue: {"in_seconds": _TIMES, "at_seconds": _TIMES},
}


def models(kind: type[Model]) -> st.SearchStrategy[Model]:
    """Any message of that kind, all of its fields filled."""
    names = inspect.signature(kind).parameters
    return st.builds(kind, **dict.fromkeys(names, ...) | _GIVEN.get(kind, {}))


# Most inserts and small cuts leave JSON that is still JSON.
_LENGTHS = st.just(0) | st.integers(0, 8) | st.integers(0, 200)


def mutated(seeds: list[str]) -> st.SearchStrategy[str]:
    """One of ``seeds`` with pieces of it cut out, doubled, moved, or replaced by others' or by noise."""
    return st.builds(
        _mutate,
        st.sampled_from(seeds),
        st.lists(st.tuples(st.integers(0, 1 << 16), _LENGTHS, _pieces(seeds)), max_size=6),
    )


def _pieces(seeds: list[str]) -> st.SearchStrategy[str]:
    slices = st.builds(
        lambda seed, start, length: seed[start : start + length],
        st.sampled_from(seeds),
        st.integers(0, 2000),
        st.integers(0, 300),
    )
    runs = st.builds(lambda text, times: text * times, st.text(min_size=1, max_size=8), st.integers(0, 3000))
    signs = st.sampled_from(
        ["\\", '"', "\\ud800", "\u202e", "\x00", "9" * 4400, "NaN", "1e999", "[" * 300, "\r\n"]
    )
    return st.text(max_size=20) | slices | runs | signs


def _mutate(text: str, cuts: list[tuple[int, int, str]]) -> str:
    for at, length, piece in cuts:
        start = at % (len(text) + 1)
        text = text[:start] + piece + text[start + length :]
    return text
