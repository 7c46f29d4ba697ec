"""A line of the dialog: what it is called and does, its control, and the way back to what is shipped."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from viewer.errors import UsageError
from viewer.ui import look
from viewer.ui.preferences import words
from viewer.ui.preferences.editors import editor
from viewer.ui.preferences.table import Setting
from viewer.ui.settings_store import SettingsStore
from viewer.ui.widgets.flat_button import flat_button


class Row(QFrame):
    """Words, a control and a button that resets it. ``warning`` stands below the line.

    ``focused`` is that part of ``control`` which has the keyboard.
    """

    reset_requested = Signal()

    def __init__(self, title: str, line: str, control: QWidget, focused: QWidget, warning: str = "") -> None:
        super().__init__()
        self.title = _label(title, "rowTitle")
        self.title.setBuddy(focused)
        self.line = _label(line, "rowLine") if line else None
        self.warning = warning
        self.error: QLabel | None = None
        self.reset: QPushButton | None = None
        self._control = control
        self.focused = focused
        self._lay_out()

    def matches(self, looked_for: str) -> bool:
        """Whether all words of ``looked_for`` are in the row's."""
        said = self.findable.casefold()
        return all(word in said for word in looked_for.casefold().split())

    @property
    def findable(self) -> str:
        """What it is found by."""
        return f"{self.title.text()} {self.line.text() if self.line else ''}"

    def controls(self) -> list[QWidget]:
        """What has the keyboard, in order."""
        return [self.focused, *([self.reset] if self.reset else [])]

    def show_error(self, text: str) -> None:
        """Say what is wrong with what was given; “” for nothing."""
        if text and self.error is None:
            self.error = _notable("")
            self._said.insertWidget(self._said.count() - 1, self.error)
        if self.error:
            self.error.setText(text)
            self.error.setAccessibleName(f"{self.title.text()}: {text}")
            self.error.setVisible(bool(text))

    def show_changed(self, changed: bool) -> None:
        """Offer the way back where it leads somewhere."""
        if changed and self.reset is None:
            self.reset = self._reset_button()
            self._changed_by.addWidget(self.reset)
            QWidget.setTabOrder(self.controls()[-2], self.reset)
        if self.reset:
            if not changed and self.reset.hasFocus():
                self.focused.setFocus()
            self.reset.setVisible(changed)
        self._place_of_reset.changeSize(0 if changed else look.scaled(look.TARGET), 0)
        self._changed_by.invalidate()

    def _reset_button(self) -> QPushButton:
        title = self.title.text()
        button = flat_button("reset", self.tr("Reset {title}").format(title=title))
        button.setToolTip(self.tr("As shipped"))
        button.clicked.connect(self.reset_requested)
        return button

    def put_beside(self, beside: bool) -> None:
        """Have the control beside the words; below them if it is a wide one and there is no room."""
        narrow = self._control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight if beside or narrow else QBoxLayout.Direction.TopToBottom
        )

    def _lay_out(self) -> None:
        self._said = QVBoxLayout()
        self._said.setSpacing(2)
        self._said.addStretch()
        for label in (self.title, self.line, _notable(self.warning) if self.warning else None):
            if label is not None:
                self._said.addWidget(label)
        self._said.addStretch()
        self._place_of_reset = QSpacerItem(look.scaled(look.TARGET), 0)
        self._changed_by = QHBoxLayout()
        self._changed_by.setSpacing(0)
        self._changed_by.addWidget(self._control)
        self._changed_by.addSpacing(6)
        self._changed_by.addSpacerItem(self._place_of_reset)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 10, 0, 10)
        self._box.setSpacing(12)
        self._box.addLayout(self._said, 1)
        self._box.addLayout(self._changed_by)


class SettingRow(Row):
    """A setting. What the user makes of it acts at once."""

    def __init__(self, setting: Setting, store: SettingsStore) -> None:
        title = words.titles()[setting.name]
        line = ". ".join(filter(None, (words.lines()[setting.name], words.when(setting.acts))))
        choices = words.choices(setting.name) if setting.choices else {}
        control = editor(setting, title, choices)
        given = words.given() if setting.name in store.file.given else ""
        super().__init__(title, line, control, control.control, given)
        self.editor = control
        self._setting = setting
        self._store = store
        self._more_words = " ".join((setting.name, setting.name.replace("_", " "), *choices.values()))
        self.editor.control.setAccessibleName(title)
        self.editor.control.setAccessibleDescription(". ".join(filter(None, (line, given))))
        self.editor.edited.connect(self._edit)
        self.reset_requested.connect(lambda: store.reset(setting.name))
        self.show_value(getattr(store.current, setting.name))

    @property
    def findable(self) -> str:
        """What it is found by: also its name in the file, and what can be chosen."""
        return f"{super().findable} {self._more_words}"

    def show_value(self, value: Any) -> None:
        """Show what it is now."""
        self.editor.show_value(value)
        self.show_error("")
        self.show_changed(value != self._store.default(self._setting.name))

    def _edit(self, value: Any) -> None:
        try:
            self._store.change(**{self._setting.name: value})
        except UsageError as error:
            self.show_error(error.message)
        else:
            # It may be written otherwise than it was typed, and it may be what it was before.
            self.show_value(getattr(self._store.current, self._setting.name))


def _notable(text: str) -> QLabel:
    label = _label(text, "rowLine")
    label.setProperty("differs", True)
    return label


def _label(text: str, style: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(style)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
