"""Overwrites memory that is free, where what was said to somebody else would lie until it is used again."""

import ctypes
import sys
from typing import Any, Final

from viewer.memory import give_back

# Of CPython's obmalloc.c: blocks of one size lie in a pool, pools in an arena. Blocks are taken from pools in
# use first, then from free pools, the fullest arena first, and from a new arena last.
_POOL_BYTES: Final = 16 << 10
_POOL_HEADER: Final = 48
_NEW_ARENA_POOLS: Final = 60  # of 63 or 64
_BLOCK_STEP: Final = 16
_LARGEST_BLOCK: Final = 512
_EMPTY_BYTES: Final = sys.getsizeof(b"")
_MOST_BYTES: Final = 64 << 20
_ALONE_SECONDS: Final = 1.0

# Of glibc's malloc.c: each thread keeps seven free chunks of each of these sizes for itself.
_OF_A_THREAD: Final = range(24, 1033, 16)
_KEPT_BY_A_THREAD: Final = 7
_HEAP_SIZES: Final = (*(1 << power for power in range(16, 4, -1)), 24)


def overwrite_free() -> None:
    """Overwrite what Python and, on Linux, the C library have free, except what other threads have put by for
    themselves: see :func:`overwrite_own`. Takes 20 to 40 ms.

    The C library's part needs all of its memory to be in one arena, see
    :func:`~viewer.memory.share_arenas`.
    """
    interval = sys.getswitchinterval()
    # What other threads allocated meanwhile would lie in new arenas, and keep all of them.
    sys.setswitchinterval(_ALONE_SECONDS)
    try:
        _fill_all_pools()
    finally:
        sys.setswitchinterval(interval)
    overwrite_own()
    if (library := _glibc()) is not None:
        _fill_heap(library)


def overwrite_own() -> None:
    """Overwrite what this thread has put by for itself; takes some milliseconds."""
    if (library := _glibc()) is None:
        return
    for size in _OF_A_THREAD:
        for chunk in [_take(library, size) for _ in range(_KEPT_BY_A_THREAD)]:
            library.free(chunk)


def _fill_all_pools() -> None:
    held: list[bytes] = []
    # The largest blocks take all pools that are free, so that the others come to an end sooner.
    if _fill_pools(_LARGEST_BLOCK, _NEW_ARENA_POOLS, held):
        for size in range(_LARGEST_BLOCK - _BLOCK_STEP, _EMPTY_BYTES, -_BLOCK_STEP):
            _fill_pools(size, 1, held)


def _fill_pools(size: int, pools: int, held: list[bytes]) -> bool:
    """Hold blocks of ``size`` until so many pools, side by side, were free as a whole. False: there is no end
    of it, as where Python was told to use the C library's memory.
    """
    in_a_pool = (_POOL_BYTES - _POOL_HEADER) // size
    in_order = last = whole = pool_before = 0
    for _ in range(_MOST_BYTES // size):
        block = bytes(size - _EMPTY_BYTES)
        held.append(block)
        in_order = in_order + 1 if id(block) == last + size else 1
        last = id(block)
        if in_order == in_a_pool:
            pool = last // _POOL_BYTES
            whole = whole + 1 if pool == pool_before + 1 else 1
            pool_before = pool
            if whole == pools:
                return True
    return False


def _fill_heap(library: Any) -> None:
    """Take chunks of each size, the largest first, until none is left and the heap has to grow."""
    taken: list[int] = []
    for size in _HEAP_SIZES:
        end = library.sbrk(0)
        for _ in range(_MOST_BYTES // size):
            taken.append(_take(library, size))
            if library.sbrk(0) != end:
                break
    for chunk in taken:
        library.free(chunk)
    give_back()


def _take(library: Any, size: int) -> int:
    chunk: int = library.malloc(size)
    library.memset(chunk, 0, size)
    return chunk


def _glibc() -> Any:
    """None where the C library is another. Calls keep the interpreter: they are many, and short."""
    if sys.platform != "linux":
        return None
    library = ctypes.PyDLL(None)
    if not hasattr(library, "malloc_trim"):
        return None
    library.malloc.restype = library.sbrk.restype = ctypes.c_void_p
    library.malloc.argtypes = [ctypes.c_size_t]
    library.free.argtypes = [ctypes.c_void_p]
    library.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
    return library
