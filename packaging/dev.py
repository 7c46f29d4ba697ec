#!/usr/bin/env python3
"""One command for everything: demo, test, bench, review, fuzz, prove, soak, docs, screens, release and more.

Standard library only. A Python that is too old must be able to read this file, so as to get a sentence
instead of a traceback: hence the import from ``__future__``, and no syntax newer than 3.8.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
OLDEST_PYTHON = (3, 11)

# What the wheels of Qt and miniaudio load from the system.
WINDOW_PACKAGES = (
    *("libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0", "libgssapi-krb5-2"),
    *("libpulse0", "libxkbcommon0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1"),
    "libxkbcommon-x11-0",
)
# What every desktop has: a screen, and pictures for emoji.
SCREEN_PACKAGES = ("fonts-noto-color-emoji", "xauth", "xvfb")
# A screen reader's side of the accessibility bus, for the system's own Python.
SCREEN_READER_PACKAGES = ("at-spi2-core", "dbus", "gir1.2-atspi-2.0", "python3-pyatspi")
SOUND_PACKAGES = ("pulseaudio", "pulseaudio-utils")
NETWORK_PACKAGES = ("coturn", "iproute2", "nftables", "redis-server")
BENCH_PACKAGES = ("chromium", "libasound2-plugins", "libportaudio2")
# A window manager and what presses keys.
DESKTOP_PACKAGES = ("jwm", "libx11-6", "libxtst6")
BUNDLE_PACKAGES = ("binutils", "gcc", "libc6-dev")
BROWSER_PACKAGES = ("chromium",)
JAVASCRIPT = ROOT / "tests" / "javascript"

UNATTENDED = ("--seconds", "15", "--snapshot", "demo.png")

# Words in a tool's output, and what they mean to whoever reads them.
_CAUSES = (
    ("No space left on device", "the disk is full: make room (3 GB) and run this again"),
    *(
        (sign, "there is no permission to write: run this as the owner of the folder")
        for sign in ("Permission denied", "Read-only file system")
    ),
    *(
        (sign, "the network or the package server is out of reach: check the connection and run this again")
        for sign in (
            *("NewConnectionError", "name resolution", "Network is unreachable", "Connection refused"),
            *("Could not resolve", "Could not connect", "Failed to fetch", "timed out", "ProxyError"),
            "(from versions: none)",
        )
    ),
)


class Failure(Exception):
    """What went wrong and what to do, as one sentence for whoever typed the command."""


def main(argv: Sequence[str]) -> int:
    """Run one command; return the exit code."""
    problem = python_problem(sys.version_info[:3])
    if problem:
        _say(problem)
        return 1
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__.splitlines()[0] if __doc__ else "")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("demo", help="run the demo; further arguments go to it", add_help=False)
    commands.add_parser(
        "test", help="run the checks; --all: also those that take minutes; see test --help", add_help=False
    )
    commands.add_parser(
        "bench", help="measure viewer and vendor's client side by side; see bench --help", add_help=False
    )
    commands.add_parser(
        "review",
        help="record the persona while it talks and judge mouth and picture; see review --help",
        add_help=False,
    )
    commands.add_parser(
        "fuzz", help="look for inputs that break what reads foreign text: [--minutes N]", add_help=False
    )
    commands.add_parser(
        "prove", help="plant faults and see whether the tests notice; see prove --help", add_help=False
    )
    commands.add_parser(
        "soak",
        help="let a kiosk endure for days on a played clock, or for hours; see soak --help",
        add_help=False,
    )
    commands.add_parser("docs", help="write the READMEs' tables from the code: [--check]", add_help=False)
    commands.add_parser(
        "translations",
        help="gather what the window says, and compile its translations: [--check]",
        add_help=False,
    )
    commands.add_parser(
        "screens", help="draw every state of the window in every look; see screens --help", add_help=False
    )
    commands.add_parser(
        "shaders", help="make what graphics drivers load of the shaders: [--check]", add_help=False
    )
    commands.add_parser("bundle", help="build dist/persona-viewer, which needs no Python")
    commands.add_parser("package", help="build packages: wheel, deb, tar; see package --help", add_help=False)
    commands.add_parser("release", help="build all packages and their checksums in dist")
    arguments, rest = parser.parse_known_args(argv)
    try:
        jobs = {"demo": demo, "test": test, "bench": bench, "review": review, "fuzz": fuzz, "prove": prove}
        jobs |= {
            "soak": soak,
            "docs": docs,
            "translations": translations,
            "screens": screens,
            "bundle": bundle,
        }
        jobs |= {"shaders": shaders, "package": package, "release": release}
        return jobs[arguments.command](rest)
    except Failure as failure:
        _say(str(failure))
        return 1
    except KeyboardInterrupt:
        return 130


def python_problem(version: tuple[int, ...]) -> str | None:
    """Why this Python cannot be used, or None."""
    if version >= OLDEST_PYTHON:
        return None
    oldest, found = (".".join(map(str, numbers)) for numbers in (OLDEST_PYTHON, version))
    return f"Python {oldest} or newer is needed and this is {found}: run this with a newer one."


def demo(arguments: Sequence[str]) -> int:
    """The demo in a window, or for 15 s on a virtual screen where there is no display."""
    has_display = sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    set_up(WINDOW_PACKAGES if has_display else (*WINDOW_PACKAGES, *SCREEN_PACKAGES))
    command = [_tool("persona-viewer"), "demo", *arguments]
    if not has_display:
        _say("there is no display: the demo runs for 15 s on a virtual screen and writes demo.png")
        screen = ("xvfb-run", "-a", "-s", "-screen 0 1280x800x24")
        command = [*screen, _tool("persona-viewer"), "demo", *UNATTENDED, *arguments]
    return subprocess.call(command)


def test(arguments: Sequence[str]) -> int:
    """The tiers of tests, and what reads the code beside them; ``--all``: what takes minutes, too."""
    everything = "--all" in arguments
    if everything:
        set_up_browser()
    long_only = (*_bundle_packages(), *SCREEN_READER_PACKAGES) if everything else ()
    set_up((*WINDOW_PACKAGES, *SCREEN_PACKAGES, *SOUND_PACKAGES, *NETWORK_PACKAGES, *long_only))
    return _module("checks", arguments)


def fuzz(arguments: Sequence[str]) -> int:
    """Foreign text of all kinds, for a minute or as many as are requested; 1 if something breaks."""
    set_up(())
    return subprocess.call([_tool("python"), "-m", "tests.fuzz", *arguments], cwd=ROOT)


def prove(arguments: Sequence[str]) -> int:
    """Faults planted in a copy of the program, one at a time; 1 if no test notices one of them."""
    set_up((*WINDOW_PACKAGES, *SCREEN_PACKAGES, *SOUND_PACKAGES, *NETWORK_PACKAGES))
    return _module("prove", arguments)


def soak(arguments: Sequence[str]) -> int:
    """A kiosk with visitors and faults from a seed; 1 if it did what it never may."""
    set_up((*WINDOW_PACKAGES, *SCREEN_PACKAGES, *SOUND_PACKAGES, *DESKTOP_PACKAGES))
    return _module("soak", arguments)


def docs(arguments: Sequence[str]) -> int:
    """The tables that the READMEs take from the code."""
    set_up(())
    return _module("docs", arguments)


def translations(arguments: Sequence[str]) -> int:
    """What the window says, gathered from the code, and its translations, compiled."""
    set_up(WINDOW_PACKAGES)
    return _module("translations", arguments)


def screens(arguments: Sequence[str]) -> int:
    """Pictures of the window under build/screens; 1 if text does not fit somewhere."""
    set_up(WINDOW_PACKAGES)
    return _module("screens", arguments)


def shaders(arguments: Sequence[str]) -> int:
    """The shaders under assets/shaders, from their sources beside them."""
    set_up(WINDOW_PACKAGES)
    return _module("shaders", arguments)


def bench(arguments: Sequence[str]) -> int:
    """The viewer and the vendor's client measured side by side; what only this needs is installed now."""
    if "--conversation" in arguments:
        set_up(())
        rest = [argument for argument in arguments if argument != "--conversation"]
        return _module("bench.conversation", rest)
    for name in ("talk", "click", "start", "inspector"):
        if f"--{name}" in arguments:
            set_up((*WINDOW_PACKAGES, *SCREEN_PACKAGES, *SOUND_PACKAGES, *DESKTOP_PACKAGES))
            module = "long_talk" if name == "talk" else name
            rest = [argument for argument in arguments if argument != f"--{name}"]
            return _module(f"bench.window.{module}", rest)
    for option, module, packages in (
        ("--picture", "bench.picture", (*WINDOW_PACKAGES, *SCREEN_PACKAGES)),
        ("--packages", "bench.packages", (*WINDOW_PACKAGES, *SCREEN_PACKAGES)),
        ("--stats", "bench.stats", BROWSER_PACKAGES),
        ("--record", "bench.recording", ()),
    ):
        if option in arguments:
            set_up(packages)
            return _module(module, [argument for argument in arguments if argument != option])
    if "--broker" in arguments:
        set_up(() if shutil.which("npm") else ("npm",))
        return _module("bench.broker", [argument for argument in arguments if argument != "--broker"])
    set_up((*WINDOW_PACKAGES, *SCREEN_PACKAGES, *SOUND_PACKAGES, *NETWORK_PACKAGES, *BENCH_PACKAGES))
    if subprocess.call([_tool("python"), "-c", "import cv2, sounddevice"], stderr=subprocess.DEVNULL):
        _say("installing what the vendor's client shows and plays with")
        _run("pip", [*_pip_install(), "--no-build-isolation", "--editable", f"{ROOT}[bench]"])
    return _module("bench", arguments)


