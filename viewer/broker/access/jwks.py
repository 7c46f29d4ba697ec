"""The public keys of an identity provider (RFC 7517), fetched beside the requests and never in their way."""

import asyncio
import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import httpx
from jwt import PyJWK, PyJWTError

from viewer.broker.access.refusals import provider_silent
from viewer.broker.rules import Algorithm
from viewer.serving.upstream_client import upstream_client
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)

FETCH_SECONDS: Final = 5.0
MAX_BYTES: Final = 256 << 10
MAX_KEYS: Final = 100
# Seconds after which keys are asked for anew, so that one which was withdrawn is noticed.
REFRESH_EVERY: Final = 300.0
# The least time between two times of asking, whatever clients show.
ASK_EVERY: Final = 30.0
# For so long the keys are used while the provider does not answer; then nobody is let in.
STALE_AFTER: Final = 3600.0

_Name: TypeAlias = tuple[str, str]
"""A key's ``kid`` and the algorithm that it is used with."""

_FAMILIES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "RS": ("RSA", ("",)),
    "ES256": ("EC", ("P-256",)),
    "ES384": ("EC", ("P-384",)),
    "ES512": ("EC", ("P-521",)),
    "EdDSA": ("OKP", ("Ed25519", "Ed448")),
}
_MIN_RSA_BITS: Final = 2048


