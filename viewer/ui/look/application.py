"""Gives an application its look, at any time."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from viewer.ui.look import fonts
from viewer.ui.look.appearance import Appearance, appearance, font, set_appearance
from viewer.ui.look.colours import Role, palette
from viewer.ui.look.sheet import style_sheet

_QT_ROLES: dict[QPalette.ColorRole, Role] = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on_selection",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Accent: "accent",
}

# A property: for which direction of reading the style sheet is.
_RIGHT_TO_LEFT = "right_to_left"


def apply(application: QApplication, wanted: Appearance) -> None:
    """Give ``application`` the look ``wanted``, in the direction in which it reads. Whatever shows is painted
    anew if either differs from before.
    """
    fonts.load()
    right_to_left = application.layoutDirection() is Qt.LayoutDirection.RightToLeft
    was_right_to_left = application.property(_RIGHT_TO_LEFT)
    if application.styleSheet() and (wanted, right_to_left) == (appearance(), was_right_to_left):
        return
    application.setProperty(_RIGHT_TO_LEFT, right_to_left)
    set_appearance(wanted)
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    application.setFont(font())
    application.setPalette(_qt_palette(wanted))
    application.setStyleSheet(style_sheet(wanted, right_to_left=right_to_left))


def _qt_palette(wanted: Appearance) -> QPalette:
    colours = palette(wanted.palette)
    made = QPalette()
    for qt_role, role in _QT_ROLES.items():
        made.setColor(qt_role, QColor(colours[role]))
    for qt_role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, qt_role, QColor(colours["disabled"]))
    return made