def review(arguments: Sequence[str]) -> int:
    """A minute of the local persona's talk, recorded from outside and judged."""
    set_up((*WINDOW_PACKAGES, *SCREEN_PACKAGES, *SOUND_PACKAGES))
    return _module("bench.talk", arguments)


def bundle(arguments: Sequence[str]) -> int:
    """One folder with Python in it, for machines that have none."""
    return package(["bundle", *arguments])


def package(arguments: Sequence[str]) -> int:
    """Packages of one or more kinds, in dist."""
    set_up((*WINDOW_PACKAGES, *_bundle_packages()))
    return _module("release", arguments)


def release(arguments: Sequence[str]) -> int:
    """Packages of all kinds, built anew, and their checksums."""
    if arguments:
        raise Failure("A release takes no arguments: leave them out.")
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    return package([])


def set_up(packages: Sequence[str]) -> None:
    """Make what every command needs; takes no time when it is there.

    Raises:
        Failure: something is missing and could not be installed.
    """
    if importlib.util.find_spec("ensurepip") is None:  # Debian ships Python without it
        packages = (*packages, f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    if sys.platform == "linux":
        install_system_packages(packages, is_root=os.geteuid() == 0)
    stamp_file = VENV / "persona-viewer-stamp"
    wanted = stamp(ROOT, sys.version)
    if stamp_file.exists() and stamp_file.read_text("utf-8") == wanted:
        return
    if not os.access(ROOT, os.W_OK):
        raise Failure(f"There is no permission to write to {ROOT}: run this as its owner.")
    try:
        _make_venv()
        _install_dependencies()
        stamp_file.write_text(wanted, "utf-8")
    except OSError as error:
        raise Failure(f"{error.filename or VENV} cannot be written: {error.strerror}.") from None


def set_up_browser() -> None:
    """Install Chromium, and the vendor's JavaScript client for the tests in it.

    Raises:
        Failure: something is missing and could not be installed.
    """
    if sys.platform == "linux":
        npm = () if shutil.which("npm") else ("npm",)
        install_system_packages((*BROWSER_PACKAGES, *npm), is_root=os.geteuid() == 0)
    if not shutil.which("npm"):
        raise Failure("npm is missing: install Node.js with npm and run this again.")
    lock, installed = JAVASCRIPT / "package-lock.json", JAVASCRIPT / "node_modules" / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        _say("installing the vendor's JavaScript client")
        _run("npm", ["npm", "ci", "--no-audit", "--no-fund", "--prefix", str(JAVASCRIPT)])


def stamp(root: Path, python: str) -> str:
    """What the virtual environment was made from and for; another stamp means to install again."""
    digest = hashlib.sha256()
    for file in (root / "pyproject.toml", root / "packaging" / "constraints.txt"):
        digest.update(file.read_bytes())
    digest.update(f"{python}\n{root}".encode())
    return digest.hexdigest()


def install_system_packages(names: Sequence[str], is_root: bool) -> None:
    """Install what is missing of the Debian packages ``names``; does nothing where there is no dpkg.

    Raises:
        Failure: something is missing and only root may install it, or apt failed.
    """
    if not shutil.which("dpkg-query"):
        return
    missing = sorted(set(names) - _installed_packages())
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if not is_root:
        raise Failure(
            "These system packages are missing; install them and run this again:\n"
            f"  sudo apt-get update && sudo {shlex.join(install)}"
        )
    _say(f"installing the system packages {' '.join(missing)}")
    _run("apt-get", ["apt-get", "update"])
    _run("apt-get", install)


def _installed_packages() -> set[str]:
    """Names of installed packages, and what they provide under the name of another."""
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${db:Status-Status}\t${Package}\t${Provides}\n"],
        check=False,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ).stdout
    names = set()
    for line in listing.splitlines():
        status, package, provides = line.split("\t")
        if status == "installed":
            names |= {package, *(name.split("(")[0].strip() for name in provides.split(","))}
    return names


