"""The timeline's tab: the list, what is looked for in it, and what is in the line that is chosen."""

from collections import deque
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from heapq import merge
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from viewer.protocol.events import Event, Phase, PhaseChanged
from viewer.protocol.insight import Noted
from viewer.session.session_file.lines import SUFFIX, Addresses, save
from viewer.ui import look
from viewer.ui.announcements import announce
from viewer.ui.files import AskWhere, Location, Saving, ask_where_to_save
from viewer.ui.inspector.memory import MAX_SAMPLES, SAMPLES
from viewer.ui.inspector.tab import Tab
from viewer.ui.inspector.timeline.detail import Detail
from viewer.ui.inspector.timeline.kinds import CATEGORIES, Category
from viewer.ui.inspector.timeline.list import TimelineList
from viewer.ui.inspector.timeline.model import MAX_NOTES, Entry, TimelineModel
from viewer.ui.widgets.flat_button import flat_button

if TYPE_CHECKING:
    from viewer.session.session_file.dumps.saving import DumpForm

_FLUSH_MS: Final = 100
_SEARCH_MS: Final = 200
translate = QCoreApplication.translate

_Write: TypeAlias = Callable[[list[Noted], datetime, Path], None]


def ask_where(parent: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
    """The system's file dialog, or Qt's. Does not wait for the answer."""
    title = translate("Timeline", "Save the session")
    kinds = f"JSON Lines (*.{SUFFIX})" if name.endswith(SUFFIX) else "JSON (*.json)"
    ask_where_to_save(parent, title, (Location.DocumentsLocation, name), kinds, chosen)


def category_names() -> Mapping[Category, str]:
    """What each is called."""
    return {
        "session": translate("Timeline", "Session"),
        "broker": translate("Timeline", "Broker"),
        "signalling": translate("Timeline", "Signalling"),
        "description": translate("Timeline", "Offer and answer"),
        "connection": translate("Timeline", "Connection"),
        "data": translate("Timeline", "Data channel"),
        "talk": translate("Timeline", "Conversation"),
        "tools": translate("Timeline", "Tools"),
        "thoughts": translate("Timeline", "Thoughts"),
        "warnings": translate("Timeline", "Warnings"),
        "devices": translate("Timeline", "Devices"),
        "figures": translate("Timeline", "Figures and heartbeats"),
    }


class Timeline(Tab):
    """All that happened. While it is hidden it only keeps what comes.

    Args:
        where: how the user is asked where a file goes.
    """

    def __init__(self, parent: QWidget | None = None, where: AskWhere = ask_where) -> None:
        super().__init__(parent)
        self._where = where
        self._waiting: deque[Noted] = deque(maxlen=MAX_NOTES)
        self._samples: deque[Noted] = deque(maxlen=MAX_SAMPLES)
        self._devices: Noted | None = None
        self._chosen: Entry | None = None
        self._saving = Saving(self)
        self.model = TimelineModel(self)
        self.list = TimelineList(self.model)
        self.detail = Detail()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the timeline"))
        self.search.setClearButtonEnabled(True)
        self.shown = flat_button("tune", self.tr("What is shown"))
        self.shown.setMenu(self._categories_menu())
        self.follow = flat_button("chevron", self.tr("Follow the newest"))
        self.follow.setCheckable(True)
        self.follow.setChecked(True)
        self.save_button = flat_button("export", self.tr("Save the session"))
        self.save_button.setMenu(self._save_menu())
        self.words = QLabel()
        self.words.setObjectName("quiet")
        self.words.setWordWrap(True)
        self.words.hide()
        self._flush_soon = QTimer(self, singleShot=True, interval=_FLUSH_MS)
        self._flush_soon.timeout.connect(self._flush)
        self._look_soon = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._look_soon.timeout.connect(self._look)
        self._lay_out()
        self._connect()

    def take(self, event: Event, painted: int) -> None:
        """Note ``event``; a new session begins anew."""
        match event:
            case PhaseChanged(Phase.ASKING_BROKER):
                self._waiting.clear()
                self._samples.clear()
                self.model.clear()
                self.detail.show_note(None)
                if self._devices:
                    self._waiting.append(self._devices)
            case Noted(kind=kind) if kind in SAMPLES:
                self._samples.append(event)
            case Noted():
                if event.kind == "DevicesListed":
                    self._devices = event
                self._waiting.append(event)
        if self._waiting and self.isVisible() and not self._flush_soon.isActive():
            self._flush_soon.start()

    def save(self, addresses: Addresses) -> None:
        """Ask where, then write all that is kept, with addresses as they are or masked."""
        self._save("session", SUFFIX, lambda notes, began, path: save(notes, path, addresses, began))

    def save_dump(self, form: "DumpForm") -> None:
        """Ask where, then write the connections for programs that open ``form``, addresses masked."""
        from viewer.session.session_file.dumps import saving, trace  # noqa: PLC0415 - few want it

        def write(notes: list[Noted], began: datetime, path: Path) -> None:
            recorded = trace.Recorded(trace.masked(notes), began, notes[0].at)
            saving.save_dump(recorded, path, form)

        self._save(form, saving.DUMP_SUFFIXES[form], write)

    def _save(self, name: str, suffix: str, write: _Write) -> None:
        self._flush()
        notes = [*merge(self.model.notes, self._samples, key=lambda noted: noted.at)]
        if not notes:
            self._say(self.tr("There is nothing to save yet."))
            return
        began = datetime.now(UTC) - timedelta(seconds=monotonic() - notes[0].at)

        def begin(path: Path) -> None:
            self._saving.begin(path, lambda path: write(notes, began, path))

        self._where(self, f"{name} {began.astimezone():%Y-%m-%d %H.%M}.{suffix}", begin)

    def showEvent(self, event: QShowEvent) -> None:
        """List what came meanwhile."""
        self._flush()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.hasFocus() and self.search.text():
            self.search.clear()
            self.list.setFocus()
            return
        super().keyPressEvent(event)

    def _flush(self) -> None:
        if self._waiting:
            notes = [*self._waiting]
            self._waiting.clear()
            self.model.add(notes)

    def _look(self) -> None:
        self._look_soon.stop()
        wanted = frozenset(name for name, action in self._actions.items() if action.isChecked())
        self.model.show_only(wanted, self.search.text())

    def _sieved(self) -> None:
        self.list.choose(self.model.row_of(self._chosen))
        if self.model.words:
            self._say(self.tr("%Ln line(s) found.", "", self.model.rowCount()))
        else:
            self._say("")
        if self.follow.isChecked():
            self.list.scrollToBottom()

    def _choose(self, row: int | None) -> None:
        self._chosen = None if row is None else self.model.entry(row)
        self.detail.show_note(self._chosen.noted if self._chosen else None)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))
        if words:
            announce(self, words)

    def _categories_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("What is shown"))
        self._actions = {name: menu.addAction(words) for name, words in category_names().items()}
        for name in CATEGORIES:
            self._actions[name].setCheckable(True)
            self._actions[name].setChecked(name in self.model.categories)
            self._actions[name].toggled.connect(self._look)
        return menu

    def _save_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Save the session"))
        masked = menu.addAction(self.tr("Save, addresses masked"))
        masked.triggered.connect(lambda: self.save("masked"))
        menu.addAction(self.tr("Save with addresses")).triggered.connect(lambda: self.save("plain"))
        menu.addSeparator()
        internals = menu.addAction(self.tr("Save for webrtc-internals viewers…"))
        internals.triggered.connect(lambda: self.save_dump("webrtc-internals"))
        rtcstats = menu.addAction(self.tr("Save as rtcstats…"))
        rtcstats.triggered.connect(lambda: self.save_dump("rtcstats"))
        return menu

    def _connect(self) -> None:
        self._saving.failed.connect(self._say)
        self._saving.saved.connect(lambda name: self._say(self.tr("Saved as {name}.").format(name=name)))
        self.search.textChanged.connect(lambda _: self._look_soon.start())
        self.search.returnPressed.connect(self.list.setFocus)
        self.model.sieved.connect(self._sieved)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self.detail.take_keyboard)
        self.list.at_the_end.connect(self.follow.setChecked)
        self.follow.toggled.connect(self.list.set_following)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(look.Space.XS)
        bar.addWidget(self.search, 1)
        for button in (self.shown, self.follow, self.save_button):
            bar.addWidget(button)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(look.Space.S)
        column.addLayout(bar)
        column.addWidget(parts, 1)
        column.addWidget(self.words)
