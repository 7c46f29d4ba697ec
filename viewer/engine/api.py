"""The HTTP and WebSocket endpoints (PROTOCOL.md sections 1, 3 and 4)."""

import hmac
import logging
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, FastAPI, Request, WebSocket
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field, ValidationError
from starlette.exceptions import HTTPException

from viewer import __version__
from viewer.engine.observation import SessionReport, report
from viewer.engine.persona import MAX_TEXT
from viewer.engine.personas import BadPersonaConfig, PersonaChoice, choose
from viewer.engine.registry import Registry, SessionLimitReached
from viewer.engine.tokens import TokenIssuer, TokenRefused
from viewer.protocol import signalling
from viewer.protocol.api import (
    SESSION_PATH,
    TOKEN_PATH,
    ClientConfig,
    SessionInfo,
    SessionTokenAnswer,
    SessionTokenRequest,
    StartSessionRequest,
    WireModel,
)

_log = logging.getLogger(__name__)

SIGNALLING_PATH: Final = "/v1/signalling"
SESSIONS_PATH: Final = "/v1/engine/sessions"
_POLICY_VIOLATION: Final = 1008  # RFC 6455 section 7.4.1

_bearer = HTTPBearer(auto_error=False, description="the API key, or a session token")


class ErrorBody(BaseModel):
    """What every refusal says (PROTOCOL.md section 1.3)."""

    error: str
    message: str


class Health(BaseModel):
    """The engine is up."""

    status: str = "ok"
    version: str = __version__
    sessions: int


class TalkRequest(WireModel):
    """Section 3."""

    content: str = Field(min_length=1, max_length=MAX_TEXT)


class Refusal(Exception):
    """An answer other than 2xx."""

    def __init__(self, status: int, error: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.body = ErrorBody(error=error, message=message)


_REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ErrorBody} for status in (400, 401, 404, 429)
}


def create_app(registry: Registry, tokens: TokenIssuer, api_key: str, client_config: ClientConfig) -> FastAPI:
    """The engine's ASGI application. ``client_config`` is what every client is told."""
    app = FastAPI(title="Persona Viewer: local engine", version=__version__)
    app.include_router(_service(registry, tokens, api_key, client_config))
    app.include_router(_sessions(registry, api_key))
    app.add_exception_handler(Refusal, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse_malformed)
    app.add_exception_handler(HTTPException, _refuse_http)
    return app


def _service(registry: Registry, tokens: TokenIssuer, api_key: str, client_config: ClientConfig) -> APIRouter:
    router = APIRouter(responses=_REFUSALS)

    @router.post(TOKEN_PATH)
    async def issue_session_token(
        request: SessionTokenRequest, credentials: _Credentials
    ) -> SessionTokenAnswer:
        """A session token for a persona (section 1.1)."""
        _check_key(credentials, api_key)
        _choose(request.persona_config)
        return SessionTokenAnswer(session_token=tokens.issue(request.persona_config))

    @router.get(TOKEN_PATH)
    async def issue_session_token_older_form(credentials: _Credentials) -> SessionTokenAnswer:
        """The older form: the persona comes when the session starts."""
        _check_key(credentials, api_key)
        return SessionTokenAnswer(session_token=tokens.issue(None))

    @router.post(SESSION_PATH, response_model_exclude_none=True)
    async def start_session(
        body: StartSessionRequest, request: Request, credentials: _Credentials
    ) -> SessionInfo:
        """Start a session (section 1.2), by session token or by API key."""
        choice = _authorised_choice(body, credentials, tokens, api_key)
        host = request.headers.get("host", "")
        try:
            template = SessionInfo(
                session_id="unknown",
                region="local",
                engine_host=host,
                engine_protocol="http",
                signalling_endpoint=SIGNALLING_PATH,
                client_config=client_config,
            )
        except ValidationError:
            raise Refusal(400, "Bad request", "The Host header is missing or wrong") from None
        try:
            session = await registry.start(choice)
        except SessionLimitReached:
            limit = "Concurrent session limit reached"
            raise Refusal(429, limit, limit) from None
        return template.model_copy(update={"session_id": session.id})

    return router


def _sessions(registry: Registry, api_key: str) -> APIRouter:
    router = APIRouter(responses=_REFUSALS)

    @router.post("/talk", status_code=204)
    async def talk(session_id: str, body: TalkRequest) -> Response:
        """The persona speaks the text verbatim, after what it is saying (section 3)."""
        session = registry.find(session_id)
        if session is None:
            raise Refusal(404, "Not found", "No such session")
        if not session.persona.say(body.content):
            raise Refusal(429, "Too much to say", "The persona has too much to say already")
        return Response(status_code=204)

    @router.get(SESSIONS_PATH)
    async def observe_sessions(credentials: _Credentials) -> list[SessionReport]:
        """What each session is doing, for developers and tests."""
        _check_key(credentials, api_key)
        return [report(session) for session in registry.all()]

    @router.get("/healthz")
    async def health() -> Health:
        """Whether the engine is up."""
        return Health(sessions=len(registry.all()))

    @router.websocket(SIGNALLING_PATH)
    async def signal(socket: WebSocket, session_id: str = "") -> None:
        await socket.accept()
        session = registry.find(session_id)
        if session is None:
            unknown = signalling.Signal(signalling.END_SESSION, session_id, "This session has ended.")
            await socket.send_text(signalling.encode(unknown))
            await socket.close(_POLICY_VIOLATION)
            return
        await session.serve(socket)

    return router


_Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


def _is_key(credentials: HTTPAuthorizationCredentials | None, api_key: str) -> bool:
    given = credentials.credentials if credentials else ""
    return hmac.compare_digest(given.encode(), api_key.encode())


def _check_key(credentials: HTTPAuthorizationCredentials | None, api_key: str) -> None:
    if not _is_key(credentials, api_key):
        raise Refusal(401, "Unauthorized", "The API key is not valid")


def _authorised_choice(
    body: StartSessionRequest,
    credentials: HTTPAuthorizationCredentials | None,
    tokens: TokenIssuer,
    api_key: str,
) -> PersonaChoice:
    persona_config = body.persona_config
    if not _is_key(credentials, api_key):
        try:
            grant = tokens.check(credentials.credentials if credentials else "")
        except TokenRefused as error:
            raise Refusal(401, "Unauthorized", str(error)) from None
        persona_config = grant.persona_config or persona_config
    if persona_config is None:
        raise Refusal(400, "Bad request", "personaConfig is missing")
    return _choose(persona_config)


def _choose(persona_config: dict[str, Any]) -> PersonaChoice:
    try:
        return choose(persona_config)
    except BadPersonaConfig as error:
        raise Refusal(400, "Bad request", str(error)) from None


def _answer(status: int, body: ErrorBody) -> JSONResponse:
    return JSONResponse(body.model_dump(), status)


async def _refuse(_: Request, refusal: Exception) -> JSONResponse:
    assert isinstance(refusal, Refusal)
    return _answer(refusal.status, refusal.body)


async def _refuse_malformed(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"])
    return _answer(400, ErrorBody(error="Bad request", message=f"{where} is missing or wrong"))


async def _refuse_http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return _answer(error.status_code, ErrorBody(error=error.detail, message=error.detail))
