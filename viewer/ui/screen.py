"""Whether Qt can show a window, found out before it tries: where it cannot, it aborts the whole process."""

import ctypes
import os
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo

from viewer.errors import UsageError
from viewer.libraries import missing, missing_in

_LDD_MISSING: Final = re.compile(r"^\s*(lib\S+\.so\.\d+)\S* => not found", re.MULTILINE)
_PATIENCE_SECONDS: Final = 5.0


@contextmanager
def required_screen() -> Iterator[None]:
    """Enter if Qt will find a screen; on Linux only can it be missing. Start Qt before you leave.

    What was connected to is let go at the end only: a bare X server resets when its last client leaves, and
    throws out who connects in that moment. (Seen: Qt aborted, 8 times of 20 where the server stood still.)

    Raises:
        UsageError: there is none, or a library is missing that Qt needs for it.
    """
    with ExitStack() as held:
        if sys.platform == "linux":
            _require_any(held)
        yield


def _require_any(held: ExitStack) -> None:
    platforms = _platforms()
    if not platforms:
        raise UsageError(
            "There is no screen to show the window on.",
            hint="Start it from a desktop session, or set DISPLAY, or QT_QPA_PLATFORM=offscreen.",
        )
    problems = [_problem(platform, held) for platform in platforms]
    # Qt takes the first that works. Of several that do not, the last is what it fell back to.
    if all(problems) and (last := problems[-1]):
        raise last


def _platforms() -> list[str]:
    """What Qt will try, in its order."""
    if named := os.environ.get("QT_QPA_PLATFORM"):
        return [part.partition(":")[0] for part in named.split(";")]
    kinds = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "xcb"}
    return [platform for variable, platform in kinds.items() if os.environ.get(variable)]


def _problem(platform: str, held: ExitStack) -> UsageError | None:
    if not os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH"):
        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
        # One plugin may serve several platforms, such as wayland-egl.
        plugin = folder / f"libq{platform.partition('-')[0]}.so"
        if folder.is_dir() and not plugin.is_file():
            there = ", ".join(sorted(path.stem.removeprefix("libq") for path in folder.glob("libq*.so")))
            return UsageError(
                f"Qt has no platform “{platform}”; it has {there}.",
                hint="Correct QT_QPA_PLATFORM, or remove it.",
            )
        if plugin.is_file() and (names := _missing_libraries(plugin)):
            return missing(names)
    if platform == "xcb" and not _x_server_answers(held):
        return _unreachable(os.environ.get("DISPLAY", ""))
    if platform.startswith("wayland") and not _compositor_answers():
        return _unreachable(os.environ.get("WAYLAND_DISPLAY", "wayland-0"))
    return None


def _unreachable(display: str) -> UsageError:
    return UsageError(
        f"The display “{display}” cannot be reached.",
        hint="Start it from a desktop session, or set DISPLAY to a screen that runs and that you may use.",
    )


def _missing_libraries(plugin: Path) -> list[str]:
    """Those that ``plugin`` needs and that are not there. When Qt loads it again, it costs nothing."""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        # The loader stops at the first; ldd names them all, where there is one.
        first = missing_in(str(error))
        return list(dict.fromkeys([*([first] if first else []), *_named_by_ldd(plugin)]))
    return []


def _named_by_ldd(plugin: Path) -> list[str]:
    import shutil  # noqa: PLC0415 - where there is a fault only
    import subprocess  # noqa: PLC0415

    ldd = shutil.which("ldd")
    if not ldd:
        return []
    try:
        told = subprocess.run(  # noqa: S603 - of Qt's own file
            [ldd, str(plugin)], capture_output=True, check=False, text=True, timeout=_PATIENCE_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return _LDD_MISSING.findall(told.stdout)


def _x_server_answers(held: ExitStack) -> bool:
    """Asked as Qt asks: by libxcb, which knows DISPLAY, Xauthority and all kinds of sockets."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt brings its own
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    held.callback(xcb.xcb_disconnect, connection)
    return not xcb.xcb_connection_has_error(connection)


def _compositor_answers() -> bool:
    if sys.platform != "linux" or os.environ.get("WAYLAND_SOCKET"):
        return True  # the variable names a connection that is open already, and that only one may use
    import socket  # noqa: PLC0415 - on Wayland only

    name = Path(os.environ.get("XDG_RUNTIME_DIR", "/"), os.environ.get("WAYLAND_DISPLAY", "wayland-0"))
    try:
        with socket.socket(socket.AF_UNIX) as there:
            there.connect(str(name))
    except OSError:
        return False
    return True
