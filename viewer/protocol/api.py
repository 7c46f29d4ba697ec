"""REST messages of broker and API (protocol/README.md sections 1 and 2)."""

from functools import lru_cache
from typing import Annotated, Any, Final, Literal, TypeVar
from urllib.parse import quote, urlsplit

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_serializer,
    model_validator,
)
from pydantic.alias_generators import to_camel

from viewer import errors
from viewer.protocol.codec import without_byte_order_mark, without_nulls
from viewer.protocol.refusals import Attempts, refusal_in_success
from viewer.protocol.text import plain

SESSION_PATH: Final = "/v1/engine/session"
TOKEN_PATH: Final = "/v1/auth/session-token"
CONCURRENCY_PATH: Final = "/v1/sessions/concurrency"
PERSONAS_PATH: Final = "/v1/personas"
CLIENT_NAME: Final = "persona-viewer"


def stop_path(session_id: str) -> str:
    """Where a running session is ended (section 1.4)."""
    return f"/v1/sessions/{quote(session_id, safe='')}/stop"


class WireModel(BaseModel):
    """camelCase on the wire, snake_case here; unknown fields are kept and passed on."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="allow", frozen=True)


class LooseModel(WireModel):
    """What others write: null is as good as missing."""

    @model_validator(mode="before")
    @classmethod
    def _null_is_missing(cls, data: Any) -> Any:
        return without_nulls(data)


def _as_tuple(urls: Any) -> Any:
    return (urls,) if isinstance(urls, str) else urls


class IceServer(LooseModel):
    """A W3C ``RTCIceServer``; a single URL on the wire becomes a tuple of one."""

    urls: Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
    username: str | None = None
    credential: str | None = Field(default=None, repr=False)


class ClientConfig(LooseModel):
    """How the engine wants to be spoken to. Missing numbers mean 5; the Kotlin client has other names for
    them.
    """

    heartbeat_interval_seconds: float = Field(
        default=5,
        gt=0,
        le=3600,
        strict=True,
        validation_alias=AliasChoices("heartbeatIntervalSeconds", "expectedHeartbeatIntervalSecs"),
    )
    max_ws_reconnection_attempts: int = Field(
        default=5,
        ge=0,
        le=1000,
        strict=True,
        validation_alias=AliasChoices("maxWsReconnectionAttempts", "maxWsReconnectAttempts"),
    )
    ice_servers: tuple[IceServer, ...] = ()
    ice_transport_policy: Literal["all", "relay"] = "all"

    @field_serializer("heartbeat_interval_seconds")
    def _whole(self, seconds: float) -> int | float:
        """Clients in typed languages read an integer: 5.0 would not be one."""
        return int(seconds) if seconds == int(seconds) else seconds


@lru_cache(256)  # as the engine's hosts come again and again, and names take long to check
def _host(value: str) -> str:
    """What can be resolved and connected to."""
    parts = urlsplit(f"//{value}")
    (parts.hostname or "").encode("idna")
    if parts.hostname is None or parts.port == 0:  # out of range, it raises
        raise ValueError("no host")
    return value


class SessionInfo(LooseModel):
    """What the API answers to a started session (section 1.2)."""

    session_id: str = Field(min_length=1, max_length=1000)
    region: str | None = None
    engine_host: Annotated[
        str,
        Field(max_length=2000, pattern=r"^[^\s\x00-\x20/@?#]+(/[^\s\x00-\x20?#]*)?$"),
        AfterValidator(_host),
    ]
    engine_protocol: Literal["http", "https"]
    signalling_endpoint: str = Field(default="/ws", max_length=2000, pattern=r"^/[^\s\x00-\x20?#]*$")
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


class Gateway(WireModel):
    """The broker passes on what is for the session's engine (section 4), for networks that let no other host
    through: ``path`` is under the broker's URL.
    """

    path: str = Field(max_length=200, pattern=r"^/[A-Za-z0-9._~/-]*$")
    required: bool = False


def _if_ours(value: Any) -> Any:
    """Others may mean something else by that name."""
    try:
        return Gateway.model_validate(value)
    except ValidationError:
        return None


def _if_seconds(value: Any) -> int | None:
    """Others may mean something else by that name, too."""
    return value if type(value) is int and 0 < value < 10**9 else None


class BrokerSession(SessionInfo):
    """What a broker answers (section 2): the session and its token, if the broker made one, whether it wants
    to be told of the session's end, how long the session may be, if it knows, and how often it asked for it.
    """

    session_token: str | None = Field(default=None, min_length=1, repr=False)
    wants_stop: Annotated[bool, BeforeValidator(lambda said: said is True)] = False
    gateway: Annotated[Gateway | None, BeforeValidator(_if_ours)] = None
    max_session_length_seconds: Annotated[int | None, BeforeValidator(_if_seconds)] = None
    attempts: Attempts = 1

    @property
    def secrets(self) -> tuple[str, ...]:
        """What of it nobody may ever see."""
        credentials = (server.credential for server in self.client_config.ice_servers)
        return tuple(secret for secret in (self.session_token, *credentials) if secret)


class Concurrency(LooseModel):
    """What the service says of the account's sessions (section 1.4): advice, not a promise."""

    active: int | None = Field(default=None, ge=0)
    estimated_wait_seconds: float | None = Field(default=None, ge=0, allow_inf_nan=False)


