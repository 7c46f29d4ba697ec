"""Where a session begins: whom to call, and what went wrong the last time."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from viewer.ui import look
from viewer.ui.view_state import Failure, Field


class StartPage(QWidget):
    """A card with the broker's URL, the persona's ID and Connect."""

    connect_requested = Signal(str, str)
    """The broker's URL and the persona's ID, as typed."""

    def __init__(self, broker: str, persona: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.broker = _line(broker, "https://broker.example.com", "Broker URL")
        self.persona = _line(persona, "The ID your avatar service gave it", "Persona ID")
        self.failure = _FailureBox()
        self.connect_button = QPushButton("Connect")
        self.connect_button.setObjectName("primary")
        self.connect_button.setAccessibleName("Connect")
        self._lay_out()
        self.connect_button.clicked.connect(self._request)
        for field in (self.broker, self.persona):
            field.returnPressed.connect(self._request)
            field.textEdited.connect(lambda _: self._label_button("Connect"))

    def show_failure(self, failure: Failure | None) -> None:
        """Tell why the last session ended; None: nothing to tell."""
        self.failure.show_failure(failure)
        self._label_button("Try again" if failure and failure.wrong_field is None else "Connect")
        if failure:
            self.focus(failure.wrong_field)

    def focus(self, field: Field | None = None) -> None:
        """Put the keyboard where the user goes on: ``field``, what is still empty, or the button."""
        if field == "broker" or not self.broker.text():
            self.broker.setFocus()
        elif field == "persona" or not self.persona.text():
            self.persona.setFocus()
        else:
            self.connect_button.setFocus()

    def _request(self) -> None:
        self.connect_requested.emit(self.broker.text().strip(), self.persona.text().strip())

    def _label_button(self, text: str) -> None:
        self.connect_button.setText(text)
        self.connect_button.setAccessibleName(text)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(440)
        column = QVBoxLayout(card)
        column.setContentsMargins(36, 32, 36, 36)
        column.setSpacing(8)
        column.addWidget(_mark(), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(_label("Persona Viewer", "title"), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(
            _label("Talk to a realtime avatar", "quiet"), alignment=Qt.AlignmentFlag.AlignHCenter
        )
        column.addSpacing(18)
        for text, field in (("Broker URL", self.broker), ("Persona ID", self.persona)):
            name = _label(text, "fieldName")
            name.setBuddy(field)
            column.addWidget(name)
            column.addWidget(field)
            column.addSpacing(6)
        column.addSpacing(4)
        column.addWidget(self.failure)
        column.addSpacing(6)
        column.addWidget(self.connect_button)
        # Stretches and not an alignment, which would forget that wrapped text needs height for its width.
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(card)
        row.addStretch()
        page = QVBoxLayout(self)
        page.addStretch()
        page.addLayout(row)
        page.addStretch()


class _FailureBox(QFrame):
    """One sentence that says what happened, and one that says what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("failure")
        self.message = _label("", "failureMessage")
        self.hint = _label("", "failureHint")
        for label in (self.message, self.hint):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.message)
        words.addWidget(self.hint)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 12, 14, 12)
        line.setSpacing(12)
        line.addWidget(look.Sign("alert", "danger"), alignment=Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.hide()

    def show_failure(self, failure: Failure | None) -> None:
        self.setVisible(failure is not None)
        if failure:
            self.message.setText(failure.message)
            self.hint.setText(failure.hint)


def _line(text: str, placeholder: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(name)
    return line


def _label(text: str, style: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(style)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _mark() -> QLabel:
    mark = QLabel()
    mark.setPixmap(look.application_icon().pixmap(QSize(64, 64)))
    return mark
