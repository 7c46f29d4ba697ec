"""What ends a session that goes well, what refuses another, and what a session may look like."""

import asyncio
from typing import Any

import av
import numpy as np
import pytest

from tests.engine.engine_in_loop import EngineInLoop
from viewer.engine.service.session import GRACE_SECONDS, JOIN_SECONDS

pytestmark = pytest.mark.virtual_time

JOE: dict[str, Any] = {"personaConfig": {"personaId": "joe", "skipGreeting": True}}
TOKEN_PATH = "/v1/auth/session-token"


async def token(engine: EngineInLoop, **options: Any) -> str:
    answer = await engine.http.post(TOKEN_PATH, json=JOE | {"sessionOptions": options})
    return str(answer.json()["sessionToken"])


@pytest.mark.parametrize(("length", "warned_after"), [(2, 0), (20, 0), (100, 70)])
async def test_a_session_ends_at_its_limit_after_a_warning(
    quick_engine: EngineInLoop, length: int, warned_after: int
) -> None:
    loop = asyncio.get_running_loop()
    async with quick_engine.joined(listens=False, maxSessionLengthSeconds=length) as client:
        began = loop.time()
        await client.until(lambda: client.signalled("warning"))
        assert loop.time() - began == pytest.approx(warned_after, abs=0.05)
        await client.socket.wait_closed()
        assert loop.time() - began == pytest.approx(length, abs=0.05)
        assert client.signalled("warning") == [f"This session ends in {min(length, 30)} seconds."]
        assert client.signals[-1]["actionType"] == "endsession"
        assert f"limit of {length} seconds" in client.signals[-1]["payload"]
        assert await quick_engine.observed(client.session_id) == {}


