"""The archive that runs where it is unpacked: the bundle, and what a desktop wants beside it."""

import shutil
import tarfile
from pathlib import Path
from typing import Literal, TypeAlias

from release import share
from release.places import BUILD, BUNDLE, DIST, NAME, VERSION, source_date, system_name

_README = f"""\
Persona Viewer {VERSION}

Unpack this anywhere and run ./{NAME}; it needs no Python and no root. What it does: ./{NAME} --help.
Where a library of the system is missing, it says which package brings it.

To have it in the desktop's menu and open links with it, say so once, in this folder:
    ./add-to-desktop

That writes an entry and an icon below ~/.local/share, and tells what; ./add-to-desktop --remove undoes it.
What else the program keeps is under ~/.config/{NAME} and ~/.local/state/{NAME}.

What it brings and under which licences: licences/README.txt.
"""


Preset: TypeAlias = Literal[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]


def build(bundle: Path = BUNDLE, to: Path = DIST, preset: Preset = 6) -> Path:
    """Pack a built ``bundle`` in the folder ``to``; takes a minute or two. Returns the file.

    Args:
        preset: xz's; 0 takes the least time and 9 the most.
    """
    beside = BUILD / "archive"
    shutil.rmtree(beside, ignore_errors=True)
    top = f"{NAME}-{VERSION}-{system_name()}"
    share.write(beside / "share")
    (beside / "README.txt").write_text(_README, "utf-8")
    shutil.copy(share.LINUX / "add-to-desktop", beside)
    to.mkdir(parents=True, exist_ok=True)
    archive = to / f"{top}.tar.xz"
    with tarfile.open(archive, "w:xz", format=tarfile.PAX_FORMAT, preset=preset) as packed:
        for folder in (bundle, beside):
            for file in sorted(folder.rglob("*")):
                name = f"{top}/{file.relative_to(folder).as_posix()}"
                packed.add(file, name, recursive=False, filter=_anonymous)
    return archive


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Of nobody, and of the source's time, so that two builds are the same."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = source_date()
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry
