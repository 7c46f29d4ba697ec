"""Qt's event loop as asyncio's: what it takes to load them is nothing that a first paint waits for."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any, Final, TypeVar

import qasync
from PySide6.QtWidgets import QApplication, QWidget

from viewer.interruption import when_told_to_end
from viewer.threads import UnattendedThreads
from viewer.ui.first_paint import when_painted
from viewer.ui.worker import finish_all

_SIGNAL_SECONDS: Final = 0.2

Result = TypeVar("Result")


def run_on(application: QApplication, main: Coroutine[Any, Any, Result]) -> Result:
    """Run ``main`` in Qt's event loop.

    Not by ``qasync.run``: on Python 3.11 that gives other threads' loops to Qt, too.
    """
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        try:
            return runner.run(main)
        finally:
            finish_all()


async def beside(window: QWidget, load: Callable[[], Result]) -> Result:
    """What ``load`` answers, called beside the GUI thread once ``window`` is painted."""
    is_there = asyncio.Event()
    when_painted(window, is_there.set)
    await is_there.wait()
    return await asyncio.wrap_future(UnattendedThreads().submit(load))


def until_told() -> asyncio.Event:
    """Set when the process is told to end by SIGINT or SIGTERM."""
    over = asyncio.Event()
    when_told_to_end(over.set)
    if sys.platform == "win32":
        _let_signals_in(asyncio.get_running_loop())
    return over


def _let_signals_in(loop: asyncio.AbstractEventLoop) -> None:
    """Run Python now and then: it calls handlers of signals only when it runs, and Qt may do without it."""
    loop.call_later(_SIGNAL_SECONDS, _let_signals_in, loop)
