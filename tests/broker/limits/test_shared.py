"""A real Redis that goes away."""

import os
import signal
from collections.abc import Iterator

import pytest
from redis.asyncio import Redis

from tests.redis_server import redis_server
from viewer.broker.limits import shared
from viewer.broker.limits.counters import ASKING_SECONDS, Claim, CountersDown
from viewer.broker.limits.shared import SharedCounters

pytestmark = pytest.mark.wire


@pytest.fixture
def mortal() -> Iterator[tuple[int, str]]:
    """The process of a Redis that nobody else uses, and its URL."""
    with redis_server() as (process, url):
        yield process.pid, url
        process.send_signal(signal.SIGCONT)


async def test_a_redis_that_hangs_or_died_is_noticed_by_every_step(
    mortal: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pid, url = mortal
    monkeypatch.setattr(shared, "_WITHIN", 0.3)
    counters = SharedCounters(url)
    await counters.check()
    for number in (signal.SIGSTOP, signal.SIGKILL):
        os.kill(pid, number)
        steps = (
            counters.check(),
            counters.count_request("a", 1, 1),
            counters.take(Claim("x", "a")),
            counters.bind("x", "s"),
            counters.due(),
        )
        for step in steps:
            with pytest.raises(CountersDown):
                await step
    await counters.close()


async def test_one_that_lost_everything_or_only_reads_is_told(redis_url: str) -> None:
    counters = SharedCounters(redis_url)
    async with Redis.from_url(redis_url) as redis:
        await counters.take(Claim("x", "a"))
        await redis.script_flush()
        await redis.flushdb()
        assert not await counters.bind("x", "s")
        await redis.replicaof("127.0.0.1", "1")
        with pytest.raises(CountersDown, match="read only"):
            await counters.check()
        await redis.replicaof("NO", "ONE")
        await counters.check()
    await counters.close()


async def test_a_lease_of_a_broker_that_was_killed_while_it_asked_has_an_end(redis_url: str) -> None:
    counters = SharedCounters(redis_url)
    async with Redis.from_url(redis_url, decode_responses=True) as redis:
        await redis.flushdb()
        await counters.take(Claim("x", "a", 6000))
        seconds, _ = await redis.time()
        end = await redis.zscore("persona-viewer:broker:ends", "x")
        assert end is not None
        assert end / 1000 - seconds <= ASKING_SECONDS + 1
    await counters.close()
