"""The screen stays on, and is given back as it was. On an X server, with a stand-in for xset."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

XSET = """#!/bin/sh
echo "$*" >> "$XSET_LOG"
[ "$1" = q ] && printf 'Screen Saver:\\n  timeout:  600    cycle:  300\\nDPMS:\\n  DPMS is Enabled\\n'
exit ${XSET_STATUS:-0}
"""

KEEP = """
import logging
from PySide6.QtGui import QGuiApplication
from viewer.ui.screen_wake import screen_kept_awake
logging.basicConfig(level="WARNING")
application = QGuiApplication([])
with screen_kept_awake():
    print("awake")
"""

pytestmark = pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs an X server")


def keep_awake(tmp_path: Path, status: int) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    xset = tmp_path / "xset"
    xset.write_text(XSET, "utf-8")
    xset.chmod(0o755)
    log = tmp_path / "log"
    log.touch()
    environment = {name: text for name, text in os.environ.items() if not name.startswith("DBUS_")} | {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "QT_QPA_PLATFORM": "xcb",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
        "XSET_LOG": str(log),
        "XSET_STATUS": str(status),
    }
    done = subprocess.run(
        [sys.executable, "-c", KEEP],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
        encoding="utf-8",
        env=environment,
    )
    return done, log.read_text("utf-8").splitlines()


def test_without_a_desktop_the_x_server_is_told_and_given_back_as_it_was(tmp_path: Path) -> None:
    done, told = keep_awake(tmp_path, status=0)
    assert told == ["q", "s off", "-dpms", "+dpms", "s 600 300"]
    assert done.stdout == "awake\n"


def test_failing_to_is_a_warning_and_nothing_else(tmp_path: Path) -> None:
    done, _ = keep_awake(tmp_path, status=1)
    assert "the screen may blank" in done.stderr
    assert done.stdout == "awake\n"
