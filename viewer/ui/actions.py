"""What the user can do, by name: its words, its keys and what it runs. The one place for all shortcuts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the user can do.

    ``keys``: its shortcuts as shipped, in Qt's portable form, with “; ” between; “” for none.
    """

    name: str
    keys: str = ""


SPECS: Final = (
    ActionSpec("mute", "Ctrl+M"),
    ActionSpec("full_screen", "F11"),
    ActionSpec("escape", "Esc"),
    ActionSpec("preferences", "Ctrl+,"),
    ActionSpec("inspector", "F12"),
)
"""In the order in which a list of shortcuts shows them."""


def words(name: str) -> str:
    """What the action called ``name`` does, in the user's language."""
    return {
        "mute": translate("Actions", "Mute the microphone"),
        "full_screen": translate("Actions", "Full screen"),
        "escape": translate("Actions", "Leave full screen"),
        "preferences": translate("Actions", "Preferences"),
        "inspector": translate("Actions", "Inspector"),
    }[name]


class Actions(QObject):
    """The actions of one window, in reach of their keys while it is active.

    Whoever changes keys asks :meth:`refusal` first.
    """

    keys_changed = Signal(str)
    """The action of this name has other keys."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._specs = {spec.name: spec for spec in SPECS}
        self._keys = {spec.name: spec.keys for spec in SPECS}
        self._actions: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(words(spec.name), self)
            action.setObjectName(spec.name)
            self._actions[spec.name] = action
            self._put(spec.name)
            window.addAction(action)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of :data:`SPECS`."""
        return iter(self._specs)

    def bind(self, name: str, run: Callable[[], object]) -> QAction:
        """Let the action called ``name`` call ``run``."""
        action = self._actions[name]
        action.triggered.connect(lambda *_: run())
        return action

    def keys(self, name: str) -> str:
        """Its shortcuts now, as in :class:`ActionSpec`."""
        return self._keys[name]

    def default_keys(self, name: str) -> str:
        """Its shortcuts as shipped."""
        return self._specs[name].keys

    def set_keys(self, name: str, keys: str) -> None:
        """Give it other shortcuts, at once; “” for none."""
        if keys != self._keys[name]:
            self._keys[name] = keys
            self._put(name)
            self.keys_changed.emit(name)

    def refusal(self, name: str, keys: str) -> str | None:
        """Why ``name`` cannot have ``keys``, for the user; None if it can."""
        wanted = QKeySequence.listFromString(keys)
        if keys and (not wanted or any(not sequence.toString() for sequence in wanted)):
            return self.tr("That is no key that this computer knows. Press another one.")
        if any(_is_one_letter(sequence) for sequence in wanted):
            return self.tr("A letter alone would be typed. Hold Ctrl, Alt or Shift and Ctrl with it.")
        for other in self._specs:
            taken = QKeySequence.listFromString(self._keys[other])
            if other != name and any(sequence in taken for sequence in wanted):
                return self.tr("“{action}” has that key already. Press another one.").format(
                    action=words(other)
                )
        return None

    def _put(self, name: str) -> None:
        self._actions[name].setShortcuts(QKeySequence.listFromString(self._keys[name]))


def _is_one_letter(sequence: QKeySequence) -> bool:
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return len(text.removeprefix("Shift+")) == 1
