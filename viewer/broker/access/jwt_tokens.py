"""Clients that show a token which the company's identity provider signed (``mode = "jwt"``, RFC 7519)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import httpx
import jwt
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from viewer.broker.access import refusals
from viewer.broker.access.jwks import ProviderKeys
from viewer.broker.caller import Caller
from viewer.broker.rules import Algorithm, JwtRules
from viewer.errors import UsageError
from viewer.serving.private_file import read_private

MAX_TOKEN_LENGTH: Final = 16_384
_MAX_NAME_LENGTH: Final = 200
_MAX_PERSONAS: Final = 1000
_MIN_RSA_BITS: Final = 2048

_CURVES: Final = {"ES256": 256, "ES384": 384, "ES512": 521}
_REASONS: Final[Mapping[type[Exception], str]] = {
    jwt.ExpiredSignatureError: "it has expired",
    jwt.ImmatureSignatureError: "it is not valid yet",
    jwt.InvalidAudienceError: "it is meant for somebody else",
    jwt.InvalidIssuerError: "it is from another identity provider",
    jwt.InvalidAlgorithmError: "it is signed in a way that is not allowed here",
    jwt.InvalidSignatureError: "its signature is wrong",
    jwt.MissingRequiredClaimError: "it does not say all that it has to",
}


class JwtTokens:
    """Checks tokens as ``rules`` say. Reads the file of the key, if there is one, at once, and blocks for it;
    then use it from one event loop.

    Args:
        transport: how to reach the identity provider; None for the network.

    Raises:
        UsageError: the file holds no key that fits.
    """

    def __init__(self, rules: JwtRules, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._rules = rules
        self._key = _read_key(rules.key_file, rules.algorithms) if rules.key_file else None
        self._provider = (
            ProviderKeys(str(rules.jwks_url), rules.algorithms, transport) if rules.jwks_url else None
        )
        self._reader = jwt.PyJWT()

    @property
    def problem(self) -> str:
        """Why no token can be checked now, in a sentence; "" if they can."""
        return self._provider.problem if self._provider else ""

    async def start(self) -> None:
        """Ask for the provider's keys from now on."""
        if self._provider:
            await self._provider.start()

    async def close(self) -> None:
        """Ask for them no more."""
        if self._provider:
            await self._provider.close()

    async def check(self, token: str | None) -> Caller:
        """Who shows ``token``.

        Raises:
            SessionNotGranted: it is not good here, or cannot be checked.
        """
        if token is None:
            raise refusals.token_missing()
        if len(token) > MAX_TOKEN_LENGTH:
            raise refusals.token_refused("it is too long")
        try:
            header = jwt.get_unverified_header(token)
        except (jwt.PyJWTError, ValueError):
            raise refusals.token_refused("it is not one of the identity provider") from None
        algorithm, kid = header.get("alg"), header.get("kid")
        # Before a key is looked for: the token does not choose how it is checked, the rules do.
        if algorithm not in self._rules.algorithms:
            raise refusals.token_refused(_REASONS[jwt.InvalidAlgorithmError])
        key = self._key
        if self._provider:
            key = await self._provider.find(kid, algorithm)
        if key is None:
            raise refusals.token_refused("it is signed with a key that the identity provider does not know")
        return self._caller(self._claims(token, key, algorithm))

    def _claims(self, token: str, key: Any, algorithm: str) -> dict[str, Any]:
        rules = self._rules
        try:
            return self._reader.decode(
                token,
                key,
                algorithms=[algorithm],
                audience=rules.audience,
                issuer=rules.issuer,
                leeway=rules.leeway,
                options={"require": ["exp", "iss", "aud"]},
            )
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError) as error:
            why = _REASONS.get(type(error), "it is not one that can be used")
            raise refusals.token_refused(why) from None

    def _caller(self, claims: dict[str, Any]) -> Caller:
        name = claims.get(self._rules.client_claim)
        if not isinstance(name, str) or not 0 < len(name) <= _MAX_NAME_LENGTH or not name.isprintable():
            raise refusals.token_refused(f"its claim {self._rules.client_claim} does not say whose it is")
        personas = None
        if claim := self._rules.personas_claim:
            personas = _texts(claims.get(claim))
            if personas is None:
                raise refusals.token_without_personas(claim)
        return Caller(name, personas=personas)


def _texts(value: Any) -> frozenset[str] | None:
    if not isinstance(value, list) or len(value) > _MAX_PERSONAS:
        return None
    return frozenset(value) if all(isinstance(text, str) for text in value) else None


def _read_key(file: Path, algorithms: tuple[Algorithm, ...]) -> Any:
    """The one key of ``file`` for all of ``algorithms``.

    Raises:
        UsageError: it holds none that fits.
    """
    file = file.expanduser()
    if algorithms[0].startswith("HS"):
        return _secret(file, read_private(file, "a secret").encode(), algorithms)
    try:
        key = load_pem_public_key(file.read_bytes())
    except OSError as error:
        raise UsageError(f"The key file {file} cannot be read: {error.strerror}.") from None
    except (ValueError, UnsupportedAlgorithm):
        raise UsageError(
            f"The file {file} holds no public key.", hint="It has to be in PEM form: BEGIN PUBLIC KEY."
        ) from None
    for algorithm in algorithms:
        if not _is_for(key, algorithm):
            raise UsageError(
                f"The key in {file} is not one for {algorithm}.",
                hint="Name its own algorithm in access.jwt.algorithms; RSA keys need 2048 bits.",
            )
    return key


def _secret(file: Path, secret: bytes, algorithms: tuple[Algorithm, ...]) -> bytes:
    # RFC 7518 section 3.2: a shorter one is easier to guess than the hash is to break.
    needed = max(int(algorithm[2:]) // 8 for algorithm in algorithms)
    if len(secret) < needed or secret.startswith(b"-----BEGIN"):
        raise UsageError(
            f"The file {file} holds no secret for {algorithms[0]}.",
            hint=f"It has to be at least {needed} characters of chance, as openssl rand -hex 32 makes them.",
        )
    return secret


def _is_for(key: Any, algorithm: Algorithm) -> bool:
    match key:
        case rsa.RSAPublicKey():
            return algorithm.startswith("RS") and key.key_size >= _MIN_RSA_BITS
        case ec.EllipticCurvePublicKey():
            return _CURVES.get(algorithm) == key.curve.key_size
        case ed25519.Ed25519PublicKey() | ed448.Ed448PublicKey():
            return algorithm == "EdDSA"
    return False
