"""Ctrl+C and SIGTERM, for commands that have something to end in good order."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

INTERRUPTED: Final = 130
"""The exit code that a shell reports of what SIGINT ended."""
TERMINATED: Final = 143
"""The exit code that a shell reports of what SIGTERM ended."""


@contextmanager
def sigterm_as_ctrl_c() -> Iterator[None]:
    """SIGTERM does meanwhile what Ctrl+C does: asyncio's own way of ending what runs. Main thread only.

    Raises:
        SystemExit: SIGTERM ended it; the code is :data:`TERMINATED`.
        KeyboardInterrupt: Ctrl+C did.
    """
    came = False

    def terminate(_number: int, frame: FrameType | None) -> None:
        nonlocal came
        came = True
        interrupt = signal.getsignal(signal.SIGINT)
        if not callable(interrupt):  # what a shell starts in the background ignores Ctrl+C
            raise KeyboardInterrupt
        interrupt(signal.SIGINT, frame)

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    except KeyboardInterrupt:
        if not came:
            raise
        raise SystemExit(TERMINATED) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def end_at_ctrl_c() -> None:
    """From now on Ctrl+C ends the process there and then. Main thread only.

    As an exception it is lost in Qt, or aborts it, also while Qt is loaded.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def when_told_to_end(tell: Callable[[], None]) -> None:
    """Have ``tell`` called at SIGINT and SIGTERM. From the main thread, with its event loop running.

    No loop on Windows takes handlers: there Python calls ``tell``, the next time that it runs in that thread.
    """
    import asyncio  # noqa: PLC0415 - commands without a loop start without it

    for number in (signal.SIGINT, signal.SIGTERM):
        if sys.platform == "win32":
            signal.signal(number, lambda *_: tell())
        else:
            asyncio.get_running_loop().add_signal_handler(number, tell)
