"""Commands on their way to the media thread."""

import asyncio
import threading
from collections.abc import Callable, Iterator

import pytest
from aioice import Connection

from tests.session.every_await import Await, Plan, awaits_of, plant
from viewer import errors
from viewer.media.pcm import PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.protocol import commands, events
from viewer.session import thread as session_thread
from viewer.session.faces import Faces
from viewer.session.thread import MAX_WAITING, SessionThread
from viewer.webrtc.warm_up import load_webrtc


def test_nothing_is_left_of_a_thread_that_was_stopped() -> None:
    before = set(threading.enumerate())
    for _ in range(2):
        thread = SessionThread(lambda _: None, PictureSlot(), PcmBuffer(channels=2, capacity=100), None)
        thread.start()
        thread.submit(commands.Connect("http://127.0.0.1:9", "joe"))
        thread.stop()
        thread.stop()
        assert set(threading.enumerate()) == before


def test_memory_is_overwritten_between_sessions_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asking, overwritten = threading.Event(), threading.Event()
    monkeypatch.setattr(session_thread, "overwrite_free", overwritten.set)

    def tell(event: events.Event) -> None:
        if event == events.PhaseChanged(events.Phase.ASKING_BROKER):
            asking.set()

    thread = SessionThread(tell, PictureSlot(), PcmBuffer(channels=2, capacity=100), None)
    thread.start()
    try:
        thread.submit(commands.Connect("http://127.0.0.1:9", "joe"))
        thread.submit(commands.OverwriteFree())
        assert asking.wait(20)
        assert not overwritten.is_set()
        thread.submit(commands.Disconnect())
        thread.submit(commands.OverwriteFree())
        assert overwritten.wait(20)
    finally:
        thread.stop()


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


class Watched:
    """A media thread, and what it tells."""

    def __init__(self) -> None:
        self.events: list[events.Event] = []
        self.died = False
        self._told = threading.Condition()
        buffer = PcmBuffer(channels=2, capacity=100)
        self.thread = SessionThread(self._tell, PictureSlot(), buffer, None, on_death=self._die)
        self.thread.start()

    @property
    def ends(self) -> list[errors.ViewerError | None]:
        """Why sessions closed."""
        return [event.error for event in self.events if isinstance(event, events.SessionClosed)]

    def connect(self) -> errors.ViewerError | None:
        """Ask for a session with nobody, which fails at once; why it closed, or the thread died."""
        with self._told:
            before = len(self.ends)
            self.thread.submit(commands.Connect("http://127.0.0.1:9", ""))
            assert self._told.wait_for(lambda: self.died or len(self.ends) > before, 30)
            return self.thread.failure if self.died else self.ends[-1]

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Until ``what`` is so."""
        with self._told:
            assert self._told.wait_for(what, 30)

    def _tell(self, event: events.Event) -> None:
        with self._told:
            self.events.append(event)
            self._told.notify_all()

    def _die(self) -> None:
        with self._told:
            self.died = True
            self._told.notify_all()


@pytest.fixture
def watched() -> Iterator[Callable[[], Watched]]:
    made: list[Watched] = []

    def make() -> Watched:
        made.append(Watched())
        return made[-1]

    yield make
    for one in made:
        one.thread.stop()


@pytest.mark.parametrize("failure", [ValueError, asyncio.CancelledError, SystemExit])
@pytest.mark.parametrize("place", awaits_of(session_thread), ids=str)
def test_an_await_that_fails_is_told_and_a_thread_that_dies_says_so(
    place: Await,
    failure: type[BaseException],
    watched: Callable[[], Watched],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = Plan(place, failure("planted"))
    plant(plan, session_thread, monkeypatch)
    fail_to_load(monkeypatch, times=1)
    media = watched()
    for _ in range(3):
        assert media.connect()
    media.thread.submit(commands.Disconnect())
    media.connect()
    media.thread.stop()
    assert plan.has_failed
    if failure is not SystemExit and place.function != "SessionThread._main":
        assert not media.died
    if not media.died:
        assert any(isinstance(error, errors.UsageError) for error in media.ends), "it does not go on"
        assert media.thread.failure is None


def fail_to_load(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    tries: list[int] = []

    async def fail() -> None:
        tries.append(1)
        if len(tries) <= times:
            raise OSError("no more files")
        await load_webrtc()

    monkeypatch.setattr(session_thread, "load_webrtc", fail)


def test_what_could_not_be_loaded_is_tried_again_for_whoever_connects(
    watched: Callable[[], Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_to_load(monkeypatch, times=2)
    media = watched()
    assert isinstance(media.connect(), errors.InternalError)
    assert isinstance(media.connect(), errors.UsageError)


def test_a_conversation_that_cannot_begin_is_told(
    watched: Callable[[], Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(session_thread, "Conversation", fail)
    media = watched()
    assert str(media.connect()) == "Something in this program failed (MemoryError)."
    monkeypatch.undo()
    assert isinstance(media.connect(), errors.UsageError)


def test_a_thread_that_cannot_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("too many open files")

    monkeypatch.setattr(session_thread, "SessionLoop", fail)
    thread = SessionThread(lambda _: None, PictureSlot(), PcmBuffer(channels=2, capacity=100), None)
    with pytest.raises(errors.InternalError, match="OSError"):
        thread.start()
    thread.stop()


def test_a_gallery_is_asked_for_beside_no_session(watched: Callable[[], Watched]) -> None:
    media = watched()
    media.thread.submit(commands.ListPersonas("http://127.0.0.1:9"))
    media.wait_for(lambda: any(isinstance(event, events.PersonasListed) for event in media.events))
    assert media.connect()


def test_a_session_that_begins_has_the_network_for_itself(
    watched: Callable[[], Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[str] = []
    monkeypatch.setattr(Faces, "rest", lambda _: rested.append("rested"))
    assert watched().connect()
    assert rested == ["rested"]
