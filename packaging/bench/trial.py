"""One client on one engine for some seconds, seen, heard and weighed from outside."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

from bench import clients, figures
from bench.clients import ClientName
from bench.network import bytes_on_loopback, network
from bench.peers import EngineName, Peer, peer
from bench.screen import SCREEN_SIZE, VirtualScreen, Watch
from bench.sound import Calibration, Recorder, calibrate
from tests.sound_system import SoundSystem

SAMPLE_SECONDS: Final = 0.004
"""How often the screen is looked at: what is seen there is up to so much older than its figure says."""

_BITRATE_SECONDS: Final = 15.0
_SETTLED_SECONDS: Final = 3.0
_PICTURE_DEADLINE: Final = 30.0
_CLOSE_DEADLINE: Final = 10.0

Figures = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Case:
    """What is measured: which client, on which engine, with how much loss in percent each way."""

    client: ClientName
    engine: EngineName
    loss: float


@dataclass(frozen=True, slots=True)
class Options:
    """How every trial of a run is made."""

    seconds: float
    mic: str = ""
    """Our client's microphone; empty for the system's, ``none`` for none."""
    vendor_window: str = ""
    """Size of the vendor's window, such as ``1080x787``; empty for what it is by itself."""
    screen: str = ""
    """Size of the screen that both windows fill; empty: they do not."""


@dataclass(frozen=True, slots=True)
class Laboratory:
    """A screen, a loudspeaker and a recorder of the bench's own, for all trials of a run."""

    screen: VirtualScreen
    recorder: Recorder
    calibration: Calibration
    environment: dict[str, str]
    """What a client needs to use them."""


