"""Small libraries in the place of encoders that PyAV's FFmpeg is linked with and the viewer never calls.

FFmpeg in PyAV's wheels is under the LGPL, yet loads x264 and x265, which are under the GPL: whoever passes
these on together passes all of it on under the GPL. The viewer encodes no pictures. So the bundle has, under
the names of those libraries, ones that export the same functions and refuse: nothing under the GPL is in it,
and 30 MB less. SVT-AV1's encoder is left out for its size alone. To encode, put the real ones in their place.
"""

import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# By how the wheel's files are named.
REPLACED: Final = ("libx264-", "libx265-", "libSvtAv1Enc-")

# They have some hundred short functions; the least of the real ones has two million bytes.
_MOST_BYTES: Final = 1 << 18

# These answer a pointer, and none is a refusal; all others a number, and no less than 0 is success.
_POINTERS: Final = re.compile(r"x264_encoder_open_\d+|x265_api_get_\d+")

# nm -D -S: address, size where it is known, kind, name.
_EXPORTED: Final = re.compile(r"^[0-9a-f]+ (?:([0-9a-f]+) )?([TWDRBV]) ([A-Za-z_]\w*)", re.MULTILINE)
_WANTED: Final = re.compile(r"^\s+U ([A-Za-z_]\w*)", re.MULTILINE)

Entry = tuple[str, str, str]
"""A file of PyInstaller's: its name in the bundle, where it comes from, its kind."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """What a library exports: a function, or data of ``size`` bytes."""

    name: str
    is_function: bool
    size: int = 0


def replaced(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """``entries`` with placeholders, made in ``folder``, instead of the libraries that are not wanted."""
    entries = list(entries)
    users = [Path(source) for _, source, _ in entries if Path(source).name.startswith("libavcodec-")]
    return [
        (name, str(make(Path(source), users, folder)), kind)
        if Path(source).name.startswith(REPLACED)
        else (name, source, kind)
        for name, source, kind in entries
    ]


def is_placeholder(file: Path) -> bool:
    """Whether ``file`` of a bundle is one of ours, and not the library by whose name it goes."""
    return file.name.startswith(REPLACED) and file.stat().st_size < _MOST_BYTES


def make(library: Path, users: Sequence[Path], folder: Path) -> Path:
    """Compile what stands for ``library`` with ``users``, those that are linked with it.

    Raises:
        subprocess.CalledProcessError: binutils or the C compiler failed.
    """
    wanted = {name for user in users for name in wanted_names(_nm("--undefined-only", user))}
    symbols = [each for each in exported(_nm("--defined-only", library)) if each.name in wanted]
    folder.mkdir(parents=True, exist_ok=True)
    written, made = folder / f"{library.name}.c", folder / library.name
    written.write_text(source_of(symbols), "ascii")
    linker = (f"-Wl,-soname,{library.name}", "-Wl,--build-id=none", "-Wl,-z,relro,-z,now,-z,noexecstack")
    options = ("-shared", "-fPIC", "-O1", "-s", "-nostdlib", *linker, "-o", str(made))
    # Without a folder in its name the source leaves no path in what is made of it.
    subprocess.run(["cc", *options, written.name], check=True, cwd=folder)
    return made


def exported(told: str) -> list[Symbol]:
    """The symbols in what ``nm -D -S`` told of a library."""
    return [Symbol(name, kind in "TW", int(size or "0", 16)) for size, kind, name in _EXPORTED.findall(told)]


def wanted_names(told: str) -> set[str]:
    """What is to come from other libraries, in what ``nm -D`` told."""
    return set(_WANTED.findall(told))


def source_of(symbols: Iterable[Symbol]) -> str:
    """C whose functions all refuse, and whose data is empty."""
    lines = ["/* Written by packaging/release/placeholders.py. */"]
    for symbol in sorted(symbols, key=lambda each: each.name):
        if not symbol.is_function:
            lines.append(f"const char {symbol.name}[{symbol.size or 1}] = {{0}};")
        elif _POINTERS.fullmatch(symbol.name):
            lines.append(f"void *{symbol.name}(void) {{ return 0; }}")
        else:
            lines.append(f"int {symbol.name}(void) {{ return -1; }}")
    return "\n".join(lines) + "\n"


def _nm(which: str, library: Path) -> str:
    command = ["nm", "-D", "-S", which, str(library)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
