"""Nothing of an ended session waits for the cyclic collector: reference counting alone frees it."""

import asyncio
import ctypes
import gc
import sys
import weakref
from collections.abc import Callable, Iterator

import pytest

import viewer.engine.service.registry
import viewer.engine.service.session
from tests.engine.client import stream_talk
from tests.engine.engine_in_loop import EngineInLoop, Guest
from viewer.engine.service.peer import Peer
from viewer.engine.service.session import Session
from viewer.memory import give_back, share_arenas

STORY = "This is a rather long sentence, which is cut off long before anybody has heard its end."


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def watched(session: Session) -> dict[str, Callable[[], object]]:
    """Weak references to a session and to what it is made of."""
    pipeline, peer = session.pipeline, session.peer
    assert peer is not None
    (sound, _), *_ = [(t.receiver, t.sender) for t in peer._connection.getTransceivers()]
    things = {
        "session": session,
        "pipeline": pipeline,
        "persona": pipeline.persona,
        "director": pipeline.director,
        "dialogue": pipeline.dialogue,
        "talk streams": pipeline.talk_streams,
        "agent audio": pipeline.agent_audio,
        "hearing": pipeline.hearing,
        "peer": peer,
        "voice track": peer._voice,
        "picture track": peer._picture,
        "connection": peer._connection,
        "ICE agent": sound.transport.transport._connection,
    }
    return {name: weakref.ref(thing) for name, thing in things.items()}


async def until_freed(parts: dict[str, Callable[[], object]]) -> None:
    """Wait until nothing is left; that of which something is left is named."""
    try:
        async with asyncio.timeout(5):
            while any(part() is not None for part in parts.values()):  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.01)
    except TimeoutError:
        left = [name for name, part in parts.items() if part() is not None]
        raise AssertionError(f"there is still: {', '.join(left)}") from None


async def use(client: Guest) -> None:
    """All that a session can do."""
    await client.until(lambda: client.finished("persona"))
    client.say("Search the handbook for firewall")
    await client.until(lambda: len(client.finished("persona")) == 2)
    client.send(message_type="director_note_cue", cue={"tag": "happy"}, in_seconds=0.5)
    await client.until(lambda: client.told("directorNoteCueApplied"))
    await stream_talk(client, "story", STORY, startOfSpeech=True)
    await client.until(lambda: len(client.speech("persona")[-1]["content"]) > 0)
    client.interrupt()
    sound = {"audioData": "AAAA" * 2000, "sampleRate": 24_000, "channels": 1, "sequenceNumber": 0}
    await client.signal("agentaudioinput", sound)
    await client.signal("agentaudioinputend", {})
    await asyncio.sleep(10)  # so that expressions come to rest
    client.say("Are you there?")  # it ends in the middle of its answer
    await client.until(lambda: client.speech("persona")[-1]["content"])


@pytest.mark.virtual_time
@pytest.mark.usefixtures("ears")
async def test_a_session_that_did_all_that_it_can_is_freed(
    quick_engine: EngineInLoop, no_collector: None
) -> None:
    async with quick_engine.joined(skipGreeting=False) as client:
        await use(client)
        parts = watched(quick_engine.session(client.session_id))
    client.peers.clear()
    await until_freed(parts)


@pytest.mark.virtual_time
async def test_a_session_whose_connection_was_replaced_and_lost_is_freed(
    quick_engine: EngineInLoop, no_collector: None
) -> None:
    async with quick_engine.joined() as client:
        first = watched(quick_engine.session(client.session_id))
        await client.another_offer()
        await client.until(lambda: len(client.peers) == 2)
        second = watched(quick_engine.session(client.session_id))
        client.peers[1].lose()
        await client.socket.wait_closed()
        client.peers.clear()
    await until_freed(first | second)


async def test_a_session_that_never_got_connected_is_freed_with_all_that_aiortc_made(
    quick_engine: EngineInLoop, no_collector: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer.engine.service.session, "Peer", Peer)
    async with quick_engine.visited(await quick_engine.granted()) as client:
        await client.offer()
        await client.until(lambda: client.signalled("icecandidate"))
        parts = watched(quick_engine.session(client.session_id))
        await client.signal("endsession", {})
        await client.socket.wait_closed()
    await until_freed(parts)


@pytest.mark.virtual_time
async def test_memory_is_given_back_once_sessions_have_ended(
    quick_engine: EngineInLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[float] = []
    now = asyncio.get_running_loop().time
    monkeypatch.setattr(viewer.engine.service.registry, "give_back", lambda: given.append(now()))
    async with quick_engine.joined(), quick_engine.joined():
        await asyncio.sleep(3)
        assert given == []
    await asyncio.sleep(3)
    assert len(given) == 1


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_where_there_is_no_glibc_its_functions_are_not_called(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_such_library(_: None) -> None:
        raise TypeError("as on Windows")

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(ctypes, "CDLL", no_such_library)
    share_arenas()
    give_back()
