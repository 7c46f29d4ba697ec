"""What is above the inspector's pages: tabs and buttons in a row, or, where that is narrow, in two."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from viewer.ui import look
from viewer.ui.inspector.tab_bar import TabBar

_LEFT: Final = 2


class Head(QVBoxLayout):
    """Where there is no room for the names of all ``tabs``, they have a row of their own, with icons, and the
    name of the one that is shown stands beside ``buttons``.
    """

    def __init__(self, tabs: TabBar, *buttons: QPushButton) -> None:
        super().__init__()
        self._tabs, self._buttons = tabs, buttons
        self.title = QLabel()
        self.title.setObjectName("inspectorTitle")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(_LEFT, 0, 0, 0)
        self._row.setSpacing(look.Space.S)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(tabs, 1)
        for button in buttons:
            self._row.addWidget(button)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.addLayout(self._row)
        self.title.hide()
        tabs.currentChanged.connect(self._say)

    def fit(self, width: int) -> None:
        """There is so much room, in pixels."""
        shown = [button for button in self._buttons if not button.isHidden()]
        room = width - _LEFT - sum(button.sizeHint().width() + look.Space.S for button in shown)
        by_icon = self._tabs.width_by_name > room
        if by_icon == self._tabs.is_by_icon:
            return
        self._tabs.show_icons(by_icon)
        if by_icon:
            self._row.removeWidget(self._tabs)
            self.addWidget(self._tabs)
        else:
            self.removeWidget(self._tabs)
            self._row.insertWidget(1, self._tabs, 1)
        self.title.setVisible(by_icon)
        self._say(self._tabs.currentIndex())

    def _say(self, index: int) -> None:
        self.title.setText(self._tabs.name(index) if index >= 0 else "")
