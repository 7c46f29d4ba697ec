"""What macOS and Windows do not have, faked: where they differ, and each branch for them.

Others are where their subject is: processor affinity (engine/service/test_cores.py), whether a pipe is still
read (test_standard_output.py).
"""

import asyncio
import ctypes
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from viewer import cli
from viewer.broker.server import find_key
from viewer.doctor import command as doctor
from viewer.engine.service import server as engine
from viewer.interruption import when_told_to_end
from viewer.memory import share_arenas
from viewer.session.loop import SessionLoop
from viewer.settings import BrokerSettings, EngineSettings
from viewer.tasks import new_datagram_loop
from viewer.ui import event_loop


class Proactor(asyncio.SelectorEventLoop):
    """In the place of Windows' own loop."""


class WindowsPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        return Proactor()


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Windows, as far as this program asks."""

    def no_handlers(*_: object) -> None:
        raise NotImplementedError

    def no_library(name: str | None) -> None:
        raise TypeError(f"LoadLibrary() argument 1 must be str, not {type(name).__name__}")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(asyncio.SelectorEventLoop, "add_signal_handler", no_handlers)
    monkeypatch.setattr(ctypes, "CDLL", no_library)
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class Chosen(Exception):
    """Which loop runs."""


async def choose(*_: object) -> Any:
    raise Chosen(*(kind.__name__ for kind in type(asyncio.get_running_loop()).__mro__))


def run_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_serve", choose)
    engine.serve(EngineSettings(port=0))


def run_doctor(_: pytest.MonkeyPatch) -> None:
    doctor._run(choose())


def run_session(_: pytest.MonkeyPatch) -> None:
    with asyncio.Runner(loop_factory=SessionLoop) as runner:
        runner.run(choose())


@pytest.mark.parametrize("run", [run_engine, run_doctor, run_session])
def test_what_speaks_webrtc_never_runs_on_the_proactor(
    run: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asyncio.events, "_event_loop_policy", WindowsPolicy())
    monkeypatch.setattr(engine, "listen", lambda *_: None)
    with pytest.raises(Chosen, match="SelectorEventLoop"):
        run(monkeypatch)


class UnreachablePeer(socket.socket):
    """A socket on Windows whose last datagram was answered by ICMP."""

    errors = 2

    def recvfrom(self, *size: int) -> Any:
        if self.errors:
            self.errors -= 1
            raise ConnectionResetError(10054, "forcibly closed by the remote host")
        return super().recvfrom(*size)


class Listener(asyncio.DatagramProtocol):
    def __init__(self) -> None:
        self.heard: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    def datagram_received(self, data: bytes, _: Any) -> None:
        self.heard.set_result(data)


def test_datagrams_are_heard_after_a_peers_port_was_closed() -> None:
    async def listen() -> bytes:
        ours = UnreachablePeer(socket.AF_INET, socket.SOCK_DGRAM)
        ours.bind(("127.0.0.1", 0))
        ours.setblocking(False)
        loop = asyncio.get_running_loop()
        transport, listener = await loop.create_datagram_endpoint(Listener, sock=ours)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
            peer.sendto(b"hello", ours.getsockname())
            async with asyncio.timeout(20):
                heard = await listener.heard
        transport.close()
        return heard

    with asyncio.Runner(loop_factory=new_datagram_loop) as runner:
        assert runner.run(listen()) == b"hello"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.usefixtures("windows")
async def test_the_engine_is_told_to_stop_where_loops_take_no_signals(number: signal.Signals) -> None:
    stop = asyncio.Event()
    when_told_to_end(stop.set)
    signal.raise_signal(number)
    await stop.wait()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.usefixtures("windows")
async def test_the_window_is_told_to_end_while_nothing_else_happens(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_loop, "_SIGNAL_SECONDS", 0.001)
    over = event_loop.until_told()
    looked = asyncio.Event()
    let_in = event_loop._let_signals_in

    def look(loop: asyncio.AbstractEventLoop) -> None:
        looked.set()
        let_in(loop)

    monkeypatch.setattr(event_loop, "_let_signals_in", look)
    await looked.wait()  # Python runs, and so it would see a signal
    signal.raise_signal(number)
    await over.wait()


@pytest.mark.usefixtures("windows")
def test_the_c_library_is_not_asked_where_there_is_none() -> None:
    share_arenas()


@pytest.mark.usefixtures("windows")
def test_a_key_file_is_read_where_files_have_no_bits_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANAM_API_KEY", raising=False)
    file = tmp_path / "key"
    file.write_text("a-key")
    file.chmod(0o666)
    assert find_key(BrokerSettings(key_file=file)) == "a-key"


@pytest.mark.usefixtures("windows")
def test_a_server_whose_parent_has_gone_hears_a_signal_and_is_not_ended_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raised: list[signal.Signals] = []
    ended = threading.Event()
    monkeypatch.setattr(os, "read", lambda *_: b"")
    monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("that is TerminateProcess"))
    monkeypatch.setattr(os, "_exit", lambda _: ended.set())
    monkeypatch.setattr(signal, "raise_signal", raised.append)
    monkeypatch.setattr(cli, "_GRACE_SECONDS", 0)
    cli._end_with_stdin()
    assert raised == [signal.SIGTERM]
    assert ended.is_set()
