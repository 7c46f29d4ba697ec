"""``python -m soak.inside FOLDER …`` is ``persona-viewer …``; whoever plays a visitor may ask at the socket
``FOLDER/guide`` where things are, to touch them.
"""

import sys
from operator import attrgetter
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from bench.window.answers import answer_at
from viewer import cli


def main(folder: Path, arguments: list[str]) -> int:
    """Run the viewer; its exit code."""
    answer_at(folder / "guide", lambda question: _ask(*question))
    sys.argv[0] = "persona-viewer"
    return cli.main(arguments)


def _ask(name: str) -> list[int] | None:
    """Left, top, width and height of what is at this path from the kiosk's window; None: it is not seen."""
    if "viewer.ui.kiosk.window" not in sys.modules:  # nothing here loads Qt before the program does
        return None
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    if (application := QApplication.instance()) is None:
        return None
    answers: SimpleQueue[list[int] | None] = SimpleQueue()
    QTimer.singleShot(0, application, lambda: answers.put(_where(name)))
    return answers.get()


def _where(name: str) -> list[int] | None:
    from PySide6.QtCore import QPoint  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    from viewer.ui.kiosk.window import KioskWindow  # noqa: PLC0415

    path, _, index = name.partition("#")
    window = next((top for top in QApplication.topLevelWidgets() if isinstance(top, KioskWindow)), None)
    try:
        found: Any = attrgetter(path)(window) if path else window
        thing = found[int(index)] if index else found
    except (AttributeError, IndexError):
        return None
    if not isinstance(thing, QWidget) or not thing.isVisible():
        return None
    corner = thing.mapToGlobal(QPoint())
    return [corner.x(), corner.y(), thing.width(), thing.height()]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
