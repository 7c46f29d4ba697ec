"""How the program wires sound: echo cancellation, mute and volume, with devices that a test moves."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import Any

import numpy as np
import pytest

from tests.audio.fake_sound import FakeSound
from tests.media.test_voice import Sound, dbfs, echo
from viewer import app
from viewer.media.loudspeaker import Loudspeaker
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples
from viewer.media.playout import PlayoutBuffer
from viewer.session.report import ReportBuilder
from viewer.settings import ViewerSettings

PERIOD = SAMPLE_RATE * 40 // 1000


class NoThread:
    """In the place of the media thread: the test's own hands."""

    def __init__(self, *places: Any) -> None:
        self.playout: PlayoutBuffer = places[2]
        self.microphone: PcmBuffer | None = places[3]

    def start(self) -> None:
        return

    def stop(self) -> None:
        return


class Program:
    """What runs behind the window, and a sound system that the test moves by 40 ms at a time."""

    def __init__(self, sound: FakeSound, backstage: app._Backstage) -> None:
        assert isinstance(backstage.thread, NoThread)
        self._sound = sound
        self._playout, self._sent = backstage.thread.playout, backstage.thread.microphone
        backstage.desk.open()
        self._microphone, self._speaker = sound.device("microphone"), sound.device("speaker")

    def run(self, received: Sound, heard: Sound) -> tuple[Sound, Sound]:
        """What is played, and what is sent, while ``received`` comes and the microphone hears ``heard``."""
        played, sent = [], []
        assert self._sent is not None
        for start in range(0, len(heard) - PERIOD + 1, PERIOD):
            part = slice(start, start + PERIOD)
            self._playout.write(np.repeat(_pcm(received[part]), 2, axis=1))
            played.append(self._speaker.play(PERIOD)[:, 0])
            self._microphone.hear(_pcm(heard[part]))
            assert self._sent.wait(PERIOD, 20)
            sent.append(self._sent.read(PERIOD)[:, 0])
            self._sound.now += PERIOD / SAMPLE_RATE
        return np.concatenate(played).astype(float), np.concatenate(sent).astype(float)


def _pcm(sound: Sound) -> Samples:
    return np.clip(np.rint(sound), -32768, 32767).astype(np.int16).reshape(-1, 1)


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Callable[..., Program]]:
    """Starts programs with settings."""
    sound = FakeSound(monkeypatch)
    monkeypatch.setattr(app, "SessionThread", NoThread)
    monkeypatch.setattr(app, "Loudspeaker", partial(Loudspeaker, clock=sound.monotonic))
    with ExitStack() as stack:

        def start(**settings: Any) -> Program:
            wished = ViewerSettings(**settings)
            backstage = app._backstage(wished, ReportBuilder(), always_listen=True)
            return Program(sound, stack.enter_context(backstage))

        yield start


def speech(seconds: float) -> Sound:
    """Noise that comes and goes as syllables do."""
    random = np.random.default_rng(4)
    times = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    noise = np.convolve(random.normal(size=len(times)) * 6000, np.ones(8) / 8, "same")
    return np.asarray(noise * np.clip(np.sin(2 * np.pi * 2.5 * times), 0, None), np.float64)


SPEECH = speech(5)
QUIET = np.zeros(len(SPEECH))
LATE = slice(3 * SAMPLE_RATE, None)


def test_the_personas_voice_is_taken_out_of_what_the_microphone_hears(
    program: Callable[..., Program],
) -> None:
    heard = echo(SPEECH)
    played, sent = program(noise_suppression=False, automatic_gain=False).run(SPEECH, heard)
    assert dbfs(played[LATE]) > -35
    assert dbfs(heard[LATE]) - dbfs(sent[LATE]) > 20
    assert sent[LATE].any()  # the canceller, not half duplex


def test_without_processing_it_is_not(program: Callable[..., Program]) -> None:
    as_it_is = {"echo_cancellation": False, "noise_suppression": False, "automatic_gain": False}
    heard = echo(SPEECH)
    _, sent = program(**as_it_is).run(SPEECH, heard)
    assert (sent == _pcm(heard)[: len(sent), 0]).all()


def test_with_half_duplex_nothing_is_sent_while_the_persona_speaks(program: Callable[..., Program]) -> None:
    _, sent = program(echo_cancellation=False, half_duplex=True).run(SPEECH, SPEECH)
    assert not sent[SAMPLE_RATE:].any()


def test_a_program_that_starts_muted_sends_silence(program: Callable[..., Program]) -> None:
    _, sent = program(muted=True).run(QUIET, SPEECH)
    assert not sent.any()


@pytest.mark.parametrize("volume", [100, 50, 0])
def test_the_volume_is_that_of_the_settings(program: Callable[..., Program], volume: int) -> None:
    tone = np.sin(2 * np.pi * 440 * np.arange(SAMPLE_RATE) / SAMPLE_RATE) * 8000
    played, _ = program(volume=volume).run(tone, tone)
    assert np.abs(played[SAMPLE_RATE // 2 :]).max() == pytest.approx(80 * volume, rel=0.01)
