"""What is in a note: a tree of its members, or a session description in colours."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from viewer.protocol.insight import Noted
from viewer.ui import look
from viewer.ui.inspector.timeline.json_tree import JsonTree
from viewer.ui.inspector.timeline.kinds import description_of
from viewer.ui.inspector.timeline.sdp import Change, lines

_MARKS: dict[Change, str] = {"added": "+ ", "removed": "− ", "": "  "}


class Detail(QStackedWidget):
    """Shows one note at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = JsonTree()
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setUndoRedoEnabled(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Session description"))
        self.addWidget(self.tree)
        self.addWidget(self.text)
        self._shown: Noted | None = None

    def changeEvent(self, event: QEvent) -> None:
        """Give what is shown the colours of now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._shown:
            self.show_note(self._shown)

    def show_note(self, noted: Noted | None) -> None:
        """Show what is in ``noted``; None: nothing."""
        self._shown = noted
        self.text.clear()
        if noted is None:
            self.tree.clear()
        elif description := description_of(noted):
            self._show_description(*description)
            self.setCurrentWidget(self.text)
            return
        else:
            self.tree.show_value({"kind": noted.kind, **noted.data})
        self.setCurrentWidget(self.tree)

    def take_keyboard(self) -> None:
        """Put the keyboard on it."""
        if shown := self.currentWidget():
            shown.setFocus()

    def _show_description(self, made: str | None, sdp: str) -> None:
        cursor = QTextCursor(self.text.document())
        for number, line in enumerate(lines(sdp, made)):
            if number:
                cursor.insertBlock()
            ink = QTextCharFormat()
            ink.setForeground(look.colour(line.role))
            mark = _MARKS[line.change] if made is not None else ""
            cursor.insertText(mark + line.text, ink)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
