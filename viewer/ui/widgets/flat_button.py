"""Buttons that are only seen as such under the pointer."""

from PySide6.QtWidgets import QPushButton

from viewer.ui import look


def flat_button(image: str, name: str, colour: look.Role = "text") -> QPushButton:
    """A button with a picture, called ``name`` for those who cannot see it or do not know it."""
    return flat(QPushButton(look.icon(image, colour), ""), name)


def flat(button: QPushButton, name: str) -> QPushButton:
    """``button``, made such a one."""
    button.setObjectName("flat")
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setAutoDefault(False)
    return button
