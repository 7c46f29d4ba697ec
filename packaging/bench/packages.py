"""The command line of ``dev.py bench --packages``: what is in dist, installed and started, beside the source.

A start is seen from outside: from the command to the first pixel of a window in the screen's frame buffer.
Cold means that the system has forgotten the files of the installation and of its Python, not its libraries.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.screen import VirtualScreen, until
from release.bundle import size
from release.places import DIST, NAME, ROOT, VERSION

_PATIENCE_SECONDS: Final = 180.0
# What would lead an installation to the checkout.
_OURS: Final = ("PIP_CONSTRAINT", "PYTHONPATH", "UV_CONSTRAINT", "VIRTUAL_ENV")


@dataclass(frozen=True, slots=True)
class Way:
    """One to the program: of which ``file`` of dist, and how ``install`` puts it into an empty folder; that
    returns the program. ``tool``: what has to be in the path for it.
    """

    name: str
    install: Callable[[Path, Path], Path]
    pattern: str = ""
    tool: str = ""

    def file(self) -> Path | None:
        """In dist; the checkout where it needs none; None where it is not built."""
        return next(iter(sorted(DIST.glob(self.pattern))), None) if self.pattern else ROOT


@dataclass(slots=True)
class Installed:
    """What became of a way."""

    way: Way
    file: Path
    folder: Path
    program: Path
    seconds: float
    cold_ms: list[float] = field(default_factory=list)
    warm_ms: list[float] = field(default_factory=list)


def main(argv: Sequence[str]) -> int:
    """Install, start, print the table."""
    parser = argparse.ArgumentParser(prog="dev.py bench --packages", description=main.__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="cold and warm starts of each; default: 5")
    rounds = parser.parse_args(argv).rounds
    with tempfile.TemporaryDirectory() as scratch, closing(VirtualScreen(Path(scratch))) as screen:
        installed = list(_installations(Path(scratch)))
        os.sync()  # what is not yet written cannot be forgotten
        for number in range(rounds):
            for each in installed:
                home = Path(scratch) / f"home{number}"
                each.cold_ms.append(_start(each, screen, home / "cold", forget=True))
                each.warm_ms.append(_start(each, screen, home / "warm", forget=False))
        print(*table(installed), sep="\n")
    return 0


def table(installed: Sequence[Installed]) -> list[str]:
    """The lines of it, in Markdown."""
    lines = [
        "| | file, MB | installed, MB | to install, s | start to window, ms: cold | warm |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for each in installed:
        package = f"{each.file.stat().st_size / 1e6:.1f}" if each.file.is_file() else "–"
        figures = (package, f"{size(each.folder) / 1e6:.0f}", f"{each.seconds:.0f}")
        starts = (_cell(each.cold_ms), _cell(each.warm_ms))
        lines.append(f"| {' | '.join((each.way.name, *figures, *starts))} |")
    return lines


def _installations(scratch: Path) -> Iterator[Installed]:
    for number, way in enumerate(WAYS):
        file = way.file()
        if file is None or (way.tool and not shutil.which(way.tool)):
            print(f"{way.name}: left out, there is no {way.tool if file else way.pattern}", file=sys.stderr)
            continue
        folder = scratch / f"installed{number}"
        folder.mkdir()
        began = time.monotonic()
        program = way.install(file, folder)
        yield Installed(way, file, folder, program, time.monotonic() - began)


def _pip(*options: str) -> Callable[[Path, Path], Path]:
    def install(file: Path, folder: Path) -> Path:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        pip = (str(folder / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check")
        _run(*pip, *options, str(file))
        return folder / "bin" / NAME

    return install


def _pipx(file: Path, folder: Path) -> Path:
    places = {"PIPX_HOME": str(folder), "PIPX_BIN_DIR": str(folder / "bin")}
    _run("pipx", "install", "--quiet", "--python", sys.executable, str(file), **places)
    return folder / "bin" / NAME


def _uv(file: Path, folder: Path) -> Path:
    places = {"UV_TOOL_DIR": str(folder / "tools"), "UV_TOOL_BIN_DIR": str(folder / "bin")}
    _run("uv", "tool", "install", "--quiet", "--python", sys.executable, str(file), **places)
    return folder / "bin" / NAME


def _tar(file: Path, folder: Path) -> Path:
    _run("tar", "--extract", "--file", str(file), "--directory", str(folder), "--strip-components=1")
    return folder / NAME


def _deb(file: Path, folder: Path) -> Path:
    _run("dpkg-deb", "--extract", str(file), str(folder))
    return folder / "usr" / "bin" / NAME


WAYS: Final = (
    Way("source, `pip install --editable .`", _pip("--editable")),
    Way("wheel, pip", _pip(), "*.whl"),
    Way("wheel, pipx", _pipx, "*.whl", "pipx"),
    Way("wheel, uv", _uv, "*.whl", "uv"),
    Way("archive, tar", _tar, f"{NAME}-{VERSION}-*.tar.xz", "tar"),
    Way("Debian package, dpkg-deb", _deb, f"{NAME}_{VERSION}_*.deb", "dpkg-deb"),
)


def _run(*command: str, **variables: str) -> None:
    subprocess.run(command, check=True, env=_environment(variables))


def _environment(variables: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _OURS} | dict(variables)


def _start(installed: Installed, screen: VirtualScreen, home: Path, *, forget: bool) -> float:
    """Milliseconds until there is a window; each start is a user's first."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    places = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), **folders}
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    if forget:
        _forget(installed.folder)
        _forget(Path(sysconfig.get_path("stdlib")))
    began = time.monotonic()
    process = subprocess.Popen(
        [str(installed.program), "run"],
        env=_environment({"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb", **places}),
        cwd=home,
    )
    try:
        until(lambda: not screen.blank, _PATIENCE_SECONDS)
        return (time.monotonic() - began) * 1000
    finally:
        process.terminate()
        process.wait(_PATIENCE_SECONDS)
        until(lambda: screen.blank, _PATIENCE_SECONDS)
        shutil.rmtree(home, ignore_errors=True)


def _forget(folder: Path) -> None:
    """Have the system read the files in ``folder`` from the disk again."""
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _cell(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.0f} ({min(values):.0f}–{max(values):.0f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
