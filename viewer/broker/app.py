"""The broker's HTTP interface (protocol/README.md section 2)."""

import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any, Final, Literal

import httpx
from anyio.lowlevel import checkpoint
from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from viewer import __version__
from viewer.broker.faces.gallery import open_gallery
from viewer.broker.faces.routes import router as faces_router
from viewer.broker.gateway.gateway import Gateway, running_gateway
from viewer.broker.gateway.routes import router as gateway_router
from viewer.broker.refusal import Refusal, SessionNotGranted, invalid_request
from viewer.broker.rules import Rules
from viewer.broker.upstream import DEADLINE, Upstream, http_client
from viewer.broker.wanted import Wanted
from viewer.protocol import api
from viewer.protocol.codec import without_byte_order_mark
from viewer.protocol.retry import RetryPolicy
from viewer.redaction import remember_secret
from viewer.settings import BrokerSettings

MAX_REQUEST_BYTES: Final = 1 << 16

_log = logging.getLogger(__name__)
_router = APIRouter()

_NO_RULES: Final = Rules()

# The answer holds a token.
_NOT_STORED: Final = {"Cache-Control": "no-store"}


def create_app(
    settings: BrokerSettings,
    api_key: str,
    *,
    transport: httpx.AsyncBaseTransport | None = None,
    deadline: float = DEADLINE,
    policy: RetryPolicy | None = None,
    rules: Rules = _NO_RULES,
) -> FastAPI:
    """The broker for the API at ``settings.upstream``.

    Args:
        transport: how to reach the API; None for the network.
        deadline: seconds that one session may take to start, retries included.
        policy: how often and after which waits the API is asked again; None for the usual.
        rules: who may ask, for whom, how much, what is handed on.
    """
    remember_secret(api_key)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await _warm_up(app)
        async with (
            http_client(settings.upstream, transport) as http,
            running_gateway(is_required=rules.gateway.mode == "required") as app.state.gateway,
        ):
            app.state.upstream = upstream = Upstream(http, api_key, settings.token_form, deadline, policy)
            async with open_gallery(lambda: rules, upstream, settings.upstream) as app.state.gallery:
                yield
            await upstream.close()

    app = FastAPI(
        title="Persona Viewer broker",
        description="Holds the API key of an avatar service and starts sessions for viewers.",
        version=__version__,
        lifespan=lifespan,
    )
    app.state.rules = rules
    app.include_router(_router)
    app.include_router(faces_router)
    if rules.gateway.mode != "off":
        app.include_router(gateway_router)
    app.add_exception_handler(SessionNotGranted, _not_granted)
    app.add_exception_handler(HTTPException, _no_such_thing)
    app.add_exception_handler(Exception, _broken)
    return app


async def _warm_up(app: FastAPI) -> None:
    """Load what is loaded when it is first used now, not while a viewer waits: httpx's asynchronous backend,
    and what lies between a request and its answer.
    """
    await checkpoint()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as itself:
        await itself.get("/healthz")


class Health(BaseModel):
    """The broker runs. The avatar service is not asked."""

    status: Literal["ok"] = "ok"
    version: str = __version__


@_router.get("/healthz", summary="Whether the broker runs")
async def _healthz() -> Health:
    return Health()


def _upstream(request: Request) -> Upstream:
    upstream: Upstream = request.app.state.upstream
    return upstream


async def _asked(request: Request) -> api.BrokerRequest:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_REQUEST_BYTES:
                raise invalid_request("The request is too long.")
    except ClientDisconnect:
        raise invalid_request("The request broke off.") from None
    try:
        return api.BrokerRequest.model_validate_json(without_byte_order_mark(body))
    except ValidationError as error:
        if error.errors(include_url=False, include_input=False)[0]["type"] == "json_invalid":
            raise invalid_request("The request is not JSON.") from None
        raise invalid_request("The request's personaId has to be text of 1 to 200 characters.") from None


def _described(description: str) -> dict[str, Any]:
    return {"model": Refusal, "description": description}


@_router.post(
    api.SESSION_PATH,
    summary="Start a session with a persona",
    response_description="The session as the avatar service describes it, and its token",
    responses={
        200: {"model": api.BrokerSession},
        400: _described("The request is not valid"),
        401: _described("The service refused the broker's key"),
        402: _described("The account has no active plan"),
        403: _described("The broker's key lacks a permission, or the plan does not include what was asked"),
        404: _described("The service does not know the persona"),
        422: _described("The service did not accept the persona; `message` says why"),
        429: _described(
            "A limit is reached. `error` tells which: `Concurrent session limit reached`, "
            "`Spend cap reached`, or any other text for the usage limit. `Retry-After` says when to ask "
            "again, if the service does"
        ),
        502: _described("The service cannot be reached, reported an error or gave an unusable answer"),
        503: _described("No avatar is free now; `Retry-After` as with 429"),
        504: _described("The service did not answer in time"),
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": api.BrokerRequest.model_json_schema()}},
        }
    },
)
async def _start_session(
    request: Request,
    upstream: Annotated[Upstream, Depends(_upstream)],
    asked: Annotated[api.BrokerRequest, Depends(_asked)],
) -> Response:
    began = time.monotonic()
    session = await upstream.start_session(Wanted({"personaId": asked.persona_id}), request.is_disconnected)
    _log.info("session granted after %.0f ms", 1000 * (time.monotonic() - began))
    if request.app.state.rules.gateway.mode != "off":
        gateway: Gateway = request.app.state.gateway
        session = gateway.offered_in(session)
    return Response(session, media_type="application/json", headers=_NOT_STORED)


async def _not_granted(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, SessionNotGranted)
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


async def _broken(_request: Request, _error: Exception) -> JSONResponse:
    refusal = Refusal(
        error="broker-fault", message="The broker has a fault.", hint="The broker's log says more."
    )
    return _refused(500, refusal)


def _refused(status: int, refusal: Refusal, headers: Any = None) -> JSONResponse:
    return JSONResponse(refusal.model_dump(), status, headers)
