"""The transcript: what was said, with search, copy, export and clear."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from viewer.protocol.events import Event
from viewer.ui import look
from viewer.ui.files import Location, Saving, ask_where_to_save
from viewer.ui.transcript.bars import MessageBar
from viewer.ui.transcript.documents import plain_text
from viewer.ui.transcript.export import KINDS, Kind, save
from viewer.ui.transcript.find import Match, find
from viewer.ui.transcript.labels import Labels
from viewer.ui.transcript.record import Change, Record
from viewer.ui.transcript.search_bar import SearchBar
from viewer.ui.transcript.view import TranscriptView
from viewer.ui.widgets.flat_button import flat_button

_FORBIDDEN_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_SEARCH_MS: Final = 150
_LARGE: Final = 60
"""Pixels of a button."""

AskWhere: TypeAlias = Callable[[QWidget, str, Kind, Callable[[Path], None]], None]
"""Asks for a place of that name and kind; calls what it was given with the answer, if there is one."""


def ask_where(parent: QWidget, name: str, kind: Kind, chosen: Callable[[Path], None]) -> None:
    """The system's file dialog, or Qt's. Does not wait for the answer."""
    title = QCoreApplication.translate("TranscriptPane", "Export the transcript")
    proposed = Location.DocumentsLocation, name
    ask_where_to_save(parent, title, proposed, f"{kind.name} (*.{kind.suffix})", chosen)


class TranscriptPane(QFrame):
    """Shows ``record``, which keeps what was said whether or not it is shown.

    Args:
        where: how the user is asked where an export goes.
    """

    def __init__(self, record: Record, parent: QWidget | None = None, where: AskWhere = ask_where) -> None:
        super().__init__(parent)
        self.setObjectName("transcript")
        self.setAccessibleName(self.tr("Transcript"))
        self._record = record
        self._where = where
        self._labels = self._translated()
        self._matches: list[Match] = []
        self._current: int | None = None
        self._unseen = 0
        self._saving = Saving(self)
        self.view = TranscriptView(record, self._labels)
        self.search = SearchBar()
        self.bar = MessageBar()
        self.dropped = QLabel()
        self.dropped.setObjectName("quiet")
        self.dropped.setWordWrap(True)
        self.newest = QPushButton(look.icon("chevron"), "", self.view)
        self.newest.setObjectName("small")
        self.newest.setAutoDefault(False)
        self.newest.clicked.connect(self.view.to_newest)
        self.find_button = self._button("search", self.tr("Search"), self.search.open)
        self.copy_button = self._button("copy", self.tr("Copy what is selected, or all"), self.copy)
        self.export_button = self._button("export", self.tr("Export"), None)
        self.export_button.setMenu(self._export_menu())
        self.clear_button = self._button("trash", self.tr("Clear the transcript"), self.clear)
        self._lay_out()
        self._look_again = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._look_again.timeout.connect(self._find)
        self._saving.failed.connect(self.bar.warn)
        self._saving.saved.connect(lambda name: self.bar.say(self.tr("Saved as {name}.").format(name=name)))
        self._connect()
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._place_tools()

    def add(self, event: Event) -> None:
        """Take ``event`` in, and show what it changes."""
        self.follow(self._record.add(event))

    def follow(self, changes: Sequence[Change]) -> None:
        """Show what became of the record, which told of ``changes``."""
        if not changes:
            return
        self.view.follow(changes)
        if not self.view.follows:
            self._unseen += sum(change.what == "new" for change in changes)
        if self.search.isVisibleTo(self) and not self._look_again.isActive():
            self._look_again.start()
        self._show_state()

    def copy(self) -> None:
        """Put what is selected on the clipboard, or all."""
        selected = self.view.selected_text()
        QGuiApplication.clipboard().setText(selected or plain_text(self._record.lines, self._labels))
        self.bar.say(self.tr("Copied.") if selected else self.tr("All of it is copied."))

    def export(self, kind: Kind) -> None:
        """Ask where, then write a file of that kind."""
        lines, dropped = self._record.lines, self._record.dropped
        missing = self._labels.dropped(dropped)
        labels = replace(self._labels, dropped=lambda _: missing)

        def write(path: Path) -> None:
            # It may take a while, and the window must not wait.
            self._saving.begin(path, lambda path: save(kind.text_of(lines, labels, dropped), path))

        name = f"{self._labels.title} {lines[0].at:%Y-%m-%d %H.%M}.{kind.suffix}"
        self._where(self, _FORBIDDEN_IN_NAMES.sub("", name), kind, write)

    def clear(self) -> None:
        """Forget all of it; it can be taken back for some seconds."""
        if not len(self._record):
            return
        self._record.clear()
        self.view.rebuild()
        self.bar.offer_undo(self.tr("The transcript is cleared."), self._restore, self._record.forget_cleared)
        self._find()
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_newest()

    # -- search

    def _find(self) -> None:
        """Look again; the place that is shown stays, if it is still one."""
        shown = None if self._current is None else self._matches[self._current]
        self._matches = find(self.search.line.text(), self._record.lines)
        self._current = self._matches.index(shown) if shown in self._matches else None
        if self._current is None and self._matches:
            self._current = len(self._matches) - 1  # the newest is the likeliest
            self.view.reveal(self._matches[self._current])
        self._mark()

    def _step(self, by: int) -> None:
        if self._look_again.isActive():
            self._look_again.stop()
            self._find()
        elif self._current is not None:
            self._current = (self._current + by) % len(self._matches)
            self.view.reveal(self._matches[self._current])
            self._mark()

    def _mark(self) -> None:
        current = None if self._current is None else self._matches[self._current]
        self.view.mark(self._matches, current)
        number = None if self._current is None else self._current + 1
        self.search.show_place(number, len(self._matches))

    # -- inside

    def _restore(self) -> None:
        self._record.restore()
        self.view.rebuild()
        self._show_state()

    def _show_state(self) -> None:
        if self.view.follows:
            self._unseen = 0
        has_lines = len(self._record) > 0
        for button in (self.copy_button, self.export_button, self.clear_button, self.find_button):
            button.setEnabled(has_lines)
        dropped = self._record.dropped
        self.dropped.setVisible(dropped > 0)
        self.dropped.setText(self._labels.dropped(dropped))
        self.newest.setVisible(not self.view.follows)
        words = self.tr("%n new", "", self._unseen) if self._unseen else self.tr("Newest")
        self.newest.setText(words)
        self.newest.setAccessibleName(self.tr("Go to the newest line"))
        self._place_newest()

    def _place_newest(self) -> None:
        self.newest.adjustSize()
        space = self.view.viewport().geometry()
        self.newest.move(
            space.center().x() - self.newest.width() // 2, space.bottom() - self.newest.height() - 8
        )

    def _translated(self) -> Labels:
        return Labels(
            title=self.tr("Conversation"),
            you=self.tr("You"),
            avatar=self.tr("Avatar"),
            typed=self.tr("typed"),
            interrupted=self.tr("interrupted"),
            corrected=self.tr("corrected"),
            lost=self.tr("not delivered"),
            dropped=lambda count: self.tr("%n earlier line(s) are not kept.", "", count),
        )

    def _button(self, image: str, words: str, slot: Callable[[], None] | None) -> QPushButton:
        button = flat_button(image, words)
        if slot:
            button.clicked.connect(slot)
        return button

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Export"))
        for kind in KINDS:
            words = self.tr("{kind} (.{suffix})").format(kind=kind.name, suffix=kind.suffix)
            menu.addAction(words).triggered.connect(lambda _=False, kind=kind: self.export(kind))
        return menu

    def _connect(self) -> None:
        self.view.following.connect(lambda _: self._show_state())
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._mark() if self._matches else None)
        self.search.changed.connect(lambda _: self._look_again.start())
        self.search.stepped.connect(self._step)
        self.search.closed.connect(self._find)
        self.search.closed.connect(self.view.setFocus)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Transcript"))
        title.setObjectName("rowTitle")
        title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)  # it is never cut off
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addSpacing(6)
        head.addWidget(title, 1)
        self._tools = QWidget()
        line = QHBoxLayout(self._tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        for button in (self.find_button, self.copy_button, self.export_button, self.clear_button):
            line.addWidget(button)
        line.addStretch()
        self.head = head
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.dropped)
        column.addWidget(self.view, 1)
        column.addWidget(self.bar)
        self._place_tools()

    def _place_tools(self) -> None:
        """Beside the title; below it if they are large."""
        if look.scaled(look.TARGET) > _LARGE:
            self._column.insertWidget(1, self._tools)
        else:
            self.head.insertWidget(2, self._tools)
