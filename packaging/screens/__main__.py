"""Draw every state of the window in every look; 1 if text does not fit somewhere."""

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "build" / "screens"


def main() -> int:
    """Write the pictures and the page; print what does not fit."""
    parser = argparse.ArgumentParser(prog="dev.py screens", description=__doc__)
    parser.add_argument("states", nargs="*", metavar="STATE", help="only these; default: all")
    parser.add_argument("--scale", default="1", help="pixels a logical pixel, e.g. 2")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder for the pictures and index.html")
    arguments = parser.parse_args()
    # Before Qt is loaded, which reads them.
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen(arguments.out)}"
    os.environ["QT_SCALE_FACTOR"] = arguments.scale
    return _draw_all(arguments.states, arguments.out)


def _draw_all(wanted: list[str], folder: Path) -> int:
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - see above

    from screens.drawing import draw  # noqa: PLC0415
    from screens.page import file_name, page  # noqa: PLC0415
    from screens.states import STATES  # noqa: PLC0415
    from screens.variants import VARIANTS  # noqa: PLC0415

    if unknown := set(wanted) - set(STATES):
        print(f"There is no state {', '.join(sorted(unknown))}; there are: {', '.join(STATES)}.")
        return 2
    qInstallMessageHandler(_say)
    application = QApplication(sys.argv[:1])
    began = time.monotonic()
    problems: dict[str, dict[str, list[str]]] = {}
    for state in wanted or STATES:
        problems[state] = {}
        for variant in VARIANTS:
            drawn = draw(application, state, variant)
            drawn.picture.save(str(folder / file_name(state, variant.name)))
            problems[state][variant.name] = drawn.problems
    (folder / "index.html").write_text(page(problems), "utf-8")
    count = sum(len(variants) for variants in problems.values())
    print(f"{count} pictures in {time.monotonic() - began:.0f} s: {folder / 'index.html'}")
    lines = [
        f"{state}, {variant}: {line}"
        for state, variants in problems.items()
        for variant, found in variants.items()
        for line in found
    ]
    print("\n".join(lines) or "All texts fit.")
    return 1 if lines else 0


def _screen(folder: Path) -> Path:
    """A large screen, described as Qt's offscreen platform wants it; its own has 800 by 800 pixels."""
    folder.mkdir(parents=True, exist_ok=True)
    screen = {"name": "screen", "x": 0, "y": 0, "width": 3840, "height": 2160, "dpr": 1}
    described = folder / "screen.json"
    described.write_text(json.dumps({"screens": [screen]}))
    return described


def _say(_kind: object, _context: object, text: str) -> None:
    """Qt's warnings, but for what the offscreen platform cannot do."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
