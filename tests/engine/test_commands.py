"""Tools, context, thoughts, cues and statistics, in virtual time."""

import asyncio

import pytest

from tests.engine.engine_in_loop import EngineInLoop, Guest
from tests.engine.records import stream_talk
from viewer.engine.persona.director import HOLD_SECONDS
from viewer.engine.persona.tools import PATIENCE

pytestmark = pytest.mark.virtual_time

# What was asked for is acted on within one look of the client.
SOON = 0.03


async def test_a_client_tool_is_called_and_its_result_spoken(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        client.say("What time is it on my computer?")
        await client.until(lambda: client.told("toolCallStarted"))
        call = client.told("toolCallStarted")[0]
        assert (call["tool_name"], call["tool_type"]) == ("get_local_time", "client")
        assert call["session_id"] == client.session_id
        user = client.speech("user")[0]
        assert call["user_action_correlation_id"] == user["user_action_correlation_id"]
        client.send(message_type="tool_result", tool_call_id="another call", result="midnight")
        client.send(
            message_type="tool_result", tool_call_id=call["tool_call_id"], result="a quarter past ten"
        )
        client.send(message_type="tool_result", tool_call_id=call["tool_call_id"], result="too late")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["Your computer says: a quarter past ten."]


async def test_a_client_tools_error_is_spoken(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        client.say("What time is it on my computer?")
        await client.until(lambda: client.told("toolCallStarted"))
        call = client.told("toolCallStarted")[0]
        client.send(message_type="tool_result", tool_call_id=call["tool_call_id"], error="there is no clock")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["I could not find out: there is no clock."]


async def test_a_server_tool_is_reported_from_start_to_end(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        client.say("Search the handbook for firewall")
        await client.until(lambda: client.finished("persona"))
        started, completed = client.told("toolCallStarted")[0], client.told("toolCallCompleted")[0]
        took = client.told_at("toolCallCompleted")[0] - client.told_at("toolCallStarted")[0]
        assert took == pytest.approx(0.5)
        assert started["tool_type"] == "server"
        assert completed["tool_call_id"] == started["tool_call_id"]
        assert completed["documents_accessed"] == ["networks.md"]
        assert "TURN" in completed["result"]
        assert "TURN" in client.finished("persona")[0]
        client.say("Search the handbook for dragons")
        await client.until(lambda: client.told("toolCallFailed"))
        assert "dragons" in client.told("toolCallFailed")[0]["error_message"]


CART_TOOL = {
    "type": "client",
    "name": "open_cart",
    "description": "Shows what is in the cart.",
    "parameters": {"type": "object", "properties": {"tab": {"enum": ["all", "gifts"]}}, "required": ["tab"]},
}


async def test_a_tool_of_the_sessions_own_is_called_when_it_is_asked_for(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(tools=[CART_TOOL]) as client:
        client.say("Please open the cart with the gifts")
        await client.until(lambda: client.told("toolCallStarted"))
        call = client.told("toolCallStarted")[0]
        assert (call["tool_name"], call["tool_type"]) == ("open_cart", "client")
        assert call["arguments"] == {"tab": "gifts"}
        client.send(message_type="tool_result", tool_call_id=call["tool_call_id"], result="2 gifts")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["The tool open cart says: 2 gifts."]
        client.say("Open the cart")
        await client.until(lambda: len(client.told("toolCallStarted")) == 2)
        call = client.told("toolCallStarted")[1]
        client.send(message_type="tool_result", tool_call_id=call["tool_call_id"], error="it is locked")
        await client.until(lambda: len(client.finished("persona")) == 2)
        assert client.finished("persona")[1] == "The tool open cart failed: it is locked."


async def test_a_tool_that_answers_nothing_is_not_waited_for(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(tools=[CART_TOOL | {"awaitResult": False}]) as client:
        client.say("Open the cart")
        await client.until(lambda: client.finished("persona"))
        assert len(client.told("toolCallStarted")) == 1
        assert client.finished("persona") == ["I called the tool open cart."]


async def test_a_tool_that_the_session_lacks_is_not_called(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(tools=[CART_TOOL | {"type": "server"}]) as client:
        client.say("Open the cart")
        await client.until(lambda: client.finished("persona"))
        assert client.told("toolCallStarted") == []


async def test_an_older_engines_tool_event_is_spoken_too(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        client.say("Please open the help page")
        await client.until(lambda: client.told("clientToolEvent"))
        event = client.told("clientToolEvent")[0]
        assert (event["event_name"], event["event_data"]) == ("open_page", {"page": "help"})


async def test_context_is_remembered_and_not_answered(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        client.send(message_type="context", content="the user looks at page 7")
        client.say("What do you know?")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["I was told: the user looks at page 7."]
        assert (await quick_engine.observed(client.session_id))["contexts"] == ["the user looks at page 7"]


async def test_a_persona_that_thinks_tells_its_thoughts_before_it_answers(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined(personaId="thinker") as client:
        client.say("Hello")
        await client.until(lambda: client.finished("persona"))
        kinds = [message["messageType"] for message in client.messages]
        assert kinds.index("reasoningText") > 0
        thoughts = client.told("reasoningText")
        assert "Hello" in "".join(thought["content"] for thought in thoughts)
        assert [thought["end_of_thought"] for thought in thoughts] == [False] * (len(thoughts) - 1) + [True]
        last_thought = max(number for number, kind in enumerate(kinds) if kind == "reasoningText")
        assert client.messages[last_thought + 1]["data"]["role"] == "persona"
        came = client.told_at("reasoningText")
        assert came[-1] - came[0] == pytest.approx(0.03 * (len(came) - 1))


async def test_a_persona_without_a_mind_echoes_and_leaves_the_answer_to_the_client(
    quick_engine: EngineInLoop,
) -> None:
    async with quick_engine.joined(llmId="CUSTOMER_CLIENT_V1") as client:
        client.say("Hello")
        await client.until(lambda: client.finished("user"))
        await stream_talk(client, "answer", "Hello yourself.", endOfSpeech=True)
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["Hello yourself."]


async def test_a_client_tool_that_does_not_answer_is_given_up(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        client.say("What time is it on my computer?")
        await client.until(lambda: client.told("toolCallFailed"))
        took = client.told_at("toolCallFailed")[0] - client.told_at("toolCallStarted")[0]
        assert took == pytest.approx(PATIENCE)
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["I could not find out: there was no answer in time."]
        call, failed = client.told("toolCallStarted")[0], client.told("toolCallFailed")[0]
        assert failed["tool_call_id"] == call["tool_call_id"]
        messages = len(client.messages)
        client.send(message_type="tool_result", tool_call_id=call["tool_call_id"], result="late")
        await asyncio.sleep(5)
        assert len(client.messages) == messages


def cue(client: Guest, tag: str, **when: float) -> None:
    client.send(message_type="director_note_cue", cue={"tag": tag}, **when)


def applied(client: Guest) -> dict[str, float]:
    tags = [cue["cue_tag"] for cue in client.told("directorNoteCueApplied")]
    return dict(zip(tags, client.told_at("directorNoteCueApplied"), strict=True))


async def test_directors_cues_are_applied_in_time_and_bad_ones_not_at_all(quick_engine: EngineInLoop) -> None:
    loop = asyncio.get_running_loop()
    async with quick_engine.joined() as client:
        start = loop.time()
        cue(client, "sad", in_seconds=0.5)
        cue(client, "happy")
        cue(client, "nonsense")
        cue(client, "angry", in_seconds=-1)
        cue(client, "angry", in_seconds=0.1, at_seconds=0.1)
        await client.until(lambda: "sad" in applied(client))
        assert applied(client) == {"happy": start, "sad": pytest.approx(start + 0.5)}


async def test_a_cue_for_a_speech_counts_from_its_first_sound(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        cue(client, "surprised", at_seconds=0.4)
        await asyncio.sleep(20)  # there is no speech yet
        assert applied(client) == {}
        await stream_talk(client, "talk", "One two three four five six seven.", endOfSpeech=True)
        await client.until(lambda: client.speech("persona"))
        await asyncio.sleep(0.5)
        cue(client, "happy", at_seconds=1.0)  # the speech that goes on, and has for half of that
        await client.until(lambda: client.finished("persona"))
        began = next(sound.time for sound in client.sounds if sound.rms > 0.01)
        assert applied(client)["surprised"] == pytest.approx(began + 0.4, abs=0.05)
        assert applied(client)["happy"] == pytest.approx(began + 1.0, abs=0.05)
        words = zip(client.speech("persona"), client.told_at("speechText"), strict=True)
        for chunk, came in words:
            expected = None if came < began + 0.4 else "surprised" if came < began + 1 else "happy"
            if abs(came - began - 0.4) > 0.05 and abs(came - began - 1) > 0.05:
                assert chunk.get("cue_tag") == expected
        assert (await quick_engine.observed(client.session_id))["cueTag"] == "happy"


async def test_an_expression_is_over_some_seconds_after_the_speech_it_came_in(
    quick_engine: EngineInLoop,
) -> None:
    loop = asyncio.get_running_loop()

    async def tag() -> str | None:
        return str((await quick_engine.observed(client.session_id))["cueTag"])

    async with quick_engine.joined() as client:
        cue(client, "happy")
        await stream_talk(client, "talk", "One two three four five. " * 6, endOfSpeech=True)
        began = loop.time()
        await client.until(lambda: client.finished("persona"))
        assert loop.time() - began > HOLD_SECONDS  # while it speaks nothing is over
        assert await tag() == "happy"
        await asyncio.sleep(HOLD_SECONDS - 2 * SOON)
        assert await tag() == "happy"
        await asyncio.sleep(4 * SOON)
        assert await tag() == "None"


async def test_a_change_of_the_persona_is_told(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        client.say("Call yourself Ann")
        await client.until(lambda: client.told("personaConfigUpdateApplied"))
        update = client.told("personaConfigUpdateApplied")[0]
        assert update["session_id"] == client.session_id
        assert update["changed_fields"] == {"name": {"before": "Joe", "after": "Ann"}}
        path = f"/v1/engine/sessions/{client.session_id}/persona-config"
        wrong = {"Authorization": "Bearer wrong"}
        assert (await quick_engine.http.post(path, json={"name": "Eve"}, headers=wrong)).status_code == 401
        assert (await quick_engine.http.post(path, json={"name": "Eve"})).is_success
        await client.until(lambda: len(client.told("personaConfigUpdateApplied")) == 2)
        client.say("What is your name?")
        await client.until(lambda: any("Eve" in text for text in client.finished("persona")))


async def test_the_clients_statistics_can_be_observed(quick_engine: EngineInLoop) -> None:
    async with quick_engine.joined() as client:
        for packets in (1, 42):
            data = {"kind": "video", "packetsReceived": packets, "type": "inbound-rtp"}
            client.send(message_type="remote_rtp_stats", data=data)
        client.say("Hello")  # what comes after it was seen after it
        await client.until(lambda: client.finished("user"))
        statistics = (await quick_engine.observed(client.session_id))["remoteRtp"]
        assert statistics["video"]["packetsReceived"] == 42
