"""The broker's HTTP interface (protocol/README.md section 2)."""

import asyncio
import logging
import os
import time
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager, nullcontext
from typing import Any, Final, Literal

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import Route

from viewer import __version__
from viewer.broker.access.access import Access, caller
from viewer.broker.access.page_guard import GuardedApp
from viewer.broker.answer import Http
from viewer.broker.calls import PATIENCE, Calls
from viewer.broker.faces.gallery import open_gallery
from viewer.broker.faces.routes import router as faces_router
from viewer.broker.gateway.gateway import Gateway, running_gateway
from viewer.broker.gateway.routes import router as gateway_router
from viewer.broker.http_client import http_client, way_to
from viewer.broker.limits.reach import shared_counters
from viewer.broker.limits.routes import router as limits_router
from viewer.broker.limits.sessions import Sessions
from viewer.broker.operation.metrics import Metrics
from viewer.broker.operation.readiness import Readiness
from viewer.broker.operation.request_ids import RequestIds, request_id
from viewer.broker.presence import Presence
from viewer.broker.refusal import (
    Refusal,
    SessionNotGranted,
    described,
    invalid_request,
    request_too_slow,
    service_silent,
)
from viewer.broker.rules import NO_RULES, Rules
from viewer.broker.rules_in_force import Part, RulesInForce
from viewer.broker.upstream import DEADLINE, Upstream
from viewer.errors import UsageError
from viewer.protocol import api
from viewer.protocol.codec import without_byte_order_mark
from viewer.protocol.retry import RetryPolicy
from viewer.redaction import remember_secret
from viewer.settings import BrokerSettings

MAX_REQUEST_BYTES: Final = 1 << 16
# Less than what the connection has for it: who is slow is told so.
REQUEST_WITHIN: Final = 10.0
# Whatever a request waits for. A viewer waits for twelve seconds.
ANSWER_WITHIN: Final = 11.0

_log = logging.getLogger(__name__)
_router = APIRouter()

# Before anything is asked for; whoever asks is looked at by GuardedApp.
_ANYWHERE: Final = {
    400: "The request is not valid",
    401: "The broker wants a token, or does not accept the one that was sent (then there is the header "
    "`WWW-Authenticate`); or the service refused the broker's key",
    403: "A web page asks that may not, a proxy stands between and there are no tokens; or the broker's key "
    "lacks a permission, or the plan does not include what was asked",
    415: "The request's content is not declared as JSON",
    421: "The broker does not go by the name in `Host`",
}
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


def create_app(
    settings: BrokerSettings,
    api_key: str,
    *,
    rules: Rules = NO_RULES,
    http: Http | None = None,
    deadline: float = DEADLINE,
    policy: RetryPolicy | None = None,
) -> FastAPI:
    """The broker for the API at ``settings.upstream``.

    Args:
        rules: as read from ``settings.rules``, from where they are read again when need be.
        http: how to reach the API; None for the network.
        deadline: seconds that one session may take to start, retries included.
        policy: how often and after which waits the API is asked again; None for the usual.

    Raises:
        UsageError: the way to the API cannot be gone, or what the rules, the settings or the environment say
            of clients cannot be used.
    """
    remember_secret(api_key)
    if settings.token_form == "get":
        _log.warning("the token form get cannot switch replays off: the service keeps what its default is")
    way = way_to(settings.upstream)
    in_force = RulesInForce(rules, settings.rules)

    access = Access(settings, rules.access, os.environ)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await _warm_up(app)
        async with (
            nullcontext(http) if http else http_client(way) as connections,
            access,
            running_gateway() as gateway,
        ):
            calls = Calls(connections, way.url, policy or PATIENCE)
            app.state.upstream = upstream = Upstream(calls, api_key, settings.token_form, deadline)
            app.state.gateway = gateway
            counters = shared_counters(rules.limits)
            app.state.sessions = sessions = Sessions(in_force, upstream, counters, on_end=gateway.forget)
            in_force.follow(_pictures_stay(rules))
            in_force.follow(access.follow)
            await sessions.open()
            metrics.watch(lambda: upstream.under_way, lambda: gateway.connections)
            async with open_gallery(lambda: in_force.rules, upstream, settings.upstream) as app.state.gallery:
                yield
            await upstream.close()
            await sessions.close()

    app = FastAPI(
        title="Persona Viewer broker",
        description="Holds the API key of an avatar service and starts sessions for viewers.",
        version=__version__,
        lifespan=lifespan,
        responses=described(_ANYWHERE),
    )
    app.state.rules = in_force
    # Before FastAPI's own route, which describes it in /docs and costs as much as a call of the API.
    app.router.routes.insert(0, Route(api.SESSION_PATH, _start_session, methods=["POST"]))
    app.state.access = access
    app.state.metrics = metrics = Metrics()
    app.state.readiness = Readiness(app.state)
    app.add_middleware(GuardedApp, guard=lambda: access.guard, on_refusal=metrics.refused)
    app.add_middleware(RequestIds)
    app.include_router(_router)
    app.include_router(limits_router)
    app.include_router(faces_router)
    app.include_router(gateway_router)
    app.add_exception_handler(SessionNotGranted, _not_granted)
    app.add_exception_handler(HTTPException, _no_such_thing)
    app.add_exception_handler(Exception, _broken)
    return app


