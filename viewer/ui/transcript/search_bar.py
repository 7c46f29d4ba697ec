"""The line that looks something up in what was said."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from viewer.ui.announcements import announce
from viewer.ui.transcript.find import MAX_MATCHES
from viewer.ui.widgets.flat_button import flat_button

_KEY_WANTED: Final = QEvent.Type.ShortcutOverride
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBar(QFrame):
    """Enter goes to the next place, Shift+Enter to the one before, Escape away."""

    changed = Signal(str)
    """What is looked for, as it is typed."""

    stepped = Signal(int)
    """To the next place, 1, or to the one before, -1."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Search the transcript"))
        self.line.setPlaceholderText(self.tr("Search"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.changed)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.previous = flat_button("chevron-up", self.tr("Previous place (Shift+Enter)"))
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next = flat_button("chevron", self.tr("Next place (Enter)"))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        self.show_place(None, 0)
        self.hide()

    def open(self) -> None:
        """Show it, ready to be typed into."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def close_search(self) -> None:
        """Hide it and look for nothing."""
        self.line.clear()
        self.hide()
        self.closed.emit()

    def show_place(self, number: int | None, count: int) -> None:
        """Say which of so many places is shown; ``number`` counts from 1."""
        whole = f"{count}+" if count == MAX_MATCHES else str(count)
        if not self.line.text().strip():
            words = ""
        elif number is None:
            words = self.tr("Not found")
        else:
            words = self.tr("{number} of {count}").format(number=number, count=whole)
        if words and words != self.count.text():
            announce(self, words)
        self.count.setText(words)
        self.count.setAccessibleName(words)
        self.previous.setEnabled(count > 0)
        self.next.setEnabled(count > 0)

    def event(self, event: QEvent) -> bool:
        match event:
            case QKeyEvent() if event.type() is _KEY_WANTED and event.key() == Qt.Key.Key_Escape:
                event.accept()  # before the window, which ends other things with it
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        elif event.key() in _ENTER:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
