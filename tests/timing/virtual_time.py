"""An event loop whose clock jumps to the next timer as soon as there is nothing else to do.

What a clock decides is then tested at once and exactly. Only ``loop.time()`` is virtual: code under test has
to ask it, not ``time.monotonic()``. Work in the loop's executor is waited for in real time, during which the
clock stands still; so are sockets whose other end is in the same loop, since what is sent is there at once.

(looptime, the library for this, lets its clock run on while an executor works: a voice that takes longer on a
busy machine would then come later.)
"""

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, TypeVar, TypeVarTuple

Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """The loop of tests marked ``virtual_time``."""

    def __init__(self) -> None:
        self._now = 0.0
        self._working = 0
        super().__init__(_PatientSelector(self))

    def time(self) -> float:
        """Seconds since the loop was made, none of them waited for."""
        return self._now

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[*Arguments], Result], *args: *Arguments
    ) -> asyncio.Future[Result]:
        """As usual; the clock stands still until it is done."""
        future: asyncio.Future[Result] = super().run_in_executor(executor, func, *args)
        self._working += 1
        future.add_done_callback(self._worked)
        return future

    @property
    def is_working(self) -> bool:
        """Whether something runs in an executor."""
        return self._working > 0

    def advance(self, seconds: float) -> None:
        """Nothing will happen for so long."""
        self._now += seconds

    def _worked(self, _: asyncio.Future[Any]) -> None:
        self._working -= 1


class _PatientSelector(selectors.DefaultSelector):
    def __init__(self, loop: VirtualTimeLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready or timeout == 0:
            return ready
        if timeout is None or self._loop.is_working:
            return super().select(None)
        self._loop.advance(timeout)
        return []
