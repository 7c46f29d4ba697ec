"""A key that is grabbed of an X server: it is heard whatever window has the keyboard.

By libxcb, which Qt needs too, and on a connection of its own: on Qt's, Python would see every event of the
window. A grab tells of its key alone, not of what is typed elsewhere.
"""

import ctypes
import select
import socket
from collections.abc import Callable, Container, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Final

from viewer.ui.desktop.talk_key.combination import Combination, KeyUnavailable, State

_SHIFT: Final = 1
_MODIFIERS: Final = {"Shift": _SHIFT, "Ctrl": 4, "Alt": 8, "Meta": 64}
# Caps Lock and Num Lock are modifiers too: the key is to be heard with each of them on or off.
_LOCKS: Final = (0, 2, 16, 2 | 16)
_ASYNC: Final = 1
_KEY_PRESS: Final = 2
_KEY_RELEASE: Final = 3
_EVENT_BYTES: Final = 32
_CORE_KEYBOARD: Final = 0x100
_DETECTABLE_AUTOREPEAT: Final = 1


def listen(
    keys: Combination,
    _description: str,
    over: socket.socket,
    ready: Callable[[State], None],
    pressed: Callable[[bool], None],
) -> None:
    """Hear ``keys`` until ``over`` can be read; on a thread of its own.

    Args:
        ready: called once they are heard.
        pressed: called when they go down, and when they are let go; not for their repetitions.

    Raises:
        KeyUnavailable: another program has them, the keyboard lacks them, or the X server went away.
    """
    with _connection() as server, _grabbed(server, keys) as codes:
        ready(State.HELD)
        _tell(server, codes, over, pressed)


def check(keys: Combination | None) -> State:
    """What would become of ``keys`` now.

    Raises:
        KeyUnavailable: as by :func:`listen`.
    """
    if keys:
        with _connection() as server, _grabbed(server, keys):
            pass
    return State.HELD


def _tell(
    server: ctypes.c_void_p, codes: Container[int], over: socket.socket, pressed: Callable[[bool], None]
) -> None:
    xcb, down = _xcb(), False
    there = xcb.xcb_get_file_descriptor(server)
    while True:
        while event := xcb.xcb_poll_for_event(server):
            kind, code, *_ = _bytes_of(event)
            # As long as it is held, other keys are told of, too.
            if code in codes and kind == (_KEY_RELEASE if down else _KEY_PRESS):
                down = not down
                pressed(down)
        if xcb.xcb_connection_has_error(server):
            raise KeyUnavailable(State.LOST)
        readable, _, _ = select.select([there, over], [], [])
        if over in readable:
            return


@contextmanager
def _connection() -> Iterator[ctypes.c_void_p]:
    xcb = _xcb()
    server = ctypes.c_void_p(xcb.xcb_connect(None, None))
    with ExitStack() as stack:
        stack.callback(xcb.xcb_disconnect, server)
        if xcb.xcb_connection_has_error(server) or not _tells_repetitions(server):
            raise KeyUnavailable(State.NOT_HERE)
        yield server


def _tells_repetitions(server: ctypes.c_void_p) -> bool:
    """Have a key that repeats go down again without going up; whether the server can."""
    try:
        xkb = ctypes.CDLL("libxcb-xkb.so.1")
    except OSError:
        return False
    short, long = ctypes.c_uint16, ctypes.c_uint32
    _type(xkb, "xcb_xkb_use_extension", _Cookie, short, short)
    _type(xkb, "xcb_xkb_per_client_flags", _Cookie, short, long, long, long, long, long)
    for name in ("xcb_xkb_use_extension_reply", "xcb_xkb_per_client_flags_reply"):
        getattr(xkb, name).argtypes = [ctypes.c_void_p, _Cookie, ctypes.c_void_p]
        getattr(xkb, name).restype = ctypes.c_void_p
    used = xkb.xcb_xkb_use_extension_reply(server, xkb.xcb_xkb_use_extension(server, 1, 0), None)
    if not used:
        return False
    _free(used)
    flag = _DETECTABLE_AUTOREPEAT
    asked = xkb.xcb_xkb_per_client_flags(server, _CORE_KEYBOARD, flag, flag, 0, 0, 0)
    told = xkb.xcb_xkb_per_client_flags_reply(server, asked, None)
    if told:
        _free(told)
    return bool(told)


