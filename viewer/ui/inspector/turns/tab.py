"""The tab of turns: a line for each, what is usual, and how they are spread."""

from collections import deque
from typing import Final

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.protocol.events import Event, Phase, PhaseChanged
from viewer.protocol.insight import Noted
from viewer.ui import look
from viewer.ui.inspector.tab import Tab
from viewer.ui.inspector.turns.histogram import Histogram
from viewer.ui.inspector.turns.turns import Turn, Turns, percentile

_KINDS: Final = frozenset({"UserSpeechChanged", "TextTyped", "DataReceived", "MouthMoved"})
_SHOW_MS: Final = 150
_MAX_WAITING: Final = 5000
_UNKNOWN: Final = "–"


class TurnsTab(Tab):
    """While it is hidden it only keeps what comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns = Turns()
        self._waiting: deque[Noted] = deque(maxlen=_MAX_WAITING)
        self._first: float | None = None
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Turns"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setTabKeyNavigation(False)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._name_columns()
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        self.figures = QLabel()
        self.figures.setWordWrap(True)
        self.figures.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.histogram = Histogram((self.tr("Sound"), self.tr("Mouth")))
        self._show_soon = QTimer(self, singleShot=True, interval=_SHOW_MS)
        self._show_soon.timeout.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(look.Space.S)
        column.addWidget(self.list, 1)
        column.addWidget(self.figures)
        column.addWidget(self.histogram)
        self._show()

    def _name_columns(self) -> None:
        names = [self.tr("At"), self.tr("The user"), self.tr("Word"), self.tr("Sound")]
        self.list.setHeaderLabels([*names, self.tr("Mouth")])
        self.list.headerItem().setToolTip(
            len(names),
            self.tr(
                "Those places of the picture that change most while the persona is heard, and little while "
                "it is silent, are its mouth. It moves in the first picture in which they change far more "
                "than just before. Nothing is told until the mouth has been found, in the first seconds of "
                "speech."
            ),
        )

    def take(self, event: Event, painted: int) -> None:
        """Count ``event``; a new session begins anew."""
        match event:
            case PhaseChanged(Phase.ASKING_BROKER):
                self._waiting.clear()
                self._turns.clear()
                self._first = None
            case Noted():
                if self._first is None and event.kind != "DevicesListed":
                    self._first = event.at
                if event.kind not in _KINDS:
                    return
                self._waiting.append(event)
            case _:
                return
        if self.isVisible() and not self._show_soon.isActive():
            self._show_soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came meanwhile."""
        self._show()
        super().showEvent(event)

    def _show(self) -> None:
        while self._waiting:
            self._turns.add(self._waiting.popleft())
        turns = self._turns.turns
        bar = self.list.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 2
        self.list.clear()
        self.list.addTopLevelItems([self._item(turn) for turn in turns])
        if follows:
            self.list.scrollToBottom()
        sounds = [turn.first_sound for turn in turns if turn.first_sound is not None]
        words = [turn.first_word for turn in turns if turn.first_word is not None]
        movements = [turn.first_movement for turn in turns if turn.first_movement is not None]
        self.histogram.show_times(sounds, movements)
        if not sounds:
            self.figures.setText(self.tr("Nobody has been answered yet."))
            return
        said = self.tr(
            "First sound: half of them within {p50}, 95 % within {p95}. First word: {w50} and {w95}."
        ).format(
            p50=self._milliseconds(percentile(sounds, 50)),
            p95=self._milliseconds(percentile(sounds, 95)),
            w50=self._milliseconds(percentile(words, 50)),
            w95=self._milliseconds(percentile(words, 95)),
        )
        if movements:
            moved = self.tr("First movement of the mouth: {p50} and {p95}.")
            said += " " + moved.format(
                p50=self._milliseconds(percentile(movements, 50)),
                p95=self._milliseconds(percentile(movements, 95)),
            )
        self.figures.setText(said)

    def _item(self, turn: Turn) -> QTreeWidgetItem:
        at = QLocale().toString(turn.began - (self._first or 0.0), "f", 3)
        cause = self.tr("stopped speaking") if turn.cause == "spoke" else self.tr("sent a text")
        times = (turn.first_word, turn.first_sound, turn.first_movement)
        item = QTreeWidgetItem([at, cause, *map(self._milliseconds, times)])
        for column in (0, 2, 3, 4):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _milliseconds(self, seconds: float | None) -> str:
        if seconds is None:
            return _UNKNOWN
        return self.tr("{number} ms").format(number=QLocale().toString(round(seconds * 1000)))
