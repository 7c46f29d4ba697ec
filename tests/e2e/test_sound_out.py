"""The persona's sound on its way out: from a window that is stuck, and to loudspeakers that come and go."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import pytest

from tests.processes import Server, viewer_command
from tests.sound_system import Samples, SoundSystem
from viewer.engine.voice.soundtrack import BEEP_SECONDS

pytestmark = pytest.mark.wire

STUCK = 0.5
# So much sound lies ready in the program, and again in the sound system: more than a busy machine stalls for,
# far less than the window does.
READY_MS = 200

# The whole program, whose GUI thread does nothing for 500 ms out of every 700.
STUCK_WINDOW = f"""
import sys, time
from PySide6.QtCore import QTimer
from viewer import app
from viewer.media.playout import buffer
from viewer.settings import WindowSettings
from viewer.settings_file import SettingsFile
buffer.MIN_RESERVE = buffer.SAMPLE_RATE * {READY_MS} // 1000
application = app.make_application()
timer = QTimer(interval=200)
timer.timeout.connect(lambda: time.sleep({STUCK}))
QTimer.singleShot(2500, timer.start)
settings = WindowSettings(broker=sys.argv[1], persona="clock", mic="none", speaker="")
sys.exit(app.run(settings, SettingsFile(), 30))
"""


def beeps(heard: Samples) -> list[tuple[float, float]]:
    """When each beep begins, and how long it lasts; in seconds, to a millisecond."""
    mono = heard.astype(float).mean(axis=1)[: len(heard) // 48 * 48].reshape(-1, 48)
    loud = np.abs(mono).max(axis=1) > 1500
    edges = np.flatnonzero(np.diff(loud.astype(int)))
    begins = [edge for edge in edges if not loud[edge]]
    ends = [edge for edge in edges if loud[edge]]
    ends = [end for end in ends if end > begins[0]]
    return [(b / 1000, (e - b) / 1000) for b, e in zip(begins, ends, strict=False)]


@pytest.fixture
def started(sound_system: SoundSystem) -> Iterator[Callable[[list[str]], None]]:
    """Starts programs that the sound system hears, and ends them."""
    processes: list[subprocess.Popen[bytes]] = []

    def start(command: list[str]) -> None:
        environment = os.environ | sound_system.environment | {"QT_QPA_PLATFORM": "offscreen"}
        processes.append(subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL))

    yield start
    for process in processes:
        process.terminate()
        process.wait()


def wait_for_beep(sound_system: SoundSystem, sink: str = "speaker") -> None:
    for _ in range(40):
        if np.abs(sound_system.record(1.1, sink).astype(int)).max() > 1000:
            return
    raise AssertionError("nothing is heard")


def test_a_window_that_is_stuck_does_not_gap_the_sound(
    broker: Server,
    sound_system: SoundSystem,
    started: Callable[[list[str]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PULSE_LATENCY_MSEC", str(READY_MS))
    started([sys.executable, "-c", STUCK_WINDOW, broker.url])
    wait_for_beep(sound_system)
    found = beeps(sound_system.record(5))
    assert len(found) in (4, 5)
    # A gap would be as long as the window is stuck, or cut a beep short.
    assert {round(later - earlier) for (earlier, _), (later, _) in pairwise(found)} == {1}
    assert all(abs(later - earlier - 1) < STUCK / 2 for (earlier, _), (later, _) in pairwise(found))
    assert all(abs(length - BEEP_SECONDS) < 0.005 for _, length in found)


@pytest.mark.long
def test_the_sound_moves_to_the_default_and_back_while_a_session_runs(
    broker: Server, sound_system: SoundSystem, started: Callable[[list[str]], None]
) -> None:
    headset = sound_system.add_speaker("headset", "Headset")
    started(window(broker, "--speaker", "Headset"))
    wait_for_beep(sound_system, "headset")
    sound_system.remove(headset)
    wait_for_beep(sound_system)
    headset = sound_system.add_speaker("headset", "Headset")
    wait_for_beep(sound_system, "headset")
    assert not sound_system.record(1.1).any()
    sound_system.remove(headset)


def window(broker: Server, *words: str) -> list[str]:
    command = viewer_command("run", "--broker", broker.url, "--persona", "clock", "--mic", "none")
    return [*command, "--seconds", "90", *words]
