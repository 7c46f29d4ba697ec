"""Graphs under each other, with what they say in words. Imports pyqtgraph: only who draws may import this."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from viewer.ui import look
from viewer.ui.inspector.graphs.figures import UNKNOWN, Chart, Unit
from viewer.ui.inspector.graphs.graph import Graph
from viewer.ui.inspector.graphs.series import Series
from viewer.ui.inspector.graphs.span import Span
from viewer.ui.inspector.graphs.words import ago, chart_names, figure_names, in_words

# At the end it would look through all objects of the program for those that Qt might stumble over.
pg.setConfigOption("exitCleanup", False)

Numbers: TypeAlias = npt.NDArray[np.float64]

_ROLES: Final[tuple[look.Role, ...]] = ("accent", "warning", "good")
_STYLES: Final = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
_SAMPLE: Final = 22
"""Pixels of a line beside the words for it."""
# One graph is painted before the next is made: both at once would hold the talk up.
_MAKE_MS: Final = 20
# More points than that are drawn over each other.
_MOST_POINTS: Final = 900
# What a graph shows at least, so that nothing looks like a mountain.
_LEAST: Final[dict[Unit, tuple[float, float]]] = {
    "kbit/s": (0.0, 100.0),
    "ms": (0.0, 10.0),
    "1/s": (0.0, 5.0),
    "dB": (0.0, 40.0),
    "dBFS": (-90.0, 0.0),
    "%": (0.0, 10.0),
    "MB": (0.0, 100.0),
}
_ROOM: Final = 1.1


class Plots(QScrollArea):
    """The graphs of a group, as far as ``span`` goes. It asks for another one by signals."""

    zoomed = Signal(float, object)
    """So many times as much time is to be seen, about that time or None."""
    moved = Signal(float)
    """So many seconds later is to be seen."""
    stood_still = Signal()
    """It is to stand still, or go on."""
    followed = Signal()
    """The newest is to be seen again."""

    def __init__(self, series: Series, span: Span, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = series
        self._span = span
        self._pointed: float | None = None
        self.rows: list[Row] = []
        """One for each graph that is made by now."""
        self._unmade: deque[Chart] = deque()
        self._column = QVBoxLayout()
        self._make_next = QTimer(self, singleShot=True, interval=_MAKE_MS)
        self._make_next.timeout.connect(self._make_row)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Graphs"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Be graphs of these: one is made after the other, with pictures of the talk in between."""
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(look.Space.S)
        self.rows, self._unmade = [], deque(charts)
        self.setWidget(inside)  # which deletes the one before
        self._make_row()

    def draw(self) -> None:
        """Draw all that its span shows."""
        if not self._series.times:
            self._pointed = None
        for row in self.rows:
            self._draw_row(row)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            for row in self.rows:
                row.graph.colour()

    def _make_row(self) -> None:
        row = Row(self._unmade.popleft())
        row.graph.pointed.connect(self._point)
        row.graph.stepped.connect(self._step)
        row.graph.zoomed.connect(self.zoomed)
        row.graph.moved.connect(self.moved)
        row.graph.stood_still.connect(self.stood_still)
        row.graph.followed.connect(self.followed)
        self._column.addWidget(row)
        self.rows.append(row)
        self._draw_row(row)
        self._tell()
        if self._unmade:
            self._make_next.start()
        else:
            self._column.addStretch(1)

    def _draw_row(self, row: "Row") -> None:
        span, times = self._span, self._series.times
        first = max(0, bisect_left(times, span.begin) - 1)
        last = bisect_right(times, span.end) + 1
        at = np.array(times[first:last]) - span.newest
        curves = [np.array(self._series.values[name][first:last], float) for name in row.chart.figures]
        row.graph.show_curves(
            [thinned(at, curve) for curve in curves],
            (span.begin - span.newest, span.end - span.newest),
            _limits(curves, row.chart.unit),
        )

    def _point(self, time: float | None) -> None:
        """At a time, in seconds after the newest sample; None: at nothing."""
        self._pointed = None if time is None else self._span.newest + time
        self._tell()

    def _step(self, samples: int) -> None:
        """Point so many samples later."""
        times = self._series.times
        if not times:
            return
        if self._pointed is None:
            place = bisect_right(times, self._span.end) - 1
        else:
            place = bisect_left(times, self._pointed) + samples
        self._pointed = at = times[min(max(place, 0), len(times) - 1)]
        if at < self._span.begin or at > self._span.end:
            self.moved.emit(at - (self._span.begin if at < self._span.begin else self._span.end))
        self._tell()

    def _tell(self) -> None:
        """The figures in words: those that are pointed at, or the newest."""
        times = self._series.times
        pointed = None if self._pointed is None else self._pointed - self._span.newest
        at = self._span.end if self._pointed is None else self._pointed
        place = min(bisect_left(times, at), len(times) - 1)
        if place > 0 and abs(times[place - 1] - at) < abs(times[place] - at):
            place -= 1
        when = "" if pointed is None or place < 0 else ago(self._span.newest - times[place])
        for row in self.rows:
            values = [
                self._series.values[name][place] if place >= 0 else UNKNOWN for name in row.chart.figures
            ]
            row.tell(values, when)
            row.graph.mark(pointed)


