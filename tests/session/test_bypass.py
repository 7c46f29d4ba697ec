"""What goes past the proxy is decided off the loop, and once in a network."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.e2e.running_session import running_session
from tests.proxy_server import proxy_server
from tests.session.timed_engine import timed_engine
from viewer.protocol import events
from viewer.session import bypass
from viewer.session import proxy as session_proxy
from viewer.session.bypass import Bypasses
from viewer.session.proxy import proxy_for

PROXY = "http://proxy.example:3128"


class System:
    """As macOS decides: by a name server, which answers when a test says so."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answers = threading.Event()
        self.answers.set()
        self.beside: tuple[str, ...] = ()
        self.threads: set[threading.Thread] = set()
        self.on_asked: Callable[[], object] = lambda: None

    def proxy_bypass(self, host: str) -> bool:
        self.asked.append(host)
        self.threads.add(threading.current_thread())
        self.on_asked()
        assert self.answers.wait(20)
        return host in self.beside


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Iterator[System]:
    system = System()
    monkeypatch.setattr(bypass, "proxy_bypass", system.proxy_bypass)
    monkeypatch.setattr(bypass, "_own_address", lambda family, _: f"10.0.0.1 {family}")
    monkeypatch.setattr(session_proxy, "_BYPASSES", Bypasses())
    yield system
    system.answers.set()


async def test_the_loop_goes_on_while_a_name_server_is_asked(system: System) -> None:
    began, loop = asyncio.Event(), asyncio.get_running_loop()
    system.on_asked = lambda: loop.call_soon_threadsafe(began.set)
    system.answers.clear()
    decision = asyncio.create_task(proxy_for("https://broker.example", PROXY))
    await began.wait()  # the loop goes on
    assert not decision.done()
    system.answers.set()
    assert await decision == PROXY
    assert threading.current_thread() not in system.threads


async def test_a_name_server_that_is_silent_leaves_the_name_to_the_proxy(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bypass, "PATIENCE", 0.01)
    system.answers.clear()
    assert await proxy_for("https://broker.example", PROXY) == PROXY
    system.answers.set()  # the loop's end waits for its threads


async def test_a_host_is_asked_about_once_and_again_in_another_network(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.beside = ("broker.example",)
    for _ in range(3):
        assert await proxy_for("https://broker.example", PROXY) is None
        assert await proxy_for("wss://engine.example", PROXY) == PROXY
    assert system.asked == ["broker.example", "engine.example"]
    monkeypatch.setattr(bypass, "_own_address", lambda family, _: f"10.9.9.9 {family}")
    system.beside = ()
    assert await proxy_for("https://broker.example", PROXY) == PROXY
    monkeypatch.setenv("http_proxy", "http://another.example:1")
    assert await proxy_for("https://broker.example", PROXY) == PROXY
    assert system.asked[2:] == ["broker.example"] * 2


async def test_a_connection_that_failed_is_asked_about_again(system: System) -> None:
    await proxy_for("https://broker.example", PROXY)
    session_proxy.websocket_problem(OSError(), PROXY)
    await proxy_for("https://broker.example", PROXY)
    assert system.asked == ["broker.example"] * 2


async def test_without_a_proxy_nobody_is_asked(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_proxy, "getproxies", dict)
    assert await proxy_for("https://broker.example", "") is None
    assert await proxy_for("https://broker.example", "none") is None
    assert system.asked == []


def test_this_machines_addresses_are_found_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unreachable(socket.socket):
        def connect(self, _: Any) -> None:
            raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket, "socket", Unreachable)
    assert bypass._present_network()[1] == ("", "")


@pytest.mark.virtual_time
async def test_no_name_is_looked_up_on_the_loop_of_a_session(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The broker's name, the engine's and the proxy's, whatever asks for them."""
    loops = threading.current_thread()
    asked: list[object] = []

    def watched(look_up: Callable[..., Any]) -> Callable[..., Any]:
        def asks(host: Any, *rest: Any, **wishes: Any) -> Any:
            assert threading.current_thread() is not loops, f"{host} is looked up on the loop"
            asked.append(host)
            return look_up(host, *rest, **wishes)

        return asks

    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "getfqdn"):
        monkeypatch.setattr(socket, name, watched(getattr(socket, name)))
    async with timed_engine(monkeypatch) as engine, proxy_server() as between:
        url, through = (where.replace("127.0.0.1", "localhost") for where in (engine.url, between.url()))
        async with running_session(url, proxy=through) as running:
            await running.phase(events.Phase.LIVE)
    assert "localhost" in asked
    assert system.asked[0] == "localhost"
