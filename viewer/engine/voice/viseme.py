"""The mouth of each sound of speech, and how a mouth goes from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from viewer.engine.voice.mouth import MouthShape
from viewer.media.pcm import SAMPLE_RATE, Samples

_STEP: Final = SAMPLE_RATE // 100
# One sound fades into the next over 80 ms, half of it ahead; lips are rounded and spread for longer.
_BLEND: Final = np.hanning(11)[1:-1]
_LONG_BLEND: Final = np.hanning(15)[1:-1]
# Lips are shut for no less than that, so that one picture in 40 ms shows it, and take so long to part.
_SHORTEST_CLOSURE: Final = SAMPLE_RATE * 60 // 1000
_PARTING: Final = SAMPLE_RATE * 40 // 1000
# A sound that is as soft or as loud, in dBFS, opens the mouth by so much of its shape.
_SOFT, _LOUD = -46.0, -17.0
_WEAKEST, _STRONGEST = 0.3, 1.1
# Between words of one breath the mouth goes straight to the next sound; in a longer pause it falls shut.
_PAUSE: Final = SAMPLE_RATE * 120 // 1000


@dataclass(frozen=True, slots=True)
class Phone:
    """One sound of speech in IPA, "" for none, between two samples."""

    symbol: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Viseme:
    """The mouth of a sound. ``firmness`` 0 to 1 says how far its neighbours' mouths give way to it, and
    ``lips`` the same of their width.
    """

    shape: MouthShape
    firmness: float
    lips: float


class MouthTrack:
    """The mouth at every moment of one clip."""

    def __init__(self, steps: npt.NDArray[np.float32]) -> None:
        self._steps = steps

    def at(self, position: int) -> MouthShape:
        """The mouth at sample ``position``, 48 kHz; beyond the ends it is that of the end."""
        place = min(max(position / _STEP, 0.0), len(self._steps) - 1.0)
        index = min(int(place), len(self._steps) - 2)
        one, other = self._steps[index], self._steps[index + 1]
        openness, width, teeth = (one + (other - one) * (place - index)).tolist()
        return MouthShape(openness, width, teeth)


def mouth_track(phones: Sequence[Phone], pcm: Samples) -> MouthTrack:
    """The mouth that says ``phones``, ascending, in the clip ``pcm``. It ends shut."""
    count = max(len(pcm) // _STEP + 2, len(_LONG_BLEND))
    shapes = np.zeros((count, 3), np.float32)
    firmness, width_firmness = np.full((2, count), _FREE, np.float32)
    lips = np.ones(count, np.float32)
    firmness[[0, -1]] = 1.0
    for phone in _single(phones):
        viseme = _VISEMES.get(phone.symbol, _UNKNOWN)
        first = min(max(round(phone.start / _STEP), 0), count - 1)
        steps = slice(first, max(first + 1, round(phone.end / _STEP)))
        shape = viseme.shape
        shapes[steps] = shape.openness, shape.width, shape.teeth
        pauses = not phone.symbol and phone.end - phone.start >= _PAUSE
        firmness[steps] = 1.0 if pauses else viseme.firmness
        width_firmness[steps] = viseme.lips
        if phone.symbol in _CLOSURES:
            _close(lips, phone)
    for column, weight, blend in (
        (0, firmness, _BLEND),
        (1, width_firmness, _LONG_BLEND),
        (2, firmness, _BLEND),
    ):
        blended = np.convolve(shapes[:, column] * weight, blend, "same")
        shapes[:, column] = blended / np.convolve(weight, blend, "same")
    shapes[:, 0] = np.minimum(shapes[:, 0] * _emphasis(pcm, count), 1.0) * lips
    shapes[:, 2] *= lips
    shapes[-1] = 0.0
    return MouthTrack(shapes)


def _emphasis(pcm: Samples, count: int) -> npt.NDArray[np.float64]:
    """How far each step's mouth opens by its loudness: a stressed vowel wider than a weak one."""
    squares = np.zeros(count * _STEP)
    squares[: len(pcm)] = np.square(pcm.astype(np.float64) / 32768)
    level = np.convolve(squares.reshape(count, _STEP).mean(axis=1), _BLEND / _BLEND.sum(), "same")
    loudness = (10 * np.log10(level + 1e-9) - _SOFT) / (_LOUD - _SOFT)
    return _WEAKEST + (_STRONGEST - _WEAKEST) * loudness.clip(0, 1)


