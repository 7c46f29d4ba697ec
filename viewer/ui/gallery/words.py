"""Labels of the start page: plain text in one of the look's styles."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit


def label(text: str, style: str) -> QLabel:
    """A line in that style; what others wrote is never taken for markup."""
    made = QLabel(text)
    made.setObjectName(style)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def paragraph(text: str, style: str) -> QLabel:
    """The same over several lines, as many as it needs; it can be selected."""
    made = label(text, style)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def line(placeholder: str, name: str) -> QLineEdit:
    """A field to type in."""
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    made.setAccessibleName(name)
    return made
