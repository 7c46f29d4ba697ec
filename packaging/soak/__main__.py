"""The command line of ``dev.py soak``."""

import argparse
import sys
from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Let a kiosk endure, and print what came of it; 1 if it did what it never may."""
    parser = argparse.ArgumentParser(
        prog="dev.py soak",
        description="Has visitors and faults come over a kiosk, by chance from a seed, for days on a clock "
        "that is played, or for hours in earnest.",
    )
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--days", type=float, help="on a played clock: window, keeper and files are real")
    how.add_argument("--hours", type=float, help="in earnest: broker, engine, screen and sound are real, too")
    parser.add_argument("--speed", type=float, default=200.0, help="of the played clock; default: 200")
    parser.add_argument("--seed", type=int, default=1, help="default: 1")
    arguments = parser.parse_args(argv)
    if arguments.days:
        from soak.weeks import run  # noqa: PLC0415 - each loads its own world

        return run(arguments.days, arguments.speed, arguments.seed, _tell)
    from soak.hours import run as run_hours  # noqa: PLC0415

    return run_hours(arguments.hours, arguments.seed, _tell)


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
