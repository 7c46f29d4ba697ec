"""Checks of this computer: versions, settings file, display, proxy."""

import asyncio
import importlib.metadata
import platform
import subprocess
import tempfile
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies

from packaging.requirements import Requirement

from viewer import __version__
from viewer.doctor.finding import NotTried, Verdict
from viewer.errors import UsageError
from viewer.programs import is_bundle, itself
from viewer.protocol.text import plain
from viewer.session.proxy import NONE

_NAMED: Final = ("PySide6-Essentials", "aiortc", "websockets", "httpx")

_NO_MEDIA: Final = "Pictures and sound do not."

_FOLDER: Final = (
    "Make the folder writable, or name another one in PERSONA_VIEWER_CONFIG_DIR; until then the window "
    "remembers nothing."
)

# How the command line begins the sentence of one of our own failures.
_OURS: Final = "persona-viewer: "

# What Qt says in the end, whatever the matter.
_ALWAYS_SAID: Final = ("This application failed to start", "Available platform plugins are")


async def versions() -> Verdict:
    """Whether what is installed is what this program was made for.

    The rules are those of pyproject.toml, such as PySide6 below 6.12 on Python 3.11, which 6.12 crashes.

    Raises:
        UsageError: a package is missing or of a version that does not fit.
    """
    python = f"Python {platform.python_version()}"
    if is_bundle():
        return Verdict(f"persona-viewer {__version__}, the bundle, {python}")
    try:
        lines = importlib.metadata.requires("persona-viewer") or []
    except importlib.metadata.PackageNotFoundError:
        raise NotTried(f"persona-viewer is not installed, so nothing says what it needs. {python}") from None
    installed: dict[str, str] = {}
    for requirement in map(Requirement, lines):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            installed[requirement.name.lower()] = _checked(requirement, python)
    named = [f"{name} {installed[name.lower()]}" for name in _NAMED if name.lower() in installed]
    return Verdict(", ".join([python, *named]))


def _checked(requirement: Requirement, python: str) -> str:
    """The installed version, which fits."""
    wanted = f"{requirement.name}{requirement.specifier}"
    install = f"Install the right one: pip install '{wanted}'."
    try:
        version = importlib.metadata.version(requirement.name)
    except importlib.metadata.PackageNotFoundError:
        raise UsageError(f"{requirement.name} is not installed.", hint=install) from None
    if not requirement.specifier.contains(version, prereleases=True):
        raise UsageError(
            f"{requirement.name} {version} does not fit: on {python} it has to be {requirement.specifier}.",
            hint=install,
        )
    return version


def settings_file(file: Path | None, problem: UsageError | None) -> Verdict:
    """What became of reading ``file``, and whether the window can write it. Blocks.

    Raises:
        UsageError: ``problem``.
    """
    if problem:
        raise problem
    if file is None:
        return Verdict("None is in use.")
    there = file.exists()
    if fault := _not_writable(file.parent):
        found = f"{file} can be read, but its folder" if there else f"None yet. The folder {file.parent}"
        return Verdict(f"{found} cannot be written: {fault}.", _FOLDER)
    return Verdict(f"{file} can be read." if there else f"None yet; the window will write {file}.")


def _not_writable(folder: Path) -> str | None:
    """Why nothing can be written into ``folder`` or, where it is not there, into what it would be made in.

    Tried, as root may write where the permissions say no, and nobody may on a disk that is read-only.
    """
    try:
        above = next(above for above in (folder, *folder.parents) if above.exists())
        with tempfile.TemporaryFile(dir=above):
            return None
    except OSError as error:
        return error.strerror or type(error).__name__


def proxy(requested: str) -> Verdict:
    """The proxies in use, without their credentials. ``requested`` is the setting."""
    if requested == NONE:
        return Verdict("None is to be used, not even the system's.")
    if requested:
        return Verdict(f"All goes through {without_credentials(requested)}. {_NO_MEDIA}")
    proxies = getproxies()
    exceptions = proxies.pop("no", "")
    if not proxies:
        return Verdict("None is set.")
    uses = [f"{scheme} through {without_credentials(url)}" for scheme, url in sorted(proxies.items())]
    beside = f", except to {exceptions}" if exceptions else ""
    return Verdict(f"The system's: {', '.join(uses)}{beside}. {_NO_MEDIA}")


def without_credentials(url: str) -> str:
    """``url`` without what stands before the host."""
    parts = urlsplit(url if "//" in url else f"http://{url}")
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


async def display() -> Verdict:
    """Whether Qt can show a window, tried in a process of its own: where it cannot, Qt aborts.

    Raises:
        UsageError: it cannot.
    """
    child = _started([*itself(), "display"])
    try:
        said, complaint = await asyncio.to_thread(child.communicate)
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
    if child.returncode == 0:
        return Verdict(said.decode(errors="replace").strip())
    raise _no_display(complaint.decode(errors="replace"))


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    """Not by asyncio: on Windows a loop that can is not one for sessions."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _no_display(complaint: str) -> UsageError:
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    if ours := next((line for line in lines if line.startswith(_OURS)), None):
        sentence, _, hint = ours.removeprefix(_OURS).partition(". ")
        return UsageError(f"{sentence}.", hint=hint)
    telling = [line for line in lines if not line.startswith(_ALWAYS_SAID)]
    last = telling[-1] if telling else "it said nothing"
    return UsageError(
        f"Qt cannot start here: {plain(last, 200).rstrip('.')}.",
        hint="Mend what it names; “persona-viewer run” shows all that Qt says.",
    )
