"""Qt's style sheet, from the colours and the scale of text."""

import re
from string import Template
from typing import Final

from viewer.ui.look.appearance import Appearance
from viewer.ui.look.colours import palette
from viewer.ui.look.fonts import MONOSPACE
from viewer.ui.look.scales import TYPE

# Every control keeps two pixels of border, so that the ring of focus moves nothing.
# $role is a colour, @name a size of type, ~number pixels that grow with the text; ^number those of buttons
# with an icon only, which grow by a quarter at most: several of them have to stay beside each other. What
# follows the direction of reading says $left and $right, and $first and $rest of a slider's groove: Qt
# mirrors neither.
_SHEET: Final = Template("""
QWidget { color: $text; }
QWidget#window { background: $ground; }
QWidget#kiosk, QWidget#live { background: $stage; }
QToolTip {
  background: $raised; color: $text; border: 1px solid $border; padding: 5px 8px; font-size: @quiet;
}

QLabel { background: transparent; }
QLabel#title { font-size: @title; font-weight: 600; }
QLabel#heading { font-size: @heading; font-weight: 600; }
QLabel#lead { font-size: @lead; }
QLabel#quiet { color: $quiet; }
QLabel#fieldName { color: $quiet; font-size: @quiet; font-weight: 600; }

QFrame#card { background: $surface; border: 1px solid $border; border-radius: 18px; }
QFrame#failure { background: $danger_ground; border: 1px solid $danger_border; border-radius: 12px; }
QLabel#failureMessage { font-weight: 600; color: $on_danger; }
QLabel#failureHint { color: $on_danger; font-size: @quiet; }

QLineEdit, QComboBox, QSpinBox {
  background: $surface; border: 2px solid $outline; border-radius: 10px; padding: 0 12px;
  min-height: ~40; selection-background-color: $selection; selection-color: $on_selection;
}
QLineEdit:hover, QComboBox:hover, QSpinBox:hover { border-color: $quiet; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border-color: $focus; }
QLineEdit:disabled, QSpinBox:disabled { color: $disabled; border-color: $border; }
QComboBox { background: $raised; border-color: $edge; padding: 0 8px; font-size: @quiet; }
QComboBox::drop-down { border: none; width: ~26; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $raised; border: 1px solid $border; border-radius: 8px; padding: 4px; outline: none;
  selection-background-color: $selection; selection-color: $on_selection;
}
QComboBox QAbstractItemView::item { min-height: ~36; padding: 0 8px; border-radius: 6px; }

QAbstractButton { icon-size: ~20; }
QPushButton {
  background: $raised; border: 2px solid $edge; border-radius: 10px; padding: 0 14px;
  min-height: ~40; font-weight: 600; outline: none;
}
QPushButton:hover { background: $hover; border-color: $hover; }
QPushButton:pressed { background: $pressed; border-color: $pressed; }
QPushButton:disabled { color: $disabled; }
QPushButton:focus { border-color: $focus; }
QPushButton#primary, QPushButton#send { background: $primary; border-color: $primary; color: $on_primary; }
QPushButton#primary:hover, QPushButton#send:hover {
  background: $primary_hover; border-color: $primary_hover;
}
QPushButton#primary:pressed, QPushButton#send:pressed {
  background: $primary_pressed; border-color: $primary_pressed;
}
QPushButton#primary:focus, QPushButton#send:focus { border-color: $primary_focus; }
QPushButton#primary:disabled, QPushButton#send:disabled {
  background: $primary_disabled; border-color: $primary_disabled; color: $disabled;
}
QPushButton#alarm { background: $alarm; border-color: $alarm; color: $on_alarm; }
QPushButton#alarm:hover { background: $alarm_hover; border-color: $alarm_hover; }
QPushButton#alarm:focus { border-color: $on_alarm; }
QPushButton#flat {
  background: transparent; border-color: transparent; padding: 0; icon-size: ^20;
  min-width: ^40; max-width: ^40; min-height: ^40;
}
QPushButton#flat:hover { background: $hover; border-color: $hover; }
QPushButton#flat:focus { border-color: $focus; }
QPushButton#link { background: transparent; border-color: transparent; color: $accent; }
QPushButton#link:hover { background: $hover; border-color: $hover; }
QPushButton#link:focus { border-color: $focus; }
QPushButton#small { min-height: ~40; padding: 0 10px; font-size: @small; border-radius: 8px; }

QFrame#popover { background: $surface; border: 1px solid $border; border-radius: 12px; }
QLabel#rowTitle { font-weight: 600; }
QLabel#rowLine { color: $quiet; font-size: @quiet; }
QLabel#rowLine[differs="true"] { color: $warning; }
QSlider::groove:horizontal { height: 4px; background: $outline; border-radius: 2px; }
QSlider::$first:horizontal { background: $accent; border-radius: 2px; }
QSlider::$rest:horizontal { background: $outline; border-radius: 2px; }
QSlider::handle:horizontal {
  background: $text; border: 2px solid $text; width: 14px; height: 14px; margin: -7px 0; border-radius: 9px;
}
QSlider::handle:horizontal:focus { border-color: $focus; }

QFrame#transcript { background: $surface; border: none; }
QFrame#transcriptMessage { background: $raised; border-radius: 10px; }
QPlainTextEdit#transcriptText { background: transparent; border: 2px solid transparent; padding: 0; }
QPlainTextEdit#transcriptText:focus { border-color: $focus; }
QPushButton#flat::menu-indicator { image: none; width: 0; }

QFrame#floating { background: $over; border: 1px solid $over_border; border-radius: 25px; }
QFrame#floating > QPushButton, QFrame#writing > QPushButton {
  background: transparent; border: 2px solid transparent; border-radius: ^21; padding: 0; icon-size: ^20;
  min-width: ^40; max-width: ^40; min-height: ^40; max-height: ^40;
}
QFrame#floating > QPushButton:hover, QFrame#writing > QPushButton:hover { background: $over_hover; }
QFrame#floating > QPushButton:pressed, QFrame#writing > QPushButton:pressed { background: $over_pressed; }
QFrame#floating > QPushButton:checked, QFrame#writing > QPushButton:checked { background: $over_hover; }
QFrame#floating > QPushButton:focus, QFrame#writing > QPushButton:focus { border-color: $over_accent; }
QFrame#floating > QPushButton#mute:checked, QFrame#floating > QPushButton#leave { background: $alarm; }
QFrame#floating > QPushButton#leave:hover { background: $alarm_hover; }
QFrame#floating > QPushButton#leave:focus { border-color: $on_alarm; }
QFrame#floating > QPushButton#stop[speaking="true"] { background: $over_hover; }
QFrame#writing > QPushButton#send { background: $primary; }
QFrame#writing > QPushButton#send:disabled { background: transparent; border-color: transparent; }
QFrame#writing > QPushButton#send:focus { border-color: $primary_focus; }
QFrame#writing { background: transparent; border: 2px solid $over_outline; border-radius: ^22; }
QFrame#writing[focused="true"] { border-color: $over_accent; }
QPlainTextEdit#message, QPlainTextEdit#message:focus {
  background: transparent; border: none; padding: 0; color: $on_over;
}
QFrame#sidePanel { background: $surface; border-$left: 1px solid $border; }
QWidget#smallWindow { background: $bars; }
QFrame#notice { background: $warning_ground; border: 1px solid $warning_border; border-radius: 12px; }
QLabel#noticeText { color: $on_warning; font-size: @quiet; }
QFrame#over { background: $over; border: 1px solid $over_border; border-radius: 14px; }
QFrame#over QLabel { color: $on_over; }
QFrame#over QLabel#quiet { color: $on_over_quiet; }
QFrame#over QPushButton { background: transparent; border-color: transparent; color: $on_over; }
QFrame#over QPushButton:hover { background: $over_hover; border-color: $over_hover; }
QFrame#over QPushButton:pressed { background: $over_pressed; border-color: $over_pressed; }
QFrame#over QPushButton:focus { border-color: $over_accent; }
QFrame#over QPushButton:disabled { color: $on_over_disabled; }
QFrame#over QPushButton#alarm { background: $alarm; border-color: $alarm; color: $on_alarm; }
QFrame#over QPushButton#alarm:hover { background: $alarm_hover; border-color: $alarm_hover; }
QFrame#over QPushButton#alarm:focus { border-color: $on_alarm; }

QFrame#inspector { background: $surface; border: 1px solid $border; border-radius: 14px; }
QFrame#inspector[apart="true"] { border: none; border-radius: 0; }
QTabBar#inspectorTabs::tab {
  background: transparent; border: 2px solid transparent; border-radius: 8px; color: $quiet;
  padding: 0 10px; min-height: ~40; font-size: @quiet; font-weight: 600;
}
QFrame#inspector QLabel#inspectorTitle { font-size: @body; font-weight: 600; }
QTabBar#inspectorTabs::scroller { width: ~88; }
QTabBar#inspectorTabs::tab:hover { background: $hover; }
QTabBar#inspectorTabs::tab:selected { background: $raised; color: $text; }
QTabBar#inspectorTabs::tab:selected:focus { border-color: $focus; }
QFrame#inspector QScrollArea { border: 2px solid transparent; border-radius: 8px; }
QFrame#inspector QScrollArea:focus { border-color: $focus; }
QFrame#inspector QTreeView {
  background: $ground; border: 2px solid $outline; border-radius: 8px; padding: 2px; outline: none;
  selection-background-color: $selection; selection-color: $on_selection;
}
QFrame#inspector QTreeView:focus { border-color: $focus; }
QFrame#inspector QTreeView::item { min-height: ~24; border: none; }
QFrame#inspector QTreeView::item:selected { background: $selection; color: $on_selection; }
QFrame#inspector QHeaderView::section {
  background: $ground; color: $quiet; border: none; padding: 2px 6px;
  font-family: "$monospace"; font-size: @small;
}
QFrame#inspector QPushButton#flat:checked { background: $selection; border-color: $selection; }
QFrame#inspector QPushButton#flat:checked:focus { border-color: $focus; }
QFrame#inspector QSplitter::handle { background: transparent; height: 8px; }
QFrame#inspector QLabel#findings { color: $warning; }
QFrame#inspector QLabel, QFrame#inspector QPlainTextEdit, QFrame#inspector QTreeView {
  font-family: "$monospace"; font-size: @small;
}
QPlainTextEdit {
  background: $ground; border: 2px solid $outline; border-radius: 8px; padding: 4px;
  selection-background-color: $selection; selection-color: $on_selection;
}
QPlainTextEdit:focus { border-color: $focus; }
QMenu { background: $raised; border: 1px solid $border; border-radius: 10px; padding: 6px; }
QMenu::item { padding: 9px 22px 9px 10px; border-radius: 6px; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $outline; border-radius: 4px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
_ICONS_GROW: Final = 1.25
_LEFT_TO_RIGHT: Final = {"left": "left", "right": "right", "first": "sub-page", "rest": "add-page"}
_RIGHT_TO_LEFT: Final = {"left": "right", "right": "left", "first": "add-page", "rest": "sub-page"}


def style_sheet(appearance: Appearance, *, right_to_left: bool = False) -> str:
    """What :data:`_SHEET` means in ``appearance``, for whoever reads in that direction."""
    sizes: dict[str, float] = {name: size for name, (size, _) in TYPE.items()}

    def pixels(found: re.Match[str]) -> str:
        size = sizes[found[1]] if found[1] else int(found[3])
        scale = min(appearance.text_scale, _ICONS_GROW) if found[2] == "^" else appearance.text_scale
        return f"{round(size * scale)}px"

    sides = _RIGHT_TO_LEFT if right_to_left else _LEFT_TO_RIGHT
    filled = _SHEET.substitute(dict(palette(appearance.palette).items()), monospace=MONOSPACE, **sides)
    return re.sub(r"@(\w+)|([~^])(\d+)", pixels, filled)
