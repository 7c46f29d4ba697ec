"""A broker and its personas, played: what they tell a kiosk, and what they count of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from soak.timeline import Timeline
from viewer import errors
from viewer.errors import ViewerError
from viewer.media.picture import Picture, PictureSlot
from viewer.protocol.commands import Command, Connect, Disconnect, ListPersonas, Post, SendText, Talk
from viewer.protocol.events import (
    CloseReason,
    Event,
    MessageUpdated,
    PersonasListed,
    Phase,
    PhaseChanged,
    Posted,
    SessionClosed,
    SessionStarted,
    UserSpeechChanged,
)
from viewer.protocol.personas import Persona
from viewer.protocol.transcript import Message, Role

SESSION_SECONDS: Final = 300
PICTURE_SECONDS: Final = 12.0
"""More of them would cost time and show nothing: what should move is looked at every 20 s."""
_ANSWER: Final = "This is what I can tell you about it: it has been here for a long time."


@dataclass
class Service:
    """Hears ``commands``, and tells ``tell`` what comes of them, by ``time``."""

    time: Timeline
    tell: Callable[[Event], None]
    pictures: PictureSlot
    open_sessions: int = 0
    """As the broker counts them."""
    sessions: int = 0
    offline: bool = False
    refuses: ViewerError | None = None
    persona_talks: bool = False
    visitor_talks: bool = False
    cut_off: int = 0
    """So often a session was closed while somebody talked, and the visitor had not wished it."""

    _wished: bool = False
    _number: int = 0
    _messages: int = 0
    _live: bool = False
    _wanted: bool = False
    _shade: int = 0

    @contextmanager
    def by_wish(self) -> Iterator[None]:
        """What ends meanwhile, the visitor wants to end."""
        self._wished = True
        yield
        self._wished = False

    def take(self, command: Command) -> None:
        """Carry ``command`` out, in its time."""
        match command:
            case Connect():
                self._connect()
            case Disconnect():
                if self._wanted:
                    self._end(None)
            case SendText(text):
                self.said(text)
            case Talk():
                self.answer()
            case ListPersonas(broker):
                error = errors.BrokerUnreachable() if self.offline else None
                people = () if error else (Persona("joe", "Joe"),)
                self._later(0.3, lambda: self.tell(PersonasListed(broker, people, error=error)))
            case Post(ident):
                status = None if self.offline else 200
                self._later(0.2, lambda: self.tell(Posted(ident, status)))

    def said(self, text: str) -> None:
        """The visitor says ``text``, and gets an answer."""
        if not self._live:
            return
        self._say("user", text)
        self._in_session(0.8, self.answer)

    def answer(self) -> None:
        """The persona talks for some seconds."""
        if not self._live or self.persona_talks:
            return
        self._messages += 1
        number, self.persona_talks = self._messages, True
        self._tell_message(number, "persona", _ANSWER[:20], complete=False)

        def end() -> None:
            self.persona_talks = False
            self._tell_message(number, "persona", _ANSWER, complete=True)

        self._in_session(6.0, end)

    def speech(self, *, talks: bool) -> None:
        """The visitor is heard, or no longer."""
        if self._live:
            self.visitor_talks = talks
            self.tell(UserSpeechChanged(talks))

    def break_off(self, error: ViewerError | None) -> None:
        """The session breaks, with ``error``; None: it is mended after a while."""
        if not self._live:
            return
        self._live = self.persona_talks = self.visitor_talks = False
        if error:
            self._end(error)
            return
        self.tell(PhaseChanged(Phase.RECONNECTING))
        self._in_session(4.0, self._go_live)

    def _connect(self) -> None:
        if self._wanted:
            self._end(None)
        self._wanted = True
        self._number += 1
        self.tell(PhaseChanged(Phase.ASKING_BROKER))
        self._in_session(0.4, self._granted)

    def _granted(self) -> None:
        refused = errors.BrokerUnreachable() if self.offline else self.refuses
        if refused:
            self._end(refused)
            return
        self.open_sessions += 1
        self.sessions += 1
        self.tell(SessionStarted(f"session-{self._number}", SESSION_SECONDS))
        self._in_session(1.5, self._go_live)

    def _go_live(self) -> None:
        if self.offline:
            self._end(errors.MediaLost())
            return
        self._live = True
        self._picture(self._number)
        self.tell(PhaseChanged(Phase.LIVE))

    def _picture(self, number: int) -> None:
        if self._live and number == self._number:
            self._shade = (self._shade + 1) % 100
            self.pictures.put(plain(100 + self._shade))
            self.time.after(PICTURE_SECONDS, lambda: self._picture(number))

    def _end(self, error: ViewerError | None) -> None:
        talks = self.persona_talks or self.visitor_talks
        self.cut_off += self._live and error is None and talks and not self._wished
        started = self.open_sessions
        self._live = self._wanted = self.persona_talks = self.visitor_talks = False
        self._number += 1
        self.open_sessions = 0 if started else self.open_sessions
        self.tell(SessionClosed(CloseReason.NORMAL, error))

    def _say(self, role: Role, text: str) -> None:
        self._messages += 1
        self._tell_message(self._messages, role, text, complete=True)

    def _tell_message(self, number: int, role: Role, text: str, *, complete: bool) -> None:
        self.tell(MessageUpdated(Message(str(number), role, text, complete)))

    def _in_session(self, seconds: float, what: Callable[[], None]) -> None:
        number = self._number

        def do() -> None:
            if number == self._number:
                what()

        self.time.after(seconds, do)

    def _later(self, seconds: float, what: Callable[[], None]) -> None:
        self.time.after(seconds, what)


class PlayedFilm:
    """A loop of pictures of one colour, by ``time``."""

    failure = ""

    def __init__(self, slot: PictureSlot, time: Timeline) -> None:
        self._slot, self._time = slot, time
        self._plays = self._waits = False
        self._shade = 0

    def play(self) -> None:
        """Begin, or go on."""
        self._plays = True
        self._next()

    def pause(self) -> None:
        """Stay at this picture."""
        self._plays = False

    def stop(self) -> None:
        """End."""
        self._plays = False

    def _next(self) -> None:
        if self._plays and not self._waits:
            self._shade, self._waits = (self._shade + 1) % 100, True
            self._slot.put(plain(60 + self._shade))
            self._time.after(PICTURE_SECONDS, self._again)

    def _again(self) -> None:
        self._waits = False
        self._next()


def plain(shade: int) -> Picture:
    """A small picture of one colour."""
    return Picture(72, 48, 288, bytes((shade, shade, shade, 255)) * (72 * 48))
