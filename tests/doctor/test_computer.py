"""This computer, with one thing after the other broken, as ``persona-viewer doctor`` tells it."""

import asyncio
import contextlib
import errno
import importlib.abc
import io
import sys
import tempfile
from pathlib import Path

import PySide6
import pytest

import viewer
from tests.doctor.conftest import QUIET, doctor, examine
from viewer import cli
from viewer.doctor import computer
from viewer.doctor.datagrams import udp
from viewer.doctor.examination import Examination
from viewer.doctor.finding import State, Verdict
from viewer.errors import UsageError
from viewer.settings import DoctorSettings


@pytest.fixture
def complaining(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file with what Qt's process says before it ends; a stand-in reads it aloud."""
    said = tmp_path / "complaint"
    stand_in = tmp_path / "qt"
    stand_in.write_text(f'#!/bin/sh\nexec >&2; cat "{said}"\nexit 134\n')
    stand_in.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(stand_in))
    return said


def test_without_a_display_the_rest_is_still_checked(complaining: Path) -> None:
    with pytest.MonkeyPatch.context() as here, contextlib.redirect_stderr(io.StringIO()) as errors:
        for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
            here.delenv(name, raising=False)
        here.setattr(cli, "configure_logging", lambda _: None)
        assert cli.main(["display"]) == 2
    complaining.write_text(errors.getvalue())
    examined = examine(*QUIET, screen=False)
    assert examined.exit_code == 2
    assert examined.check("display")["code"] == "usage"
    assert "There is no screen" in examined.check("display")["found"]
    assert "DISPLAY" in examined.check("display")["fix"]
    assert (examined.states["versions"], examined.states["udp"]) == ("ok", "ok")


@pytest.mark.wire
def test_a_display_that_nobody_serves_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":4711")
    with pytest.raises(UsageError, match="The display “:4711” cannot be reached"):
        asyncio.run(computer.display())


@pytest.mark.wire
def test_a_library_that_qts_screen_needs_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Qt's real library, but for the name of one that it asks for.
    library = "libQt6XcbQpa.so.6"
    real = (Path(PySide6.__path__[0]) / "Qt" / "lib" / library).read_bytes()
    (tmp_path / library).write_bytes(real.replace(b"libxcb-cursor.so.0\0", b"libxcb-absent.so.0\0"))
    broken = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711", "LD_LIBRARY_PATH": str(tmp_path)}
    for name, value in broken.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(UsageError, match=r"libxcb-absent\.so\.0 is missing") as told:
        asyncio.run(computer.display())
    assert told.value.hint == "Install it; on Debian and Ubuntu: apt install libxcb-absent0."


