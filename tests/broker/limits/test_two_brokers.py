"""Two brokers, processes of their own, share limits in a real Redis."""

import asyncio
import itertools
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
import redis

from tests.broker.limits.counting_service import CountingService
from tests.broker.upstream import API_KEY
from viewer.protocol.api import SESSION_PATH

pytestmark = pytest.mark.wire

PROGRAM = """
import sys
import time
from pathlib import Path
from viewer.broker.server import serve
from viewer.redaction import configure_logging
from viewer.settings import BrokerSettings
configure_logging("info")
sys.exit(serve(BrokerSettings(port=0, upstream=sys.argv[1], rules=Path(sys.argv[2]))))
"""
REQUESTS = 60


@pytest.fixture
def service() -> Iterator[CountingService]:
    service = CountingService()
    yield service
    service.close()


@pytest.fixture
def redis_client(redis_url: str) -> Iterator[redis.Redis]:
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        client.flushdb()
        yield client


@contextmanager
def broker(service: CountingService, rules: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process, and the URL that it announced."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, service.url, str(rules)],
        env=os.environ | {"ANAM_API_KEY": API_KEY},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        word, _, url = process.stdout.readline().strip().partition(" ")
        assert word == "READY"
        yield process, url
    finally:
        process.kill()
        process.communicate()


def ask(urls: list[str]) -> Counter[str]:
    """What became of many requests at once, by the answers' ``error``."""
    return asyncio.run(_ask(urls))


async def _ask(urls: list[str]) -> Counter[str]:
    limits = httpx.Limits(max_connections=20)
    async with httpx.AsyncClient(timeout=60, trust_env=False, limits=limits) as client:

        async def one(url: str) -> str:
            answer = await client.post(url + SESSION_PATH, json={"personaId": "p"})
            if answer.status_code == 429:
                assert 1 <= int(answer.headers["retry-after"]) <= 60
            return str(answer.json().get("error", "granted"))

        asked = itertools.islice(itertools.cycle(urls), REQUESTS)
        return Counter(await asyncio.gather(*map(one, asked)))


def test_under_load_there_are_never_more_sessions_than_the_limit_and_all_are_ended_though_one_is_killed(
    tmp_path: Path, service: CountingService, redis_url: str, redis_client: redis.Redis
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(f"[limits]\nredis = '{redis_url}'\nsession_seconds = 2\n[limits.all]\nsessions = 5\n")
    with ExitStack() as brokers:
        (first, url), (_, other) = (brokers.enter_context(broker(service, rules)) for _ in "12")
        became = ask([url, other])
        assert became.keys() == {"granted", "too-many-sessions"}
        assert became["granted"] >= 5
        assert became["granted"] == len(service.granted)
        first.kill()
        assert service.wait_until_stopped(len(service.granted))
        again = ask([other])
        assert again["granted"] >= 5
        assert service.wait_until_stopped(len(service.granted))
        while redis_client.zcard("persona-viewer:broker:taken"):
            time.sleep(0.02)
    assert service.most == 5
    # By the clock of the service, which granted each a moment before its lease began.
    assert min(service.lasted.values()) >= 2


def test_under_load_exactly_as_many_requests_are_let_through_as_the_limit_says(
    tmp_path: Path, service: CountingService, redis_url: str, redis_client: redis.Redis
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(f"[limits]\nredis = '{redis_url}'\n[limits.client]\nrequests_a_minute = 25\n")
    with ExitStack() as brokers:
        urls = [brokers.enter_context(broker(service, rules))[1] for _ in "12"]
        assert ask(urls) == {"granted": 25, "too-many-requests": REQUESTS - 25}
    assert len(service.granted) == 25


def test_sighup_has_the_rules_read_again_and_wrong_ones_leave_the_broker_as_it_was(
    tmp_path: Path, service: CountingService
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text("any_persona = false\n")
    with broker(service, rules) as (process, url), httpx.Client(base_url=url, trust_env=False) as client:
        assert process.stderr
        assert client.post(SESSION_PATH, json={"personaId": "p"}).status_code == 404
        rules.write_text("any_persona = true\n[limits]\nsession_seconds = -3\n")
        process.send_signal(signal.SIGHUP)
        assert "key session_seconds: it has to be greater" in _line_with(process, "not taken over")
        assert client.post(SESSION_PATH, json={"personaId": "p"}).status_code == 404
        rules.write_text("any_persona = true\n")
        process.send_signal(signal.SIGHUP)
        assert _line_with(process, "new rules")
        assert client.post(SESSION_PATH, json={"personaId": "p"}).status_code == 200
        process.terminate()
        assert process.wait(30) == 0


def _line_with(process: subprocess.Popen[str], words: str) -> str:
    assert process.stderr
    return next(line for line in process.stderr if words in line)
