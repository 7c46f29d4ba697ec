"""The way to the API, and how many connections are made for it."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from yarl import URL

from tests.broker.in_memory import asking
from tests.broker.test_nobody_waits import Service
from tests.broker.upstream import API_KEY, P1
from tests.network.coturn import write_certificate
from tests.proxy_server import PASSWORD, proxy_server
from viewer.broker.answer import exchange
from viewer.broker.calls import Calls
from viewer.broker.http_client import Way, http_client, way_to
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.upstream import LATE_SECONDS, Upstream
from viewer.errors import BadAnswer, UsageError
from viewer.protocol import refusals
from viewer.protocol.api import SESSION_PATH, TOKEN_PATH
from viewer.protocol.retry import RetryPolicy
from viewer.redaction import redact

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
AT_ONCE = 40


async def test_connections_are_kept_however_many_calls_are_made_at_one_time() -> None:
    made = 0
    all_asked = asyncio.Barrier(AT_ONCE)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal made
        made += 1
        while await reader.read(65_536):
            await all_asked.wait()
            writer.write(ANSWER)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        url = URL(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
        async with http_client(Way(str(url))) as http:
            for _ in range(3):
                await asyncio.gather(*(exchange(http, "GET", str(url), {}) for _ in range(AT_ONCE)))
    assert made == AT_ONCE


@asynccontextmanager
async def answering(scheme: str = "http", context: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """The URL of a server that answers whatever it is asked. Whoever asked has to close its connections."""
    served = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.add(asyncio.current_task())
        while await reader.read(65_536):
            writer.write(ANSWER)
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()

    async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context) as server:
        yield f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    await asyncio.gather(*filter(None, served))


@pytest.mark.parametrize("knows_it", [True, False])
async def test_a_proxy_is_gone_through_with_its_password(knows_it: bool) -> None:
    async with answering() as url, proxy_server(with_password=True) as proxy:
        through = proxy.url() if knows_it else proxy.url().replace(PASSWORD, "another")
        async with http_client(Way(url, through)) as http:
            answer = await exchange(http, "GET", url, {})
    assert answer.status == (200 if knows_it else 407)
    assert proxy.passed == ([f"GET {URL(url).authority}"] if knows_it else [])


def tls_in(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """What a server of this computer needs for TLS, and its certificate."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    write_certificate("127.0.0.1", certificate, key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, certificate


@pytest.mark.parametrize("is_trusted", [True, False])
async def test_only_a_certificate_that_is_trusted_is_spoken_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trust_anew: Callable[[], None], is_trusted: bool
) -> None:
    context, certificate = tls_in(tmp_path)
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    async with answering("https", context) as url, http_client(Way(url)) as http:
        upstream = Upstream(Calls(http, url, RetryPolicy(attempts=1)), API_KEY, "none")
        if is_trusted:
            assert await upstream.ask("/v1/personas") == {}
        else:
            with pytest.raises(SessionNotGranted, match="upstream-unreachable"):
                await upstream.ask("/v1/personas")


