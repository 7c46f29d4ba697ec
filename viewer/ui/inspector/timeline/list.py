"""The list of the timeline: follows its end until the user scrolls away."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from viewer.ui import look
from viewer.ui.inspector.timeline.model import LINE, TIME, WHAT, TimelineModel

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST_TIME: Final = "00000.000"
_LONGEST_NAME: Final = "← directorNoteCueApplied"


class TimelineList(QTreeView):
    """One line each, chosen by arrow keys or a click; Enter goes to what is in it."""

    chosen = Signal(object)
    """The row that is chosen from now on, or None."""

    entered = Signal()
    at_the_end = Signal(bool)
    """The user scrolled to the end, or away from it."""

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelineList")
        self.setAccessibleName(self.tr("What happened"))
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHeaderHidden(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setStretchLastSection(True)
        self._follows = True
        self._fit_columns()
        model.rowsInserted.connect(self._inserted)
        # It is told of before it is done.
        self.verticalScrollBar().actionTriggered.connect(
            lambda _: QTimer.singleShot(0, self, self._tell_place)
        )
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def set_following(self, follows: bool) -> None:
        """Show each new line as it comes, or stay where it is."""
        self._follows = follows
        if follows:
            self.scrollToBottom()

    def choose(self, row: int | None) -> None:
        """Choose the line in that row, if there is one."""
        if row is not None:
            self.setCurrentIndex(self.model().index(row, LINE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_follows"):
            self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
            return
        super().keyPressEvent(event)
        self._tell_place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self._tell_place()

    def _inserted(self, parent: QModelIndex) -> None:
        if self._follows:
            self.scrollToBottom()

    def _tell_place(self) -> None:
        bar = self.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum() - self.sizeHintForRow(0)
        if is_at_end != self._follows:
            self.at_the_end.emit(is_at_end)

    def _current_changed(self, current: QModelIndex) -> None:
        self.chosen.emit(current.row() if current.isValid() else None)

    def _fit_columns(self) -> None:
        metrics = self.fontMetrics()
        room = 2 * look.Space.S
        self.header().resizeSection(TIME, metrics.horizontalAdvance(_LONGEST_TIME) + room)
        self.header().resizeSection(WHAT, metrics.horizontalAdvance(_LONGEST_NAME) + room)
