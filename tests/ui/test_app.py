"""The whole program as a process: it starts, tells what failed, and leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

pytestmark = pytest.mark.wire

ROOT = Path(__file__).parents[2]

# Says which threads are left when the window is gone.
RUN = """
import sys, threading
from pathlib import Path
from viewer import app
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile
settings = ViewerSettings(broker=sys.argv[1], persona="joe", mic="none", speaker="none")
code = app.run(settings, SettingsFile(), 20, Path(sys.argv[2]))
print([thread.name for thread in threading.enumerate()], file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PERSONA_VIEWER_CONFIG_DIR": str(tmp_path)}


def test_a_timed_run_that_fails_reports_it_and_ends_every_thread(
    dead_broker: str, environment: dict[str, str], tmp_path: Path
) -> None:
    snapshot = tmp_path / "window.png"
    done = subprocess.run(
        [sys.executable, "-c", RUN, dead_broker, str(snapshot)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env=environment,
    )
    report = json.loads(done.stdout)
    assert report["error"]["code"] == "broker-unreachable"
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1] == "['MainThread']"
    assert not QImage(str(snapshot)).isNull()


# A kiosk that somebody touches as soon as it is there.
VISITED = """
import sys
from viewer import cli
from viewer.ui.kiosk.window import KioskWindow

def fill_screen(window, begin=KioskWindow.fill_screen):
    begin(window)
    window.woken("touch")

KioskWindow.fill_screen = fill_screen
whom = ["--broker", sys.argv[1], "--persona", "joe", "--mic", "none", "--speaker", "none"]
sys.exit(cli.main(["kiosk", *whom]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_kiosk_ends_cleanly_when_told_to(dead_broker: str, environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", VISITED, dead_broker],
        cwd=ROOT,
        encoding="utf-8",
        env=environment,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr
        said = next(line for line in process.stderr if "the next one begins" in line)
        assert "cannot be reached" in said
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0
        assert "Traceback" not in process.stderr.read()


# Ctrl+C while Qt is loaded, where Qt loses the exception that Python makes of it.
HASTY = """
import os, signal, sys
from viewer import cli

class Interrupt:
    def find_spec(self, name, *_):
        if name == "PySide6.QtCore":
            try:
                os.kill(os.getpid(), signal.SIGINT)
                for _ in range(1000):
                    pass
            except KeyboardInterrupt:
                pass

sys.meta_path.insert(0, Interrupt())
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("command", ["run", "kiosk", "display", "replay"])
def test_ctrl_c_while_qt_is_loaded_ends_the_program(
    command: str, environment: dict[str, str], tmp_path: Path
) -> None:
    words = [command, str(tmp_path / "none.jsonl")] if command == "replay" else [command]
    done = subprocess.run(
        [sys.executable, "-c", HASTY, *words],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env=environment,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (-signal.SIGINT, "")


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a screen be missing")
@pytest.mark.parametrize(
    ("command", "display", "said"),
    [
        ("run", None, "There is no screen"),
        ("run", ":4711", "The display “:4711” cannot be reached."),
        ("kiosk", ":4711", "The display “:4711” cannot be reached."),
        ("demo", ":4711", "The display “:4711” cannot be reached."),
    ],
)
def test_without_a_screen_one_sentence_says_so(
    dead_broker: str, environment: dict[str, str], command: str, display: str | None, said: str
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    if display:
        environment["DISPLAY"] = display
    whom = () if command == "demo" else ("--broker", dead_broker, "--persona", "joe")
    done = subprocess.run(
        [sys.executable, "-m", "viewer", command, *whom],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env=environment,
    )
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert line.startswith("persona-viewer: ")
    assert said in line


# A media thread that dies while the kiosk waits for a session.
DYING = """
import sys
from viewer import cli
from viewer.session.thread import SessionThread

async def die(*_):
    raise SystemExit

SessionThread._obey = die
sys.exit(cli.main(["kiosk", "--broker", "http://127.0.0.1:9", "--persona", "joe", "--mic", "none"]))
"""


def test_a_kiosk_whose_media_thread_dies_ends_so_that_it_is_started_again(
    environment: dict[str, str],
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DYING],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env=environment,
        timeout=120,
    )
    assert done.returncode == 1
    assert "persona-viewer: Something in this program failed (SystemExit)." in done.stderr
