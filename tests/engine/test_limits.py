"""What ends a session that goes well, what refuses another, and what a session may look like."""

import asyncio
from collections.abc import Iterator
from typing import Any

import av
import httpx
import numpy as np
import pytest
from websockets.asyncio.client import connect

from tests.engine.client import PATIENCE, granted, joined, observed, start_session
from tests.processes import API_KEY, Server, start_engine
from viewer.protocol import signalling

JOE: dict[str, Any] = {"personaConfig": {"personaId": "joe", "skipGreeting": True}}
AUTHORISED = {"Authorization": f"Bearer {API_KEY}"}


@pytest.fixture(scope="module")
def strict() -> Iterator[Server]:
    """An engine with a small machine and little patience."""
    options = ("--capacity", "1", "--heartbeat-seconds", "0.3", "--token-seconds", "0.5")
    server = start_engine(API_KEY, 0, *options)
    yield server
    assert server.stop() == 0


async def test_a_session_ends_at_its_limit_after_a_warning(engine: Server) -> None:
    session = await granted(engine.url, API_KEY, maxSessionLengthSeconds=2)
    async with joined(session) as client:
        await client.until(lambda: any(s["actionType"] == "endsession" for s in client.signals))
        actions = [signal["actionType"] for signal in client.signals]
        assert actions.index("warning") < actions.index("endsession")
        assert "2 seconds" in client.signals[actions.index("warning")]["payload"]
        assert "limit" in client.signals[actions.index("endsession")]["payload"]
        await client.socket.wait_closed()
        assert await observed(engine.url, API_KEY, client.session_id) == {}


@pytest.mark.parametrize("length", [0, -1, "long"])
async def test_a_limit_that_is_none_is_refused(engine: Server, length: Any) -> None:
    body = {"personaConfig": {"personaId": "joe", "maxSessionLengthSeconds": length}}
    assert (await start_session(engine.url, API_KEY, body)).status_code == 400


async def test_a_client_that_sends_no_heartbeats_is_ended(strict: Server) -> None:
    session = await granted(strict.url, API_KEY)
    assert session["clientConfig"]["heartbeatIntervalSeconds"] == 0.3
    url = f"ws://{session['engineHost']}{session['signallingEndpoint']}?session_id={session['sessionId']}"
    async with connect(url) as socket, asyncio.timeout(PATIENCE):
        heartbeat = signalling.encode(signalling.Signal("heartbeat", session["sessionId"]))
        for _ in range(8):  # longer than its patience
            await socket.send(heartbeat)
            await asyncio.sleep(0.2)
        assert await observed(strict.url, API_KEY, session["sessionId"])
        ended = signalling.decode(await socket.recv())
    assert ended.action == "endsession"
    assert "heartbeat" in ended.payload


async def test_a_full_machine_is_busy(strict: Server) -> None:
    session = await granted(strict.url, API_KEY)
    refused = await start_session(strict.url, API_KEY, JOE)
    assert refused.status_code == 503
    url = f"ws://{session['engineHost']}{session['signallingEndpoint']}?session_id={session['sessionId']}"
    async with connect(url) as socket:
        await socket.send(signalling.encode(signalling.Signal("endsession", session["sessionId"], {})))
        await socket.wait_closed()
    assert (await start_session(strict.url, API_KEY, JOE)).status_code == 200


async def test_a_token_is_refused_when_its_time_is_over(strict: Server) -> None:
    async with httpx.AsyncClient(base_url=strict.url, headers=AUTHORISED) as http:
        token = (await http.post("/v1/auth/session-token", json=JOE)).json()["sessionToken"]
    async with asyncio.timeout(PATIENCE):
        while True:
            answer = await start_session(strict.url, token, {})
            if answer.status_code == 401:
                break
            await asyncio.sleep(0.2)
    assert "expired" in answer.json()["message"]


