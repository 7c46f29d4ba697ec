"""What viewer and persona say to each other, message by message."""

import base64
import json
from typing import Any

import pytest

from viewer import errors
from viewer.protocol import actions, commands, data_channel, events, inputs, signalling
from viewer.protocol.actions import Output, RunTool, SendData
from viewer.protocol.dialogue import MAX_AUDIO_BYTES, MAX_TEXT, Dialogue
from viewer.protocol.signalling import Signal

STREAM = "a stream"
CALL: dict[str, Any] = {
    "event_uid": "e",
    "session_id": "s1",
    "tool_call_id": "c1",
    "tool_name": "weather",
    "tool_type": "client",
    "arguments": {"place": "Rome"},
    "timestamp": "t",
    "timestamp_user_action": "u",
    "user_action_correlation_id": "k",
}


class Talk:
    """A dialogue whose channel is open, and what it asks for."""

    def __init__(self) -> None:
        self.acts: list[Output] = []
        self.signals: list[Signal] = []
        self.dialogue = Dialogue("s1", self.acts.append, self.signals.append)
        self.tell(inputs.ChannelOpened())

    def tell(self, happened: inputs.DialogueInput, now: float = 0.0) -> None:
        self.dialogue.receive(happened, now)

    def ask(self, command: commands.SessionCommand, now: float = 0.0) -> None:
        self.tell(inputs.CommandGiven(command, "2026-01-01T00:00:00.000"), now)

    def hear(self, name: str, now: float = 0.0, sound_in: float = 0.0, **data: Any) -> None:
        text = json.dumps({"messageType": name, "data": data})
        self.tell(inputs.DataReceived(text, sound_in), now)

    @property
    def sent(self) -> list[dict[str, Any]]:
        return [json.loads(act.text) for act in self.acts if isinstance(act, SendData)]

    @property
    def told(self) -> list[events.Event]:
        return [act for act in self.acts if not isinstance(act, actions.Action)]


def test_what_is_null_in_a_message_is_as_good_as_missing() -> None:
    talk = Talk()
    nothing: dict[str, Any] = dict.fromkeys(
        ("content_index", "end_of_speech", "interrupted", "timestamp", "utterance_id")
    )
    talk.hear("speechText", message_id="m", role="persona", content="Hi", **nothing)
    assert [event.message.content for event in talk.told if isinstance(event, events.MessageUpdated)] == [
        "Hi"
    ]
    talk.hear("toolCallStarted", **CALL | {"event_uid": None, "tool_subtype": None, "arguments": None})
    assert RunTool in map(type, talk.acts)


def test_context_and_interrupt_go_over_the_data_channel() -> None:
    talk = Talk()
    talk.ask(commands.AddContext("It rains."), 0.0)
    talk.ask(commands.InterruptPersona())
    assert talk.sent == [
        {"message_type": "context", "session_id": "s1", "content": "It rains."},
        {"message_type": "interrupt", "session_id": "s1", "timestamp": "2026-01-01T00:00:00.000"},
    ]


def test_a_cue_says_when_in_one_of_three_ways() -> None:
    talk = Talk()
    talk.ask(commands.DirectPersona("happy", None, None))
    talk.ask(commands.DirectPersona("sad", 2, None))
    talk.ask(commands.DirectPersona("angry", None, 1.5))
    cues = [{key: value for key, value in sent.items() if key != "message_type"} for sent in talk.sent]
    assert cues == [
        {"cue": {"tag": "happy"}},
        {"cue": {"tag": "sad"}, "in_seconds": 2},
        {"cue": {"tag": "angry"}, "at_seconds": 1.5},
    ]


@pytest.mark.parametrize(("tag", "seconds"), [("bored", None), ("happy", -1.0), ("happy", float("nan"))])
def test_a_cue_that_no_engine_knows_is_the_callers_mistake(tag: str, seconds: float | None) -> None:
    talk = Talk()
    with pytest.raises(errors.UsageError, match="cue is not usable"):
        talk.ask(commands.DirectPersona(tag, seconds, None))
    assert talk.acts == []


def test_texts_of_any_script_fit_into_a_data_channel_message_or_are_refused() -> None:
    talk = Talk()
    talk.ask(commands.SendText("語" * MAX_TEXT), 0.0)
    (act,) = talk.acts
    assert isinstance(act, SendData)
    assert len(act.text.encode()) < 1 << 16
    with pytest.raises(errors.UsageError, match="too long"):
        talk.ask(commands.SendText("x" * (MAX_TEXT + 1)), 0.0)


