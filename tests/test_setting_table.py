"""Tables of settings: what a value may be, and what is told where it is something else."""

from pathlib import Path
from typing import Any, Literal

import pytest

from viewer.setting_table import Fault, Table, WrongValues, setting


def _even_spaced(text: str) -> str:
    if not text:
        raise ValueError("it has to be a word")
    return " ".join(text.split())


class Some(Table):
    """One of each kind."""

    on: bool = setting(default=False, description="a switch")
    level: int = setting(default=3, ge=1, le=9, description="a level")
    seconds: float | None = setting(default=None, gt=0, description="a time")
    way: Literal["up", "down", "along"] = setting(default="up", description="a way")
    words: str = setting(default="a b", check=_even_spaced, description="words")
    file: Path | None = setting(default=None, description="a file", repr=False)
    keys: dict[str, str] = setting(default={}, check=_even_spaced, description="keys")


class More(Some):
    """And one more."""

    level: int = setting(default=5, description="a level without bounds")
    more: str = setting(default="", description="more")


class Share(Table):
    """Of something."""

    share: float = setting(default=1, ge=0, le=1, description="a share")


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        *(("on", text, True) for text in (True, 1, "1", "true", "TRUE", "on", "yes")),
        *(("on", text, False) for text in (False, 0, "0", "false", "Off", "no")),
        *(("level", number, 7) for number in (7, "7", 7.0, " 7 ")),
        ("level", 1, 1),
        ("level", 9, 9),
        ("seconds", "0.5", 0.5),
        ("seconds", None, None),
        ("way", "along", "along"),
        ("words", " c   d", "c d"),
        ("file", "here/x", Path("here/x")),
        ("keys", {"mute": " M  N"}, {"mute": "M N"}),
    ],
)
def test_a_value_becomes_what_it_has_to_be(name: str, given: Any, value: Any) -> None:
    made = Some(**{name: given}).values()
    assert made[name] == value
    assert type(made[name]) is type(value)


@pytest.mark.parametrize(
    ("name", "given", "sentence"),
    [
        ("on", "maybe", "it has to be true or false"),
        ("on", 2, "it has to be true or false"),
        ("level", 0, "it has to be 1 or more"),
        ("level", 10, "it has to be 9 or less"),
        ("level", 1.5, "it has to be a whole number"),
        ("level", "x", "it has to be a whole number"),
        ("level", None, "it has to be a whole number"),
        ("seconds", 0, "it has to be more than 0"),
        ("seconds", "nan", "it has to be more than 0"),
        ("seconds", "soon", "it has to be a number"),
        ("way", "left", "it has to be up, down or along"),
        ("way", ["up"], "it has to be up, down or along"),
        ("words", 3, "it has to be a text"),
        ("words", "", "it has to be a word"),
        ("file", 3, "it has to be a path"),
        ("keys", "M", "it has to be a table"),
    ],
)
def test_a_wrong_value_is_told(name: str, given: Any, sentence: str) -> None:
    with pytest.raises(WrongValues) as wrong:
        Some(**{name: given})
    assert wrong.value.faults == (Fault((name,), sentence),)


@pytest.mark.parametrize(
    ("share", "sentence"),
    [
        ("nan", "it has to be 0 or more"),
        (float("inf"), "it has to be 1 or less"),
        (10**400, "it has to be a number"),
    ],
)
def test_a_number_that_cannot_be_compared_or_held_is_wrong(share: Any, sentence: str) -> None:
    with pytest.raises(WrongValues) as wrong:
        Share(share=share)
    assert wrong.value.faults == (Fault(("share",), sentence),)


def test_all_that_is_wrong_is_told_with_its_place() -> None:
    with pytest.raises(WrongValues, match=r"level: .*; keys\.mute: it has to be a word; keys\.2: ") as wrong:
        Some(level=0, keys={"mute": "", "talk": "T", 2: ""})  # type: ignore[dict-item]
    assert [fault.place for fault in wrong.value.faults] == [("level",), ("keys", "mute"), ("keys", "2")]


def test_a_table_that_extends_another_has_its_fields_first() -> None:
    assert list(More.fields) == [*Some.fields, "more"]
    assert (More().level, More(level=20).level, Some().level) == (5, 20, 3)


def test_what_was_given_is_known_and_unknown_names_are_left_alone() -> None:
    made = More(way="up", of_another=1)  # type: ignore[call-arg]
    assert made.given == {"way"}
    assert not hasattr(made, "of_another")
    assert made.but(more="x").given == {"way", "more"}


def test_an_unknown_name_may_be_any() -> None:
    names = dict.fromkeys(("self", "cls", "values", "given", "fields"), 1)
    made = Some(**names)  # type: ignore[arg-type]
    assert made == Some()
    assert made.given == frozenset()


def test_a_table_is_never_changed() -> None:
    first = Some()
    second = first.but(level=4)
    assert (first.level, second.level) == (3, 4)
    assert first == Some() != second
    assert first != More()
    with pytest.raises(AttributeError, match="level cannot be set"):
        first.level = 5  # type: ignore[misc]
    first.keys["mute"] = "M"
    assert Some().keys == {}


def test_what_must_not_be_seen_is_not_in_a_representation() -> None:
    assert repr(Some(file=Path("secret"))).startswith("Some(on=False, level=3, ")
    assert "secret" not in repr(Some(file=Path("secret")))
