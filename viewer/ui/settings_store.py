"""The settings in force: whoever changes one says so here, and whoever minds is told at once."""

import logging
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.errors import UsageError
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile, changed

_log = logging.getLogger(__name__)

# A slider on its way is written down once, where it rests.
_REST_MS: Final = 250


@dataclass(frozen=True, slots=True)
class _Writing:
    changes: dict[str, Any]
    problem: "Future[UsageError | None]"


class SettingsStore(QObject):
    """Changes act at once and reach the file a moment later, by a thread of its own: a busy disk may take a
    tenth of a second. See :meth:`flush`. GUI thread only.

    What a flag or the environment gave can be changed too, but that is not written down.
    """

    changed = Signal(str, object)
    """A setting's name, and its value from now on. :attr:`current` has it already."""

    problem = Signal(object)
    """A :class:`UsageError` to show: the file cannot be written, or was broken; None: all is well."""

    def __init__(self, settings: ViewerSettings, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file: Final = file
        self._current = settings
        self._undo: dict[str, Any] = {}
        self._unwritten: dict[str, Any] = {}
        self._refused: dict[str, Any] = {}
        """What could not be written."""
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._write)
        self._writer = ThreadPoolExecutor(1, "settings")
        self._writing: _Writing | None = None

    @property
    def current(self) -> ViewerSettings:
        """All settings. Never changed: a change makes another one."""
        return self._current

    def default(self, name: str) -> Any:
        """What the setting called ``name`` is where nobody says anything."""
        return self._current.fields[name].default

    def change(self, **changes: Any) -> None:
        """Have these settings from now on; all of them or, if one is wrong, none.

        Raises:
            UsageError: one is wrong; the sentence says what it has to be.
        """
        self._undo = {}
        self._change(changes)

    def reset(self, *names: str) -> None:
        """Have these settings as shipped."""
        self.change(**{name: self.default(name) for name in names})

    def reset_all(self, names: tuple[str, ...]) -> None:
        """As :meth:`reset`, for all that there are; :meth:`undo` takes it back until the next change."""
        before = {name: getattr(self._current, name) for name in names}
        self._change({name: self.default(name) for name in names})
        self._undo = before

    @property
    def can_undo(self) -> bool:
        """Whether :meth:`undo` does anything."""
        return bool(self._undo)

    def undo(self) -> None:
        """Take the last :meth:`reset_all` back."""
        self.change(**self._undo)

    def keep(self, name: str, value: Any) -> None:
        """Write down something that is no setting, such as the window's place."""
        self._unwritten[name] = value
        self._rest.start()

    def flush(self) -> None:
        """Have written down what has changed. What cannot be written is tried again with the next change."""
        self._finish_writing()
        self._unwritten = self._refused | self._unwritten
        self._write()
        self._rest.stop()
        self._finish_writing()
        self._writer.shutdown()  # its thread: what is written after this has another
        self._writer = ThreadPoolExecutor(1, "settings")

    def _write(self) -> None:
        """Begin to write, and look how it went after as long again."""
        if self._writing is None or self._writing.problem.done():
            self._finish_writing()
            if not self._unwritten:
                return
            changes, self._unwritten, self._refused = self._refused | self._unwritten, {}, {}
            problem = self._writer.submit(_write, self.file, changes, self._kept())
            self._writing = _Writing(changes, problem)
        self._rest.start()

    def _finish_writing(self) -> None:
        """Wait for what is being written, and tell how it went."""
        if not self._writing:
            return
        writing, self._writing = self._writing, None
        problem = writing.problem.result()
        if problem:
            self._refused = writing.changes
            _log.warning("%s %s", problem.message, problem.hint)
        self.problem.emit(problem)

    def _change(self, changes: Mapping[str, Any]) -> None:
        before, self._current = self._current, changed(self._current, changes)
        new = {name: getattr(self._current, name) for name in changes}
        differing = {name: value for name, value in new.items() if value != getattr(before, name)}
        for name, value in differing.items():
            self._unwritten[name] = None if value == self.default(name) else value
        if differing:
            self._rest.start()
        for name, value in differing.items():
            self.changed.emit(name, value)

    def _kept(self) -> dict[str, Any]:
        """What of the settings differs from what is shipped."""
        names = ViewerSettings.fields
        return {
            name: value
            for name in names
            if (value := getattr(self._current, name)) not in (self.default(name), None)
        }


def _write(file: SettingsFile, changes: Mapping[str, Any], kept: Mapping[str, Any]) -> UsageError | None:
    """Write ``changes`` down, and all that is ``kept`` where the file was broken meanwhile."""
    try:
        problem = file.remember(changes)
        if problem:
            file.remember(kept)
    except OSError as error:
        return UsageError(
            f"The settings file {file.path} cannot be written: {error.strerror}.",
            hint="What you change holds until you close the window.",
        )
    except UsageError as error:
        return error
    return problem
