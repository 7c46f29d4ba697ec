"""Where a real kiosk stands: a screen, sound, an engine and a broker behind ways that can be cut."""

import math
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from bench.peers import API_KEY
from bench.screen import VirtualScreen
from bench.window.desktop import homes
from bench.window.watched import Guide
from soak.fronts import Fronts
from tests.processes import Server, start_engine, viewer_command
from tests.sound_system import SoundSystem

TOKEN: Final = "of-a-kiosk-that-endures"
SCREEN: Final = "1280x720"
# Where the kiosk's process finds this room, whoever begins.
_PATHS: Final = os.pathsep.join(map(str, Path(__file__).parents[1:3]))
_RULES: Final = """
[[personas]]
alias = "joe"
id = "joe"

[[personas]]
alias = "lena"
id = "lena"

[limits]
session_seconds = {seconds}
"""
_FILE: Final = """
broker = "{broker}"
persona = "joe"
language = "en"
log_level = "info"

[kiosk]
silence_seconds = 8
countdown_seconds = 5
waiting_seconds = 40
{more}
[kiosk.languages.en]
questions = ["What is your name?", "How old are you?", "Tell me more."]

[kiosk.languages.de]
persona = "lena"
questions = ["Wie heißt du?"]

[kiosk.watched]
name = "endurance"
port = {port}
token = "{token}"
screenshots = true
network_minutes = 0.5
"""
_MICROPHONE: Final = "A microphone that is unplugged"
_START_SECONDS: Final = 90.0


