"""Every way in which a microphone fails, made for real on a sound server, and the sentence for it."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.sound_system import MICROPHONE, SoundSystem, tone
from viewer.audio import slots
from viewer.audio.slots import NONE, DeviceSlots
from viewer.errors import ViewerError
from viewer.media.capture.processing import NOTHING
from viewer.media.capture.voice import Voice
from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.media.playout.buffer import PlayoutBuffer
from viewer.media.playout.loudspeaker import Loudspeaker
from viewer.microphone_desk import MicrophoneDesk
from viewer.protocol.commands import Connect
from viewer.protocol.events import Phase, PhaseChanged

WHICH = f"The microphone “{MICROPHONE}”"


class Call:
    """A call as the window has it, with real devices and without the window and the network."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.problems: list[str] = []
        self._changed = threading.Condition()
        loudspeaker = Loudspeaker(PlayoutBuffer())
        self.voice = Voice(loudspeaker, NOTHING, False, lambda _: None)
        self.devices = DeviceSlots(
            "", NONE, (self.voice.captured, loudspeaker), lambda *_: None, self._noting(self.problems)
        )
        self.desk = MicrophoneDesk(self.voice, loudspeaker, self.devices, self._noting(self.faults))
        self.voice.start()
        self.devices.start()
        self.desk.submitted(Connect("http://127.0.0.1:8080", "joe"))
        self.desk.followed(PhaseChanged(Phase.LIVE))

    def says(self, start: str, told: list[str] | None = None) -> None:
        """Wait until that is told; empty: that all is well again."""
        told = self.faults if told is None else told
        with self._changed:
            assert self._changed.wait_for(
                lambda: told and (told[-1].startswith(start) if start else not told[-1]), 20
            ), f"{start!r} is not told, but {told}"

    def end(self) -> None:
        self.desk.stop()
        self.devices.stop()
        self.voice.stop()

    def _noting(self, told: list[str]) -> Callable[[ViewerError | None], None]:
        def note(error: ViewerError | None) -> None:
            with self._changed:
                told.append(f"{error.message} {error.hint}" if error else "")
                self._changed.notify_all()

        return note


def babble(loudness: float) -> Samples:
    """Two seconds of syllables with a pitch, and a pause, as a voice has."""
    times = np.arange(2 * SAMPLE_RATE) / SAMPLE_RATE
    pitch = sum(np.sin(2 * np.pi * 130 * harmonic * times) / harmonic for harmonic in range(1, 12))
    return np.asarray(pitch * np.abs(np.sin(2 * np.pi * 2 * times)) * (times < 1.6) * loudness, np.int16)


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[SoundSystem], Call]]:
    """Begins calls on a sound server, and ends them."""
    made: list[Call] = []
    monkeypatch.setattr(slots, "POLL_SECONDS", 0.2)

    def begin(sound: SoundSystem) -> Call:
        for name, value in sound.environment.items():
            monkeypatch.setenv(name, value)
        made.append(Call())
        return made[-1]

    yield begin
    for one in made:
        one.end()


@pytest.mark.wire
def test_muted_turned_off_clipping_and_muted_here_are_told_at_once_and_taken_back(
    sound_system: SoundSystem, call: Callable[[SoundSystem], Call]
) -> None:
    sound = sound_system
    with sound.playing_into_microphone(babble(4000)):
        made = call(sound)
        assert made.voice.processed.wait(SAMPLE_RATE // 10, 20)
        sound.set("set-source-mute", "microphone", "1")
        made.says(f"{WHICH} is muted in the system. Unmute it in the system's sound settings")
        sound.set("set-source-mute", "microphone", "0")
        made.says("")
        sound.set("set-source-volume", "microphone", "0")
        made.says(f"{WHICH} is turned down to 0 % in the system. Turn it up")
        sound.set("set-source-volume", "microphone", "100%")
        made.says("")
        [recording] = sound.recordings()
        sound.set("set-source-output-mute", recording, "1")
        made.says("The system has muted what this program records. Unmute Persona Viewer")
        sound.set("set-source-output-mute", recording, "0")
        made.says("")
        made.voice.mute(True)
        made.desk.mute(True, False)
        made.says("You are speaking, but your microphone is off. Unmute yourself")
        made.desk.mute(False, False)
        made.says("")
    with sound.playing_into_microphone(tone(300, 1, level=1.0)):
        made.says("The microphone is too loud, which distorts your voice. Lower its volume")


@pytest.mark.long
def test_the_slower_ones(tmp_path: Path, call: Callable[[SoundSystem], Call]) -> None:
    sound = SoundSystem(tmp_path)
    try:
        made = call(sound)
        made.says("The microphone delivers nothing but digital silence. Check its own switch")
        noise = (np.random.default_rng(1).normal(size=SAMPLE_RATE) * 10).astype(np.int16)
        with sound.playing_into_microphone(noise):
            made.says("")
            made.says("Your microphone has not heard you for a while. Check this microphone if you spoke")
        with sound.playing_into_microphone(babble(60)):
            made.says("The microphone hears you too quietly. Raise its volume")
        with sound.playing_into_microphone(babble(4000)):
            made.says("")
        made.desk.followed(PhaseChanged(Phase.RECONNECTING))
        made.desk.followed(PhaseChanged(Phase.LIVE))
        sound.set("set-source-volume", "microphone", "8%")
        with sound.playing_into_microphone(babble(4000)):
            made.says(f"{WHICH} is turned down to 8 % in the system. Turn it up")
        sound.set("unload-module", "module-remap-source")
        made.says("No microphone was found. Plug one in", made.problems)
        sound.add_microphone("other", "Other")
        sound.choose_default("source", "other")
        made.says("", made.problems)
    finally:
        sound.close()
