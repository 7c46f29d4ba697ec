"""What a developer says by hand: answers to tools, and whatever JSON."""

import json

import pytest

from tests.protocol.test_dialogue import CALL, Talk
from viewer import errors
from viewer.protocol import actions, commands, data_channel, events, inputs
from viewer.protocol.raw import MAX_RAW, sendable


def test_by_hand_nothing_is_called_and_the_answer_is_the_users() -> None:
    talk = Talk()
    talk.ask(commands.AnswerToolsByHand(True))
    talk.hear("toolCallStarted", **CALL)
    talk.hear("clientToolEvent", session_id="s1", event_name="open")
    assert actions.RunTool not in map(type, talk.acts)
    talk.ask(commands.AnswerToolCall("c1", {"sky": "blue"}))
    (sent,) = talk.sent
    assert (sent["tool_call_id"], sent["result"], sent["user_action_correlation_id"]) == (
        "c1",
        {"sky": "blue"},
        "k",
    )
    assert [type(fact) for fact in talk.told if isinstance(fact, events.ToolCallEnded)]
    talk.ask(commands.AnswerToolsByHand(False))
    talk.hear("toolCallStarted", **CALL | {"tool_call_id": "c2"})
    assert actions.RunTool in map(type, talk.acts)


def test_an_error_by_hand_goes_before_what_the_tool_says_later() -> None:
    talk = Talk()
    talk.hear("toolCallStarted", **CALL)
    talk.ask(commands.AnswerToolCall("c1", error="closed on Sundays"))
    talk.tell(inputs.ToolFinished(data_channel.ToolCallStarted(**CALL), "open", None, "later"))
    (sent,) = talk.sent
    assert sent["error"] == "closed on Sundays"


@pytest.mark.parametrize("other", [{"tool_call_id": "c2"}, {"tool_type": "server"}])
def test_only_a_call_that_awaits_an_answer_gets_one(other: dict[str, str]) -> None:
    talk = Talk()
    talk.hear("toolCallStarted", **CALL | other)
    with pytest.raises(errors.UsageError, match="awaits no answer"):
        talk.ask(commands.AnswerToolCall("c1", 1))
    assert talk.sent == []


def test_raw_json_goes_out_as_it_was_written() -> None:
    talk = Talk()
    written = '{ "b": 1.0, "a": "Grüße 😀", "a": 2 }'
    talk.ask(commands.SendRaw("signalling", written))
    talk.ask(commands.SendRaw("data", written))
    frame, data = talk.acts
    assert isinstance(frame, actions.SendFrame)
    assert isinstance(data, actions.SendData)
    assert frame.text == data.text
    assert frame.text.isascii()
    assert json.loads(frame.text, object_pairs_hook=list) == json.loads(written, object_pairs_hook=list)


def test_raw_json_waits_for_the_data_channel() -> None:
    talk = Talk()
    talk.tell(inputs.ChannelClosed())
    talk.ask(commands.SendRaw("data", "{}"))
    assert talk.acts == []
    talk.tell(inputs.ChannelOpened())
    assert talk.acts == [actions.SendData("{}")]


@pytest.mark.parametrize("text", ["", "[]", "{'a': 1}", '{"a": NaN}', f'{{"a": "{"ü" * MAX_RAW}"}}'])
def test_what_cannot_be_sent_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(errors.UsageError) as refused:
        sendable(text)
    assert refused.value.message in ("That is not a JSON object.", "That is too long for one message.")
