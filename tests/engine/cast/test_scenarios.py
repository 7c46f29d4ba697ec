"""Each scenario persona fails in its way and in no other."""

import asyncio

import pytest

from tests.engine.engine_in_loop import EngineInLoop
from viewer.engine.cast.scenarios import SCENARIOS, listing
from viewer.engine.service.misbehaviour import DROP_AFTER

pytestmark = pytest.mark.virtual_time


async def test_the_list_names_every_scenario() -> None:
    lines = listing().splitlines()
    assert [line.split()[0] for line in lines] == [f"scenario:{name}" for name in SCENARIOS]


@pytest.mark.parametrize(
    ("name", "status", "error"),
    [
        ("no-plan", 402, None),
        ("spend-cap", 429, "Spend cap reached"),
        ("concurrency", 429, "Concurrent session limit reached"),
    ],
)
async def test_some_are_refused(
    quick_engine: EngineInLoop, name: str, status: int, error: str | None
) -> None:
    for _ in range(2):
        answer = await quick_engine.start_session({"personaId": f"scenario:{name}"})
        assert answer.status_code == status
        assert error is None or answer.json()["error"] == error


async def test_one_is_busy_twice_and_then_has_time(quick_engine: EngineInLoop) -> None:
    config = {"personaId": "scenario:busy-then-ok"}
    statuses = [(await quick_engine.start_session(config)).status_code for _ in range(4)]
    assert statuses == [503, 503, 200, 503]


@pytest.mark.parametrize(("persona", "seconds"), [("scenario:slow-broker", 6), ("joe", 0)])
async def test_one_takes_its_time_to_answer(quick_engine: EngineInLoop, persona: str, seconds: int) -> None:
    assert (await quick_engine.start_session({"personaId": persona})).status_code == 200
    assert asyncio.get_running_loop().time() == pytest.approx(seconds, abs=0.01)


async def test_one_is_told_at_once_that_it_ends_soon_and_does(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(personaId="scenario:ends-after-20s") as client:
        began = asyncio.get_running_loop().time()
        await client.until(lambda: client.signalled("warning"))
        assert "20 seconds" in client.signalled("warning")[0]
        assert asyncio.get_running_loop().time() - began < 0.1
        await client.socket.wait_closed()
        assert asyncio.get_running_loop().time() - began == pytest.approx(20, abs=0.1)


async def test_one_answers_with_a_candidate_that_leads_nowhere(quick_engine: EngineInLoop) -> None:
    async with quick_engine.visited(await quick_engine.granted(personaId="scenario:ice-blocked")) as client:
        await client.offer()
        assert [signal["actionType"] for signal in client.signals] == ["answer", "icecandidate"]
        (candidate,) = client.signalled("icecandidate")
        assert "127.0.0.1 9 typ host" in candidate["candidate"]
        await asyncio.sleep(10)
        seen = await quick_engine.observed(client.session_id)
        assert (seen["state"], seen["peer"]) == ("connecting", "new")


async def test_one_stops_its_pictures_and_not_its_sound(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(look=lambda _: None, personaId="scenario:frozen-video") as client:
        await asyncio.sleep(10)
        assert len(client.pictures) == 25 * 5
        assert len(client.sounds) == pytest.approx(50 * 10, abs=3)


async def test_one_speaks_without_a_sound(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(personaId="scenario:silent", skipGreeting=False) as client:
        await client.until(lambda: client.finished("persona"))
        assert len(client.speech("persona")) > 10
        assert client.loudest == 0


async def test_one_changes_the_size_of_its_pictures(quick_engine: EngineInLoop) -> None:
    session = await quick_engine.granted(personaId="scenario:size-change")
    _, scene = quick_engine.session(session).pipeline.staging()
    drawn = [scene(time)() for time in (0, 4.96, 5, 9.96, 10, 60)]
    sizes = [(picture.width, picture.height) for picture in drawn]
    assert sizes == [(720, 480)] * 2 + [(1152, 768)] * 2 + [(768, 1152)] * 2


async def test_one_sends_bad_messages_between_good_ones(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(personaId="scenario:bad-messages") as client:
        client.say("Hello")
        await client.until(lambda: client.finished("persona"))
        malformed = len(client.malformed)
        await asyncio.sleep(5)
        # Five on the WebSocket and three on the data channel, each second again.
        assert len(client.malformed) - malformed == 5 * (5 + 3)
        assert "[]" in client.malformed
        assert any(signal["actionType"] == "unheardof" for signal in client.signals)
        assert any(message["messageType"] == "unheardof" for message in client.messages)


async def test_one_drops_its_socket_three_times_and_goes_on(quick_engine: EngineInLoop) -> None:
    loop = asyncio.get_running_loop()
    async with quick_engine.visited(await quick_engine.granted(personaId="scenario:ws-drops")) as client:
        for number in range(SCENARIOS["ws-drops"].drops):
            opened = loop.time()
            if number == 0:
                await client.offer()
            await client.socket.wait_closed()
            assert client.socket.close_code == 1011
            assert loop.time() - opened == pytest.approx(DROP_AFTER, abs=0.05)
            client.open_socket()
        await asyncio.sleep(DROP_AFTER + 1)
        assert client.socket.close_code is None
        client.say("Hello")
        await client.until(lambda: client.finished("persona"))


async def test_the_others_go_well(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(look=lambda _: None) as client:
        await asyncio.sleep(1.2 * DROP_AFTER)  # by then each of the others has gone its own way
        assert client.malformed == []
        assert {picture.size for picture in client.pictures} == {(720, 480)}
        assert len(client.pictures) == pytest.approx(25 * 1.2 * DROP_AFTER, abs=3)
        assert [signal["actionType"] for signal in client.signals] == ["answer", "sessionready"]
        assert client.socket.close_code is None
