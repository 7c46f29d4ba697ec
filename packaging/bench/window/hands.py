"""A keyboard and a mouse on an X server: the XTEST extension over ctypes."""

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_KEY_SECONDS: Final = 0.03
_CLICK_SECONDS: Final = 0.06
_MOVE_STEPS: Final = 12
_MOVE_SECONDS: Final = 0.015
_WHEEL: Final = {"up": 4, "down": 5}
# X11's names of what people call otherwise.
_NAMES: Final = {
    "Ctrl": "Control_L",
    "Shift": "Shift_L",
    "Esc": "Escape",
    "Enter": "Return",
    " ": "space",
    ",": "comma",
    ".": "period",
    "?": "question",
}


class Hands:
    """Types, points and clicks on the server called ``display``, at the pace of somebody quick. One thread.

    Raises:
        OSError: there is no such server, or it has no XTEST.
    """

    def __init__(self, display: str) -> None:
        self._x11, self._xtest = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        handle = self._x11.XOpenDisplay(display.encode())
        unused = [ctypes.byref(ctypes.c_int()) for _ in range(4)]
        if not handle or not self._xtest.XTestQueryExtension(ctypes.c_void_p(handle), *unused):
            raise OSError(f"the X server {display} takes no keys")
        self._display = ctypes.c_void_p(handle)
        self._at = (0, 0)

    def close(self) -> None:
        """Let go."""
        self._x11.XCloseDisplay(self._display)

    def press(self, keys: str) -> None:
        """A key with those before it held: “Ctrl+Shift+M”; letters are without Shift."""
        with self.holding(keys):
            time.sleep(_KEY_SECONDS)
        time.sleep(_KEY_SECONDS)

    def let_go(self, key: str) -> float:
        """Press it; the Unix time at which it was let go."""
        with self.holding(key):
            time.sleep(_CLICK_SECONDS)
            return time.time()

    @contextmanager
    def holding(self, keys: str) -> Iterator[None]:
        """Meanwhile these are down."""
        codes = [self._code(name) for name in keys.split("+")]
        for code in codes:
            self._key(code, down=True)
        yield
        for code in reversed(codes):
            self._key(code, down=False)

    def write(self, text: str) -> None:
        """Type it; Latin letters, and what stands in ``_NAMES``."""
        for character in text:
            is_shifted = character.isupper() or character == "?"
            with self.holding("Shift") if is_shifted else self.holding(character):
                if is_shifted:
                    self.press(character)
                else:
                    time.sleep(_KEY_SECONDS)
            time.sleep(_KEY_SECONDS)

    def move(self, x: int, y: int) -> None:
        """Bring the pointer to that place of the screen, on a straight way."""
        left, top = self._at
        for step in range(1, _MOVE_STEPS + 1):
            share = step / _MOVE_STEPS
            self._put(round(left + (x - left) * share), round(top + (y - top) * share))
            time.sleep(_MOVE_SECONDS)

    def click(self, x: int, y: int) -> float:
        """With the left button; the Unix time at which it was let go."""
        self.move(x, y)
        self._button(1, down=True)
        time.sleep(_CLICK_SECONDS)
        released = time.time()
        self._button(1, down=False)
        return released

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Take what is at ``start`` to ``end``."""
        self.move(*start)
        self._button(1, down=True)
        self.move(*end)
        self._button(1, down=False)

    def wheel(self, direction: str, notches: int) -> None:
        """Turn it “up” or “down”."""
        for _ in range(notches):
            self._button(_WHEEL[direction], down=True)
            self._button(_WHEEL[direction], down=False)
            time.sleep(_KEY_SECONDS)

    def _code(self, name: str) -> int:
        symbol = self._x11.XStringToKeysym(_NAMES.get(name, name).encode())
        return int(self._x11.XKeysymToKeycode(self._display, ctypes.c_ulong(symbol)))

    def _put(self, x: int, y: int) -> None:
        self._at = (x, y)
        self._xtest.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        self._x11.XFlush(self._display)

    def _key(self, code: int, *, down: bool) -> None:
        self._xtest.XTestFakeKeyEvent(self._display, code, int(down), ctypes.c_ulong(0))
        self._x11.XFlush(self._display)

    def _button(self, number: int, *, down: bool) -> None:
        self._xtest.XTestFakeButtonEvent(self._display, number, int(down), ctypes.c_ulong(0))
        self._x11.XFlush(self._display)