@dataclass
class Place:
    """All of it. ``environment``: what a program needs to be here, and to keep nothing elsewhere."""

    folder: Path
    environment: dict[str, str]
    sound: SoundSystem
    engine: Server
    broker: Server
    ways: tuple[Fronts, Fronts]
    """To the broker and to the engine."""

    operation: str
    """Where the broker tells its operator how it is."""

    port: int
    """Of the kiosk's endpoint."""

    notify: socket.socket
    hearing: bool = False
    screen: VirtualScreen | None = None
    kiosk: "subprocess.Popen[bytes] | None" = None
    reached_since: float = 0.0
    """Since when the broker can be told that a session is over; infinity while it cannot."""

    told: list[tuple[float, str]] = field(default_factory=list)
    """When the kiosk told its supervisor what."""

    _microphone: int = 0
    _hears: threading.Thread | None = None

    def start_kiosk(self) -> None:
        """Have the kiosk run, and wait until it says that it does.

        Raises:
            TimeoutError: it does not.
        """
        log = (self.folder / "kiosk.log").open("ab")
        said = len(self.told)
        command = [sys.executable, "-m", "soak.inside", str(self.folder), "kiosk"]
        self.kiosk = subprocess.Popen(
            [*command, "--config", str(self.folder / "kiosk.toml")],
            env=self.environment,
            stderr=log,
            stdout=log,
        )
        log.close()
        end = time.monotonic() + _START_SECONDS
        while not any(line == "READY=1" for _, line in self.told[said:]):
            if self.kiosk.poll() is not None or time.monotonic() > end:
                raise TimeoutError("no kiosk: " + (self.folder / "kiosk.log").read_text("utf-8")[-2000:])
            time.sleep(0.05)

    def end_kiosk(self) -> int:
        """End it politely; returns its exit code."""
        assert self.kiosk
        self.kiosk.terminate()
        return self.kiosk.wait(30)

    def page(self, name: str, *, post: bool = False) -> bytes:
        """What the kiosk's endpoint says.

        Raises:
            OSError: it says nothing, or no.
        """
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/{name}",
            data=b"" if post else None,
            headers={"Authorization": f"Bearer {TOKEN}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
                return bytes(answer.read())
        except urllib.error.HTTPError as refusal:
            if refusal.code == 503:  # it is not well, and says why
                return refusal.read()
            raise

    def guide(self) -> Guide:
        """Somebody to ask where things are; close it."""
        return Guide(self.folder / "guide")

    def leases(self) -> int:
        """Sessions that the broker has open."""
        with urllib.request.urlopen(f"{self.operation}/metrics", timeout=5) as answer:  # noqa: S310
            leases = metric(answer.read(), "persona_viewer_broker_leases")
        if leases is None:
            raise ValueError("the broker counts no sessions")
        return leases

    def unplug_network(self) -> None:
        """Nothing of broker and engine is reached, and no media come."""
        self.reached_since = math.inf
        for way in self.ways:
            way.cut()
        self.engine.process.send_signal(signal.SIGSTOP)

    def plug_network(self) -> None:
        """All is there again."""
        self.reached_since = time.monotonic()
        self.engine.process.send_signal(signal.SIGCONT)
        for way in self.ways:
            way.open()

    def refuse(self, answer: bytes) -> None:
        """Whatever the broker is asked is answered so; empty: it answers by itself again."""
        self.ways[0].say(answer)
        self.reached_since = math.inf if answer else time.monotonic()

    def replace_engine(self) -> None:
        """The engine is killed, and another one takes its port."""
        port = urlsplit(self.engine.url).port or 0
        self.engine.kill()
        self.engine = start_engine(API_KEY, port, hearing=self.hearing)

    def plug_microphone(self) -> None:
        """There is one, which hears what is played to the wire."""
        self._microphone = self.sound.add_microphone("plugged", _MICROPHONE)
        self.sound.choose_default("source", "plugged")

    def unplug_microphone(self) -> None:
        """It is gone."""
        self.sound.remove(self._microphone)

    def hear(self) -> None:
        """Note what the kiosk tells its supervisor."""

        def run() -> None:
            with suppress(OSError):
                while True:
                    for line in self.notify.recv(4096).decode().splitlines():
                        self.told.append((time.monotonic(), line))

        self._hears = threading.Thread(target=run, name="supervisor", daemon=True)
        self._hears.start()


@contextmanager
def place(
    *,
    hearing: bool = False,
    session_seconds: int = 600,
    more: str = "",
    display: str = "",
    size: str = SCREEN,
) -> Iterator[Place]:
    """A place until the context ends; the kiosk does not run yet.

    Args:
        more: lines for the kiosk's table.
        display: an X server that is there; empty: one of its own.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        screen = None if display else stack.enter_context(closing(VirtualScreen(folder, size)))
        sound = stack.enter_context(closing(SoundSystem(folder)))
        engine = start_engine(API_KEY, hearing=hearing)
        rules = folder / "rules.toml"
        rules.write_text(_RULES.format(seconds=session_seconds), "utf-8")
        operation = _free_port()
        engine_way = stack.enter_context(closing(Fronts(urlsplit(engine.url).port or 0)))
        words = ("--port", "0", "--upstream", engine_way.urls[0], "--rules", str(rules))
        broker = Server(
            viewer_command("broker", *words, "--operation-port", str(operation)), {"ANAM_API_KEY": API_KEY}
        )
        stack.callback(broker.stop)
        broker_way = stack.enter_context(closing(Fronts(urlsplit(broker.url).port or 0)))
        port = _free_port()
        notify = stack.enter_context(closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)))
        notify.bind(str(folder / "notify"))
        shown = {
            "DISPLAY": screen.display if screen else display,
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": _PATHS,
        }
        watched = {"NOTIFY_SOCKET": str(folder / "notify"), "WATCHDOG_USEC": "60000000"}
        environment = os.environ | sound.environment | shown | homes(folder) | watched
        text = _FILE.format(broker=broker_way.urls[0], port=port, token=TOKEN, more=more)
        (folder / "kiosk.toml").write_text(text, "utf-8")
        where = f"http://127.0.0.1:{operation}"
        ways = broker_way, engine_way
        made = Place(
            folder,
            environment,
            sound,
            engine,
            broker,
            ways,
            where,
            port,
            notify,
            hearing=hearing,
            screen=screen,
        )
        made.plug_microphone()
        made.hear()
        try:
            yield made
        finally:
            if made.kiosk and made.kiosk.poll() is None:
                made.kiosk.kill()
                made.kiosk.wait()
            made.engine.process.send_signal(signal.SIGCONT)
            made.engine.kill()


def metric(page: bytes, name: str) -> int | None:
    """What a ``page`` for Prometheus says of ``name``; None: nothing."""
    lines = page.decode().splitlines()
    return next((int(float(line.split()[1])) for line in lines if line.startswith(f"{name} ")), None)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
