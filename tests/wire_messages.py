"""Messages that passed, in what a session tells."""

import json
from typing import Any, Final

from viewer.protocol.events import Event
from viewer.protocol.insight import Noted

_WIRE: Final = frozenset({"FrameReceived", "SendFrame", "DataReceived", "SendData"})
_KINDS: Final = ("actionType", "messageType", "message_type")


def text_of(event: Event, kind: str = "") -> str:
    """What the message says that passed, if one did, and if it is of that ``kind``; else nothing."""
    if not isinstance(event, Noted) or event.kind not in _WIRE:
        return ""
    text = str(event.data["text"])
    return text if not kind or _kind(text) == kind else ""


def is_signal(event: Event, kind: str = "") -> bool:
    """Whether a message of that ``kind`` passed the signalling channel."""
    return isinstance(event, Noted) and "Frame" in event.kind and bool(text_of(event, kind))


def _kind(text: str) -> str:
    try:
        message: Any = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(message, dict):
        return ""
    return next((str(message[name]) for name in _KINDS if name in message), "")
