"""One calm, dark look: colours, type, spacing."""

from string import Template
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from viewer.resources import asset

GROUND: Final = "#0e1116"
SURFACE: Final = "#171b22"
RAISED: Final = "#222833"
BORDER: Final = "#313947"
TEXT: Final = "#e9edf3"
QUIET: Final = "#9ba7b6"
ACCENT: Final = "#6cb6ff"
USER: Final = "#a9d6ff"
GOOD: Final = "#57d39b"
WARNING: Final = "#f3b75f"
DANGER: Final = "#ff8a80"

MONOSPACE: Final = "JetBrains Mono"

_FONTS: Final = ("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf")

# Every control keeps two pixels of border, so that the ring of focus moves nothing.
_SHEET: Final = Template("""
* { font-family: "Inter"; font-size: 14px; color: $text; }
QWidget#window, QWidget#kiosk { background: $ground; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 5px 8px; }

QLabel { background: transparent; }
QLabel#title { font-size: 24px; font-weight: 600; }
QLabel#quiet { color: $quiet; }
QLabel#fieldName { color: $quiet; font-size: 13px; font-weight: 600; }

QFrame#card { background: $surface; border: 1px solid $border; border-radius: 18px; }
QFrame#failure { background: #2b1d20; border: 1px solid #5c3538; border-radius: 12px; }
QLabel#failureMessage { font-weight: 600; color: #ffd9d5; }
QLabel#failureHint { color: #d6b3b1; font-size: 13px; }

QLineEdit, QComboBox {
  background: $ground; border: 2px solid $border; border-radius: 10px; padding: 0 12px;
  min-height: 38px; selection-background-color: $accent; selection-color: $ground;
}
QLineEdit:hover, QComboBox:hover { border-color: #435064; }
QLineEdit:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled { color: #667283; }
QComboBox { background: $raised; border-color: $raised; padding: 0 8px; font-size: 13px; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $raised; border: 1px solid $border; border-radius: 8px; padding: 4px; outline: none;
  selection-background-color: #35507a; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0 8px; border-radius: 6px; }

QPushButton {
  background: $raised; border: 2px solid $raised; border-radius: 10px; padding: 0 14px;
  min-height: 38px; font-weight: 600;
}
QPushButton:hover { background: #2b3340; border-color: #2b3340; }
QPushButton:pressed { background: #1c222b; border-color: #1c222b; }
QPushButton:disabled { color: #667283; }
QPushButton:focus { border-color: $accent; }
QPushButton#primary, QPushButton#send { background: $accent; border-color: $accent; color: #07121f; }
QPushButton#primary:hover, QPushButton#send:hover { background: #8ac6ff; border-color: #8ac6ff; }
QPushButton#primary:pressed, QPushButton#send:pressed { background: #55a0ea; border-color: #55a0ea; }
QPushButton#primary:focus, QPushButton#send:focus { border-color: #ffffff; }
QPushButton#primary:disabled, QPushButton#send:disabled {
  background: #2a3b50; border-color: #2a3b50; color: #7f93aa;
}
QPushButton#mute, QPushButton#send { padding: 0; min-width: 38px; max-width: 38px; }
QPushButton#mute:checked { background: #4a2529; border-color: #4a2529; }
QPushButton#mute:checked:focus { border-color: $accent; }
QPushButton#tune, QPushButton#volume {
  background: transparent; border-color: transparent; padding: 0; min-width: 32px; max-width: 32px;
}
QPushButton#tune:hover, QPushButton#volume:hover { background: $raised; border-color: $raised; }
QPushButton#tune:focus, QPushButton#volume:focus { border-color: $accent; }
QPushButton#link { background: transparent; border-color: transparent; color: $accent; }
QPushButton#link:hover { background: $raised; border-color: $raised; }
QPushButton#link:focus { border-color: $accent; }
QPushButton#leave { color: #ffb9b2; }
QPushButton#flat {
  background: transparent; border-color: transparent; padding: 0;
  min-width: 26px; max-width: 26px; min-height: 26px; max-height: 26px; border-radius: 8px;
}
QPushButton#flat:hover { background: #36ffffff; }
QPushButton#flat:focus { border-color: $accent; }
QPushButton#small { min-height: 26px; padding: 0 10px; font-size: 12px; border-radius: 8px; }

QFrame#popover { background: $surface; border: 1px solid $border; border-radius: 12px; }
QLabel#rowTitle { font-weight: 600; }
QLabel#rowLine { color: $quiet; font-size: 13px; }
QLabel#rowLine[differs="true"] { color: $warning; }
QSlider::groove:horizontal { height: 4px; background: $border; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
  background: $text; border: 2px solid $text; width: 12px; height: 12px; margin: -6px 0; border-radius: 8px;
}
QSlider::handle:horizontal:focus { border-color: $accent; }

QFrame#bar { background: $surface; border-top: 1px solid $border; }
QLabel#status {
  background: #b80e1116; border-radius: 13px; padding: 0 12px; font-size: 13px; font-weight: 600;
}
QFrame#notice { background: #f0332a1a; border: 1px solid #6b5428; border-radius: 12px; }
QLabel#noticeText { color: #ffe2b5; font-size: 13px; }
QLabel#caption {
  background: #c00b0e13; border-radius: 14px; padding: 10px 20px; font-size: 19px; color: $text;
}
QLabel#caption[speaker="user"] { color: $user; }

QFrame#inspector { background: #e60b0e13; border: 1px solid $border; border-radius: 14px; }
QFrame#inspector QLabel, QFrame#inspector QPlainTextEdit { font-family: "$monospace"; font-size: 12px; }
QFrame#inspector QLabel#quiet { color: #8a97a8; }
QFrame#inspector QLabel#inspectorTitle { font-family: "Inter"; font-size: 14px; font-weight: 600; }
QPlainTextEdit {
  background: #66000000; border: 1px solid $border; border-radius: 8px; padding: 4px;
  selection-background-color: #35507a; selection-color: $text;
}
QPlainTextEdit:focus { border-color: $accent; }
QMenu { background: $raised; border: 1px solid $border; border-radius: 10px; padding: 6px; }
QMenu::item { padding: 7px 22px 7px 10px; border-radius: 6px; }
QMenu::item:selected { background: #35507a; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: #4a5567; border-radius: 3px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: #61708a; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def apply(application: QApplication) -> None:
    """Give ``application`` the look. May be called twice."""
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(asset(f"fonts/{name}")))
    application.setStyle("Fusion")
    font = QFont("Inter")
    font.setPixelSize(14)
    application.setFont(font)
    application.setPalette(_palette())
    application.setStyleSheet(
        _SHEET.substitute(
            ground=GROUND,
            surface=SURFACE,
            raised=RAISED,
            border=BORDER,
            text=TEXT,
            quiet=QUIET,
            accent=ACCENT,
            user=USER,
            warning=WARNING,
            monospace=MONOSPACE,
        )
    )


def _palette() -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: GROUND,
        role.WindowText: TEXT,
        role.Base: SURFACE,
        role.AlternateBase: RAISED,
        role.Text: TEXT,
        role.PlaceholderText: "#6b7788",
        role.Button: RAISED,
        role.ButtonText: TEXT,
        role.ToolTipBase: RAISED,
        role.ToolTipText: TEXT,
        role.Highlight: ACCENT,
        role.HighlightedText: GROUND,
        role.Link: ACCENT,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    return palette
