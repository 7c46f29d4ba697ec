"""A full-screen window that nobody looks after: it waits with a face, talks to whoever comes, and forgets."""

import logging
import math
import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.errors import ViewerError
from viewer.kiosk_settings import KioskSettings
from viewer.media.picture import PictureSlot
from viewer.protocol.commands import Connect, Disconnect, InterruptPersona, SendText, Talk
from viewer.protocol.events import Event, SessionClosed
from viewer.ui.kiosk import happenings as told
from viewer.ui.kiosk.happenings import CloseSession, Forget, Input, OpenSession, Output, SwapSession, Waker
from viewer.ui.kiosk.leaving.corner import CornerTaps
from viewer.ui.kiosk.leaving.pin_pad import PinPad
from viewer.ui.kiosk.listener import Listener
from viewer.ui.kiosk.phrases import Vocabulary
from viewer.ui.kiosk.scenery import AS_USUAL, Scenery, Shown
from viewer.ui.kiosk.screens import ScreenKeeper
from viewer.ui.kiosk.stage import Rules, Stage
from viewer.ui.kiosk.visit import Visit
from viewer.ui.kiosk.waiting.attract_words import Said
from viewer.ui.kiosk.waiting.news import News, Shut
from viewer.ui.language.speech import speak
from viewer.ui.view_state import ViewState, fold

_log = logging.getLogger(__name__)

