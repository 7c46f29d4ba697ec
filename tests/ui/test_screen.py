"""What Qt would abort for, told before it tries. The loader and the X server are played."""

import ctypes
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from viewer.errors import UsageError
from viewer.ui.screen import required_screen


def require_screen() -> None:
    with required_screen():
        pass


class System:
    """What is there, as the loader and libxcb see it."""

    def __init__(self) -> None:
        self.missing: list[str] = []
        """Libraries that the plugins of X11 and Wayland need."""
        self.x_server = True
        self.loaded: list[str] = []
        self.connections = 0
        """To the X server, open now."""

    def load(self, name: str) -> Any:
        """In the place of ``ctypes.CDLL``."""
        self.loaded.append(Path(name).name)
        if Path(name).name in ("libqxcb.so", "libqwayland.so") and self.missing:
            raise OSError(f"{self.missing[0]}: cannot open shared object file: No such file or directory")

        def connect(*_: Any) -> int:
            self.connections += 1
            return 1

        def disconnect(_: Any) -> None:
            self.connections -= 1

        return SimpleNamespace(
            xcb_connect=connect,
            xcb_connection_has_error=lambda _: 0 if self.x_server else 1,
            xcb_disconnect=disconnect,
        )

    def ldd(self, words: list[str], **_: Any) -> "subprocess.CompletedProcess[str]":
        """In the place of the program."""
        lines = ["\tlibQt6Gui.so.6 => /somewhere/libQt6Gui.so.6 (0x00007f25be600000)"]
        lines += [f"\t{name} => not found" for name in self.missing]
        return subprocess.CompletedProcess(words, 0, "\n".join(lines), "")


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    """Linux with nothing set, where all is well."""
    for name in ("QT_QPA_PLATFORM", "QT_QPA_PLATFORM_PLUGIN_PATH", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    system = System()
    monkeypatch.setattr(ctypes, "CDLL", system.load)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", system.ldd)
    return system


def test_without_a_screen_it_says_so(system: System) -> None:
    with pytest.raises(UsageError, match="There is no screen"):
        require_screen()
    assert system.loaded == []


def test_a_screen_that_is_there_is_taken(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    require_screen()
    assert system.loaded == ["libqxcb.so", "libxcb.so.1"]


def test_the_x_server_has_a_client_until_qt_is_one(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a bare one resets, and Qt is thrown out."""
    monkeypatch.setenv("DISPLAY", ":0")
    with required_screen():
        assert system.connections == 1
    assert system.connections == 0


def test_a_missing_library_is_named_with_its_package(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    system.missing = ["libxcb-cursor.so.0"]
    with pytest.raises(UsageError) as told:
        require_screen()
    assert told.value.message == "The window cannot open: the library libxcb-cursor.so.0 is missing."
    assert told.value.hint == "Install it; on Debian and Ubuntu: apt install libxcb-cursor0."


def test_all_that_are_missing_are_named_at_once(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    system.missing = ["libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxkbcommon-x11.so.0"]
    with pytest.raises(UsageError) as told:
        require_screen()
    assert "libxcb-cursor.so.0, libxcb-icccm.so.4 and libxkbcommon-x11.so.0 are missing" in told.value.message
    assert "apt install libxcb-cursor0 libxcb-icccm4 libxkbcommon-x11-0." in told.value.hint
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UsageError, match=r"the library libxcb-cursor\.so\.0 is missing"):
        require_screen()


@pytest.mark.parametrize("named", ["", "xcb", "xcb:extra"])
def test_an_x_server_that_is_not_there_is_named(
    system: System, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", named)
    monkeypatch.setenv("DISPLAY", ":4711")
    system.x_server = False
    with pytest.raises(UsageError, match="The display “:4711” cannot be reached"):
        require_screen()


def test_a_compositor_that_is_not_there_is_named(
    system: System, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    with pytest.raises(UsageError, match="The display “wayland-7” cannot be reached"):
        require_screen()
    monkeypatch.setenv("DISPLAY", ":0")  # what Qt falls back to
    require_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland;xcb")
    require_screen()


def test_where_wayland_runs_x11_is_no_matter(
    system: System, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    system.x_server = False
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        require_screen()
    monkeypatch.setenv("WAYLAND_SOCKET", "5")  # inherited, and not ours to use up
    require_screen()


@pytest.mark.parametrize(
    "platform", ["offscreen", "minimal", "offscreen:size=800x600", "foo;offscreen", "vnc"]
)
def test_what_needs_no_screen_is_left_alone(
    system: System, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    system.missing, system.x_server = ["libxcb-cursor.so.0"], False
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    require_screen()


def test_a_platform_that_qt_does_not_have_is_named(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "x11")
    with pytest.raises(UsageError, match=r"Qt has no platform “x11”; it has .*offscreen.*xcb") as told:
        require_screen()
    assert "QT_QPA_PLATFORM" in told.value.hint
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/elsewhere")  # where we do not look
    require_screen()


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_there_always_is_one(
    system: System, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    require_screen()
    assert system.loaded == []
