"""What those need who touch the window, use its keyboard, or do not see it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from viewer.ui import look

_KINDS = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox),
    *(QComboBox, QLineEdit, QPlainTextEdit),
)
_LETTERS = 8


def controls(window: QWidget) -> list[QWidget]:
    """What can be used in ``window`` now; not the parts that Qt makes of one, nor what is open above it."""
    found = [each for kind in _KINDS for each in window.findChildren(kind)]
    return [each for each in dict.fromkeys(found) if each.window() is window and _is_usable(each)]


def _is_usable(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    # Not the parts that Qt makes of a control.
    return not isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QLineEdit) and not isinstance(
        widget, QScrollBar
    )


def problems(window: QWidget) -> list[str]:
    """A line for each thing in ``window`` that is too small to touch, has no name, is out of the Tab key's
    reach, or has words that a screen reader does not say.
    """
    usable = controls(window)
    return [*_small(usable), *_nameless(usable), *_out_of_reach(window, usable), *_unsaid(window)]


def crowded(window: QWidget) -> list[str]:
    """A line for each two things that lie over each other, and each field that shows a few letters only."""
    usable = controls(window)
    lines = [
        f"{_called(one)} lies over {_called(other)}"
        for number, one in enumerate(usable)
        for other in usable[:number]
        if one.parent() is other.parent() and one.geometry().intersects(other.geometry())
    ]
    for field in usable:
        if isinstance(field, QLineEdit | QPlainTextEdit):
            letters = field.width() // field.fontMetrics().averageCharWidth()
            if letters < _LETTERS:
                lines.append(f"{_called(field)} has room for {letters} letters")
    return lines


def _small(usable: list[QWidget]) -> Iterator[str]:
    for control in usable:
        if min(control.width(), control.height()) < look.TARGET:
            yield f"{_called(control)} is {control.width()}×{control.height()}, too small to touch"


def _nameless(usable: list[QWidget]) -> Iterator[str]:
    for control in usable:
        text = control.text() if isinstance(control, QAbstractButton) else ""
        if not (control.accessibleName() or text):
            yield f"{_called(control)} has no name"


def _out_of_reach(window: QWidget, usable: list[QWidget]) -> Iterator[str]:
    """Tab is pressed until it has gone round."""
    window.activateWindow()
    QApplication.processEvents()
    reached: set[QWidget] = set()
    for _ in range(2 * len(usable) + 2):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        if focused := QApplication.focusWidget():
            reached.add(focused)
    for control in usable:
        # Of a group of buttons Tab reaches one, and the arrows the others.
        group = control.group() if isinstance(control, QAbstractButton) else None
        if control not in reached and not (group and reached & set(group.buttons())):
            yield f"Tab does not reach {_called(control)}"


def _unsaid(window: QWidget) -> Iterator[str]:
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.accessibleName() and label.text() not in label.accessibleName():
            yield f"a screen reader says “{label.accessibleName()}” and not “{label.text()}”"


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} “{widget.accessibleName() or widget.toolTip()}”"
