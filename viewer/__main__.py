"""``python -m viewer`` is the command ``persona-viewer``."""

import sys

from viewer.interruption import INTERRUPTED


def main() -> int:
    """Run the command line; returns the exit code. Ctrl+C is quiet while it is loaded, too."""
    try:
        from viewer import cli  # noqa: PLC0415 - it takes a while

        return cli.main()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
