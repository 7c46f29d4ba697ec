"""``POST /v1/engine/session``: the one request that has to be quick (protocol/README.md section 2)."""

import logging
import time
from collections.abc import Callable
from typing import Any, Final

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from starlette.types import Receive, Scope, Send

from viewer.broker.access.access import caller
from viewer.broker.access.page_guard import GuardedApp, PageGuard
from viewer.broker.gateway.gateway import Gateway
from viewer.broker.limits.sessions import Sessions
from viewer.broker.operation.metrics import Metrics
from viewer.broker.operation.request_ids import RequestIds
from viewer.broker.presence import Presence
from viewer.broker.refusal import (
    Refusal,
    SessionNotGranted,
    described,
    invalid_request,
    request_too_slow,
    service_silent,
)
from viewer.protocol import api
from viewer.protocol.codec import without_byte_order_mark

MAX_REQUEST_BYTES: Final = 1 << 16
# Whatever a request waits for, its own body, too: a connection has more for that, so who is slow is told.
# A viewer waits for twelve seconds.
ANSWER_WITHIN: Final = 11.0

_log = logging.getLogger(__name__)
router = APIRouter()

_OF_A_START: Final = {
    402: "The account has no active plan",
    404: "There is no such persona for this client",
    408: "The request did not come in time",
    422: "The service did not accept the persona; `message` says why",
    429: "A limit is reached. `error` tells which, the service's: `Concurrent session limit reached`, "
    "`Spend cap reached`, or any other text for the usage limit; or the broker's: "
    "`too-many-requests`, `too-many-sessions`, `minutes-used-up`. `Retry-After` says when to ask "
    "again, where that is known",
    502: "The service cannot be reached, reported an error or gave an unusable answer",
    503: "No avatar is free now, or sessions cannot be counted; `Retry-After` as with 429",
    504: "The service did not answer in time",
}
# The answer holds a token.
_NOT_STORED: Final = {"Cache-Control": "no-store"}


class BrokerApp(FastAPI):
    """FastAPI, past whose layers the requests for sessions go: those cost as much as a call of the API."""

    def guard_by(self, guard: Callable[[], PageGuard], metrics: Metrics) -> None:
        """Have all requests looked at by ``guard``, and their IDs told. Before the first one."""
        self._way_in = RequestIds(GuardedApp(self._answer, guard, metrics.refused))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection."""
        await self._way_in(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == api.SESSION_PATH and scope["method"] == "POST":
            scope["app"] = self
            await _answer_start(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


async def _answer_start(scope: Scope, receive: Receive, send: Send) -> None:
    request = Request(scope, receive)
    response: Response
    try:
        response = await _start_session(request)
    except SessionNotGranted as error:
        _log.warning("no session granted: %s (attempts: %d)", error, error.refusal.attempts)
        response = not_granted(request, error)
    except Exception:
        _log.exception("the broker has a fault")
        response = broken(request)
    await response(scope, receive, send)


async def _asked(request: Request) -> api.BrokerRequest:
    body, more = b"", True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise invalid_request("The request broke off.")
        body, more = body + message.get("body", b""), message.get("more_body", False)
        if len(body) > MAX_REQUEST_BYTES:
            raise invalid_request("The request is too long.")
    try:
        return api.BrokerRequest.model_validate_json(without_byte_order_mark(body))
    except ValidationError as error:
        if error.errors(include_url=False, include_input=False)[0]["type"] == "json_invalid":
            raise invalid_request("The request is not JSON.") from None
        raise invalid_request("The request's personaId has to be text of 1 to 200 characters.") from None


@router.post(
    api.SESSION_PATH,
    summary="Start a session with a persona",
    response_description="The session as the avatar service describes it, and its token",
    responses={200: {"model": api.BrokerSession}, **described(_OF_A_START)},
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": api.BrokerRequest.model_json_schema()}},
        }
    },
)
async def _start_session(request: Request) -> Response:
    began = time.monotonic()
    sessions: Sessions = request.app.state.sessions
    asked = None
    try:
        async with Presence(request.receive, ANSWER_WITHIN) as viewer:
            # Whatever a request has to pass is asked for here: it comes past FastAPI's dependencies.
            asking = await caller(request)
            asked = await _asked(request)
            viewer.watch()
            session = await sessions.start(asking, asked.persona_id, viewer.is_gone)
    except TimeoutError:
        raise (service_silent(0) if asked else request_too_slow()) from None
    seconds = time.monotonic() - began
    request.app.state.metrics.granted(seconds)
    _log.info("session granted to %s after %.0f ms", asking, 1000 * seconds)
    mode = request.app.state.rules.rules.gateway.mode
    if mode != "off":
        gateway: Gateway = request.app.state.gateway
        session = gateway.offered_in(session, is_required=mode == "required")
    return Response(session.text, media_type="application/json", headers=_NOT_STORED)


def not_granted(request: Request, error: SessionNotGranted) -> Response:
    """What ``error`` comes to, for the client and the metrics."""
    request.app.state.metrics.refused(request.scope, error)
    return refusal_as_json(error.status, error.refusal, error.headers)


def broken(request: Request) -> Response:
    """The broker itself has failed."""
    request.app.state.metrics.broke(request.scope)
    refusal = Refusal(
        error="broker-fault", message="The broker has a fault.", hint="The broker's log says more."
    )
    return refusal_as_json(500, refusal)


def refusal_as_json(status: int, refusal: Refusal, headers: Any = None) -> Response:
    """An answer that is no success."""
    return JSONResponse(refusal.model_dump(), status, headers)