def _bundle_packages() -> tuple[str, ...]:
    """PyInstaller reads libraries with objdump, the C compiler makes what stands for those that are left out,
    and Debian's Python comes without its shared library."""
    if not Path(sys.base_prefix).samefile("/usr"):
        return BUNDLE_PACKAGES
    return (*BUNDLE_PACKAGES, f"libpython{sys.version_info[0]}.{sys.version_info[1]}")


def _make_venv() -> None:
    python = _tool("python")
    if Path(python).exists():
        found = subprocess.run(
            [python, "-c", "import pip, sys; print(sys.version)"], check=False, stdout=subprocess.PIPE
        )
        if found.returncode == 0 and found.stdout.decode().strip() == sys.version:
            return
    _say(f"making {VENV.name}")
    _run("venv", [sys.executable, "-m", "venv", "--clear", str(VENV)])


def _install_dependencies() -> None:
    _say("installing the dependencies; the first time takes a few minutes")
    # The build's own tools come first, so that the constraints hold for them, too.
    _run("pip", [*_pip_install(), "editables", "hatchling"])
    _run("pip", [*_pip_install(), "--no-build-isolation", "--editable", f"{ROOT}[all]"])


def _pip_install() -> list[str]:
    pip = [_tool("python"), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    return [*pip, "--constraint", str(CONSTRAINTS)]


def _run(name: str, command: Sequence[str]) -> None:
    """Run a tool, showing its last words only when it fails.

    Raises:
        Failure: it failed.
    """
    result = subprocess.run(
        command,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"},
    )
    if result.returncode:
        print(*result.stdout.splitlines()[-8:], sep="\n", file=sys.stderr)
        raise Failure(explain(name, result.stdout))


def explain(tool: str, output: str) -> str:
    """One sentence on why ``tool`` failed, from what it printed."""
    for sign, sentence in _CAUSES:
        if sign in output:
            return f"{tool} failed because {sentence}."
    return f"{tool} failed: its last lines are above."


def _module(module: str, arguments: Sequence[str]) -> int:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "packaging")))
    return subprocess.call(
        [_tool("python"), "-m", module, *arguments], env={**os.environ, "PYTHONPATH": paths}
    )


def _tool(name: str) -> str:
    return str(VENV / ("Scripts" if os.name == "nt" else "bin") / name)


def _say(sentence: str) -> None:
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
