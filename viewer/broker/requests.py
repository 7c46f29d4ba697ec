"""What is sent to the API for a session, and what a viewer gets of the answer (protocol/README.md sections 1
and 2).
"""

import json
from typing import Any, Final, Literal, TypeAlias

from pydantic_core import to_json

from viewer import __version__
from viewer.broker.granted import OWN_FIELDS
from viewer.broker.wanted import Wanted
from viewer.protocol import api

TokenForm: TypeAlias = Literal["post", "get", "none"]

_METADATA: Final = {"client": api.CLIENT_NAME, "version": __version__}


def token_request(wanted: Wanted) -> bytes:
    """Section 1.1, the POST form: :class:`~viewer.protocol.api.SessionTokenRequest`."""
    return _written(_session(wanted))


def start_request(wanted: Wanted, form: TokenForm) -> bytes:
    """Section 1.2: :class:`~viewer.protocol.api.StartSessionRequest`. Where the token says what the session
    is to be, it is not said again.
    """
    match form:
        case "post":
            return _PLAIN_START
        case "get":
            return _written({"clientMetadata": _METADATA, "personaConfig": wanted.persona})
        case "none":
            return _written({"clientMetadata": _METADATA} | _session(wanted))


def _session(wanted: Wanted) -> dict[str, Any]:
    options = {"sessionOptions": wanted.session_options} if wanted.session_options else {}
    return {"personaConfig": wanted.persona, **options, "clientLabel": api.CLIENT_NAME}


def with_token(session: dict[str, Any], token: str | None) -> str:
    """The JSON text of ``session`` with this token and nothing else of the broker's own.

    Raises:
        ValueError: a number of it is none in JSON.
    """
    fields = {name: value for name, value in session.items() if name not in OWN_FIELDS}
    return _written(fields if token is None else fields | {"sessionToken": token}).decode()


def _written(value: dict[str, Any]) -> bytes:
    text = to_json(value, inf_nan_mode="constants")
    # 1e999 is read as infinity, which JSON has not; but somebody may be called so.
    return json.dumps(value, allow_nan=False).encode() if b"Infinity" in text else text


_PLAIN_START: Final = _written({"clientMetadata": _METADATA})
