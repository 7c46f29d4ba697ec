"""The endpoint: who may ask, what is answered, and that nobody can hold it up."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from viewer.errors import BrokerUnreachable
from viewer.protocol.events import CloseReason, SessionClosed, SessionStarted
from viewer.ui.kiosk.happenings import Forget
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.watched.diary import Diary
from viewer.ui.kiosk.watched.endpoint.http import Refused, read_head
from viewer.ui.kiosk.watched.endpoint.pages import Act, Pages
from viewer.ui.kiosk.watched.endpoint.server import ASKED_SECONDS, MAX_CLIENTS, TAKEN_SECONDS, Endpoint
from viewer.ui.kiosk.watched.status import LATE_SECONDS, Moment, Status, status_of

pytestmark = pytest.mark.virtual_time

TOKEN = "a-token-of-some-length"


def a_status() -> Status:
    """Of a kiosk that had one visit and then failed."""
    diary = Diary(began=0.0)
    diary.moved(Stage.WAKING, 10.0)
    diary.heard(SessionStarted("s"), 11.0)
    diary.heard(SessionClosed(CloseReason.NORMAL, None), 71.0)
    diary.over(Forget("touch", false_wake=False), 72.0)
    diary.heard(SessionClosed(CloseReason.NORMAL, BrokerUnreachable()), 80.0)
    diary.moved(Stage.ATTRACTING, 80.0)
    return status_of(diary, Moment(100.0, "hall 3", troubles={"no-network": "There is none."}))


@dataclass
class Office:
    """A kiosk that is looked at."""

    status: Status = field(default_factory=a_status)
    acts: list[Act] = field(default_factory=list)
    png: bytes | None = b"\x89PNG"

    def log(self) -> list[str]:
        return ["one", "two"]

    def screenshot(self) -> bytes | None:
        return self.png

    def act(self, wanted: Act) -> None:
        self.acts.append(wanted)


@dataclass
class Desk:
    """An endpoint without a port: clients are handed to it."""

    office: Office = field(default_factory=Office)
    now: float = 101.0

    def __post_init__(self) -> None:
        self.endpoint = Endpoint(Pages(self.office, TOKEN, lambda: self.now), 0)

    @asynccontextmanager
    async def client(self) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
        mine, its = socket.socketpair()
        theirs = await asyncio.open_connection(sock=its, limit=8192)
        serving = asyncio.get_running_loop().create_task(self.endpoint.serve(*theirs))
        reader, writer = await asyncio.open_connection(sock=mine)
        try:
            yield reader, writer
        finally:
            writer.close()
            await serving

    async def ask(self, method: str, path: str, token: str = TOKEN, more: str = "") -> tuple[int, bytes]:
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n{more}\r\n"
        async with self.client() as (reader, writer):
            writer.write(head.encode())
            answer = await reader.read()
        first, _, body = answer.partition(b"\r\n\r\n")
        return int(first.split(b" ")[1]), body


@pytest.mark.parametrize("token", ["", "a-token-of-some-lengtH", "ä", TOKEN + "x"])
@pytest.mark.parametrize("page", ["GET /health", "GET /log", "GET /nothing", "POST /restart"])
async def test_who_has_no_token_learns_nothing_and_does_nothing(token: str, page: str) -> None:
    desk = Desk()
    method, path = page.split(" ")
    status, body = await desk.ask(method, path, token)
    assert status == 401
    assert "token" in json.loads(body)["error"]
    assert desk.office.acts == []


async def test_each_page_says_how_the_kiosk_is() -> None:
    desk = Desk()

    async def said(path: str) -> bytes:
        status, body = await desk.ask("GET", path)
        assert status == 200
        return body

    state = json.loads(await said("/state?verbose"))
    assert (state["name"], state["state"], state["visits"], state["session_seconds"]) == (
        "hall 3",
        "attracting",
        1,
        60,
    )
    assert json.loads(await said("/error"))["code"] == "broker-unreachable"
    assert json.loads(await said("/health"))["troubles"] == {"no-network": "There is none."}
    assert "version" in json.loads(await said("/version"))
    assert await said("/log") == b"one\ntwo\n"
    assert await said("/screenshot") == b"\x89PNG"
    metrics = (await said("/metrics")).decode().splitlines()
    assert "persona_viewer_kiosk_visits_total 1" in metrics
    assert 'persona_viewer_kiosk_failures_total{code="broker-unreachable"} 1' in metrics
    assert 'persona_viewer_kiosk_state{state="attracting"} 1' in metrics
    names = [line.split(" ")[2] for line in metrics if line.startswith("# TYPE")]
    assert len(names) == len(set(names))


async def test_a_window_that_hangs_is_told_by_the_thread_beside_it() -> None:
    desk = Desk()
    desk.now += LATE_SECONDS
    status, body = await desk.ask("GET", "/health")
    assert (status, json.loads(body)["healthy"]) == (503, False)
    assert "window-hangs" in json.loads(body)["troubles"]


async def test_wishes_are_posted_and_never_asked_for() -> None:
    desk = Desk()
    for act in ("off", "on", "restart"):
        assert (await desk.ask("GET", f"/{act}"))[0] == 405
        assert (await desk.ask("POST", f"/{act}", more="Content-Length: 0\r\n"))[0] == 202
    assert desk.office.acts == ["off", "on", "restart"]
    assert (await desk.ask("POST", "/state"))[0] == 405


async def test_there_is_no_picture_of_a_visitor() -> None:
    desk = Desk(Office(png=None))
    assert (await desk.ask("GET", "/screenshot"))[0] == 409


async def passed(happens: Callable[[], Awaitable[object]]) -> float:
    loop = asyncio.get_running_loop()
    began = loop.time()
    await happens()
    return loop.time() - began


async def test_who_does_not_say_what_it_wants_is_let_go() -> None:
    desk = Desk()
    async with desk.client() as (reader, writer):
        writer.write(b"GET /health HTT")
        assert await passed(reader.read) == pytest.approx(ASKED_SECONDS, abs=0.1)


async def test_who_does_not_take_its_answer_is_let_go() -> None:
    desk = Desk(Office(png=bytes(8 << 20)))
    async with desk.client() as (_, writer):
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        writer.write(f"GET /screenshot HTTP/1.1\r\nAuthorization: Bearer {TOKEN}\r\n\r\n".encode())
        await asyncio.sleep(TAKEN_SECONDS + 1)
        assert desk.endpoint._clients == 0


async def test_so_many_clients_and_no_more() -> None:
    desk = Desk()
    desk.endpoint._clients = MAX_CLIENTS
    async with desk.client() as (reader, _):
        assert await reader.read() == b""


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"nonsense", 400),
        (b"GET  / HTTP/1.1", 400),
        (b"GET http://x/ HTTP/1.1", 400),
        (b"G(T / HTTP/1.1", 400),
        (b"GET / HTTP/2", 400),
        (b"GET / HTTP/1.1\r\n folded: x", 400),
        (b"GET / HTTP/1.1\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: +1", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 1025", 413),
        (b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999", 413),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked", 411),
    ],
)
def test_what_is_no_plain_request_is_refused(head: bytes, status: int) -> None:
    with pytest.raises(Refused) as refused:
        read_head(head + b"\r\n\r\n")
    assert refused.value.status == status


async def test_a_head_without_end_is_too_long() -> None:
    desk = Desk()
    async with desk.client() as (reader, writer):
        writer.write(b"GET / HTTP/1.1\r\nX: " + b"x" * 20_000)
        assert (await reader.read()).startswith(b"HTTP/1.1 431")