@contextmanager
def laboratory(screen_size: str = SCREEN_SIZE) -> Iterator[Laboratory]:
    """All of it, until the context ends. ``screen_size``: such as ``1280x800``."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        screen = stack.enter_context(closing(VirtualScreen(folder, screen_size)))
        sound = stack.enter_context(closing(SoundSystem(folder)))
        server = sound.environment["PULSE_SERVER"]
        recorder = stack.enter_context(closing(Recorder(server, "speaker.monitor")))
        time.sleep(0.5)  # until the recorder has heard chunks that were not late
        calibration = calibrate(server, "speaker", recorder)
        # Whatever screen the bench itself was started on.
        shown = {"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        environment = os.environ | sound.environment | shown
        yield Laboratory(screen, recorder, calibration, environment)


def run(case: Case, options: Options, place: Laboratory) -> Figures:
    """Measure ``case`` once.

    Raises:
        NoNetwork: the loss that is wanted cannot be had.
    """
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name,
        network(case.loss) as wires,
        peer(case.engine, wires, Path(name)) as engine,
    ):
        return _Trial(case, options, place, engine, Path(name)).run()


class _Trial:
    def __init__(self, case: Case, options: Options, place: Laboratory, engine: Peer, folder: Path) -> None:
        self._case, self._options, self._place, self._peer = case, options, place, engine
        self._output, self._errors = folder / "output", folder / "errors"
        self._watch = Watch(place.screen)
        self._spawned = time.time()
        environment = clients.environment(engine, folder, options.vendor_window, options.screen)
        with self._output.open("w") as output, self._errors.open("w") as errors:
            self._process = subprocess.Popen(
                clients.command(case.client, engine, options.mic),
                env=place.environment | environment,
                stdout=output,
                stderr=errors,
            )

    def run(self) -> Figures:
        found: Figures = {}
        try:
            if self._look(_PICTURE_DEADLINE, until_picture=True):
                found |= self._while_it_runs()
            else:
                self._complain()
        finally:
            found["close_ms"] = self._close()
        return found | self._start() | self._seen_and_heard() | {"full_size_s": self._peer.full_size_after()}

    def _look(self, seconds: float, *, until_picture: bool = False) -> bool:
        """Watch the screen; True as soon as there is a picture, if asked for that."""
        now = due = time.time()
        end = now + seconds
        while now < end:
            self._watch.sample(now)
            if until_picture and self._watch.pictures:
                return True
            due = max(due + SAMPLE_SECONDS, now)
            time.sleep(max(0.0, due - time.time()))
            now = time.time()
        return False

    def _while_it_runs(self) -> Figures:
        pid = self._process.pid
        bytes_before, since = bytes_on_loopback(pid), time.time()
        self._look(min(_SETTLED_SECONDS, self._options.seconds / 2))
        cpu_before, settled = _cpu_seconds(pid), time.time()
        screen_before = self._place.screen.cpu_seconds()
        bitrate = None
        left = self._options.seconds - (settled - since)
        if self._peer.network.is_own:
            self._look(min(left, since + _BITRATE_SECONDS - settled))
            bits = (bytes_on_loopback(pid) - bytes_before) * 8
            bitrate = bits / (time.time() - since) / 1e6
        self._look(self._options.seconds - (time.time() - since))
        cpu = (_cpu_seconds(pid) - cpu_before) / (time.time() - settled)
        drawing = (self._place.screen.cpu_seconds() - screen_before) / (time.time() - settled)
        return {
            "cpu_cores": cpu,
            "screen_cores": drawing,
            "memory_mb": _private_bytes(pid) / 1e6,
            "bitrate_mbps": bitrate,
        }

    def _complain(self) -> None:
        """Pass on what the client said when it showed no picture."""
        words = self._errors.read_text("utf-8", "replace").splitlines()[-10:]
        sys.stderr.write("\n".join(["bench: no picture appeared; the client's last words:", *words, ""]))

    def _close(self) -> float | None:
        """Milliseconds from SIGTERM to the process's end; infinite when it had to be killed."""
        if self._process.poll() is not None:
            return None
        told = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(_CLOSE_DEADLINE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            return float("inf")
        return (time.monotonic() - told) * 1000

    def _start(self) -> Figures:
        watch = self._watch
        told = clients.told(self._case.client, self._output.read_text("utf-8"))
        found: Figures = {**{f"{name}_ms": at for name, at in told.milestones_ms.items()}, **told.hops_ms}
        if watch.window_at:
            found["window_ms"] = (watch.window_at - self._spawned) * 1000
        if watch.pictures:
            found["start_to_picture_ms"] = (watch.pictures[0][0] - self._spawned) * 1000
        if watch.pictures and told.connect_at:
            found["painted_ms"] = (watch.pictures[0][0] - told.connect_at) * 1000
        return found

    def _seen_and_heard(self) -> Figures:
        pictures, flashes = self._watch.pictures, self._watch.flashes
        if not pictures:
            return {}
        begin, end = pictures[0][0], pictures[-1][0]
        times = [at for at, _ in pictures]
        ages = [figures.age_ms(at, clock) for at, clock in pictures]
        beeps = self._place.recorder.beeps(begin)
        skews = figures.skews_ms(flashes, beeps)
        heard = figures.beeps_heard(beeps, begin, end)
        area = self._watch.area
        return {
            "painted_fps": figures.rate(times),
            "longest_gap_ms": figures.longest_gap_ms(times),
            "frozen_ms": figures.frozen_ms(times),
            "beeps_each": heard.heard / heard.sent if heard else None,
            "beeps_lost_percent": 100 * heard.lost / heard.sent if heard else None,
            "beeps_invented_percent": 100 * heard.invented / heard.sent if heard else None,
            "area_mpx": area.width * area.height / 1e6 if area else None,
            **{f"age_p{rank}_ms": figures.percentile(ages, rank) for rank in (50, 95)},
            **{f"skew_p{rank}_ms": figures.percentile(skews, rank) for rank in (5, 50, 95)},
        }


def _family(pid: int) -> list[psutil.Process]:
    process = psutil.Process(pid)
    return [process, *process.children(recursive=True)]


def _cpu_seconds(pid: int) -> float:
    times = [member.cpu_times() for member in _family(pid)]
    return sum(time.user + time.system for time in times)


def _private_bytes(pid: int) -> int:
    """Unique set size: what would be free if the client were not there."""
    return sum(int(member.memory_full_info().uss) for member in _family(pid))
