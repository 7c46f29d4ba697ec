"""Whether a broker is at the URL that is being typed, asked when the typing rests, and said in words."""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from viewer.errors import (
    BadAnswer,
    BrokerMoved,
    BrokerTimeout,
    BrokerUnreachable,
    BrokerUntrusted,
    TokenWanted,
    UsageError,
)
from viewer.protocol.commands import ListPersonas
from viewer.protocol.events import PersonasListed
from viewer.settings import ViewerSettings
from viewer.settings_file import load
from viewer.ui.gallery.brokers.profiles import guessed_url
from viewer.value import value

REST_MS: Final = 400

Mood: TypeAlias = Literal["quiet", "good", "warning", "bad"]


@value
class Finding:
    """What is said of the URL."""

    words: str
    mood: Mood = "quiet"


def usable_url(typed: str) -> str:
    """``typed`` as a broker's URL, with a scheme that was left out.

    Raises:
        UsageError: it cannot be one.
    """
    return load(ViewerSettings, {"broker": guessed_url(typed)}, None).broker


def finding_of(answer: PersonasListed) -> Finding:
    """``answer`` in words."""
    if answer.error:
        mood: Mood = "warning" if isinstance(answer.error, TokenWanted) else "bad"
        return Finding(_failed(answer), mood)
    if answer.personas:
        words = QCoreApplication.translate("BrokerCheck", "It is there. Personas: {count}.")
        return Finding(words.format(count=len(answer.personas)), "good")
    if answer.is_page:
        words = QCoreApplication.translate(
            "BrokerCheck", "A web page answers there. If this is your broker, go on; else check the URL."
        )
        return Finding(words, "warning")
    return Finding(
        QCoreApplication.translate(
            "BrokerCheck", "Somebody answers there and names no personas: you call them by their ID."
        ),
        "good",
    )


def _failed(answer: PersonasListed) -> str:
    match answer.error:
        case TokenWanted():
            return QCoreApplication.translate(
                "BrokerCheck", "It is there, and wants a token, which you can enter when you have added it."
            )
        case BrokerUnreachable() | BrokerTimeout():
            return QCoreApplication.translate(
                "BrokerCheck", "Nobody answers there. Check the URL and your network."
            )
        case BrokerUntrusted():
            return QCoreApplication.translate(
                "BrokerCheck", "It is there, but its certificate is not trusted."
            )
        case BadAnswer():
            return QCoreApplication.translate(
                "BrokerCheck", "Somebody answers there, but that is not a broker."
            )
        case BrokerMoved() | _ as error:
            assert error is not None
            return error.told


class BrokerCheck(QObject):
    """Asks about the newest URL only."""

    asked = Signal(object)
    """A :class:`ListPersonas` for the media thread."""

    found = Signal(object)
    """A :class:`Finding`."""

    def __init__(self, proxy: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rest = QTimer(self, singleShot=True, interval=REST_MS)
        """Runs while somebody types."""
        self.answer: PersonasListed | None = None
        """What came of the newest URL."""
        self.proxy = proxy
        self._typed = ""
        self._asked = ""
        self.rest.timeout.connect(self._ask)

    def type(self, text: str) -> None:
        """The URL is ``text`` now."""
        self._typed, self._asked, self.answer = text, "", None
        self.found.emit(Finding(self.tr("The broker's operator knows its URL.")))
        self.rest.start()

    def listed(self, event: PersonasListed) -> None:
        """A broker answered, this one or another."""
        if self._asked and event.broker == self._asked:
            self.answer = event
            self.found.emit(finding_of(event))

    def _ask(self) -> None:
        self.rest.stop()
        if not self._typed.strip():
            return
        try:
            url = usable_url(self._typed)
        except UsageError:
            self.found.emit(
                Finding(self.tr("That is not a URL yet. It looks like https://broker.example.com."), "bad")
            )
            return
        self._asked = url
        self.found.emit(Finding(self.tr("Looking at {url} …").format(url=url)))
        self.asked.emit(ListPersonas(url, self.proxy))