@pytest.mark.parametrize("size", [(720, 480), (1152, 768), (768, 1152), (321, 181)])
async def test_pictures_have_the_size_that_was_asked_for(engine: Server, size: tuple[int, int]) -> None:
    body = JOE | {"sessionOptions": {"videoWidth": size[0], "videoHeight": size[1], "videoQuality": "auto"}}
    async with httpx.AsyncClient(base_url=engine.url, headers=AUTHORISED) as http:
        token = (await http.post("/v1/auth/session-token", json=body)).json()["sessionToken"]
    session = (await start_session(engine.url, token, {})).json()
    async with joined(session) as client:
        await client.until(lambda: client.pictures)
        assert client.pictures[0].size == (size[0] // 2 * 2, size[1] // 2 * 2)
        video = (await observed(engine.url, API_KEY, client.session_id))["video"]
        assert (video["width"], video["height"]) == client.pictures[0].size


@pytest.mark.parametrize("asked", [True, False])
async def test_pictures_say_whose_they_are_when_the_token_says_so(engine: Server, asked: bool) -> None:
    def corner(frame: av.VideoFrame) -> int:
        """How bright the brightest of the words is, or of what is there without them."""
        luma = np.frombuffer(memoryview(frame.planes[0]), np.uint8).reshape(-1, frame.planes[0].line_size)
        return int(luma[436:464, 16:96].max())

    body = JOE | {"sessionOptions": {"showAIAvatarDisclosure": asked}}
    async with httpx.AsyncClient(base_url=engine.url, headers=AUTHORISED) as http:
        token = (await http.post("/v1/auth/session-token", json=body)).json()["sessionToken"]
    changed = {"sessionOptions": {"showAIAvatarDisclosure": not asked}}  # which its bearer cannot
    async with joined((await start_session(engine.url, token, changed)).json(), look=corner) as client:
        await client.until(lambda: client.pictures)
        assert (client.pictures[-1].seen > 160) == asked


@pytest.mark.parametrize(
    "options",
    [
        {"videoWidth": 720},
        {"videoHeight": 480},
        {"videoWidth": 0, "videoHeight": 0},
        {"videoWidth": 4096, "videoHeight": 4096},
        {"videoWidth": 1900, "videoHeight": 1900},
        {"videoWidth": "wide", "videoHeight": 480},
        {"videoQuality": "best"},
        {"regionPolicy": "strict"},
        {"showAIAvatarDisclosure": "yes"},
        {"sessionReplay": {"enableSessionReplay": "off"}},
    ],
)
async def test_options_that_do_not_fit_are_refused(engine: Server, options: dict[str, Any]) -> None:
    async with httpx.AsyncClient(base_url=engine.url, headers=AUTHORISED) as http:
        answer = await http.post("/v1/auth/session-token", json=JOE | {"sessionOptions": options})
    assert answer.status_code == 400
    assert answer.json()["message"]


@pytest.mark.parametrize("order", [("VP8", "H264"), ("H264", "VP8")])
async def test_the_clients_preferred_codec_is_used(engine: Server, order: tuple[str, str]) -> None:
    async with joined(await granted(engine.url, API_KEY), codecs=order) as client:
        await client.until(lambda: client.pictures)
        answer = next(s["payload"]["sdp"] for s in client.signals if s["actionType"] == "answer")
        video = answer[answer.index("m=video") :]
        first = video.split("\r\n")[0].split()[3]
        assert f"a=rtpmap:{first} {order[0]}/90000" in video


async def test_a_second_offer_on_a_fresh_socket_goes_on_with_the_connection(engine: Server) -> None:
    session = await granted(engine.url, API_KEY)
    async with joined(session) as client:
        await client.until(lambda: client.pictures)
        await client.socket.close()
        url = f"ws://{session['engineHost']}{session['signallingEndpoint']}?session_id={client.session_id}"
        async with connect(url) as client.socket:
            client.tasks.spawn("signals again", client.receive_signals())
            await client.send_offer()
            await client.until(lambda: sum(s["actionType"] == "answer" for s in client.signals) == 2)
            seen = len(client.pictures)
            client.say("Hello")
            await client.until(lambda: client.finished("persona") and len(client.pictures) > seen + 25)
            seen_by_engine = await observed(engine.url, API_KEY, client.session_id)
            assert (seen_by_engine["state"], seen_by_engine["peer"]) == ("live", "connected")
            await client.signal("endsession", {})
