"""What holds of a dialogue whatever is said in it, and in whatever order."""

import json
import uuid
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.protocol.play import started
from tests.strategies import json_values, models, mutated
from viewer import errors
from viewer.protocol import (
    client,
    commands,
    data_channel,
    dialogue,
    inputs,
    negotiation,
    signalling,
    talk_streams,
    transcript,
)
from viewer.protocol.actions import Finish, SendData, SendFrame
from viewer.protocol.codec import MAX_NAME
from viewer.protocol.data_channel import ReasoningText, SpeechText, ToolCallStarted
from viewer.protocol.events import CommandRefused, TalkStreamOver
from viewer.protocol.signalling import Signal
from viewer.protocol.talk_streams import SILENT_SECONDS, TalkStreams
from viewer.protocol.text import plain
from viewer.protocol.transcript import MAX_CONTENT, Transcript

few = st.sampled_from(["a", "b", "c"])
utterances = st.sampled_from([None, "", "u", "v"])
chunks = st.builds(
    SpeechText,
    message_id=few,
    role=st.sampled_from(["user", "persona"]),
    content=st.text(max_size=30) | st.sampled_from([" ", " x", "x" * 9000]),
    content_index=st.integers(),
    end_of_speech=st.booleans(),
    interrupted=st.booleans(),
    utterance_id=utterances,
)


@given(st.lists(chunks, max_size=40))
def test_a_message_is_its_chunks_in_the_order_of_their_arrival(told: list[SpeechText]) -> None:
    kept = Transcript()
    for chunk in told:
        before = {message.id: message for message in kept.messages}
        now = kept.add(chunk)
        if old := before.get(now.id):
            assert now.content.startswith(old.content)
            assert now.complete >= old.complete
            assert now.interrupted >= old.interrupted
    assert len(kept.messages) == len({(chunk.role, chunk.message_id) for chunk in told})
    for message in kept.messages:
        own = [c for c in told if f"{c.role}::{c.message_id}" == message.id]
        assert message.content == "".join(plain(c.content, MAX_CONTENT) for c in own)[:MAX_CONTENT]
        assert message.complete == any(c.end_of_speech for c in own)
        assert message.interrupted == any(c.interrupted for c in own)


@given(st.lists(chunks, max_size=40))
def test_utterances_are_pieces_of_their_message_and_no_neighbours_share_an_id(told: list[SpeechText]) -> None:
    kept = Transcript()
    for chunk in told:
        kept.add(chunk)
    for message in kept.messages:
        ids = [utterance.id for utterance in message.utterances]
        assert all(ids)
        assert all(one != other for one, other in pairwise(ids))
        if all(c.utterance_id for c in told):
            # But for the space that may join two.
            said = "".join(utterance.content for utterance in message.utterances)
            assert said.replace(" ", "") == message.content.replace(" ", "")
        assert sum(len(u.content) for u in message.utterances) <= len(message.content)


