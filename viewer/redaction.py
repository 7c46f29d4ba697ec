"""The one place that takes secrets out of text before anybody sees it.

Every log line passes :class:`RedactingFormatter`; errors, reports and the inspector call :func:`redact`.
"""

import json
import logging
import re
import threading
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final
from urllib.parse import quote

_HIDDEN: Final = "‹hidden›"

_SECRET_NAME: Final = (
    r"[\w-]{0,40}(?:credential|password|passwd|pwd|token|api[_-]?key|authorization|secret|username)"
)

_NAMES: Final = ("credent", "passw", "pwd", "token", "key", "author", "secret", "username")

# Each with what stands in every text that it fits, case folded: most lines have none of it, and are let
# through at a twentieth of the cost. Without an i, which fits a dotless one that folds to something else.
# They are compiled when they are first needed, which takes 2 ms that no start has to wait for.
_PATTERNS: Final = (
    # RFC 6750 bearer tokens, whatever they look like.
    (("bearer",), r"(?i)(\bbearer(?:\s+|%20))[^\s\"',}\\]+", rf"\1{_HIDDEN}"),
    # The header with any other scheme (RFC 9110 section 11.6.2), and the usual header for keys.
    (
        ("author", "x-ap"),
        r"(?i)(\b(?:authorization|x-api-key)\s*:\s*(?:(?!bearer)[\w-]+[ \t]+)?)[^\s\"',}\\]+",
        rf"\1{_HIDDEN}",
    ),
    # RFC 7519 compact JWTs. The lookarounds keep this linear in the text's length.
    (
        ("eyj",),
        r"(?<![\w-])(?=[\w-]*\.[\w-])([\w-]*?)eyJ[\w-]*\.[\w-]+(?:\.[\w-]*)?",
        rf"\1{_HIDDEN}",
    ),
    # Tokens that our own broker makes.
    (("pvc_",), r"\bpvc_[\w-]{20,}", _HIDDEN),
    # RFC 8839 ICE passwords in SDP, also when the SDP is itself inside JSON.
    (("a=ice-pwd:",), r"(a=ice-pwd:)[^\s\\\"']+", rf"\1{_HIDDEN}"),
    # Members of JSON (also of JSON inside JSON), of Python dicts and of lists of pairs.
    (
        _NAMES,
        rf"(?i)((?<!\\)(\\*[\"']){_SECRET_NAME}\2\s*[:,]\s*b?)(\\*[\"'])(?:(?!\3)(?:\\.|[^\\]))*\3",
        rf"\1\3{_HIDDEN}\3",
    ),
    # The same as query or environment assignments.
    (_NAMES, rf"(?i)(\b{_SECRET_NAME}=)[^\s&\"',;\\]+", rf"\1{_HIDDEN}"),
    # User information in a URL (RFC 3986 section 3.2.1).
    (("@",), r"(?i)\b([a-z][a-z0-9+.-]{0,20}://)[^/\s@\"']+@", rf"\1{_HIDDEN}@"),
)

# Whether one of the patterns may fit at all.
_ANY_NEEDLE: Final = re.compile(
    "|".join(re.escape(needle) for needles, *_ in _PATTERNS for needle in needles)
)

_SHORTEST: Final = 6
# In JSON and in URLs as elsewhere.
_SPELT_ALIKE: Final = re.compile(r"[A-Za-z0-9_.~-]+")

_known: Counter[str] = Counter()
# How each of them may be written.
_spelt: dict[str, frozenset[str]] = {}
_lock = threading.Lock()


def remember_secret(secret: str) -> None:
    """Hide this exact text from now on, wherever it turns up. Process-wide, any thread; short texts are
    ignored, as hiding them would garble everything else.
    """
    with _lock:
        _known[secret] += 1
        if secret not in _spelt:
            _spelt[secret] = spellings(secret)


def forget_secret(secret: str) -> None:
    """Take one :func:`remember_secret` back, for secrets that a long-lived process hands on."""
    with _lock:
        _known[secret] -= 1
        if _known[secret] <= 0:
            del _known[secret]
            _spelt.pop(secret, None)


def known_secrets() -> tuple[str, ...]:
    """What :func:`remember_secret` was told and :func:`forget_secret` was not, for a later :func:`redact`.
    Any thread.
    """
    with _lock:
        return tuple(_known)


def spellings(secret: str) -> frozenset[str]:
    """How ``secret`` may be written, for :func:`hide_spellings`; not at all if it is too short."""
    if len(secret) < _SHORTEST:
        return frozenset()
    if _SPELT_ALIKE.fullmatch(secret):
        return frozenset({secret})
    return frozenset({secret, json.dumps(secret)[1:-1], quote(secret), quote(secret, safe="")})


def _spelling(secret: str) -> frozenset[str]:
    return _spelt.get(secret) or spellings(secret)


def hide_spellings(text: str, spelt: Iterable[str]) -> str:
    """``text`` without any of them."""
    for spelling in spelt:
        text = text.replace(spelling, _HIDDEN)
    return text


def redact(text: str, secrets: tuple[str, ...] | None = None) -> str:
    """``text`` without API keys, session tokens, TURN credentials and ICE passwords.

    ``secrets`` are those that are hidden wherever they stand, by default the present :func:`known_secrets`.
    """
    with _lock:
        known = tuple(_spelt.values()) if secrets is None else tuple(map(_spelling, secrets))
    found = [spelling for spelt in known for spelling in spelt if spelling in text]
    # The longest first: one secret may begin with another.
    text = hide_spellings(text, sorted(found, key=len, reverse=True))
    lowered = text.casefold()
    if not _ANY_NEEDLE.search(lowered):
        return text
    for needles, pattern, replacement in _PATTERNS:
        if any(needle in lowered for needle in needles):
            text = _compiled(pattern).sub(replacement, text)
    return text


class RedactingFormatter(logging.Formatter):
    """A log formatter whose whole output, tracebacks included, is redacted."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def configure_logging(level: str, formatter: RedactingFormatter | None = None) -> None:
    """Send the process's log to standard error, redacted; without a ``formatter`` as lines for people."""
    handler = logging.StreamHandler()
    handler.setFormatter(formatter or RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
