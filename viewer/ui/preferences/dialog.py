"""The dialog: pages at the left, what is looked for on top, rows that act at once."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.settings import Page
from viewer.ui import look
from viewer.ui.actions import Actions
from viewer.ui.preferences import words
from viewer.ui.preferences.editors import DeviceEditor
from viewer.ui.preferences.pages import PageList, Section, label
from viewer.ui.preferences.row import Row, SettingRow
from viewer.ui.preferences.shortcut_row import ShortcutRow
from viewer.ui.preferences.table import PAGES, settings
from viewer.ui.settings_store import SettingsStore

_SIZE: Final = QSize(860, 640)
# So much a row takes beside its words, pixels, and so many letters those need; with less it goes below them.
_BESIDE: Final = 350
_LETTERS: Final = 26
_LOWEST: Final = 360
_AT_ONCE: Final = 2
"""Rows that are made without a break: each takes 2 ms or more."""


class PreferencesDialog(QDialog):
    """Every setting that has a row, in pages; see :meth:`show_page`. It may stay open during a call."""

    def __init__(self, store: SettingsStore, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        self.rows: dict[str, SettingRow] = {}
        """By name of the setting."""
        self.shortcuts: dict[str, ShortcutRow] = {}
        """By name of the action."""
        self.pages: dict[Page, Section] = {}
        """Those that have all their rows."""
        self._growing: dict[Page, tuple[Section, Iterator[Row]]] = {}
        self._due: list[Page] = []
        self._store = store
        self._actions = actions
        self._devices: dict[str, Sequence[str]] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        self.search.addAction(look.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        self.list = PageList()
        self.nothing = label(self.tr("No setting is called so. Try another word."), "quiet")
        self.said = label("", "quiet")
        self.reset_all = _button(self.tr("Reset all"))
        self.undo = _button(self.tr("Undo"))
        self.leave = _button(self.tr("Close"))
        self._lay_out()
        self._connect()
        size = QSize(look.scaled(_SIZE.width()), look.scaled(_SIZE.height()))
        self.resize(size.boundedTo(self.screen().availableSize() - QSize(40, 80)))

    def show_page(self, page: Page) -> None:
        """Show ``page`` and put the keyboard on its name."""
        self.search.clear()
        self.list.setCurrentRow(PAGES.index(page))
        self._show()
        self.list.setFocus()

    def show_devices(self, microphones: Sequence[str], loudspeakers: Sequence[str]) -> None:
        """List the devices there are now."""
        self._devices = {"mic": microphones, "speaker": loudspeakers}
        self._list_devices()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._make_next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.pages:
            self._arrange()

    def _arrange(self) -> None:
        """Put controls beside the words or, in a narrow window or with large letters, below."""
        room = self._area.viewport().width()
        beside = room >= _BESIDE + _LETTERS * self.fontMetrics().averageCharWidth()
        for row in (*self.rows.values(), *self.shortcuts.values()):
            row.put_beside(beside)
        narrowest = self._column.minimumSizeHint().width()
        self._area.setMinimumWidth(narrowest + self._area.verticalScrollBar().sizeHint().width())

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show)
        self.list.currentRowChanged.connect(self._leave_search)
        self.list.itemClicked.connect(self._leave_search)
        self.reset_all.clicked.connect(self._reset_all)
        self.undo.clicked.connect(self._undo)
        self.leave.clicked.connect(self.close)
        self._store.changed.connect(self._follow)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self).activated.connect(self.close)
        self._find = QShortcut(self)
        self._find.activated.connect(self.search.setFocus)
        self._actions.keys_changed.connect(self._take_keys)
        self._take_keys("find")

    def _take_keys(self, name: str) -> None:
        """The window's actions are not reached from here; its key for searching is used, too."""
        if name == "find":
            self._find.setKeys(QKeySequence.listFromString(self._actions.keys(name)))

    def _leave_search(self) -> None:
        self.search.clear()
        self._show()

    def _show(self) -> None:
        """The rows of the page, or those that match what is looked for."""
        looked_for = self.search.text().strip()
        page = PAGES[self.list.currentRow()]
        if not looked_for:
            self.make(page)
        found = [name for name, section in self.pages.items() if section.matches(looked_for)]
        shown = found if looked_for else [page]
        # Whatever goes goes first: rows are laid out where they are to be seen.
        for name in self.pages.keys() - shown:
            self.pages[name].hide()
        self._due = [name for name in PAGES if name in shown]
        self._show_next()
        self.list.show_choice(not looked_for)
        self.nothing.setVisible(not shown and len(self.pages) == len(PAGES))
        self._area.verticalScrollBar().setValue(0)

    def _show_next(self) -> None:
        """One page in each turn: to lay out all that a search finds takes longer than a picture lasts."""
        if self._due:
            section = self.pages[self._due.pop(0)]
            section.show_matching(self.search.text().strip())
            section.show()
            QTimer.singleShot(0, self, self._show_next)

    def _make_next(self) -> None:
        """A few rows at a time, so that nothing waits for them, be it here or in a talk."""
        missing = next((page for page in PAGES if page not in self.pages), None)
        if missing is None or not self.isVisible():
            return
        if self._grow(missing, _AT_ONCE) and self.search.text().strip():
            self._show()
        QTimer.singleShot(0, self, self._make_next)

    def make(self, page: Page) -> None:
        """See that all rows of ``page`` are there, hidden until they are shown."""
        while page not in self.pages:
            self._grow(page, _AT_ONCE)

    def _grow(self, page: Page, count: int) -> bool:
        """Make so many more rows of ``page``; whether that was the last."""
        if page not in self._growing:
            self._growing[page] = self._begin(page), self._rows(page)
        section, rows = self._growing[page]
        made = list(islice(rows, count))
        for row in made:
            section.add(row)
        if len(made) == count:
            return False
        if page == "privacy":
            section.say(self._what_is_kept())
        self.pages[page] = self._growing.pop(page)[0]
        self._order_tabs()
        self._list_devices()
        self._arrange()
        return True

    def _begin(self, page: Page) -> Section:
        """A page without rows, hidden."""
        section = Section(words.page_titles()[page])
        section.hide()
        there = self.pages.keys() | self._growing.keys()
        self._sections.insertWidget(sum(PAGES.index(other) < PAGES.index(page) for other in there), section)
        return section

    def _order_tabs(self) -> None:
        """From the list through the rows, in their order, to the buttons."""
        before: QWidget = self.list
        for page in PAGES:
            for row in self.pages[page].rows if page in self.pages else ():
                for control in row.controls():
                    QWidget.setTabOrder(before, control)
                    before = control
        QWidget.setTabOrder(before, self.reset_all)

    def _rows(self, page: Page) -> Iterator[Row]:
        for setting in settings(type(self._store.current)):
            if setting.page == page and setting.kind == "shortcuts":
                for name in self._actions:
                    self.shortcuts[name] = ShortcutRow(name, self._actions, self._store)
                    yield self.shortcuts[name]
            elif setting.page == page:
                self.rows[setting.name] = SettingRow(setting, self._store)
                yield self.rows[setting.name]

    def _what_is_kept(self) -> str:
        file = self._store.file.path
        if file is None:
            return self.tr("Nothing that you change is written down; it lasts until you close the window.")
        return self.tr("What you change is kept in {file}. Nothing that is said is written down.").format(
            file=file
        )

    def _list_devices(self) -> None:
        for name, devices in self._devices.items():
            if (row := self.rows.get(name)) and isinstance(row.editor, DeviceEditor):
                row.editor.set_devices(devices)

    def _follow(self, name: str, value: Any) -> None:
        if name in self.rows:
            self.rows[name].show_value(value)
        self._offer_undo()

    def _reset_all(self) -> None:
        self._store.reset_all(tuple(setting.name for setting in settings(type(self._store.current))))
        self._offer_undo()
        self.undo.setFocus()

    def _undo(self) -> None:
        self._store.undo()
        self._offer_undo()
        self.reset_all.setFocus()

    def _offer_undo(self) -> None:
        can = self._store.can_undo
        self.undo.setVisible(can)
        self.said.setText(self.tr("Every setting is as shipped.") if can else "")

    def _lay_out(self) -> None:
        self._column = QWidget()
        self._sections = QVBoxLayout(self._column)
        self._sections.setContentsMargins(4, 0, 16, 16)
        self._sections.setSpacing(24)
        self._sections.addWidget(self.nothing)
        self._sections.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._column)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self.list)
        middle.addWidget(self._area, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(10)
        bottom.addWidget(self.reset_all)
        bottom.addWidget(self.said, 1)
        bottom.addWidget(self.undo)
        bottom.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(18)
        column.addWidget(self.search)
        column.addLayout(middle, 1)
        column.addLayout(bottom)
        self.setMinimumHeight(_LOWEST)
        self.undo.hide()


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
