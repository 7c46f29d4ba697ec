"""What is sent to the API for a session, and what a viewer gets of the answer (protocol/README.md sections 1
and 2).
"""

import json
from functools import cache
from typing import Any, Final, Literal, TypeAlias

from viewer import __version__
from viewer.broker.granted import OWN_FIELDS
from viewer.broker.wanted import Wanted
from viewer.protocol import api

TokenForm: TypeAlias = Literal["post", "get", "none"]

_METADATA: Final = {"client": api.CLIENT_NAME, "version": __version__}


def token_request(wanted: Wanted) -> bytes:
    """Section 1.1, the POST form."""
    return _written(
        api.SessionTokenRequest(
            persona_config=wanted.persona,
            session_options=wanted.session_options or None,
            client_label=api.CLIENT_NAME,
        )
    )


def start_request(wanted: Wanted, form: TokenForm) -> bytes:
    """Section 1.2. Where the token says what the session is to be, it is not said again."""
    if form == "post":
        return _plain_start()
    return _written(
        api.StartSessionRequest(
            client_metadata=_METADATA,
            persona_config=wanted.persona,
            session_options=(wanted.session_options or None) if form == "none" else None,
            client_label=api.CLIENT_NAME if form == "none" else None,
        )
    )


def with_token(session: dict[str, Any], token: str | None) -> str:
    """The JSON text of ``session`` with this token and nothing else of the broker's own, in plain ASCII.

    Raises:
        ValueError: a number of it is none in JSON.
    """
    fields = {name: value for name, value in session.items() if name not in OWN_FIELDS}
    return _ENCODER.encode(fields if token is None else fields | {"sessionToken": token})


# Made once. 1e999 is read as infinity, which JSON has not.
_ENCODER: Final = json.JSONEncoder(allow_nan=False)


@cache
def _plain_start() -> bytes:
    return _written(api.StartSessionRequest(client_metadata=_METADATA))


def _written(request: api.WireModel) -> bytes:
    return request.model_dump_json(by_alias=True, exclude_none=True).encode()
