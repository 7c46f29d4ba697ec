"""What a gallery asks for: the newest first, few at a time, and nothing while a session begins."""

import asyncio
from concurrent.futures import Future

import pytest

from viewer import errors, kept_tokens
from viewer.protocol.commands import FetchStill, ForgetToken, KeepToken, ListPersonas
from viewer.protocol.events import Event, PersonasListed, StillFetched, TokenForgotten, TokenKept
from viewer.protocol.personas import Persona
from viewer.session import faces
from viewer.session.faces import Faces
from viewer.session.personas import Listing

BROKER = "http://broker.example"


class Network:
    """Brokers that answer when they are let; ``asked`` in order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        self.go_on = asyncio.Event()
        self.fails_with: Exception | None = None
        monkeypatch.setattr(faces, "fetch_picture", self.fetch)
        monkeypatch.setattr(faces, "look_up", self.look_up)

    async def fetch(self, broker: str, path: str, proxy: str, limit: int) -> bytes:
        self.asked.append(path)
        await self.go_on.wait()
        if self.fails_with:
            raise self.fails_with
        return path.encode()

    async def look_up(self, broker: str, proxy: str) -> Listing:
        self.asked.append(broker)
        await self.go_on.wait()
        if self.fails_with:
            raise self.fails_with
        return Listing((Persona("joe", "Joe"),))


@pytest.fixture
async def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    return Network(monkeypatch)


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_what_was_asked_for_last_is_fetched_first_and_few_at_a_time(network: Network) -> None:
    told: list[Event] = []
    gallery = Faces(told.append)
    for number in range(8):
        gallery.perform(FetchStill(BROKER, f"/{number}"))
    await settle()
    assert network.asked == ["/0", "/1", "/2"]
    network.go_on.set()
    await settle()
    assert network.asked[3:] == ["/7", "/6", "/5", "/4", "/3"]
    assert {event.path: event.content for event in told if isinstance(event, StillFetched)} == {
        f"/{number}": f"/{number}".encode() for number in range(8)
    }
    await gallery.close()


async def test_a_newer_question_drops_the_one_that_is_open(network: Network) -> None:
    told: list[Event] = []
    gallery = Faces(told.append)
    gallery.perform(ListPersonas("http://old.example"))
    await settle()
    gallery.perform(ListPersonas(BROKER))
    network.go_on.set()
    await settle()
    assert told == [PersonasListed(BROKER, (Persona("joe", "Joe"),))]
    await gallery.close()


async def test_a_session_that_begins_has_the_network_for_itself(network: Network) -> None:
    told: list[Event] = []
    gallery = Faces(told.append)
    gallery.perform(ListPersonas(BROKER))
    for number in range(5):
        gallery.perform(FetchStill(BROKER, f"/{number}"))
    await settle()
    gallery.perform(FetchStill(BROKER, "/5"))
    gallery.rest()
    network.go_on.set()
    await settle()
    assert sorted(event.path for event in told if isinstance(event, StillFetched)) == [
        f"/{number}" for number in range(6)
    ]
    assert all(event.content is None for event in told if isinstance(event, StillFetched))
    assert not any(isinstance(event, PersonasListed) for event in told)
    gallery.perform(FetchStill(BROKER, "/later"))
    await settle()
    assert told[-1] == StillFetched(BROKER, "/later", b"/later")
    await gallery.close()


@pytest.mark.parametrize("failure", [errors.BrokerUnreachable(), MemoryError("no room")])
async def test_whatever_fails_is_told(network: Network, failure: Exception) -> None:
    told: list[Event] = []
    gallery = Faces(told.append)
    network.fails_with = failure
    network.go_on.set()
    gallery.perform(ListPersonas(BROKER))
    gallery.perform(FetchStill(BROKER, "/a"))
    await settle()
    assert StillFetched(BROKER, "/a") in told
    [listed] = [event for event in told if isinstance(event, PersonasListed)]
    assert isinstance(listed.error, errors.ViewerError)
    await gallery.close()


async def test_more_than_anybody_looks_at_is_not_fetched(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faces, "MAX_WANTED", 2)
    told: list[Event] = []
    gallery = Faces(told.append)
    for number in range(6):
        gallery.perform(FetchStill(BROKER, f"/{number}"))
    assert told == [StillFetched(BROKER, "/3")]
    await gallery.close()


async def test_a_token_is_kept_and_where_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Future[str] = Future()
    monkeypatch.setattr(kept_tokens, "keep", lambda broker, token: asked)
    told: list[Event] = []
    gallery = Faces(told.append)
    gallery.perform(KeepToken(BROKER, "pvc_word"))
    await settle()
    assert told == []
    asked.set_result("It is kept.")
    await settle()
    assert told == [TokenKept(BROKER, "It is kept.")]
    assert "pvc_word" not in repr(KeepToken(BROKER, "pvc_word"))
    await gallery.close()


async def test_a_token_is_forgotten_after_it_was_kept_and_a_failure_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: Future[str] = Future()
    forgotten: Future[bool] = Future()
    asked: list[str] = []
    monkeypatch.setattr(kept_tokens, "keep", lambda broker, token: kept)

    def forget(broker: str) -> Future[bool]:
        asked.append(broker)
        return forgotten

    monkeypatch.setattr(kept_tokens, "forget", forget)
    told: list[Event] = []
    gallery = Faces(told.append)
    gallery.perform(KeepToken(BROKER, "pvc_word"))
    gallery.perform(ForgetToken(BROKER))
    await settle()
    assert asked == []
    kept.set_result("It is kept.")
    await settle()
    assert asked == [BROKER]
    locked = errors.UsageError("The keyring is locked.")
    forgotten.set_exception(locked)
    await settle()
    assert told == [TokenKept(BROKER, "It is kept."), TokenForgotten(BROKER, locked)]
    await gallery.close()
