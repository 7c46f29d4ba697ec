"""Standard output and standard error where they are not what one expects: in another encoding, full, closed,
or read by nobody, as in ``persona-viewer doctor | head``.
"""

import codecs
import errno
import io
import os
import select
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, TextIO

NOBODY_READS: Final = 141
"""The exit code that a shell reports of what SIGPIPE ended."""
CANNOT_WRITE: Final = 1
"""The exit code where the output takes no more."""

_NEAREST: Final = dict(zip("✓✗×·–—“”‘’", "+xx---\"\"''", strict=True)) | {"→": "->", "…": "..."}
_NEAREST_NAME: Final = "nearest-character"

# What a system says of an output that takes nothing.
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)


def prepare() -> None:
    """Have both streams take any text: what is missing in their encoding is written as what comes nearest, or
    as a question mark. A stream that was closed takes it, too, and shows it to nobody.
    """
    codecs.register_error(_NEAREST_NAME, _nearest)
    sys.stdout, sys.stderr = (_any_text(stream) for stream in (sys.stdout, sys.stderr))


def while_read(command: Callable[[], int]) -> int:
    """Run ``command``; its exit code, or :data:`NOBODY_READS`, without a word, once its output has no reader,
    or :data:`CANNOT_WRITE` with a sentence once it takes nothing more.

    Raises:
        BaseException: whatever ``command`` raises; what cannot be written elsewhere is a failure like any
            other.
    """
    try:
        try:
            return command()
        finally:
            # Here: at the interpreter's exit it would be too late to be quiet.
            sys.stdout.flush()
            complain("")
    except BrokenPipeError:
        if not _nobody_reads():
            raise
        _drop(sys.stdout)
        return NOBODY_READS
    except OSError as error:
        if error.errno not in _FULL or not _is_full():
            raise
        _drop(sys.stdout)
        complain(f"persona-viewer: The output cannot be written: {error.strerror}.\n")
        return CANNOT_WRITE


def complain(text: str) -> None:
    """Write ``text`` to standard error. Where that is not possible nobody is left to be told."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _drop(sys.stderr)


def _any_text(stream: TextIO | None) -> TextIO:
    if stream is None:
        # Python has none where the caller closed it, or where Windows gives a program no console.
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=_NEAREST_NAME)
    return stream


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_NEAREST.get(character, "?") for character in missing), error.end


def _drop(stream: TextIO) -> None:
    """What is left in its buffers goes nowhere, and nothing is said about it when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _is_full() -> bool:
    """Whether it is standard output that takes nothing. What is in its buffer fails again."""
    try:
        sys.stdout.flush()
    except OSError:
        return True
    unbuffered = isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.write_through
    return unbuffered and not _takes_a_byte()


def _nobody_reads() -> bool:
    # Asked of the pipe itself: unbuffered, a stream does not fail again.
    if sys.platform == "win32":
        return not _takes_a_byte()  # there is no poll()
    watch = select.poll()
    watch.register(sys.stdout, 0)
    return any(event & select.POLLERR for _, event in watch.poll(0))


def _takes_a_byte() -> bool:
    """Whether one can be written: an end of line, which does no harm in front of a failure's report."""
    try:
        os.write(sys.stdout.fileno(), b"\n")
    except OSError:
        return False
    return True
