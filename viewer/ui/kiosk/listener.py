"""What the events of a session mean for a visit."""

from collections.abc import Callable, Iterator
from typing import Final

from viewer.errors import (
    BrokerTimeout,
    BrokerUnreachable,
    ConnectionBlocked,
    MediaLost,
    ProxyUnreachable,
    SignallingLost,
    ViewerError,
)
from viewer.protocol import events
from viewer.protocol.events import Event, Phase
from viewer.ui.kiosk import happenings as told
from viewer.ui.kiosk.happenings import Input

_OF_THE_NETWORK: Final = (
    BrokerUnreachable,
    BrokerTimeout,
    ProxyUnreachable,
    SignallingLost,
    ConnectionBlocked,
    MediaLost,
)


def is_of_the_network(error: ViewerError | None) -> bool:
    """Whether a visitor may be told that there is no network."""
    return isinstance(error, _OF_THE_NETWORK)


class Listener:
    """Tells who begins and ends to talk. The persona ends when its words have been heard, not sent.

    Args:
        is_behind: whether words that have come have not been heard yet.
        is_goodbye: whether a visitor's words take leave.
        chance: random, 0 to 1.
    """

    def __init__(
        self, is_behind: Callable[[], bool], is_goodbye: Callable[[str], bool], chance: Callable[[], float]
    ) -> None:
        self._is_behind = is_behind
        self._is_goodbye = is_goodbye
        self._chance = chance
        self._talking = False
        self._coming = False
        self.last_said = ""
        """What the persona said last, to be said again."""

    @property
    def persona_talks(self) -> bool:
        """Whether the persona says something now."""
        return self._talking

    def hear(self, event: Event) -> Iterator[Input]:
        """What ``event`` means. Call it once what is shown has heard of it."""
        match event:
            case events.SessionStarted(_, seconds):
                yield told.Started(seconds)
            case events.PhaseChanged(Phase.LIVE):
                yield told.Live()
            case events.PhaseChanged(Phase.RECONNECTING):
                self._talking = self._coming = False
                yield told.Broke()
            case events.UserSpeechChanged(speaking):
                yield told.SpeechBegan("visitor") if speaking else told.SpeechEnded("visitor")
            case events.MessageUpdated(message) if message.content.strip():
                if message.role == "user":
                    yield told.Words("visitor", message.complete and self._is_goodbye(message.content))
                else:
                    yield from self._persona_said(message.content, message.complete or message.interrupted)
            case events.SessionClosed(_, error):
                self._talking = self._coming = False
                asked = error.retry_after if error else None
                yield told.SessionEnded(error is not None, asked, self._chance())

    def look(self) -> Iterator[Input]:
        """Whether the persona's last words have been heard by now."""
        if self._talking and not self._coming and not self._is_behind():
            self._talking = False
            yield told.SpeechEnded("persona")

    def forget(self) -> None:
        """What was said."""
        self._talking = self._coming = False
        self.last_said = ""

    def _persona_said(self, text: str, complete: bool) -> Iterator[Input]:
        self.last_said = text
        self._coming = not complete
        if not self._talking and not complete:
            self._talking = True
            yield told.SpeechBegan("persona")
        yield told.Words("persona")
        yield from self.look()
