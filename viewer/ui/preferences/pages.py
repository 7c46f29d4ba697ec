"""The pages' names, and each page: a title, and its rows on a card."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QVBoxLayout, QWidget

from viewer.ui.preferences import words
from viewer.ui.preferences.row import Row
from viewer.ui.preferences.table import PAGES

# Colours come from the palette, so that they follow the look. What a sheet covers is slower to make, so it
# covers the list alone.
_LIST_SHEET: Final = """
QListWidget { background: transparent; border: none; outline: none; }
QListWidget::item { padding: 12px 14px; border-radius: 10px; border: 2px solid transparent; }
QListWidget::item:hover { background: palette(alternate-base); }
QListWidget::item:selected { background: palette(button); color: palette(button-text); }
QListWidget:focus::item:selected { border-color: palette(link); }
"""


class PageList(QListWidget):
    """The pages' names, as wide as the longest."""

    def __init__(self) -> None:
        super().__init__()
        self.setStyleSheet(_LIST_SHEET)
        self.setAccessibleName(self.tr("Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.addItems([words.page_titles()[page] for page in PAGES])

    def show_choice(self, shown: bool) -> None:
        """Mark the page that is shown, or none."""
        if item := self.currentItem():
            item.setSelected(shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        match event.type():
            case QEvent.Type.LanguageChange:
                for place, page in enumerate(PAGES):
                    self.item(place).setText(words.page_titles()[page])
                self._fit()
            case QEvent.Type.FontChange | QEvent.Type.StyleChange:
                self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(self.sizeHintForColumn(0) + bar + 8)


class Section(QWidget):
    """A page's title, and its rows on a card."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._card = _Card(self.rows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(label(title, "heading"))
        self._column.addWidget(self._card)

    def add(self, row: Row) -> None:
        """Have ``row`` as the last."""
        self.rows.append(row)
        self._card.column.addWidget(row)

    def say(self, text: str) -> None:
        """A last line."""
        line = label(text, "quiet")
        line.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._column.addWidget(line)

    def matches(self, looked_for: str) -> bool:
        """Whether one of the rows matches."""
        return any(row.matches(looked_for) for row in self.rows)

    def show_matching(self, looked_for: str) -> None:
        """Show the rows that match. The section itself may be hidden then."""
        changing = [row for row in self.rows if row.isHidden() is row.matches(looked_for)]
        focused = self.window().focusWidget()
        if changing and not (focused and self.isAncestorOf(focused)):
            self.hide()  # else all of it is laid out for each row
        for row in changing:
            row.setVisible(row.isHidden())


class _Card(QFrame):
    """Rows with lines between them. ``rows`` grows."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._rows = rows
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 8, 14, 8)
        self.column.setSpacing(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.AlternateBase)
        for row in [row for row in self._rows if not row.isHidden()][1:]:
            painter.fillRect(row.x(), row.y() - 1, row.width(), 1, ink)
        painter.end()


def label(text: str, style: str) -> QLabel:
    """``text``, plainly."""
    made = QLabel(text)
    made.setObjectName(style)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