def test_agent_audio_is_numbered_within_its_turn() -> None:
    talk = Talk()
    for pcm in (b"\1\0", b"\2\0"):
        talk.ask(commands.SendAgentAudio(pcm, 24_000, 1))
    talk.ask(commands.EndAgentAudio())
    talk.ask(commands.SendAgentAudio(b"\3\0", 24_000, 1))
    first, second, end, third = talk.signals
    assert first.action == "agentaudioinput"
    assert first.payload == {
        "audioData": base64.b64encode(b"\1\0").decode(),
        "encoding": "pcm_s16le",
        "sampleRate": 24_000,
        "channels": 1,
        "sequenceNumber": 0,
    }
    assert second.payload["sequenceNumber"] == 1
    assert (end.action, end.payload) == ("agentaudioinputend", {})
    assert third.payload["sequenceNumber"] == 0


@pytest.mark.parametrize(
    ("size", "rate", "channels"), [(MAX_AUDIO_BYTES + 1, 24_000, 1), (2, 1, 1), (2, 24_000, 0)]
)
def test_agent_audio_out_of_range_is_the_callers_mistake(size: int, rate: int, channels: int) -> None:
    talk = Talk()
    with pytest.raises(errors.UsageError):
        talk.ask(commands.SendAgentAudio(bytes(size), rate, channels))
    assert talk.signals == []


def test_the_longest_agent_audio_fits_into_a_signalling_frame() -> None:
    talk = Talk()
    talk.ask(commands.SendAgentAudio(bytes(MAX_AUDIO_BYTES), 192_000, 8))
    assert len(signalling.encode(talk.signals[0])) < signalling.MAX_MESSAGE_BYTES


def test_talk_streams_go_over_the_websocket_and_end_once() -> None:
    talk = Talk()
    talk.ask(commands.StreamTalk(STREAM, "Hello ", False), 0.0)
    talk.ask(commands.StreamTalk(STREAM, "world.", True), 1.0)
    first, second = (signal.payload for signal in talk.signals)
    assert first == {
        "content": "Hello ",
        "startOfSpeech": True,
        "endOfSpeech": False,
        "correlationId": STREAM,
    }
    assert (second["startOfSpeech"], second["endOfSpeech"]) == (False, True)
    talk.dialogue.talk_stream_interrupted(STREAM)
    assert talk.told == [events.TalkStreamOver(STREAM, "ended")]


def test_a_talk_stream_that_the_engine_cuts_off_takes_no_more_text() -> None:
    talk = Talk()
    talk.ask(commands.StreamTalk(STREAM, "Hello ", False), 0.0)
    talk.dialogue.talk_stream_interrupted(STREAM)
    assert talk.told == [events.TalkStreamOver(STREAM, "interrupted")]
    with pytest.raises(errors.UsageError, match="over"):
        talk.ask(commands.StreamTalk(STREAM, "world.", True), 1.0)


def test_a_talk_stream_without_text_for_15_s_is_over_as_the_engine_ends_it() -> None:
    talk = Talk()
    talk.ask(commands.StreamTalk(STREAM, "Hello", False), 0.0)
    assert talk.dialogue.deadline == 15.0
    talk.dialogue.tick(14.9)
    assert talk.told == []
    talk.dialogue.tick(15.0)
    assert talk.told == [events.TalkStreamOver(STREAM, "timed out")]
    assert talk.dialogue.deadline is None


def test_a_client_tool_call_is_told_once_and_answered_once() -> None:
    talk = Talk()
    talk.hear("toolCallStarted", **CALL)
    talk.hear("toolCallStarted", **CALL)
    (called,) = talk.told
    assert isinstance(called, events.ToolCalled)
    assert called.call.arguments == {"place": "Rome"}
    for _ in range(2):
        talk.tell(inputs.ToolFinished(called.call, {"sky": "blue"}, None, "later"))
    assert talk.sent == [
        {
            "message_type": "tool_result",
            "session_id": "s1",
            "tool_call_id": "c1",
            "user_action_correlation_id": "k",
            "timestamp_user_action": "u",
            "result": {"sky": "blue"},
        }
    ]
    ended = [fact for fact in talk.told if isinstance(fact, events.ToolCallEnded)]
    assert [fact.call for fact in ended] == [
        data_channel.ToolCallCompleted(**{**CALL, "timestamp": "later"}, result={"sky": "blue"})
    ]


def test_a_tool_that_failed_is_answered_with_its_error() -> None:
    talk = Talk()
    talk.hear("toolCallStarted", **CALL)
    talk.tell(inputs.ToolFinished(data_channel.ToolCallStarted(**CALL), None, "no such place", "later"))
    (sent,) = talk.sent
    assert sent["error"] == "no such place"
    assert "result" not in sent


