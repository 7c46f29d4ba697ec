"""Each scenario persona fails in its way and in no other."""

import asyncio
import time
from typing import Any

import pytest
from websockets.asyncio.client import connect

from tests.engine.client import PATIENCE, granted, joined, observed, start_session
from tests.engine.test_session import BROWSER_OFFER
from tests.processes import API_KEY, Server
from viewer.engine.misbehaviour import FROZEN_AT
from viewer.engine.scenarios import SCENARIOS, listing
from viewer.protocol import signalling


def test_the_list_names_every_scenario() -> None:
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
async def test_some_are_refused(engine: Server, name: str, status: int, error: str | None) -> None:
    for _ in range(2):
        answer = await start_session(engine.url, API_KEY, persona(name))
        assert answer.status_code == status
        assert error is None or answer.json()["error"] == error


def persona(name: str) -> dict[str, Any]:
    return {"personaConfig": {"personaId": f"scenario:{name}"}}


async def test_one_is_busy_twice_and_then_has_time(engine: Server) -> None:
    statuses = [
        (await start_session(engine.url, API_KEY, persona("busy-then-ok"))).status_code for _ in range(4)
    ]
    assert statuses == [503, 503, 200, 503]


async def test_one_takes_its_time_to_answer(engine: Server) -> None:
    began = time.monotonic()
    assert (await start_session(engine.url, API_KEY, persona("slow-broker"))).status_code == 200
    assert time.monotonic() - began >= 6


async def test_one_is_told_at_once_that_it_ends_soon(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY, personaId="scenario:ends-after-20s")) as client:
        await client.until(lambda: any(s["actionType"] == "warning" for s in client.signals))
        assert "20 seconds" in next(s["payload"] for s in client.signals if s["actionType"] == "warning")


async def test_one_answers_with_a_candidate_that_leads_nowhere(engine: Server) -> None:
    session = await granted(engine.url, API_KEY, personaId="scenario:ice-blocked")
    url = f"ws://{session['engineHost']}{session['signallingEndpoint']}?session_id={session['sessionId']}"
    async with connect(url) as socket, asyncio.timeout(PATIENCE):
        offer = signalling.offer(session["sessionId"], BROWSER_OFFER)
        await socket.send(signalling.encode(offer))
        answer, candidate = [signalling.decode(await socket.recv()) for _ in range(2)]
        assert (answer.action, candidate.action) == ("answer", "icecandidate")
        assert "127.0.0.1 9 typ host" in candidate.payload["candidate"]
        seen = await observed(engine.url, API_KEY, session["sessionId"])
        assert (seen["state"], seen["peer"]) == ("connecting", "new")
        await socket.send(signalling.encode(signalling.Signal("endsession", session["sessionId"], {})))
        await socket.wait_closed()


async def test_one_stops_its_pictures_and_not_its_sound(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY, personaId="scenario:frozen-video")) as client:
        await client.until(lambda: len(client.sounds) > 50 * (FROZEN_AT + 3))
        assert len(client.pictures) <= 25 * FROZEN_AT
        heard = len(client.sounds)
        await client.until(lambda: len(client.sounds) > heard + 50)


async def test_one_speaks_without_a_sound(engine: Server) -> None:
    session = await granted(engine.url, API_KEY, personaId="scenario:silent", skipGreeting=False)
    async with joined(session) as client:
        await client.until(lambda: client.finished("persona"))
        assert max(sound.rms for sound in client.sounds) < 0.001


async def test_one_changes_the_size_of_its_pictures(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY, personaId="scenario:size-change")) as client:
        sizes = [(720, 480), (1152, 768), (768, 1152)]
        await client.until(lambda: client.pictures and client.pictures[-1].size == sizes[-1])
        assert list(dict.fromkeys(picture.size for picture in client.pictures)) == sizes


async def test_one_sends_bad_messages_between_good_ones(engine: Server) -> None:
    session = await granted(engine.url, API_KEY, personaId="scenario:bad-messages")
    async with joined(session) as client:
        client.say("Hello")
        await client.until(lambda: client.finished("persona"))
        assert client.malformed
        assert any(signal.get("actionType") == "unheardof" for signal in client.signals)


async def test_one_drops_its_socket_and_goes_on(engine: Server) -> None:
    session = await granted(engine.url, API_KEY, personaId="scenario:ws-drops")
    async with joined(session) as client, asyncio.timeout(PATIENCE):
        await client.socket.wait_closed()
        assert client.socket.close_code == 1011
        url = f"ws://{session['engineHost']}{session['signallingEndpoint']}?session_id={client.session_id}"
        async with connect(url) as client.socket:
            client.say("Hello")
            await client.until(lambda: client.finished("persona"))
            await client.socket.send(
                signalling.encode(signalling.Signal("endsession", client.session_id, {}))
            )
            await client.socket.wait_closed()