def _pictures_stay(now: Rules) -> Part:
    async def check(rules: Rules) -> None:
        if rules.pictures != now.pictures:
            raise UsageError("table [pictures]: other places for pictures need a restart of the broker.")

    return check


async def _warm_up(app: FastAPI) -> None:
    """Load now what is loaded when it is first used, not while a viewer waits: all between a request and its
    answer.
    """
    headers = [(b"host", b"localhost")]
    scope = {"type": "http", "method": "GET", "path": "/healthz", "headers": headers, "query_string": b""}
    await app(scope, _nothing_more, _to_nobody)


async def _nothing_more() -> MutableMapping[str, Any]:
    return {"type": "http.request"}


async def _to_nobody(_message: MutableMapping[str, Any]) -> None:
    """Its own answer is of no use."""


class Health(BaseModel):
    """The broker runs. The avatar service is not asked."""

    status: Literal["ok"] = "ok"
    version: str = __version__


@_router.get("/healthz", summary="Whether the broker runs")
async def _healthz() -> Health:
    return Health()


async def _asked(request: Request) -> api.BrokerRequest:
    body = b""
    try:
        async with asyncio.timeout(REQUEST_WITHIN):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_REQUEST_BYTES:
                    raise invalid_request("The request is too long.")
    except ClientDisconnect:
        raise invalid_request("The request broke off.") from None
    except TimeoutError:
        raise request_too_slow() from None
    try:
        return api.BrokerRequest.model_validate_json(without_byte_order_mark(body))
    except ValidationError as error:
        if error.errors(include_url=False, include_input=False)[0]["type"] == "json_invalid":
            raise invalid_request("The request is not JSON.") from None
        raise invalid_request("The request's personaId has to be text of 1 to 200 characters.") from None


@_router.post(
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
    try:
        async with asyncio.timeout(ANSWER_WITHIN):
            # Whatever a request has to pass is asked for here: it comes past FastAPI's dependencies.
            asking = await caller(request)
            asked = await _asked(request)
            async with Presence(request.receive) as viewer:
                session = await sessions.start(asking, asked.persona_id, viewer.is_gone)
    except TimeoutError:
        raise service_silent(0) from None
    seconds = time.monotonic() - began
    request.app.state.metrics.granted(seconds)
    _log.info("session granted to %s after %.0f ms", asking, 1000 * seconds)
    mode = request.app.state.rules.rules.gateway.mode
    if mode != "off":
        gateway: Gateway = request.app.state.gateway
        session = gateway.offered_in(session, is_required=mode == "required")
    return Response(session.text, media_type="application/json", headers=_NOT_STORED)


async def _not_granted(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, SessionNotGranted)
    request.app.state.metrics.refused(request.scope, error)
    _log.warning("no session granted: %s (attempts: %d)", error, error.refusal.attempts)
    return _refused(error.status, error.refusal, error.headers)


async def _no_such_thing(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    refusal = Refusal(
        error="no-such-page",
        message=f"The broker has no such page ({error.detail}).",
        hint=f"Sessions are started with POST {api.SESSION_PATH}; /docs describes the broker.",
    )
    return _refused(error.status_code, refusal, error.headers)


async def _broken(request: Request, _error: Exception) -> JSONResponse:
    request.app.state.metrics.broke(request.scope)
    refusal = Refusal(
        error="broker-fault", message="The broker has a fault.", hint="The broker's log says more."
    )
    # This comes past the middlewares.
    return _refused(500, refusal, {"X-Request-Id": request_id()})


def _refused(status: int, refusal: Refusal, headers: Any = None) -> JSONResponse:
    return JSONResponse(refusal.model_dump(), status, headers)