@pytest.mark.parametrize(
    ("library", "package"),
    [("libEGL.so.1", "libegl1"), ("libdbus-1.so.3", "libdbus-1-3"), ("libglib-2.0.so.0", "libglib2.0-0")],
)
@pytest.mark.parametrize("command", ["run", "kiosk", "display"])
def test_a_library_that_qt_itself_needs_is_named_with_its_package(
    command: str,
    library: str,
    package: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Qt(importlib.abc.MetaPathFinder):
        def find_spec(self, name: str, *_: object) -> None:
            if name == "viewer.app":
                raise ImportError(f"{library}: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(cli, "configure_logging", lambda _: None)
    monkeypatch.setattr(sys, "meta_path", [Qt(), *sys.meta_path])
    monkeypatch.delitem(sys.modules, "viewer.app", raising=False)
    monkeypatch.delattr(viewer, "app", raising=False)
    whom = () if command == "display" else ("--broker", "http://127.0.0.1:9", "--persona", "joe")
    assert cli.main([command, *whom]) == 2
    said = capsys.readouterr().err
    assert f"{library} is missing" in said
    assert f"apt install {package}." in said


def test_a_qt_that_does_not_start_is_quoted(complaining: Path) -> None:
    complaining.write_text(
        "qt.qpa.plugin: Could not load the Qt platform plugin.\n"
        "This application failed to start because no plugin could be initialized.\n\n"
        "Available platform plugins are: offscreen, xcb.\n"
    )
    examined = examine(*QUIET, screen=False)
    assert examined.exit_code == 2
    found = examined.check("display")["found"]
    assert found == "Qt cannot start here: qt.qpa.plugin: Could not load the Qt platform plugin."


@pytest.mark.virtual_time
@pytest.mark.parametrize(
    ("seconds", "state", "found"),
    [(25, State.OK, "There is one."), (3600, State.FAILED, "It did not end within 30 s.")],
)
async def test_qt_has_time_to_be_read_from_a_slow_disk_and_is_not_waited_for_without_end(
    monkeypatch: pytest.MonkeyPatch, seconds: int, state: State, found: str
) -> None:
    async def slow() -> Verdict:
        await asyncio.sleep(seconds)
        return Verdict("There is one.")

    monkeypatch.setattr(computer, "display", slow)
    settings = DoctorSettings(mic="none", speaker="none")
    async with Examination(settings, None, None).findings() as rows:
        told = {finding.name: finding async for finding in rows}
    assert (told["display"].state, told["display"].found) == (state, found)
    assert told["udp"].state is State.OK


@pytest.mark.parametrize(("package", "version"), [("PySide6-Essentials", "6.9.3"), ("aiortc", "1.17.0")])
def test_a_package_that_does_not_fit_is_exit_code_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, version: str
) -> None:
    folder = tmp_path / f"{package.replace('-', '_')}-0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
    monkeypatch.syspath_prepend(tmp_path)
    examined = examine(*QUIET)
    assert examined.exit_code == 2
    assert package.lower() in examined.check("versions")["found"].lower()
    assert "pip install" in examined.check("versions")["fix"]


def test_a_settings_file_that_cannot_be_read_does_not_end_it(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("broker = http://without.quotes\n")
    examined = examine(*QUIET, changes={"PERSONA_VIEWER_CONFIG": str(file)})
    assert examined.exit_code == 2
    assert f"{file} is not TOML" in examined.check("settings")["found"]
    assert (examined.states["display"], examined.states["udp"]) == ("ok", "ok")


@pytest.mark.parametrize("exists", [True, False])
def test_a_settings_folder_that_cannot_be_written_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exists: bool
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    if exists:
        (tmp_path / "settings.toml").write_text("muted = true\n")
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    folder = tmp_path if exists else tmp_path / "new"
    examined = examine(*QUIET, changes={"PERSONA_VIEWER_CONFIG_DIR": str(folder)})
    found = examined.check("settings")
    assert (found["state"], examined.exit_code) == ("warning", 0)
    assert str(folder) in found["found"]
    assert "cannot be written: Permission denied." in found["found"]
    assert "PERSONA_VIEWER_CONFIG_DIR" in found["fix"]


def test_a_file_in_the_place_of_the_settings_folder_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    folder = tmp_path / "taken" / "persona-viewer"
    examined = examine(*QUIET, changes={"PERSONA_VIEWER_CONFIG_DIR": str(folder)})
    assert examined.states["settings"] == "warning"
    assert "Not a directory" in examined.check("settings")["found"]


def test_looking_whether_settings_can_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    examined = examine(*QUIET, changes={"PERSONA_VIEWER_CONFIG_DIR": str(folder)})
    assert examined.states["settings"] == "ok"
    assert list(tmp_path.iterdir()) == []


def test_what_the_window_remembers_is_used_and_a_flag_outranks_it(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('broker = "http://remembered.invalid"\n')
    remembered = {"PERSONA_VIEWER_CONFIG_DIR": str(tmp_path)}
    assert "remembered.invalid" in examine(*QUIET, changes=remembered).check("dns")["found"]
    given = examine("--broker", "http://given.invalid", *QUIET, changes=remembered)
    assert "given.invalid" in given.check("dns")["found"]


def test_a_terminal_without_unicode_gets_ascii() -> None:
    _, table, _ = doctor(*QUIET, encoding="ascii")
    assert "  + versions" in table
    assert "  - microphone" in table
    assert "?" not in table


def test_each_failure_in_the_table_is_followed_by_its_fix(complaining: Path) -> None:
    complaining.write_text("persona-viewer: There is no screen here. Plug one in.\n")
    code, table, _ = doctor(*QUIET, screen=False)
    lines = table.splitlines()
    row = next(number for number, line in enumerate(lines) if "✗ display" in line)
    assert lines[row].endswith("There is no screen here.")
    assert lines[row + 1].strip() == "→ Plug one in."
    assert lines[-1] == "1 check failed. Begin with “display”. 13 checks left out."
    assert code == 2


def test_a_datagram_comes_back_on_this_computer() -> None:
    assert "can send and receive" in udp("127.0.0.1").found
