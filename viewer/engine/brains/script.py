"""The guide: a brain that answers what is asked about this program from a table, offline and at once."""

from collections.abc import AsyncGenerator
from typing import Final

from viewer.engine.brains.brain import Conversation, Turn
from viewer.engine.brains.intents import LANGUAGES, Guide, Intent, guide, intents
from viewer.engine.cast.characters import Character
from viewer.protocol.text import plain

# Intents that are about the conversation itself.
MORE: Final = "more"
REPEAT: Final = "repeat"

_REFLECTED_CHARACTERS: Final = 160
# How many of the user's turns it looks back on.
_REMEMBERED: Final = 4


class Script:
    """Says what :func:`reply` finds. Loads its tables when it is made, which takes a tenth of a second."""

    def __init__(self) -> None:
        for language in LANGUAGES:
            intents(language)

    async def answer(self, conversation: Conversation) -> AsyncGenerator[str]:
        """The whole answer at once."""
        yield reply(conversation)

    async def close(self) -> None:
        """It holds nothing."""


def greeting(character: Character, name: str) -> str:
    """How ``character``, called ``name``, welcomes the user."""
    table = guide(character.language)
    return table.greetings.get(character.avatar_id, table.greetings["default"]).replace("{name}", name)


def reply(conversation: Conversation) -> str:
    """What the guide answers. The same conversation always gets the same answer. Takes some milliseconds."""
    table = guide(conversation.language)
    said = plain(conversation.text, _REFLECTED_CHARACTERS).strip().rstrip(".!?…")
    if not said:
        return table.silence
    find = intents(conversation.language).find
    heard = [turn.content for turn in conversation.history if turn.role == "user"]
    earlier = [find(text) for text in heard[-_REMEMBERED:]]
    last = _last_said(conversation.history)
    intent = find(conversation.text)
    if intent is None:
        words = _in_turn(table.fallbacks, earlier.count(None))
    elif intent.name == MORE:
        words = _more(table, intent, earlier)
    elif intent.name == REPEAT and not last:
        words = table.nothing_said
    else:
        words = _in_turn(intent.answers, _times(intent, earlier))
    one, other = _suggestions(table, len(heard))
    # What somebody said comes last: it may hold braces.
    return (
        words.replace("{name}", conversation.name)
        .replace("{one}", one)
        .replace("{other}", other)
        .replace("{last}", last)
        .replace("{said}", said)
    )


def _more(table: Guide, asked: Intent, earlier: list[Intent | None]) -> str:
    """What there is to add to the last answer that can be added to."""
    times = 0
    for intent in reversed(earlier):
        if intent is None:
            break
        if intent.name == MORE:
            times += 1
        elif intent.name != REPEAT:
            more = intent.more
            return more[times] if times < len(more) else _in_turn(table.nothing_more, times - len(more))
    return asked.answers[0]


def _last_said(history: tuple[Turn, ...]) -> str:
    return next((turn.content for turn in reversed(history) if turn.role == "persona" and turn.content), "")


def _times(intent: Intent, earlier: list[Intent | None]) -> int:
    return sum(1 for other in earlier if other is not None and other.name == intent.name)


def _in_turn(texts: tuple[str, ...], times: int) -> str:
    return texts[times % len(texts)]


def _suggestions(table: Guide, turn: int) -> tuple[str, str]:
    titles = [intent.title for intent in table.intents.values() if intent.title]
    # Two from different places of the table, others each time.
    return titles[turn * 3 % len(titles)], titles[(turn * 3 + len(titles) // 2) % len(titles)]
