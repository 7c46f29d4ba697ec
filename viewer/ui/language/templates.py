"""Texts with ``{names}`` in them, and what stands in their places in a text that was made of one."""

import re
from functools import cache
from typing import Final

_PLACE: Final = re.compile(r"\{\w*(?::[^{}]*)?\}|%L?n")


def places(template: str) -> list[str]:
    """What ``template`` has places for, as they are written in it: ``{name}``, ``%n``, ``%Ln``."""
    return _PLACE.findall(template)


def letters(template: str) -> int:
    """How many letters ``template`` has beside its places."""
    return sum(character.isalpha() for character in _PLACE.sub("", template))


def filled_in(template: str, text: str) -> dict[str, str] | None:
    """What stands in ``text`` at the places of ``template``; None: it is not made of it."""
    ends = _PLACE.split(template)
    if not text.startswith(ends[0]) or not text.endswith(ends[-1]):
        return None  # soon, since compiling takes its time
    found = _pattern(template).fullmatch(text)
    return dict(zip(places(template), found.groups(), strict=True)) if found else None


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile("(.+?)".join(map(re.escape, _PLACE.split(template))), re.DOTALL)
