"""How a character behaves while nothing in particular happens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """Habits of a face.

    ``blinks`` are the least and most seconds between two; ``looks_away`` is how often it breaks eye contact,
    0 to 1; ``lively`` how much the head moves, 1 being usual; ``listening_tilt`` degrees; ``thinks_to`` the
    side of the picture that it looks to when it thinks, −1 or 1; ``smile`` that at rest.
    """

    blinks: tuple[float, float] = (2.2, 5.0)
    looks_away: float = 0.38
    lively: float = 1.0
    listening_tilt: float = -2.6
    thinks_to: int = 1
    smile: float = 0.7
