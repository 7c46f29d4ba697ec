"""The Debian packages: a bundle under /usr/lib, and what a desktop or systemd wants beside it. No scripts."""

import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path
from typing import Final

from release import share
from release.bundle import LICENCES, size
from release.places import BUILD, BUNDLE, DIST, NAME, ROOT, VERSION, source_date
from viewer.programs import SERVERS


@dataclass(frozen=True, slots=True)
class _About:
    """What dpkg is told: other packages, and what it says to people."""

    depends: tuple[str, ...]
    recommends: tuple[str, ...]
    suggests: tuple[str, ...]
    description: str


# What the bundles take from the system; tests/packaging/release/test_on_debian.py finds what is missing here.
_DEPENDS: Final = (
    *("libc6 (>= 2.36)", "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgcc-s1", "libgl1"),
    *("libglib2.0-0 | libglib2.0-0t64", "libgssapi-krb5-2", "libstdc++6", "libx11-6", "libx11-xcb1"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    "libxcb-render-util0",
    *("libxcb-render0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-util1", "libxcb-xfixes0"),
    *("libxcb-xkb1", "libxcb1", "libxkbcommon-x11-0", "libxkbcommon0", "zlib1g"),
)
# Sound, by a server or without one; Wayland's windows; what opens links of web pages.
_RECOMMENDS: Final = (
    *("libpulse0 | libasound2 | libasound2t64", "libwayland-client0", "libwayland-cursor0"),
    *("libwayland-egl1", "xdg-utils"),
)
# Keeps tokens of brokers, which are in a private file otherwise; shows a kiosk without a desktop.
_SUGGESTS: Final = (SERVERS, "gnome-keyring | kwalletmanager", "cage")

_DESCRIPTION: Final = """\
talk to realtime AI avatars from the desktop
 The avatar's picture and voice arrive over WebRTC; the microphone and what
 is typed go back. A broker keeps the key of the avatar service; this
 program never sees it. With a kiosk for visitors, a probe and a doctor that
 says what is wrong.
 .
 It brings its own Python, Qt and FFmpeg. The broker and the local avatar
 engine are the package persona-viewer-engine: with it the demo works
 without an account and a network."""

_ENGINE: Final = _About(
    (
        "libc6 (>= 2.36)",
        "libegl1",
        "libfontconfig1",
        "libfreetype6",
        "libgcc-s1",
        "libgl1",
        "libstdc++6",
        "zlib1g",
    ),
    (),
    (NAME,),
    """\
broker and local avatar engine of Persona Viewer
 The broker holds the key of the avatar service and gives sessions to those
 who may have them. The engine draws and voices three personas on this
 machine, for the demo of the package persona-viewer and for tests; it answers
 what is typed.
 .
 It brings its own Python and FFmpeg, and voices. As a whole it is under the
 GPL, version 3.""",
)
_ABOUT: Final = {NAME: _About(_DEPENDS, _RECOMMENDS, _SUGGESTS, _DESCRIPTION), SERVERS: _ENGINE}

# What lintian says of any program that brings its own libraries, and why that is meant.
_OVERRIDES: Final = {
    "embedded-library": "the bundle is what it was tried with",
    "unstripped-binary-or-object": "wheels are shipped as they were published",
    "shared-library-lacks-prerequisites": "Python's modules are of the program that loads them",
    "custom-library-search-path": "libraries of wheels find each other by it",
    "library-not-linked-against-libc": "placeholders for encoders call nothing",
    "no-shlibs": "nothing else links with them",
    "hardening-no-fortify-functions": "compiled by others",
    "hardening-no-relro": "compiled by others",
    "hardening-no-bindnow": "compiled by others",
    "extra-license-file": "all texts of all parts are in one folder",
    "package-contains-documentation-outside-usr-share-doc": "the same",
    "initial-upload-closes-no-bugs": "it is not of Debian's archive",
    "desktop-mime-but-no-exec-code": "links come as %u",
}

_CHANGELOG: Final = """\
{name} ({version}) stable; urgency=medium

  * Version {version}.

 -- {maintainer}  {date}
"""
BROKER_UNIT: Final = ROOT / "packaging" / "broker" / f"{NAME}-broker.service"
MAINTAINER: Final = "Persona Viewer contributors <maintainers@persona-viewer.invalid>"


def build(bundle: Path = BUNDLE, to: Path = DIST, compression: str = "xz") -> Path:
    """Make the package of a built ``bundle`` in the folder ``to``; takes a minute or two. Returns the file.

    Args:
        compression: as dpkg-deb names it; "none" takes no time.

    Raises:
        subprocess.CalledProcessError: dpkg-deb failed.
    """
    tree = BUILD / "deb" / bundle.name
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(bundle, tree)
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "md5sums").write_text(_md5sums(tree), "utf-8")
    (control / "control").write_text(control_file(bundle.name, architecture(), size(tree)), "utf-8")
    _settle(tree, runs=tree / "usr" / "lib" / bundle.name / bundle.name)
    package = to / f"{bundle.name}_{VERSION}_{architecture()}.deb"
    to.mkdir(parents=True, exist_ok=True)
    options = ("--root-owner-group", f"-Z{compression}", "--build")
    subprocess.run(
        ["dpkg-deb", *options, str(tree), str(package)],
        check=True,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(source_date())},
    )
    return package


