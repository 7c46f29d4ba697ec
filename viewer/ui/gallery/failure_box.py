"""What went wrong, in one sentence, and what to do: by hand, with a token, or by waiting."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from viewer.ui import look
from viewer.ui.gallery.words import line, paragraph
from viewer.ui.language.told import told
from viewer.ui.view_state import Failure

_WIDTH: Final = 760


class FailureBox(QWidget):
    """Hidden until something went wrong."""

    retry_requested = Signal()
    """Try again, now."""

    token_given = Signal(str)
    """What the user typed as the broker's token."""

    dismissed = Signal()
    """The user has read it; nothing is to happen by itself any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = paragraph("", "failureMessage")
        self.hint = paragraph("", "failureHint")
        self.retry = QPushButton()
        self.dismiss = QPushButton()
        self.token = line(self.tr("The token that the broker's operator gave you"), self.tr("Token"))
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep_token = QPushButton(self.tr("Keep token"))
        self._token_row = QWidget()
        self._lay_out()
        self._connect_signals()
        self.show_failure(None)

    def show_failure(self, failure: Failure | None, wait: int = 0) -> None:
        """Tell ``failure``; ``wait``: the call is made again after so many seconds. None: nothing to tell."""
        self.setVisible(failure is not None)
        if failure is None:
            self.token.clear()
            return
        self.message.setText(told(failure.message))
        self._token_row.setVisible(failure.wants_token)
        self.retry.setHidden(failure.wrong_field is not None or failure.wants_token)
        self._name(self.retry, self.tr("Call now") if wait else self.tr("Try again"))
        self._name(self.dismiss, self.tr("Cancel") if wait else self.tr("Close"))
        if wait:
            self.count(wait)
        else:
            self.hint.setText(told(failure.hint))

    def count(self, seconds: int) -> None:
        """So long it is until the call is made."""
        self.hint.setText(self.tr("Calling again in {seconds} s …").format(seconds=seconds))

    def say(self, text: str) -> None:
        """Say ``text`` in the place of what to do."""
        self.hint.setText(text)

    def focus(self) -> None:
        """Put the keyboard where the user goes on."""
        first = (self.token, self.retry, self.dismiss)
        next(each for each in first if each.isVisibleTo(self) or each is self.dismiss).setFocus()

    def _give_token(self) -> None:
        if token := self.token.text().strip():
            self.token.clear()
            self.token_given.emit(token)

    def _name(self, button: QPushButton, text: str) -> None:
        button.setText(text)
        button.setAccessibleName(text)

    def _lay_out(self) -> None:
        self._name(self.keep_token, self.keep_token.text())
        self._name(self.retry, self.tr("Try again"))
        self._name(self.dismiss, self.tr("Close"))
        token = QHBoxLayout(self._token_row)
        token.setContentsMargins(0, 4, 0, 0)
        token.setSpacing(8)
        token.addWidget(self.token, 1)
        token.addWidget(self.keep_token)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.message)
        words.addWidget(self.hint)
        words.addWidget(self._token_row)
        box = QFrame()
        box.setObjectName("failure")
        box.setMaximumWidth(_WIDTH)
        around = QHBoxLayout(self)
        around.setContentsMargins(32, 16, 32, 0)
        around.addStretch(1)
        around.addWidget(box, 8)
        around.addStretch(1)
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(look.Sign("alert", "danger"), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.retry)
        row.addWidget(self.dismiss)

    def _connect_signals(self) -> None:
        self.retry.clicked.connect(self.retry_requested)
        self.dismiss.clicked.connect(self.dismissed)
        self.keep_token.clicked.connect(self._give_token)
        self.token.returnPressed.connect(self._give_token)