class AnyTalk(RuleBasedStateMachine):
    """Talk streams against the rules of protocol/README.md section 4."""

    names = st.sampled_from([*"abcdef", ""])
    ids = st.none() | st.sampled_from([str(uuid.UUID(int=n, version=4)) for n in range(3)] + ["X"])

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.streams = TalkStreams()
        self.open: dict[str, float] = {}
        self.over: set[str] = set()

    @rule(name=names, text=st.sampled_from(["", "word"]), end=st.booleans(), utterance=ids)
    def speak(self, name: str, text: str, end: bool, utterance: str | None) -> None:
        may = bool(name) and name not in self.over and utterance != "X"
        try:
            chunk = self.streams.chunk(name, text, end, utterance, self.now)
        except errors.UsageError:
            assert not may
            return
        assert may
        assert chunk.start_of_speech == (name not in self.open)
        assert chunk.end_of_speech == end
        assert chunk.content == text
        if text or name not in self.open:
            self.open[name] = self.now + SILENT_SECONDS
        if end:
            del self.open[name]
            self.over.add(name)
        elif utterance:
            assert chunk.utterance_id == utterance

    @rule(seconds=st.sampled_from([0.0, 1.0, SILENT_SECONDS]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds
        silent = {name for name, until in self.open.items() if until <= self.now}
        assert set(self.streams.close_silent(self.now)) == silent
        self._gone(silent)

    @rule(name=names)
    def engine_cuts_off(self, name: str) -> None:
        assert self.streams.close(name) == (name in self.open)
        self._gone({name} & set(self.open))

    @rule()
    def session_ends(self) -> None:
        assert set(self.streams.close_all()) == set(self.open)
        self._gone(set(self.open))

    @invariant()
    def the_deadline_is_that_of_the_next_to_end(self) -> None:
        assert self.streams.deadline == min(self.open.values(), default=None)

    def _gone(self, names: set[str]) -> None:
        self.over |= names
        for name in names:
            del self.open[name]


SEEDS = [
    data_channel.encode(SpeechText(message_id="m", role="persona", content="Hello.", utterance_id="u")),
    data_channel.encode(
        ToolCallStarted(session_id="s1", tool_call_id="t", tool_name="n", tool_type="client", arguments={})
    ),
    signalling.encode(signalling.answer("s1", "v=0\r\n")),
    signalling.encode(Signal(signalling.WARNING, "s1", "Soon.")),
]
messages = st.one_of(*(models(kind) for kind in data_channel._FROM_ENGINE.values()))


class AnyDialogue(RuleBasedStateMachine):
    """A session keeps a bounded state and says only what can be said, whatever it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.play = started()
        self.ended_streams: list[str] = []

    def collect(self) -> None:
        for action in self.play.outputs():
            match action:
                case SendFrame(text) | SendData(text):
                    json.loads(text.encode("ascii"))
                case TalkStreamOver(correlation_id, _):
                    assert correlation_id not in self.ended_streams, "a stream ends once"
                    self.ended_streams.append(correlation_id)
                case CommandRefused(refused):
                    assert refused.message
                case Finish(_, error):
                    assert error is None or error.message

    @rule(message=messages)
    def engine_says(self, message: Any) -> None:
        fields = {"session_id": "s1"} if hasattr(message, "session_id") else {}
        self.play.tell(inputs.DataReceived(data_channel.encode(message.model_copy(update=fields))))
        self.collect()

    @rule(call=models(ToolCallStarted), result=json_values, error=st.none() | st.text())
    def a_tool_is_called_and_answered(self, call: ToolCallStarted, result: Any, error: str | None) -> None:
        self.play.tell(inputs.DataReceived(data_channel.encode(call.model_copy(update={"session_id": "s1"}))))
        self.play.tell(inputs.ToolFinished(call, result, error, "now"))
        self.collect()

    @rule(start=st.integers(0, 1 << 30), times=st.sampled_from([1, 30, 300]))
    def engine_floods(self, start: int, times: int) -> None:
        for number in range(start, start + times):
            name = str(number)
            for message in (
                SpeechText(message_id=name, role="user", content="x"),
                ReasoningText(message_id=name, content="x"),
                ToolCallStarted(session_id="s1", tool_call_id=name, tool_name="n", tool_type="client"),
            ):
                self.play.tell(inputs.DataReceived(data_channel.encode(message)))
            candidate = {"candidate": f"1 1 udp {number} 192.0.2.1 9 typ host", "sdpMid": "0"}
            frame = signalling.encode(Signal(signalling.ICE_CANDIDATE, "s1", candidate))
            self.play.tell(inputs.FrameReceived(frame), self.now)
            self.play.tell(inputs.CommandGiven(commands.AddContext("x"), ""), self.now)
        self.collect()

    @rule(noise=mutated(SEEDS), early=st.booleans())
    def noise_comes(self, noise: str, early: bool) -> None:
        for text in (noise, noise.encode("utf-8", "surrogatepass")):
            self.play.tell(inputs.FrameReceived(text), self.now)
            self.play.tell(inputs.DataReceived(text))
        self.collect()

    @rule(name=few, text=st.text(max_size=5), end=st.booleans())
    def user_streams(self, name: str, text: str, end: bool) -> None:
        self.play.tell(inputs.CommandGiven(commands.StreamTalk(name, text, end, None), ""), self.now)
        self.collect()

    @rule(seconds=st.sampled_from([0.1, 5.0, 16.0]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds
        self.play.tell(inputs.TimePassed(), self.now)
        self.collect()

    @rule(open_=st.booleans())
    def line_changes(self, open_: bool) -> None:
        if open_:
            self.play.tell(inputs.SocketOpened(), self.now)
            self.play.tell(inputs.OfferMade("v=0"))
            self.play.tell(inputs.ChannelOpened())
        else:
            self.play.tell(inputs.SocketLost(), self.now)
            self.play.tell(inputs.ChannelClosed())
        self.collect()

    @invariant()
    def what_is_kept_is_bounded(self) -> None:
        protocol = self.play.protocol
        kept = protocol._dialogue
        assert len(protocol._negotiation._early) <= negotiation.MAX_CANDIDATES
        assert len(protocol._unsent_signals) <= client.MAX_BUFFERED
        assert len(kept._unsent) <= dialogue.MAX_BUFFERED
        assert len(kept._said) <= dialogue.MAX_BUFFERED
        assert len(kept._tool_calls) <= dialogue.MAX_TOOL_CALLS
        assert len(kept._talk_streams._open) <= talk_streams.MAX_OPEN
        assert len(kept.transcript.messages) <= transcript.MAX_MESSAGES
        assert len(kept.transcript.thoughts) <= transcript.MAX_MESSAGES
        for message in kept.transcript.messages:
            assert len(message.id) <= MAX_NAME + len("persona::")
            assert len(message.content) <= MAX_CONTENT
            assert len(message.utterances) <= transcript.MAX_UTTERANCES
            assert sum(len(u.content) for u in message.utterances) <= MAX_CONTENT


TestAnyTalk = AnyTalk.TestCase
TestAnyTalk.settings = settings(stateful_step_count=30)
TestAnyDialogue = AnyDialogue.TestCase
# Half as many: floods take long.
TestAnyDialogue.settings = settings(max_examples=settings().max_examples // 2, stateful_step_count=20)
