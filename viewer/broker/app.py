"""The broker's HTTP interface (protocol/README.md section 2)."""

import logging
import os
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager, nullcontext
from typing import Any, Final, Literal

from fastapi import APIRouter, FastAPI, Request, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from viewer import __version__
from viewer.broker.access.access import Access
from viewer.broker.answer import Http
from viewer.broker.calls import PATIENCE, Calls
from viewer.broker.faces.gallery import open_gallery
from viewer.broker.faces.routes import router as faces_router
from viewer.broker.gateway.gateway import running_gateway
from viewer.broker.gateway.routes import router as gateway_router
from viewer.broker.http_client import http_client, way_to
from viewer.broker.limits.reach import shared_counters
from viewer.broker.limits.routes import router as limits_router
from viewer.broker.limits.sessions import Sessions
from viewer.broker.operation.metrics import Metrics
from viewer.broker.operation.readiness import Readiness
from viewer.broker.refusal import Refusal, SessionNotGranted, described
from viewer.broker.rules import NO_RULES, Rules
from viewer.broker.rules_in_force import Part, RulesInForce
from viewer.broker.start import BrokerApp, broken, not_granted, refusal_as_json
from viewer.broker.start import router as start_router
from viewer.broker.upstream import DEADLINE, Upstream
from viewer.errors import UsageError
from viewer.protocol import api
from viewer.protocol.retry import RetryPolicy
from viewer.redaction import remember_secret
from viewer.settings import BrokerSettings

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

    app = BrokerApp(
        title="Persona Viewer broker",
        description="Holds the API key of an avatar service and starts sessions for viewers.",
        version=__version__,
        lifespan=lifespan,
        responses=described(_ANYWHERE),
    )
    app.state.rules = in_force
    app.state.access = access
    app.state.metrics = metrics = Metrics()
    app.state.readiness = Readiness(app.state)
    app.guard_by(lambda: access.guard, metrics)
    app.include_router(_router)
    app.include_router(start_router)
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


async def _not_granted(request: Request, error: Exception) -> Response:
    assert isinstance(error, SessionNotGranted)
    # A goodbye to a session that is over already, most often.
    _log.info("%s: %s", request.scope["route"].path, error)
    return not_granted(request, error)


async def _no_such_thing(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    refusal = Refusal(
        error="no-such-page",
        message=f"The broker has no such page ({error.detail}).",
        hint=f"Sessions are started with POST {api.SESSION_PATH}; /docs describes the broker.",
    )
    return refusal_as_json(error.status_code, refusal, error.headers)


async def _broken(request: Request, _error: Exception) -> Response:
    return broken(request)
