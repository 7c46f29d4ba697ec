"""Links of the form ``persona-viewer://connect?broker=…&persona=…``, which anybody may have written."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlsplit

from PySide6.QtCore import QCoreApplication, QUrl

from viewer.redaction import redact
from viewer.settings import LINK_SCHEME, broker_url

MAX_LINK: Final = 2048
MAX_PERSONA: Final = 200

translate: Final = QCoreApplication.translate  # by this name lupdate finds it

_PLACE: Final = "connect"
_VISIBLE: Final = re.compile(r"[!-~]+")
_SECRET_NAME: Final = re.compile(
    r"token|key|secret|passw|pwd|auth|credential|session|user|jwt|sig", re.IGNORECASE
)
# What a key begins with, or so many letters and digits in a row that a machine made them up.
_TOKEN: Final = re.compile(
    r"\b(?:sk|pk|pvc|ghp|xox[abp])[-_][\w-]{8,}|eyJ[\w-]{8,}|(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}"
)
_UUID: Final = re.compile(r"(?i)\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_LOOPBACK: Final = re.compile(r"localhost|127(?:\.\d{1,3}){3}|::1")


class LinkRefused(Exception):
    """A link that is not followed: a sentence, and what to do. They quote nothing of it, as it may hold a
    secret.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class TalkLink:
    """Whom a link asks to talk to: a broker's URL as the settings have it, and a persona's ID."""

    broker: str
    persona: str

    @property
    def host(self) -> str:
        """The broker's host and port in ASCII, so that no letter passes for another."""
        return QUrl(self.broker).authority(QUrl.ComponentFormattingOption.FullyEncoded)

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way to the broker can read what is said to it."""
        url = QUrl(self.broker)
        return url.scheme() == "https" or _LOOPBACK.fullmatch(url.host()) is not None


def parse_link(text: str) -> TalkLink:
    """Whom the link ``text`` asks to talk to.

    Raises:
        LinkRefused: it holds more than that, less, or what looks like a secret.
    """
    if len(text) > MAX_LINK:
        raise _malformed(translate("Links", "The link is too long."))
    if not _VISIBLE.fullmatch(text):
        raise _malformed(translate("Links", "The link holds signs that no link has."))
    try:
        parts = urlsplit(text)
        has_more = bool(parts.username or parts.password or parts.port or parts.fragment)
        named = parse_qsl(
            parts.query, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=8
        )
    except ValueError:
        raise _malformed(translate("Links", "The link cannot be understood.")) from None
    if "@" in parts.netloc or any(_SECRET_NAME.search(name) for name, _ in named):
        raise _secret()
    if has_more or not _leads_here(parts):
        raise _malformed(translate("Links", "The link does not lead to a persona."))
    return _checked(named)


def _leads_here(parts: SplitResult) -> bool:
    return parts.scheme == LINK_SCHEME and parts.netloc.casefold() == _PLACE and parts.path in ("", "/")


def _checked(named: list[tuple[str, str]]) -> TalkLink:
    values = dict(named)
    if len(values) != len(named) or values.keys() - {"broker", "persona"}:
        raise _malformed(translate("Links", "The link asks for more than a broker and a persona."))
    broker, persona = values.get("broker", ""), values.get("persona", "")
    if not broker or not persona:
        raise _malformed(translate("Links", "The link does not name both a broker and a persona."))
    if any(_is_secret(value) for value in (broker, persona)):
        raise _secret()
    if not _VISIBLE.fullmatch(persona) or len(persona) > MAX_PERSONA:
        raise _malformed(translate("Links", "The persona that the link names cannot be one."))
    try:
        link = TalkLink(broker_url(broker), persona)
    except ValueError:
        link = None
    if link is None or not link.host:
        raise _malformed(
            translate("Links", "The broker that the link names is not a URL like https://broker.example.com.")
        )
    return link


def _is_secret(value: str) -> bool:
    """Whether ``value`` looks like one: user information, a bearer's token, a key. A UUID is an ID."""
    if "@" in value or redact(value) != value:
        return True
    path = value.partition("://")[2].partition("/")[2] or value
    return _TOKEN.search(_UUID.sub("", path)) is not None


def _secret() -> LinkRefused:
    return LinkRefused(
        translate("Links", "The link holds what looks like a password or a token, so it was not followed."),
        hint=translate(
            "Links", "Ask for a link without it. Keep a broker's token with “persona-viewer token set”."
        ),
    )


def _malformed(message: str) -> LinkRefused:
    return LinkRefused(message, hint=translate("Links", "Ask whoever gave it to you for a new one."))
