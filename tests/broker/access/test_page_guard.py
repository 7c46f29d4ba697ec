"""No web page that is not named gets anything out of the broker, on whatever computer it is open."""

import asyncio
from typing import Any

import httpx
import pytest
from pydantic import ValidationError
from starlette.types import Message, Scope

from tests.broker.access.conftest import Ask, start
from tests.broker.upstream import ScriptedUpstream
from viewer.broker.access.page_guard import GuardedApp, PageGuard
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.rules import AccessRules
from viewer.protocol.api import SESSION_PATH

PAGE = "https://app.example"


def scope(*headers: tuple[str, str], method: str = "GET", kind: str = "http", scheme: str = "http") -> Scope:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers]
    return {"type": kind, "method": method, "scheme": scheme, "headers": raw, "path": "/"}


def status(guard: PageGuard, asked: Scope) -> int:
    try:
        guard.check(asked)
        guard.check_content(asked)
    except SessionNotGranted as refused:
        return refused.status
    return 200


@pytest.mark.parametrize(
    ("host", "listed", "called", "expected"),
    [
        # On loopback: the names that mean this computer in every browser, and nothing else.
        ("127.0.0.1", (), "127.0.0.1:8080", 200),
        ("127.0.0.1", (), "LocalHost:8080", 200),
        ("127.0.0.1", (), "broker.localhost", 200),
        ("127.0.0.1", (), "localhost.", 200),
        ("127.0.0.1", (), "[::1]:8080", 200),
        ("localhost", (), "127.9.9.9", 200),
        ("127.0.0.1", (), "evil.example:8080", 421),
        ("127.0.0.1", (), "127.0.0.1.evil.example", 421),
        ("127.0.0.1", (), "localhost.evil.example", 421),
        ("127.0.0.1", (), "notlocalhost", 421),
        ("127.0.0.1", (), "192.0.2.7:8080", 421),
        # On one address: that one, and names that the rules list.
        ("192.0.2.7", (), "192.0.2.7:8080", 200),
        ("192.0.2.7", (), "192.0.2.8:8080", 421),
        ("192.0.2.7", ("Broker.example",), "broker.EXAMPLE", 200),
        ("192.0.2.7", ("broker.example",), "sub.broker.example", 421),
        ("broker.example", (), "broker.example:8080", 200),
        ("2001:db8::7", (), "[2001:db8::7]:8080", 200),
        # On all: every address is one that nobody's name can be in the place of.
        ("0.0.0.0", (), "192.0.2.7:8080", 200),
        ("::", (), "[2001:db8::7]", 200),
        ("", (), "192.0.2.7", 200),
        ("0.0.0.0", (), "evil.example", 421),
        ("0.0.0.0", ("broker.example",), "broker.example", 200),
        # What is none.
        ("0.0.0.0", (), "", 400),
        ("0.0.0.0", (), "a b", 400),
        ("0.0.0.0", (), "localhost:80:80", 400),
        ("0.0.0.0", (), "user@localhost", 400),
        ("0.0.0.0", (), "localhost/", 400),
        ("0.0.0.0", (), "b\xfccher", 400),
    ],
)
def test_only_a_name_of_the_broker_is_answered(
    host: str, listed: tuple[str, ...], called: str, expected: int
) -> None:
    assert status(PageGuard(AccessRules(hosts=listed), host), scope(("host", called))) == expected


@pytest.mark.parametrize("hosts", [[], ["localhost", "localhost"], ["localhost", "evil.example"]])
def test_there_is_one_host_in_a_request(hosts: list[str]) -> None:
    guard = PageGuard(AccessRules(), "127.0.0.1")
    assert status(guard, scope(*(("host", host) for host in hosts))) == 400


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (PAGE, 200),
        ("https://APP.example", 200),
        ("http://127.0.0.1:8080", 200),  # the broker's own page
        ("https://127.0.0.1:8080", 403),
        ("http://127.0.0.1:8081", 403),
        ("http://127.0.0.1", 403),
        ("http://localhost:8080", 403),
        ("https://app.example.evil.example", 403),
        ("https://app.example:8443", 403),
        ("http://app.example", 403),
        ("null", 403),
        ("", 403),
        ("*", 403),
    ],
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_only_pages_that_are_named_may_ask(kind: str, origin: str, expected: int) -> None:
    guard = PageGuard(AccessRules(origins=(PAGE,)), "127.0.0.1")
    scheme = "http" if kind == "http" else "ws"
    asked = scope(("host", "127.0.0.1:8080"), ("origin", origin), kind=kind, scheme=scheme)
    assert status(guard, asked) == expected


def test_without_a_page_in_the_rules_no_page_may_ask_and_no_request_has_two_origins() -> None:
    host = ("host", "127.0.0.1:8080")
    assert status(PageGuard(AccessRules(), "127.0.0.1"), scope(host, ("origin", PAGE))) == 403
    guard = PageGuard(AccessRules(origins=(PAGE,)), "127.0.0.1")
    assert status(guard, scope(host, ("origin", PAGE), ("origin", PAGE))) == 403


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["application/json"], 200),
        (["Application/JSON; charset=utf-8"], 200),
        ([], 415),
        # What a form or a script of any page may send without asking.
        (["text/plain"], 415),
        (["text/plain; application/json"], 415),
        (["application/x-www-form-urlencoded"], 415),
        (["multipart/form-data; boundary=application/json"], 415),
        (["application/jsonp"], 415),
        (["application/json", "text/plain"], 415),
    ],
)
def test_a_post_declares_its_content_as_json(kinds: list[str], expected: int) -> None:
    guard = PageGuard(AccessRules(), "127.0.0.1")
    headers = [("host", "localhost"), *(("content-type", kind) for kind in kinds)]
    assert status(guard, scope(*headers, method="POST")) == expected


