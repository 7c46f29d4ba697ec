"""What was said as text that can be read, selected and copied; thousands of lines of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QMimeData, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from viewer.ui import look
from viewer.ui.transcript.find import Match
from viewer.ui.transcript.labels import Labels
from viewer.ui.transcript.line import Line
from viewer.ui.transcript.looks import is_right_to_left, looks
from viewer.ui.transcript.record import Change, Record

# Each line of the record is so many paragraphs: what is above it, who and when, and its text.
_ABOVE, _HEAD, _TEXT = range(3)
_BLOCKS: Final = 3
# So many are built at one time; painting and input come before the next.
_AT_ONCE: Final = 100
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"
_LINE_BREAK: Final = "\u2028"
_RESTYLED: Final = (
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.LocaleChange,
)


class TranscriptView(QPlainTextEdit):
    """Shows a :class:`Record`. It stays at the end as that grows, unless the user scrolled away."""

    following = Signal(bool)
    """Whether the newest line is in sight and stays so."""

    def __init__(self, record: Record, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._labels = labels
        self._shown = 0
        self._follows = True
        self._is_busy = False
        self.setObjectName("transcriptText")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setAccessibleName(self.tr("What was said"))
        self.setPlaceholderText(self.tr("What you and the avatar say appears here."))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        # By itself a plain text puts right-to-left paragraphs to the left. Said to be both, they begin where
        # they are read from, and nothing is justified.
        option = self.document().defaultTextOption()
        option.setAlignment(Qt.AlignmentFlag.AlignJustify | Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)
        self._restyle = QTimer(self, interval=0, singleShot=True)
        self._restyle.timeout.connect(self.rebuild)
        self._filling = QTimer(self, interval=0, singleShot=True)
        self._filling.timeout.connect(self._fill)
        self.rebuild()

    @property
    def follows(self) -> bool:
        """Whether it stays at the end."""
        return self._follows

    def follow(self, changes: Sequence[Change]) -> None:
        """Show what became of the record."""
        if not changes:
            return
        top = self.firstVisibleBlock()
        self._is_busy = True
        for change in changes:
            match change.what:
                case "dropped" if self._shown:
                    self._drop_first()
                # What is not shown yet will be, as it is then.
                case "new" if change.index < self._shown or not self._filling.isActive():
                    self._insert(change.index, self._record[change.index])
                case "changed" if change.index < self._shown:
                    self._change(change.index, self._record[change.index])
        self._is_busy = False
        if self._follows:
            self.to_newest()
        elif top.isValid():
            self.verticalScrollBar().setValue(top.firstLineNumber())

    def rebuild(self) -> None:
        """Show all of the record anew, a part at a time."""
        self._looks = looks(self.font())
        self._is_busy = True
        self.clear()
        self._is_busy = False
        self._shown = 0
        self._follows = True
        self._fill()
        self.following.emit(True)

    def to_newest(self) -> None:
        """Scroll to the end and stay there."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._set_follows(True)

    def mark(self, matches: Sequence[Match], current: Match | None) -> None:
        """Show where those are, the ``current`` one above all."""
        first = self.firstVisibleBlock().blockNumber() // _BLOCKS
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).blockNumber() // _BLOCKS
        shown = [match for match in matches if first <= match.line <= last and match != current]
        self.setExtraSelections(
            [self._selection(match, "selection", "on_selection") for match in shown]
            + ([self._selection(current, "primary", "on_primary")] if current else [])
        )

    def reveal(self, match: Match) -> None:
        """Bring ``match`` into sight."""
        while self._shown <= match.line < len(self._record):
            self._fill()
        cursor = self._cursor(match)
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def selected_text(self) -> str:
        """What the user selected, as plain text."""
        return _without_marks(self.textCursor().selection().toPlainText())

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED and hasattr(self, "_restyle"):
            self._restyle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        follows = self._follows
        self._is_busy = True
        super().resizeEvent(event)
        self._is_busy = False
        if follows:
            self.to_newest()

    # -- the paragraphs

    def _fill(self) -> None:
        """Show the next lines that are not shown yet."""
        self._is_busy = True
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for index in range(self._shown, min(self._shown + _AT_ONCE, len(self._record))):
            self._append(cursor, index, self._record[index])
        cursor.endEditBlock()
        self._is_busy = False
        if self._shown < len(self._record):
            self._filling.start()
        if self._follows:
            self.to_newest()

    def _insert(self, index: int, line: Line) -> None:
        if index == self._shown:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self._append(cursor, index, line)
            return
        cursor = QTextCursor(self._block(index, _ABOVE))
        cursor.beginEditBlock()
        cursor.insertBlock()
        cursor.insertBlock()
        cursor.insertBlock()
        cursor.endEditBlock()
        self._shown += 1
        self._change(index, line)
        for beside in (index, index + 1):
            self._write_above(_all_of(self._block(beside, _ABOVE)), beside)

    def _append(self, cursor: QTextCursor, index: int, line: Line) -> None:
        cursor.beginEditBlock()
        if self._shown:
            cursor.insertBlock()
        self._shown += 1
        self._write_above(cursor, index)
        cursor.insertBlock()
        self._write_head(cursor, line)
        cursor.insertBlock()
        cursor.setBlockCharFormat(self._looks["text"])
        cursor.insertText(_shown_text(line), self._looks["lost" if line.lost else "text"])
        cursor.endEditBlock()

    def _change(self, index: int, line: Line) -> None:
        head = self._block(index, _HEAD)
        if head.text() != self._head(line):
            cursor = _all_of(head)
            cursor.removeSelectedText()
            self._write_head(cursor, line)
        block = self._block(index, _TEXT)
        before, now = block.text(), _shown_text(line)
        cursor = _all_of(block)
        if now.startswith(before) and not line.lost:
            cursor.setPosition(cursor.selectionEnd())
            now = now[len(before) :]
        cursor.insertText(now, self._looks["lost" if line.lost else "text"])

    def _write_head(self, cursor: QTextCursor, line: Line) -> None:
        name, rest = self._labels.name(line), self._head(line)
        direction, rest = rest[0], rest[1 + len(name) :]
        cursor.setBlockCharFormat(self._looks["head"])
        cursor.insertText(direction + name, self._looks[line.role])
        cursor.insertText(rest, self._looks["head"])

    def _write_above(self, cursor: QTextCursor, index: int) -> None:
        """Some space; the date, where a talk begins."""
        cursor.removeSelectedText()
        cursor.setBlockCharFormat(self._looks["gap"])
        if self._begins(index):
            at = self._record[index].at
            date = self.locale().toString(QDate(at.year, at.month, at.day), QLocale.FormatType.LongFormat)
            if index:
                cursor.insertText(_LINE_BREAK, self._looks["gap"])
            cursor.insertText(date, self._looks["above"])
            cursor.insertText(f"{_LINE_BREAK} ", self._looks["gap"])

    def _drop_first(self) -> None:
        self._shown -= 1
        if not self._shown:
            self.clear()
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._block(1, _ABOVE).position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._write_above(_all_of(self._block(0, _ABOVE)), 0)

    def _block(self, index: int, part: int) -> QTextBlock:
        return self.document().findBlockByNumber(_BLOCKS * index + part)

    def _begins(self, index: int) -> bool:
        """Whether a talk begins with that line."""
        return index == 0 or self._record[index].talk.number != self._record[index - 1].talk.number

    def _head(self, line: Line) -> str:
        """Who and when, on the side where the text begins."""
        said = [self._labels.name(line), self._time(line.at), *self._labels.remarks(line)]
        direction = _RIGHT_TO_LEFT if is_right_to_left(line.text) else _LEFT_TO_RIGHT
        return direction + f" {direction}· ".join(said)

    def _time(self, at: datetime) -> str:
        return self.locale().toString(QTime(at.hour, at.minute, at.second), QLocale.FormatType.ShortFormat)

    def _cursor(self, match: Match) -> QTextCursor:
        block = self._block(match.line, _TEXT)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + match.start)
        cursor.setPosition(block.position() + match.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selection(self, match: Match, ground: look.Role, ink: look.Role) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        shown = QTextCharFormat()
        shown.setBackground(look.colour(ground))
        shown.setForeground(look.colour(ink))
        selection.format = shown
        selection.cursor = self._cursor(match)
        return selection

    def _scrolled(self) -> None:
        bar = self.verticalScrollBar()
        if not self._is_busy:
            self._set_follows(bar.value() >= bar.maximum())

    def _set_follows(self, follows: bool) -> None:
        if follows != self._follows:
            self._follows = follows
            self.following.emit(follows)


def _all_of(block: QTextBlock) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _shown_text(line: Line) -> str:
    return line.text.replace("\n", _LINE_BREAK)


def _without_marks(text: str) -> str:
    for mark in (_LEFT_TO_RIGHT, _RIGHT_TO_LEFT):
        text = text.replace(mark, "")
    return text.replace(_LINE_BREAK, "\n")
