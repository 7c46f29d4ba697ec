"""livekit's native library, asked without livekit's own client.

That client, ``livekit.rtc``, brings all that conferences need, and protobuf: 4 MB, and a tenth of a second
to load, for the three messages of :mod:`~viewer.media.capture.audio_processing_module`. The library is asked
by protobuf's bytes: fields by their number, each a whole number or again fields.
"""

import atexit
import ctypes
import sys
import threading
from functools import cache
from pathlib import Path
from typing import Final

_FILES: Final = {"darwin": "liblivekit_ffi.dylib", "win32": "livekit_ffi.dll"}
_LINUX: Final = "liblivekit_ffi.so"
# Protobuf's kinds of fields.
_WHOLE_NUMBER: Final = 0
_FIELDS: Final = 2

_Callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_size_t)
_loading = threading.Lock()


class NativeLibrary:
    """The library, which begins once for the process and ends with it."""

    def __init__(self, file: Path) -> None:
        self._library = library = ctypes.CDLL(str(file))
        library.livekit_ffi_initialize.argtypes = [_Callback, ctypes.c_bool, ctypes.c_char_p, ctypes.c_char_p]
        library.livekit_ffi_request.argtypes = [
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.c_void_p),
            ctypes.POINTER(ctypes.c_size_t),
        ]
        library.livekit_ffi_request.restype = ctypes.c_uint64
        library.livekit_ffi_drop_handle.argtypes = [ctypes.c_uint64]
        library.livekit_ffi_drop_handle.restype = ctypes.c_bool
        # Called for what happens in conferences, and for its log; kept for as long as it may be.
        self._callback = _Callback(lambda _data, _size: None)
        library.livekit_ffi_initialize(self._callback, True, b"persona-viewer", b"")
        atexit.register(library.livekit_ffi_dispose)

    def ask(self, request: bytes) -> bytes:
        """The answer to ``request``. Waits for it, without holding the interpreter.

        Raises:
            RuntimeError: there is none.
        """
        answer, size = ctypes.c_void_p(), ctypes.c_size_t()
        handle = self._library.livekit_ffi_request(
            request, len(request), ctypes.byref(answer), ctypes.byref(size)
        )
        if not handle:
            raise RuntimeError("the library gave no answer")
        try:
            return ctypes.string_at(answer, size.value) if answer else b""
        finally:
            self.forget(handle)

    def forget(self, handle: int) -> None:
        """Have it free what it calls ``handle``."""
        self._library.livekit_ffi_drop_handle(handle)


def native_library() -> NativeLibrary:
    """The process's.

    Raises:
        ImportError: it is not installed.
        OSError: it does not load.
    """
    with _loading:
        return _load()


def library_file() -> Path:
    """Where it is.

    Raises:
        ImportError: it is not installed.
    """
    place = Path("livekit", "rtc", "resources", _FILES.get(sys.platform, _LINUX))
    for folder in sys.path:  # a bundle, too, has it where the package would be
        if (file := Path(folder, place)).is_file():
            return file
    raise ImportError("livekit is not installed", name="livekit")


def message(number: int, *values: int) -> bytes:
    """One field, ``number``, whose own fields, numbered from 1, have ``values``."""
    fields = b"".join(
        _varint(index << 3 | _WHOLE_NUMBER) + _varint(value) for index, value in enumerate(values, 1)
    )
    return _varint(number << 3 | _FIELDS) + _varint(len(fields)) + fields


def fields_in(answer: bytes, *path: int) -> bytes:
    """What is in the field by this ``path`` of numbers, each the first and only one in the one before.

    Raises:
        RuntimeError: it is not there.
    """
    for number in path:
        (kind, begin), size = _read(answer), 0
        if kind == number << 3 | _FIELDS:
            size, begin = _read(answer, begin)
        if kind != number << 3 | _FIELDS or len(answer) != begin + size:
            raise RuntimeError(f"the library gave another answer: {answer.hex()}")
        answer = answer[begin:]
    return answer


def number_in(fields: bytes) -> int:
    """The whole number that is the first of ``fields``."""
    _, begin = _read(fields)
    return _read(fields, begin)[0]


@cache
def _load() -> NativeLibrary:
    return NativeLibrary(library_file())


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _read(data: bytes, begin: int = 0) -> tuple[int, int]:
    """The number that begins there, and where it ends."""
    value = shift = 0
    for at in range(begin, len(data)):
        value |= (data[at] & 0x7F) << shift
        if data[at] < 0x80:
            return value, at + 1
        shift += 7
    raise RuntimeError(f"the library's answer ends too soon: {data.hex()}")
