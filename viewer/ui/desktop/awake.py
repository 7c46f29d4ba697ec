"""Nobody falls asleep during a talk: the screen stays on while one lasts."""

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

_END_SECONDS: Final = 0.5


def _kept_awake() -> AbstractContextManager[None]:
    from viewer.ui.screen_wake import screen_kept_awake  # noqa: PLC0415 - when the first talk begins

    return screen_kept_awake(logging.INFO)


class Awake:
    """Holds the screen awake from a thread of its own: a desktop's bus may take its time. One thread calls.

    Args:
        keep: what holds it, as long as the context lasts.
    """

    def __init__(self, keep: Callable[[], AbstractContextManager[None]] = _kept_awake) -> None:
        self._keep = keep
        self._over: threading.Event | None = None
        self._thread: threading.Thread | None = None

    @property
    def holds(self) -> bool:
        """Whether it is between the two."""
        return self._over is not None

    def begin(self) -> None:
        """Until :meth:`end`. May be called twice."""
        if self._over is None:
            self._over = threading.Event()
            # A daemon: the desktop lets go by itself of what a process held that is gone.
            self._thread = threading.Thread(target=self._hold, args=(self._over,), name="awake", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Does not wait. May be called twice."""
        if self._over is not None:
            self._over.set()
            self._over = None

    def close(self) -> None:
        """End, and wait for a moment: what an X server was told has to be taken back."""
        self.end()
        if self._thread is not None:
            self._thread.join(_END_SECONDS)

    def _hold(self, over: threading.Event) -> None:
        with self._keep():
            over.wait()
