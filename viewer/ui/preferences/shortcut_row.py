"""A line of the dialog for the keys of one action."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QPushButton, QSizePolicy, QStackedWidget

from viewer.ui.actions import Actions, words
from viewer.ui.preferences.row import Row
from viewer.ui.settings_store import SettingsStore

_WIDTH: Final = 180
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText
_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_MOVING: Final = ("Space", "Return", "Enter", "Backspace", "Del", "Left", "Right", "Up", "Down")
_NO_MODIFIER: Final = Qt.KeyboardModifier.NoModifier


class KeyButton(QStackedWidget):
    """Says the keys. Pressed, it takes the next ones: Escape leaves them alone, Backspace takes them away."""

    pressed_keys = Signal(str)
    """Keys that the user wishes, in Qt's portable form; “” for none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.button = _Keys()
        self.button.setAutoDefault(False)
        self.button.setAccessibleDescription(self.tr("Press to choose other keys"))
        self.edit: _KeyEdit | None = None
        """Once it was wanted: there are many of these, and few are changed."""
        self.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._begin)

    def show_keys(self, keys: str) -> None:
        """Say ``keys``, as in :class:`~viewer.ui.actions.ActionSpec`."""
        native = ", ".join(sequence.toString(_NATIVE) for sequence in QKeySequence.listFromString(keys))
        said = native or self.tr("None")
        self.button.setText(said)
        self.button.setAccessibleName(f"{self._title}: {said}")

    def _begin(self) -> None:
        self.edit = self.edit or self._make_edit()
        self.edit.clear()
        self.setCurrentWidget(self.edit)
        self.edit.setFocus()

    def _make_edit(self) -> "_KeyEdit":
        edit = _KeyEdit()
        name = self.tr("New keys for {title}; Escape leaves them, Backspace takes them away")
        edit.setAccessibleName(name.format(title=self._title))
        self.addWidget(edit)
        edit.given_up.connect(self._end)
        edit.taken_away.connect(lambda: self._take(""))
        edit.keySequenceChanged.connect(
            lambda keys: self._take(keys.toString(_PORTABLE)) if not keys.isEmpty() else None
        )
        return edit

    def _take(self, keys: str) -> None:
        self._end()
        self.pressed_keys.emit(keys)

    def _end(self) -> None:
        if self.edit and self.currentWidget() is self.edit:
            had_keyboard = self.edit.hasFocus()
            self.setCurrentWidget(self.button)
            if had_keyboard:
                self.button.setFocus()


class ShortcutRow(Row):
    """The keys of an action. They work as soon as they are pressed, if they are free."""

    def __init__(self, name: str, actions: Actions, store: SettingsStore) -> None:
        button = KeyButton(words(name))
        line = self.tr("Heard in all windows during a talk, while push to talk is on")
        super().__init__(words(name), line if actions.works_anywhere(name) else "", button, button.button)
        self.keys = button
        self._name = name
        self._actions = actions
        self._store = store
        self.keys.pressed_keys.connect(self._wish)
        self.reset_requested.connect(lambda: self._wish(actions.default_keys(name)))
        for happened in (actions.keys_changed, actions.noted):
            happened.connect(lambda of: self._show() if of == name else None)
        self._show()

    def _show(self) -> None:
        keys = self._actions.keys(self._name)
        self.keys.show_keys(keys)
        self.show_error(self._actions.note(self._name))
        self.show_changed(keys != self._actions.default_keys(self._name))

    def _wish(self, keys: str) -> None:
        default = self._actions.default_keys(self._name)
        refused = self._refusal(keys) if keys not in ("", default) else None
        if refused := refused or self._actions.refusal(self._name, keys):
            self.show_error(refused)
            return
        self._show()
        others = {name: kept for name, kept in self._store.current.shortcuts.items() if name != self._name}
        self._store.change(shortcuts=others if keys == default else others | {self._name: keys})

    def _refusal(self, keys: str) -> str | None:
        if keys.removeprefix("Shift+") in _MOVING:
            return self.tr("That key is needed for typing and moving. Hold Ctrl or Alt with it.")
        return None


class _Keys(QPushButton):
    """As wide as most keys need, and never less than its own."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(_WIDTH, 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _KeyEdit(QKeySequenceEdit):
    """Takes one combination of keys."""

    given_up = Signal()
    taken_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == _NO_MODIFIER
        if plain and event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif plain and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.taken_away.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.given_up.emit()
