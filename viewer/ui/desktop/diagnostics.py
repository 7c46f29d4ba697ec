"""What helps whoever is asked for help: versions, system, settings, figures and log, without secrets."""

import os
import platform
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from viewer import __version__
from viewer.protocol.events import Statistics
from viewer.settings import SECRETS, ViewerSettings
from viewer.ui.desktop.kept_log import recent_lines
from viewer.ui.desktop.places_in_code import impersonal
from viewer.ui.view_state import ViewState

_PACKAGES: Final = (
    *(
        "PySide6-Essentials",
        "qasync",
        "aiortc",
        "aioice",
        "av",
        "livekit",
        "miniaudio",
        "httpx",
        "websockets",
    ),
)
_ENVIRONMENT: Final = (
    *("XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "LANG", "FLATPAK_ID"),
)


def diagnostics(settings: ViewerSettings, state: ViewState, statistics: Statistics | None) -> str:
    """A text for a report of a problem. Nothing in it was said in a talk. GUI thread.

    Args:
        statistics: the last of a session; None: there was none.
    """
    parts = {
        "Versions": _versions(),
        "System": _system(),
        "Settings": _settings(settings),
        "Session": _session(state, statistics),
        "Log": recent_lines() or ["nothing"],
    }
    text = "\n\n".join("\n".join([f"## {name}", *lines]) for name, lines in parts.items())
    return impersonal(text) + "\n"


def _versions() -> Iterator[str]:
    yield f"Persona Viewer: {__version__}"
    yield f"Python: {platform.python_version()}"
    yield f"Qt: {qVersion()}"
    for name in _PACKAGES:
        try:
            yield f"{name}: {version(name)}"
        except PackageNotFoundError:
            yield f"{name}: unknown"  # a bundle has no metadata


def _system() -> Iterator[str]:
    yield f"{platform.platform()}, {os.cpu_count()} processors"
    yield f"windows: {QGuiApplication.platformName()}"
    for screen in QGuiApplication.screens():
        place = screen.geometry()
        yield (
            f"screen: {place.width()}×{place.height()} at {place.x()},{place.y()}, "
            f"{screen.devicePixelRatio():g} times, {screen.refreshRate():.0f} Hz"
        )
    yield from (f"{name}={os.environ[name]}" for name in _ENVIRONMENT if name in os.environ)


def _settings(settings: ViewerSettings) -> Iterator[str]:
    for name in settings.fields:
        value = getattr(settings, name)
        hidden = name in SECRETS or not settings.fields[name].repr
        yield f"{name}: {('set' if value else 'not set') if hidden else repr(value)}"


def _session(state: ViewState, statistics: Statistics | None) -> Iterator[str]:
    yield state.words
    if state.failure:
        yield f"{state.failure.message} {state.failure.hint}"
    if state.notice:
        yield state.notice
    if statistics:
        yield from (f"{name}: {value}" for name, value in asdict(statistics).items())
