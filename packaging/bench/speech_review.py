"""Judges recorded talk by what was seen and heard alone: the mouth against the voice, stills, torn pictures.

Nothing is known of the face. The mouth is found as those places of the picture whose brightness goes with
the loudness of the voice, whatever the delay between the two; the delay at which they go together best is
then how much later the sound came.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from bench import figures
from bench.figures import Mono
from bench.sound import RATE

MOUTH_BLOCKS: Final = 24
WINDOW_SECONDS: Final = 6.0
_PICTURE_SECONDS: Final = 0.04
_FARTHEST_MS: Final = 300
_STEP_MS: Final = 5
_SILENCE_DB: Final = 20.0  # of a sample's unit
_STILL: Final = 3.0  # brightness levels between the 5th and the 95th percentile of a place that is background
_TORN: Final = 10.0
_TORN_SHARE: Final = 0.01

Brightness = npt.NDArray[np.float32]
Series = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Recording:
    """What was seen and heard.

    ``pictures`` has the shape (n, rows, columns): mean brightness, 0 to 255, of each block of pixels;
    ``times`` when each appeared, Unix seconds; ``sound`` is mono at :data:`RATE`, its first sample was played
    at ``sound_start``.
    """

    times: npt.NDArray[np.float64]
    pictures: Brightness
    sound: Mono
    sound_start: float


@dataclass(frozen=True, slots=True)
class Review:
    """The judgement. ``skews_ms`` is by how much the sound came after the mouth, for each window with speech.

    ``mouth`` is the correlation of mouth and voice at the best delay, 0 to 1; ``torn`` counts pictures with
    something in the background that does not belong there.
    """

    seconds: float
    pictures: int
    longest_gap_ms: float
    frozen_ms: float
    torn: int
    mouth: float
    skews_ms: tuple[float, ...]


def review(recording: Recording) -> Review:
    """Judge ``recording``.

    Raises:
        ValueError: nobody spoke, or nothing moved.
    """
    times, pictures = recording.times, recording.pictures
    flat = pictures.reshape(len(pictures), -1).astype(np.float64)
    delays = np.arange(-_FARTHEST_MS, _FARTHEST_MS + 1, _STEP_MS)
    voices = loudness(recording, times + delays[:, None] / 1000)
    if voices.max() == 0 or np.ptp(flat, axis=0).max() == 0:
        raise ValueError("nobody spoke, or nothing moved")
    mouth = _mouth(flat, voices)
    correlation = _correlations(mouth[:, None], voices)[:, 0]
    skews = [
        _peak(delays, _correlations(mouth[part, None], voices[:, part])[:, 0])
        for part in _windows(times)
        if np.ptp(voices[len(delays) // 2, part]) > 0
    ]
    return Review(
        seconds=float(times[-1] - times[0]),
        pictures=len(times),
        longest_gap_ms=figures.longest_gap_ms(list(times)) or 0.0,
        frozen_ms=figures.frozen_ms(list(times)) or 0.0,
        torn=_torn(flat),
        mouth=float(correlation.max()),
        skews_ms=tuple(skews),
    )


def loudness(recording: Recording, times: Series) -> Series:
    """How loud it was while the pictures of ``times`` stood, in dB above silence; of any shape."""
    squares = np.concatenate([[0.0], np.cumsum(recording.sound.astype(np.float64) ** 2)])
    starts = ((times - recording.sound_start) * RATE).astype(np.int64)
    first = np.clip(starts, 0, len(recording.sound) - 1)
    last = np.clip(starts + int(_PICTURE_SECONDS * RATE), first + 1, len(recording.sound))
    power = (squares[last] - squares[first]) / (last - first)
    levels: Series = np.maximum(0.0, 10 * np.log10(np.maximum(power, 1.0)) - _SILENCE_DB)
    return levels


def _mouth(flat: Series, voices: Series) -> Series:
    """The brightness of the blocks that go with the voice best, made one series that rises with it."""
    correlations = _correlations(flat, voices)
    strength = np.abs(correlations).max(axis=0)
    blocks = np.argsort(strength)[-MOUTH_BLOCKS:]
    signs = np.sign(correlations[np.abs(correlations[:, blocks]).argmax(axis=0), blocks])
    mouth: Series = _standard(flat[:, blocks]) @ signs
    return mouth


def _correlations(series: Series, voices: Series) -> Series:
    """Of each voice, shape (delays, n), with each column of ``series``, shape (n, columns)."""
    result: Series = _standard(voices.T).T @ _standard(series) / len(series)
    return result


def _standard(series: Series) -> Series:
    spread = series.std(axis=0)
    result: Series = (series - series.mean(axis=0)) / np.where(spread > 1e-6, spread, np.inf)
    return result


def _peak(delays: npt.NDArray[np.int64], correlation: Series) -> float:
    """Where ``correlation`` is highest, between the steps by the parabola through three of them."""
    place = int(np.clip(correlation.argmax(), 1, len(delays) - 2))
    before, at, after = correlation[place - 1 : place + 2]
    bend = before - 2 * at + after
    return float(delays[place] + (_STEP_MS * (before - after) / (2 * bend) if bend else 0.0))


def _windows(times: Series) -> Iterator[slice]:
    edges = np.searchsorted(times, np.arange(times[0], times[-1], WINDOW_SECONDS))
    for first, last in pairwise(edges):
        yield slice(int(first), int(last))


def _torn(flat: Series) -> int:
    low, usual, high = np.percentile(flat, (5, 50, 95), axis=0)
    background = high - low < _STILL
    if not background.any():
        return 0
    strange = np.abs(flat[:, background] - usual[background]) > _TORN
    return int((strange.mean(axis=1) > _TORN_SHARE).sum())
