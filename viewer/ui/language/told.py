"""Sentences from code without Qt, in the user's language."""

import re
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from viewer.ui.language.templates import filled_in, letters, places

_SPAN: Final = re.compile(r"(\d+) (second|minute|hour)s?")
_WITH_MORE: Final = re.compile(r"(.+?): (.+)\.", re.DOTALL)
_BETWEEN_SENTENCES: Final = re.compile(r"(?<=[.…?!]) ")


def told(text: str) -> str:
    """``text``, a sentence or several, translated; whatever else they are made of stays as it is."""
    if not text or QLocale().language() == QLocale.Language.English:
        return text
    return _sentence(text) or _several(text) or _with_more(text) or text


def _sentence(text: str) -> str | None:
    known, templates = _catalogue()
    if text in known:
        return _translated(text)
    if (bare := text.removesuffix(".")) in known:
        return _ended(_translated(bare))
    if span := _SPAN.fullmatch(text):
        return Duration().said(int(span[1]), span[2])
    for template in templates:
        values = filled_in(template, text)
        if values is not None:
            new = _translated(template)
            for place, value in values.items():
                new = new.replace(place, _sentence(value) or value)
            return new
    return None


def _several(text: str) -> str | None:
    """Two sentences or more, of which the first is known."""
    for between in _BETWEEN_SENTENCES.finditer(text):
        if first := _sentence(text[: between.start()]):
            return f"{first} {told(text[between.end() :])}"
    return None


def _with_more(text: str) -> str | None:
    """A sentence of ours, and after a colon what somebody else said."""
    if (found := _WITH_MORE.fullmatch(text)) and (first := _sentence(f"{found[1]}.")):
        return f"{first.rstrip('.。')}: {found[2]}."
    return None


class Duration(QObject):
    """Spans of time; a class, because Qt's tools find plural forms in ``tr`` only."""

    def said(self, number: int, unit: str) -> str:
        """``number`` of ``unit``: second, minute or hour."""
        match unit:
            case "hour":
                return self.tr("%n hour(s)", "", number)
            case "minute":
                return self.tr("%n minute(s)", "", number)
        return self.tr("%n second(s)", "", number)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Sentences", text)


def _ended(sentence: str) -> str:
    return f"{sentence}{'。' if QLocale().language() == QLocale.Language.Japanese else '.'}"


@cache
def _catalogue() -> tuple[frozenset[str], list[str]]:
    """Every sentence, and those with places for something, the most telling first."""
    from viewer.ui.language.sentences import SENTENCES  # noqa: PLC0415 - nobody needs it at start

    return frozenset(SENTENCES), sorted(filter(places, SENTENCES), key=letters, reverse=True)
