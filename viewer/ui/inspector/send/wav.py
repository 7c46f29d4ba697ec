"""A WAV file as sound for the persona to speak. No Qt."""

import wave
from pathlib import Path
from typing import Final, Literal, TypeAlias

from viewer.protocol.commands import EndAgentAudio, SendAgentAudio

MAX_SECONDS: Final = 300
_A_SECOND: Final = 10
"""Messages."""
_RATES: Final = range(8_000, 192_001)
_CHANNELS: Final = range(1, 9)

Fault: TypeAlias = Literal["unreadable", "no wav", "not 16 bits", "empty", "too long"]


class UnusableSoundError(Exception):
    """The file cannot be sent."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def read_sound(path: Path) -> tuple[SendAgentAudio | EndAgentAudio, ...]:
    """The sound at ``path`` in messages of 100 ms, and the end of the turn. May take as long as a disk.

    Raises:
        UnusableSoundError: it cannot be read, is no WAV file of 16-bit PCM, or is too long.
    """
    try:
        with path.open("rb") as file, wave.open(file) as sound:
            form = sound.getparams()
            if form.sampwidth != 2 or form.framerate not in _RATES or form.nchannels not in _CHANNELS:
                raise UnusableSoundError("not 16 bits")
            if form.nframes > MAX_SECONDS * form.framerate:
                raise UnusableSoundError("too long")
            pcm = sound.readframes(form.nframes)
    except OSError:
        raise UnusableSoundError("unreadable") from None
    except (wave.Error, EOFError):
        raise UnusableSoundError("no wav") from None
    if not pcm:
        raise UnusableSoundError("empty")
    piece = form.framerate // _A_SECOND * 2 * form.nchannels
    pieces = (pcm[start : start + piece] for start in range(0, len(pcm), piece))
    return *(SendAgentAudio(each, form.framerate, form.nchannels) for each in pieces), EndAgentAudio()
