"""A name server that is silent, and a loop that ends all the same."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from viewer.media.pcm import SAMPLE_RATE, PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.session import events
from viewer.session.loop import new_session_loop
from viewer.session.thread import SessionThread


@pytest.fixture
def silent_name_server(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Set when the name was asked for; nobody answers until the test is over."""
    asked, over = threading.Event(), threading.Event()
    resolve: Callable[..., Any] = socket.getaddrinfo

    def hang(host: Any, *rest: Any, **wishes: Any) -> Any:
        if host not in ("nowhere.test", b"nowhere.test"):
            return resolve(host, *rest, **wishes)
        asked.set()
        over.wait(60)
        raise socket.gaierror("nobody answered")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    yield asked
    over.set()


def test_the_media_thread_ends_while_a_name_is_being_looked_up(silent_name_server: threading.Event) -> None:
    thread = SessionThread(lambda _: None, PictureSlot(), PcmBuffer(2, SAMPLE_RATE), None)
    thread.start()
    thread.submit(events.Connect("http://nowhere.test:1", "joe"))
    assert silent_name_server.wait(20)
    asked = time.monotonic()
    thread.stop()
    assert time.monotonic() - asked < 1


def test_names_and_their_absence_are_told_as_ever() -> None:
    async def look_up(host: str) -> Any:
        return await asyncio.get_running_loop().getaddrinfo(host, 80, type=socket.SOCK_STREAM)

    with asyncio.Runner(loop_factory=new_session_loop) as runner:
        found = runner.run(look_up("localhost"))
        assert found == socket.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM)
        with pytest.raises(OSError, match=r"."):
            runner.run(look_up("no name at all"))
