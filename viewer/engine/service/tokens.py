"""Session tokens: JWTs that only the engine that issued them accepts."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import jwt

LIFETIME: Final = 3600.0
_ALGORITHM: Final = "HS256"


class TokenRefused(Exception):
    """The token is not one of ours, was tampered with, or has expired. The text says which."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token entitles to. ``persona_config`` is None in tokens of the older form."""

    persona_config: dict[str, Any] | None
    session_options: dict[str, Any] | None = None


class TokenIssuer:
    """Issues and checks tokens. The key is random, so a restart makes every token invalid.

    ``now`` gives the seconds since 1970.
    """

    def __init__(self, lifetime: float = LIFETIME, now: Callable[[], float] = time.time) -> None:
        self._lifetime = lifetime
        self._now = now
        self._key = secrets.token_bytes(32)

    def issue(
        self, persona_config: dict[str, Any] | None, session_options: dict[str, Any] | None = None
    ) -> str:
        """A token for a session with that persona and those options."""
        stored = persona_config is not None and bool(persona_config.get("personaId"))
        claims = {
            "type": "stateful" if stored else "ephemeral",
            "accountId": "local",
            "exp": int(self._now() + self._lifetime),
            "jti": secrets.token_hex(8),
            "personaConfig": persona_config,
            "sessionOptions": session_options,
        }
        return jwt.encode(claims, self._key, algorithm=_ALGORITHM)

    def check(self, token: str) -> Grant:
        """What ``token`` entitles to.

        Raises:
            TokenRefused
        """
        try:
            claims = jwt.decode(
                token,
                self._key,
                algorithms=[_ALGORITHM],
                options={"require": ["exp", "type"], "verify_exp": False},
            )
        except jwt.InvalidTokenError:
            raise TokenRefused("The key or session token is not valid") from None
        # Not by PyJWT, which knows only one clock.
        if claims["exp"] <= self._now():
            raise TokenRefused("The session token has expired")
        return Grant(claims.get("personaConfig"), claims.get("sessionOptions"))
