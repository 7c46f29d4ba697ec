import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Protocol

import pytest
from redis.asyncio import Redis

from tests.broker.limits.clock import Clock
from tests.redis_server import redis_server
from viewer.broker.limits.counters import Counters, Full, Taken
from viewer.broker.limits.local import LocalCounters
from viewer.broker.limits.shared import SharedCounters

_PREFIX = "persona-viewer:broker:"


class Timed(Protocol):
    """A clock that can be put forward."""

    async def advance(self, seconds: float) -> None: ...


class LocalTime:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def advance(self, seconds: float) -> None:
        self._clock.advance(seconds)


class RedisTime:
    """Redis has its own clock: all times that were written are put back instead."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def advance(self, seconds: float) -> None:
        async for key in self._redis.scan_iter(f"{_PREFIX}*"):
            match await self._redis.type(key):
                case "zset":
                    for member in await self._redis.zrange(key, 0, -1):
                        await self._redis.zincrby(key, -1000 * seconds, str(member))
                case "list":
                    for number, at in enumerate(await self._redis.lrange(key, 0, -1)):
                        await self._redis.lset(key, number, str(float(at) - seconds))
                case "hash" if key == f"{_PREFIX}leases":
                    for lease, text in (await self._redis.hgetall(key)).items():
                        held = json.loads(text)
                        if "give_up" in held:
                            held["give_up"] -= 1000 * seconds
                        await self._redis.hset(key, lease, json.dumps(held))


@dataclass
class Counting:
    """Counters, their time, and how many seconds of real time may pass in a test."""

    counters: Counters
    time: Timed
    slack: float

    def is_taken(self, answer: Taken | Full, seconds: float | None) -> bool:
        """Whether ``answer`` is a lease for so long."""
        if seconds is None:
            return answer == Taken(None)
        return isinstance(answer, Taken) and answer.seconds == pytest.approx(seconds, abs=self.slack)

    def is_over(self, over: tuple[str, float] | None, whose: str, wait: float) -> bool:
        """Whether a request was one too many, with that wait."""
        return over is not None and over[0] == whose and over[1] == pytest.approx(wait, abs=self.slack)

    def is_full(self, answer: Taken | Full, what: str, whose: str, wait: float) -> bool:
        """Whether ``answer`` is this refusal, with that wait."""
        return (
            isinstance(answer, Full)
            and (answer.what, answer.whose) == (what, whose)
            and answer.wait == pytest.approx(wait, abs=self.slack)
        )


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    with redis_server() as (_, url):
        yield url


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.wire)])
async def counting(request: pytest.FixtureRequest) -> AsyncIterator[Counting]:
    """Each kind of counters, with nothing counted yet."""
    if request.param == "memory":
        clock = Clock()
        yield Counting(LocalCounters(clock), LocalTime(clock), 0.001)
        return
    url = request.getfixturevalue("redis_url")
    counters = SharedCounters(url)
    async with Redis.from_url(url, decode_responses=True) as redis:
        await redis.flushdb()
        yield Counting(counters, RedisTime(redis), 20)
        await counters.close()