async def test_a_proxy_sees_nothing_of_what_goes_by_tls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trust_anew: Callable[[], None]
) -> None:
    context, certificate = tls_in(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    async with (
        answering("https", context) as url,
        proxy_server(with_password=True) as proxy,
        http_client(Way(url, proxy.url())) as http,
    ):
        for _ in range(2):
            assert (await exchange(http, "GET", url, {})).body == b"{}"
    assert proxy.passed == [f"CONNECT {URL(url).authority}"]


@pytest.mark.virtual_time
async def test_more_sessions_than_agreed_are_refused_until_one_is_started() -> None:
    service = Service(token=1, session=2)
    upstream = asking(service, at_most=2)
    async with asyncio.TaskGroup() as tasks:
        started = [tasks.create_task(upstream.start_session(P1)) for _ in range(2)]
        await asyncio.sleep(2)
        with pytest.raises(SessionNotGranted) as refused:
            await upstream.start_session(P1)
        with pytest.raises(SessionNotGranted):
            await upstream.ask("/v1/personas")
        await upstream.stop_session("s-1")  # money is stopped, however much else is asked
    assert all(task.result() for task in started)
    assert (refused.value.status, refused.value.headers) == (503, {"retry-after": "2"})
    assert refused.value.refusal.error == "broker-busy"
    said = "No avatar is free right now: the broker is starting as many sessions as it can."
    assert refused.value.refusal.message == said
    assert refusals.refusal(503, refused.value.refusal.model_dump_json().encode(), 2).message == said
    assert service.asked[TOKEN_PATH] == 2
    assert await upstream.start_session(P1)


@pytest.mark.virtual_time
async def test_a_session_that_nobody_waits_for_is_under_way_until_it_is_there() -> None:
    service = Service(session=20)
    upstream = asking(service, at_most=1)
    for seconds in (0, 9):
        with pytest.raises(SessionNotGranted) as refused:
            await upstream.start_session(P1)
        assert refused.value.refusal.error == ("broker-busy" if seconds else "upstream-timeout")
        await asyncio.sleep(seconds)
    await asyncio.sleep(LATE_SECONDS)
    assert service.asked[SESSION_PATH] == 1
    with pytest.raises(SessionNotGranted) as refused:
        await upstream.start_session(P1)
    assert refused.value.refusal.error == "upstream-timeout"
    await upstream.close()


@pytest.fixture
def proxies(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    found: dict[str, str] = {}
    monkeypatch.setattr("viewer.broker.outgoing.getproxies", lambda: found)
    return found


@pytest.mark.parametrize(
    ("system", "url", "proxy"),
    [
        ({}, "https://api.test", None),
        ({"https": "http://proxy.test:3128"}, "https://api.test", "http://proxy.test:3128"),
        ({"https": "http://proxy.test:3128"}, "http://api.test", None),
        ({"http": "proxy.test:3128"}, "http://api.test", "http://proxy.test:3128"),
        ({"all": "https://proxy.test"}, "https://api.test/v2", "https://proxy.test"),
        ({"https": "http://a.test:1", "all": "http://b.test:1"}, "https://api.test", "http://a.test:1"),
        ({"http": "http://proxy.test:3128"}, "http://localhost:8090", None),
        ({"http": "http://proxy.test:3128"}, "http://127.0.0.2:8090", None),
        ({"http": "http://proxy.test:3128"}, "http://[::1]:8090", None),
        ({"https": "http://proxy.test:3128", "no": "api.test"}, "https://api.test", None),
    ],
)
def test_the_service_is_asked_through_the_systems_proxy_and_this_machine_past_it(
    proxies: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    system: dict[str, str],
    url: str,
    proxy: str | None,
) -> None:
    proxies |= system
    monkeypatch.setattr("viewer.broker.outgoing.proxy_bypass", lambda host: host == system.get("no"))
    assert way_to(url) == Way(url, proxy)


@pytest.mark.parametrize("proxy", ["socks5://proxy.test:1080", "http://", "ftp://proxy.test"])
def test_a_proxy_of_another_kind_is_refused_with_what_to_do(proxies: dict[str, str], proxy: str) -> None:
    proxies["https"] = proxy
    with pytest.raises(UsageError, match="The broker cannot use the system's proxy") as refused:
        way_to("https://api.test")
    assert "HTTPS_PROXY" in refused.value.hint
    assert "NO_PROXY" in refused.value.hint


def test_a_proxys_password_is_a_secret(proxies: dict[str, str]) -> None:
    proxies["https"] = "http://me:pass%20word-of-mine@proxy.test"
    way_to("https://api.test")
    assert "word-of-mine" not in redact("it is pass word-of-mine")


@pytest.mark.parametrize("url", ["https://me@api.test", "https://me:word@api.test", "https://:word@api.test"])
def test_an_upstream_that_names_a_user_is_refused_without_quoting_it(url: str) -> None:
    with pytest.raises(UsageError) as refused:
        way_to(url)
    assert refused.value.message == "The URL of the broker's upstream names a user."
    assert "word" not in refused.value.message + refused.value.hint


@asynccontextmanager
async def saying(*answers: bytes) -> AsyncIterator[tuple[str, list[bytes]]]:
    """The URL of a server that says these, one to each connection and request, and what it was asked."""
    left, asked = list(answers), []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while head := await reader.read(65_536):
                asked.append(head)
                writer.write(left.pop(0))
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked


async def test_what_comes_before_an_answer_is_none() -> None:
    async with (
        saying(b"HTTP/1.1 103 Early Hints\r\n\r\n" + ANSWER) as (url, asked),
        http_client(Way(url)) as http,
    ):
        answer = await exchange(http, "POST", url + "/v1", {"Authorization": "Bearer t"}, b"[1]")
    assert (answer.status, answer.body) == (200, b"{}")
    lines = asked[0].split(b"\r\n")
    assert lines[0] == b"POST /v1 HTTP/1.1"
    assert {b"Authorization: Bearer t", b"Content-Length: 3", b"Accept-Encoding: identity"} <= set(lines)
    assert asked[0].endswith(b"\r\n\r\n[1]")


async def test_who_says_nothing_any_more_is_not_waited_for() -> None:
    halves = ANSWER[:20], ANSWER[:-1], ANSWER
    async with saying(*halves) as (url, _), http_client(Way(url)) as http:
        for _ in range(2):
            with pytest.raises(aiohttp.SocketTimeoutError):
                await exchange(http, "GET", url, {}, silence=0.05)
        assert (await exchange(http, "GET", url, {}, silence=5)).body == b"{}"


async def test_an_answer_that_is_not_read_to_its_end_is_not_the_next_ones_beginning() -> None:
    long = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (2 << 20)
    async with saying(long + bytes(2 << 20), ANSWER) as (url, _), http_client(Way(url)) as http:
        with pytest.raises(BadAnswer, match="longer"):
            await exchange(http, "GET", url, {})
        assert (await exchange(http, "GET", url, {})).body == b"{}"


@pytest.mark.parametrize(
    "answer", [b"220 mail ready\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", b""]
)
async def test_what_is_no_http_is_a_broken_connection(answer: bytes) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(65_536)
        writer.write(answer)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with http_client(Way(url)) as http:
            with pytest.raises(aiohttp.ClientError):
                await exchange(http, "GET", url, {})


async def test_no_header_ends_its_own_line() -> None:
    async with http_client(Way("http://127.0.0.1:1")) as http:
        with pytest.raises(ValueError, match="header"):
            await exchange(http, "GET", "http://127.0.0.1:1", {"Authorization": "Bearer a\r\nHost: b"})
