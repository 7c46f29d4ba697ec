"""Each request has an ID, by which an operator finds in the log what a user saw."""

import re
from contextvars import ContextVar
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from viewer.broker.access.page_guard import ANSWERED_WITH
from viewer.broker.names import new_name
from viewer.redaction import redact

HEADER: Final = b"x-request-id"

# What proxies make: UUIDs, trace IDs, hexadecimal. Nothing that could be taken for more than one word.
_PLAIN: Final = re.compile(rb"[A-Za-z0-9._-]{1,64}")

_request_id: ContextVar[str] = ContextVar("request_id", default="")


def request_id() -> str:
    """Of the request that is being answered, or that what runs now was begun for; "" if there is none."""
    return _request_id.get()


class RequestIds:
    """ASGI middleware: takes the ID from a proxy in front or makes one, and has it sent back."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        named = _shown(scope) or new_name()
        scope[ANSWERED_WITH] = ((HEADER, named.encode()),)
        before = _request_id.set(named)
        await self._app(scope, receive, send)
        # After an exception it stays, for those who log that.
        _request_id.reset(before)


def _shown(scope: Scope) -> str:
    shown = [value for name, value in scope["headers"] if name == HEADER]
    if len(shown) != 1 or not _PLAIN.fullmatch(shown[0]):
        return ""
    named = shown[0].decode()
    return named if redact(named) == named else ""
