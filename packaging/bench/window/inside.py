"""``python -m bench.window.inside FOLDER …`` is ``persona-viewer …``, watched: its loop is timed, and whoever
uses it from outside may ask where things are. In FOLDER: ``shared``, ``stacks``, ``steps`` and ``guide``.
"""

import json
import sys
import time
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.window.answers import answer_at
from bench.window.loop_watch import LoopWatch
from viewer import cli

if TYPE_CHECKING:
    from bench.window.guide import Guide

_LOOK_SECONDS: Final = 0.05


def main(folder: Path, arguments: list[str]) -> int:
    """Run the viewer; its exit code."""
    steps = (folder / "steps").open("w", encoding="utf-8", buffering=1)
    watch = LoopWatch(
        folder / "shared",
        folder / "stacks",
        lambda step: print(json.dumps(asdict(step)), file=steps),
    )
    answer_at(folder / "guide", lambda question: _guide(watch).ask(question))
    sys.argv[0] = "persona-viewer"
    return cli.main(arguments)


@cache
def _guide(watch: LoopWatch) -> "Guide":
    """Waits for the program to have one."""
    while "viewer.app" not in sys.modules:  # nothing here loads Qt before it does
        time.sleep(_LOOK_SECONDS)
    from bench.window.guide import guide_of  # noqa: PLC0415

    while (guide := guide_of(watch)) is None:
        time.sleep(_LOOK_SECONDS)
    return guide


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
