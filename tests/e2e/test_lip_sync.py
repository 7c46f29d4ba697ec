"""The lips match the voice: flash and beep of the clock persona, at the slot and at the loudspeaker."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.e2e.test_clock import pixels_of
from tests.processes import Server
from tests.sound_system import RATE, SoundSystem
from viewer.audio.devices import Speaker
from viewer.engine.face.clock_picture import is_flash
from viewer.media.picture import Picture, Planes
from viewer.media.playout.buffer import PlayoutBuffer
from viewer.protocol import events
from viewer.protocol.events import Phase

pytestmark = pytest.mark.wire

BEATS = 5


class Monitor:
    """Hears what the loudspeaker plays, and when each beep began."""

    def __init__(self, sound: SoundSystem) -> None:
        self.onsets: list[float] = []
        self._recorder = subprocess.Popen(
            ["parec", "--device=speaker.monitor", "--raw", f"--rate={RATE}", "--latency-msec=2"],
            env=os.environ | sound.environment,
            stdout=subprocess.PIPE,
        )
        self._thread = threading.Thread(target=self._listen, name="monitor")
        self._thread.start()

    def close(self) -> None:
        self._recorder.terminate()
        self._thread.join()
        self._recorder.wait()
        assert self._recorder.stdout
        self._recorder.stdout.close()

    def _listen(self) -> None:
        assert self._recorder.stdout
        quiet = RATE
        while data := os.read(self._recorder.stdout.fileno(), 1920):
            now = time.monotonic()
            sound: npt.NDArray[np.int16] = np.frombuffer(data[: len(data) // 4 * 4], np.int16)
            loud = np.flatnonzero(np.abs(sound[::2].astype(int)) > 3000)
            if len(loud) and quiet + loud[0] > RATE // 4:
                self.onsets.append(now - (len(sound) // 2 - loud[0]) / RATE)
            quiet = len(sound) // 2 - 1 - loud[-1] if len(loud) else quiet + len(sound) // 2


@pytest.fixture
def monitor(sound_system: SoundSystem, monkeypatch: pytest.MonkeyPatch) -> Iterator[Monitor]:
    for name, value in sound_system.environment.items():
        monkeypatch.setenv(name, value)
    monitor = Monitor(sound_system)
    yield monitor
    monitor.close()


def watch_for_flashes(running: RunningSession) -> list[float]:
    """When each flash reached the slot."""
    flashes: list[float] = []
    was = False
    put = running.pictures.put

    def look(picture: Picture | Planes) -> None:
        nonlocal was
        assert isinstance(picture, Picture)
        flash = is_flash(pixels_of(picture))
        if flash and not was:
            flashes.append(time.monotonic())
        was = flash
        put(picture)

    running.pictures.put = look  # type: ignore[method-assign]
    return flashes


async def test_flash_and_beep_reach_the_user_together(broker: Server, monitor: Monitor) -> None:
    loudspeaker = PlayoutBuffer()
    device = Speaker("", loudspeaker.read)
    try:
        async with running_session(broker.url, "clock", speaker=loudspeaker) as running:
            flashes = watch_for_flashes(running)
            await running.phase(Phase.LIVE)
            await running.seen(
                events.Statistics, lambda _: min(len(flashes), len(monitor.onsets)) > BEATS, 40
            )
    finally:
        device.close()
    skews = [min((onset - flash for onset in monitor.onsets), key=abs) for flash in flashes[2:]]
    # ITU-R BT.1359: nobody notices sound that is up to 45 ms early; later it may be by more.
    assert abs(float(np.median(skews))) < 0.045
