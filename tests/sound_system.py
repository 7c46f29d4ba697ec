"""A PulseAudio server for tests: real devices whose other end is a test."""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import numpy as np
import numpy.typing as npt
import pytest

RATE = 48_000
SPEAKER = "Test Speaker"
MICROPHONE = "Test Microphone"

Samples = npt.NDArray[np.int16]


class SoundSystem:
    """PulseAudio with a null sink to hear the program by, and a wire into its microphone.

    Use :meth:`environment` in the program's process before it opens a device.
    """

    def __init__(self, folder: Path) -> None:
        if shutil.which("pulseaudio") is None:
            pytest.skip("PulseAudio is not installed (Debian: pulseaudio, pulseaudio-utils)")
        self._socket = folder / "pulse.socket"
        self.environment = {
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_COOKIE": str(folder / "cookie"),
            "XDG_RUNTIME_DIR": str(folder),
        }
        modules = (
            f"module-null-sink sink_name=speaker rate={RATE}"
            f" sink_properties='device.description=\"{SPEAKER}\"'",
            f"module-null-sink sink_name=wire rate={RATE}",
            "module-remap-source source_name=microphone master=wire.monitor"
            f" source_properties='device.description=\"{MICROPHONE}\"'",
            # Last: whoever can ask finds everything there.
            f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
        )
        # Else the kernel kills it when it works for 0.2 s without a pause, as it does to catch up after the
        # whole machine stood still for a minute.
        configuration = folder / "daemon.conf"
        configuration.write_text("rlimit-rttime = -1\n")
        # Ahead of the tests, as a sound server is of programs.
        command = ["pulseaudio", "-n", "--daemonize=no", "--high-priority=yes", "--realtime=yes"]
        command += ["--exit-idle-time=-1", "--use-pid-file=no"]
        self._log = folder / "pulseaudio.log"
        with self._log.open("wb") as log:
            self._server = subprocess.Popen(
                [*command, "--disallow-exit", *(f"--load={module}" for module in modules)],
                env=os.environ | self.environment | {"PULSE_CONFIG": str(configuration)},
                stdout=log,
                stderr=log,
            )
        # pactl waits for the server's socket no longer than it takes to fail, so ask until it answers.
        while self._control("info").returncode != 0:
            continue
        for kind, name in (("sink", "speaker"), ("source", "microphone")):
            self.choose_default(kind, name)

    def record(self, seconds: float, sink: str = "speaker", *, from_voice: bool = False) -> Samples:
        """What the loudspeaker plays during the next ``seconds``, shape (n, 2).

        Args:
            from_voice: they begin when somebody is heard, or after a minute without.
        """
        frames = int(seconds * RATE)
        with subprocess.Popen(
            ["parec", f"--device={sink}.monitor", "--raw", f"--rate={RATE}", "--latency-msec=20"],
            env=os.environ | self.environment,
            stdout=subprocess.PIPE,
        ) as recorder:
            assert recorder.stdout
            data = b""
            for _ in range(60 * 50 if from_voice else 0):
                data = recorder.stdout.read(RATE // 50 * 4)
                if _is_loud(data):
                    break
            data += recorder.stdout.read(frames * 4 - len(data))
            recorder.terminate()
        return np.frombuffer(data, np.int16).reshape(-1, 2)

    @contextmanager
    def playing_into_microphone(self, samples: Samples, sink: str = "wire") -> Iterator[None]:
        """Meanwhile the microphone hears mono ``samples`` again and again, however long that is."""
        # With 20 ms of sound ready it had holes whenever the machine was busy.
        command = ["pacat", f"--device={sink}", "--raw", f"--rate={RATE}", "--channels=1"]
        with subprocess.Popen(
            [*command, "--latency-msec=200"], env=os.environ | self.environment, stdin=subprocess.PIPE
        ) as player:
            assert player.stdin
            thread = threading.Thread(target=_write_for_ever, args=(player.stdin, samples.tobytes()))
            thread.start()
            try:
                yield
            finally:
                player.kill()
                thread.join()

    def add_speaker(self, sink: str, name: str) -> int:
        """Plug in a loudspeaker that is called ``name``; returns what :meth:`remove` takes."""
        return self._load(
            f"module-null-sink sink_name={sink} rate={RATE} sink_properties='device.description=\"{name}\"'"
        )

    def add_microphone(self, source: str, name: str, *, wire: str = "wire") -> int:
        """Plug in a microphone that is called ``name`` and hears what is played to ``wire``."""
        return self._load(
            f"module-remap-source source_name={source} master={wire}.monitor"
            f" source_properties='device.description=\"{name}\"'"
        )

    def add_wire(self, sink: str, rate: int, channels: int) -> int:
        """A wire of another rate and number of channels."""
        return self._load(f"module-null-sink sink_name={sink} rate={rate} channels={channels}")

    def remove(self, module: int) -> None:
        """Unplug a device."""
        self._control("unload-module", str(module)).check_returncode()

    def set(self, *words: str) -> None:
        """What a user does in the system's settings, in the words of pactl."""
        self._control(*words).check_returncode()

    def recordings(self) -> list[str]:
        """What records by programs, by the numbers that :meth:`set` takes."""
        listed = self._control("list", "source-outputs", "short").stdout.decode().splitlines()
        return [line.split()[0] for line in listed if "protocol-native" in line]

    def choose_default(self, kind: str, name: str) -> None:
        """Make ``name`` the default ``sink`` or ``source``, as a user does in the system's settings."""
        self._control(f"set-default-{kind}", name).check_returncode()

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait()

    def _load(self, module: str) -> int:
        done = self._control("load-module", *module.split(" ", 1))
        done.check_returncode()
        return int(done.stdout)

    def _control(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        if (status := self._server.poll()) is not None:
            pytest.fail(f"the test's PulseAudio server ended ({status}): {self._log.read_text()[-1000:]}")
        return subprocess.run(
            ["pactl", *words], env=os.environ | self.environment, capture_output=True, check=False
        )


def _is_loud(data: bytes) -> bool:
    return bool(np.any(np.abs(np.frombuffer(data, np.int16)) > 1000))


def _write_for_ever(pipe: IO[bytes], data: bytes) -> None:
    with suppress(BrokenPipeError), pipe:
        while True:
            pipe.write(data)


def tone(hertz: float, seconds: float, level: float = 0.25) -> Samples:
    """A sine of peak ``level``, mono."""
    time = np.arange(int(seconds * RATE)) / RATE
    return np.asarray(np.sin(2 * np.pi * hertz * time) * level * 32767, np.int16)


def dominant_hertz(samples: Samples) -> float:
    """The strongest frequency in ``samples`` (all channels together)."""
    mono = samples.reshape(len(samples), -1).mean(axis=1)
    spectrum = np.abs(np.fft.rfft(mono * np.hanning(len(mono))))
    return float(np.argmax(spectrum) * RATE / len(mono))
