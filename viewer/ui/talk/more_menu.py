"""What the button “More” and a right click on the picture offer."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from viewer.ui.actions import Actions

if TYPE_CHECKING:
    from viewer.ui.talk.caption import CaptionLook

Value: TypeAlias = str | int
SCALINGS: Final = ("fit", "fill", "actual")


def caption_choices() -> dict[str, tuple[str, dict[Value, str]]]:
    """By setting: what it is called, and its values with their words."""
    translate = QCoreApplication.translate
    return {
        "caption_size": (
            translate("Captions", "Size"),
            {
                75: translate("Captions", "Small"),
                100: translate("Captions", "Medium"),
                140: translate("Captions", "Large"),
                200: translate("Captions", "Very large"),
            },
        ),
        "caption_place": (
            translate("Captions", "Place"),
            {"bottom": translate("Captions", "Bottom"), "top": translate("Captions", "Top")},
        ),
        "captions": (
            translate("Captions", "Ground"),
            {
                "box": translate("Captions", "Box"),
                "shadow": translate("Captions", "Shadow"),
                "plain": translate("Captions", "None"),
                "off": translate("Captions", "No captions"),
            },
        ),
    }


def more_menu(
    parent: QWidget, actions: Actions, look: "CaptionLook", chosen: Callable[[str, Value], None]
) -> QMenu:
    """The menu, with ``look`` checked. ``chosen`` is told which setting the user gives which value."""
    menu = QMenu(parent)
    for name in ("full_screen", "small_window", "on_top"):
        menu.addAction(actions[name])
    menu.addSeparator()
    captions = menu.addMenu(actions["captions"].text())
    captions.addAction(actions["captions"])
    now: dict[str, Value] = {
        "caption_size": look.percent,
        "caption_place": look.place,
        "captions": look.style,
    }
    for setting, (title, values) in caption_choices().items():
        captions.addSection(title)
        _add_choices(captions, values, now[setting], partial(chosen, setting))
    picture = menu.addMenu(QCoreApplication.translate("MoreMenu", "Picture"))
    for name in SCALINGS:
        picture.addAction(actions[name])
    picture.addSeparator()
    for name in ("zoom_in", "zoom_out", "zoom_off"):
        picture.addAction(actions[name])
    menu.addSeparator()
    for name in ("push_to_talk", "transcript", "record", "preferences", "inspector"):
        menu.addAction(actions[name])
    menu.addSeparator()
    menu.addAction(actions["leave"])
    return menu


def _add_choices(menu: QMenu, values: dict[Value, str], now: Value, chosen: Callable[[Value], None]) -> None:
    group = QActionGroup(menu)
    for value, words in values.items():
        action = QAction(words, group, checkable=True)
        action.setChecked(value == now)
        action.setData(value)
        menu.addAction(action)
    group.triggered.connect(lambda action: chosen(action.data()))


def one_of(owner: QObject, actions: Actions) -> QActionGroup:
    """The ways in which the picture fits, of which one is in force."""
    group = QActionGroup(owner)
    for name in SCALINGS:
        group.addAction(actions[name])
    return group
