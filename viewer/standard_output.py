"""What becomes of a command whose output nobody reads any more, as in ``persona-viewer doctor | head``."""

import os
import select
import sys
from collections.abc import Callable
from typing import Final

NOBODY_READS: Final = 141
"""The exit code that a shell reports of what SIGPIPE ended."""


def while_read(command: Callable[[], int]) -> int:
    """Run ``command``; its exit code, or :data:`NOBODY_READS`, without a word, once its output has no reader.

    Raises:
        BaseException: whatever ``command`` raises; a pipe that broke elsewhere is a failure like any other.
    """
    try:
        try:
            return command()
        finally:
            # Here: at the interpreter's exit it would be too late to be quiet.
            if sys.stdout:
                sys.stdout.flush()
    except BrokenPipeError:
        if not _nobody_reads():
            raise
        # What is left in buffers goes nowhere.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        return NOBODY_READS


def _nobody_reads() -> bool:
    # Asked of the pipe itself: unbuffered, a stream does not fail again.
    if sys.platform == "win32":
        # There is no poll(); an end of line in front of a failure's report does no harm.
        try:
            os.write(sys.stdout.fileno(), b"\n")
        except OSError:
            return True
        return False
    watch = select.poll()
    watch.register(sys.stdout, 0)
    return any(event & select.POLLERR for _, event in watch.poll(0))
