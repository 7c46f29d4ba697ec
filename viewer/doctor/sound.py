"""Checks of the microphone and the loudspeaker. They block, so each runs in a thread."""

import math
import threading
from collections.abc import Callable
from typing import Final, TypeVar

from viewer.audio.devices import Device, Microphone, Samples, Speaker, microphones, speakers
from viewer.audio.slots import NONE
from viewer.doctor.finding import NotTried, Verdict
from viewer.errors import AudioDeviceError
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, rms

Opened = TypeVar("Opened", Microphone, Speaker)

LISTEN_SECONDS: Final = 1.0
# A device that opens but does not run says nothing for longer than this.
_PATIENCE: Final = 4.0


def microphone(name: str) -> Verdict:
    """Whether the microphone called ``name`` opens and hears anything.

    Raises:
        AudioDeviceError: it is not there, does not open or does not run.
        NotTried: none is wanted.
    """
    if name == NONE:
        raise NotTried("No microphone is wanted.")
    wanted = int(SAMPLE_RATE * LISTEN_SECONDS)
    heard = PcmBuffer(channels=1, capacity=wanted)
    device = _opened(lambda: Microphone(name, heard.write), microphones)
    try:
        ran = heard.wait(wanted, _PATIENCE)
    finally:
        device.close()
    if not ran:
        raise AudioDeviceError("The microphone opens but delivers nothing.")
    level = rms(heard.read(len(heard)))
    what = f"{_which(name)} opens. {_others(microphones())}"
    if level == 0:
        return Verdict(
            f"{what}. It delivers nothing but zeros.",
            "Unmute the microphone in the system's sound settings, or choose another one with --mic.",
        )
    return Verdict(f"{what}. Level: {20 * math.log10(level):.0f} dBFS")


def speaker(name: str) -> Verdict:
    """Whether the loudspeaker called ``name`` opens and takes sound; nothing is heard of it.

    Raises:
        AudioDeviceError: it is not there, does not open or does not run.
        NotTried: none is wanted.
    """
    if name == NONE:
        raise NotTried("No loudspeaker is wanted.")
    silence = PcmBuffer(channels=2, capacity=1)
    asked = threading.Event()

    def play(count: int) -> Samples:
        asked.set()
        return silence.read(count)

    device = _opened(lambda: Speaker(name, play), speakers)
    try:
        ran = asked.wait(_PATIENCE)
    finally:
        device.close()
    if not ran:
        raise AudioDeviceError("The loudspeaker opens but takes no sound.")
    return Verdict(f"{_which(name)} opens. {_others(speakers())}")


def _opened(opening: Callable[[], Opened], there: Callable[[], tuple[Device, ...]]) -> Opened:
    """The open device; a failure names those that there are."""
    try:
        return opening()
    except AudioDeviceError as error:
        if found := there():
            raise AudioDeviceError(f"{error.message} {_others(found)}.", hint=error.hint) from None
        raise


def _which(name: str) -> str:
    return f"“{name}”" if name else "The system's default"


def _others(devices: tuple[Device, ...]) -> str:
    return f"There are: {', '.join(f'“{device.name}”' for device in devices)}"
