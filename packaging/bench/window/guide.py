"""Tells whoever uses the window from outside where things are, and counts what is alive."""

import ctypes
import sys
from operator import attrgetter
from queue import SimpleQueue
from typing import Any, ClassVar, Final

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from bench.window.loop_watch import LoopWatch
from viewer.ui.windows.main_window import MainWindow

_CARD: Final = "card "


def guide_of(watch: LoopWatch) -> "Guide | None":
    """The guide, on the GUI's thread; None while Qt is not there yet. Any thread."""
    application = QApplication.instance()
    if application is None:
        return None
    guide = Guide(watch)
    guide.moveToThread(application.thread())
    return guide


class Guide(QObject):
    """Answers, on the GUI's thread, what others ask on theirs."""

    _asked = Signal(object, object)

    def __init__(self, watch: LoopWatch) -> None:
        super().__init__()
        self._watch = watch
        self._asked.connect(self._answer)

    def ask(self, question: list[str]) -> Any:
        """The answer; waits for it. Questions: ``look``, ``count``, ``steps``, or ``where`` and a thing."""
        answers: SimpleQueue[Any] = SimpleQueue()
        self._asked.emit(question, answers)
        return answers.get()

    @Slot(object, object)
    def _answer(self, question: list[str], answers: "SimpleQueue[Any]") -> None:
        window = _window()
        match question:
            case ["steps"]:
                answers.put(sorted(self._watch.milliseconds.items()))
            case ["count"]:
                self._watch.excuse()  # it finds what the program has no wrapper for
                answers.put(_count())
            case ["look"] if window:
                answers.put(_look(window))
            case ["where", name] if window:
                answers.put(_where(window, name))
            case _:
                answers.put(None)


def _window() -> MainWindow | None:
    return next((found for found in QApplication.topLevelWidgets() if isinstance(found, MainWindow)), None)


def _look(window: MainWindow) -> dict[str, Any]:
    """What is open, and how many pictures were painted since the call."""
    preferences, inspector = window.later.preferences, window.later.inspector_if_made
    return {
        "painted": window.video.painted,
        "live": window.state.live,
        "busy": window.state.busy,
        "speaking": window.state.speaking,
        "full": window.isFullScreen(),
        "small": window.small_window is not None,
        "transcript": window.side_panel.is_open,
        "inspector": inspector is not None and inspector.isVisible(),
        "preferences": preferences is not None and preferences.isVisible(),
        "popup": QApplication.activePopupWidget() is not None,
        "captions": window.live_page.caption.look.style != "off",
        "muted": window.controls.mute.muted,
        "push to talk": window.controls.mute.push_to_talk,
        "typed": window.controls.message.text(),
        "lines": len(window.record),
        "width": window.width(),
    }


class _MallInfo(ctypes.Structure):
    """``struct mallinfo2`` of glibc's malloc.h."""

    _fields_: ClassVar = [
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    ]


def _count() -> dict[str, float]:
    """What is alive: widgets, objects of Qt, what Python knows of them; and where the memory is."""
    mallinfo2 = ctypes.CDLL(None).mallinfo2
    mallinfo2.restype = _MallInfo
    given = mallinfo2()
    tops = [*QApplication.topLevelWidgets(), QApplication.instance()]
    known = len(shiboken6.getAllValidWrappers())  # first: whatever is found gets a wrapper
    return {
        "widgets": len(QApplication.allWidgets()),
        "objects": sum(1 + len(top.findChildren(QObject)) for top in tops if top is not None),
        "wrappers": known,
        "given_mb": (given.uordblks + given.hblkhd) / 1e6,
        "free_mb": given.fordblks / 1e6,
        "blocks": sys.getallocatedblocks(),
    }


def _where(window: MainWindow, name: str) -> list[int] | None:
    """Left, top, width and height on the screen of what is at this path from ``window``, or of somebody's
    card; None if it is not to be seen.
    """
    if name.startswith(_CARD):
        grid = window.start_page.gallery.grid
        index = window.start_page.gallery.cards.index_of(name.removeprefix(_CARD))
        return _box(grid.viewport(), grid.visualRect(index)) if index.isValid() else None
    try:
        thing = attrgetter(name)(window) if name else window
    except AttributeError:
        return None
    return _box(thing, QRect(QPoint(), thing.size())) if isinstance(thing, QWidget) else None


def _box(widget: QWidget, area: QRect) -> list[int] | None:
    if not widget.isVisible() or area.size() == QSize():
        return None
    corner = widget.mapToGlobal(area.topLeft())
    return [corner.x(), corner.y(), area.width(), area.height()]
