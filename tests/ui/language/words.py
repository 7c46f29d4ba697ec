"""All that a window says, to the eye and to a screen reader."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)


def words_of(window: QWidget, *, hidden: bool = False) -> Iterator[tuple[QWidget, str]]:
    """Each text and the widget that says it.

    Args:
        hidden: also of those that do not show.
    """
    for widget in (window, *window.findChildren(QWidget)):
        if hidden or widget.isVisible():
            yield from ((widget, text) for text in _words(widget) if text.strip())


def _words(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    yield from (action.text() for action in widget.actions())
