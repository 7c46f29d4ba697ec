"""The program's icon as Windows and macOS want it: a file with one drawing in several sizes."""

import struct
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from release.share import draw_icon

_WINDOWS_SIZES: Final = (16, 24, 32, 48, 64, 256)
# Apple's names of PNG in these sizes.
_APPLE_TYPES: Final = {16: b"icp4", 32: b"icp5", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def make(folder: Path, suffix: str) -> Path:
    """Write the icon into ``folder``, as ``.ico`` or ``.icns``; returns the file."""
    sizes = _WINDOWS_SIZES if suffix == ".ico" else tuple(_APPLE_TYPES)
    with TemporaryDirectory() as scratch:
        drawn = {}
        for size in sizes:
            draw_icon(size, file := Path(scratch, f"{size}.png"))
            drawn[size] = file.read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"persona-viewer{suffix}"
    made.write_bytes(ico(drawn) if suffix == ".ico" else icns(drawn))
    return made


def ico(drawn: Mapping[int, bytes]) -> bytes:
    """Windows' file of PNGs by their size in pixels, none above 256."""
    head, offset = struct.pack("<HHH", 0, 1, len(drawn)), 6 + 16 * len(drawn)
    for size, png in drawn.items():
        # 256 does not fit into a byte and is written as 0.
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return head + b"".join(drawn.values())


def icns(drawn: Mapping[int, bytes]) -> bytes:
    """Apple's file of PNGs by their size in pixels."""
    parts = [_APPLE_TYPES[size] + struct.pack(">I", 8 + len(png)) + png for size, png in drawn.items()]
    return b"icns" + struct.pack(">I", 8 + sum(map(len, parts))) + b"".join(parts)
