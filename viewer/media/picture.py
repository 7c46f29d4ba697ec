"""Pictures on their way from the media thread to the screen."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One decoded frame.

    ``pixels`` is a buffer of ``height`` rows of ``stride`` bytes in BGRA order (full range, sRGB);
    it owns its memory and nobody writes to it.
    """

    width: int
    height: int
    stride: int
    pixels: Any


class PictureSlot:
    """Hands pictures from one thread to another; the newest wins, nothing queues.

    ``put`` on the media thread, ``take`` on the GUI thread. ``on_put`` is called on the putting thread
    when the slot turns from empty to full, so a slow reader is woken once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._picture: Picture | None = None
        self.on_put: Callable[[], None] | None = None

    def put(self, picture: Picture) -> None:
        """Replace whatever is there."""
        with self._lock:
            was_empty, self._picture = self._picture is None, picture
        if was_empty and self.on_put:
            self.on_put()

    def take(self) -> Picture | None:
        """The newest picture since the last call, or None."""
        with self._lock:
            picture, self._picture = self._picture, None
        return picture
