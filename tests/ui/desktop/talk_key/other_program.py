"""Another program of an X server: its window has the keyboard, and its user types."""

import ctypes
import ctypes.util
from typing import Any, Final

import pytest

_KEY_PRESS: Final = 2
_MAP: Final = 19
_WAITS_FOR: Final = 1 << 0 | 1 << 17  # KeyPressMask, StructureNotifyMask
_CORE_KEYBOARD: Final = 0x100
_EVENT_BYTES: Final = 192
_KEYCODE_AT: Final = 84


class OtherProgram:
    """On ``display``. Keys are called as X calls them."""

    def __init__(self, display: str) -> None:
        if not ctypes.util.find_library("Xtst"):
            pytest.skip("libXtst is not installed")
        self._x: Any = ctypes.CDLL("libX11.so.6")
        self._test: Any = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = self._x.XCreateSimpleWindow.restype = ctypes.c_ulong
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        window = self._x.XCreateSimpleWindow(self._display, root, 0, 0, 100, 100, 0, 0, 0)
        self._window = ctypes.c_ulong(window)
        self._x.XSelectInput(self._display, self._window, _WAITS_FOR)
        self._x.XMapWindow(self._display, self._window)
        while self._next_event()[0] != _MAP:
            pass
        self._x.XSetInputFocus(self._display, self._window, 0, 0)
        self._sync()

    def press(self, *keys: str, down: bool = True) -> None:
        """Keys go down, one after the other, and stay there; or are let go, the last first."""
        for key in keys if down else reversed(keys):
            self._test.XTestFakeKeyEvent(self._display, self._code(key), down, ctypes.c_ulong(0))
        self._sync()

    def let_go(self, *keys: str) -> None:
        """They go up again."""
        self.press(*keys, down=False)

    def type(self, *keys: str) -> None:
        """Press them, and let go."""
        self.press(*keys)
        self.let_go(*keys)

    def repeat_quickly(self) -> None:
        """A key that is held repeats a hundred times a second, and soon."""
        self._x.XkbSetAutoRepeatRate(self._display, _CORE_KEYBOARD, 10, 10)
        self._sync()

    def next_key(self) -> int:
        """The code of the next key that reached this window."""
        while True:
            kind, code = self._next_event()
            if kind == _KEY_PRESS:
                return code

    def code(self, key: str) -> int:
        """What the keyboard calls ``key``."""
        return self._code(key)

    def close(self) -> None:
        """End it."""
        self._x.XCloseDisplay(self._display)

    def _next_event(self) -> tuple[int, int]:
        event = ctypes.create_string_buffer(_EVENT_BYTES)
        self._x.XNextEvent(self._display, event)
        return event.raw[0], event.raw[_KEYCODE_AT]

    def _code(self, key: str) -> int:
        return int(
            self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(self._x.XStringToKeysym(key.encode())))
        )

    def _sync(self) -> None:
        self._x.XSync(self._display, 0)
