"""Finds text that does not fit what it is in."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

CUTS_OFF = "cuts_off"
"""A property: true for what ends in “…” on purpose where it is long, such as the name of a device."""

# Qt rounds each of a line's parts up.
_TOLERANCE = 1


def problems(window: QWidget) -> list[str]:
    """A line for each label and button under ``window`` that shows and cannot show its whole text."""
    texts = (each for each in window.findChildren(QWidget) if isinstance(each, (QLabel, QAbstractButton)))
    found = ((each, _too_small(each) or _sticks_out(each)) for each in texts if _is_shown(each))
    return [f"{_name(widget)} {what}" for widget, what in found if what]


def _is_shown(widget: QLabel | QAbstractButton) -> bool:
    return bool(widget.isVisible() and widget.text() and not widget.property(CUTS_OFF))


def _too_small(widget: QLabel | QAbstractButton) -> str | None:
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        if widget.height() + _TOLERANCE < needed:
            return f"is {widget.height()} px high and needs {needed}"
        return _word_too_long(widget)
    hint, size = widget.sizeHint(), widget.size()
    if size.width() + _TOLERANCE < hint.width():
        return f"is {size.width()} px wide and needs {hint.width()}"
    if size.height() + _TOLERANCE < hint.height():
        return f"is {size.height()} px high and needs {hint.height()}"
    if isinstance(widget, QAbstractButton):
        # Of a width that a sheet decrees Qt hints no other.
        words = widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, widget.text()).width()
        if widget.width() + _TOLERANCE < words:
            return f"is {widget.width()} px wide and its words need {words}"
    return None


def _word_too_long(label: QLabel) -> str | None:
    """Qt does not break words of plain labels; what is longer than the line is cut off."""
    if label.textFormat() is Qt.TextFormat.RichText:
        return None
    words = [word for line in label.text().splitlines() for word in line.split()]
    longest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    room = label.contentsRect().width()
    return f"is {room} px wide and a word needs {longest}" if longest > room + _TOLERANCE else None


def _sticks_out(widget: QWidget) -> str | None:
    """Beyond the edge of something that it is in; what can be scrolled to is well."""
    parent = widget.parentWidget()
    while parent and not widget.isWindow():
        place = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea):
            never = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            cut_off = never and (place.left() < 0 or place.right() > parent.rect().right())
            return "sticks out sideways of what scrolls up and down only" if cut_off else None
        if not parent.rect().contains(place):
            return f"sticks out of its {type(parent).__name__} {parent.objectName()}".rstrip()
        if parent.isWindow():
            return None
        parent = parent.parentWidget()
    return None


def _name(widget: QLabel | QAbstractButton) -> str:
    text = widget.text().replace("\n", " ")
    return f"{type(widget).__name__} {widget.objectName()} “{text[:60]}”".replace("  ", " ")
