import asyncio
from urllib.parse import urlsplit

import pytest

from tests.e2e.running_session import running_session
from tests.proxy_server import proxy_server
from tests.session.timed_engine import timed_engine
from viewer import errors
from viewer.protocol import commands, events
from viewer.redaction import redact
from viewer.session.proxy import NONE, proxy_for

HTTPS = "http://proxy.example:3128"
VARIABLES = ("http_proxy", "https_proxy", "ws_proxy", "wss_proxy", "socks_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


async def test_without_any_proxy_there_is_none() -> None:
    assert await proxy_for("https://broker.example", "") is None


@pytest.mark.parametrize(
    ("environment", "url", "proxy"),
    [
        ({"HTTPS_PROXY": HTTPS}, "https://broker.example", HTTPS),
        ({"https_proxy": HTTPS}, "wss://engine.example/x", HTTPS),
        ({"https_proxy": HTTPS}, "ws://engine.example", HTTPS),
        ({"https_proxy": HTTPS}, "http://broker.example", None),
        ({"http_proxy": "proxy.example:80"}, "http://broker.example", "http://proxy.example:80"),
        ({"all_proxy": "socks5://p.example:1"}, "https://broker.example", "socks5h://p.example:1"),
        ({"https_proxy": HTTPS, "wss_proxy": "http://w.example:1"}, "wss://e.example", "http://w.example:1"),
        ({"https_proxy": HTTPS, "NO_PROXY": "broker.example"}, "https://broker.example:8443", None),
        ({"https_proxy": HTTPS, "no_proxy": ".example"}, "wss://engine.example", None),
        ({"https_proxy": HTTPS, "no_proxy": "*"}, "https://broker.example", None),
    ],
)
async def test_the_environment_is_obeyed(
    environment: dict[str, str], url: str, proxy: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert await proxy_for(url, "") == proxy
    assert await proxy_for(url, NONE) is None


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "127.0.0.1", "127.8.0.1", "[::1]"])
async def test_this_machine_is_asked_directly_unless_a_proxy_is_wished_for(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", HTTPS)
    assert await proxy_for(f"http://{host}:8080/v1", "") is None
    assert await proxy_for(f"http://{host}:8080/v1", HTTPS) == HTTPS
    monkeypatch.setenv("NO_PROXY", host)
    assert await proxy_for(f"http://{host}:8080/v1", HTTPS) is None


async def test_a_proxy_of_an_unknown_kind_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "gopher://p.example:1")
    with pytest.raises(errors.UsageError, match="unknown kind"):
        await proxy_for("https://broker.example", "")


async def test_the_proxys_password_is_a_secret() -> None:
    await proxy_for("https://broker.example", "http://clerk:p%40ss-word@p.example:1")
    assert "p@ss-word" not in redact("it says p@ss-word or http://clerk:p%40ss-word@p.example:1")


@pytest.mark.virtual_time
@pytest.mark.parametrize("with_password", [True, False])
@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_broker_signalling_and_talk_go_through_the_proxy(
    scheme: str, with_password: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with (
        timed_engine(monkeypatch) as engine,
        proxy_server(with_password) as proxy,
        running_session(engine.url, proxy=proxy.url(scheme)) as running,
    ):
        await running.phase(events.Phase.LIVE)
        running.session.perform(commands.Talk("Hello through the proxy."))
        await running.seen(events.CommandRefused)  # this engine takes none
        await asyncio.sleep(10)
    broker, signalling = (f"127.0.0.1:{port}" for port in (urlsplit(engine.url).port, engine.engine_port))
    methods = ("SOCKS", "SOCKS", "SOCKS") if scheme == "socks5" else ("POST", "CONNECT", "POST")
    places = (broker, signalling, signalling)
    assert proxy.passed == [f"{method} {place}" for method, place in zip(methods, places, strict=True)]
