"""Play-throughs of the client's state machine: what happens on the left, what it asks on the right."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from viewer import errors
from viewer.protocol import actions, client, signalling
from viewer.protocol.actions import Finish, OpenSocket, Report, SendData, SendFrame
from viewer.protocol.api import ClientConfig, IceServer
from viewer.protocol.client import ClientProtocol
from viewer.protocol.connectivity import Outcome
from viewer.protocol.events import CloseReason
from viewer.protocol.retry import STEADY_SECONDS
from viewer.protocol.signalling import IceCandidate, Signal

CANDIDATE = {"candidate": "candidate:1 1 udp 1 192.0.2.1 9 typ host", "sdpMid": "0", "sdpMLineIndex": 0}
DEFAULT = ClientConfig()


def started(config: ClientConfig = DEFAULT) -> ClientProtocol:
    protocol = ClientProtocol("s1", config)
    protocol.start(0.0)
    assert protocol.actions() == [OpenSocket()]
    return protocol


def offering(config: ClientConfig = DEFAULT) -> ClientProtocol:
    protocol = started(config)
    protocol.socket_opened(0.1)
    assert protocol.actions() == [Report(actions.SignallingOpened()), actions.MakeOffer()]
    return protocol


def negotiating(config: ClientConfig = DEFAULT) -> ClientProtocol:
    protocol = offering(config)
    protocol.offer_made("v=0 offer")
    assert sent(protocol)[0]["actionType"] == "offer"
    return protocol


def live() -> ClientProtocol:
    protocol = negotiating()
    receive(protocol, signalling.answer("s1", "v=0 answer"), 0.2)
    protocol.peer_connected(0.3)
    protocol.picture_received(0.4)
    protocol.actions()
    return protocol


def receive(protocol: ClientProtocol, signal: Signal, now: float = 1.0) -> None:
    protocol.frame_received(signalling.encode(signal), now)


def sent(protocol: ClientProtocol) -> list[dict[str, Any]]:
    return [json.loads(action.text) for action in protocol.actions() if isinstance(action, SendFrame)]


def ending(protocol: ClientProtocol) -> Finish:
    last = protocol.actions()[-1]
    assert isinstance(last, Finish)
    return last


def test_the_offer_goes_out_once_the_socket_is_open_and_candidates_follow_it() -> None:
    protocol = offering()
    protocol.offer_made("v=0 offer")
    protocol.candidate_gathered(IceCandidate("1 1 udp 1 192.0.2.1 9 typ host", "0", 0, "ufrag"))
    offer, candidate = sent(protocol)
    assert offer == {
        "actionType": "offer",
        "sessionId": "s1",
        "payload": {"connectionDescription": {"type": "offer", "sdp": "v=0 offer"}, "userUid": "s1"},
    }
    assert candidate["payload"] == CANDIDATE | {"usernameFragment": "ufrag"}


def test_remote_candidates_that_come_before_the_answer_are_added_after_it() -> None:
    protocol = negotiating()
    receive(protocol, Signal("icecandidate", "s1", CANDIDATE))
    assert protocol.actions() == []
    receive(protocol, signalling.answer("s1", "v=0 answer"))
    _, apply, add = protocol.actions()
    assert apply == actions.ApplyAnswer("v=0 answer")
    assert isinstance(add, actions.AddCandidate)
    receive(protocol, Signal("icecandidate", "s1", CANDIDATE))
    assert protocol.actions() == [add]


@pytest.mark.parametrize("payload", [None, {}, {"candidate": 7}, {"candidate": "candidate:1"}, [], "x"])
def test_a_bad_candidate_is_skipped(payload: Any) -> None:
    protocol = negotiating()
    receive(protocol, signalling.answer("s1", "v=0 answer"))
    protocol.actions()
    receive(protocol, Signal("icecandidate", "s1", payload))
    assert protocol.actions() == []


def test_an_answer_that_nobody_awaits_is_ignored() -> None:
    protocol = negotiating()
    receive(protocol, signalling.answer("s1", "v=0 first"))
    protocol.actions()
    receive(protocol, signalling.answer("s1", "v=0 second"))
    assert protocol.actions() == []


def test_an_answer_without_sdp_ends_the_session_with_its_sentence() -> None:
    protocol = negotiating()
    receive(protocol, Signal("answer", "s1", {"type": "answer"}))
    assert isinstance(ending(protocol).error, errors.BadAnswerFromEngine)


@pytest.mark.parametrize(
    "frame", ["", "{", "[]", "null", '{"actionType": 5}', '{"actionType": "news"}', "[" * 9999]
)
def test_malformed_and_unknown_frames_are_ignored(frame: str) -> None:
    protocol = live()
    protocol.frame_received(frame, 1.0)
    assert protocol.actions() == []


def test_action_types_are_compared_in_lower_case() -> None:
    protocol = live()
    protocol.frame_received('{"actionType": "sessionReady", "sessionId": "s1", "payload": {}}', 1.0)
    assert protocol.actions() == [Report(actions.SessionReady())]


@pytest.mark.parametrize("interval", [5, 1, 7])
def test_heartbeats_go_out_at_every_interval_as_long_as_the_socket_is_open(interval: int) -> None:
    protocol = negotiating(ClientConfig(heartbeat_interval_seconds=interval))
    receive(protocol, signalling.answer("s1", "v=0 answer"), 0.2)
    protocol.peer_connected(0.3)
    protocol.picture_received(0.4)
    protocol.actions()
    for number in range(1, 6):
        due = 0.1 + interval * number  # the socket opened at 0.1
        for now, beats in ((due - 0.05, []), (due + number / 1000, ["heartbeat"])):
            protocol.packets_received(now)
            protocol.tick(now)
            assert [frame["actionType"] for frame in sent(protocol)] == beats
    assert not protocol.finished


def test_no_heartbeat_goes_out_while_the_socket_is_closed() -> None:
    protocol = live()
    protocol.socket_lost(4.0)
    protocol.packets_received(8.0)
    protocol.tick(10.2)
    assert sent(protocol) == []


def test_heartbeats_keep_their_interval_for_as_long_as_the_session_lasts() -> None:
    protocol = live()
    beats = []
    for tenth in range(1, 301):
        now = tenth / 10
        protocol.packets_received(now)
        protocol.pictures_received(now)
        protocol.tick(now)
        beats += [now for frame in sent(protocol) if frame["actionType"] == "heartbeat"]
    assert beats == pytest.approx([5.1, 10.1, 15.1, 20.1, 25.1], abs=0.11)


def test_the_engine_says_how_often_it_wants_a_heartbeat() -> None:
    protocol = offering(ClientConfig(heartbeat_interval_seconds=0.5))
    protocol.tick(0.5)
    assert sent(protocol) == []
    for now in (0.61, 1.12, 1.63):
        protocol.tick(now)
        assert [frame["actionType"] for frame in sent(protocol)] == ["heartbeat"]


def test_a_lost_socket_is_reopened_after_100_ms_times_the_attempt_and_makes_no_new_offer() -> None:
    protocol = live()
    protocol.socket_lost(1.0)
    protocol.tick(1.05)
    assert protocol.actions() == []
    protocol.tick(1.11)
    assert OpenSocket() in protocol.actions()
    protocol.socket_lost(1.2)
    protocol.tick(1.35)
    assert OpenSocket() not in protocol.actions()
    protocol.tick(1.41)
    assert OpenSocket() in protocol.actions()
    protocol.socket_opened(1.5)
    assert actions.MakeOffer() not in protocol.actions()


def test_what_is_sent_while_the_socket_is_closed_is_flushed_when_it_opens_again() -> None:
    protocol = negotiating()
    protocol.socket_lost(1.0)
    protocol.candidate_gathered(IceCandidate("candidate:1", "0", 0))
    assert sent(protocol) == []
    protocol.socket_opened(1.2)
    assert [frame["actionType"] for frame in sent(protocol)] == ["icecandidate"]


def test_what_waited_for_the_socket_is_sent_in_the_order_in_which_it_was_said() -> None:
    protocol = live()
    protocol.socket_lost(1.0)
    words = [f"word {number}" for number in range(3)]
    for word in words:
        protocol.dialogue.stream_talk("stream", word, end_of_speech=False, utterance_id=None, now=1.05)
    protocol.socket_opened(1.2)
    assert [frame["payload"]["content"] for frame in sent(protocol)] == words


def test_when_attempts_run_out_the_connection_closes_as_a_signalling_failure() -> None:
    protocol = live()
    for attempt in range(5):
        protocol.socket_lost(1.0 + attempt)
        assert not protocol.finished
    protocol.socket_lost(9.0)
    end = ending(protocol)
    assert end.reason is CloseReason.SIGNALLING_FAILURE
    assert isinstance(end.error, errors.SignallingLost)


def test_attempts_count_anew_after_five_stable_seconds() -> None:
    protocol = live()
    for attempt in range(5):
        protocol.socket_lost(1.0 + attempt / 10)
    protocol.socket_opened(2.0)
    for second in (3.0, 5.0, 7.1):
        protocol.packets_received(second)
        protocol.tick(second)
    protocol.socket_lost(8.0)
    assert not protocol.finished


def test_closing_says_goodbye_and_ends_normally_without_an_error() -> None:
    protocol = live()
    protocol.close()
    goodbye, end = protocol.actions()
    assert isinstance(goodbye, SendFrame)
    assert json.loads(goodbye.text) == {"actionType": "endsession", "sessionId": "s1", "payload": {}}
    assert end == Finish(CloseReason.NORMAL, None)
    assert protocol.deadline is None


def test_a_session_that_fails_says_goodbye_so_that_it_does_not_stay_in_use() -> None:
    protocol = negotiating()
    protocol.peer_failed(1.0)
    goodbye, end = protocol.actions()
    assert isinstance(goodbye, SendFrame)
    assert json.loads(goodbye.text)["actionType"] == "endsession"
    assert isinstance(end, Finish)
    assert isinstance(end.error, errors.ConnectionBlocked)


def test_the_service_ends_the_session_and_says_why() -> None:
    protocol = live()
    receive(protocol, Signal("endsession", "s1", "Time is up."))
    end = ending(protocol)
    assert end.reason is CloseReason.SERVER_CLOSED
    assert end.error
    assert end.error.message == "The avatar service ended the session: Time is up."


def test_what_an_engine_says_is_shown_as_plain_text_of_bounded_length() -> None:
    protocol = live()
    said = "\u202e<b>bold</b>\r\n\x1b[31m" + "x" * 10_000
    receive(protocol, Signal("warning", "s1", said))
    (warning,) = protocol.actions()
    assert isinstance(warning, Report)
    assert isinstance(warning.fact, actions.ServiceWarned)
    receive(protocol, Signal("endsession", "s1", said))
    end = ending(protocol).error
    assert end
    assert end.message.startswith("The avatar service ended the session: <b>bold</b>  [31mxxx")
    for text in (warning.fact.text, end.message):
        assert "<b>bold</b>  [31mxxx" in text
        assert len(text) < 400


def test_no_answer_in_time_and_no_connection_in_time_are_told_apart() -> None:
    silent, blocked = negotiating(), negotiating()
    receive(blocked, signalling.answer("s1", "v=0 answer"))
    for protocol in (silent, blocked):
        protocol.tick(0.1 + client.CONNECT_WITHIN)
    assert isinstance(ending(silent).error, errors.SignallingLost)
    assert isinstance(ending(blocked).error, errors.ConnectionBlocked)


def test_what_was_found_out_while_connecting_is_why_it_failed() -> None:
    relay = ClientConfig(ice_servers=(IceServer(urls=("turn:a",)),))
    in_time, at_once = negotiating(relay), negotiating(relay)
    for protocol in (in_time, at_once):
        receive(protocol, signalling.answer("s1", "v=0 answer"))
        protocol.connectivity.server_asked("turn:a", Outcome.REFUSED)
    in_time.tick(0.1 + client.CONNECT_WITHIN)
    at_once.peer_failed(1.0)
    for protocol in (in_time, at_once):
        assert isinstance(ending(protocol).error, errors.RelayRefused)


def test_a_slow_connection_is_told_and_goes_on() -> None:
    protocol = negotiating()
    protocol.tick(client.SLOW_AFTER)
    assert Report(actions.SlowConnection()) in protocol.actions()
    assert not protocol.finished


def test_no_picture_in_time_is_a_failed_start() -> None:
    protocol = negotiating()
    receive(protocol, signalling.answer("s1", "v=0 answer"))
    protocol.peer_connected(1.0)
    protocol.tick(1.0 + client.PICTURE_WITHIN)
    assert isinstance(ending(protocol).error, errors.NoMedia)


RENEGOTIATION = [Report(actions.Renegotiating()), actions.CutSocket(), actions.MakeOffer()]


def renegotiating() -> ClientProtocol:
    """Live until 4.4, then an offer is under way on the living session."""
    protocol = live()
    protocol.tick(4.4)
    assert protocol.actions() == RENEGOTIATION
    protocol.offer_made("v=0 second offer")
    protocol.socket_lost(4.4)
    protocol.tick(4.5)
    protocol.socket_opened(4.5)
    assert "second" in str(sent(protocol))
    return protocol


def test_a_second_without_packets_is_a_stall_and_four_lead_to_another_offer() -> None:
    protocol = live()
    protocol.tick(1.4)
    assert protocol.actions() == [Report(actions.StallChanged(stalled=True))]
    protocol.packets_received(2.0)
    assert protocol.actions() == [Report(actions.StallChanged(stalled=False))]
    protocol.tick(6.0)
    assert protocol.actions()[-3:] == RENEGOTIATION


def test_packets_without_pictures_for_three_seconds_lead_to_another_offer() -> None:
    protocol = live()
    protocol.pictures_received(1.0)
    for tenth in range(10, 45, 5):
        protocol.packets_received(tenth / 10)
        protocol.tick(tenth / 10)
    assert protocol.actions() == RENEGOTIATION


def test_a_peer_that_fails_when_live_leads_to_another_offer() -> None:
    protocol = live()
    protocol.peer_failed(1.0)
    assert protocol.actions() == RENEGOTIATION


def test_a_renegotiated_session_is_live_with_its_first_picture() -> None:
    protocol = renegotiating()
    receive(protocol, signalling.answer("s1", "v=0 second answer"), 4.5)
    assert actions.ApplyAnswer("v=0 second answer") in protocol.actions()
    protocol.peer_connected(4.6)
    protocol.picture_received(4.7)
    assert Report(actions.PictureStarted()) in protocol.actions()
    protocol.tick(5.0)
    assert not protocol.finished


def test_an_offer_that_leads_to_nothing_within_four_seconds_is_the_end() -> None:
    protocol = renegotiating()
    protocol.tick(4.4 + client.RENEGOTIATE_WITHIN)
    assert isinstance(ending(protocol).error, errors.MediaLost)


def test_a_renegotiated_connection_without_pictures_is_the_end() -> None:
    protocol = renegotiating()
    receive(protocol, signalling.answer("s1", "v=0 second answer"), 4.5)
    protocol.peer_connected(4.6)
    protocol.tick(8.0)
    assert isinstance(ending(protocol).error, errors.NoMedia)


def test_an_offer_waits_for_a_socket_that_is_being_reopened() -> None:
    protocol = live()
    protocol.socket_lost(4.3)
    protocol.tick(4.4)
    assert actions.CutSocket() not in protocol.actions()
    protocol.offer_made("v=0 second offer")
    assert sent(protocol) == []
    protocol.socket_opened(4.5)
    assert [signal["actionType"] for signal in sent(protocol)] == ["offer"]


def test_a_connection_that_breaks_again_and_again_is_given_up() -> None:
    protocol = live()
    for second in range(1, client.MAX_RENEGOTIATIONS + 1):
        protocol.peer_failed(float(second))
        protocol.offer_made("v=0")
        receive(protocol, signalling.answer("s1", "v=0"), second + 0.1)
        protocol.peer_connected(second + 0.2)
        protocol.picture_received(second + 0.3)
    protocol.peer_failed(client.MAX_RENEGOTIATIONS + 0.5)
    assert isinstance(ending(protocol).error, errors.MediaLost)


def test_breaks_are_counted_anew_after_a_steady_time() -> None:
    protocol = live()
    for number in range(1, client.MAX_RENEGOTIATIONS + 3):
        now = number * 2 * STEADY_SECONDS
        protocol.peer_failed(now)
        protocol.offer_made("v=0")
        receive(protocol, signalling.answer("s1", "v=0"), now)
        protocol.peer_connected(now)
        protocol.picture_received(now)
    assert not protocol.finished


def test_what_may_be_lost_with_a_connection_is_said_again_once_in_order() -> None:
    protocol = live()
    protocol.dialogue.channel_opened()
    for word, second in (("arrived", 0.5), ("lost", 2.0), ("lost too", 3.0)):
        if word == "lost":
            protocol.packets_received(1.2)
            protocol.packets_received(1.8)
        protocol.dialogue.send_text(word, "", second)
    protocol.tick(5.8)
    protocol.dialogue.send_text("said meanwhile", "", 5.9)
    protocol.actions()
    protocol.dialogue.channel_opened()
    said = [json.loads(a.text)["content"] for a in protocol.actions() if isinstance(a, actions.SendData)]
    assert said == ["lost", "lost too", "said meanwhile"]


def test_what_lay_in_a_buffer_during_a_sleep_proves_nothing() -> None:
    protocol = live()
    protocol.dialogue.channel_opened()
    protocol.dialogue.send_text("said before sleep", "", 0.5)
    protocol.packets_received(40.0)
    protocol.packets_received(40.2)
    protocol.tick(45.0)
    assert [saying.content for saying in protocol.undelivered] == ["said before sleep"]


def test_what_was_said_before_a_gap_that_healed_is_not_said_again() -> None:
    protocol = live()
    protocol.dialogue.channel_opened()
    protocol.dialogue.send_text("said before", "", 0.5)
    for tenth in range(30, 80, 5):
        protocol.packets_received(tenth / 10)
    assert protocol.undelivered == ()


def test_an_end_by_the_service_while_nothing_comes_is_a_break() -> None:
    protocol = live()
    receive(protocol, Signal(signalling.END_SESSION, "s1", "The media connection was lost."), 40.0)
    assert isinstance(ending(protocol).error, errors.MediaLost)


def test_an_end_by_the_service_with_what_lay_in_a_buffer_during_a_sleep_is_a_break() -> None:
    protocol = live()
    protocol.packets_received(40.0)
    receive(protocol, Signal(signalling.END_SESSION, "s1", "The media connection was lost."), 40.1)
    assert isinstance(ending(protocol).error, errors.MediaLost)


def test_a_socket_reopened_before_the_answer_came_leads_to_another_offer() -> None:
    protocol = negotiating()
    protocol.socket_lost(0.3)
    protocol.tick(0.4)
    protocol.socket_opened(0.5)
    protocol.actions()
    protocol.tick(0.5 + client.ANSWER_AFTER_REOPENING)
    assert actions.MakeOffer() in protocol.actions()


def test_an_answer_that_waited_for_the_reopened_socket_is_taken() -> None:
    protocol = negotiating()
    protocol.socket_lost(0.3)
    protocol.tick(0.4)
    protocol.socket_opened(0.5)
    receive(protocol, signalling.answer("s1", "v=0"), 0.6)
    protocol.peer_connected(0.7)
    protocol.actions()
    protocol.tick(0.5 + client.ANSWER_AFTER_REOPENING)
    assert actions.MakeOffer() not in protocol.actions()


def test_an_end_by_an_engine_that_took_the_place_of_another_is_a_break() -> None:
    protocol = live()
    protocol.packets_received(1.0)
    protocol.socket_lost(1.1)
    protocol.tick(1.3)
    protocol.socket_opened(1.4)
    protocol.actions()
    receive(protocol, Signal(signalling.END_SESSION, "s1", "This session has ended."), 1.5)
    assert isinstance(ending(protocol).error, errors.MediaLost)


def test_pictures_that_go_on_are_not_the_end() -> None:
    protocol = live()
    for tenth in range(10, 100, 5):
        protocol.packets_received(tenth / 10)
        protocol.pictures_received(tenth / 10)
        protocol.tick(tenth / 10)
    assert not protocol.finished


def test_text_typed_before_the_data_channel_is_open_is_sent_when_it_opens() -> None:
    protocol = live()
    protocol.dialogue.send_text("hello", "2026-01-01T00:00:00", 1.0)
    assert protocol.actions() == []
    protocol.dialogue.channel_opened()
    (action,) = protocol.actions()
    assert isinstance(action, SendData)
    assert json.loads(action.text) == {
        "message_type": "speech",
        "content": "hello",
        "session_id": "s1",
        "timestamp": "2026-01-01T00:00:00",
    }


def test_speech_chunks_become_one_growing_message() -> None:
    protocol = live()
    for content, end in (("Good ", False), ("morning.", True)):
        data = {"message_id": "m", "role": "persona", "content": content, "end_of_speech": end}
        protocol.dialogue.data_received(json.dumps({"messageType": "speechText", "data": data}))
    first, second = (
        action.fact.message
        for action in protocol.actions()
        if isinstance(action, Report) and isinstance(action.fact, actions.MessageChanged)
    )
    assert (first.content, first.complete) == ("Good ", False)
    assert (second.content, second.complete) == ("Good morning.", True)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(name=st.sampled_from(["speechText", "userSpeechStarted", "userSpeechEnded", "news"]), data=json_values)
def test_no_data_channel_message_can_hurt(name: str, data: Any) -> None:
    protocol = live()
    protocol.dialogue.data_received(json.dumps({"messageType": name, "data": data}))
    assert not protocol.finished


class AnyOrder(RuleBasedStateMachine):
    """Whatever happens, in whatever order: no exception, one end, nothing after it."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.protocol = ClientProtocol("s1", ClientConfig())
        self.protocol.start(self.now)
        self.endings = 0
        self.collect()

    def collect(self) -> None:
        for action in self.protocol.actions():
            assert not self.endings, "an action after the end"
            self.endings += isinstance(action, Finish)

    @rule(step=st.floats(0, 20))
    def time_passes(self, step: float) -> None:
        self.now += step
        self.protocol.tick(self.now)
        self.collect()

    @rule()
    def socket_opens(self) -> None:
        self.protocol.socket_opened(self.now)
        self.collect()

    @rule()
    def socket_is_lost(self) -> None:
        self.protocol.socket_lost(self.now)
        self.collect()

    @rule(
        action=st.sampled_from(["answer", "icecandidate", "sessionready", "warning", "ENDSESSION", "x"]),
        payload=json_values | st.just(CANDIDATE) | st.just({"type": "answer", "sdp": "v=0"}),
    )
    def signal_comes(self, action: str, payload: Any) -> None:
        receive(self.protocol, Signal(action, "s1", payload), self.now)
        self.collect()

    @rule(text=st.text() | st.binary())
    def noise_comes(self, text: str | bytes) -> None:
        self.protocol.frame_received(text, self.now)
        self.protocol.dialogue.data_received(text)
        self.collect()

    @rule()
    def offer_is_made(self) -> None:
        self.protocol.offer_made("v=0")
        self.protocol.candidate_gathered(IceCandidate("candidate:1", "0", 0))
        self.collect()

    @rule()
    def peer_connects(self) -> None:
        self.protocol.peer_connected(self.now)
        self.protocol.picture_received(self.now)
        self.protocol.packets_received(self.now)
        self.collect()

    @rule(open_=st.booleans())
    def channel_changes(self, open_: bool) -> None:
        if open_:
            self.protocol.dialogue.channel_opened()
        else:
            self.protocol.dialogue.channel_closed()
        self.protocol.dialogue.send_text("hi", "", self.now)
        self.protocol.dialogue.interrupt("")
        self.collect()

    @precondition(lambda self: self.now > 15)
    @rule(by_user=st.booleans())
    def it_ends(self, by_user: bool) -> None:
        if by_user:
            self.protocol.close()
        else:
            for _ in range(client.MAX_RENEGOTIATIONS + 2):  # each but the last may be healed
                self.protocol.peer_connected(self.now)
                self.protocol.peer_failed(self.now)
        self.collect()
        assert self.endings == 1

    @invariant()
    def ends_once_and_waits_for_nothing_afterwards(self) -> None:
        assert self.endings <= 1
        assert self.protocol.finished == (self.endings == 1)
        assert not (self.protocol.finished and self.protocol.deadline is not None)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(stateful_step_count=30)
