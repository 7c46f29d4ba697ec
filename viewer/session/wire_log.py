"""Messages as the inspector lists them: short, without secrets, and read only when somebody looks."""

import json
import re
from functools import cached_property
from typing import Final

from viewer.protocol.events import Channel, Direction, WireMessage
from viewer.protocol.text import plain
from viewer.redaction import known_secrets, redact

MAX_SHOWN: Final = 4000
_MAX_READ: Final = 16_000
_LONGEST_SECRET: Final = 8000
_KINDS: Final = ("actionType", "messageType", "message_type")
# In the beginning of a message that is too long to be read as a whole.
_KIND: Final = re.compile(rf'"(?:{"|".join(_KINDS)})"\s*:\s*"([^"\\]{{1,80}})"')


def wire_message(
    direction: Direction, channel: Channel, text: str | bytes, milliseconds: float
) -> WireMessage:
    """One message that passed. Who looks at it, in any thread, has it read: most are never looked at."""
    return _Passed(direction, channel, text, milliseconds)


class _Passed(WireMessage):
    """Keeps a message's beginning as it was, and what had to be hidden when it passed."""

    def __init__(
        self, direction: Direction, channel: Channel, passed: str | bytes, milliseconds: float
    ) -> None:
        # As frozen dataclasses do.
        object.__setattr__(self, "direction", direction)
        object.__setattr__(self, "channel", channel)
        object.__setattr__(self, "milliseconds", round(milliseconds, 1))
        object.__setattr__(self, "_beginning", passed[:_MAX_READ])
        object.__setattr__(self, "_is_whole", len(passed) <= _MAX_READ)
        object.__setattr__(self, "_secrets", known_secrets())

    @cached_property
    def kind(self) -> str:
        return _kind(self._read) if self._is_whole else _kind_of_a_long_one(self._read)

    @cached_property
    def text(self) -> str:
        # Redacted before it is cut, so that no half of a secret stays.
        shown = redact(self._read, self._secrets)
        if not self._is_whole:
            # The last secret in there may be cut in two and so not be recognised.
            shown = shown[:-_LONGEST_SECRET]
        return plain(shown, MAX_SHOWN)

    @cached_property
    def _read(self) -> str:
        beginning = self._beginning
        return beginning if isinstance(beginning, str) else beginning.decode("utf-8", "replace")

    _beginning: str | bytes
    _is_whole: bool
    _secrets: tuple[str, ...]


def _kind(text: str) -> str:
    """The message's own name for its type."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return "malformed"
    if isinstance(message, dict):
        for key in _KINDS:
            if isinstance(message.get(key), str):
                return plain(message[key], 40)
    return "unknown"


def _kind_of_a_long_one(beginning: str) -> str:
    found = _KIND.search(beginning)
    return plain(found[1], 40) if found else "unknown"
