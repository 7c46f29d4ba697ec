"""What the broker's file of rules says: who may ask, for whom, how much, what is handed on (README.md)."""

import re
from datetime import timedelta
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    RedisDsn,
    field_validator,
    model_validator,
)

from viewer.broker.persona_definition import PersonaConfigJson, SessionOptionsJson

Network: TypeAlias = IPv4Network | IPv6Network
Algorithm: TypeAlias = Literal[
    "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "EdDSA"
]

# How a client names a persona: an alias of the file, or an ID of the service.
PersonaName: TypeAlias = Annotated[str, Field(min_length=1, max_length=200)]


def _origin(text: str) -> str:
    """An origin as browsers spell it (RFC 6454 section 6.2)."""
    if not re.fullmatch(r"https?://(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:[0-9]{1,5})?", text):
        raise ValueError("an origin looks like https://app.example, in lower case and without a path")
    if re.fullmatch(r"(http://.*:80|https://.*:443)", text):
        raise ValueError("an origin is written without the port that is usual for it")
    return text


def _host_name(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+", text):
        raise ValueError("a host is a name or an address, without scheme and port")
    return text


class _Rules(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class JwtRules(_Rules):
    """Tokens that the company's identity provider signs (RFC 7519). Exactly one source of keys."""

    issuer: str = Field(min_length=1)
    audience: str = Field(min_length=1)
    algorithms: tuple[Algorithm, ...] = Field(("RS256",), min_length=1)
    jwks_url: HttpUrl | None = None
    """Where the provider publishes its keys (RFC 7517); https, or http of this computer."""
    key_file: Path | None = None
    """A public key in PEM; with HS256 to HS512 the secret that both sides know."""
    client_claim: str = "sub"
    """Whose limits count."""
    personas_claim: str | None = None
    """The personas that this client may have, a list of texts; without it all of the broker's."""
    leeway: timedelta = Field(timedelta(seconds=30), ge=timedelta(0), le=timedelta(minutes=10))

    @field_validator("jwks_url")
    @classmethod
    def _is_safe(cls, url: HttpUrl | None) -> HttpUrl | None:
        # Whoever can change the keys on their way can sign.
        here = r"localhost|127(\.[0-9]{1,3}){3}|\[::1\]"
        if url and url.scheme != "https" and not re.fullmatch(here, url.host or ""):
            raise ValueError("keys are fetched by https; by http from this computer only")
        if url and (url.username or url.password):
            raise ValueError("a URL of keys has no user name and no password")
        return url

    @model_validator(mode="after")
    def _has_keys(self) -> "JwtRules":
        if (self.jwks_url is None) == (self.key_file is None):
            raise ValueError("either jwks_url or key_file is needed, and not both")
        symmetric = {algorithm.startswith("HS") for algorithm in self.algorithms}
        # One key for both would let anybody who has the public one sign.
        if symmetric == {True, False} or (True in symmetric and self.key_file is None):
            raise ValueError("HS256 to HS512 need a key_file of their own, with no other algorithms")
        return self


class AccessRules(_Rules):
    """Who may ask."""

    mode: Literal["open", "tokens", "jwt"] = "open"
    tokens: Path = Path("clients.json")
    """The clients of mode ``tokens``, which “broker token” writes; beside the file of rules."""
    jwt: JwtRules | None = None
    hosts: tuple[Annotated[str, AfterValidator(_host_name)], ...] = ()
    """Names that the broker is called by, besides the address it listens on."""
    origins: tuple[Annotated[str, AfterValidator(_origin)], ...] = ()
    """Pages that may call it from a browser, such as ``https://app.example``; without them none."""
    trusted_proxies: tuple[Network, ...] = ()
    """Whose ``X-Forwarded-For`` is believed."""

    @model_validator(mode="after")
    def _mode_is_whole(self) -> "AccessRules":
        if (self.mode == "jwt") != (self.jwt is not None):
            raise ValueError("the mode jwt needs the table access.jwt, and no other mode has one")
        return self


class PersonaRules(_Rules):
    """A persona of this broker: one that the service stores, or one that is defined here."""

    alias: PersonaName
    id: PersonaName | None = None
    name: str = ""
    """What people see; default: the service's, or the alias."""
    description: str = ""
    config: PersonaConfigJson | None = None
    """``personaConfig`` of section 1.1 of the protocol, in its spelling."""
    session_options: SessionOptionsJson = Field(default_factory=dict)
    """``sessionOptions`` of the same. The replay is off unless it is switched on here."""

    @model_validator(mode="after")
    def _is_one(self) -> "PersonaRules":
        if (self.id is None) == (self.config is None):
            raise ValueError("a persona has either an id or a config")
        return self


class Allowance(_Rules):
    """How much; None is without a limit."""

    requests_a_minute: int | None = Field(None, ge=1)
    sessions: int | None = Field(None, ge=1)
    """At one time."""
    minutes_a_day: int | None = Field(None, ge=1)
    """Of sessions, by the day of UTC on which they began."""

    @property
    def is_limited(self) -> bool:
        """Whether there is a limit at all."""
        limits = (self.requests_a_minute, self.sessions, self.minutes_a_day)
        return any(limit is not None for limit in limits)

    def and_not_more_than(self, other: "Allowance") -> "Allowance":
        """The smaller of each."""
        return _smaller_of_each(self, other)


# Of all clients, these are few.
@lru_cache(maxsize=1024)
def _smaller_of_each(one: Allowance, other: Allowance) -> Allowance:
    return Allowance(
        requests_a_minute=_smaller(one.requests_a_minute, other.requests_a_minute),
        sessions=_smaller(one.sessions, other.sessions),
        minutes_a_day=_smaller(one.minutes_a_day, other.minutes_a_day),
    )


def _smaller(a: int | None, b: int | None) -> int | None:
    return min((limit for limit in (a, b) if limit is not None), default=None)


class LimitRules(_Rules):
    """How much, of each client and in all."""

    client: Allowance = Allowance()
    all: Allowance = Allowance()
    session_seconds: int | None = Field(None, ge=1)
    """How long a session may be, whatever its persona says."""
    redis: RedisDsn | None = None
    """Where several brokers count together; None: this one counts by itself."""
    without_redis: Literal["refuse", "allow"] = "refuse"
    """While Redis cannot be reached: refuse all requests, or allow them, with each broker counting alone."""

    @model_validator(mode="after")
    def _minutes_can_be_counted(self) -> "LimitRules":
        counts_minutes = self.client.minutes_a_day or self.all.minutes_a_day
        if counts_minutes and self.session_seconds is None:
            # Each session takes its whole length out of the day when it begins, and gives back what is left.
            raise ValueError("minutes_a_day needs session_seconds, or the first session takes the whole day")
        return self


class PictureRules(_Rules):
    """The personas' pictures and idle loops, which the broker keeps."""

    folder: Path | None = None
    """None: the user's folder for caches."""
    max_megabytes: int = Field(200, ge=1)


class GatewayRules(_Rules):
    """The way through the broker for networks that let no other host through (section 4)."""

    mode: Literal["off", "offered", "required"] = "off"


class Rules(_Rules):
    """The whole file."""

    access: AccessRules = AccessRules()
    personas: tuple[PersonaRules, ...] = ()
    any_persona: bool = True
    """Whether clients may also name IDs of the service that are not listed. Default: only if none is."""
    limits: LimitRules = LimitRules()
    pictures: PictureRules = PictureRules()
    gateway: GatewayRules = GatewayRules()

    @model_validator(mode="before")
    @classmethod
    def _a_list_is_all(cls, data: Any) -> Any:
        return {"any_persona": not data.get("personas"), **data} if isinstance(data, dict) else data

    @model_validator(mode="after")
    def _aliases_are_unique(self) -> "Rules":
        ids = {persona.id for persona in self.personas}
        seen: set[str] = set()
        for persona in self.personas:
            if persona.alias in seen:
                raise ValueError(f"two personas have the alias “{persona.alias}”")
            if persona.alias in ids and persona.alias != persona.id:
                raise ValueError(f"“{persona.alias}” is the alias of one persona and the id of another")
            seen.add(persona.alias)
        return self


NO_RULES: Final = Rules()
"""Those of a broker without a file."""
