"""Real devices of a real sound server."""

import gc
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.sound_system import MICROPHONE, RATE, SPEAKER, SoundSystem, dominant_hertz, tone
from viewer.audio import devices
from viewer.audio.devices import Device, Microphone, Samples, Speaker
from viewer.errors import AudioDeviceError
from viewer.media.pcm import rms

pytestmark = pytest.mark.wire


@pytest.fixture(autouse=True)
def sound(sound_system: SoundSystem, monkeypatch: pytest.MonkeyPatch) -> SoundSystem:
    for name, value in sound_system.environment.items():
        monkeypatch.setenv(name, value)
    return sound_system


class Capture:
    """Collects what a microphone writes and waits for enough of it."""

    def __init__(self, frames: int) -> None:
        self._wanted = frames
        self._parts: list[Samples] = []
        self._enough = threading.Event()

    def write(self, frames: Samples) -> None:
        self._parts.append(frames)
        if sum(map(len, self._parts)) >= self._wanted:
            self._enough.set()

    def result(self) -> Samples:
        assert self._enough.wait(10)
        return np.concatenate(self._parts)[: self._wanted]


class TonePlayer:
    """Endless 440 Hz for a loudspeaker."""

    def __init__(self) -> None:
        self._position = 0

    def read(self, count: int) -> Samples:
        times = (np.arange(count) + self._position) / RATE
        self._position += count
        mono = (np.sin(2 * np.pi * 440 * times) * 8000).astype(np.int16)
        return np.stack([mono, mono], axis=1)


def test_the_list_names_real_devices_and_no_monitors() -> None:
    assert Device(SPEAKER) in devices.speakers()
    assert Device(MICROPHONE) in devices.microphones()
    assert not [device for device in devices.microphones() if "Monitor" in device.name]


def test_the_loudspeaker_plays_what_it_reads(sound: SoundSystem) -> None:
    speaker = Speaker(SPEAKER, TonePlayer().read)
    heard = sound.record(0.75)[RATE // 4 :]
    speaker.close()
    speaker.close()
    assert dominant_hertz(heard) == pytest.approx(440, abs=5)
    assert np.abs(heard).max() == pytest.approx(8000, rel=0.1)


_PRIORITY_OF_A_READ = f"""
import os, queue
import numpy as np
from viewer.audio.devices import Speaker

seen = queue.Queue()

def read(count):
    seen.put(os.sched_getscheduler(0) == os.SCHED_FIFO)
    return np.zeros((count, 2), np.int16)

speaker = Speaker({SPEAKER!r}, read)
print(seen.get(timeout=20))
speaker.close()
"""


@pytest.mark.skipif(not hasattr(os, "sched_getscheduler"), reason="asks Linux")
@pytest.mark.parametrize("is_granted", [True, False], ids=["granted", "not granted"])
def test_a_loudspeaker_is_served_before_anything_else_where_the_system_grants_it(is_granted: bool) -> None:
    without = ["prlimit", "--rtprio=0:0", "setpriv", "--bounding-set=-sys_nice", "--inh-caps=-sys_nice"]
    rights = [] if is_granted else without
    may = subprocess.run([*rights, "chrt", "--fifo", "1", "true"], stderr=subprocess.DEVNULL, check=False)
    if (may.returncode == 0) != is_granted:
        pytest.skip("this user's rights are others")
    program = [*rights, sys.executable, "-c", _PRIORITY_OF_A_READ]
    done = subprocess.run(program, stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout.strip() == str(is_granted)


@pytest.mark.parametrize(("rate", "channels"), [(16_000, 1), (44_100, 2)])
def test_a_microphone_of_any_rate_and_channels_arrives_as_48_khz_mono(
    sound: SoundSystem, rate: int, channels: int
) -> None:
    modules = [sound.add_wire("other", rate, channels), sound.add_microphone("odd", "Odd", wire="other")]
    capture = Capture(RATE)
    with sound.playing_into_microphone(tone(1000, 2), "other"):
        microphone = Microphone("Odd", capture.write)
        heard = capture.result()[RATE // 4 :]
        microphone.close()
    for module in reversed(modules):
        sound.remove(module)
    assert heard.shape == (RATE * 3 // 4, 1)
    assert dominant_hertz(heard) == pytest.approx(1000, abs=2)
    assert 20 * np.log10(rms(heard) / rms(tone(1000, 1))) == pytest.approx(0, abs=0.5)


def test_a_device_that_is_unplugged_while_all_are_listed_crashes_nothing(sound: SoundSystem) -> None:
    listing = "from viewer.audio import devices\nwhile not input():\n    for _ in range(40):\n"
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"{listing}        devices.speakers(), devices.microphones()\n    print(flush=True)",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(5):
            process.stdin.write("\n")
            process.stdin.flush()
            for _ in range(3):
                modules = [
                    sound.add_speaker("passing", "Passing"),
                    sound.add_microphone("by", "By", wire="passing"),
                ]
                for module in reversed(modules):
                    sound.remove(module)
            assert process.stdout.readline(), "it crashed"
        process.stdin.write("end\n")
    assert process.returncode == 0


def test_a_device_that_is_not_there_says_so_and_what_to_do() -> None:
    with pytest.raises(AudioDeviceError) as missing:
        Microphone("Nonesuch", lambda _: None)
    assert missing.value.message == "The microphone “Nonesuch” is not there."
    assert missing.value.hint


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts in /proc")
def test_whoever_has_opened_a_device_or_failed_to_leaves_nothing_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def use() -> None:
        Speaker(SPEAKER, TonePlayer().read).close()
        Microphone(MICROPHONE, lambda _: None).close()
        with monkeypatch.context() as refusing:
            refusing.setattr(devices, "_SPEAKER", replace(devices._SPEAKER, channels=1000))
            with pytest.raises(AudioDeviceError):
                Speaker(SPEAKER, TonePlayer().read)

    use()
    gc.collect()
    before = len(list(Path("/proc/self/fd").iterdir()))
    use()
    use()
    gc.collect()
    assert len(list(Path("/proc/self/fd").iterdir())) <= before
