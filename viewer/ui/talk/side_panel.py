"""Room beside the picture for one pane. What it shows is made when it is first opened."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from viewer.ui import look

WIDTH: Final = 384
_LEAST: Final = 300


class SidePanel(QFrame):
    """Closed until it has something to show and is opened."""

    opened = Signal(bool)
    """It is open from now on, or closed."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAccessibleName(title)
        self.setMaximumWidth(look.scaled(WIDTH))
        self._make: Callable[[QPushButton], QWidget] | None = None
        self._content: QWidget | None = None
        self.close_button = QPushButton(look.icon("close", "quiet"), "", self)
        self.close_button.setObjectName("flat")
        self.close_button.setAccessibleName(self.tr("Close {panel}").format(panel=title))
        self.close_button.setToolTip(self.close_button.accessibleName())
        self.close_button.clicked.connect(lambda: self.set_open(False))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setMaximumWidth(look.scaled(WIDTH))

    def minimumSizeHint(self) -> QSize:
        # Not as a minimum size, which would hold where what it shows needs more.
        return super().minimumSizeHint().expandedTo(QSize(_LEAST, 0))

    def fill(self, make: Callable[[QPushButton], QWidget]) -> None:
        """Show what ``make`` makes, once: it gets the button that closes the panel and has a place for it."""
        self._make = make

    @property
    def is_open(self) -> bool:
        """Whether it is to be seen beside the picture."""
        return not self.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Open it, with the keyboard on what it shows, or close it."""
        if is_open == self.is_open or (is_open and self._make is None):
            return
        if is_open and self._content is None and self._make:
            self._content = self._make(self.close_button)
            self._column.addWidget(self._content, 1)
        self.setVisible(is_open)
        if is_open and self._content:
            self._content.setFocus()
        self.opened.emit(is_open)
