"""Whether the microphone is heard: a click decides, or, with push to talk, how long it is held."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from viewer.ui import look


class MuteButton(QPushButton):
    """Checked is muted."""

    changed = Signal(bool)
    """The microphone is muted from now on, or heard."""

    chosen = Signal(bool)
    """The user chose so, for longer than a key is held."""

    def __init__(self, muted: bool, push_to_talk: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mute")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.setCheckable(True)
        self._chosen = muted
        self._held = False
        self._push_to_talk = push_to_talk
        self._keys = "", ""
        self.clicked.connect(lambda _: self.toggle_choice())
        self.pressed.connect(lambda: self.hold(True))
        self.released.connect(lambda: self.hold(False))
        self._show()

    @property
    def muted(self) -> bool:
        """Whether the microphone is muted now."""
        return not self._held if self._push_to_talk else self._chosen

    @property
    def held(self) -> bool:
        """Whether the user talks as long as it, or a key, is held."""
        return self._held

    @property
    def push_to_talk(self) -> bool:
        """Whether the microphone is heard only while the button is held."""
        return self._push_to_talk

    def name_keys(self, mute: str, talk: str) -> None:
        """Name the keys that mute, and that are held to talk, beside what the button does; “” for none."""
        self._keys = mute, talk
        self._show()

    def set_push_to_talk(self, on: bool) -> None:
        """Be heard only while held, or as chosen."""
        self._push_to_talk, self._held = on, False
        self._announce()

    def choose(self, muted: bool) -> None:
        """Be muted or heard, as was chosen elsewhere; with push to talk, later."""
        if muted != self._chosen:
            self._chosen = muted
            self._announce()

    def toggle_choice(self) -> None:
        """Mute, or be heard; with push to talk nothing is to be chosen."""
        if not self._push_to_talk and self.isEnabled():
            self._chosen = not self._chosen
            self._announce()
            self.chosen.emit(self._chosen)

    def hold(self, held: bool) -> None:
        """The button, or a key that stands for it, is held down or let go."""
        if self._push_to_talk and held != self._held and (self.isEnabled() or not held):
            self._held = held
            self._announce()

    def nextCheckState(self) -> None:
        """A click does not decide alone how the button looks."""

    def _announce(self) -> None:
        self._show()
        self.changed.emit(self.muted)

    def _show(self) -> None:
        muted = self.muted
        self.setChecked(muted and not self._push_to_talk)
        off: look.Role = "on_over_quiet" if self._push_to_talk else "over_danger"
        self.setIcon(
            look.icon("microphone-off", off)
            if muted
            else look.icon("microphone", "over_good" if self._held else "on_over")
        )
        mute, talk = self._keys
        if self._push_to_talk:
            name, keys = self.tr("Hold to talk"), talk
        else:
            name, keys = self.tr("Unmute microphone") if muted else self.tr("Mute microphone"), mute
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys})" if keys else name)


class TalkKey(QObject):
    """Space, or another key, held down. Wherever the keyboard goes meanwhile, letting go is noticed."""

    held = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._down = False
        self._keys = QKeySequence.listFromString("Space")

    def set_keys(self, keys: str) -> None:
        """Be these from now on, as :class:`~viewer.ui.actions.ActionSpec` has them."""
        self.release()
        self._keys = QKeySequence.listFromString(keys)

    def is_pressed_by(self, event: QEvent) -> bool:
        """Whether ``event`` is about the key itself, not one of its repetitions."""
        if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return False
        return any(sequence == QKeySequence(event.key()) for sequence in self._keys)

    def press(self) -> None:
        """The key went down."""
        application = QApplication.instance()
        if not self._down and application:
            self._down = True
            application.installEventFilter(self)
            self.held.emit(True)

    def release(self) -> None:
        """The key went up, or nobody would be told if it did."""
        application = QApplication.instance()
        if self._down and application:
            self._down = False
            application.removeEventFilter(self)
            self.held.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.KeyRelease if self.is_pressed_by(event):
                self.release()
            case QEvent.Type.ApplicationDeactivate | QEvent.Type.WindowDeactivate:
                self.release()
        return False
