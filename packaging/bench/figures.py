"""Figures from what was seen and heard. Pure; times are seconds of Unix time unless a name says otherwise."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

CLOCK_MODULUS: Final = 1 << 32
BEEP_SECONDS: Final = 0.04

# A flash whose beep is further away than this lost it; both come once a second.
_FARTHEST: Final = 0.5
# Between two onsets there is at least so much quiet: less than between a beep and an echo of it.
_QUIET_SECONDS: Final = 0.05
_LOUD: Final = 2000
# Of a turn of a second: 50 ms.
_NEAR: Final = 0.3

Mono = npt.NDArray[np.int16]


def age_ms(seen: float, clock: int) -> float:
    """How old a picture was that showed ``clock`` (ms of Unix time modulo 2³²) at ``seen``."""
    age = (seen * 1000 - clock) % CLOCK_MODULUS
    return age - CLOCK_MODULUS if age > CLOCK_MODULUS / 2 else age


def percentile(values: Sequence[float], rank: float) -> float | None:
    """Linear between the two nearest; None of nothing."""
    return float(np.percentile(np.asarray(values, float), rank)) if len(values) else None


def rate(times: Sequence[float]) -> float | None:
    """Events a second from the first to the last."""
    return (len(times) - 1) / (times[-1] - times[0]) if len(times) > 1 else None


def growth_an_hour(times: Sequence[float], values: Sequence[float]) -> float | None:
    """By how much ``values`` grow, by least squares; None of fewer than three. ``times`` in seconds."""
    if len(times) < 3:
        return None
    return statistics.linear_regression(times, values).slope * 3600


def longest_gap_ms(times: Sequence[float]) -> float | None:
    """The longest time between two neighbours."""
    return float(np.diff(times).max()) * 1000 if len(times) > 1 else None


def frozen_ms(times: Sequence[float]) -> float | None:
    """Time in freezes, as W3C webrtc-stats defines them.

    A freeze is a gap of 3 × the mean or more that is also longer than the mean by 150 ms.
    """
    if len(times) < 2:
        return None
    gaps = np.diff(times)
    mean = float(gaps.mean())
    return float(gaps[gaps >= max(3 * mean, mean + 0.15)].sum()) * 1000


def onsets(samples: Mono, sample_rate: int) -> list[float]:
    """Where beeps begin, in seconds from the first of ``samples``, shape (n,)."""
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > _LOUD)
    if not loud.size:
        return []
    first_after_quiet = np.diff(loud, prepend=-sample_rate) > _QUIET_SECONDS * sample_rate
    return [float(position) / sample_rate for position in loud[first_after_quiet]]


def skews_ms(flashes: Sequence[float], beeps: Sequence[float]) -> list[float]:
    """By how much each flash's nearest beep came after it; flashes without one are left out."""
    if not len(beeps):
        return []
    places = np.asarray(beeps)
    nearest = (float(places[np.abs(places - flash).argmin()]) - flash for flash in flashes)
    return [skew * 1000 for skew in nearest if abs(skew) < _FARTHEST]


@dataclass(frozen=True, slots=True)
class Beeps:
    """What became of the beeps that were sent: one a second."""

    sent: int
    heard: int
    """Onsets."""
    lost: int
    """Seconds without an onset."""
    invented: int
    """Onsets beside the first of a second."""


def beeps_heard(beeps: Sequence[float], start: float, end: float) -> Beeps | None:
    """What was heard between ``start`` and ``end`` of one beep a second; None without any."""
    inside = np.asarray([beep for beep in beeps if start <= beep < end])
    if not inside.size:
        return None
    # Where in the second the sender beeps is not known: there, where most onsets lie.
    turns = np.exp(2j * np.pi * inside)
    around = [np.count_nonzero(np.abs(turns - turn) < _NEAR) for turn in turns]
    phase = float(np.angle(turns[np.argmax(around)])) / (2 * np.pi)
    seconds = np.rint(inside - phase).astype(int)
    # Sound may begin after the picture, and the last beep may have been cut off.
    first = max(math.ceil(start - phase), int(seconds[0]))
    last = math.floor(end - 2 * BEEP_SECONDS - phase)
    seconds = seconds[(seconds >= first) & (seconds <= last)]
    met, sent = len(np.unique(seconds)), last - first + 1
    return Beeps(sent, len(seconds), sent - met, len(seconds) - met) if sent > 0 else None