def test_an_answer_that_comes_after_the_engine_ended_the_call_is_not_sent() -> None:
    talk = Talk()
    talk.hear("toolCallStarted", **CALL)
    talk.hear("toolCallFailed", **CALL, error_message="too slow")
    talk.hear("toolCallCompleted", **CALL, result=1)
    talk.tell(inputs.ToolFinished(data_channel.ToolCallStarted(**CALL), 1, None, "later"))
    assert talk.sent == []
    assert len([fact for fact in talk.told if isinstance(fact, events.ToolCallEnded)]) == 1


def test_tool_calls_of_another_session_are_ignored() -> None:
    talk = Talk()
    talk.hear("toolCallStarted", **{**CALL, "session_id": "s2"})
    talk.hear("clientToolEvent", session_id="s2", event_name="x")
    assert talk.told == []


def test_what_older_and_newer_engines_report_is_passed_on() -> None:
    talk = Talk()
    talk.hear("clientToolEvent", session_id="s1", event_name="open", event_data={"page": 2})
    talk.hear("directorNoteCueApplied", session_id="s1", cue_tag="happy")
    changed = {"name": {"before": "Joe", "after": "Ann"}}
    talk.hear("personaConfigUpdateApplied", session_id="s1", changed_fields=changed)
    talk.hear("reasoningText", message_id="r", content="Hm.", role="persona", end_of_thought=True)
    older, cue, update, thought = talk.told
    assert isinstance(older, events.OlderToolCalled)
    assert older.call.event_data == {"page": 2}
    assert isinstance(cue, events.CueApplied)
    assert isinstance(update, events.PersonaUpdated)
    assert update.update.changed_fields["name"].after == "Ann"
    assert isinstance(thought, events.ThoughtChanged)
    assert (thought.thought.content, thought.thought.complete) == ("Hm.", True)


def test_statistics_are_not_kept_for_later() -> None:
    talk = Talk()
    talk.tell(inputs.ChannelClosed())
    talk.tell(inputs.StatisticsCollected(({"kind": "video"},)))
    talk.tell(inputs.ChannelOpened())
    assert talk.sent == []
    talk.tell(inputs.StatisticsCollected(({"kind": "video"},)))
    assert talk.sent == [{"message_type": "remote_rtp_stats", "data": {"kind": "video"}}]


def test_what_the_engine_repeats_has_arrived_also_with_other_line_breaks() -> None:
    talk = Talk()
    talk.ask(commands.SendText("one\n\ntwo"), 1.0)
    talk.hear("speechText", message_id="m", role="user", content="one two ")
    assert talk.dialogue.undelivered(None) == ()


def test_what_the_engine_repeats_has_arrived_and_what_came_after_its_last_packet_may_not_have() -> None:
    talk = Talk()
    talk.ask(commands.SendText("one"), 1.0)
    talk.ask(commands.SendText("two"), 8.0)
    talk.ask(commands.AddContext("three"), 9.0)
    talk.hear("speechText", message_id="m", role="user", content="two")
    assert [saying.text for saying in talk.dialogue.undelivered(8.5)] == ["three"]
    assert [saying.text for saying in talk.dialogue.undelivered(None)] == ["one", "three"]


def test_the_end_closes_what_is_open() -> None:
    talk = Talk()
    talk.ask(commands.StreamTalk(STREAM, "Hello"))
    talk.dialogue.close()
    assert talk.told == [events.TalkStreamOver(STREAM, "session ended")]


def test_only_the_applications_own_tools_are_run() -> None:
    talk = Talk()
    for kind in ("client", "server"):
        talk.hear("toolCallStarted", **CALL | {"tool_call_id": kind, "tool_type": kind})
    talk.hear("clientToolEvent", session_id="s1", event_name="open", event_data={})
    ran = [act.call for act in talk.acts if isinstance(act, RunTool)]
    assert [type(call) for call in ran] == [data_channel.ToolCallStarted, data_channel.ClientToolEvent]
    assert isinstance(ran[0], data_channel.ToolCallStarted)
    assert ran[0].tool_type == "client"


def test_the_personas_words_are_marked_when_they_are_heard_and_the_users_when_they_come() -> None:
    talk = Talk()
    for role in ("persona", "user"):
        talk.hear("speechText", 5.0, 0.2, message_id="m", role=role, content="Hi", end_of_speech=True)
    persona, user = (event.message for event in talk.told if isinstance(event, events.MessageUpdated))
    assert (persona.marks, persona.ended) == (((2, 5.2),), 5.2)
    assert (user.marks, user.ended) == (((2, 5.0),), 5.0)


def test_it_is_told_when_the_user_speaks_and_which_message_holds_the_words() -> None:
    talk = Talk()
    talk.hear("userSpeechStarted", 3.0, user_action_correlation_id="k")
    talk.hear("userSpeechEnded", 4.5)
    assert talk.told == [
        events.UserSpeechChanged(True, 3.0, "k"),
        events.UserSpeechChanged(False, 4.5, None),
    ]
