"""The round buttons of the floating controls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from viewer.ui import look


def bar_button(
    parent: QWidget, style: str, image: str, name: str, tip: str = "", colour: look.Role = "on_over"
) -> QPushButton:
    """A button of 44 pixels each way, called ``name`` for those who cannot see it."""
    button = QPushButton(look.icon(image, colour), "", parent)
    button.setObjectName(style)
    button.setToolTip(tip or name)
    button.setAccessibleName(name)
    # A click leaves the keyboard where it is: with it on a control, the controls would never fade.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoDefault(False)
    return button
