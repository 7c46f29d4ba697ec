"""One graph: curves over time, with mouse and keys. Imports pyqtgraph."""

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent

from viewer.ui import look

_HEIGHT: Final = 104
_AXIS_WIDTH: Final = 46
_AXIS_HEIGHT: Final = 20
_MARGIN: Final = 8
_ZOOM: Final = 1.5
_WHEEL_STEP: Final = 120
# Seconds between the ticks of time, the first that leaves so much room for each.
_STEPS: Final = (1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200)
_TICK_ROOM: Final = 70
_KEYS: Final = frozenset(
    {
        *(Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_P, Qt.Key.Key_Pause, Qt.Key.Key_Home),
        Qt.Key.Key_Escape,
    }
)


class Graph(pg.GraphicsView):  # type: ignore[misc] # pyqtgraph has no types
    """``pens`` are asked for whenever colours change, one a curve. Times are in seconds after the newest
    sample, so 0 and less.

    With the keyboard on it: plus and minus zoom, page up and down move, the arrow keys point at a time,
    Escape at none, P stands still, Home goes back to the newest. The mouse points, drags, and zooms with
    Ctrl and the wheel.
    """

    pointed = Signal(object)
    """The mouse is at that time, or nowhere."""
    stepped = Signal(int)
    """The keys point so many samples later."""
    zoomed = Signal(float, object)
    moved = Signal(float)
    stood_still = Signal()
    followed = Signal()

    def __init__(self, pens: Callable[[], Sequence[QPen]]) -> None:
        super().__init__(useOpenGL=False)
        self._pens = pens
        self._dragged: float | None = None
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._left = _Numbers("left")
        self._bottom = _Times("bottom")
        self._curves = [pg.PlotCurveItem(connect="finite", antialias=False) for _ in pens()]
        self._mark = pg.PlotCurveItem(antialias=False)
        for item in (*self._curves, self._mark):
            self._box.addItem(item, ignoreBounds=True)
        self._box.disableAutoRange()
        grid = pg.GraphicsLayout()
        grid.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time goes in graphs everywhere
        grid.setSpacing(0)
        self._grid = grid
        grid.addItem(self._left, 0, 0)
        grid.addItem(self._box, 0, 1)
        grid.addItem(self._bottom, 1, 1)
        self.setCentralItem(grid)
        for axis in (self._left, self._bottom):
            axis.linkToView(self._box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.colour()

    @property
    def curves(self) -> list[tuple[Any, Any]]:
        """What is drawn, as (x, y)."""
        return [curve.getData() for curve in self._curves]

    @property
    def shown(self) -> tuple[float, float]:
        """From when to when."""
        begin, end = self._box.viewRange()[0]
        return float(begin), float(end)

    def show_curves(
        self, curves: Sequence[tuple[Any, Any]], times: tuple[float, float], limits: tuple[float, float]
    ) -> None:
        """Draw ``curves``, (x, y) each, as far as ``times`` and ``limits`` go."""
        nothing = np.zeros(0)
        for item, (x, y) in zip(self._curves, curves, strict=True):
            # Of what is not known anywhere no bounds can be told.
            item.setData(*((x, y) if np.isfinite(y).any() else (nothing, nothing)))
        self._box.setRange(xRange=times, yRange=limits, padding=0)

    def mark(self, time: float | None) -> None:
        """A line up at ``time``, or none."""
        if time is None:
            self._mark.setData(np.zeros(0), np.zeros(0))
        else:
            self._mark.setData(np.array([time, time]), np.array(self._box.viewRange()[1], float))

    def colour(self) -> None:
        """Take the colours and sizes of now."""
        self.setBackground(look.colour("ground"))
        for axis in (self._left, self._bottom):
            axis.setPen(QPen(look.colour("outline")))
            axis.setTextPen(QPen(look.colour("quiet")))
            axis.setStyle(tickFont=look.font("small"), maxTickLevel=0)
        self._grid.setContentsMargins(0, look.scaled(_MARGIN), look.scaled(_MARGIN), 0)
        self._left.setWidth(look.scaled(_AXIS_WIDTH))
        self._bottom.setHeight(look.scaled(_AXIS_HEIGHT))
        for curve, pen in zip(self._curves, self._pens(), strict=True):
            curve.setPen(pen)
        self._mark.setPen(QPen(look.colour("text")))
        self.setMinimumHeight(look.scaled(_HEIGHT))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(300), look.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(120), look.scaled(_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are no shortcuts of the window's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in _KEYS and (event.key() != Qt.Key.Key_Escape or self._is_marked):
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        begin, end = self.shown
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoomed.emit(1 / _ZOOM, None)
            case Qt.Key.Key_Minus:
                self.zoomed.emit(_ZOOM, None)
            case Qt.Key.Key_Left:
                self.stepped.emit(-1)
            case Qt.Key.Key_Right:
                self.stepped.emit(1)
            case Qt.Key.Key_PageUp:
                self.moved.emit((begin - end) / 2)
            case Qt.Key.Key_PageDown:
                self.moved.emit((end - begin) / 2)
            case Qt.Key.Key_P | Qt.Key.Key_Pause:
                self.stood_still.emit()
            case Qt.Key.Key_Home:
                self.followed.emit()
            case Qt.Key.Key_Escape if self._is_marked:
                self.pointed.emit(None)
            case _:
                event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms; without, what it is in scrolls."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        steps = event.angleDelta().y() / _WHEEL_STEP
        self.zoomed.emit(_ZOOM**-steps, self._time_at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged = self._time_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.followed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        time = self._time_at(event.position().x())
        if self._dragged is not None:
            self.moved.emit(self._dragged - time)
        self.pointed.emit(time)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    @property
    def _is_marked(self) -> bool:
        return len(self._mark.getData()[0]) > 0

    def _time_at(self, x: float) -> float:
        """The time under a place in the widget, kept within what is shown."""
        box, (begin, end) = self._box.sceneBoundingRect(), self.shown
        share = (x - float(box.left())) / max(1.0, float(box.width()))
        return begin + min(max(share, 0.0), 1.0) * (end - begin)


class _Numbers(pg.AxisItem):  # type: ignore[misc]
    """Numbers as the user's language writes them."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        decimals = max(0, math.ceil(-math.log10(spacing))) if spacing > 0 else 0
        return [QLocale().toString(float(value), "f", decimals) for value in values]


class _Times(pg.AxisItem):  # type: ignore[misc]
    """Minutes and seconds before the newest sample."""

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        most = max(1.0, size / look.scaled(_TICK_ROOM))
        step = next((step for step in _STEPS if (high - low) / step <= most), _STEPS[-1])
        return [(step, 0)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [_minutes(-value) for value in values]


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(abs(round(seconds)), 60)
    number = QLocale().toString
    return f"{'−' if seconds > 0 else ''}{number(minutes)}:{number(rest).zfill(2)}"
