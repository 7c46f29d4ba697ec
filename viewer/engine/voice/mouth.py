"""The shape of a mouth that makes a given sound."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from viewer.media.pcm import SAMPLE_RATE, Samples, dbfs


@dataclass(frozen=True, slots=True)
class MouthShape:
    """``openness`` is 0 (shut) to 1 (wide open), ``width`` −1 (rounded, “oo”) to 1 (spread, “ee”).

    ``teeth``, 0 to 1, shows the upper ones: on the lower lip (“f”), on the lower ones where the mouth is
    spread (“s”), with the tongue at them where it is open further (“l”).
    """

    openness: float = 0.0
    width: float = 0.0
    teeth: float = 0.0


SHUT: Final = MouthShape()

# Loudness of one frame in dBFS at which the mouth begins to open and is fully open. The voice speaks at
# about −20 dBFS, so vowels reach the upper end.
_SHUT_BELOW: Final = -46.0
_OPEN_AT: Final = -15.0
# Spectral centroid in Hz of a neutral vowel, and of hissing sounds, which are made with the teeth together.
_NEUTRAL: Final = 1100.0
_HISS: Final = 3600.0


def mouth_shape(pcm: Samples) -> MouthShape:
    """The mouth for one short frame of mono sound at 48 kHz."""
    level = dbfs(pcm)
    if level < _SHUT_BELOW:
        return SHUT
    loudness = (level - _SHUT_BELOW) / (_OPEN_AT - _SHUT_BELOW)
    centroid = spectral_centroid(pcm)
    openness = min(loudness, 1.0) ** 1.6
    hisses = centroid > _HISS
    if hisses:
        openness *= 0.4
    width = float(np.clip(np.log2(max(centroid, 1.0) / _NEUTRAL) / 1.3, -1, 1))
    return MouthShape(openness, width, 0.7 if hisses else 0.0)


def spectral_centroid(pcm: Samples) -> float:
    """The middle of the spectrum in Hz, by amplitude, from 150 Hz up: how bright the sound is."""
    spectrum = np.abs(np.fft.rfft(pcm.astype(np.float32) * np.hanning(len(pcm))))
    frequencies = np.fft.rfftfreq(len(pcm), 1 / SAMPLE_RATE)
    heard = (frequencies >= 150) & (frequencies <= 9000)
    total = float(spectrum[heard].sum())
    return float((spectrum[heard] * frequencies[heard]).sum()) / total if total else 0.0


def between(one: MouthShape, other: MouthShape, share: float = 0.5) -> MouthShape:
    """The shape on the way from ``one`` to ``other``, ``share`` 0 to 1."""
    return MouthShape(
        one.openness + (other.openness - one.openness) * share,
        one.width + (other.width - one.width) * share,
        one.teeth + (other.teeth - one.teeth) * share,
    )
