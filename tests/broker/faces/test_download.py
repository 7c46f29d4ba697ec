"""From where pictures are fetched, and from where not, whatever a link says."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from viewer.broker.faces.download import Downloads, NotFetched, downloads, is_public
from viewer.broker.faces.kinds import kind_of
from viewer.broker.outgoing import proxy_for

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)


@dataclass
class Pictures:
    """A server on loopback: ``answers`` are what it answers by path; what was ``asked`` is noted."""

    port: int = 0
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request.path_qs, dict(request.headers)))
        return web.Response(**self.answers.get(request.path, {"status": 404}))


@asynccontextmanager
async def pictures_server() -> AsyncIterator[Pictures]:
    pictures = Pictures()
    app = web.Application()
    app.router.add_get("/{anything:.*}", pictures.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        pictures.port = runner.addresses[0][1]
        yield pictures
    finally:
        await runner.cleanup()


@pytest.fixture
async def service() -> AsyncIterator[Pictures]:
    async with pictures_server() as service:
        yield service


@dataclass
class Inside:
    """Something inside our own network that nobody outside should reach; connections are counted."""

    port: int = 0
    connections: int = 0

    async def count(self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        writer.close()


@pytest.fixture
async def inside() -> AsyncIterator[Inside]:
    inside = Inside()
    async with await asyncio.start_server(inside.count, "127.0.0.1", 0) as server:
        inside.port = server.sockets[0].getsockname()[1]
        yield inside


@pytest.fixture
async def internet(service: Pictures) -> AsyncIterator[Downloads]:
    async with downloads(service.url) as internet:
        yield internet


async def test_the_services_own_host_is_asked_without_tls_and_without_the_key(
    internet: Downloads, service: Pictures
) -> None:
    service.answers["/p/1.png"] = {"body": PICTURE}
    assert await internet.fetch(f"{service.url}/p/1.png?expires=1&signature=a%2Fb", 1000) == PICTURE
    path, headers = service.asked[0]
    assert path == "/p/1.png?expires=1&signature=a%2Fb"
    assert headers.keys().isdisjoint({"Authorization", "Cookie", "Referer"})


@pytest.mark.parametrize(
    "link",
    [
        "http://127.0.0.1:{port}/x",
        "https://127.0.0.1:{port}/x",
        "https://localhost:{port}/x",
        "https://localhost.:{port}/x",
        "https://127.1:{port}/x",
        "https://2130706433:{port}/x",
        "https://0x7f.1:{port}/x",
        "https://0:{port}/x",
        "https://[::1]:{port}/x",
        "https://[::ffff:127.0.0.1]:{port}/x",
        "https://[::ffff:7f00:1]:{port}/x",
        "https://[::127.0.0.1]:{port}/x",
        "https://[64:ff9b::7f00:1]:{port}/x",
        "https://[2002:7f00:1::]:{port}/x",
        "https://①②⑦.0.0.1:{port}/x",
        "https://user@127.0.0.1:{port}/x",
        "https://{own}@127.0.0.1:{port}/x",
        "http://{own}@127.0.0.1:{port}/x",
        "http://{own}#@127.0.0.1:{port}/x",
        "http://{own}\\@127.0.0.1:{port}/x",
        "http://{own}.127.0.0.1:{port}/x",
        "https://169.254.169.254/latest/meta-data/",
        "http://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1/x",
        "https://[fd00::1]/x",
        "https://[fe80::1%25lo]/x",
        "file:///etc/passwd",
        "ftp://127.0.0.1:{port}/x",
        "//127.0.0.1:{port}/x",
        "/etc/passwd",
        "data:image/png;base64,AAAA",
        "https://",
        "https://[/x",
        "",
    ],
)
async def test_nothing_inside_our_own_network_is_reached(
    internet: Downloads, service: Pictures, inside: Inside, link: str
) -> None:
    url = link.format(port=inside.port, own=f"127.0.0.1:{service.port}")
    with pytest.raises(NotFetched):
        await internet.fetch(url, 1000)
    assert inside.connections == 0


async def test_a_redirect_leads_nowhere_inside_either(
    internet: Downloads, service: Pictures, inside: Inside
) -> None:
    for location in (
        f"http://127.0.0.1:{inside.port}/x",
        f"https://127.0.0.1:{inside.port}/x",
        "file:///etc/passwd",
        "",
    ):
        service.answers["/moved"] = {"status": 302, "headers": {"Location": location}}
        with pytest.raises(NotFetched):
            await internet.fetch(f"{service.url}/moved", 1000)
    assert inside.connections == 0


async def test_a_redirect_at_the_service_is_followed_a_few_times(
    internet: Downloads, service: Pictures
) -> None:
    service.answers["/a"] = {"status": 307, "headers": {"Location": "b"}}
    service.answers["/b"] = {"body": PICTURE}
    assert await internet.fetch(f"{service.url}/a", 1000) == PICTURE
    service.answers["/round"] = {"status": 302, "headers": {"Location": "/round"}}
    with pytest.raises(NotFetched, match="on and on"):
        await internet.fetch(f"{service.url}/round", 1000)


async def test_a_name_that_becomes_a_private_address_is_not_connected_to(
    internet: Downloads, inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a name server says counts where it is used: it cannot say something else the second time."""

    async def resolve(_self: Any, _host: str, port: int, **_: Any) -> list[dict[str, Any]]:
        found = {"hostname": "cdn.example", "host": "127.0.0.1", "port": port}
        return [found | {"family": socket.AF_INET, "proto": 0, "flags": socket.AI_NUMERICHOST}]

    monkeypatch.setattr(aiohttp.ThreadedResolver, "resolve", resolve)
    with pytest.raises(NotFetched, match="cannot be fetched"):
        await internet.fetch(f"https://cdn.example:{inside.port}/x", 1000)
    assert inside.connections == 0


