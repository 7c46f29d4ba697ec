"""How much memory this program occupies."""

import sys
from mmap import PAGESIZE
from pathlib import Path
from typing import Final

_STATM: Final = Path("/proc/self/statm")


def resident_bytes() -> int | None:
    """Bytes of this process that are in memory, for some tens of microseconds; None where the system does not
    say it for so little.
    """
    if sys.platform != "linux":
        return None
    return int(_STATM.read_text("ascii").split()[1]) * PAGESIZE
