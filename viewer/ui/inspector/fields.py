"""What the tabs that act on a session are filled in with."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from viewer.protocol.events import Event, Phase, PhaseChanged, SessionClosed, SessionStarted
from viewer.protocol.insight import Noted
from viewer.ui import look
from viewer.ui.widgets.device_picker import paint_chevron
from viewer.ui.widgets.switch import Switch


class Choices(QComboBox):
    """One of a few. The wheel scrolls the page that it is on."""

    def __init__(self, name: str, choices: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value, words in (choices or {}).items():
            self.addItem(words, value)

    @property
    def chosen(self) -> str:
        """The value of what is chosen; empty for nothing."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Choose ``value``, if there is such a one."""
        if (row := self.findData(value)) >= 0:
            self.setCurrentIndex(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_chevron(painter, self)
        painter.end()


class Number(QSpinBox):
    """A whole number. The wheel scrolls the page that it is on."""

    def __init__(self, name: str, lowest: int, highest: int, value: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setRange(lowest, highest)
        self.setValue(value)
        self.setMinimumWidth(look.scaled(96))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Words(QPlainTextEdit):
    """Text of several lines; Tab goes on to what comes next."""

    def __init__(self, name: str, lines: int = 4) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(max(look.TARGET, self.fontMetrics().lineSpacing() * lines + 16))


class SwitchLine(QWidget):
    """A switch, and beside it what it is for."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.switch = Switch(title, False)
        self.title = QLabel(title)
        self.title.setWordWrap(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.Space.S)
        line.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.title, 1)


def wrapped(text: str = "", name: str = "quiet") -> QLabel:
    """A label of as many lines as ``text`` takes."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def column_of(widget: QWidget) -> QVBoxLayout:
    """A column for what is in ``widget``."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.Space.S)
    return column


def named(column: QVBoxLayout, name: str, field: QWidget) -> None:
    """Put ``field`` into ``column``, below its ``name``."""
    label = wrapped(name, "fieldName")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)


def scrolling(inside: QWidget, name: str) -> QScrollArea:
    """``inside``, which scrolls up and down where there is no room for it."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def runs_after(event: Event, ran: bool) -> bool:
    """Whether a session runs after ``event``; before it, one ``ran`` or not."""
    match event:
        case SessionStarted() | PhaseChanged(Phase.ASKING_BROKER):
            return True
        case SessionClosed() | Noted(kind="SessionClosed"):
            return False
    return ran
