"""The inspector's tabs, large enough to touch; those that have no room are reached by arrows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QWidget

from viewer.ui import look


class TabBar(QTabBar):
    """One tab beside the other; the arrow keys go from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorTabs")
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index).expandedTo(QSize(look.TARGET, look.TARGET))

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * look.TARGET, super().minimumSizeHint().height())
