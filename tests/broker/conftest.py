import contextlib
import logging
import socket
import threading
from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.broker.upstream import API_KEY, ScriptedUpstream
from tests.quick_server import QuickServer
from viewer.broker.app import create_app
from viewer.broker.rules import Rules
from viewer.broker.server import server_config
from viewer.broker.upstream import DEADLINE
from viewer.protocol.retry import RetryPolicy
from viewer.serving.upstream_client import trust
from viewer.settings import BrokerSettings


@contextlib.contextmanager
def running_broker(
    settings: BrokerSettings, deadline: float = DEADLINE, rules: Rules | None = None
) -> Iterator[httpx.Client]:
    """A client of the real app on a real loopback socket. It asks again without waiting."""
    listener = socket.create_server(("127.0.0.1", 0))
    policy = RetryPolicy(first=0.001)
    app = create_app(settings, API_KEY, deadline=deadline, policy=policy, rules=rules or Rules())
    server = QuickServer(server_config(app))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
            yield client
    finally:
        server.is_up.wait()
        server.end()
        thread.join()


@pytest.fixture(scope="session")
def _upstream() -> Iterator[ScriptedUpstream]:
    upstream = ScriptedUpstream()
    yield upstream
    upstream.close()


@pytest.fixture
def upstream(_upstream: ScriptedUpstream) -> Iterator[ScriptedUpstream]:
    """The API's stand-in, with a fresh script."""
    _upstream.reset()
    yield _upstream
    _upstream.reset()


@pytest.fixture(scope="session")
def broker(_upstream: ScriptedUpstream) -> Iterator[httpx.Client]:
    """A broker that asks for tokens with POST."""
    with running_broker(BrokerSettings(upstream=_upstream.url)) as client:
        yield client


@pytest.fixture(autouse=True)
def _whole_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)


@pytest.fixture
def trust_anew() -> Iterator[Callable[[], None]]:
    """What is trusted is read once in a process, and here once more; to be called for another time."""
    trust.cache_clear()
    yield trust.cache_clear
    trust.cache_clear()
