"""Commands on their way to the media thread."""

import threading

from viewer import errors
from viewer.media.pcm import PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.session import events
from viewer.session.thread import MAX_WAITING, SessionThread


def test_nothing_is_left_of_a_thread_that_was_stopped() -> None:
    before = set(threading.enumerate())
    for _ in range(2):
        thread = SessionThread(lambda _: None, PictureSlot(), PcmBuffer(channels=2, capacity=100), None)
        thread.start()
        thread.submit(events.Connect("http://127.0.0.1:9", "joe"))
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
        thread.submit(events.Connect("http://127.0.0.1:9", "joe"))
        assert busy.wait(20)
        for _ in range(MAX_WAITING + 50):
            thread.submit(events.InterruptPersona())
        thread.submit(events.Disconnect())
        go_on.set()
        assert over.wait(20)
    finally:
        go_on.set()
        thread.stop()
    refused = [event.error for event in told if isinstance(event, events.CommandRefused)]
    assert sum(isinstance(error, errors.NotSent) for error in refused) == 50
