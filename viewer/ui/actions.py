"""What the user can do, by name: its words, its keys and what it runs. The one place for all shortcuts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the user can do.

    ``keys``: its shortcuts as shipped, in Qt's portable form, with “; ” between; “” for none. ``held``: it
    lasts as long as its key is down, so its key is one without modifiers. ``checkable``: it is on or off.
    ``anywhere``: its key is heard in all windows of the desktop, if it can be, so it is none for typing.
    """

    name: str
    keys: str = ""
    checkable: bool = False
    held: bool = False
    anywhere: bool = False


SPECS: Final = (
    ActionSpec("escape", "Esc"),
    ActionSpec("message", "Ctrl+L"),
    ActionSpec("verbatim", "Ctrl+Return"),
    ActionSpec("interrupt", "Ctrl+."),
    ActionSpec("mute", "Ctrl+M", checkable=True),
    ActionSpec("talk", "Space", held=True),
    ActionSpec("talk_anywhere", held=True, anywhere=True),
    ActionSpec("push_to_talk", "Ctrl+Shift+Space", checkable=True),
    ActionSpec("microphone", "Ctrl+Shift+M"),
    ActionSpec("loudspeaker", "Ctrl+Shift+L"),
    ActionSpec("louder", "Ctrl+Up"),
    ActionSpec("quieter", "Ctrl+Down"),
    ActionSpec("captions", "Ctrl+Shift+C", checkable=True),
    ActionSpec("transcript", "Ctrl+T", checkable=True),
    ActionSpec("find", "Ctrl+F"),
    ActionSpec("record", "Ctrl+Shift+R", checkable=True),
    ActionSpec("undo", "Ctrl+Z"),
    ActionSpec("full_screen", "F11", checkable=True),
    ActionSpec("on_top", "Ctrl+Shift+A", checkable=True),
    ActionSpec("small_window", "Ctrl+Shift+P", checkable=True),
    ActionSpec("fit", "Ctrl+1", checkable=True),
    ActionSpec("fill", "Ctrl+2", checkable=True),
    ActionSpec("actual", "Ctrl+3", checkable=True),
    ActionSpec("zoom_in", "Ctrl++; Ctrl+="),
    ActionSpec("zoom_out", "Ctrl+-"),
    ActionSpec("zoom_off", "Ctrl+0"),
    ActionSpec("leave", "Ctrl+Shift+E"),
    ActionSpec("preferences", "Ctrl+,"),
    ActionSpec("inspector", "F12", checkable=True),
    ActionSpec("quit", "Ctrl+Q"),
)
"""In the order in which a list of shortcuts shows them."""

_NOWHERE_TYPED: Final = re.compile(r"\b(Ctrl|Alt|Meta)\+|^(Shift\+)?F\d+$")


def words(name: str) -> str:
    """What the action called ``name`` does, in the user's language."""
    return _all_words()[name]


def _all_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "escape": translate("Actions", "Stop the avatar's speech, or leave full screen"),
        "message": translate("Actions", "Write a message"),
        "verbatim": translate("Actions", "Have the message said word for word"),
        "interrupt": translate("Actions", "Stop the avatar's speech"),
        "mute": translate("Actions", "Mute the microphone"),
        "talk": translate("Actions", "Talk, while it is held"),
        "talk_anywhere": translate("Actions", "Talk from any window, while it is held"),
        "push_to_talk": translate("Actions", "Push to talk"),
        "microphone": translate("Actions", "Choose the microphone"),
        "loudspeaker": translate("Actions", "Choose the loudspeaker"),
        "louder": translate("Actions", "Louder"),
        "quieter": translate("Actions", "Quieter"),
        "captions": translate("Actions", "Captions"),
        "transcript": translate("Actions", "Transcript"),
        "find": translate("Actions", "Search"),
        "record": translate("Actions", "Record the talk"),
        "undo": translate("Actions", "Bring back what was cleared"),
        "full_screen": translate("Actions", "Full screen"),
        "on_top": translate("Actions", "Always on top"),
        "small_window": translate("Actions", "Small window"),
        "fit": translate("Actions", "Fit the window"),
        "fill": translate("Actions", "Fill the window"),
        "actual": translate("Actions", "Actual size"),
        "zoom_in": translate("Actions", "Zoom in"),
        "zoom_out": translate("Actions", "Zoom out"),
        "zoom_off": translate("Actions", "Show the whole picture"),
        "leave": translate("Actions", "End the talk"),
        "preferences": translate("Actions", "Preferences"),
        "inspector": translate("Actions", "Inspector"),
        "quit": translate("Actions", "Quit"),
    }


