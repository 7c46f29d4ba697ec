"""Says again in another language what is on the screen, whoever put it there.

Widgets set their words once, as they are made; what Qt's translator gave out tells where each came from. A
widget that paints words or keeps them says them again itself at ``QEvent.Type.LanguageChange``.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QListWidget,
    QMenu,
    QWidget,
)

from viewer.ui.language.templates import filled_in, letters, places
from viewer.ui.language.told import told


class Source(NamedTuple):
    """What a text was translated from."""

    context: str
    text: str
    disambiguation: str | None


Given: TypeAlias = dict[str, set[Source]]
"""By what was given out: what it may have been made of."""

_OF_ALL: Final = ("windowTitle", "toolTip", "accessibleName", "accessibleDescription", "placeholderText")
_TEXTS: Final = {QLabel: "text", QAbstractButton: "text", QGroupBox: "title", QMenu: "title"}
# As tool tips are made of an action's words and its shortcut.
_WITH_KEYS: Final = re.compile(r"(.+) \((.+)\)")


def retranslate(given: Given) -> None:
    """Say anew what every widget says, as far as it is in ``given``."""
    templates = sorted((text for text in given if places(text)), key=letters, reverse=True)
    for widget in QApplication.allWidgets():
        contexts = list(_contexts(widget))
        for thing, name in _said_by(widget):
            text = thing.property(name)
            # What was told in English was not translated, so nobody has noted it.
            if text and (new := told(_again(text, given, templates, contexts))) != text:
                thing.setProperty(name, new)
        if isinstance(widget, QComboBox | QListWidget):
            _retranslate_items(widget, given, contexts)


def _retranslate_items(widget: QComboBox | QListWidget, given: Given, contexts: list[str]) -> None:
    """Things may be called like words of ours: only the widget's own words are said anew."""
    own = {
        text: near
        for text, sources in given.items()
        if (near := {source for source in sources if _distance(source, contexts) < len(contexts)})
    }
    templates = [*filter(places, own)]
    for row in range(widget.count()):
        if isinstance(widget, QComboBox):
            widget.setItemText(row, _again(widget.itemText(row), own, templates, contexts))
        else:
            item = widget.item(row)
            item.setText(_again(item.text(), own, templates, contexts))


def _said_by(widget: QWidget) -> Iterator[tuple[QObject, str]]:
    yield from ((widget, name) for name in _OF_ALL)
    yield from ((widget, name) for kind, name in _TEXTS.items() if isinstance(widget, kind))
    for action in (*widget.actions(), *widget.findChildren(QAction)):
        yield from ((action, name) for name in ("text", "toolTip"))


def _contexts(widget: QWidget) -> Iterator[str]:
    """Where its words may be from: its classes and those of the widgets that it is in."""
    at: QObject | None = widget
    while at is not None:
        yield from (kind.__name__ for kind in type(at).__mro__)
        at = at.parent()


def _again(text: str, given: Given, templates: list[str], contexts: list[str]) -> str:
    if sources := given.get(text):
        return _translated(sources, contexts, {})
    for template in templates:
        values = filled_in(template, text)
        if values is not None:
            said = {name: _again(value, given, templates, contexts) for name, value in values.items()}
            return _translated(given[template], contexts, said)
    if keys := _WITH_KEYS.fullmatch(text):
        return f"{_again(keys[1], given, templates, contexts)} ({keys[2]})"
    first, between, more = text.partition(". ")
    if between and first in given:
        return f"{_again(first, given, templates, contexts)}. {_again(more, given, templates, contexts)}"
    return text


def _distance(source: Source, contexts: list[str]) -> int:
    """How far up it comes from. Words that a folder's widgets share have the beginning of their names."""
    near = (number for number, name in enumerate(contexts) if name.startswith(source.context))
    return next(near, len(contexts))


def _translated(sources: set[Source], contexts: list[str], values: Mapping[str, str]) -> str:
    """From the nearest of ``sources`` that has a translation: Qt asks one class of a widget after another.
    Where none has, as in English, it is what the nearest says.
    """
    count = values.get("%n", values.get("%Ln", ""))
    # Grouped, and in any digits.
    number = int("".join(filter(str.isdecimal, count)) or -1)
    said = [
        (QCoreApplication.translate(source.context, source.text, source.disambiguation, number), source.text)
        for source in sorted(sources, key=lambda source: (_distance(source, contexts), source))
    ]
    new = next((translated for translated, text in said if translated != text), said[0][0])
    for place, value in values.items():
        new = new.replace(place, value)
    return new
