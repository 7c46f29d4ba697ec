"""Whatever happens to the client's state machine, in whatever order."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.protocol.play import CANDIDATE, live, started
from viewer.protocol import client, commands, inputs
from viewer.protocol.signalling import IceCandidate, Signal

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(name=st.sampled_from(["speechText", "userSpeechStarted", "userSpeechEnded", "news"]), data=json_values)
def test_no_data_channel_message_can_hurt(name: str, data: Any) -> None:
    play = live()
    play.tell(inputs.DataReceived(json.dumps({"messageType": name, "data": data})))
    assert not play.finished


class AnyOrder(RuleBasedStateMachine):
    """Whatever happens, in whatever order: no exception, one end, nothing after it."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.play = started()

    @rule(step=st.floats(0, 20))
    def time_passes(self, step: float) -> None:
        self.now += step
        self.play.tell(inputs.TimePassed(), self.now)

    @rule()
    def socket_opens(self) -> None:
        self.play.tell(inputs.SocketOpened(), self.now)

    @rule()
    def socket_is_lost(self) -> None:
        self.play.tell(inputs.SocketLost(), self.now)

    @rule(
        action=st.sampled_from(["answer", "icecandidate", "sessionready", "warning", "ENDSESSION", "x"]),
        payload=json_values | st.just(CANDIDATE) | st.just({"type": "answer", "sdp": "v=0"}),
    )
    def signal_comes(self, action: str, payload: Any) -> None:
        self.play.receive(Signal(action, "s1", payload), self.now)

    @rule(text=st.text() | st.binary())
    def noise_comes(self, text: str | bytes) -> None:
        self.play.tell(inputs.FrameReceived(text), self.now)
        self.play.tell(inputs.DataReceived(text))

    @rule()
    def offer_is_made(self) -> None:
        self.play.tell(inputs.OfferMade("v=0"))
        self.play.tell(inputs.CandidateGathered(IceCandidate("candidate:1", "0", 0)))

    @rule()
    def peer_connects(self) -> None:
        self.play.tell(inputs.PeerConnected(), self.now)
        self.play.tell(inputs.FirstPictureReceived(), self.now)
        self.play.tell(inputs.PacketsReceived(), self.now)

    @rule(open_=st.booleans())
    def channel_changes(self, open_: bool) -> None:
        if open_:
            self.play.tell(inputs.ChannelOpened())
        else:
            self.play.tell(inputs.ChannelClosed())
        self.play.tell(inputs.CommandGiven(commands.SendText("hi"), ""), self.now)
        self.play.tell(inputs.CommandGiven(commands.InterruptPersona(), ""))

    @precondition(lambda self: self.now > 15)
    @rule(by_user=st.booleans())
    def it_ends(self, by_user: bool) -> None:
        if by_user:
            self.play.tell(inputs.CloseRequested())
        else:
            for _ in range(client.MAX_RENEGOTIATIONS + 2):  # each but the last may be healed
                self.play.tell(inputs.PeerConnected(), self.now)
                self.play.tell(inputs.PeerFailed(), self.now)
        assert self.play.finished

    @invariant()
    def waits_for_nothing_after_the_end(self) -> None:
        assert not (self.play.finished and self.play.protocol.deadline is not None)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(stateful_step_count=30)
