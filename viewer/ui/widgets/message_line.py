"""The line that the user types into. Nothing of what is too long gets lost: it is not taken, and said so."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

MAX_MESSAGE: Final = 2000
# Qt cuts off without a word what is longer than its own limit: too far away to be reached.
_QTS_LIMIT: Final = 10_000_000
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MessageLine(QLineEdit):
    """Takes no more than :data:`MAX_MESSAGE` characters from the user; :meth:`setText` may put in more."""

    problem = Signal(object)
    """Why something is not taken or cannot be sent, a str; None: all is well again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Type a message…")
        self.setAccessibleName("Message")
        self.setMaxLength(_QTS_LIMIT)
        length = _Length(self)
        self.setValidator(length)
        self.textChanged.connect(lambda _: self._tell_length())
        self.inputRejected.connect(lambda: self._refuse(length.refused))

    @property
    def can_be_sent(self) -> bool:
        """Whether there are words, and not too many."""
        return bool(self.text().strip()) and len(self.text()) <= MAX_MESSAGE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt keeps silent about Enter where the text is not acceptable.
        if event.key() in _ENTER and len(self.text()) > MAX_MESSAGE:
            self._say_anew(_too_long(len(self.text())))
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        # Once accepted, what is moved is gone from where it was.
        length = len(self.text()) + len(event.mimeData().text())
        if length > MAX_MESSAGE:
            event.ignore()
            self._refuse(length)
        else:
            super().dropEvent(event)

    def _tell_length(self) -> None:
        length = len(self.text())
        self.problem.emit(_too_long(length) if length > MAX_MESSAGE else None)

    def _refuse(self, length: int) -> None:
        self._say_anew(
            f"That would make {length:,} characters, and a message may have {MAX_MESSAGE:,}. "
            "Nothing was put in: shorten it, or send it in parts."
        )

    def _say_anew(self, text: str) -> None:
        """Also if it was put away."""
        self.problem.emit(None)
        self.problem.emit(text)


class _Length(QValidator):
    """Refuses what is too long; ``refused`` is the newest length of it."""

    refused = 0

    def validate(self, text: str, position: int) -> QValidator.State:
        if len(text) <= MAX_MESSAGE:
            return QValidator.State.Acceptable
        self.refused = len(text)
        return QValidator.State.Invalid


def _too_long(length: int) -> str:
    return (
        f"Your message has {length:,} characters, and {MAX_MESSAGE:,} can be sent at once. "
        "Shorten it, or send it in parts."
    )
