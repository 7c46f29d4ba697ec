"""Steps of spacing, roundness, type and motion. Sizes are logical pixels, before the scale of text."""

from enum import IntEnum
from typing import Final, Literal, TypeAlias

TARGET: Final = 44
"""The least width and height of what is touched."""


class Space(IntEnum):
    """Between things and around them; these do not grow with the text."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 36


class Radius(IntEnum):
    """Of corners."""

    SMALL = 6
    CONTROL = 10
    PANEL = 14
    CARD = 18


class Motion(IntEnum):
    """How long something moves, milliseconds; ask ``look.duration``, which knows who wants no motion."""

    QUICK = 120
    CALM = 240
    SLOW = 400


Type: TypeAlias = Literal["small", "quiet", "body", "lead", "heading", "caption", "title", "display"]

BODY: Final = 14.0
TYPE: Final[dict[Type, tuple[float, bool]]] = {
    "small": (12, False),
    "quiet": (13, False),
    "body": (BODY, False),
    "lead": (16, False),
    "heading": (18, True),
    "caption": (19, False),
    "title": (24, True),
    "display": (32, True),
}
"""Size in pixels, and whether it is semi-bold."""
