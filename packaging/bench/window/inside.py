"""``python -m bench.window.inside FOLDER …`` is ``persona-viewer …``, watched: its loop is timed, and whoever
uses it from outside may ask where things are. In FOLDER: ``shared``, ``stacks``, ``steps`` and ``guide``.
"""

import json
import socket
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from bench.window.loop_watch import LoopWatch
from viewer import cli

_LOOK_SECONDS: Final = 0.05


def main(folder: Path, arguments: list[str]) -> int:
    """Run the viewer; its exit code."""
    steps = (folder / "steps").open("w", encoding="utf-8", buffering=1)
    watch = LoopWatch(
        folder / "shared",
        folder / "stacks",
        lambda step: print(json.dumps(asdict(step)), file=steps),
    )
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(folder / "guide"))
    listener.listen()
    threading.Thread(target=_listen, args=(listener, watch), daemon=True).start()
    sys.argv[0] = "persona-viewer"
    return cli.main(arguments)


def _listen(listener: socket.socket, watch: LoopWatch) -> None:
    """Wait for the program, then answer whoever asks, each on a thread of its own."""
    while "viewer.app" not in sys.modules:  # nothing here loads Qt before it does
        time.sleep(_LOOK_SECONDS)
    from bench.window.guide import guide_of  # noqa: PLC0415

    while (guide := guide_of(watch)) is None:
        time.sleep(_LOOK_SECONDS)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=_serve, args=(connection, guide.ask), daemon=True).start()


def _serve(connection: socket.socket, ask: Callable[[list[str]], Any]) -> None:
    with connection, connection.makefile("rw", encoding="utf-8") as lines:
        for line in lines:
            lines.write(json.dumps(ask(json.loads(line))) + "\n")
            lines.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
