"""Whom a broker names, as a list for a view: those called of late first, and only those that are searched."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import Qt as QtText  # the same namespace; its functions on text are typed there

from viewer.protocol.personas import Persona
from viewer.ui.gallery.brokers.profiles import Recent
from viewer.value import value

CARD_ROLE: Final = Qt.ItemDataRole.UserRole
_ROOT: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@value
class Card:
    """Somebody to talk to. ``still`` is the path of their picture at the broker; empty: there is none."""

    persona: str
    name: str
    language: str = ""
    description: str = ""
    still: str = ""
    is_recent: bool = False


def cards_of(personas: Iterable[Persona], recent: Sequence[Recent]) -> list[Card]:
    """All there are, whom the user called of late first; those of them that the broker does not name, too."""
    tall = {each.persona for each in recent if each.is_tall}
    known = {each.id: each for each in personas}
    first = [
        _card(known.get(each.persona, Persona(each.persona, each.name or each.persona)), each.is_tall, True)
        for each in recent
    ]
    called = {each.persona for each in recent}
    return first + [_card(each, each.id in tall, False) for each in known.values() if each.id not in called]


def language_name(tag: str) -> str:
    """What the language of the BCP 47 ``tag`` is called: in English where the program speaks that, else by
    those who speak it. Empty: it is unknown.
    """
    language = QLocale(tag).language()
    if not tag or language == QLocale.Language.C:
        return ""
    if QLocale().language() in (QLocale.Language.English, QLocale.Language.C):
        return QLocale.languageToString(language)
    return QLocale(language).nativeLanguageName()


class CardModel(QAbstractListModel):
    """The cards that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Card] = []
        self._shown: list[Card] = []
        self._sought = ""

    def set_cards(self, cards: list[Card]) -> None:
        """Show these, as far as they are searched for."""
        if cards != self._all:
            self._all = cards
            self._show()

    def search(self, text: str) -> None:
        """Show those with all words of ``text`` in name or language."""
        if text != self._sought:
            self._sought = text
            self._show()

    @property
    def count(self) -> int:
        """How many there are, searched for or not."""
        return len(self._all)

    def card(self, index: _Index) -> Card | None:
        """The card there."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def index_of(self, persona: str) -> QModelIndex:
        """Where ``persona`` is shown; else nowhere."""
        rows = (row for row, card in enumerate(self._shown) if card.persona == persona)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row)

    def picture_changed(self, still: str) -> None:
        """The picture at that path is there."""
        for row, card in enumerate(self._shown):
            if card.still == still:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: PLR0911 - one a role
        card = self.card(index)
        if card is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(card)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return card.description or None
            case Qt.ItemDataRole.ToolTipRole if card.description:
                # Qt would take it for HTML where it looks so.
                return QtText.convertFromPlainText(card.description, Qt.WhiteSpaceMode.WhiteSpaceNormal)
            case _ if role == CARD_ROLE:
                return card
        return None

    def _spoken(self, card: Card) -> str:
        recently = self.tr("recently") if card.is_recent else ""
        return ", ".join(filter(None, (card.name, language_name(card.language), recently)))

    def _show(self) -> None:
        shown = _found(self._all, self._sought.casefold().split())
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()


def _found(cards: list[Card], words: Sequence[str]) -> list[Card]:
    """Those with all of ``words`` in name or language."""
    if not words:
        return cards
    # Once for each language: Qt takes its time over a name, and there may be thousands of cards.
    languages = {tag: language_name(tag) for tag in {card.language for card in cards}}
    texts = ((card, f"{card.name} {languages[card.language]}".casefold()) for card in cards)
    return [card for card, text in texts if all(word in text for word in words)]


def _card(persona: Persona, is_tall: bool, is_recent: bool) -> Card:
    stills = (persona.portrait, persona.landscape) if is_tall else (persona.landscape, persona.portrait)
    still = next(filter(None, stills), "")
    return Card(persona.id, persona.name, persona.language, persona.description, still, is_recent)
