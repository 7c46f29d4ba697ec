"""Whole sessions through a proxy that counts."""

import socket
from urllib.parse import urlsplit

import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.processes import Server
from tests.proxy_server import PASSWORD, USER, proxy_server
from viewer import errors
from viewer.protocol import commands, events

pytestmark = pytest.mark.wire


async def ended(session: RunningSession) -> errors.ViewerError:
    closed = await session.seen(events.SessionClosed)
    assert closed.error
    return closed.error


def port(url: str) -> int | None:
    return urlsplit(url).port


async def test_broker_signalling_and_talk_go_through_the_proxy(broker: Server) -> None:
    async with (
        proxy_server(with_password=True) as proxy,
        running_session(broker.url, proxy=proxy.url()) as session,
    ):
        await session.phase(events.Phase.LIVE)
        session.session.perform(commands.InterruptPersona())
        session.session.perform(commands.Talk("Hello through the proxy."))
        await session.seen(events.MessageUpdated, lambda event: "proxy" in event.message.content)
    post, connect, talk = (line.split() for line in proxy.passed)
    assert (post[0], connect[0], talk[0]) == ("POST", "CONNECT", "POST")
    assert post[1].endswith(f":{port(broker.url)}")
    assert connect[1] == talk[1] != post[1]


async def test_the_systems_proxy_is_left_out_on_this_machine(
    broker: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with proxy_server() as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        async with running_session(broker.url, "clock") as session:
            await session.phase(events.Phase.LIVE)
    assert proxy.passed == []


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_proxy_that_wants_another_password_is_said_to_refuse(broker: Server, scheme: str) -> None:
    async with proxy_server(with_password=True) as proxy:
        wrong = proxy.url(scheme).replace(PASSWORD, "not-the-password")
        for url in (wrong, wrong.replace(f"{USER}:not-the-password@", "")):
            async with running_session(broker.url, "clock", proxy=url) as session:
                error = await ended(session)
            assert isinstance(error, errors.ProxyRefused)
            assert "not-the-password" not in f"{error.message} {error.hint}"


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_proxy_that_is_not_there_is_said_not_to_be(broker: Server, scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        closed = listener.getsockname()[1]
    async with running_session(broker.url, "clock", proxy=f"{scheme}://127.0.0.1:{closed}") as session:
        assert isinstance(await ended(session), errors.ProxyUnreachable)


async def test_a_proxy_that_reaches_no_broker_is_not_blamed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        closed = listener.getsockname()[1]
    async with proxy_server() as proxy:
        for scheme in ("http", "https"):
            async with running_session(f"{scheme}://127.0.0.1:{closed}", proxy=proxy.url()) as session:
                assert not isinstance(await ended(session), errors.ProxyRefused | errors.ProxyUnreachable)


async def test_a_proxy_that_lets_no_signalling_through_is_named_as_the_reason(broker: Server) -> None:
    async with (
        proxy_server(refused=frozenset({"CONNECT"})) as proxy,
        running_session(broker.url, "clock", proxy=proxy.url()) as session,
    ):
        error = await ended(session)
    assert isinstance(error, errors.SignallingLost)
    assert error.message == errors.ProxyRefused.default_message
