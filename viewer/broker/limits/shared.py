"""Counters of several brokers, in Redis: rates by the library ``limits``, leases by one script."""

import json
import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from limits.aio.storage import RedisStorage
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as ConnectionLost
from redis.exceptions import RedisError

from viewer.broker.limits.counters import (
    ASKING_SECONDS,
    CLAIM_SECONDS,
    DAY,
    GIVE_UP_SECONDS,
    LEAST_SECONDS,
    LONGEST_WAIT,
    MAX_LEASES,
    MAX_STOPS,
    MINUTE,
    SETTLED_SECONDS,
    STOPPING_SECONDS,
    Claim,
    CountersDown,
    Due,
    Full,
    Live,
    Taken,
    Whose,
)
from viewer.redaction import redact

_PREFIX: Final = "persona-viewer:broker:"
_SCRIPT: Final = Path(__file__).with_name("leases.lua")
# A Redis that lives answers within milliseconds; nobody who asks for a session waits for a dead one.
_WITHIN: Final = 2.0
_CONNECTIONS: Final = 32


class SharedCounters:
    """See :class:`~viewer.broker.limits.counters.Counters`. Belongs to one event loop.

    Args:
        url: of the Redis and its database; one for each account of the service.
    """

    def __init__(self, url: str) -> None:
        pool = BlockingConnectionPool.from_url(
            url,
            max_connections=_CONNECTIONS,
            timeout=_WITHIN,
            socket_timeout=_WITHIN,
            socket_connect_timeout=_WITHIN,
            # A connection that broke while nobody needed it. Who is silent is silent.
            retry=Retry(NoBackoff(), 1, supported_errors=(ConnectionLost,)),
            decode_responses=True,
        )
        self._redis = Redis(connection_pool=pool)
        self._script = self._redis.register_script(_SCRIPT.read_text("utf-8"))
        # Its signature forgets the one option that is no number or text.
        options: dict[str, Any] = {"connection_pool": pool}
        self._rates = RedisStorage(url, implementation="redispy", key_prefix=f"{_PREFIX}rate", **options)

    async def count_request(
        self, client: str, own: int | None, together: int | None
    ) -> tuple[Whose, float] | None:
        # The client's own first: who is refused for that takes nothing from others.
        if own is not None and (wait := await self._count(f"client:{client}", own)) is not None:
            return "client", wait
        if together is not None and (wait := await self._count("all", together)) is not None:
            return "all", wait
        return None

    async def take(self, claim: Claim, live: Live | None = None) -> Taken | Full:
        answer = await self._step(
            "take",
            lease=claim.lease,
            client=claim.client,
            milliseconds=_milliseconds(DAY if claim.seconds is None else claim.seconds),
            sessions=claim.sessions,
            all_sessions=claim.all_sessions,
            minutes=claim.minutes,
            all_minutes=claim.all_minutes,
            active=live and live.active,
            settled=live and _milliseconds(live.ago + SETTLED_SECONDS),
            asking=_milliseconds(ASKING_SECONDS),
            least=_milliseconds(LEAST_SECONDS),
            longest=_milliseconds(LONGEST_WAIT),
            most=MAX_LEASES,
        )
        if "full" in answer:
            return Full(answer["full"], answer["whose"], answer["wait"] / 1000)
        return Taken(answer["milliseconds"] / 1000 if claim.is_limited else None)

    async def bind(self, lease: str, session: str) -> bool:
        return "bound" in await self._step("bind", lease=lease, session=session)

    async def give_back(self, lease: str) -> None:
        await self._step("give_back", lease=lease)

    async def end(self, session: str, client: str) -> str | None:
        claim = _milliseconds(CLAIM_SECONDS)
        lease: str | None = (
            await self._step("end_session", session=session, client=client, claim=claim)
        ).get("lease")
        return lease

    async def due(self) -> list[Due]:
        answer = await self._step("due", most=MAX_STOPS, claim=_milliseconds(CLAIM_SECONDS))
        # An empty list is {} in Lua.
        return [Due(lease, session) for lease, session in answer["due"] or ()]

    async def ended(self, lease: str) -> None:
        await self._step("ended", lease=lease)

    async def count_leases(self) -> int:
        async with _reaching():
            return int(await self._redis.hlen(f"{_PREFIX}leases"))

    async def check(self) -> None:
        key = f"{_PREFIX}check"
        async with _reaching():
            await self._redis.set(key, "1", ex=60)
            await self._redis.delete(key)

    async def close(self) -> None:
        await self._redis.aclose()
        await self._redis.connection_pool.disconnect()

    async def _count(self, key: str, limit: int) -> float | None:
        async with _reaching():
            if await self._rates.acquire_entry(key, limit, int(MINUTE)):
                return None
            since, _ = await self._rates.get_moving_window(key, limit, int(MINUTE))
        return max(since + MINUTE - time.time(), 0)

    async def _step(self, step: str, **arguments: Any) -> dict[str, Any]:
        given = {name: value for name, value in arguments.items() if value is not None}
        given |= {"give_up": _milliseconds(GIVE_UP_SECONDS), "stopping": _milliseconds(STOPPING_SECONDS)}
        text = json.dumps(given)
        async with _reaching():
            answer: dict[str, Any] = json.loads(await self._script(keys=[_PREFIX], args=[step, text]))
        return answer


@asynccontextmanager
async def _reaching() -> AsyncIterator[None]:
    try:
        yield
    except (RedisError, OSError) as error:
        raise CountersDown(redact(f"{type(error).__name__}: {error}")) from None


def _milliseconds(seconds: float) -> int:
    return math.floor(seconds * 1000)