@contextmanager
def _grabbed(server: ctypes.c_void_p, keys: Combination) -> Iterator[set[int]]:
    """Gives where on the keyboard they are."""
    xcb = _xcb()
    root = _root(server)
    wanted = [(code, modifiers | lock) for code, modifiers in _codes(server, keys) for lock in _LOCKS]
    asked = [
        xcb.xcb_grab_key_checked(server, 1, root, modifiers, code, _ASYNC, _ASYNC)
        for code, modifiers in wanted
    ]
    refused = [error for cookie in asked if (error := xcb.xcb_request_check(server, cookie))]
    for error in refused:
        _free(error)
    if refused:
        raise KeyUnavailable(State.TAKEN)
    try:
        yield {code for code, _ in wanted}
    finally:
        # Waited for: whoever grabs next may be ourselves.
        let_go = [xcb.xcb_ungrab_key_checked(server, code, root, modifiers) for code, modifiers in wanted]
        for cookie in let_go:
            if error := xcb.xcb_request_check(server, cookie):
                _free(error)


def _codes(server: ctypes.c_void_p, keys: Combination) -> list[tuple[int, int]]:
    """Where on the keyboard the key is, and the modifiers to be held with it.

    Raises:
        KeyUnavailable: it is nowhere.
    """
    symbols = _keysyms()
    keysym = keys.keysym
    held = sum(_MODIFIERS[name] for name in keys.held)
    with ExitStack() as stack:
        table = ctypes.c_void_p(symbols.xcb_key_symbols_alloc(server))
        stack.callback(symbols.xcb_key_symbols_free, table)
        found = symbols.xcb_key_symbols_get_keycode(table, keysym)
        if not found:
            raise KeyUnavailable(State.UNKNOWN)
        codes = ctypes.string_at(found)
        _free(found)
        get = symbols.xcb_key_symbols_get_keysym
        # Qt says “Ctrl+!” where Ctrl, Shift and 1 are pressed.
        shifted = [get(table, code, 0) != keysym == get(table, code, 1) for code in codes]
        return [(code, held | _SHIFT if shift else held) for code, shift in zip(codes, shifted, strict=True)]


def _root(server: ctypes.c_void_p) -> int:
    xcb = _xcb()
    screens = xcb.xcb_setup_roots_iterator(ctypes.c_void_p(xcb.xcb_get_setup(server)))
    return ctypes.c_uint32.from_address(screens.data).value


def _bytes_of(event: int) -> bytes:
    told = ctypes.string_at(event, _EVENT_BYTES)
    _free(event)
    return told


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", ctypes.c_void_p), ("rest", ctypes.c_int), ("index", ctypes.c_int))


@cache
def _xcb() -> ctypes.CDLL:
    xcb = ctypes.CDLL("libxcb.so.1")
    pointer, whole, byte, short = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint8, ctypes.c_uint16
    _type(xcb, "xcb_setup_roots_iterator", _Screens)
    _type(xcb, "xcb_grab_key_checked", _Cookie, byte, whole, short, byte, byte, byte)
    _type(xcb, "xcb_ungrab_key_checked", _Cookie, byte, whole, short)
    _type(xcb, "xcb_request_check", pointer, _Cookie)
    for name in ("xcb_connect", "xcb_get_setup", "xcb_poll_for_event"):
        getattr(xcb, name).restype = pointer
    return xcb


@cache
def _keysyms() -> ctypes.CDLL:
    symbols = ctypes.CDLL("libxcb-keysyms.so.1")
    pointer = ctypes.c_void_p
    symbols.xcb_key_symbols_alloc.restype = pointer
    _type(symbols, "xcb_key_symbols_get_keycode", pointer, ctypes.c_uint32)
    _type(symbols, "xcb_key_symbols_get_keysym", ctypes.c_uint32, ctypes.c_uint8, ctypes.c_int)
    return symbols


def _type(library: ctypes.CDLL, name: str, answer: type, *given: type) -> None:
    """Of a function whose first argument is a pointer."""
    function = getattr(library, name)
    function.argtypes = [ctypes.c_void_p, *given]
    function.restype = answer


def _free(pointer: int) -> None:
    free = ctypes.CDLL(None).free
    free.argtypes = [ctypes.c_void_p]
    free(pointer)