def lay_out(bundle: Path, tree: Path) -> None:
    """Put the files of the package under ``tree``, as they lie under / later."""
    name = bundle.name
    library, documents = tree / "usr" / "lib" / name, tree / "usr" / "share" / "doc" / name
    shutil.copytree(bundle, library, symlinks=True)
    documents.mkdir(parents=True)
    # Policy wants what is to be read under share/doc.
    shutil.move(library / LICENCES, documents / LICENCES)
    program = tree / "usr" / "bin" / name
    program.parent.mkdir(parents=True)
    program.symlink_to(f"../lib/{name}/{name}")
    if name == NAME:
        share.write(tree / "usr" / "share")
    (documents / "copyright").write_text(copyright_file(name), "utf-8")
    changes = _CHANGELOG.format(
        name=name, version=VERSION, maintainer=MAINTAINER, date=formatdate(source_date())
    )
    share.compress(changes.encode(), documents / "changelog.gz")
    overrides = tree / "usr" / "share" / "lintian" / "overrides" / name
    overrides.parent.mkdir(parents=True)
    lines = (f"# {reason}\n{name}: {tag}\n" for tag, reason in _OVERRIDES.items())
    overrides.write_text("".join(lines), "utf-8")
    _units(name, tree / "usr" / "lib" / "systemd")


def control_file(name: str, architecture: str, installed_bytes: int) -> str:
    """What dpkg knows of the package ``name``."""
    about = _ABOUT[name]
    others = {"Depends": about.depends, "Recommends": about.recommends, "Suggests": about.suggests}
    return "\n".join(
        (
            f"Package: {name}",
            f"Version: {VERSION}",
            f"Architecture: {architecture}",
            f"Maintainer: {MAINTAINER}",
            f"Installed-Size: {installed_bytes // 1024}",
            *(f"{field}: {', '.join(names)}" for field, names in others.items() if names),
            "Section: video",
            "Priority: optional",
            f"Description: {about.description}",
            "",
        )
    )


def copyright_file(name: str) -> str:
    """Ours, and where those of all parts are."""
    return (
        f"Persona Viewer {VERSION}\n\n"
        + (ROOT / "LICENSE").read_text("utf-8")
        + "\nWhat the program brings (Python, FFmpeg and others), under which licences, with all texts"
        f"\nand where the source code is: /usr/share/doc/{name}/{LICENCES}/README.txt. Of the LGPL and"
        "\nthe GPL there are copies in /usr/share/common-licenses, too.\n"
    )


def architecture() -> str:
    """This machine's, as Debian calls it."""
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _units(name: str, to: Path) -> None:
    """The kiosk's or the broker's, off until somebody enables them."""
    units = share.LINUX.glob(f"{NAME}-kiosk*.service") if name == NAME else [BROKER_UNIT]
    for unit in sorted(units):
        # One is for a desktop's user; with a terminal's name it is for a machine without a desktop.
        whose = "user" if "kiosk" in unit.name and "@" not in unit.name else "system"
        (to / whose).mkdir(parents=True, exist_ok=True)
        (to / whose / unit.name).write_text(packaged_unit(unit.read_text("utf-8"), name), "utf-8")


def packaged_unit(text: str, name: str) -> str:
    """A unit as the package brings it: where the program is, and without a word on how to set it up."""
    return text[text.index("[Unit]") :].replace(f"/opt/{NAME}/bin/{NAME}", f"/usr/bin/{name}")


def _md5sums(tree: Path) -> str:
    """As dpkg checks files with."""
    files = sorted(file for file in tree.rglob("*") if file.is_file() and not file.is_symlink())
    return "".join(
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(tree)}\n"
        for file in files
        if "DEBIAN" not in file.parts
    )


def _settle(tree: Path, runs: Path) -> None:
    """Give all files one time, and modes that do not hang on who built them."""
    when = source_date()
    for file in (tree, *tree.rglob("*")):
        if not file.is_symlink():
            file.chmod(0o755 if file.is_dir() or file == runs else 0o644)
        os.utime(file, (when, when), follow_symlinks=False)
