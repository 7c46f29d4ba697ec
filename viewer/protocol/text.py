"""Text from the network, made safe to show."""

import unicodedata

# Cc: control; Cf: format, which holds the bidirectional overrides; Cs/Co/Cn: not characters;
# Zl/Zp: line and paragraph separators.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Emoji and Indic and Persian scripts need the joiners.
_JOINERS = frozenset("\u200c\u200d")


def plain(text: str, limit: int = 2000) -> str:
    """``text`` as one line without control or direction characters, at most ``limit`` characters long."""
    if text.isascii() and text.isprintable():
        return _shortened(text, limit)
    kept = (
        " " if c in "\t\n\r\v\f\u2028\u2029" else c
        for c in text[: limit * 2]
        if c in "\t\n\r\v\f\u2028\u2029" or c in _JOINERS or unicodedata.category(c) not in _HIDDEN_CATEGORIES
    )
    return _shortened("".join(kept), limit)


def _shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
