"""Pictures on their way from the media thread to the screen."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

# Scaling more would hold the media thread up for longer; Qt does it on several.
_MAX_SCALED: Final = 1920 * 1080
# So many pictures that nobody took: nobody looks.
_UNSEEN: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One decoded frame.

    ``pixels`` is a buffer of ``height`` rows of ``stride`` bytes in BGRA order (full range, sRGB);
    it owns its memory and nobody writes to it. ``natural_size``: width and height as they came, when it is
    scaled; else None.
    """

    width: int
    height: int
    stride: int
    pixels: Any
    natural_size: tuple[int, int] | None = None


class PictureSlot:
    """Hands pictures from one thread to another; the newest wins, nothing queues.

    ``put`` on the media thread, ``take`` on the GUI thread. ``on_put`` is called on the putting thread
    when the slot turns from empty to full, so a slow reader is woken once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._picture: Picture | None = None
        self._unseen = 0
        self._shown: tuple[tuple[int, int], tuple[int, int]] | None = None
        self.on_put: Callable[[], None] | None = None

    def put(self, picture: Picture) -> None:
        """Replace whatever is there."""
        with self._lock:
            was_empty, self._picture = self._picture is None, picture
            self._unseen += 1
        if was_empty and self.on_put:
            self.on_put()

    def take(self) -> Picture | None:
        """The newest picture since the last call, or None."""
        with self._lock:
            picture, self._picture = self._picture, None
            self._unseen = 0
        return picture

    def show_scaled(self, natural_size: tuple[int, int], size: tuple[int, int]) -> None:
        """Whoever takes pictures shows those of ``natural_size`` in ``size``, in pixels of the screen."""
        self._shown = natural_size, size

    def size_for(self, natural_size: tuple[int, int]) -> tuple[int, int]:
        """In what size to put a picture of ``natural_size``. Any other is right, too, but costs more."""
        shown = self._shown
        if shown is None or shown[0] != natural_size or self._unseen >= _UNSEEN:
            return natural_size
        width, height = size = shown[1]
        return size if 0 < width * height <= _MAX_SCALED else natural_size
