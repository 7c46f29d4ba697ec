"""Whether the user asked macOS or Windows for less motion, which Qt does not tell."""

import ctypes
import sys
from typing import Final

_SPI_GETCLIENTAREAANIMATION: Final = 0x1042


def wants_reduced_motion() -> bool:
    """False where the system does not say; Linux desktops say it on their bus, see ``portal.py``."""
    try:
        if sys.platform == "win32":
            return _windows()
        if sys.platform == "darwin":
            return _macos()
    except (AttributeError, OSError):  # a system too old to have the setting
        return False
    return False


def _windows() -> bool:
    animated = ctypes.c_int(1)
    user32 = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
    user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0)
    return not animated.value


def _macos() -> bool:
    """``[[NSWorkspace sharedWorkspace] accessibilityDisplayShouldReduceMotion]``; Qt has loaded AppKit."""
    import ctypes.util  # noqa: PLC0415 - loads much, and nobody else asks for it

    objc = ctypes.CDLL(ctypes.util.find_library("objc"))
    objc.objc_getClass.restype = objc.sel_registerName.restype = ctypes.c_void_p
    pointer, selector = ctypes.c_void_p, objc.sel_registerName
    ask_object = ctypes.CFUNCTYPE(pointer, pointer, pointer)(("objc_msgSend", objc))
    ask_bool = ctypes.CFUNCTYPE(ctypes.c_bool, pointer, pointer)(("objc_msgSend", objc))
    workspace = ask_object(objc.objc_getClass(b"NSWorkspace"), selector(b"sharedWorkspace"))
    return bool(ask_bool(workspace, selector(b"accessibilityDisplayShouldReduceMotion")))
