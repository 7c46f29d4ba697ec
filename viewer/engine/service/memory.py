"""Has the C library keep the memory of all threads together."""

import ctypes
import sys
from typing import Final

# Of glibc's malloc.h. By itself it makes eight for each core.
_M_ARENA_MAX: Final = -8
_ARENAS: Final = 2


def share_arenas() -> None:
    """Let threads, which take turns at drawing and encoding, use the same few arenas.

    With one each, what one thread has freed is of no use to the next. Call before there are other threads.
    C libraries other than glibc have no such thing, and Windows has none to ask.
    """
    if sys.platform == "win32":
        return
    if (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)) is not None:
        mallopt(_M_ARENA_MAX, _ARENAS)
