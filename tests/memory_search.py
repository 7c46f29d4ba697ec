"""Looks for a sentence in all that another process has in memory, as somebody with a dump of it could."""

from pathlib import Path
from typing import Final

_ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-32-le")
_OF_THE_SYSTEM: Final = ("/dev/", "[v")


def times_in_memory(pid: int, sentence: str) -> int:
    """How often ``sentence`` lies in what the process can write to, in any of Unicode's encodings.

    Linux only; the process has to be a child of this one.
    """
    wanted = [sentence.encode(encoding) for encoding in _ENCODINGS]
    found = 0
    process = Path("/proc", str(pid))
    with (process / "mem").open("rb", buffering=0) as memory, (process / "maps").open() as maps:
        for line in maps:
            addresses, access, *_, name = [*line.split(maxsplit=5), ""][:6]
            if not access.startswith("rw") or name.startswith(_OF_THE_SYSTEM):
                continue
            begin, end = (int(address, 16) for address in addresses.split("-"))
            memory.seek(begin)
            try:
                part = memory.read(end - begin)
            except OSError:  # a guard page, or it went meanwhile
                continue
            found += sum(part.count(bytes_) for bytes_ in wanted)
    return found
