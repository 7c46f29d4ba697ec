"""``python -m viewer`` is the command ``persona-viewer``."""

import os
import sys
from contextlib import suppress
from typing import NoReturn

from viewer.interruption import INTERRUPTED
from viewer.loading import loading
from viewer.programs import is_bundle


def main() -> int:
    """Run the command line; returns the exit code. Ctrl+C is quiet while it is loaded, too."""
    try:
        with loading():
            from viewer import cli  # noqa: PLC0415 - it takes a while

        return cli.main()
    except KeyboardInterrupt:
        return INTERRUPTED


def leave(code: int) -> NoReturn:
    """End the process. A bundle ends at once: while Python and its libraries were taken down, a thread of
    Qt's pools came upon memory that was gone, once in some ten starts.
    """
    if is_bundle():
        with suppress(OSError):  # what could be told has been, in main()
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    leave(main())
