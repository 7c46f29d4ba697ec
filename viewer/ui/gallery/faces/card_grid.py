"""The personas side by side: arrows go from one to the next, Enter calls, and letters search."""

from typing import Final

from PySide6.QtCore import (
    QEasingCurve,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QMenu, QStyle, QWidget

from viewer.ui import look
from viewer.ui.gallery.faces.card_delegate import CardDelegate, CardSize
from viewer.ui.gallery.faces.cards import Card, CardModel
from viewer.ui.gallery.faces.stills import Stills
from viewer.ui.widgets.clear_viewport import use_clear_viewport

_SETTLED_MS: Final = 60
_IDLE_MS: Final = 400
# How many that are likely to be called are made ready in the window's size while nothing happens.
_READY: Final = 2
# The fewer there are, the larger they are: up to so many, so wide.
_WIDTHS: Final = ((3, 264), (8, 224))
_NARROW: Final = 184
# In a window where all of them fit in a larger size, they have it.
_LARGER: Final = (1.5, 1.25)
# Of the height; around the faces there is some air.
_FILLED: Final = 0.9


class CardGrid(QListView):
    """Shows a :class:`CardModel`, fetches what is looked at, and tells whom the user calls."""

    called = Signal(object)
    """The :class:`Card` of whom the user wants to talk to."""

    typed = Signal(str)
    """A letter, for the search."""

    forget_requested = Signal(object)
    """The :class:`Card` of somebody not to be remembered."""

    def __init__(self, model: CardModel, stills: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        use_clear_viewport(self)
        self._cards = model
        self._stills = stills
        self._lifts = _Lifts(self)
        self._delegate = CardDelegate(stills.thumbnail, self._lifts.of)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Personas"))
        self._connect_signals()

    def viewport_entered(self) -> None:
        """The mouse is on no card."""
        self._lifts.lift(None)
        self.unsetCursor()

    def choose(self, persona: str) -> None:
        """Put the keyboard's place on ``persona``, or on the first."""
        index = self._cards.index_of(persona)
        if not index.isValid() and self._cards.rowCount():
            index = self._cards.index(0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def look(self) -> None:
        """Ask for the pictures of the cards that are seen."""
        self._settled.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._call(self.currentIndex())
        elif text.strip() and text.isprintable() and not event.modifiers() & control:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if from_keyboard else self.indexAt(event.pos())
        if card := self._cards.card(index):
            place = self.visualRect(index).center() if from_keyboard else event.pos()
            self._offer(card, self.viewport().mapToGlobal(QPoint(place)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _offer(self, card: Card, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = card.name.replace("&", "&&")  # no shortcut
        call = menu.addAction(self.tr("Call {name}").format(name=name))
        call.triggered.connect(lambda: self.called.emit(card))
        if card.is_recent:
            forget = menu.addAction(self.tr("Forget that I called {name}").format(name=name))
            forget.triggered.connect(lambda: self.forget_requested.emit(card))
        menu.popup(place)

    def _call(self, index: QModelIndex) -> None:
        if card := self._cards.card(index):
            self.called.emit(card)

    def _entered(self, index: QModelIndex) -> None:
        self._lifts.lift(index)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._make_ready(index)

    def _make_ready(self, index: QModelIndex) -> None:
        if card := self._cards.card(index):
            self._stills.want_windowful(card.persona, card.still)

    def _look(self) -> None:
        """The first seen is asked for last, and so comes first."""
        seen = [
            card for row in reversed(self._rows_seen()) if (card := self._cards.card(self._cards.index(row)))
        ]
        self._stills.want_thumbnails([card.still for card in seen if card.still])
        self._idle.start()

    def _use_idle_time(self) -> None:
        for row in self._rows_seen()[:_READY]:
            self._make_ready(self._cards.index(row))
        self._make_ready(self.currentIndex())

    def _rows_seen(self) -> list[int]:
        """By the grid, in which all are of one size: asking for each place would take long for thousands."""
        if not self.isVisible() or not self._cards.rowCount():
            return []
        cell = self.gridSize()
        columns = max(1, self.viewport().width() // cell.width())
        first = max(0, self.verticalScrollBar().value() // cell.height()) * columns
        lines = self.viewport().height() // cell.height() + 2
        return list(range(first, min(first + lines * columns, self._cards.rowCount())))

    def _arrange(self) -> None:
        """Cards of a size that fits their number, in the middle."""
        count = self._cards.count
        width = next((width for most, width in _WIDTHS if count <= most), _NARROW)
        larger = (CardSize(round(width * times)) for times in _LARGER)
        self._delegate.size = next((size for size in larger if self._all_fit(size)), CardSize(width))
        cell = self._delegate.size.cell
        if cell != self.gridSize():
            self.setGridSize(cell)
        scroll = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        columns, lines = self._columns_and_lines(cell, self._cards.rowCount())
        fits = lines * cell.height() <= self.height()
        policy = Qt.ScrollBarPolicy
        # Where Qt decides, it keeps room for the bar in any case, and the last column falls down.
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAlwaysOn)
        side = max(0, (self.width() - columns * cell.width() - 1) // 2)
        # A little above the middle, where a picture hangs.
        above = max(0, self.height() - lines * cell.height()) * 2 // 5
        self.setViewportMargins(side, above, side if fits else max(0, side - scroll), 0)
        ratio = self.devicePixelRatioF()
        window = self.window().size()
        self._stills.set_sizes(
            (self._delegate.size.picture * ratio),
            QSize(round(window.width() * ratio), round(window.height() * ratio)),
        )
        self.look()

    def _all_fit(self, size: CardSize) -> bool:
        """Also those that are not searched for: no face becomes larger by a search."""
        _, lines = self._columns_and_lines(size.cell, self._cards.count)
        return lines * size.cell.height() <= self.height() * _FILLED

    def _columns_and_lines(self, cell: QSize, count: int) -> tuple[int, int]:
        scroll = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        columns = max(1, min((self.width() - 2 * scroll) // cell.width(), count or 1))
        return columns, -(-count // columns)

    def _model_is_new(self) -> None:
        self._lifts.lift(None)
        self._arrange()

    def _connect_signals(self) -> None:
        self.clicked.connect(self._call)
        self.entered.connect(self._entered)
        self.viewportEntered.connect(self.viewport_entered)
        self.verticalScrollBar().valueChanged.connect(self.look)
        self._cards.modelReset.connect(self._model_is_new)
        self._stills.thumbnail_ready.connect(self._cards.picture_changed)
        self._settled.timeout.connect(self._look)
        self._idle.timeout.connect(self._use_idle_time)
        self.selectionModel().currentChanged.connect(lambda index, _: self._make_ready(index))


class _Lifts(QObject):
    """How far each card is lifted: softly up under the mouse, softly down behind it."""

    def __init__(self, grid: CardGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._lifts: dict[int, float] = {}
        self._before: dict[int, float] = {}
        self._row: int | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._move)

    def of(self, row: int) -> float:
        """0 to 1."""
        return self._lifts.get(row, 0.0)

    def lift(self, index: QModelIndex | QPersistentModelIndex | None) -> None:
        """The card there, and no other."""
        row = index.row() if index and index.isValid() else None
        if row == self._row:
            return
        self._row, self._before = row, dict(self._lifts)
        self._animation.stop()
        self._animation.setDuration(look.duration(look.Motion.QUICK))
        self._animation.start()

    def _move(self, done: float) -> None:
        self._lifts = {row: lift * (1 - done) for row, lift in self._before.items() if done < 1}
        if self._row is not None:
            start = self._before.get(self._row, 0.0)
            self._lifts[self._row] = start + (1 - start) * done
        model = self._grid.model()
        for row in self._lifts.keys() | self._before.keys():
            self._grid.update(model.index(row, 0))