async def test_a_public_address_is_connected_to_for_tls(
    internet: Downloads, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []

    def noted(*kind: Any) -> socket.socket:
        opened.append(kind)
        raise OSError("this test has no internet")

    monkeypatch.setattr("viewer.broker.faces.download.socket.socket", noted)
    with pytest.raises(NotFetched):
        await internet.fetch("http://93.184.215.14/x.png", 1000)
    assert opened == [], "never without TLS"
    with pytest.raises(NotFetched):
        await internet.fetch("https://93.184.215.14/x.png", 1000)
    assert opened == [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)]


@pytest.mark.parametrize(
    ("status", "is_dead"), [(403, True), (404, True), (410, True), (500, False), (204, False)]
)
async def test_an_expired_link_is_told_from_a_fault(
    internet: Downloads, service: Pictures, status: int, is_dead: bool
) -> None:
    service.answers["/x"] = {"status": status}
    with pytest.raises(NotFetched) as failure:
        await internet.fetch(f"{service.url}/x?signature=secret-of-the-link", 1000)
    assert failure.value.is_dead is is_dead
    assert "secret-of-the-link" not in str(failure.value)


async def test_what_is_too_long_or_packed_is_refused(internet: Downloads, service: Pictures) -> None:
    service.answers["/long"] = {"body": PICTURE}
    with pytest.raises(NotFetched, match="longer than 100 bytes"):
        await internet.fetch(f"{service.url}/long", 100)
    service.answers["/packed"] = {"body": b"\x1f\x8b" + bytes(50), "headers": {"Content-Encoding": "gzip"}}
    assert kind_of(await internet.fetch(f"{service.url}/packed", 1000)) is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PICTURE, "png"),
        (b"\xff\xd8\xff\xe0rest", "jpg"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "webp"),
        (b"\0\0\0\x20ftypisom", "mp4"),
        (b"\0\0\0\x20ftypavif", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", None),
        (b"<!doctype html>", None),
        (b"GIF89a", None),
        (b"\x89PN", None),
        (b"", None),
    ],
)
def test_a_picture_is_what_it_begins_with(content: bytes, kind: str | None) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    ("address", "public"),
    [("93.184.215.14", True), ("2606:4700::1111", True), ("::ffff:93.184.215.14", True)]
    + [
        (address, False)
        for address in (
            *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.1.1", "172.16.0.1", "192.168.1.1"),
            *("224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fd12::1", "ff02::1"),
            *("::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "::a00:1", "2001:db8::1"),
        )
    ],
)
def test_an_address_is_public_or_not(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_the_environments_proxy_is_used_for_other_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    assert proxy_for("https://cdn.example/x") is None
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "inside.example, .corp")
    assert proxy_for("https://cdn.example/x") == "http://proxy.example:3128"
    assert proxy_for("wss://engine.example/x") == "http://proxy.example:3128"
    for host in ("localhost", "127.0.0.1", "[::1]", "inside.example", "a.inside.example", "x.corp"):
        assert proxy_for(f"https://{host}/x") is None
    assert proxy_for("http://cdn.example/x") is None
