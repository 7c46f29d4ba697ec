"""Which part of the time is looked at. No Qt."""

from typing import Final

MINUTE: Final = 60.0
PERIODS: Final = (MINUTE, 10 * MINUTE, 60 * MINUTE)
_LEAST: Final = 5.0
_MOST: Final = 60 * MINUTE


class Span:
    """So many seconds that end with the newest sample, or, while it stands still, at a time.

    All times are of the session's clock.
    """

    def __init__(self) -> None:
        self.length = PERIODS[0]
        self.newest = 0.0
        """When the newest sample was made."""
        self._end: float | None = None

    @property
    def stands(self) -> bool:
        """Whether it does not go on with the newest sample."""
        return self._end is not None

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.newest if self._end is None else self._end

    @property
    def begin(self) -> float:
        """Where it begins."""
        return self.end - self.length

    def show(self, length: float) -> None:
        """The last so many seconds."""
        self.length = length
        self._end = None

    def stand(self, still: bool) -> None:
        """Stay where it is, or go with the newest sample."""
        self._end = self.end if still else None

    def zoom(self, factor: float, about: float | None = None) -> None:
        """``factor`` times as much time; what is at ``about``, by itself the end, stays in its place."""
        length = min(max(self.length * factor, _LEAST), _MOST)
        if about is not None and self.stands:
            share = (self.end - about) / self.length
            self._end = min(about + share * length, self.newest)
        self.length = length

    def move(self, seconds: float) -> None:
        """Look ``seconds`` later, earlier if less than 0. It then stands, unless the newest is reached."""
        end = min(self.end + seconds, self.newest)
        end = max(end, self.newest - _MOST)
        self._end = None if end >= self.newest and seconds > 0 else end

    def clear(self) -> None:
        """Another session begins."""
        self.newest = 0.0
        self._end = None