class Row(QWidget):
    """A graph under its name and its figures."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.chart = chart
        self.title = QLabel()
        self.title.setObjectName("rowTitle")
        self.title.setWordWrap(True)
        curves = len(chart.figures)
        self.graph = Graph(lambda: [_pen(number) for number in range(curves)])
        self.keys = [_Key(number) for number in range(curves)] if curves > 1 else []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.title, *self.keys):
            column.addWidget(label)
        column.addWidget(self.graph)
        self.tell([UNKNOWN] * curves, "")

    def tell(self, values: Sequence[float], when: str) -> None:
        """Say ``values``, and ``when`` that was."""
        name, unit = chart_names()[self.chart.name], self.chart.unit
        title = name if self.keys else f"{name}: {in_words(values[0], unit)}"
        self.title.setText(f"{title}, {when}" if when else title)
        lines: list[str] = []
        if self.keys:
            lines = [
                f"{figure_names()[figure]} {in_words(value, unit)}"
                for figure, value in zip(self.chart.figures, values, strict=True)
            ]
        for key, line in zip(self.keys, lines, strict=True):
            key.setText(line)
        self.graph.setAccessibleName(name)
        self.graph.setAccessibleDescription(", ".join([self.title.text(), *lines]))


class _Key(QLabel):
    """Words beside a piece of the line that they are about."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setWordWrap(True)
        self.setIndent(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(_pen(self._number))
        line = QRectF(self.rect())
        length = look.scaled(_SAMPLE) - 6
        left = line.right() - length if self.isRightToLeft() else line.left()
        middle = round(self.fontMetrics().height() / 2)
        painter.drawLine(round(left), middle, round(left + length), middle)
        painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._make_room()

    def setText(self, text: str) -> None:
        self._make_room()
        super().setText(text)

    def _make_room(self) -> None:
        room = look.scaled(_SAMPLE)
        left, right = (0, room) if self.isRightToLeft() else (room, 0)
        if self.contentsMargins().left() != left or self.contentsMargins().right() != right:
            self.setContentsMargins(left, 0, right, 0)


def thinned(x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    """A curve of not much more than :data:`_MOST_POINTS` points that reaches as far up and down."""
    step = len(y) // _MOST_POINTS
    if step < 2:
        return x, y
    whole = len(y) // step * step
    parts = y[-whole:].reshape(-1, step)
    ends = np.column_stack((np.fmin.reduce(parts, axis=1), np.fmax.reduce(parts, axis=1)))
    return np.repeat(x[-whole:].reshape(-1, step)[:, 0], 2), ends.ravel()


def _limits(curves: Sequence[Numbers], unit: Unit) -> tuple[float, float]:
    """From where to where a graph goes up."""
    low, high = _LEAST[unit]
    known = [curve[np.isfinite(curve)] for curve in curves]
    lowest = min((float(curve.min()) for curve in known if len(curve)), default=low)
    highest = max((float(curve.max()) for curve in known if len(curve)), default=high)
    return (low if lowest >= low else lowest * _ROOM), (high if highest <= high else highest * _ROOM)


def _pen(number: int) -> QPen:
    pen = QPen(look.colour(_ROLES[number]), 1, _STYLES[number])
    pen.setCosmetic(True)
    return pen