def _close(lips: npt.NDArray[np.float32], phone: Phone) -> None:
    middle = (phone.start + phone.end) / 2
    half = max(phone.end - phone.start, _SHORTEST_CLOSURE) / 2
    first = max(0, int((middle - half - _PARTING) / _STEP))
    last = min(len(lips), int((middle + half + _PARTING) / _STEP) + 2)
    away = np.abs(np.arange(first, last) * _STEP - middle) - half
    opened = np.clip(away / _PARTING, 0, 1)
    lips[first:last] = np.minimum(lips[first:last], opened * opened * (3 - 2 * opened))


def _single(phones: Sequence[Phone]) -> list[Phone]:
    """Diphthongs and affricates as the sounds they are made of, which share the time."""
    single: list[Phone] = []
    for phone in phones:
        symbols = [symbol for symbol in phone.symbol if symbol in _VISEMES] or [phone.symbol]
        edges = np.linspace(phone.start, phone.end, len(symbols) + 1).round().astype(int).tolist()
        single += [Phone(*part) for part in zip(symbols, edges, edges[1:], strict=False)]
    return single


def _table() -> dict[str, Viseme]:
    rows: dict[str, tuple[float, float | None, float, float]] = {
        # vowels: openness, width (None: that of the neighbours), teeth, firmness
        "aä": (0.80, 0.15, 0.0, 0.8),
        "ɑ": (0.85, 0.0, 0.0, 0.8),
        "æ": (0.72, 0.45, 0.0, 0.8),
        "ɐʌ": (0.60, 0.1, 0.0, 0.7),
        "ɛ": (0.52, 0.45, 0.0, 0.7),
        "e": (0.44, 0.6, 0.0, 0.7),
        "iɪᵻɨ": (0.28, 0.8, 0.0, 0.7),
        "ɒɔ": (0.62, -0.55, 0.0, 0.8),
        "o": (0.46, -0.75, 0.0, 0.8),
        "uʊ": (0.26, -0.95, 0.0, 0.8),
        "yʏ": (0.22, -0.95, 0.0, 0.8),
        "øœ": (0.42, -0.75, 0.0, 0.8),
        "əɜ": (0.38, 0.0, 0.0, 0.5),
        "ɚɝ": (0.36, -0.35, 0.0, 0.6),
        # made with the lips
        "pbm": (0.0, None, 0.0, 1.0),
        "fvɱʋ": (0.10, 0.1, 1.0, 1.0),
        "βɸ": (0.10, None, 0.0, 0.9),
        "wʍɥ": (0.16, -1.0, 0.0, 0.9),
        # with the teeth
        "sz": (0.14, 0.55, 1.0, 0.9),
        "ʃʒɕʑ": (0.18, -0.6, 0.25, 0.9),
        "θð": (0.34, None, 0.6, 0.8),
        # with the tongue
        "td": (0.20, None, 0.1, 0.6),
        "lɫɬ": (0.36, None, 0.5, 0.6),
        "nɾ": (0.24, None, 0.1, 0.5),
        "r": (0.26, None, 0.1, 0.5),
        "ɹɻ": (0.26, -0.5, 0.1, 0.6),
        "jçʝʎɲ": (0.24, 0.5, 0.1, 0.5),
        # further back, where the lips are free
        "kgɡŋxχɣʁʀɴq": (0.30, None, 0.0, 0.25),
        "hɦʔ": (0.35, None, 0.0, 0.1),
    }
    visemes = {
        symbol: Viseme(
            MouthShape(openness, width or 0.0, teeth), firmness, _FREE if width is None else firmness
        )
        for symbols, (openness, width, teeth, firmness) in rows.items()
        for symbol in symbols
    }
    return visemes | {"": Viseme(MouthShape(), _FREE, _FREE)}


_FREE: Final = 0.03
_VISEMES: Final = _table()
_UNKNOWN: Final = Viseme(MouthShape(0.3), 0.1, _FREE)
_CLOSURES: Final = frozenset("pbm")
