"""Tools, context, thoughts, cues and statistics, over WebRTC."""

import asyncio
import json
from typing import Any

import httpx
import pytest

from tests.engine.client import Client, granted, joined, observed, stream_talk
from tests.processes import API_KEY, Server
from viewer.media.pcm import SAMPLE_RATE


def told(client: Client, kind: str) -> list[dict[str, Any]]:
    return [message["data"] for message in client.messages if message["messageType"] == kind]


async def test_a_client_tool_is_called_and_its_result_spoken(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        client.say("What time is it on my computer?")
        await client.until(lambda: told(client, "toolCallStarted"))
        call = told(client, "toolCallStarted")[0]
        assert (call["tool_name"], call["tool_type"]) == ("get_local_time", "client")
        assert call["session_id"] == client.session_id
        user = client.speech("user")[0]
        assert call["user_action_correlation_id"] == user["user_action_correlation_id"]
        send(client, message_type="tool_result", tool_call_id="another call", result="midnight")
        send(
            client, message_type="tool_result", tool_call_id=call["tool_call_id"], result="a quarter past ten"
        )
        send(client, message_type="tool_result", tool_call_id=call["tool_call_id"], result="too late")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["Your computer says: a quarter past ten."]


async def test_a_client_tools_error_is_spoken(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        client.say("What time is it on my computer?")
        await client.until(lambda: told(client, "toolCallStarted"))
        call = told(client, "toolCallStarted")[0]
        send(client, message_type="tool_result", tool_call_id=call["tool_call_id"], error="there is no clock")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["I could not find out: there is no clock."]


def send(client: Client, **fields: Any) -> None:
    client.channel.send(json.dumps({"session_id": client.session_id, **fields}))


async def test_a_server_tool_is_reported_from_start_to_end(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        client.say("Search the handbook for firewall")
        await client.until(lambda: client.finished("persona"))
        started, completed = told(client, "toolCallStarted")[0], told(client, "toolCallCompleted")[0]
        assert started["tool_type"] == "server"
        assert completed["tool_call_id"] == started["tool_call_id"]
        assert completed["documents_accessed"] == ["networks.md"]
        assert "TURN" in completed["result"]
        assert "TURN" in client.finished("persona")[0]
        client.say("Search the handbook for dragons")
        await client.until(lambda: told(client, "toolCallFailed"))
        assert "dragons" in told(client, "toolCallFailed")[0]["error_message"]


async def test_an_older_engines_tool_event_is_spoken_too(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        client.say("Please open the help page")
        await client.until(lambda: told(client, "clientToolEvent"))
        event = told(client, "clientToolEvent")[0]
        assert (event["event_name"], event["event_data"]) == ("open_page", {"page": "help"})


async def test_context_is_remembered_and_not_answered(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        send(client, message_type="context", content="the user looks at page 7")
        client.say("What do you know?")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["I was told: the user looks at page 7."]
        assert (await observed(engine.url, API_KEY, client.session_id))["contexts"] == [
            "the user looks at page 7"
        ]


async def test_a_persona_that_thinks_tells_its_thoughts_before_it_answers(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY, personaId="thinker")) as client:
        client.say("Hello")
        await client.until(lambda: client.finished("persona"))
        kinds = [message["messageType"] for message in client.messages]
        assert kinds.index("reasoningText") > 0
        thoughts = told(client, "reasoningText")
        assert "Hello" in "".join(thought["content"] for thought in thoughts)
        assert [thought["end_of_thought"] for thought in thoughts] == [False] * (len(thoughts) - 1) + [True]
        last_thought = max(number for number, kind in enumerate(kinds) if kind == "reasoningText")
        assert client.messages[last_thought + 1]["data"]["role"] == "persona"


async def test_a_persona_without_a_mind_echoes_and_leaves_the_answer_to_the_client(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY, llmId="CUSTOMER_CLIENT_V1")) as client:
        client.say("Hello")
        await client.until(lambda: client.finished("user"))
        await stream_talk(client, "answer", "Hello yourself.", endOfSpeech=True)
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["Hello yourself."]


async def test_directors_cues_are_applied_in_time(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        loop = asyncio.get_running_loop()

        def applied(tag: str) -> bool:
            return any(cue["cue_tag"] == tag for cue in told(client, "directorNoteCueApplied"))

        start = loop.time()
        cue(client, "sad", in_seconds=0.5)
        cue(client, "happy")
        cue(client, "nonsense")
        cue(client, "angry", in_seconds=-1)
        cue(client, "angry", in_seconds=0.1, at_seconds=0.1)
        await client.until(lambda: applied("happy"))
        await client.until(lambda: applied("sad"))
        assert loop.time() - start >= 0.5
        cue(client, "surprised", at_seconds=0.4)
        await stream_talk(client, "talk", "One two three four five six seven.", endOfSpeech=True)
        await client.until(lambda: client.speech("persona"))
        spoke = client.sounds[-1].pts
        assert not applied("surprised")
        await client.until(lambda: applied("surprised"))
        # In media time, which stands still when the machine does.
        assert (client.sounds[-1].pts - spoke) / SAMPLE_RATE == pytest.approx(0.4, abs=0.3)
        await client.until(lambda: client.finished("persona"))
        assert "surprised" in {chunk.get("cue_tag") for chunk in client.speech("persona")}
        assert not applied("angry")
        assert (await observed(engine.url, API_KEY, client.session_id))["cueTag"] == "surprised"


def cue(client: Client, tag: str, **when: float) -> None:
    send(client, message_type="director_note_cue", cue={"tag": tag}, **when)


async def test_a_change_of_the_persona_is_told(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        client.say("Call yourself Ann")
        await client.until(lambda: told(client, "personaConfigUpdateApplied"))
        update = told(client, "personaConfigUpdateApplied")[0]
        assert update["session_id"] == client.session_id
        assert update["changed_fields"] == {"name": {"before": "Joe", "after": "Ann"}}
        async with httpx.AsyncClient(base_url=engine.url) as http:
            path = f"/v1/engine/sessions/{client.session_id}/persona-config"
            assert (await http.post(path, json={"name": "Eve"})).status_code == 401
            headers = {"Authorization": f"Bearer {API_KEY}"}
            assert (await http.post(path, json={"name": "Eve"}, headers=headers)).is_success
        await client.until(lambda: len(told(client, "personaConfigUpdateApplied")) == 2)
        client.say("What is your name?")
        await client.until(lambda: any("Eve" in text for text in client.finished("persona")))


async def test_the_clients_statistics_can_be_observed(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        for packets in (1, 42):
            data = {"kind": "video", "packetsReceived": packets, "type": "inbound-rtp"}
            send(client, message_type="remote_rtp_stats", data=data)
        client.say("Hello")  # what comes after it was seen after it
        await client.until(lambda: client.finished("user"))
        statistics = (await observed(engine.url, API_KEY, client.session_id))["remoteRtp"]
        assert statistics["video"]["packetsReceived"] == 42
