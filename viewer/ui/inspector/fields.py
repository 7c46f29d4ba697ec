"""What the tabs that act on a session are filled in with."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from viewer.protocol.events import Event, Phase, PhaseChanged, SessionClosed, SessionStarted
from viewer.protocol.insight import Noted
from viewer.ui import look
from viewer.ui.widgets import choices as lists
from viewer.ui.widgets.switch import Switch


class Choices(lists.Choices):
    """One of a few values, each with its words."""

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


class Number(QLineEdit):
    """A whole number from ``lowest`` to ``highest``; the arrow keys count it up and down."""

    value_changed = Signal(int)

    def __init__(self, name: str, lowest: int, highest: int, value: int) -> None:
        super().__init__(str(value))
        self._range = (lowest, highest)
        self._told = value
        self.setAccessibleName(name)
        self.setValidator(QIntValidator(0, highest, self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textChanged.connect(lambda _: self._tell())
        self.editingFinished.connect(lambda: self.set_value(self.value))

    @property
    def value(self) -> int:
        """The nearest to what is written that may be."""
        lowest, highest = self._range
        text = self.text()
        return max(lowest, min(int(text) if text.isdecimal() else lowest, highest))

    def set_value(self, value: int) -> None:
        """Have ``value`` written."""
        lowest, highest = self._range
        if (text := str(max(lowest, min(value, highest)))) != self.text():
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self.set_value(self.value + 1)
            case Qt.Key.Key_Down:
                self.set_value(self.value - 1)
            case _:
                super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.value_changed.emit(self._told)


class Words(QPlainTextEdit):
    """Text of several lines; Tab goes on to what comes next."""

    def __init__(self, name: str, lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        around = 2 * (round(self.document().documentMargin()) + look.Space.S)
        height = self.fontMetrics().lineSpacing() * self._lines + around
        return QSize(super().sizeHint().width(), max(look.TARGET, height))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


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
