"""JSON as a tree: also what stands as JSON, or in several lines, inside of a text."""

import json
from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from viewer.protocol.text import plain
from viewer.ui import look

MAX_ITEMS: Final = 2000
_MAX_SHOWN: Final = 2000
_OPEN: Final = 3


class JsonTree(QTreeWidget):
    """Arrow keys open and close; copying takes the item that the keyboard is on, as JSON."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("What is in it"))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self.setTabKeyNavigation(False)
        self._left = 0

    def show_value(self, value: Any) -> None:
        """Show ``value``, a JSON object; no more than :data:`MAX_ITEMS` of it."""
        self.clear()
        self._left = MAX_ITEMS
        self.addTopLevelItems(self._items(_members(value)))
        self.expandToDepth(_OPEN)
        if first := self.topLevelItem(0):
            self.setCurrentItem(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item and event.matches(QKeySequence.StandardKey.Copy):
            whole = item.data(0, Qt.ItemDataRole.UserRole)
            text = whole if isinstance(whole, str) else json.dumps(whole, ensure_ascii=False, indent=2)
            QGuiApplication.clipboard().setText(text)
            return
        super().keyPressEvent(event)

    def _items(self, members: Iterable[tuple[str, Any]]) -> list[QTreeWidgetItem]:
        made = []
        for name, value in members:
            if self._left <= 0:
                made.append(QTreeWidgetItem(["…", ""]))
                break
            self._left -= 1
            inside = _inside(value)
            shown = "" if inside is not None and not isinstance(value, str) else _written(value)
            item = QTreeWidgetItem([plain(name, 120), shown])
            item.setData(0, Qt.ItemDataRole.UserRole, value)
            item.setForeground(0, look.colour("accent"))
            if inside is not None:
                item.addChildren(self._items(_members(inside)))
            made.append(item)
        return made


def _inside(value: Any) -> Any:
    """What is to be opened: an object, a list, a text that is one of these, or one of several lines."""
    if isinstance(value, dict | list):
        return value
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return None
    if isinstance(value, str) and len(lines := value.splitlines()) > 1:
        return lines
    return None


def _members(value: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(value, dict):
        return value.items()
    return ((str(number), each) for number, each in enumerate(value))


def _written(value: Any) -> str:
    return plain(value, _MAX_SHOWN) if isinstance(value, str) else json.dumps(value)