class ProviderKeys:
    """The keys at ``url`` that fit ``algorithms``. Use from one event loop.

    Args:
        transport: how to reach the provider; None for the network.
    """

    def __init__(
        self, url: str, algorithms: Sequence[Algorithm], transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._url = url
        self._algorithms = algorithms
        # Making it loads certificates, which takes long; it is done once, before anybody asks.
        self._http = upstream_client(
            url,
            transport=transport,
            timeout=FETCH_SECONDS,
            follow_redirects=False,
            # Unpacked, an answer may be a thousand times as long as what came.
            headers={"Accept": "application/json", "Accept-Encoding": "identity"},
        )
        self._keys: dict[_Name, Any] = {}
        self._fetched: float | None = None
        self._asked: float | None = None
        self._fetching: asyncio.Task[None] | None = None
        self._tasks = BackgroundTasks("jwks")

    async def start(self) -> None:
        """Ask for the keys, and again and again. Returns at once."""
        self._tasks.spawn("refresh", self._refresh())

    async def close(self) -> None:
        """Ask no more."""
        await self._tasks.cancel()
        await self._http.aclose()

    @property
    def problem(self) -> str:
        """Why there is nothing to check tokens with, in a sentence; "" if there is."""
        if self._is_stale():
            return "The identity provider's keys could not be fetched."
        return "" if self._keys else "The identity provider has no key that fits access.jwt.algorithms."

    async def find(self, kid: str | None, algorithm: str) -> Any | None:
        """The key ``kid`` for ``algorithm``; None: there is no such key. Without ``kid``, the only one there
        is. Who knows the key gets it at once; who does not may have to wait for :data:`FETCH_SECONDS`.

        Raises:
            SessionNotGranted: there are no keys to look into.
        """
        key = self._known(kid, algorithm)
        if key is None:
            await self._fetch_once()
            key = self._known(kid, algorithm)
        if key is None and self._is_stale():
            raise provider_silent(ASK_EVERY)
        return key

    def _known(self, kid: str | None, algorithm: str) -> Any | None:
        if self._is_stale():
            return None
        if kid is not None:
            return self._keys.get((kid, algorithm))
        fitting = [key for (_, its), key in self._keys.items() if its == algorithm]
        return fitting[0] if len(fitting) == 1 else None

    def _is_stale(self) -> bool:
        now = asyncio.get_running_loop().time()
        return self._fetched is None or now - self._fetched > STALE_AFTER

    async def _refresh(self) -> None:
        while True:
            await self._fetch_once()
            await asyncio.sleep(ASK_EVERY if self._is_overdue() else REFRESH_EVERY)

    def _is_overdue(self) -> bool:
        now = asyncio.get_running_loop().time()
        return self._fetched is None or now - self._fetched > REFRESH_EVERY

    async def _fetch_once(self) -> None:
        """Wait for the keys that are being fetched; if they are not, fetch them, but not too often."""
        now = asyncio.get_running_loop().time()
        if self._fetching is None or self._fetching.done():
            if self._asked is not None and now - self._asked < ASK_EVERY:
                return
            self._asked = now
            self._fetching = self._tasks.spawn("fetch", self._fetch())
        await asyncio.wait([self._fetching])

    async def _fetch(self) -> None:
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                body = await self._body()
            self._keys = usable_keys(body, self._algorithms)
        except (httpx.HTTPError, TimeoutError, ValueError) as error:
            _log.error("the identity provider's keys could not be fetched: %s", str(error) or "no answer")
            return
        self._fetched = asyncio.get_running_loop().time()
        if not self._keys:
            _log.error("the identity provider has no key that fits access.jwt.algorithms")

    async def _body(self) -> bytes:
        body = bytearray()
        async with self._http.stream("GET", self._url) as response:
            if response.status_code != 200:
                raise ValueError(f"it answers {response.status_code}")
            if response.headers.get("Content-Encoding", "identity") != "identity":
                raise ValueError("it packed its answer, which it was asked not to")
            async for piece in response.aiter_raw():
                body += piece
                if len(body) > MAX_BYTES:
                    raise ValueError("its answer is too long")
        return bytes(body)


def usable_keys(body: bytes, algorithms: Sequence[Algorithm]) -> dict[_Name, Any]:
    """The keys of the set ``body`` that may check signatures by one of ``algorithms``. Others are left out,
    and so is what is no key.

    Raises:
        ValueError: it is no set of keys.
    """
    try:
        found = json.loads(body)
    except RecursionError:
        raise ValueError("its answer is nested too deeply") from None
    if not isinstance(found, dict) or not isinstance(found.get("keys"), list):
        raise ValueError("its answer is no set of keys (RFC 7517)")
    keys: dict[_Name, Any] = {}
    for number, jwk in enumerate(found["keys"][:MAX_KEYS]):
        if not isinstance(jwk, dict) or not _is_for_checking(jwk):
            continue
        kid = jwk.get("kid", f"\x00{number}")  # one without a name is found by nobody who names one
        for algorithm in algorithms:
            if isinstance(kid, str) and _fits(jwk, algorithm) and (key := _loaded(jwk, algorithm)):
                keys.setdefault((kid, algorithm), key)
    return keys


def _is_for_checking(jwk: dict[str, Any]) -> bool:
    operations = jwk.get("key_ops")
    return jwk.get("use", "sig") == "sig" and (
        operations is None or (isinstance(operations, list) and "verify" in operations)
    )


def _fits(jwk: dict[str, Any], algorithm: Algorithm) -> bool:
    """Whether a key may be used with ``algorithm``. Secrets (``oct``) never: what is published is none."""
    family = _FAMILIES.get(algorithm) or _FAMILIES.get(algorithm[:2])
    if family is None or jwk.get("alg", algorithm) != algorithm:
        return False
    return jwk.get("kty") == family[0] and jwk.get("crv", "") in family[1]


def _loaded(jwk: dict[str, Any], algorithm: Algorithm) -> Any | None:
    try:
        key = PyJWK(jwk, algorithm).key
    except (PyJWTError, ValueError, TypeError, KeyError) as error:
        _log.warning("a key of the identity provider cannot be used: %s", type(error).__name__)
        return None
    if getattr(key, "key_size", _MIN_RSA_BITS) < _MIN_RSA_BITS and algorithm.startswith("RS"):
        _log.warning("a key of the identity provider is too short")
        return None
    # It published what only it should know; its public half serves.
    return key.public_key() if hasattr(key, "private_bytes") else key
