"""Threads that nobody waits for at the end."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

Result = TypeVar("Result")
Words = ParamSpec("Words")


class UnattendedThreads(ThreadPoolExecutor):
    """An event loop's executor whose threads are daemons, one for each call.

    asyncio and Python wait for those of their own pools when a loop and the interpreter end. A name server or
    a sound server that does not answer, or a tool that never returns, would hold the program up.
    """

    def submit(
        self, fn: Callable[Words, Result], /, *args: Words.args, **kwargs: Words.kwargs
    ) -> Future[Result]:
        """Run ``fn`` in a new thread."""
        future: Future[Result] = Future()

        def work() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as error:
                future.set_exception(error)

        threading.Thread(target=work, name="unattended", daemon=True).start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> Any:
        """There is nothing to wait for."""