class BrokerRequest(WireModel):
    """What a viewer asks of a broker (section 2)."""

    persona_id: str = Field(min_length=1, max_length=200, pattern=r"\S")


class SessionTokenRequest(LooseModel):
    """Section 1.1, the ``POST`` form."""

    persona_config: dict[str, Any]
    session_options: dict[str, Any] | None = None
    client_label: str | None = None
    environment: dict[str, Any] | None = None


class SessionTokenAnswer(LooseModel):
    """Section 1.1, 200."""

    # It is sent on in a header.
    session_token: str = Field(min_length=1, pattern=r"^[\x20-\x7e]+$", repr=False)


class StartSessionRequest(LooseModel):
    """Section 1.2. ``persona_config`` travels here with tokens of the older form, or with an API key."""

    client_metadata: dict[str, Any] = Field(default_factory=dict)
    persona_config: dict[str, Any] | None = None
    session_options: dict[str, Any] | None = None
    client_label: str | None = None
    environment: dict[str, Any] | None = None


Answer = TypeVar("Answer", bound=WireModel)


def parse_answer(model: type[Answer], body: bytes) -> Answer:
    """``body`` as ``model``.

    Raises:
        errors.SessionRefused: it is a refusal, whatever its status.
        errors.BadAnswer: not JSON, or fields missing or wrong. The sentence names fields, never values.
    """
    try:
        return model.model_validate_json(without_byte_order_mark(body))
    except ValidationError as error:
        raise _why_not(error, body) from None


def check_answer(model: type[Answer], fields: dict[str, Any], body: bytes) -> Answer:
    """As :func:`parse_answer`, where ``body`` has been read as ``fields``."""
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise _why_not(error, body) from None


def _why_not(error: ValidationError, body: bytes) -> errors.ViewerError:
    first = error.errors(include_input=False, include_url=False)[0]
    if first["type"] == "json_invalid":
        return errors.BadAnswer("The answer is not JSON.")
    if first["type"] == "missing" and (why := _why_missing(first["loc"], body)):
        return why
    field = plain(".".join(str(part) for part in first["loc"]), 80)
    if not field:
        return errors.BadAnswer("The answer is not a JSON object.")
    return errors.BadAnswer(f"The answer's field {field} is missing or wrong.")


def _why_missing(field: tuple[int | str, ...], body: bytes) -> errors.ViewerError | None:
    if field in (("sessionId",), ("sessionToken",)) and (refused := refusal_in_success(body)):
        return refused
    if field == ("engineHost",):
        return errors.BadAnswer(
            "This session is in another service's room, which cannot be joined here.",
            hint="Ask the broker's operator for a persona whose sessions need no LiveKit or Agora.",
        )
    return None
