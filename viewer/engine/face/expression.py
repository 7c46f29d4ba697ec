"""How a face looks under a director's cue."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from viewer.protocol.data_channel import CueTag


@dataclass(frozen=True, slots=True)
class Expression:
    """What a cue adds to the face at rest.

    ``corners`` lifts the mouth's corners (below 0: pulls them down) and ``parted`` opens the lips; ``brows``
    lifts the eyebrows, ``inner`` their inner ends only (below 0: a frown), ``uneven`` one more than the
    other; ``lids`` opens the eyes wider (below 0: narrows them); ``tilt`` is in degrees, ``nod`` −1 to 1,
    ``shake`` how much the head bobs; ``lopsided`` lifts one corner of the mouth and lowers the other. All are
    about −1 to 1.
    """

    corners: float = 0.0
    parted: float = 0.0
    brows: float = 0.0
    inner: float = 0.0
    uneven: float = 0.0
    lids: float = 0.0
    tilt: float = 0.0
    nod: float = 0.0
    shake: float = 0.0
    lopsided: float = 0.0


NEUTRAL: Final = Expression()
THINKING: Final = Expression(corners=-0.55, brows=0.1, inner=-0.3, uneven=0.6, lids=-0.1, lopsided=0.5)

EXPRESSIONS: Final[Mapping[CueTag, Expression]] = {
    "happy": Expression(corners=0.55, parted=0.22, brows=0.35, lids=-0.2),
    "warm": Expression(corners=0.3, inner=0.3, lids=-0.3, tilt=-3.5),
    "playful": Expression(corners=0.45, brows=0.15, uneven=1.0, lids=-0.1, tilt=4.5, lopsided=0.6),
    "laughter": Expression(corners=0.7, parted=0.75, brows=0.5, lids=-0.75, nod=-0.4, shake=1.0),
    "curious": Expression(corners=-0.15, brows=0.6, uneven=0.6, lids=0.35, tilt=-6.0),
    "supportive": Expression(corners=0.15, inner=0.6, brows=0.1, tilt=-2.0, nod=0.6),
    "concerned": Expression(corners=-0.75, inner=0.85, brows=-0.2, lids=0.1, tilt=2.0),
    "sad": Expression(corners=-1.15, inner=1.1, brows=-0.25, lids=-0.45, nod=0.8, tilt=2.5),
    "surprised": Expression(corners=-0.5, parted=0.6, brows=1.4, lids=0.9, nod=-0.3),
    "angry": Expression(corners=-0.95, brows=-0.5, inner=-1.2, lids=-0.4, nod=0.3),
    "distressed": Expression(corners=-1.0, parted=0.4, inner=1.3, brows=0.3, lids=0.5, shake=0.3),
}


def towards(one: Expression, other: Expression, share: float) -> Expression:
    """The look on the way from ``one`` to ``other``, ``share`` 0 to 1."""
    return Expression(
        *(
            (start := getattr(one, field.name)) + (getattr(other, field.name) - start) * share
            for field in fields(Expression)
        )
    )
