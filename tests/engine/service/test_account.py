"""What a broker may ask about personas and sessions (protocol/README.md section 1.4)."""

import asyncio
from datetime import datetime
from typing import Any

import pytest
from httpx import Response

from tests.engine.engine_in_loop import EngineInLoop
from viewer.engine.brains.brain import Conversation
from viewer.engine.brains.script import greeting, reply
from viewer.engine.cast.characters import JOE
from viewer.engine.persona.personas import PERSONAS
from viewer.engine.service.account.archive import MAX_KEPT

pytestmark = pytest.mark.virtual_time


async def asked(engine: EngineInLoop, path: str, status: int = 200, **query: Any) -> Any:
    answer = await engine.http.get(path, params=query)
    assert answer.status_code == status, answer.text
    return answer.json()


@pytest.mark.parametrize(
    "path",
    [
        *("/v1/personas", "/v1/personas/joe", "/v1/personas/nobody", "/v1/sessions/concurrency"),
        "/v1/sessions/none/transcript",
    ],
)
async def test_only_whoever_has_the_key_is_answered(quick_engine: EngineInLoop, path: str) -> None:
    for headers in ({"Authorization": "Bearer wrong"}, {"Authorization": ""}):
        answer: Response = await quick_engine.http.get(path, headers=headers)
        assert answer.status_code == 401
        assert answer.json().keys() == {"error", "message"}


# -- personas


async def test_the_personas_are_listed(quick_engine: EngineInLoop) -> None:
    listed = await asked(quick_engine, "/v1/personas")
    assert [persona["id"] for persona in listed["data"]] == list(PERSONAS)
    assert listed["meta"] == {
        "total": len(PERSONAS),
        "lastPage": 1,
        "currentPage": 1,
        "perPage": 10,
        "prev": None,
        "next": None,
    }
    joe, lena = listed["data"][:2]
    assert (joe["name"], joe["languageCode"], joe["isDefaultPersona"]) == ("Joe", "en-US", True)
    assert (lena["voice"]["id"], lena["avatar"]["id"], lena["isDefaultPersona"]) == ("lena", "lena", False)
    assert joe["avatar"]["displayName"] == "Joe"
    clock = next(persona for persona in listed["data"] if persona["id"] == "clock")
    assert clock["avatar"] is None, "it has no face"


async def test_the_list_has_pages_and_can_be_searched(quick_engine: EngineInLoop) -> None:
    ids = list(PERSONAS)
    second = await asked(quick_engine, "/v1/personas", page=2, perPage=2)
    assert [persona["id"] for persona in second["data"]] == ids[2:4]
    meta = second["meta"]
    assert (meta["lastPage"], meta["currentPage"], meta["prev"], meta["next"]) == (3, 2, 1, 3)
    assert (await asked(quick_engine, "/v1/personas", page=9))["data"] == []
    found = await asked(quick_engine, "/v1/personas", search="LENA")
    assert [persona["id"] for persona in found["data"]] == ["lena"]
    none = await asked(quick_engine, "/v1/personas", search="dragons")
    assert (none["data"], none["meta"]["total"], none["meta"]["lastPage"]) == ([], 0, 0)


@pytest.mark.parametrize("query", [{"page": 0}, {"page": "one"}, {"perPage": 0}, {"perPage": 101}], ids=str)
async def test_pages_that_are_none_are_refused(quick_engine: EngineInLoop, query: dict[str, Any]) -> None:
    assert next(iter(query)) in (await asked(quick_engine, "/v1/personas", 400, **query))["message"]


async def test_one_persona_is_told_at_length_and_an_unknown_one_is_not(quick_engine: EngineInLoop) -> None:
    joe = await asked(quick_engine, "/v1/personas/joe")
    assert joe["tools"] == []
    assert "llmId" in joe
    assert joe["avatar"]["imageUrl"].startswith("http://engine.test/")
    scenario = await asked(quick_engine, "/v1/personas/scenario:no-plan")
    assert "402" in scenario["description"]
    assert (await asked(quick_engine, "/v1/personas/nobody", 404))["message"]


