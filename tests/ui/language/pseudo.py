"""A language that no one speaks, in which every word shows whether it was translated: «Ḿüţé óñé».

Its texts are 40 % longer than English, as those of other languages are.
"""

import re
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from translations.__main__ import known_texts

_ACCENTED: Final = str.maketrans("aceinouyACEINOUYlst", "áçéíñóúýÁÇÉÍÑÓÚÝłşţ")
_PLACE: Final = re.compile(r"(\{\w*\}|%L?n)")
_LONGER: Final = 1.4
_TRANSLATED: Final = re.compile(r"«[^«»]*»")


class PseudoTranslator(QTranslator):
    """Knows what Qt's tools found in the code, and all of Qt's own words."""

    def __init__(self) -> None:
        super().__init__()
        self._known = known_texts("de")

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1, /
    ) -> str | None:
        of_qt = context.startswith("Q") and context != "QShortcut"  # names of keys are short everywhere
        return pseudo(text) if of_qt or (context, text) in self._known else None


@cache
def pseudo(text: str) -> str:
    """``text`` in that language; what is put into it keeps its place."""
    parts = [part if _PLACE.fullmatch(part) else part.translate(_ACCENTED) for part in _PLACE.split(text)]
    more = round(len(text) * (_LONGER - 1))
    # In words of no more than six letters, so that lines can break as they do elsewhere.
    padding = " ".join("·" * len(chunk) for chunk in re.findall(".{1,6}", "x" * more))
    return f"«{' '.join(filter(None, [''.join(parts), padding]))}»"


def untranslated(text: str) -> str:
    """The words of ``text`` that no translation was asked for; “” for none."""
    before = None
    while before != text:  # a translated text may stand inside another
        before, text = text, _TRANSLATED.sub("", text)
    return text.strip() if re.search(r"[^\W\d_]", text) else ""


@cache
def _translator() -> PseudoTranslator:
    """The only one: Qt waits for ever for one that becomes garbage while it translates."""
    return PseudoTranslator()


def speak_pseudo() -> PseudoTranslator:
    """Speak it from now on; nobody takes it for English, which is never translated."""
    QLocale.setDefault(QLocale("de_DE"))
    translator = _translator()
    QCoreApplication.installTranslator(translator)
    return translator
