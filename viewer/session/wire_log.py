"""Messages as the inspector lists them: short and without secrets."""

import json
from typing import Final

from viewer.protocol.events import Channel, Direction, WireMessage
from viewer.protocol.text import plain
from viewer.redaction import redact

MAX_SHOWN: Final = 4000
_MAX_READ: Final = 64_000
_LONGEST_SECRET: Final = 8000


def wire_message(
    direction: Direction, channel: Channel, text: str | bytes, milliseconds: float
) -> WireMessage:
    """One message that passed, redacted before it is cut so that no half of a secret stays."""
    shown = text if isinstance(text, str) else text.decode("utf-8", "replace")
    return WireMessage(direction, channel, _kind(shown), _beginning(shown), round(milliseconds, 1))


def _beginning(text: str) -> str:
    """What is shown of ``text``; a long one costs no more than its beginning."""
    if len(text) <= _MAX_READ:
        return plain(redact(text), MAX_SHOWN)
    # The last secret in there may be cut in two and so not be recognised.
    return plain(redact(text[:_MAX_READ])[:-_LONGEST_SECRET], MAX_SHOWN)


def _kind(text: str) -> str:
    """The message's own name for its type."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return "malformed"
    if isinstance(message, dict):
        for key in ("actionType", "messageType", "message_type"):
            if isinstance(message.get(key), str):
                return plain(message[key], 40)
    return "unknown"
