"""Pictures on their way from the media thread to the screen."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

# In pixels; more take too long to scale. There half the width and height does: one pixel of such a screen is
# hardly told from the next.
_MAX_SCALED: Final = 2560 * 1600
# So many pictures that nobody took: nobody looks.
_UNSEEN: Final = 3

Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One decoded frame.

    ``pixels`` is a buffer of ``height`` rows of ``stride`` bytes in BGRA order (full range, sRGB);
    it owns its memory and nobody writes to it. ``natural_size``: width and height as they came, when it is
    scaled; else None. ``change``: what is new in it; None for all. ``place``: where it belongs in the one
    before, from the left and the top, when it is the part of that which changed; else None. ``boxes``: where
    in that part anything did.
    """

    width: int
    height: int
    stride: int
    pixels: Any
    natural_size: tuple[int, int] | None = None
    number: int = 0
    change: "Change | None" = None
    place: tuple[int, int] | None = None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Where a picture differs from another of its size, in pixels as they came.

    ``since``: that one's number, which no other picture has.
    """

    since: int
    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_nothing(self) -> bool:
        """Whether both are the same."""
        return self.right <= self.left

    def after(self, earlier: "Change | None") -> "Change | None":
        """Both changes in one."""
        if earlier is None or self.is_nothing:
            return earlier
        if earlier.is_nothing:
            return replace(self, since=earlier.since)
        return Change(
            earlier.since,
            min(self.left, earlier.left),
            min(self.top, earlier.top),
            max(self.right, earlier.right),
            max(self.bottom, earlier.bottom),
        )


def halved(size: tuple[int, int]) -> tuple[int, int]:
    """The width and height that fill ``size`` when each pixel is doubled."""
    return -(-size[0] // 2), -(-size[1] // 2)


@dataclass(frozen=True, slots=True, eq=False)
class Planes:
    """One frame as it was decoded: 8-bit Y'CbCr with chroma of half the width and height.

    ``planes``: luma, blue, red, each a buffer that nobody writes to, and ``strides``: bytes from row to row.
    ``bt709``: by that matrix, else by BT.601. ``full_range``: 0 to 255, else 16 to 235 (240). ``picture``
    makes what it would have been otherwise, on any thread, in its own size.
    """

    width: int
    height: int
    planes: tuple[Any, Any, Any]
    strides: tuple[int, int, int]
    bt709: bool
    full_range: bool
    picture: Callable[[], Picture]


class Painting:
    """What became of pictures on the thread that paints. Written there only, read on any."""

    def __init__(self) -> None:
        self.painted = 0
        """Pictures that were painted."""
        self.last = 0.0
        """When the newest of them was begun to be painted, by ``time.monotonic``."""
        self.seconds = 0.0
        """What painting took in all."""
        self._longest_wait = 0.0

    def waited(self, seconds: float) -> None:
        """That thread was busy for ``seconds`` before it looked at a picture that was there."""
        self._longest_wait = max(self._longest_wait, seconds)

    def longest_wait(self) -> float:
        """The longest of these waits since this was last asked."""
        longest, self._longest_wait = self._longest_wait, 0.0
        return longest


class PictureSlot:
    """Hands pictures from one thread to another; the newest wins, nothing queues.

    ``put`` on the media thread, ``take`` on the GUI thread. ``on_put`` is called on the putting thread
    when the slot turns from empty to full, so a slow reader is woken once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._picture: Picture | Planes | None = None
        self._unseen = 0
        self.painting = Painting()
        self.takes_planes = False
        """Whoever takes pictures turns planes into colours for less than whoever puts them."""
        self._shown: tuple[tuple[int, int], tuple[int, int]] | None = None
        self.on_put: Callable[[], None] | None = None
        self.on_decoded: Callable[[Planes], None] | None = None
        """Called for each picture as it was decoded, before it is put and on that thread: has to be quick."""

    def put(self, picture: Picture | Planes) -> None:
        """Replace whatever is there."""
        with self._lock:
            untaken, self._picture = self._picture, picture
            if isinstance(untaken, Picture) and isinstance(picture, Picture) and picture.change:
                self._picture = replace(picture, change=picture.change.after(untaken.change))
            self._unseen += 1
        if not untaken and self.on_put:
            self.on_put()

    def take(self) -> Picture | None:
        """The newest picture since the last call, or None. For who sets :attr:`takes_planes` not."""
        picture = self.take_either()
        return picture if isinstance(picture, Picture) else None

    def take_either(self) -> Picture | Planes | None:
        """The same, in whichever form it is. Planes may still come when :attr:`takes_planes` has ended."""
        with self._lock:
            picture, self._picture = self._picture, None
            self._unseen = 0
        return picture

    @property
    def is_full(self) -> bool:
        """Whether one waits to be taken."""
        return self._picture is not None

    def show_scaled(self, natural_size: tuple[int, int], size: tuple[int, int]) -> None:
        """Whoever takes pictures shows those of ``natural_size`` in ``size``, in pixels of the screen."""
        self._shown = natural_size, size

    def size_for(self, natural_size: tuple[int, int]) -> tuple[int, int]:
        """In what size to put a picture of ``natural_size``. Any other is right, too, but costs more."""
        shown = self._shown
        if shown is None or shown[0] != natural_size or self._unseen >= _UNSEEN:
            return natural_size
        width, height = size = shown[1]
        if width * height > _MAX_SCALED:
            width, height = size = halved(size)
            if width < natural_size[0] or height < natural_size[1]:
                return natural_size
        return size if 0 < width * height <= _MAX_SCALED else natural_size