# -- concurrency


@pytest.mark.parametrize("quick_engine", [{"limit": 2, "capacity": 16}], indirect=True)
async def test_a_broker_can_ask_whether_there_is_room(quick_engine: EngineInLoop) -> None:
    path = "/v1/sessions/concurrency"
    free = {"canStartSession": True, "estimatedWaitSeconds": 0}
    assert await asked(quick_engine, path) == {"limit": 2, "active": 0} | free
    await quick_engine.granted()
    assert await asked(quick_engine, path) == {"limit": 2, "active": 1} | free
    await quick_engine.granted()
    assert await asked(quick_engine, path) == {
        "limit": 2,
        "active": 2,
        "canStartSession": False,
        "estimatedWaitSeconds": None,
    }


@pytest.mark.parametrize("quick_engine", [{"limit": 5, "capacity": 1}], indirect=True)
async def test_a_full_machine_says_so_too(quick_engine: EngineInLoop) -> None:
    await quick_engine.granted()
    seen = await asked(quick_engine, "/v1/sessions/concurrency")
    assert (seen["limit"], seen["active"], seen["canStartSession"]) == (5, 1, False)


# -- transcripts


async def test_what_was_said_can_be_read_during_a_session_and_after_it(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(skipGreeting=False, name="Ann") as client:
        path = f"/v1/sessions/{client.session_id}/transcript"
        await client.until(lambda: client.finished("persona"))
        await asyncio.sleep(2)
        client.say("thanks")
        await client.until(lambda: len(client.finished("persona")) == 2)
        client.say("Tell me all about this program, please.")
        await client.until(
            lambda: len(client.speech("persona")) and not client.speech("persona")[-1]["end_of_speech"]
        )
        client.interrupt()
        during = await asked(quick_engine, path)
        assert (during["endTime"], during["durationMs"]) == (None, None)
        assert during["totalMessages"] == len(during["messages"]) == 5
    after = await asked(quick_engine, path)
    assert after["messages"] == during["messages"]
    assert (after["sessionId"], after["personaName"]) == (client.session_id, "Ann")
    assert after["transcriptsEnabled"] is True
    welcome, thanks, answer, question, cut = after["messages"]
    assert [message["role"] for message in after["messages"]] == ["persona", "user"] * 2 + ["persona"]
    assert welcome["message"] == greeting(JOE, "Ann")
    assert (thanks["message"], question["message"]) == ("thanks", "Tell me all about this program, please.")
    assert answer["message"] == reply(Conversation("thanks", name="Ann"))
    assert [welcome["wasInterrupted"], answer["wasInterrupted"], cut["wasInterrupted"]] == [
        False,
        False,
        True,
    ]
    assert "wasInterrupted" not in thanks
    assert welcome["speakingDurationSeconds"] > 1
    began, ended = (datetime.fromisoformat(after[name]) for name in ("startTime", "endTime"))
    assert (ended - began).total_seconds() * 1000 == pytest.approx(after["durationMs"], abs=2)
    times = [datetime.fromisoformat(message["timestamp"]) for message in after["messages"]]
    assert [began, *times, ended] == sorted([began, *times, ended])
    assert (times[1] - times[0]).total_seconds() > 2 + welcome["speakingDurationSeconds"]


async def test_a_session_that_never_was_has_no_transcript(quick_engine: EngineInLoop) -> None:
    assert (await asked(quick_engine, "/v1/sessions/none/transcript", 404))["message"]


async def test_only_the_newest_transcripts_are_kept(quick_engine: EngineInLoop) -> None:
    ids = []
    for _ in range(MAX_KEPT + 1):
        async with quick_engine.joined(listens=False) as client:
            ids.append(client.session_id)
    await asked(quick_engine, f"/v1/sessions/{ids[0]}/transcript", 404)
    for session_id in (ids[1], ids[-1]):
        kept = await asked(quick_engine, f"/v1/sessions/{session_id}/transcript")
        assert kept["messages"] == []
        assert kept["durationMs"] is not None
