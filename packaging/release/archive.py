"""Archives that run where they are unpacked: a bundle, and beside the viewer's what a desktop wants."""

import shutil
import tarfile
from pathlib import Path
from typing import Literal, TypeAlias

from release import share
from release.places import BUILD, BUNDLE, DIST, NAME, VERSION, source_date, system_name
from viewer.programs import SERVERS

_VIEWER = f"""\
Persona Viewer {VERSION}

Unpack this anywhere and run ./{NAME}; it needs no Python and no root. What it does: ./{NAME} --help.
Where a library of the system is missing, it says which package brings it.

To have it in the desktop's menu and open links with it, say so once, in this folder:
    ./add-to-desktop

That writes an entry and an icon below ~/.local/share, and tells what; ./add-to-desktop --remove undoes it.
What else the program keeps is under ~/.config/{NAME} and ~/.local/state/{NAME}.

What it brings and under which licences: licences/README.txt.
"""

_ENGINE = f"""\
Persona Viewer {VERSION}: broker and local engine

Unpack this beside the folder of the viewer's archive of the same version: then “./{NAME} demo” there, and the
demo in its window, work without Python, an account or a network.
./{SERVERS} engine --help and ./{SERVERS} broker --help say what else it does.

What it brings and under which licences: licences/README.txt. As a whole it is under the GPL, version 3.
"""

Preset: TypeAlias = Literal[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]


def build(bundle: Path = BUNDLE, to: Path = DIST, preset: Preset = 6) -> Path:
    """Pack a built ``bundle`` in the folder ``to``; takes a minute or two. Returns the file.

    Args:
        preset: xz's; 0 takes the least time and 9 the most.
    """
    beside = BUILD / "archive" / bundle.name
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    if bundle.name == NAME:
        share.write(beside / "share")
        shutil.copy(share.LINUX / "add-to-desktop", beside)
    (beside / "README.txt").write_text(_VIEWER if bundle.name == NAME else _ENGINE, "utf-8")
    top = f"{bundle.name}-{VERSION}-{system_name()}"
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
