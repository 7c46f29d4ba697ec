"""The HTTP and WebSocket endpoints (protocol/README.md sections 1, 3 and 4)."""

import hmac
import logging
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, FastAPI, Request, WebSocket
from fastapi.responses import Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field, JsonValue, ValidationError

from viewer import __version__
from viewer.engine.persona.behaviour import MAX_TEXT
from viewer.engine.persona.configuration import REGION
from viewer.engine.persona.personas import BadPersonaConfig, PersonaChoice, UnknownPersona, choose
from viewer.engine.service.account import questions
from viewer.engine.service.account.gallery import Gallery, SignedUrls, pictures
from viewer.engine.service.observation import SessionReport, report
from viewer.engine.service.origins import allow_pages
from viewer.engine.service.refusal import REFUSALS, Refusal, ScenarioRefusals, answer_refusals
from viewer.engine.service.registry import MachineFull, Registry, SessionLimitReached
from viewer.engine.service.tokens import TokenIssuer, TokenRefused
from viewer.errors import UsageError
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
from viewer.settings import LOOPBACK_ORIGINS

_log = logging.getLogger(__name__)

SIGNALLING_PATH: Final = "/v1/signalling"
SESSIONS_PATH: Final = "/v1/engine/sessions"
_POLICY_VIOLATION: Final = 1008  # RFC 6455 section 7.4.1

_bearer = HTTPBearer(auto_error=False, description="the API key, or a session token")


class Health(BaseModel):
    """The engine is up; ``full``: it would refuse one more session with 503.

    ``cores`` may be used and ``cores_used`` are; pictures leave by ``lateness_ms`` late. Both are smoothed.
    """

    status: str = "ok"
    version: str = __version__
    sessions: int
    full: bool
    cores: float
    cores_used: float
    lateness_ms: float


class TalkRequest(WireModel):
    """Section 3."""

    content: str = Field(min_length=1, max_length=MAX_TEXT)


def create_app(
    registry: Registry,
    tokens: TokenIssuer,
    api_key: str,
    client_config: ClientConfig,
    origins: str = LOOPBACK_ORIGINS,
) -> FastAPI:
    """The engine's ASGI application.

    Args:
        client_config: what every client is told.
        origins: of the web pages that may call it; see :class:`viewer.settings.EngineSettings`.
    """
    gallery = Gallery(SignedUrls())

    async def check_key(credentials: _Credentials) -> None:
        _check_key(credentials, api_key)

    by_key = [Depends(check_key)]
    routers = (
        _service(registry, tokens, api_key, client_config),
        _sessions(registry, api_key),
        questions.personas(gallery, by_key),
        questions.sessions(registry, by_key),
        pictures(gallery),
    )
    # Not ``include_router``, which makes each route once more: that is most of an engine's making.
    routes = [route for router in routers for route in router.routes]
    app = FastAPI(title="Persona Viewer: local engine", version=__version__, routes=routes)
    answer_refusals(app)
    allow_pages(app, origins)
    return app


def _service(registry: Registry, tokens: TokenIssuer, api_key: str, client_config: ClientConfig) -> APIRouter:
    router = APIRouter(responses=REFUSALS)
    scenarios = ScenarioRefusals()

    @router.post(TOKEN_PATH)
    async def issue_session_token(
        request: SessionTokenRequest, credentials: _Credentials
    ) -> SessionTokenAnswer:
        """A session token for a persona (section 1.1)."""
        _check_key(credentials, api_key)
        _choose(request.persona_config, request.session_options, request.environment)
        token = tokens.issue(request.persona_config, request.session_options)
        return SessionTokenAnswer(session_token=token)

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
                region=REGION,
                engine_host=host,
                engine_protocol="http",
                signalling_endpoint=SIGNALLING_PATH,
                client_config=client_config,
            )
        except ValidationError:
            raise Refusal(400, "Bad request", "The Host header is missing or wrong") from None
        await scenarios.check(choice)
        try:
            session = await registry.start(choice)
        except SessionLimitReached:
            limit = "Concurrent session limit reached"
            raise Refusal(429, limit, limit) from None
        except MachineFull:
            raise Refusal(503, "Service busy", "No avatar is free on this machine now") from None
        except UsageError as error:
            raise Refusal(503, "Service busy", error.message) from None
        return template.model_copy(update={"session_id": session.id})

    return router


def _sessions(registry: Registry, api_key: str) -> APIRouter:
    router = APIRouter(responses=REFUSALS)

    @router.post("/talk", status_code=204)
    async def talk(session_id: str, body: TalkRequest) -> Response:
        """The persona speaks the text verbatim, after what it is saying (section 3)."""
        session = registry.find(session_id)
        if session is None:
            raise Refusal(404, "Not found", "No such session")
        if not session.pipeline.persona.say(body.content):
            raise Refusal(429, "Too much to say", "The persona has too much to say already")
        return Response(status_code=204)

    @router.post("/v1/sessions/{session_id}/stop")
    async def stop_session(session_id: str, credentials: _Credentials) -> dict[str, str]:
        """End a session now (section 1.4)."""
        _check_key(credentials, api_key)
        if not registry.stop(session_id):
            raise Refusal(404, "Not found", "No such session")
        return {}

    @router.get(SESSIONS_PATH)
    async def observe_sessions(credentials: _Credentials) -> list[SessionReport]:
        """What each session is doing, for developers and tests."""
        _check_key(credentials, api_key)
        return [report(session) for session in registry.all()]

    @router.post(SESSIONS_PATH + "/{session_id}/persona-config", status_code=204)
    async def update_persona(
        session_id: str, body: dict[str, JsonValue], credentials: _Credentials
    ) -> Response:
        """Change fields of the persona's configuration while it talks, for developers and tests."""
        _check_key(credentials, api_key)
        session = registry.find(session_id)
        if session is None:
            raise Refusal(404, "Not found", "No such session")
        session.pipeline.dialogue.update(body)
        return Response(status_code=204)

    @router.get("/healthz")
    async def health() -> Health:
        """Whether the engine is up."""
        capacity = registry.capacity
        return Health(
            sessions=len(registry.all()),
            full=registry.full,
            cores=capacity.cores,
            cores_used=round(capacity.cores_used, 3),
            lateness_ms=round(capacity.lateness * 1000, 1),
        )

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
    persona_config, options = body.persona_config, body.session_options
    if not _is_key(credentials, api_key):
        try:
            grant = tokens.check(credentials.credentials if credentials else "")
        except TokenRefused as error:
            raise Refusal(401, "Unauthorized", str(error)) from None
        persona_config = grant.persona_config or persona_config
        # What the token says, its bearer cannot change.
        options = {**(options or {}), **(grant.session_options or {})}
    if persona_config is None:
        raise Refusal(400, "Bad request", "personaConfig is missing")
    return _choose(persona_config, options, body.environment)


def _choose(
    persona_config: dict[str, Any], options: dict[str, Any] | None, environment: dict[str, Any] | None
) -> PersonaChoice:
    try:
        return choose(persona_config, options, environment)
    except UnknownPersona as error:
        raise Refusal(404, "Not found", str(error)) from None
    except BadPersonaConfig as error:
        raise Refusal(400, "Bad request", str(error)) from None
