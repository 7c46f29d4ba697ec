"""Has the C library keep the memory of all threads together, and give back what is free."""

import ctypes
import sys
from collections.abc import Callable
from typing import Any, Final

# Of glibc's malloc.h. By itself it makes eight for each core.
_M_ARENA_MAX: Final = -8
_ARENAS: Final = 1


def share_arenas() -> None:
    """Let threads, which take turns at drawing and encoding, use the same arena.

    With one each, what one thread has freed is of no use to the next. Call before there are other threads.
    C libraries other than glibc have no such thing.
    """
    if (mallopt := _of_glibc("mallopt")) is not None:
        mallopt(_M_ARENA_MAX, _ARENAS)


def give_back() -> None:
    """Give the system what lies free between what is in use: some 100 MB after a few sessions.

    glibc by itself gives back only the end of an arena. Takes some milliseconds; call from a thread.
    """
    if (malloc_trim := _of_glibc("malloc_trim")) is not None:
        malloc_trim(0)


def _of_glibc(name: str) -> Callable[..., Any] | None:
    """glibc's function of that name, None where the C library is another."""
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None), name, None)
