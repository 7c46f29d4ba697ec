"""The tab of graphs: what is chosen, where it is looked at, and when it is drawn.

What draws (pyqtgraph) is loaded when the tab is first shown, in a thread of its own: it takes a third of a
second.
"""

import importlib
import logging
from concurrent.futures import Future
from types import ModuleType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from viewer.protocol.events import Event, Phase, PhaseChanged
from viewer.protocol.stats import StatsSampled
from viewer.threads import UnattendedThreads
from viewer.ui import look
from viewer.ui.inspector.graphs.figures import CHARTS, GROUPS
from viewer.ui.inspector.graphs.series import Series
from viewer.ui.inspector.graphs.span import PERIODS, Span
from viewer.ui.inspector.graphs.words import group_names
from viewer.ui.inspector.tab import Tab
from viewer.ui.widgets.flat_button import flat_button

if TYPE_CHECKING:
    from viewer.ui.inspector.graphs.plots import Plots

_log = logging.getLogger(__name__)

_PLOTS: Final = "viewer.ui.inspector.graphs.plots"
_POLL_MS: Final = 50
# So often it is drawn at most, however fast a file is played.
_DRAW_MS: Final = 900
_THREADS: Final = UnattendedThreads()


class GraphsTab(Tab):
    """Draws ``series``, which somebody else fills. While it is hidden nothing is done.

    Args:
        series: the figures, which grow by a sample before :meth:`take` is told of it.
    """

    def __init__(self, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = series
        self.span = Span()
        self.plots: Plots | None = None
        """What draws, once it is loaded."""
        self._loading: Future[ModuleType] | None = None
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Which graphs"))
        for name in GROUPS:
            self.group.addItem(group_names()[name], name)
        self.group.currentIndexChanged.connect(self._choose_group)
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("How long back"))
        self._name_periods()
        self.period.setToolTip(
            self.tr(
                "In a graph plus and minus zoom, the arrow keys point, Page Up and Page Down move, P stands "
                "still, and Home goes on. So do the mouse, and its wheel with Ctrl."
            )
        )
        self.period.activated.connect(lambda index: self._choose_period(PERIODS[index]))
        self.pause = flat_button("pause", self.tr("Stand still"))
        self.pause.setCheckable(True)
        self.pause.toggled.connect(self._stand)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._draw_next = QTimer(self, singleShot=True, interval=_DRAW_MS)
        self._draw_next.timeout.connect(self._draw_if_new)
        self._is_new = False
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._see_loaded)
        self._lay_out()

    def take(self, event: Event, painted: int) -> None:
        """There is another sample, or another session begins."""
        match event:
            case PhaseChanged(Phase.ASKING_BROKER):
                self.span.clear()
            case StatsSampled():
                pass
            case _:
                return
        self._is_new = True
        if self.isVisible() and not self._draw_next.isActive():
            self._draw_if_new()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came meanwhile; the first time, load what draws."""
        super().showEvent(event)
        if self.plots:
            self.draw()
        elif self._loading is None:
            self.words.setText(self.tr("The graphs are being loaded…"))
            self._loading = _THREADS.submit(importlib.import_module, _PLOTS)
            self._poll.start()

    def draw(self) -> None:
        """Draw everything as it is now."""
        self._is_new = False
        if self.plots is None:
            return
        if (newest := self._series.newest()) is not None:
            self.span.newest = self._series.times[newest]
        self.words.setVisible(not len(self._series))
        self.words.setText(self.tr("Nothing was measured yet: that begins with a session."))
        self.pause.blockSignals(True)
        self.pause.setChecked(self.span.stands)
        self.pause.blockSignals(False)
        self.plots.draw()

    def _draw_if_new(self) -> None:
        if self._is_new and self.isVisible():
            self.draw()
            self._draw_next.start()

    def _see_loaded(self) -> None:
        if self._loading is None or not self._loading.done():
            return
        self._poll.stop()
        if (error := self._loading.exception()) is not None:
            _log.error("the graphs could not be loaded", exc_info=error)
            self.words.setText(self.tr("The graphs could not be loaded. Install Persona Viewer again."))
            return
        from viewer.ui.inspector.graphs.plots import Plots  # noqa: PLC0415 - it is there now

        self.plots = Plots(self._series, self.span)
        self.plots.zoomed.connect(self._zoom)
        self.plots.moved.connect(self._move)
        self.plots.stood_still.connect(self.pause.toggle)
        self.plots.followed.connect(lambda: self._stand(False))
        self._column.addWidget(self.plots, 1)
        self._choose_group()

    def _choose_group(self) -> None:
        if self.plots:
            self.plots.show_charts([chart for chart in CHARTS if chart.group == self.group.currentData()])
            self.draw()

    def _choose_period(self, seconds: float) -> None:
        self.span.show(seconds)
        self.draw()

    def _stand(self, still: bool) -> None:
        self.span.stand(still)
        self.draw()

    def _zoom(self, factor: float, about: float | None) -> None:
        """``about``: in seconds after the newest sample."""
        self.span.zoom(factor, None if about is None else self.span.newest + about)
        self.period.setCurrentIndex(PERIODS.index(self.span.length) if self.span.length in PERIODS else -1)
        self.draw()

    def _move(self, seconds: float) -> None:
        self.span.move(seconds)
        self.draw()

    def _name_periods(self) -> None:
        for words in (self.tr("Last minute"), self.tr("Last 10 minutes"), self.tr("Last hour")):
            self.period.addItem(words)
        self.period.setPlaceholderText(self.tr("Another time"))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(look.Space.XS)
        for box in (self.group, self.period):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            bar.addWidget(box, 1)
        bar.addWidget(self.pause)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(look.Space.S)
        column.addLayout(bar)
        column.addWidget(self.words)
        column.addStretch(0)
