"""The bundles: each a folder with a program, a Python of its own, and the licences of all that is in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from release import licences, sbom
from release.contents import Component, components, modules_of
from release.places import BUILD, BUNDLE, ROOT, source_date
from viewer.build_facts import COMMIT_FILE, commit_of_checkout

LICENCES = "licences"
BILL = "persona-viewer.cdx.json"


def build(to: Path = BUNDLE) -> Path:
    """Build a bundle in the folder ``to``, which is made anew; takes a minute. Returns ``to``.

    Its name says which: the viewer's, or that of engine and broker.

    Raises:
        UnknownError: there is something in it of which nobody has written down whose it is.
        subprocess.CalledProcessError: PyInstaller failed.
    """
    name = to.name
    work = BUILD / "bundles" / name
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    stamp = work / COMMIT_FILE
    stamp.write_text(f"{commit_of_checkout(ROOT) or ''}\n", "ascii")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    folders = ["--distpath", str(work), "--workpath", str(work / "work")]
    # Sets of names are packed in the order of their hashes; files bear the time of the source.
    fixed = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(source_date())}
    subprocess.run(
        [*command, *folders, str(ROOT / "packaging" / f"{name}.spec")],
        check=True,
        cwd=ROOT,
        env=os.environ | fixed | {"PERSONA_VIEWER_STAMP": str(stamp)},
    )
    built = work / name
    _strip(built / "_internal")
    _describe(built)
    _settle(built)
    shutil.rmtree(to, ignore_errors=True)
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(built, to)
    if (program := work / "Persona Viewer.app").exists():  # macOS
        shutil.rmtree(to.parent / program.name, ignore_errors=True)
        shutil.move(program, to.parent)
    return to


def parts_of(bundle: Path) -> list[Component]:
    """What is in a built bundle."""
    return components(bundle / "_internal", modules_of(bundle / bundle.name))


def size(folder: Path) -> int:
    """Bytes of all files in it."""
    return sum(file.stat().st_size for file in folder.rglob("*") if not file.is_symlink())


def _strip(internal: Path) -> None:
    """Take away what only debuggers read of a Python that was built with it; wheels stay as they came."""
    if sys.platform == "linux":
        python = (*internal.glob("libpython3*.so*"), *internal.rglob("lib-dynload/*.so"))
        subprocess.run(["strip", "--strip-debug", *map(str, python)], check=True)


def _describe(bundle: Path) -> None:
    parts = parts_of(bundle)
    licences.write(parts, bundle / LICENCES)
    (bundle / LICENCES / BILL).write_text(sbom.bill(bundle.name, parts, source_date()), "utf-8")


def _settle(bundle: Path) -> None:
    """Give all files one time, and modes that do not hang on who built them."""
    when = source_date()
    for file in (bundle, *bundle.rglob("*")):
        if not file.is_symlink():
            # Of the files only the program is run: libraries need no such right.
            file.chmod(0o755 if file.is_dir() or file == bundle / bundle.name else 0o644)
        os.utime(file, (when, when), follow_symlinks=False)
