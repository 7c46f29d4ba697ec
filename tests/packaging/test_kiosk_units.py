"""The units of systemd that start a kiosk."""

import configparser
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "packaging" / "linux"
# Since systemd 254; earlier ones say that they do not know them, and go on.
NEWER = ("RestartSteps", "RestartMaxDelaySec")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd-analyze")
@pytest.mark.parametrize(
    ("name", "made", "scope"),
    [
        ("persona-viewer-kiosk.service", "persona-viewer-kiosk.service", "--user"),
        ("persona-viewer-kiosk@.service", "persona-viewer-kiosk@tty1.service", "--system"),
    ],
)
def test_systemd_finds_nothing_wrong_with_a_unit(tmp_path: Path, name: str, made: str, scope: str) -> None:
    unit = tmp_path / made
    text = (FOLDER / name).read_text("utf-8")
    # What is started need not be there, nor who starts it.
    for missing in ("/usr/bin/cage", "/opt/persona-viewer/bin/persona-viewer"):
        text = text.replace(missing, shutil.which("true") or "/bin/true")
    unit.write_text(text.replace("User=kiosk", "User=root"), "utf-8")
    done = subprocess.run(
        ["systemd-analyze", scope, "verify", "--man=no", "--recursive-errors=one", str(unit)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={"XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    said = [line for line in done.stderr.splitlines() if made in line]
    assert [line for line in said if not any(key in line for key in NEWER)] == []


@pytest.mark.parametrize(("ends", "code"), [("exit 0", 0), ("exit 75", 75), ("kill -KILL $$", 137), ("", 1)])
def test_what_a_kiosk_ends_with_gets_through_cage(tmp_path: Path, ends: str, code: int) -> None:
    for name, text in (("cage", 'shift; "$@"; exit 0' if ends else "exit 0"), ("persona-viewer", ends)):
        (tmp_path / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    service = _service("persona-viewer-kiosk@.service")
    starts = service["ExecStart"].replace(
        "/opt/persona-viewer/bin/persona-viewer", str(tmp_path / "persona-viewer")
    )
    # As systemd reads it: no line ends, its own escapes, and “$$” for a dollar.
    shell, option, script = shlex.split(
        starts.replace("/usr/bin/cage", str(tmp_path / "cage")).replace("\\\n", " ")
    )
    script = script.replace("\\\\", "\\").replace("$$", "$")
    environment = {"RUNTIME_DIRECTORY": str(tmp_path), "PATH": "/usr/bin:/bin"}
    assert service["RuntimeDirectory"]
    assert (
        subprocess.run(
            [shell, option, script], env=environment, check=False, stderr=subprocess.DEVNULL
        ).returncode
        == code
    )


@pytest.mark.parametrize("name", ["persona-viewer-kiosk.service", "persona-viewer-kiosk@.service"])
def test_a_kiosk_that_hangs_is_started_again_and_again(name: str) -> None:
    service = _service(name)
    assert (service["Type"], service["Restart"], _unit(name)["Unit"]["StartLimitIntervalSec"]) == (
        "notify",
        "always",
        "0",
    )
    assert int(service["WatchdogSec"]) > 20, "longer than a picture may stand still"
    assert "SuccessExitStatus" in service


def _service(name: str) -> configparser.SectionProxy:
    return _unit(name)["Service"]


def _unit(name: str) -> configparser.ConfigParser:
    """Lines that go on are those of one value."""
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(FOLDER / name, "utf-8")
    return unit
