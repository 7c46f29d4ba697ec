"""Session descriptions for the eye: what each line is, and what was edited. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal, TypeAlias

from viewer.ui.look import Role

Change: TypeAlias = Literal["added", "removed", ""]

MAX_LINES: Final = 2000
_INK: Final[tuple[tuple[str, Role], ...]] = (
    ("m=", "accent"),
    ("a=candidate:", "good"),
    ("a=rtpmap:", "text"),
    ("a=fmtp:", "text"),
    ("a=ice-", "warning"),
    ("a=fingerprint:", "warning"),
)


@dataclass(frozen=True, slots=True)
class SdpLine:
    """A line, what was done to it, and the colour that its kind has."""

    text: str
    change: Change
    role: Role


def lines(sdp: str, made: str | None = None) -> list[SdpLine]:
    """The lines of ``sdp``; with ``made``, what it was before, also those that were taken out."""
    now = sdp.splitlines()[:MAX_LINES]
    if made is None:
        return [SdpLine(text, "", _role(text)) for text in now]
    return list(_compared(made.splitlines()[:MAX_LINES], now))


def _compared(before: list[str], now: list[str]) -> Iterator[SdpLine]:
    for _, begin, end, start, stop in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if before[begin:end] == now[start:stop]:
            yield from (SdpLine(text, "", _role(text)) for text in now[start:stop])
            continue
        yield from (SdpLine(text, "removed", "danger") for text in before[begin:end])
        yield from (SdpLine(text, "added", "good") for text in now[start:stop])


def _role(text: str) -> Role:
    return next((role for beginning, role in _INK if text.startswith(beginning)), "quiet")
