"""What an offer is answered with, and which socket gets it; with a real peer, that is one that gathers."""

import asyncio

import pytest
from starlette.websockets import WebSocket

import viewer.engine.service.session
from tests.engine.engine_in_loop import EngineInLoop
from viewer.engine.service.peer import Peer
from viewer.engine.service.registry import GOODBYE
from viewer.protocol.signalling import Signal


@pytest.fixture
def real_peers(quick_engine: EngineInLoop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewer.engine.service.session, "Peer", Peer)


@pytest.mark.usefixtures("real_peers")
async def test_a_browsers_offer_is_answered_in_kind(quick_engine: EngineInLoop) -> None:
    async with quick_engine.visited(await quick_engine.granted()) as client:
        # A candidate may come before the offer, and a bad one does no harm.
        for candidate in ("candidate:1 1 udp 2122194687 127.0.0.1 9 typ host", "candidate:1 1 sctp x y"):
            payload = {"candidate": candidate, "sdpMid": "0", "sdpMLineIndex": 0}
            await client.signal("icecandidate", payload)
        await client.offer()
        await client.until(lambda: client.signalled("icecandidate"))
        assert client.signals[0]["actionType"] == "answer"
        answer = client.signals[0]["payload"]
        assert answer["type"] == "answer"
        sections = answer["sdp"].split("m=")[1:]
        video = next(section for section in sections if section.startswith("video"))
        audio = next(section for section in sections if section.startswith("audio"))
        assert "a=sendonly" in video
        assert "VP8/90000" in video
        assert "a=sendrecv" in audio
        assert "opus/48000/2" in audio
        streams = {line.split()[0] for line in answer["sdp"].splitlines() if line.startswith("a=msid:")}
        assert len(streams) == 1
        assert "a=candidate" not in answer["sdp"]
        candidate = client.signalled("icecandidate")[0]
        assert candidate["candidate"].startswith("candidate:")
        assert candidate["sdpMid"] == "0"
        assert candidate["usernameFragment"] in answer["sdp"]


@pytest.mark.usefixtures("real_peers")
async def test_a_newer_socket_replaces_the_older_and_gets_what_that_missed(
    quick_engine: EngineInLoop,
) -> None:
    async with quick_engine.visited(await quick_engine.granted()) as client:
        older = client.socket
        await client.offer()
        await client.until(lambda: client.signalled("answer"))
        client.open_socket()
        await older.wait_closed()
        await older.serving
        await client.offer()
        await client.until(lambda: len(client.signalled("answer")) == 2)
        assert client.socket.close_code is None


