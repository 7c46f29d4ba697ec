"""The one place that takes secrets out of text before anybody sees it.

Every log line passes :class:`RedactingFormatter`; errors, reports and the inspector call :func:`redact`.
"""

import logging
import re
from typing import Final

_HIDDEN: Final = "‹hidden›"

_PATTERNS: Final = (
    # RFC 6750 bearer tokens, whatever they look like.
    (re.compile(r"(?i)(\bbearer\s+)[^\s\"',}]+"), rf"\1{_HIDDEN}"),
    # RFC 7519 compact JWTs.
    (re.compile(r"\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?"), _HIDDEN),
    # RFC 8839 ICE passwords in SDP, also when the SDP is itself inside JSON.
    (re.compile(r"(a=ice-pwd:)[^\s\\\"]+"), rf"\1{_HIDDEN}"),
    # JSON or Python members that hold a secret: TURN credentials, keys, tokens, passwords.
    (
        re.compile(
            r"(?i)([\"'](?:credential|password|sessiontoken|session_token|token|api_?key|apikey"
            r"|authorization|username|secret)[\"']\s*:\s*)([\"'])(?:\\.|(?!\2).)*\2"
        ),
        rf"\1\2{_HIDDEN}\2",
    ),
    # The same as query or environment assignments.
    (
        re.compile(
            r"(?i)\b((?:session_?token|access_?token|token|api_?key|credential|password|secret)=)[^\s&\"',;]+"
        ),
        rf"\1{_HIDDEN}",
    ),
    # User information in a URL (RFC 3986 section 3.2.1).
    (re.compile(r"(?i)\b([a-z][a-z0-9+.-]*://)[^/\s@\"']+@"), rf"\1{_HIDDEN}@"),
)

_known: set[str] = set()


def remember_secret(secret: str) -> None:
    """Hide this exact text from now on, wherever it turns up. Process-wide; short texts are ignored."""
    if len(secret) >= 6:
        _known.add(secret)


def redact(text: str) -> str:
    """``text`` without API keys, session tokens, TURN credentials and ICE passwords."""
    for secret in _known:
        text = text.replace(secret, _HIDDEN)
    for pattern, replacement in _PATTERNS:
        text = pattern.sub(replacement, text)
    return text


class RedactingFormatter(logging.Formatter):
    """A log formatter whose whole output, tracebacks included, is redacted."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def configure_logging(level: str) -> None:
    """Send the process's log to standard error, redacted."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
