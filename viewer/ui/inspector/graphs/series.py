"""The last hour of all figures, within a bound. No Qt."""

from array import array
from typing import Final

from viewer.protocol.stats import StatsSampled
from viewer.ui.inspector.graphs.figures import FIGURES, UNKNOWN, Sample

CAPACITY: Final = 3600
"""Samples of each figure."""

# A longer pause between two samples is one in which nothing was measured.
_PAUSE: Final = 2.5
# Of this many that are not needed any more they are moved out at once.
_SLACK: Final = 400


class Series:
    """Figures by name, each as long as :attr:`times`, in single precision: 0.4 MB when it is full."""

    def __init__(self) -> None:
        self.times = array("d")
        """When each sample was made, in seconds of the session's clock. Never falls."""
        self.values: dict[str, array[float]] = {name: array("f") for name in FIGURES}
        """NaN where nothing is known."""
        self._before: Sample = {}

    def __len__(self) -> int:
        return len(self.times)

    def clear(self) -> None:
        """Begin anew."""
        self._before = {}
        del self.times[:]
        for values in self.values.values():
            del values[:]

    def add(self, sampled: StatsSampled) -> None:
        """Take a sample in. One that is no later than the one before is left out."""
        seconds = sampled.at - self.times[-1] if self.times else _PAUSE
        if not seconds > 0:
            return
        before = self._before
        if seconds > _PAUSE and self.times:
            self._append(self.times[-1] + _PAUSE / 2, dict.fromkeys(FIGURES, UNKNOWN))
            before = {}
        self._append(
            sampled.at,
            {name: kind.value(sampled.stats, before, seconds) for name, kind in FIGURES.items()},
        )
        self._before = sampled.stats

    def newest(self) -> int | None:
        """The place of the last sample; None of none."""
        return len(self.times) - 1 if self.times else None

    def _append(self, at: float, figures: dict[str, float]) -> None:
        self.times.append(at)
        for name, values in self.values.items():
            values.append(figures[name])
        if len(self.times) >= CAPACITY + _SLACK:
            surplus = len(self.times) - CAPACITY
            del self.times[:surplus]
            for values in self.values.values():
                del values[:surplus]