class Actions(QObject):
    """The actions of one window. Each has a :class:`QAction` that its keys reach
    while the window is active.

    Whoever changes keys asks :meth:`refusal` first.
    """

    keys_changed = Signal(str)
    """The action of this name has other keys."""

    noted = Signal(str)
    """There is something else to say of the keys of the action of this name."""

    looked_at = Signal()
    """The user opened the list of keys; whoever knows more of them says it now."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._specs = {spec.name: spec for spec in SPECS}
        self._keys = {spec.name: spec.keys for spec in SPECS}
        self._notes: dict[str, str] = {}
        self._actions: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(self, checkable=spec.checkable)
            action.setObjectName(spec.name)
            self._actions[spec.name] = action
            self._put(spec.name)
            window.addAction(action)
        self.retranslate()

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

    def works_anywhere(self, name: str) -> bool:
        """Whether its keys are heard in all windows of the desktop."""
        return self._specs[name].anywhere

    def note(self, name: str) -> str:
        """What there is to say of its keys, for the user; “” for nothing."""
        return self._notes.get(name, "")

    def say(self, name: str, note: str) -> None:
        """Say ``note`` of its keys, as that they are taken."""
        if note != self.note(name):
            self._notes[name] = note
            self.noted.emit(name)

    def refusal(self, name: str, keys: str) -> str | None:
        """Why ``name`` cannot have ``keys``, for the user; None if it can."""
        if not keys:
            return None
        wanted = QKeySequence.listFromString(keys)
        if not wanted or any(not sequence.toString() for sequence in wanted):
            return self.tr("That is no key that this computer knows. Press another one.")
        if not self._specs[name].held and any(_is_one_letter(sequence) for sequence in wanted):
            return self.tr("A letter alone would be typed. Hold Ctrl, Alt or Shift and Ctrl with it.")
        if self._specs[name].anywhere and not all(map(_is_nowhere_typed, wanted)):
            return self.tr(
                "Other programs need that key. Hold Ctrl, Alt or Meta with it, or take one like F9."
            )
        for other in self._specs:
            taken = QKeySequence.listFromString(self._keys[other])
            if other != name and any(sequence in taken for sequence in wanted):
                return self.tr("“{action}” has that key already. Press another one.").format(
                    action=words(other)
                )
        return None

    def shortcut_text(self, name: str) -> str:
        """Its first shortcut as this system writes it; “” for none."""
        sequences = QKeySequence.listFromString(self._keys[name])
        return sequences[0].toString(QKeySequence.SequenceFormat.NativeText) if sequences else ""

    def tip(self, name: str) -> str:
        """Its words with its shortcut, for a tool tip."""
        keys = self.shortcut_text(name)
        return f"{words(name)} ({keys})" if keys else words(name)

    def keep_tip(self, widget: QWidget, name: str) -> None:
        """Have ``widget`` say :meth:`tip`, whatever the keys of ``name`` become."""
        widget.setToolTip(self.tip(name))
        self.keys_changed.connect(
            lambda changed: widget.setToolTip(self.tip(name)) if changed == name else None
        )

    def retranslate(self) -> None:
        """Take the words of the language that is in force now."""
        for name, text in _all_words().items():
            self._actions[name].setText(text)

    def _put(self, name: str) -> None:
        # What is held is watched for by its key; a shortcut would take the key from every text field.
        held = self._specs[name].held
        self._actions[name].setShortcuts([] if held else QKeySequence.listFromString(self._keys[name]))


def _is_nowhere_typed(sequence: QKeySequence) -> bool:
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return sequence.count() == 1 and _NOWHERE_TYPED.search(text) is not None


def _is_one_letter(sequence: QKeySequence) -> bool:
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return len(text.removeprefix("Shift+")) == 1
