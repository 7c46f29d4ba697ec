"""Commands on their way to the media thread."""

import threading

import pytest
from aioice import Connection

from viewer import errors
from viewer.media.pcm import PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.protocol import commands, events
from viewer.session.thread import MAX_WAITING, SessionThread


def test_nothing_is_left_of_a_thread_that_was_stopped() -> None:
    before = set(threading.enumerate())
    for _ in range(2):
        thread = SessionThread(lambda _: None, PictureSlot(), PcmBuffer(channels=2, capacity=100), None)
        thread.start()
        thread.submit(commands.Connect("http://127.0.0.1:9", "joe"))
        thread.stop()
        thread.stop()
        assert set(threading.enumerate()) == before


def test_more_commands_than_can_wait_are_refused_and_a_disconnect_never_is() -> None:
    told: list[events.Event] = []
    busy, go_on, over = threading.Event(), threading.Event(), threading.Event()

    def tell(event: events.Event) -> None:
        told.append(event)
        if event == events.PhaseChanged(events.Phase.ASKING_BROKER):
            busy.set()
            assert go_on.wait(20)
        if isinstance(event, events.SessionClosed):
            over.set()

    thread = SessionThread(tell, PictureSlot(), PcmBuffer(channels=2, capacity=100), None)
    thread.start()
    try:
        thread.submit(commands.Connect("http://127.0.0.1:9", "joe"))
        assert busy.wait(20)
        for _ in range(MAX_WAITING + 50):
            thread.submit(commands.InterruptPersona())
        thread.submit(commands.Disconnect())
        go_on.set()
        assert over.wait(20)
    finally:
        go_on.set()
        thread.stop()
    refused = [event.error for event in told if isinstance(event, events.CommandRefused)]
    assert sum(isinstance(error, errors.NotSent) for error in refused) == 50


def test_libraries_that_do_not_fit_are_told_whoever_connects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Connection, "sort_check_list")
    told: list[events.Event] = []
    over = threading.Semaphore(0)

    def tell(event: events.Event) -> None:
        told.append(event)
        if isinstance(event, events.SessionClosed):
            over.release()

    thread = SessionThread(tell, PictureSlot(), PcmBuffer(channels=2, capacity=100), None)
    thread.start()
    try:
        for _ in range(2):
            thread.submit(commands.Connect("http://127.0.0.1:9", "joe"))
            assert over.acquire(timeout=20)
    finally:
        thread.stop()
    closed = [event.error for event in told if isinstance(event, events.SessionClosed)]
    assert ["aiortc or aioice does not fit" in str(error) for error in closed] == [True, True]
