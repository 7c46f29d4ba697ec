"""``python -m tests.fuzz [--minutes N]``: every target in turn until the time is up."""

import argparse
import sys

from tests.fuzz.fuzzer import FINDINGS, fuzz
from tests.fuzz.targets import MACHINES, TARGETS


def main() -> int:
    """0: nothing was found; 1: something was, and is printed and kept."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description="Look for inputs that break the codecs.")
    parser.add_argument("--minutes", type=float, default=1.0, help="how long to look (default: 1)")
    arguments = parser.parse_args()
    return fuzz(TARGETS, MACHINES, arguments.minutes * 60, FINDINGS)


if __name__ == "__main__":
    sys.exit(main())
