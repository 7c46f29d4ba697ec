"""REST messages of broker and API (protocol/README.md sections 1 and 2) and their error table."""

from collections.abc import Mapping
from http.client import responses
from typing import Annotated, Any, Final, Literal, TypeVar
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from viewer import errors
from viewer.protocol.text import plain

SESSION_PATH: Final = "/v1/engine/session"
TOKEN_PATH: Final = "/v1/auth/session-token"
CLIENT_NAME: Final = "persona-viewer"


class WireModel(BaseModel):
    """camelCase on the wire, snake_case here; unknown fields are kept and passed on."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="allow", frozen=True)


def _as_tuple(urls: Any) -> Any:
    return (urls,) if isinstance(urls, str) else urls


class IceServer(WireModel):
    """A W3C ``RTCIceServer``; a single URL on the wire becomes a tuple of one."""

    urls: Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
    username: str | None = None
    credential: str | None = Field(default=None, repr=False)


class ClientConfig(WireModel):
    """How the engine wants to be spoken to. Missing numbers mean 5."""

    heartbeat_interval_seconds: float = Field(default=5, gt=0, le=3600, strict=True)
    max_ws_reconnection_attempts: int = Field(default=5, ge=0, le=1000, strict=True)
    ice_servers: tuple[IceServer, ...] = ()
    ice_transport_policy: Literal["all", "relay"] = "all"


def _host(value: str) -> str:
    """What can be resolved and connected to."""
    parts = urlsplit(f"//{value}")
    (parts.hostname or "").encode("idna")
    if parts.hostname is None or parts.port == 0:  # out of range, it raises
        raise ValueError("no host")
    return value


class SessionInfo(WireModel):
    """What the API answers to a started session (section 1.2)."""

    session_id: str = Field(min_length=1, max_length=1000)
    region: str | None = None
    engine_host: Annotated[
        str,
        Field(max_length=2000, pattern=r"^[^\s\x00-\x20/@?#]+(/[^\s\x00-\x20?#]*)?$"),
        AfterValidator(_host),
    ]
    engine_protocol: Literal["http", "https"]
    signalling_endpoint: str = Field(max_length=2000, pattern=r"^/[^\s\x00-\x20?#]*$")
    client_config: ClientConfig

    @property
    def signalling_url(self) -> str:
        """The WebSocket's URL (section 4): the host without its path, plus the endpoint."""
        scheme = "wss" if self.engine_protocol == "https" else "ws"
        host = self.engine_host.partition("/")[0]
        return f"{scheme}://{host}{self.signalling_endpoint}?session_id={quote(self.session_id, safe='')}"

    @property
    def talk_url(self) -> str:
        """The URL of ``/talk`` (section 3): here the host's path counts."""
        host = self.engine_host.rstrip("/")
        return f"{self.engine_protocol}://{host}/talk?session_id={quote(self.session_id, safe='')}"


class BrokerSession(SessionInfo):
    """What a broker answers (section 2): the session and its token."""

    session_token: str = Field(min_length=1, repr=False)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What of it nobody may ever see."""
        credentials = (server.credential for server in self.client_config.ice_servers)
        return (self.session_token, *(credential for credential in credentials if credential))


class BrokerRequest(WireModel):
    """What a viewer asks of a broker (section 2)."""

    persona_id: str = Field(min_length=1, max_length=200, pattern=r"\S")


class SessionTokenRequest(WireModel):
    """Section 1.1, the ``POST`` form."""

    persona_config: dict[str, Any]
    session_options: dict[str, Any] | None = None
    client_label: str | None = None


class SessionTokenAnswer(WireModel):
    """Section 1.1, 200."""

    session_token: str = Field(min_length=1, repr=False)


class StartSessionRequest(WireModel):
    """Section 1.2. ``persona_config`` travels here with tokens of the older form, or with an API key."""

    client_metadata: dict[str, Any] = Field(default_factory=dict)
    persona_config: dict[str, Any] | None = None
    session_options: dict[str, Any] | None = None
    client_label: str | None = None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


class ErrorAnswer(WireModel):
    """The body of every answer that is not a success (section 1.3). ``hint`` is our own broker's."""

    error: Annotated[str, BeforeValidator(_text)] = ""
    message: Annotated[str, BeforeValidator(_text)] = ""
    hint: Annotated[str, BeforeValidator(_text)] = ""


Answer = TypeVar("Answer", bound=WireModel)


def parse_answer(model: type[Answer], body: bytes) -> Answer:
    """``body`` as ``model``.

    Raises:
        errors.BadAnswer: not JSON, or fields missing or wrong. The sentence names fields, never values.
    """
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        if first["type"] == "json_invalid":
            raise errors.BadAnswer("The answer is not JSON.") from None
        field = plain(".".join(str(part) for part in first["loc"]), 80)
        if not field:
            raise errors.BadAnswer("The answer is not a JSON object.") from None
        raise errors.BadAnswer(f"The answer's field {field} is missing or wrong.") from None


def refusal(status: int, body: bytes) -> errors.SessionRefused:
    """The error table of section 1.3: the failure that ``status`` and the JSON ``body`` stand for."""
    answer = parse_error(body)
    match status:
        case 400 | 404 | 422:
            kind: type[errors.SessionRefused] = errors.InvalidRequest
        case 401 | 403:
            kind = errors.KeyRefused
        case 402:
            kind = errors.NoPlan
        case 429:
            kind = _LIMITS.get(answer.error, errors.UsageLimit)
        case 503:
            kind = errors.ServiceBusy
        case _:
            kind = errors.ServerError
    said = plain(answer.message or answer.error, 300).strip().rstrip(".")
    known = kind.default_message.rstrip(".")
    if not said or said in known or said in _LIMITS or said == responses.get(status):
        return kind()
    # What a gateway reports is no error of the service, so the service's hint is of no use.
    if status in _GATEWAY:
        return kind(f"{said}.", hint=plain(answer.hint, 300).strip() or None)
    # A broker that wrote a whole sentence of ours is not quoted inside that same sentence.
    if said.startswith(known):
        return kind(f"{said}.")
    return kind(f"{known}: {said}.")


def parse_error(body: bytes) -> ErrorAnswer:
    """``body`` as an error answer; whatever is not there, or is not text, is empty."""
    try:
        return ErrorAnswer.model_validate_json(body)
    except ValidationError:
        return ErrorAnswer()


_LIMITS: Final[Mapping[str, type[errors.SessionRefused]]] = {
    "Concurrent session limit reached": errors.ConcurrencyLimit,
    "Spend cap reached": errors.SpendCapReached,
}

_GATEWAY: Final = frozenset({502, 504})
