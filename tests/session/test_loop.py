"""A name server that is silent, and a loop that ends all the same."""

import asyncio
import selectors
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from viewer.media.pcm import SAMPLE_RATE, PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.protocol import commands, events
from viewer.session.loop import LotSelector, SessionLoop
from viewer.session.thread import SessionThread


@dataclass
class NameServer:
    """``asked``: for the name. ``answered``: in the end, to whoever still waits."""

    asked: threading.Event = field(default_factory=threading.Event)
    answered: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def silent_name_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[NameServer]:
    """Nobody answers until the test is over."""
    server, over = NameServer(), threading.Event()
    resolve: Callable[..., Any] = socket.getaddrinfo

    def hang(host: Any, *rest: Any, **wishes: Any) -> Any:
        if host not in ("nowhere.test", b"nowhere.test"):
            return resolve(host, *rest, **wishes)
        server.asked.set()
        over.wait(60)
        server.answered.set()
        raise socket.gaierror("nobody answered")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    yield server
    over.set()


def test_the_media_thread_ends_while_a_name_is_being_looked_up(silent_name_server: NameServer) -> None:
    thread = SessionThread(lambda _: None, PictureSlot(), PcmBuffer(2, SAMPLE_RATE), None)
    thread.start()
    thread.submit(commands.Connect("http://nowhere.test:1", "joe"))
    assert silent_name_server.asked.wait(20)
    thread.stop()
    assert not silent_name_server.answered.is_set()


def test_names_and_their_absence_are_told_as_ever() -> None:
    async def look_up(host: str) -> Any:
        return await asyncio.get_running_loop().getaddrinfo(host, 80, type=socket.SOCK_STREAM)

    with asyncio.Runner(loop_factory=SessionLoop) as runner:
        found = runner.run(look_up("localhost"))
        assert found == socket.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM)
        with pytest.raises(OSError, match=r"."):
            runner.run(look_up("no name at all"))


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Two ends of a line."""
    one, other = socket.socketpair()
    with one, other:
        yield one, other


def test_in_lots_what_comes_in_a_pause_is_told_after_it(
    ends: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    paused: list[float] = []

    def pause(seconds: float) -> None:
        paused.append(seconds)
        ends[1].send(b"x")

    monkeypatch.setattr("viewer.session.loop.time.sleep", pause)
    with LotSelector() as selector:
        selector.register(ends[0], selectors.EVENT_READ)
        assert selector.select(0) == []
        selector.in_lots = True
        assert selector.select(0) == []
        assert paused == []
        assert len(selector.select(0.0001)) == 1
        assert paused == [0.0001]
        assert len(selector.select()) == 1
        assert paused == [0.0001], "it was there already"
        ends[0].recv(9)
        assert len(selector.select()) == 1
        assert paused == [0.0001, 0.002]


def test_media_come_in_lots_and_a_connection_does_not_wait() -> None:
    told: list[events.Event] = []
    thread = SessionThread(told.append, PictureSlot(), PcmBuffer(2, SAMPLE_RATE), None)
    thread._loop = loop = SessionLoop()
    found = []
    for phase in events.Phase:
        thread._publish(events.PhaseChanged(phase))
        found.append(loop._lots.in_lots)
    loop.close()
    assert found == [phase is events.Phase.LIVE for phase in events.Phase]
    assert len(told) == len(found)
