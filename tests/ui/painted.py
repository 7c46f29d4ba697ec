"""What is painted of a widget."""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


def eye_on(widget: QWidget) -> list[QRect]:
    """What is painted of ``widget`` from now on."""
    exposed: list[QRect] = []

    class Eye(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if isinstance(event, QPaintEvent):
                exposed.append(event.rect())
            return False

    widget.installEventFilter(Eye(widget))
    return exposed