async def test_a_session_without_a_limit_goes_on(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(listens=False) as client:
        await asyncio.sleep(250)
        assert (await quick_engine.observed(client.session_id))["state"] == "live"
        assert client.signalled("warning") == []


@pytest.mark.parametrize("length", [0, -1, "long"])
async def test_a_limit_that_is_none_is_refused(quick_engine: EngineInLoop, length: Any) -> None:
    answer = await quick_engine.start_session({"personaId": "joe", "maxSessionLengthSeconds": length})
    assert answer.status_code == 400


@pytest.mark.parametrize("quick_engine", [{"heartbeat_seconds": 4.0}], indirect=True)
async def test_a_client_that_sends_no_heartbeats_is_ended(quick_engine: EngineInLoop) -> None:
    loop = asyncio.get_running_loop()
    async with quick_engine.visited(await quick_engine.granted()) as client:
        client.listens = False
        await client.offer()
        for _ in range(3):
            await asyncio.sleep(11)  # just within its patience
            await client.signal("heartbeat", "")
        await asyncio.sleep(11)
        await client.signal("talkstream", "whatever it sends shows that it is there")
        assert (await quick_engine.observed(client.session_id))["state"] == "live"
        last = loop.time()
        await client.socket.wait_closed()
        assert loop.time() - last == pytest.approx(12, abs=0.05)
        assert client.signals[-1]["actionType"] == "endsession"
        assert client.signals[-1]["payload"] == "No heartbeat has come for 12 seconds."
        assert await quick_engine.observed(client.session_id) == {}


async def test_a_session_that_nobody_joins_is_dropped(quick_engine: EngineInLoop) -> None:
    alone = await quick_engine.granted()
    async with quick_engine.visited(await quick_engine.granted()) as client:
        for _ in range(5):
            await client.signal("heartbeat", "")
            await asyncio.sleep(JOIN_SECONDS / 5 - 0.1)
        assert await quick_engine.observed(alone)
        assert (await quick_engine.observed(client.session_id))["state"] == "waiting"
        await client.socket.wait_closed()
        assert client.signals[-1]["payload"] == "The session was not joined in time."
    assert asyncio.get_running_loop().time() == pytest.approx(JOIN_SECONDS, abs=0.1)
    assert await quick_engine.observed(client.session_id) == {}
    assert await quick_engine.observed(alone) == {}


async def test_a_session_whose_socket_stays_away_is_dropped(quick_engine: EngineInLoop) -> None:
    async with quick_engine.visited(await quick_engine.granted()) as client:
        client.listens = False
        await client.offer()
        await client.socket.close()
        await asyncio.sleep(GRACE_SECONDS - 0.1)
        assert (await quick_engine.observed(client.session_id))["state"] == "live"
        client.open_socket()  # just in time
        for _ in range(3):
            await client.signal("heartbeat", "")
            await asyncio.sleep(GRACE_SECONDS / 2)
        assert (await quick_engine.observed(client.session_id))["state"] == "live"
        session = quick_engine.session(client.session_id)
        await client.socket.close()
        gone = asyncio.get_running_loop().time()
        await session.released.wait()
        assert asyncio.get_running_loop().time() - gone == pytest.approx(GRACE_SECONDS, abs=0.1)
        assert await quick_engine.observed(client.session_id) == {}


@pytest.mark.parametrize("quick_engine", [{"capacity": 1}], indirect=True)
async def test_a_full_machine_is_busy_until_a_session_is_over(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined():
        assert (await quick_engine.start_session({"personaId": "joe"})).status_code == 503
        assert (await quick_engine.http.get("/healthz")).json()["full"]
    assert (await quick_engine.start_session({"personaId": "joe"})).status_code == 200


async def test_a_token_is_refused_when_its_time_is_over(quick_engine: EngineInLoop) -> None:
    bearer = await token(quick_engine)
    await asyncio.sleep(3590)
    assert (await quick_engine.start_session({}, bearer=bearer)).status_code == 200
    await asyncio.sleep(10)
    answer = await quick_engine.start_session({}, bearer=bearer)
    assert answer.status_code == 401
    assert "expired" in answer.json()["message"]


@pytest.mark.parametrize("size", [(720, 480), (1152, 768), (768, 1152)])
async def test_pictures_have_the_size_that_was_asked_for(
    quick_engine: EngineInLoop, size: tuple[int, int]
) -> None:
    bearer = await token(quick_engine, videoWidth=size[0], videoHeight=size[1], videoQuality="auto")
    session = (await quick_engine.start_session({}, bearer=bearer)).json()["sessionId"]
    async with quick_engine.visited(session, look=lambda _: None) as client:
        await client.offer()
        await client.until(lambda: client.pictures)
        assert client.pictures[0].size == size
        video = (await quick_engine.observed(session))["video"]
        assert (video["width"], video["height"]) == client.pictures[0].size


@pytest.mark.parametrize("asked", [True, False])
async def test_pictures_say_whose_they_are_when_the_token_says_so(
    quick_engine: EngineInLoop, asked: bool
) -> None:
    def corner(frame: av.VideoFrame) -> int:
        """How bright the brightest of the words is, or of what is there without them."""
        luma = np.frombuffer(memoryview(frame.planes[0]), np.uint8).reshape(-1, frame.planes[0].line_size)
        return int(luma[436:464, 16:96].max())

    bearer = await token(quick_engine, showAIAvatarDisclosure=asked)
    changed = {"showAIAvatarDisclosure": not asked}  # which its bearer cannot
    session = (await quick_engine.start_session({}, changed, bearer)).json()["sessionId"]
    async with quick_engine.visited(session, look=corner) as client:
        await client.offer()
        await client.until(lambda: client.pictures)
        assert (client.pictures[-1].seen > 160) == asked


@pytest.mark.parametrize(
    "options",
    [
        {"videoWidth": 720},
        {"videoHeight": 480},
        {"videoWidth": 0, "videoHeight": 0},
        {"videoWidth": 4096, "videoHeight": 4096},
        {"videoWidth": 641, "videoHeight": 359},
        {"videoWidth": "wide", "videoHeight": 480},
        {"videoQuality": "best"},
        {"regionPolicy": "strict"},
        {"showAIAvatarDisclosure": "yes"},
        {"sessionReplay": {"enableSessionReplay": "off"}},
        {"voiceDetection": {"endOfSpeechSensitivity": -0.1}},
        {"voiceDetection": {"endOfSpeechSensitivity": 1.1}},
        {"voiceDetection": {"endOfSpeechSensitivity": "high"}},
    ],
)
async def test_options_that_do_not_fit_are_refused(
    quick_engine: EngineInLoop, options: dict[str, Any]
) -> None:
    answers = [
        await quick_engine.http.post(TOKEN_PATH, json=JOE | {"sessionOptions": options}),
        await quick_engine.start_session(JOE["personaConfig"], options),
    ]
    for answer in answers:
        assert answer.status_code == 400
        assert answer.json()["message"]
    if "voiceDetection" in options:
        assert "endOfSpeechSensitivity" in answers[0].text
