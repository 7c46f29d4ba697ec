"""What a drawn face is made of: measures and colours of the features that move.

Measures are pixels of the drawing, 720×480 with the face's middle at :data:`MIDDLE`; colours are #rrggbb.
The still layers are drawings of their own: ``assets/persona/ID/*.svg``.
"""

from dataclasses import dataclass, field
from typing import Final

from viewer.engine.cast.manner import Manner

MIDDLE: Final = 360.0

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """``distance`` is from the middle, ``line`` their height; ``width`` is half an eye's, ``upper`` and
    ``lower`` how far the lids open; ``slant`` lifts the outer corners; ``droop`` makes the lids hang there,
    0 to 1. ``wing`` is the length of the lashes beyond the corner, ``lid`` a tint above the eye.
    """

    iris: str
    iris_rim: str
    iris_light: str
    lash: str
    crease: str
    under: str
    distance: float = 39.0
    line: float = 200.0
    width: float = 19.0
    upper: float = 12.5
    lower: float = 8.8
    slant: float = 0.0
    droop: float = 0.0
    radius: float = 10.6
    white: str = "#fcfaf7"
    lash_weight: float = 3.0
    wing: float = 0.0
    lid: str | None = None
    bags: float = 0.45


@dataclass(frozen=True, slots=True)
class Brows:
    """``height`` is above the eyes' line, ``thickness`` that of the inner end, ``arch`` the bend."""

    colour: str
    height: float = 29.0
    length: float = 25.0
    thickness: float = 7.0
    arch: float = 8.0
    bushy: bool = False


@dataclass(frozen=True, slots=True)
class Nose:
    """``tip`` is its lower end, ``width`` half of that; ``length`` how far up its shade goes."""

    shade: str
    line: str
    light: str
    tip: float = 247.0
    width: float = 17.0
    length: float = 57.0


@dataclass(frozen=True, slots=True)
class Mouth:
    """``half`` is half its width, ``upper`` and ``lower`` the lips' thickness, ``drop`` how far it opens."""

    upper_colour: str
    lower_colour: str
    shade: str
    line: float = 271.0
    half: float = 28.0
    upper: float = 6.0
    lower: float = 7.5
    drop: float = 25.0
    gloss: float = 0.0
    inside: str = "#561a22"
    tongue: str = "#cc5c60"
    teeth: str = "#fcf8f2"

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of the part of the drawing in which the mouth lies."""
        return int(MIDDLE) - 48, int(self.line) - 27, int(MIDDLE) + 48, int(self.line) + 41


@dataclass(frozen=True, slots=True)
class Moustache:
    """``half`` is half its width, ``top`` its height under the nose."""

    colour: str
    shade: str
    light: str
    top: float
    half: float


@dataclass(frozen=True, slots=True)
class Glasses:
    """Rims of ``radius`` about the eyes, ``sink`` lower than these; ``temple`` is where the arms vanish."""

    colour: str
    light: str
    radius: tuple[float, float]
    temple: float
    sink: float = 3.0
    weight: float = 4.0


@dataclass(frozen=True, slots=True)
class Look:
    """One character's face.

    The head is cut into parts at one height: ``crown`` above and ``chin`` below, which follows the mouth.
    Hair that hangs lower is in ``locks``, before the face, and ``behind`` the neck. ``neck`` is the point
    about which the head tilts, ``figure`` how much of the width a portrait is to show.
    """

    avatar_id: str
    eyes: Eyes
    brows: Brows
    nose: Nose
    mouth: Mouth
    crown: Box
    chin: Box
    locks: tuple[Box, ...] = ()
    behind: Box | None = None
    neck: tuple[float, float] = (MIDDLE, 322.0)
    figure: float = 420.0
    moustache: Moustache | None = None
    glasses: Glasses | None = None
    manner: Manner = field(default_factory=Manner)