@pytest.mark.virtual_time
async def test_what_is_sent_while_no_socket_is_open_comes_over_the_next(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(maxSessionLengthSeconds=35) as client:
        await client.socket.close()
        await asyncio.sleep(6)
        assert client.signalled("warning") == []
        client.open_socket()
        await client.until(lambda: client.signalled("warning"))
        await client.socket.wait_closed()


@pytest.mark.virtual_time
@pytest.mark.parametrize("payload", [{}, {"connectionDescription": {"type": "offer", "sdp": "rubbish"}}])
async def test_an_unusable_offer_ends_the_session_with_a_reason(
    quick_engine: EngineInLoop, payload: dict[str, object]
) -> None:
    async with quick_engine.visited(await quick_engine.granted()) as client:
        await client.signal("offer", payload)
        await client.socket.wait_closed()
        (ended,) = client.signals
        assert ended["actionType"] == "endsession"
        assert "offer" in ended["payload"]
        assert await quick_engine.observed(client.session_id) == {}


@pytest.mark.virtual_time
async def test_of_what_no_socket_takes_the_newest_200_are_kept(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        session = quick_engine.session(client.session_id)
        await client.socket.close()
        for number in range(250):
            session.socket.send(Signal("warning", client.session_id, str(number)))
        client.open_socket()
        await client.until(lambda: "249" in client.signalled("warning"))
        assert client.signalled("warning") == [str(number) for number in range(50, 250)]


@pytest.mark.virtual_time
@pytest.mark.parametrize(("takes", "patience", "told"), [(0.2, 0.2, True), (3600.0, 0.3, False)])
async def test_a_slow_client_is_told_why_it_is_over_and_a_stuck_one_is_not_waited_for(
    quick_engine: EngineInLoop, monkeypatch: pytest.MonkeyPatch, takes: float, patience: float, told: bool
) -> None:
    send = WebSocket.send_text

    async def send_slowly(socket: WebSocket, text: str) -> None:
        await asyncio.sleep(takes)
        await send(socket, text)

    async with quick_engine.joined() as client:
        monkeypatch.setattr(WebSocket, "send_text", send_slowly)
        lost = asyncio.get_running_loop().time()
        client.peers[0].lose()
        await client.socket.wait_closed()
        assert client.signalled("endsession") == (["The media connection was lost."] if told else [])
        assert asyncio.get_running_loop().time() - lost == pytest.approx(patience, abs=0.05)


@pytest.mark.virtual_time
async def test_an_unknown_session_is_told_so(quick_engine: EngineInLoop) -> None:
    async with quick_engine.visited("unknown") as client:
        await client.socket.wait_closed()
        (ended,) = client.signals
        assert ended["actionType"] == "endsession"
        assert client.socket.close_code == 1008


@pytest.mark.virtual_time
async def test_goodbye_frees_the_session_at_once(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        began = asyncio.get_running_loop().time()
        await client.signal("endsession", {})
        await client.socket.wait_closed()
        assert await quick_engine.observed(client.session_id) == {}
        assert asyncio.get_running_loop().time() - began < 0.1
        assert client.signalled("endsession") == []


@pytest.mark.virtual_time
async def test_every_client_is_told_when_the_engine_stops(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as one, quick_engine.joined() as other:
        await quick_engine.registry.close()
        for client in (one, other):
            assert client.signals[-1]["actionType"] == "endsession"
            assert client.signals[-1]["payload"] == GOODBYE
            assert client.socket.close_code == 1000


@pytest.mark.virtual_time
async def test_a_second_offer_on_a_fresh_socket_goes_on_with_the_connection(
    quick_engine: EngineInLoop,
) -> None:
    async with quick_engine.joined() as client:
        client.say("Hello")
        await client.until(lambda: client.speech("persona"))
        await client.socket.close()
        client.open_socket()
        await client.offer()
        await client.until(lambda: len(client.signalled("answer")) == 2)
        await client.until(lambda: client.finished("persona"))
        assert not client.speech("persona")[-1]["interrupted"]
        assert len(client.peers) == 1
        seen = await quick_engine.observed(client.session_id)
        assert (seen["state"], seen["peer"]) == ("live", "connected")


@pytest.mark.virtual_time
async def test_another_connection_takes_the_place_of_the_first(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(skipGreeting=False) as client:
        await client.until(lambda: client.finished("persona"))
        await client.another_offer()
        await client.until(lambda: len(client.peers) == 2)
        assert len(client.signalled("sessionready")) == 2
        await asyncio.sleep(5)
        assert len(client.finished("persona")) == 1  # no second greeting
        client.say("Hello")
        await client.until(lambda: len(client.finished("persona")) == 2)
        assert client.finished("user") == ["Hello"]
        assert not any(chunk["interrupted"] for chunk in client.speech("persona"))


@pytest.mark.virtual_time
async def test_a_candidate_that_comes_before_the_offer_is_used(quick_engine: EngineInLoop) -> None:
    async with quick_engine.visited(await quick_engine.granted()) as client:
        for port in (9, 10):
            candidate = f"candidate:1 1 udp 2122194687 127.0.0.1 {port} typ host"
            await client.signal("icecandidate", {"candidate": candidate, "sdpMid": "0", "sdpMLineIndex": 0})
        await client.offer()
        await client.until(lambda: client.peers)
        taken = [candidate.candidate.split()[5] for candidate in client.peers[0].candidates if candidate]
        assert taken == ["9", "10"]


@pytest.mark.virtual_time
async def test_of_a_flood_of_early_candidates_the_first_64_are_used(quick_engine: EngineInLoop) -> None:
    async with quick_engine.visited(await quick_engine.granted()) as client:
        for port in range(1000, 1100):
            candidate = f"candidate:1 1 udp 2122194687 127.0.0.1 {port} typ host"
            await client.signal("icecandidate", {"candidate": candidate, "sdpMid": "0", "sdpMLineIndex": 0})
        await client.offer()
        await client.until(lambda: client.peers)
        taken = [candidate.candidate.split()[5] for candidate in client.peers[0].candidates if candidate]
        assert taken == [str(port) for port in range(1000, 1064)]


@pytest.mark.virtual_time
async def test_a_session_whose_connection_is_lost_is_over(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        client.peers[0].lose()
        await client.socket.wait_closed()
        assert client.signals[-1]["payload"] == "The media connection was lost."
        assert await quick_engine.observed(client.session_id) == {}
