"""The inspector's tabs, large enough to touch: by name where there is room for all names, else by icon."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from viewer.ui import look

# Around a name, as the style sheet has it: padding and border of both sides.
_AROUND: Final = 24
_ICON: Final = 20


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    icon: str


class TabBar(QTabBar):
    """One tab beside the other; the arrow keys go from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[_Name] = []
        self._by_icon = False
        self.setObjectName("inspectorTabs")
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def add(self, name: str, icon: str) -> None:
        """One more tab, called ``name``."""
        self._names.append(_Name(name, icon))
        index = self.addTab("" if self._by_icon else name)
        self.setAccessibleTabName(index, name)
        self._show_names()

    def name(self, index: int) -> str:
        """What the tab at ``index`` is called, whether or not that is written on it."""
        return self._names[index].text

    @property
    def width_by_name(self) -> int:
        """So wide it is with all names."""
        measure = self.fontMetrics().horizontalAdvance
        return sum(max(look.TARGET, measure(name.text) + _AROUND) for name in self._names)

    @property
    def is_by_icon(self) -> bool:
        """Whether only icons are shown, which share all of the width; tool tips say the names."""
        return self._by_icon

    def show_icons(self, by_icon: bool) -> None:
        """Show icons in place of names, or names again."""
        if by_icon != self._by_icon:
            self._by_icon = by_icon
            self.setExpanding(by_icon)
            self._show_names()

    def _show_names(self) -> None:
        for index, name in enumerate(self._names):
            self.setTabText(index, "" if self._by_icon else name.text)
            self.setTabToolTip(index, name.text if self._by_icon else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._by_icon:
            return
        painter, size = QPainter(self), look.scaled(_ICON)
        for index, name in enumerate(self._names):
            area = QRect(0, 0, size, size)
            area.moveCenter(self.tabRect(index).center())
            look.icon(name.icon, "text" if index == self.currentIndex() else "quiet").paint(painter, area)

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index).expandedTo(QSize(look.TARGET, look.TARGET))

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * look.TARGET, super().minimumSizeHint().height())