_KEY_EVENTS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class KioskWindow(QWidget):
    """Opens a session when somebody comes and closes it when he has gone; see
    :class:`~viewer.ui.kiosk.visit.Visit`. Locks every key and hides the cursor. Ctrl+Shift+Q, or five touches
    in the upper corner where reading begins, ask for the PIN; without a PIN Ctrl+Shift+Q quits.

    Args:
        chance: random, 0 to 1.
        clock: monotonic seconds.
    """

    command = Signal(object)
    """A :data:`~viewer.protocol.commands.Command`."""

    quit_requested = Signal()

    moved = Signal()
    """Something happened, and :attr:`visit` may stand elsewhere."""

    visit_over = Signal(object)
    """A :class:`~viewer.ui.kiosk.happenings.Forget`: what is kept of a visit."""

    def __init__(
        self,
        request: Connect,
        table: KioskSettings,
        pictures: PictureSlot,
        shown: Shown = AS_USUAL,
        chance: Callable[[], float] = random.random,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setWindowTitle("Persona Viewer")
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.state = ViewState()
        self.visit = Visit(Rules(table.silence_seconds, table.countdown_seconds, table.waiting_seconds))
        self.due = QTimer(self, singleShot=True)
        """Runs until the visit wants to know that time has passed."""
        self.due.timeout.connect(lambda: self._tell(told.TimePassed()))
        self._request = request
        self._clock = clock
        self._words = Vocabulary(table)
        self._first_language = self._language = QLocale().name().partition("_")[0]
        self._failure: ViewerError | None = None
        self._hears = True
        self.shut: Shut | None = None
        """Why nobody is let in; see :meth:`let_in`."""
        self._news = News(self)
        self._taps = CornerTaps()
        named = {code: said.name for code, said in self._words.languages.items()}
        self.scenery = Scenery(pictures, shown, named if table.languages else {}, clock)
        self.scenery.setParent(self)
        self.scenery.set_buttons(table.touch)
        self.video, self.caption = self.scenery.video, self.scenery.caption
        self.listener = Listener(
            lambda: self.caption.is_behind, lambda text: self._words.is_goodbye(text, self._language), chance
        )
        self.pin_pad = PinPad(table.pin, self, clock) if table.pin else None
        self.screen_keeper = ScreenKeeper(self, table.monitor)
        self._wire()
        self._show()

    def fill_screen(self) -> None:
        """Show the window over all of its screen, whatever becomes of the screen."""
        self.screen_keeper.begin()

    def woken(self, by: Waker) -> None:
        """Somebody is there. Of no use while nobody is let in."""
        if self.shut and self.visit.stage in (Stage.ATTRACTING, Stage.ENDING):
            return
        self._tell(told.Woken(by))

    def let_in(self, shut: Shut | None, *, ends_talk: bool = False) -> None:
        """Whoever comes; or nobody, because of ``shut``. ``ends_talk``: who is there now has to leave at the
        next pause, too.
        """
        self.shut = shut
        self._tell(told.Closing() if shut and ends_talk else told.TimePassed())

    def set_hears(self, hears: bool) -> None:
        """Whether visitors can be heard; who cannot is not invited to speak."""
        if hears != self._hears:
            self._hears = hears
            self._show()

    def handle(self, event: Event) -> None:
        """Show what ``event`` changes, and do what follows from it."""
        if isinstance(event, SessionClosed):
            self._failure = event.error
        state = fold(self.state, event)
        if state is not self.state:
            self.state = state
            self.video.set_stalled(state.stalled)
            if self.visit.stage in (Stage.MEETING, Stage.TALKING):
                self.caption.show_caption(state.caption)
        for happened in self.listener.hear(event):
            self._tell(happened)
        if isinstance(event, SessionClosed):
            self._log_end(event)

    def _wire(self) -> None:
        touch = self.scenery.touch
        touch.asked.connect(self._ask)
        touch.repeat_wanted.connect(self._repeat)
        touch.stop_wanted.connect(lambda: self._do(InterruptPersona()))
        touch.finish_wanted.connect(lambda: self._tell(told.Left()))
        touch.larger_changed.connect(lambda _: self._tell(told.Touched()))
        touch.language.toggled.connect(lambda _: self._tell(told.Touched()))
        touch.language_chosen.connect(self._choose_language)
        self.caption.next_word.timeout.connect(self._look_who_talks)
        if self.pin_pad:
            self.pin_pad.solved.connect(self.quit_requested)

    def _tell(self, happened: Input) -> None:
        now = self._clock()
        for output in self.visit.receive(happened, now):
            self._carry_out(output)
        self._show()
        if (deadline := self.visit.deadline) is None:
            self.due.stop()
        else:
            self.due.start(max(0, math.ceil((deadline - self._clock()) * 1000)))
        self.moved.emit()

    def _carry_out(self, output: Output) -> None:
        match output:
            case OpenSession() | SwapSession():
                self.command.emit(self._wanted())
            case CloseSession():
                self.command.emit(Disconnect())
            case Forget():
                self._forget()
                self.visit_over.emit(output)

    def _wanted(self) -> Connect:
        """The session with whoever speaks the visitor's language."""
        said = self._words.languages.get(self._language)
        return replace(self._request, persona=said.persona) if said and said.persona else self._request

    def _forget(self) -> None:
        """Nothing of the visit is kept: not what was said, nor the language, nor how large text is."""
        self.command.emit(Disconnect())  # so that nothing is left of a session that ended by itself, too
        self.state = ViewState()
        self._failure = None
        self.listener.forget()
        self.scenery.forget()
        self._speak(self._first_language)

    def _show(self) -> None:
        said = self._words.said_in(self._language)
        touch = self.scenery.touch
        if self.visit.stage is Stage.MEETING and touch.isHidden():
            touch.set_questions(said.questions)
        is_up = self.state.live and not self.visit.swapping
        touch.show_talk(
            speaking=self.listener.persona_talks, repeatable=is_up and bool(self.listener.last_said)
        )
        sign = self._news.over_the_talk(
            self.visit,
            stalled=self.state.stalled,
            persona_talks=self.listener.persona_talks,
            hears=self._hears or not said.questions,
        )
        self.scenery.show_visit(self.visit, self._texts(), sign)
        self.scenery.attract.darken(bool(self.shut and self.shut.dark))

    def _texts(self) -> list[Said]:
        """What is to be read over the face that waits."""
        if self.visit.stage is not Stage.ATTRACTING:
            wait = self.visit.may_try_at - self._clock()
            return self._news.over_the_face(self.visit, wait, self._failure)
        if self.shut:
            return self._news.while_shut(self.shut)
        order = sorted(self._words.languages.items(), key=lambda found: found[0] != self._language)
        return [Said(said.title, said.invitation, code == "ar") for code, said in order]

    def _look_who_talks(self) -> None:
        for happened in self.listener.look():
            self._tell(happened)

    def _do(self, command: object) -> None:
        self.command.emit(command)
        self._tell(told.Touched())

    def _ask(self, question: str) -> None:
        self.command.emit(SendText(question))
        self._tell(told.Asked())

    def _repeat(self) -> None:
        if self.listener.last_said:
            self._do(Talk(self.listener.last_said))

    def _choose_language(self, code: str) -> None:
        before = self._wanted()
        self._speak(code)
        self.scenery.touch.set_questions(self._words.said_in(code).questions)
        self._tell(told.Touched() if self._wanted() == before else told.Exchanged())

    def _speak(self, language: str) -> None:
        if language != self._language:
            self._language = language
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            speak(application, language)

    def _log_end(self, closed: SessionClosed) -> None:
        if closed.error:
            wait = max(0.0, self.visit.may_try_at - self._clock())
            _log.warning(
                "the session ended (%s); the next one begins in %.1f s if somebody is there",
                *(closed.error.message, wait),
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._note_tap(event)
        self.woken("touch")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Q and event.modifiers() == wanted:
            self._ask_to_leave()
        elif self.pin_pad and self.pin_pad.isVisible():
            self.pin_pad.key(event)
        else:
            self.woken("key")

    def event(self, event: QEvent) -> bool:
        if event.type() in _KEY_EVENTS:
            # Also those that Qt would look for shortcuts in or move the focus by.
            event.accept()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if QGuiApplication.platformName() == "xcb":
            # So the window manager's own combinations come here, too. Elsewhere this is not granted.
            self.grabKeyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scenery.setGeometry(self.rect())
        if self.pin_pad:
            self.pin_pad.setGeometry(self.rect())

    def _note_tap(self, event: QMouseEvent) -> None:
        x, y = event.position().x(), event.position().y()
        across = self.width() - x if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else x
        side = min(self.width(), self.height())
        if self.pin_pad and self._taps.tapped(across, y, side, self._clock()):
            self._ask_to_leave()

    def _ask_to_leave(self) -> None:
        if self.pin_pad:
            self.pin_pad.ask()
        else:
            self.quit_requested.emit()
