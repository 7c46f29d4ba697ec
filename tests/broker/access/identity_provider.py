"""An identity provider for tests: keys of every kind, tokens that they sign, and the set it publishes."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

ISSUER = "https://id.example/"
AUDIENCE = "personas"
JWKS_URL = "https://id.example/keys"
PUBLISHED: dict[str, Callable[[Any], str]] = {
    "RS": RSAAlgorithm.to_jwk,
    "ES": ECAlgorithm.to_jwk,
    "Ed": OKPAlgorithm.to_jwk,
}
CURVES: dict[str, Callable[[], ec.EllipticCurve]] = {
    "ES256": ec.SECP256R1,
    "ES384": ec.SECP384R1,
    "ES512": ec.SECP521R1,
}


@dataclass(frozen=True)
class SigningKey:
    """A private key, its name and what it signs with."""

    kid: str | None
    algorithm: str
    private: Any

    @property
    def pem(self) -> bytes:
        pem: bytes = self.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        return pem

    @property
    def jwk(self) -> dict[str, Any]:
        """As it is published."""
        jwk: dict[str, Any] = json.loads(PUBLISHED[self.algorithm[:2]](self.private.public_key()))
        jwk.pop("key_ops", None)
        return jwk | {"use": "sig"} | ({"kid": self.kid} if self.kid else {})

    def token(self, headers: dict[str, Any] | None = None, **claims: Any) -> str:
        """A good token but for ``claims``; one that is None is left out."""
        return jwt.encode(
            whole(claims),
            self.private,
            self.algorithm,
            {"kid": self.kid} | (headers or {}) if self.kid else headers,
        )


def whole(claims: dict[str, Any]) -> dict[str, Any]:
    """Those of a good token but for ``claims``; a span is so long from now."""
    now = int(time.time())
    usual = {"iss": ISSUER, "aud": AUDIENCE, "sub": "ann", "iat": now, "exp": now + 600}
    told = {name: value for name, value in (usual | claims).items() if value is not None}
    return {
        name: now + int(value.total_seconds()) if isinstance(value, timedelta) else value
        for name, value in told.items()
    }


def new_key(algorithm: str = "RS256", kid: str | None = "k1", bits: int = 2048) -> SigningKey:
    if algorithm == "EdDSA":
        return SigningKey(kid, algorithm, ed25519.Ed25519PrivateKey.generate())
    if algorithm in CURVES:
        return SigningKey(kid, algorithm, ec.generate_private_key(CURVES[algorithm]()))
    return SigningKey(kid, algorithm, rsa.generate_private_key(65537, bits))


@dataclass
class Provider(httpx.AsyncBaseTransport):
    """Publishes ``keys``, or does as it is told; notes when it was asked."""

    keys: list[dict[str, Any]]
    act: Callable[[httpx.Request], Awaitable[httpx.Response]] | None = None
    asked: list[float] = field(default_factory=list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(asyncio.get_running_loop().time())
        if self.act:
            return await self.act(request)
        return httpx.Response(200, content=streamed(json.dumps({"keys": self.keys}).encode()))


async def streamed(body: bytes) -> AsyncIterator[bytes]:
    """``body`` as it comes from a network."""
    yield body
