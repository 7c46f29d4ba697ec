"""Turns the shaders' sources into what every graphics system loads; see ``dev.py shaders --help``.

Qt's tool for it is in PySide6-Addons, of which the viewer needs nothing else: it is installed under build/.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

import PySide6

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "assets" / "shaders"
DIGESTS: Final = FOLDER / "sources.sha256"
TOOLS: Final = ROOT / "build" / "qt-shader-tools"

# OpenGL ES 3 and OpenGL 3.2, Direct3D 11, Metal; SPIR-V for Vulkan is always there.
TARGETS: Final = ("--glsl", "300 es,150", "--hlsl", "50", "--msl", "12")


def main(argv: Sequence[str]) -> int:
    """Write what has changed; 1 if ``--check`` found something to write."""
    parser = argparse.ArgumentParser(prog="dev.py shaders", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, and fail if there is anything")
    check = parser.parse_args(argv).check
    tool = _tool()
    made = {source.with_name(f"{source.name}.qsb"): _baked(tool, source) for source in sources()}
    made[DIGESTS] = digests().encode()
    stale = [file for file, content in made.items() if not file.exists() or file.read_bytes() != content]
    for file in stale:
        print(f"{file.relative_to(ROOT)} {'is not what its source says' if check else 'written'}")
        if not check:
            file.write_bytes(made[file])
    return 1 if check and stale else 0


def sources() -> list[Path]:
    """All shaders, as they are written."""
    return sorted(file for file in FOLDER.iterdir() if file.suffix in (".vert", ".frag"))


def digests() -> str:
    """Of all sources, as sha256sum writes them."""
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sources())


def _tool() -> Path:
    """Qt's shader baker of the very version that loads what it makes."""
    wanted = version("PySide6-Essentials")
    folder = TOOLS / wanted
    tool = folder / "PySide6" / ("qsb.exe" if os.name == "nt" else "qsb")
    if not tool.exists():
        install = ("install", "--quiet", "--no-deps", "--target", str(folder), f"PySide6-Addons=={wanted}")
        subprocess.run([sys.executable, "-m", "pip", *install], check=True)
    return tool


def _baked(tool: Path, source: Path) -> bytes:
    qt = Path(PySide6.__file__).parent
    libraries = os.pathsep.join(str(folder) for folder in (tool.parent / "Qt" / "lib", qt / "Qt" / "lib", qt))
    names = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH")
    paths = dict.fromkeys(names, libraries)
    if os.name == "nt":
        paths = {"PATH": libraries + os.pathsep + os.environ["PATH"]}
    with tempfile.TemporaryDirectory() as scratch:
        product = Path(scratch) / "product"
        command = [str(tool), *TARGETS, "--output", str(product), str(source)]
        subprocess.run(command, check=True, env={**os.environ, **paths})
        return product.read_bytes()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
