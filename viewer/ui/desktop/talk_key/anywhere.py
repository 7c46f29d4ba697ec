"""Lets the user talk by a key while another window has the keyboard."""

import logging
import os
import socket
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence

from viewer.ui.actions import words
from viewer.ui.desktop.talk_key.combination import Combination, KeyUnavailable, State
from viewer.ui.windows.main_window import MainWindow

_log = logging.getLogger(__name__)

_ACTION: Final = "talk_anywhere"
_END_SECONDS: Final = 0.5

Way: TypeAlias = Callable[[], ModuleType]
"""Loads what hears keys; not on the GUI thread, which has no time for that."""


class TalkAnywhere(QObject):
    """Hears the user's key while ``window`` has a talk with push to talk; else other programs may have it.

    What there is to say of the key is said beside it in the preferences, and in the talk, too, if it does
    not work. Nothing here waits for the desktop but threads of its own.
    """

    _told = Signal(int, object)
    """By the work of that number: a :class:`State`, or what the desktop calls the key."""
    _pressed = Signal(int, bool)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._keys = self._usable_keys()
        self._heard: str | None = None
        """The keys that are listened for."""
        self._end_of_it: socket.socket | None = None
        """Closed when nobody listens any more."""
        self._number = 0
        self._thread: threading.Thread | None = None
        self._complains = False
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._pressed.connect(self._hold, Qt.ConnectionType.QueuedConnection)
        window.store.changed.connect(lambda *_: self.follow())
        window.keys.keys_changed.connect(self._keys_changed)
        self.follow()

    def look(self) -> None:
        """Find out what there is to say of the key, where no talk tells it."""
        way = _way()
        if way is None:
            self._say(State.NOT_HERE)
        elif self._heard is None:
            self._begin(self._check, way, Combination.parsed(self._keys) if self._keys else None)

    def close(self) -> None:
        """The window is closed. Takes half a second at most."""
        self._keys = ""  # the talk itself ends later
        self.follow()
        if self._thread:
            self._thread.join(_END_SECONDS)

    def _usable_keys(self) -> str:
        """A settings file may say anything."""
        keys = self._window.keys.keys(_ACTION)
        return "" if self._window.keys.refusal(_ACTION, keys) else keys

    def _keys_changed(self) -> None:
        if (keys := self._usable_keys()) != self._keys:
            self._keys = keys
            self._window.keys.say(_ACTION, "")
            self.follow()
            self.look()

    def follow(self) -> None:
        """Listen, or no longer, as the talk of the window is now."""
        state = self._window.state
        talks = state.live or (state.busy and self._heard is not None)  # also while it connects again
        wanted = self._keys if talks and self._window.store.current.push_to_talk else ""
        if wanted == (self._heard or ""):
            return
        self._end()
        if not wanted:
            return
        self._heard = wanted
        if way := _way():
            over, self._end_of_it = socket.socketpair()
            self._begin(self._listen, way, Combination.parsed(wanted), words(_ACTION), over)
        else:
            self._say(State.NOT_HERE)

    def _begin(self, work: Callable[..., None], *given: object) -> None:
        self._number += 1
        before, number = self._thread, self._number

        def run() -> None:
            if before:
                before.join()  # it may have the same key
            try:
                work(number, *given)
            except KeyUnavailable as unavailable:
                self._told.emit(number, unavailable.state)
            except Exception as error:  # a desktop's bus can fail in any way
                _log.info("no key is heard in other windows: %s", type(error).__name__)
                self._told.emit(number, State.NOT_HERE)

        self._thread = threading.Thread(target=run, name="talk key", daemon=True)
        self._thread.start()

    def _listen(
        self, number: int, way: Way, keys: Combination, description: str, over: socket.socket
    ) -> None:
        """On a thread of its own."""
        with over:
            way().listen(
                keys,
                description,
                over,
                lambda told: self._told.emit(number, told),
                lambda down: self._pressed.emit(number, down),
            )

    def _check(self, number: int, way: Way, keys: Combination | None) -> None:
        """On a thread of its own."""
        self._told.emit(number, way().check(keys))

    def _end(self) -> None:
        self._number += 1
        self._heard = None
        self._complain(None)
        if self._end_of_it:
            self._end_of_it.close()
            self._end_of_it = None
            self._window.controls.mute.hold(False)

    def _hold(self, number: int, down: bool) -> None:
        if number == self._number:
            self._window.controls.mute.hold(down)
            self._window.live_page.fader.wake()  # as a key of its own does: the button shows it

    def _take(self, number: int, told: State | str) -> None:
        if number == self._number:
            self._say(told)

    def _say(self, told: State | str) -> None:
        sentence = self._sentence(told)
        self._window.keys.say(_ACTION, sentence)
        if isinstance(told, State) and told is not State.HELD and self._heard:
            self._window.controls.mute.hold(False)
            self._complain(sentence)

    def _complain(self, sentence: str | None) -> None:
        """Say in the talk that the key does not work, or no longer."""
        if sentence or self._complains:
            self._complains = bool(sentence)
            self._window.live_page.notices.window_.say(sentence)

    def _sentence(self, told: State | str) -> str:
        if isinstance(told, str):
            return self._of_the_desktop(told)
        sentences = {
            State.HELD: "",
            State.ASKED_LATER: self.tr(
                "Your desktop asks you about this key when a talk begins, and may choose another one."
            ),
            State.TAKEN: self.tr(
                "Another program uses {keys}, so it cannot be your key to talk from any window. "
                "Choose another key."
            ),
            State.UNKNOWN: self.tr(
                "This keyboard has no {keys}, your key to talk from any window. Choose another key."
            ),
            State.NO_PORTAL: self.tr(
                "This desktop gives programs no key that is heard in all windows. "
                "Use the window's own key to talk."
            ),
            State.NOT_IN_MENU: self.tr(
                "This desktop gives keys for all windows only to programs in its menu. "
                "Install persona-viewer.desktop."
            ),
            State.DECLINED: self.tr(
                "Your desktop gave no key to talk from any window. It is asked again at the next talk."
            ),
            State.LOST: self.tr(
                "The desktop took back the key to talk from any window. It is asked again at the next talk."
            ),
            State.NOT_HERE: self.tr(
                "On this system no key is heard in other windows. Use the window's own key to talk."
            ),
        }
        keys = QKeySequence(self._keys).toString(QKeySequence.SequenceFormat.NativeText)
        return sentences[told].format(keys=keys) if keys or told is not State.ASKED_LATER else ""

    def _of_the_desktop(self, keys: str) -> str:
        if keys:
            sentence = self.tr(
                "Your desktop uses {keys} for this. You can change it in the desktop's settings."
            )
            return sentence.format(keys=keys)
        return self.tr("Your desktop has no key for this. Choose one in the desktop's settings.")


def _way() -> Way | None:
    """How keys are heard on this platform; None: not at all.

    On Wayland an X server hears only what is typed in windows of its own.
    """
    platform = QGuiApplication.platformName()
    if platform.startswith("wayland") or (platform == "xcb" and os.environ.get("WAYLAND_DISPLAY")):
        return _portal
    return _x11 if platform == "xcb" else None


def _portal() -> ModuleType:
    from viewer.ui.desktop.talk_key import portal  # noqa: PLC0415 - few need it

    return portal


def _x11() -> ModuleType:
    from viewer.ui.desktop.talk_key import x11  # noqa: PLC0415 - few need it

    return x11
