"""Checks of the microphone and the loudspeaker. They block, so each runs in a thread.

What they say of a microphone by which nobody is heard is what the window says of it in a talk.
"""

import math
import threading
from collections.abc import Callable
from typing import Final, TypeVar

from viewer.audio.devices import Device, Microphone, Samples, Speaker, microphones, speakers
from viewer.audio.slots import NONE
from viewer.audio.system_microphone import known_now
from viewer.doctor.finding import NotTried, Verdict
from viewer.errors import AudioDeviceError, MicrophoneDead, MicrophoneFault, MicrophoneTooLoud
from viewer.media.capture import echo_test
from viewer.media.capture.ear import Ear, Heard
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
        _, known = known_now()
    finally:
        device.close()
    if not ran:
        raise AudioDeviceError("The microphone opens but delivers nothing.")
    sound = heard.read(len(heard))
    what = f"{_which(name)} opens. {_others(microphones())}"
    if fault := known or _fault(sound):
        return Verdict(f"{what}. {fault.message}", fault.hint)
    return Verdict(f"{what}. Level: {20 * math.log10(rms(sound)):.0f} dBFS")


def echo(microphone_name: str, speaker_name: str) -> Verdict:
    """Whether the microphone hears the loudspeaker; two short tones are heard of it.

    Raises:
        AudioDeviceError: one of them does not open or does not run.
        NotTried: one of them is not wanted.
    """
    for name, kind in ((microphone_name, "microphone"), (speaker_name, "loudspeaker")):
        if name == NONE:
            raise NotTried(f"No {kind} is wanted.")
    tones = PcmBuffer(channels=2, capacity=SAMPLE_RATE * 3)
    heard = PcmBuffer(channels=1, capacity=echo_test.LISTEN_FRAMES)
    ear = _opened(lambda: Microphone(microphone_name, heard.write), microphones)
    try:
        mouth = _opened(lambda: Speaker(speaker_name, tones.read), speakers)
        try:
            heard.clear()
            tones.write(echo_test.sweeps())
            ran = heard.wait(echo_test.LISTEN_FRAMES, _PATIENCE)
        finally:
            mouth.close()
    finally:
        ear.close()
    if not ran:
        raise AudioDeviceError("The microphone opens but delivers nothing.")
    if echo_test.find(heard.read(echo_test.LISTEN_FRAMES)).heard:
        return Verdict(echo_test.WELL)
    return Verdict(echo_test.NOTHING, echo_test.REMEDY)


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


def _fault(sound: Samples) -> MicrophoneFault | None:
    """What is wrong by what was heard; nobody is asked to speak, so nothing is too quiet."""
    blocks: list[Heard] = []
    Ear(blocks.append).hear(sound, sound, persona=False, leaks=False)
    if all(block.is_zero for block in blocks):
        return MicrophoneDead()
    return MicrophoneTooLoud() if any(block.clips for block in blocks) else None


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
