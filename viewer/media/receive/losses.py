"""Media that gets lost on purpose."""

import random
from typing import Final

HUNDRED: Final = 100


class Losses:
    """So many of each hundred packets of a stream, at places that nobody can tell before. Not thread-safe.

    Args:
        seed: by which the places are always the same.
    """

    def __init__(self, seed: int | None = None) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nobody has to be kept from guessing it
        self._percent = 0
        self._next: dict[int, list[bool]] = {}

    @property
    def percent(self) -> int:
        """How many of a hundred are lost."""
        return self._percent

    @percent.setter
    def percent(self, percent: int) -> None:
        self._percent = max(0, min(percent, HUNDRED))
        self._next.clear()

    def takes(self, stream: int) -> bool:
        """Whether the next packet of ``stream``, a number of which there are few, is lost."""
        if not self._percent:
            return False
        if not (places := self._next.get(stream)):
            places = self._next[stream] = [place < self._percent for place in range(HUNDRED)]
            self._random.shuffle(places)
        return places.pop()
