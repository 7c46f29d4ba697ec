"""Builds what users get; see ``dev.py release --help`` and ``dev.py package --help``."""

import argparse
import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from release import archive, bundle, debian, flatpak, wheel
from release.contents import UnknownError
from release.places import BUNDLE, DIST, ENGINE_BUNDLE, NAME, ROOT, VERSION

SUMS: Final = "SHA256SUMS"


def main(argv: Sequence[str]) -> int:
    """Build what is asked for; 1 and a sentence where it fails."""
    parser = argparse.ArgumentParser(prog="dev.py package", description="Builds packages in dist/.")
    parser.add_argument(
        "kinds",
        nargs="*",
        metavar="KIND",
        help=f"{', '.join(KINDS)}; none: all of them, and {SUMS}. the others take the bundle that is there",
    )
    kinds = parser.parse_args(argv).kinds
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        parser.error(f"there is no {unknown[0]}; there are {', '.join(KINDS)}")
    try:
        made = [file for kind in kinds or KINDS for file in _timed(kind)]
        if not kinds:
            made.append(write_sums(DIST, [file for file in made if file.is_file()]))
    except UnknownError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"{Path(error.cmd[0]).name} failed: its words are above.", file=sys.stderr)
        return 1
    return 0


def write_sums(folder: Path, files: Sequence[Path]) -> Path:
    """The file that ``sha256sum --check`` reads, of ``files`` in ``folder``."""
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(files))
    sums = folder / SUMS
    sums.write_text("".join(lines), "ascii")
    return sums


def _timed(kind: str) -> list[Path]:
    began = time.monotonic()
    made = KINDS[kind]()
    for file in made:
        megabytes = (file.stat().st_size if file.is_file() else bundle.size(file)) / 1e6
        print(f"{file.relative_to(ROOT)}: {megabytes:.1f} MB, {time.monotonic() - began:.0f} s", flush=True)
    return made


def _bundle() -> list[Path]:
    return [bundle.build()]


def _built_bundle() -> Path:
    return BUNDLE if (BUNDLE / NAME).is_file() else bundle.build()


def _engine() -> list[Path]:
    return [made := bundle.build(ENGINE_BUNDLE), archive.build(made), debian.build(made)]


def _wheel() -> list[Path]:
    return list(wheel.build())


def _deb() -> list[Path]:
    return [debian.build(_built_bundle())]


def _tar() -> list[Path]:
    return [archive.build(_built_bundle())]


def _flatpak() -> list[Path]:
    """Of the archive that was built last."""
    there = next(iter(DIST.glob(f"{NAME}-{VERSION}-*.tar.xz")), None)
    return [flatpak.write(there or archive.build(_built_bundle()))]


def _bill() -> list[Path]:
    """The bill of materials beside the packages, for whoever wants to read it before."""
    bill = DIST / f"{NAME}-{VERSION}.cdx.json"
    shutil.copy(_built_bundle() / bundle.LICENCES / bundle.BILL, bill)
    return [bill]


KINDS: Final[Mapping[str, Callable[[], list[Path]]]] = {
    "wheel": _wheel,
    "bundle": _bundle,
    "deb": _deb,
    "tar": _tar,
    "flatpak": _flatpak,
    "sbom": _bill,
    "engine": _engine,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
