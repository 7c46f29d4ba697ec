"""A screen and a session bus of the tests' own, with the accessibility bus that screen readers listen to."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

SYSTEM_PYTHON: Final = "/usr/bin/python3"
_PACKAGES: Final = "at-spi2-core, gir1.2-atspi-2.0, python3-pyatspi, dbus, xvfb"
_SIZE: Final = "1600x1200x24"


class Desktop:
    """Xvfb and ``dbus-daemon``; the latter starts at-spi2-core when somebody asks for it."""

    def __init__(self, folder: Path) -> None:
        _require()
        self._processes: list[subprocess.Popen[bytes]] = []
        display = self._start(["Xvfb", "-displayfd", "1", "-screen", "0", _SIZE, "-nolisten", "tcp"], {})
        self.environment = {
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "GTK_MODULES": "",
            "NO_AT_BRIDGE": "0",
        }
        folder.chmod(0o700)
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        address = self._start([*bus, f"--address=unix:path={folder / 'bus'}"], self.environment)
        self.environment |= {"DBUS_SESSION_BUS_ADDRESS": address}

    def close(self) -> None:
        """End both. What the bus has started goes with it."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait(10)
            if process.stdout:
                process.stdout.close()

    def _start(self, command: list[str], environment: dict[str, str]) -> str:
        """Begin ``command``; the first line that it prints."""
        process = subprocess.Popen(
            command, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._processes.append(process)
        assert process.stdout
        line = process.stdout.readline().decode().strip()
        assert line, f"{command[0]} did not start"
        return line


def _require() -> None:
    programs = all(shutil.which(name) for name in ("Xvfb", "dbus-daemon")) and Path(SYSTEM_PYTHON).exists()
    if not programs or subprocess.call(
        [SYSTEM_PYTHON, "-c", "import pyatspi"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ):
        pytest.skip(f"what a screen reader needs is not installed (Debian: {_PACKAGES})")
