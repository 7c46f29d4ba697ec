"""Where the user types. Nothing of what is too long gets lost: it is not taken, and said so."""

from typing import Final

from PySide6.QtCore import QLocale, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from viewer.protocol.text import plain
from viewer.ui import look
from viewer.ui.talk.history import History

MAX_MESSAGE: Final = 2000
_MOST_LINES: Final = 5
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BREAKS: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


class MessageEditor(QPlainTextEdit):
    """Enter sends, Shift+Enter breaks the line, ↑ and ↓ at the edges find what was sent before.

    It grows with its lines. Takes no more than :data:`MAX_MESSAGE` characters from the user; :meth:`setText`
    may put in more.
    """

    sent = Signal()
    """The user pressed Enter."""

    problem = Signal(object)
    """Why something is not taken or cannot be sent, a str; None: all is well again."""

    focused = Signal(bool)
    """It has the keyboard from now on, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setPlaceholderText(self.tr("Type a message…"))
        self.setAccessibleName(self.tr("Message"))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._history = History()
        self._composing = False
        self._height = 0
        # What is above and below is outside, where no line that is scrolled away shows.
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._tell_length)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    @property
    def can_be_sent(self) -> bool:
        """Whether there are words, and not too many."""
        return bool(self.text().strip()) and len(self.text()) <= MAX_MESSAGE

    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Replace it all by ``text``; Undo brings back what was there."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def take(self) -> str:
        """What is typed, to be sent: it goes to the history."""
        text = self.text()
        self._history.sent(text.strip())
        self.setText("")
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._composing and key in (*_ENTER, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()  # it belongs to the input method
        elif key in _ENTER and not event.modifiers() & _BREAKS:
            self._enter()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._browsed(key, event):
            event.accept()
        elif not self._is_refused(event.text() if event.text().isprintable() else ""):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        more = event.commitString()
        if self._length_with(more) is not None:
            event = QInputMethodEvent("", [])  # what was composed goes from the screen
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._is_refused(more)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self._is_refused(source.text()):
            super().insertFromMimeData(source)

    def dropEvent(self, event: QDropEvent) -> None:
        # Once accepted, what is moved is gone from where it was.
        if self._is_refused(event.mimeData().text()):
            event.ignore()
        else:
            super().dropEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What was scrolled away while it was less tall.
        scrolled = self.verticalScrollBar()
        scrolled.setValue(min(scrolled.value(), max(round(self.document().size().height()) - _MOST_LINES, 0)))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height)

    def _enter(self) -> None:
        if len(self.text()) > MAX_MESSAGE:
            self._say_anew(self._too_long(len(self.text())))
        else:
            self.sent.emit()

    def _browsed(self, key: int, event: QKeyEvent) -> bool:
        """Whether ↑ or ↓ led to another message. Within a message they move from line to line."""
        older = key == Qt.Key.Key_Up
        before = self.textCursor()
        after = self.textCursor()
        after.movePosition(QTextCursor.MoveOperation.Up if older else QTextCursor.MoveOperation.Down)
        at_edge = after.position() == before.position() or _line(before) == _line(after)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not at_edge:
            return False
        found = self._history.older(self.text()) if older else self._history.newer(self.text())
        if found is None:
            return False
        self.setText(found)
        return True

    def _length_with(self, more: str) -> int | None:
        """How long it would be with ``more``, if that does not fit in."""
        length = len(self.text()) - len(self.textCursor().selectedText()) + len(more)
        return length if more and length > max(MAX_MESSAGE, len(self.text())) else None

    def _is_refused(self, more: str) -> bool:
        """Whether ``more`` does not fit in, which is said."""
        length = self._length_with(more)
        if length is None:
            return False
        self._say_anew(
            self.tr(
                "That would make {length} characters, and a message may have {most}. "
                "Nothing was put in: shorten it, or send it in parts."
            ).format(length=QLocale().toString(length), most=QLocale().toString(MAX_MESSAGE))
        )
        return True

    def _tell_length(self) -> None:
        length = len(self.text())
        self.problem.emit(self._too_long(length) if length > MAX_MESSAGE else None)

    def _too_long(self, length: int) -> str:
        return self.tr(
            "Your message has {length} characters, and {most} can be sent at once. "
            "Shorten it, or send it in parts."
        ).format(length=QLocale().toString(length), most=QLocale().toString(MAX_MESSAGE))

    def _say_anew(self, text: str) -> None:
        """Also if it was put away."""
        self.problem.emit(None)
        self.problem.emit(text)

    def _fit(self) -> None:
        lines = min(max(1, round(self.document().size().height())), _MOST_LINES)
        around = self.contentsMargins().top() + self.contentsMargins().bottom()
        line = self.fontMetrics().lineSpacing()
        # All of what looks like a field can be touched, and a single line stands in its middle.
        spare = max(look.TARGET - line - around, 0)
        height = line * lines + around + spare
        if height != self._height:
            self._height = height
            self.setViewportMargins(0, spare // 2, 0, spare - spare // 2)
            self.updateGeometry()


def _line(cursor: QTextCursor) -> tuple[int, int]:
    """Its block, and the line in that; where it is on the screen says nothing of what is scrolled away."""
    line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
    return cursor.blockNumber(), line.lineNumber()


def cleaned(text: str) -> str:
    """``text`` as it is sent: its lines, without control characters."""
    return "\n".join(plain(line, MAX_MESSAGE).rstrip() for line in text.split("\n")).strip()