@pytest.mark.parametrize(
    "origin",
    [
        *(
            "*",
            "null",
            "app.example",
            "https://app.example/",
            "https://app.example/page",
            "https://App.example",
        ),
        *(
            "ftp://app.example",
            "https://app.example:443",
            "http://app.example:80",
            "https://user@app.example",
        ),
    ],
)
def test_an_origin_that_no_browser_sends_is_refused_in_the_rules(origin: str) -> None:
    with pytest.raises(ValidationError):
        AccessRules(origins=(origin,))


@pytest.mark.parametrize(
    "host", ["https://broker.example", "broker.example:8080", "broker.example/path", "*"]
)
def test_a_host_in_the_rules_is_a_name(host: str) -> None:
    with pytest.raises(ValidationError):
        AccessRules(hosts=(host,))


async def test_what_is_refused_reaches_nobody_and_says_what_to_do(
    asking: Ask, upstream: ScriptedUpstream
) -> None:
    async with asking() as client:
        refused = [
            await start(client, Host="evil.example"),
            await start(client, Origin="https://evil.example"),
            await client.post(
                SESSION_PATH, content='{"personaId": "p-1"}', headers={"Content-Type": "text/plain"}
            ),
            await client.get("/healthz", headers={"Host": "evil.example"}),
            await client.get("/healthz", headers={"Origin": "null"}),
        ]
    assert [(answer.status_code, answer.json()["error"]) for answer in refused] == [
        (421, "wrong-host"),
        (403, "wrong-origin"),
        (415, "wrong-content-type"),
        (421, "wrong-host"),
        (403, "wrong-origin"),
    ]
    for answer in refused:
        assert answer.json()["message"].endswith(".")
        assert answer.json()["hint"].endswith(".")
        assert "access-control-allow-origin" not in answer.headers
    assert upstream.seen == []


async def test_a_named_page_is_asked_first_and_reads_the_answer_whatever_it_is(asking: Ask) -> None:
    asks = {
        "Origin": PAGE,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    async with asking({"origins": [PAGE]}) as client:
        before = await client.options(SESSION_PATH, headers=asks)
        granted = await start(client, Origin=PAGE)
        refused = await client.get("/nowhere", headers={"Origin": PAGE})
        undeclared = await client.post(SESSION_PATH, content="{}", headers={"Origin": PAGE})
        foreign = await client.options(SESSION_PATH, headers=asks | {"Origin": "https://evil.example"})
        plain = await start(client)
    assert before.status_code == 204
    assert {"POST", "GET"} <= set(before.headers["access-control-allow-methods"].split(", "))
    assert {"authorization", "content-type"} <= set(
        before.headers["access-control-allow-headers"].split(", ")
    )
    assert [granted.status_code, refused.status_code, foreign.status_code] == [200, 404, 403]
    assert undeclared.status_code == 415
    for answer in (before, granted, refused, undeclared):
        assert answer.headers["access-control-allow-origin"] == PAGE
        assert answer.headers["vary"] == "Origin"
        assert "access-control-allow-credentials" not in answer.headers
    # Who keeps answers for several clients must not give a page the answer to none.
    assert plain.headers["vary"] == "Origin"
    assert "access-control-allow-origin" not in plain.headers


async def test_no_answer_can_be_shown_by_a_page_of_others(asking: Ask) -> None:
    async with asking() as client:
        answers = [
            await client.get("/healthz"),
            await start(client),
            await client.get("/", headers={"Host": "x"}),
        ]
    for answer in answers:
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("extensions", [{}, {"websocket.http.response": {}}])
async def test_a_websocket_of_a_page_is_refused_before_it_opens(extensions: dict[str, Any]) -> None:
    async def inner(*_: Any) -> None:
        raise AssertionError("it was let through")

    sent: list[Message] = []
    told: list[str] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        await asyncio.sleep(0)
        sent.append(message)

    asked = scope(("host", "localhost"), ("origin", "https://evil.example"), kind="websocket", scheme="ws")
    guard = PageGuard(AccessRules(), "127.0.0.1")
    app = GuardedApp(inner, lambda: guard, lambda _, refused: told.append(refused.refusal.error))
    await app({**asked, "extensions": extensions}, receive, send)
    assert told == ["wrong-origin"]
    if extensions:
        assert sent[0]["status"] == 403
    else:
        assert sent == [{"type": "websocket.close", "code": 1008}]


async def test_curl_is_served(asking: Ask) -> None:
    """It sends neither an origin nor anything else that it was not told to."""
    async with asking() as client:
        curl = {"User-Agent": "curl/8.5.0", "Accept": "*/*", "Content-Type": "application/json"}
        request = httpx.Request(
            "POST", "http://localhost:8080/v1/engine/session", headers=curl, content=b'{"personaId":"p-1"}'
        )
        assert (await client.send(request)).status_code == 200
