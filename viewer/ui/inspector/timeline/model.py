"""The timeline's lines for a view: a bounded number of notes, of which those are shown that are wanted."""

import json
import time
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from viewer.protocol.insight import Noted
from viewer.ui import look
from viewer.ui.inspector.timeline.kinds import CATEGORIES, Category, Described, describe
from viewer.ui.language.told import told

MAX_NOTES: Final = 5000
MAX_BYTES: Final = 24 << 20
DEFAULT: Final[frozenset[Category]] = frozenset(CATEGORIES) - {"figures"}

_DROPPED_AT_ONCE: Final = 250
_SLICE_SECONDS: Final = 0.01
_ARROWS: Final = {"in": "←", "out": "→", "told": "•"}
_INK: Final[dict[str, look.Role]] = {"in": "good", "out": "accent", "told": "text"}
TIME, WHAT, LINE = range(3)


class Entry:
    """A note and what there is to say of it."""

    __slots__ = ("described", "noted")

    def __init__(self, noted: Noted) -> None:
        self.noted = noted
        self.described: Described = describe(noted)

    def holds(self, words: str) -> bool:
        """Whether ``words``, case folded, are anywhere in it."""
        said = f"{self.described.name} {self.described.line}".casefold()
        return words in said or words in json.dumps(dict(self.noted.data), ensure_ascii=False).casefold()


class TimelineModel(QAbstractTableModel):
    """Columns: the time, what it is, and what it says. The oldest notes go when there are too many.

    Looking for words is done in slices, as it may have to read every note; :attr:`sieved` says when it is.
    """

    sieved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: deque[Entry] = deque()
        self._shown: list[Entry] = []
        self._bytes = 0
        self._began: float | None = None
        self._categories = DEFAULT
        self._words = ""
        self._sieving: Iterator[Entry] | None = None
        self._found: list[Entry] = []
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._sieve_on)
        self.dropped = 0
        """How many notes went because there were too many."""

    @property
    def notes(self) -> tuple[Noted, ...]:
        """All that is kept, shown or not."""
        return tuple(entry.noted for entry in self._all)

    @property
    def words(self) -> str:
        """What is looked for, case folded."""
        return self._words

    @property
    def categories(self) -> frozenset[Category]:
        """What is shown."""
        return self._categories

    def entry(self, row: int) -> Entry:
        """What is shown in that row."""
        return self._shown[row]

    def row_of(self, entry: Entry | None) -> int | None:
        """Where it is shown; None: not now."""
        return next((row for row, each in enumerate(self._shown) if each is entry), None)

    def add(self, notes: Sequence[Noted]) -> None:
        """These happened."""
        entries = [Entry(noted) for noted in notes]
        if self._began is None:  # which devices there are was known before
            began = (entry.noted.at for entry in entries if entry.noted.kind != "DevicesListed")
            self._began = next(began, None)
        self._all.extend(entries)
        self._bytes += sum(entry.noted.size for entry in entries)
        if self._sieving is None:
            self._append([entry for entry in entries if self._is_wanted(entry)])
        else:
            self._found += [entry for entry in entries if self._is_wanted(entry)]
        if len(self._all) > MAX_NOTES or self._bytes > MAX_BYTES:
            self._drop()

    def clear(self) -> None:
        """Begin anew."""
        self.beginResetModel()
        self._all.clear()
        self._shown = []
        self._bytes, self._began, self.dropped = 0, None, 0
        self._stop_sieving()
        self.endResetModel()

    def show_only(self, categories: frozenset[Category], words: str) -> None:
        """Show what is of ``categories`` and has ``words`` in it."""
        self._categories, self._words = categories, words.strip().casefold()
        self._found = []
        self._sieving = iter(tuple(self._all))
        self._sieve_on()

    # -- as Qt asks

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        entry = self._shown[index.row()]
        said = entry.described
        match role:
            case Qt.ItemDataRole.DisplayRole:
                # What code says, in the user's language; what was said to the engine or by it, as it was.
                line = told(said.line) if entry.noted.kind == "Found" else said.line
                return (self._time(entry), f"{_ARROWS[entry.noted.side]} {said.name}", line)[index.column()]
            case Qt.ItemDataRole.ForegroundRole:
                return look.colour(self._role(entry, index.column()))
            case Qt.ItemDataRole.ToolTipRole if index.column() == LINE:
                return said.line
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._time(entry).strip()} {said.name} {said.line}"
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == TIME:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _time(self, entry: Entry) -> str:
        return "" if self._began is None else f"{max(0.0, entry.noted.at - self._began):.3f}"

    def _role(self, entry: Entry, column: int) -> look.Role:
        if column == TIME:
            return "quiet"
        if entry.described.is_bad:
            return "danger"
        if entry.described.category == "warnings":
            return "warning"
        return _INK[entry.noted.side] if column == WHAT else "text"

    # -- inside

    def _is_wanted(self, entry: Entry) -> bool:
        if entry.described.category not in self._categories:
            return False
        return not self._words or entry.holds(self._words)

    def _append(self, entries: list[Entry]) -> None:
        if entries:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self._shown += entries
            self.endInsertRows()

    def _drop(self) -> None:
        gone: set[int] = set()
        while self._all and (
            len(self._all) > MAX_NOTES - _DROPPED_AT_ONCE or self._bytes > MAX_BYTES - (MAX_BYTES >> 4)
        ):
            entry = self._all.popleft()
            self._bytes -= entry.noted.size
            gone.add(id(entry))
        self.dropped += len(gone)
        shown = 0
        while shown < len(self._shown) and id(self._shown[shown]) in gone:
            shown += 1
        if shown:
            self.beginRemoveRows(QModelIndex(), 0, shown - 1)
            del self._shown[:shown]
            self.endRemoveRows()

    def _sieve_on(self) -> None:
        """Some of it; the rest comes after painting and input."""
        until = time.monotonic() + _SLICE_SECONDS
        while self._sieving is not None and time.monotonic() < until:
            entry = next(self._sieving, None)
            if entry is None:
                self.beginResetModel()
                self._shown = self._found
                self._stop_sieving()
                self.endResetModel()
                self.sieved.emit()
            elif self._is_wanted(entry):
                self._found.append(entry)
        if self._sieving is not None:
            self._slice.start()

    def _stop_sieving(self) -> None:
        self._sieving = None
        self._found = []
        self._slice.stop()
