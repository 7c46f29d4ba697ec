"""Which build of the program this is, for ``persona-viewer --version`` and whoever is asked for help."""

import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from viewer import __version__
from viewer.programs import is_bundle

# Wheels, sdists and bundles are stamped with the commit that they are made of; a checkout has Git.
COMMIT_FILE: Final = "commit.txt"

_PACKAGE: Final = Path(__file__).resolve().parent
_PATIENCE_SECONDS: Final = 2.0


def build_facts() -> str:
    """Version, commit, and what runs the program, in four lines. Asks no network; blocks for a moment."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    bundled = ", the bundle's" if is_bundle() else ""
    return "\n".join(
        (
            f"persona-viewer {__version__}",
            f"commit {stamped_commit(_PACKAGE) or commit_of_checkout(_PACKAGE.parent) or 'unknown'}",
            f"Python {python.removeprefix('CPython ')}{bundled}, on {platform.platform()}",
            f"Qt {_installed('PySide6-Essentials')}, PyAV {_installed('av')}, FFmpeg {_ffmpeg()}",
        )
    )


def stamped_commit(package: Path) -> str | None:
    """The commit that a build wrote into ``package``."""
    try:
        return (package / COMMIT_FILE).read_text("ascii").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def commit_of_checkout(root: Path) -> str | None:
    """What is checked out at ``root``, with ``-dirty`` where files differ from it; None without Git."""
    if not (root / ".git").exists():
        return None
    describe = ("describe", "--always", "--abbrev=12", "--exclude=*", "--dirty")
    try:
        told = subprocess.run(  # noqa: S603 - its words are ours
            ["git", "-C", str(root), *describe],  # noqa: S607
            capture_output=True,
            check=False,
            text=True,
            timeout=_PATIENCE_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return told.stdout.strip() or None


def _installed(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "is not installed"


def _ffmpeg() -> str:
    try:
        from viewer.media.ffmpeg import ffmpeg_version  # noqa: PLC0415 - a broken one must not hide the rest
    except ImportError as error:
        return f"cannot be loaded ({error})"
    return ffmpeg_version()
