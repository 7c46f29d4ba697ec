"""Play-throughs of the client's state machine: signalling, and what goes over it."""

import json
from typing import Any

import pytest

from tests.protocol.play import CANDIDATE, live, negotiating, offering
from viewer import errors
from viewer.protocol import actions, client, commands, events, inputs, signalling
from viewer.protocol.actions import Finish, OpenSocket, SendData, SendFrame
from viewer.protocol.api import ClientConfig, IceServer
from viewer.protocol.connectivity import Outcome
from viewer.protocol.events import CloseReason
from viewer.protocol.signalling import IceCandidate, Signal


def test_the_offer_goes_out_once_the_socket_is_open_and_candidates_follow_it() -> None:
    play = offering()
    play.tell(inputs.OfferMade("v=0 offer"))
    play.tell(inputs.CandidateGathered(IceCandidate("1 1 udp 1 192.0.2.1 9 typ host", "0", 0, "ufrag")))
    offer, candidate = play.sent()
    assert offer == {
        "actionType": "offer",
        "sessionId": "s1",
        "payload": {"connectionDescription": {"type": "offer", "sdp": "v=0 offer"}, "userUid": "s1"},
    }
    assert candidate["payload"] == CANDIDATE | {"usernameFragment": "ufrag"}


def test_remote_candidates_that_come_before_the_answer_are_added_after_it() -> None:
    play = negotiating()
    play.receive(Signal("icecandidate", "s1", CANDIDATE))
    assert play.outputs() == []
    play.receive(signalling.answer("s1", "v=0 answer"))
    _, apply, add = play.outputs()
    assert apply == actions.ApplyAnswer("v=0 answer")
    assert isinstance(add, actions.AddCandidate)
    play.receive(Signal("icecandidate", "s1", CANDIDATE))
    assert play.outputs() == [add]


@pytest.mark.parametrize("payload", [None, {}, {"candidate": 7}, {"candidate": "candidate:1"}, [], "x"])
def test_a_bad_candidate_is_skipped(payload: Any) -> None:
    play = negotiating()
    play.receive(signalling.answer("s1", "v=0 answer"))
    play.outputs()
    play.receive(Signal("icecandidate", "s1", payload))
    assert play.outputs() == []


def test_an_answer_that_nobody_awaits_is_ignored() -> None:
    play = negotiating()
    play.receive(signalling.answer("s1", "v=0 first"))
    play.outputs()
    play.receive(signalling.answer("s1", "v=0 second"))
    assert play.outputs() == []


def test_an_answer_without_sdp_ends_the_session_with_its_sentence() -> None:
    play = negotiating()
    play.receive(Signal("answer", "s1", {"type": "answer"}))
    assert isinstance(play.ending().error, errors.BadAnswerFromEngine)


@pytest.mark.parametrize(
    "frame", ["", "{", "[]", "null", '{"actionType": 5}', '{"actionType": "news"}', "[" * 9999]
)
def test_malformed_and_unknown_frames_are_ignored(frame: str) -> None:
    play = live()
    play.tell(inputs.FrameReceived(frame), 1.0)
    assert play.outputs() == []


def test_action_types_are_compared_in_lower_case() -> None:
    play = live()
    play.tell(inputs.FrameReceived('{"actionType": "sessionReady", "sessionId": "s1", "payload": {}}'), 1.0)
    assert play.outputs() == [events.MilestoneReached("session_ready", 1000.0)]


@pytest.mark.parametrize("interval", [5, 1, 7])
def test_heartbeats_go_out_at_every_interval_as_long_as_the_socket_is_open(interval: int) -> None:
    play = negotiating(ClientConfig(heartbeat_interval_seconds=interval))
    play.receive(signalling.answer("s1", "v=0 answer"), 0.2)
    play.tell(inputs.PeerConnected(), 0.3)
    play.tell(inputs.FirstPictureReceived(), 0.4)
    play.outputs()
    for number in range(1, 6):
        due = 0.1 + interval * number  # the socket opened at 0.1
        for now, beats in ((due - 0.05, []), (due + number / 1000, ["heartbeat"])):
            play.tell(inputs.PacketsReceived(), now)
            play.tell(inputs.TimePassed(), now)
            assert [frame["actionType"] for frame in play.sent()] == beats
    assert not play.finished


def test_no_heartbeat_goes_out_while_the_socket_is_closed() -> None:
    play = live()
    play.tell(inputs.SocketLost(), 4.0)
    play.tell(inputs.PacketsReceived(), 8.0)
    play.tell(inputs.TimePassed(), 10.2)
    assert play.sent() == []


def test_heartbeats_keep_their_interval_for_as_long_as_the_session_lasts() -> None:
    play = live()
    beats = []
    for tenth in range(1, 301):
        now = tenth / 10
        play.tell(inputs.PacketsReceived(), now)
        play.tell(inputs.PicturesReceived(), now)
        play.tell(inputs.TimePassed(), now)
        beats += [now for frame in play.sent() if frame["actionType"] == "heartbeat"]
    assert beats == pytest.approx([5.1, 10.1, 15.1, 20.1, 25.1], abs=0.11)


def test_the_engine_says_how_often_it_wants_a_heartbeat() -> None:
    play = offering(ClientConfig(heartbeat_interval_seconds=0.5))
    play.tell(inputs.TimePassed(), 0.5)
    assert play.sent() == []
    for now in (0.61, 1.12, 1.63):
        play.tell(inputs.TimePassed(), now)
        assert [frame["actionType"] for frame in play.sent()] == ["heartbeat"]


def test_a_lost_socket_is_reopened_after_100_ms_times_the_attempt_and_makes_no_new_offer() -> None:
    play = live()
    play.tell(inputs.SocketLost(), 1.0)
    play.tell(inputs.TimePassed(), 1.05)
    assert play.outputs() == []
    play.tell(inputs.TimePassed(), 1.11)
    assert OpenSocket() in play.outputs()
    play.tell(inputs.SocketLost(), 1.2)
    play.tell(inputs.TimePassed(), 1.35)
    assert OpenSocket() not in play.outputs()
    play.tell(inputs.TimePassed(), 1.41)
    assert OpenSocket() in play.outputs()
    play.tell(inputs.SocketOpened(), 1.5)
    assert actions.MakeOffer() not in play.outputs()


def test_what_is_sent_while_the_socket_is_closed_is_flushed_when_it_opens_again() -> None:
    play = negotiating()
    play.tell(inputs.SocketLost(), 1.0)
    play.tell(inputs.CandidateGathered(IceCandidate("candidate:1", "0", 0)))
    assert play.sent() == []
    play.tell(inputs.SocketOpened(), 1.2)
    assert [frame["actionType"] for frame in play.sent()] == ["icecandidate"]


def test_what_waited_for_the_socket_is_sent_in_the_order_in_which_it_was_said() -> None:
    play = live()
    play.tell(inputs.SocketLost(), 1.0)
    words = [f"word {number}" for number in range(3)]
    for word in words:
        play.tell(inputs.CommandGiven(commands.StreamTalk("stream", word), ""), 1.05)
    play.tell(inputs.SocketOpened(), 1.2)
    assert [frame["payload"]["content"] for frame in play.sent()] == words


def test_when_attempts_run_out_the_connection_closes_as_a_signalling_failure() -> None:
    play = live()
    for attempt in range(5):
        play.tell(inputs.SocketLost(), 1.0 + attempt)
        assert not play.finished
    play.tell(inputs.SocketLost(), 9.0)
    end = play.ending()
    assert end.reason is CloseReason.SIGNALLING_FAILURE
    assert isinstance(end.error, errors.SignallingLost)


def test_a_way_that_is_shut_for_good_is_not_tried_again() -> None:
    play = live()
    shut = errors.SignallingLost("The gateway is shut.", hint="Ask.")
    play.tell(inputs.SocketLost(shut, for_good=True), 1.0)
    end = play.ending()
    assert end.reason is CloseReason.SIGNALLING_FAILURE
    assert end.error
    assert (end.error.message, end.error.hint) == ("The gateway is shut.", "Ask.")


def test_attempts_count_anew_after_five_stable_seconds() -> None:
    play = live()
    for attempt in range(5):
        play.tell(inputs.SocketLost(), 1.0 + attempt / 10)
    play.tell(inputs.SocketOpened(), 2.0)
    for second in (3.0, 5.0, 7.1):
        play.tell(inputs.PacketsReceived(), second)
        play.tell(inputs.TimePassed(), second)
    play.tell(inputs.SocketLost(), 8.0)
    assert not play.finished


def test_closing_says_goodbye_and_ends_normally_without_an_error() -> None:
    play = live()
    play.tell(inputs.CloseRequested())
    goodbye, end = play.outputs()
    assert isinstance(goodbye, SendFrame)
    assert json.loads(goodbye.text) == {"actionType": "endsession", "sessionId": "s1", "payload": {}}
    assert end == Finish(CloseReason.NORMAL, None)
    assert play.protocol.deadline is None


def test_a_session_that_fails_says_goodbye_so_that_it_does_not_stay_in_use() -> None:
    play = negotiating()
    play.tell(inputs.PeerFailed(), 1.0)
    goodbye, end = play.outputs()
    assert isinstance(goodbye, SendFrame)
    assert json.loads(goodbye.text)["actionType"] == "endsession"
    assert isinstance(end, Finish)
    assert isinstance(end.error, errors.ConnectionBlocked)


def test_the_service_ends_the_session_and_says_why() -> None:
    play = live()
    play.receive(Signal("endsession", "s1", "Time is up."))
    end = play.ending()
    assert end.reason is CloseReason.SERVER_CLOSED
    assert end.error
    assert end.error.message == "The avatar service ended the session: Time is up."


def test_what_an_engine_says_is_shown_as_plain_text_of_bounded_length() -> None:
    play = live()
    said = "\u202e<b>bold</b>\r\n\x1b[31m" + "x" * 10_000
    play.receive(Signal("warning", "s1", said))
    (warning,) = play.outputs()
    assert isinstance(warning, events.Warned)
    play.receive(Signal("endsession", "s1", said))
    end = play.ending().error
    assert end
    assert end.message.startswith("The avatar service ended the session: <b>bold</b>  [31mxxx")
    for text in (warning.text, end.message):
        assert "<b>bold</b>  [31mxxx" in text
        assert len(text) < 400


def test_no_answer_in_time_and_no_connection_in_time_are_told_apart() -> None:
    silent, blocked = negotiating(), negotiating()
    blocked.receive(signalling.answer("s1", "v=0 answer"))
    for play in (silent, blocked):
        play.tell(inputs.TimePassed(), 0.1 + client.CONNECT_WITHIN)
    assert isinstance(silent.ending().error, errors.SignallingLost)
    assert isinstance(blocked.ending().error, errors.ConnectionBlocked)


def test_what_was_found_out_while_connecting_is_why_it_failed() -> None:
    relay = ClientConfig(ice_servers=(IceServer(urls=("turn:a",)),))
    in_time, at_once = negotiating(relay), negotiating(relay)
    for play in (in_time, at_once):
        play.receive(signalling.answer("s1", "v=0 answer"))
        play.tell(inputs.IceServerAsked("turn:a", Outcome.REFUSED))
    in_time.tell(inputs.TimePassed(), 0.1 + client.CONNECT_WITHIN)
    at_once.tell(inputs.PeerFailed(), 1.0)
    for play in (in_time, at_once):
        assert isinstance(play.ending().error, errors.RelayRefused)


def test_a_slow_connection_is_told_and_goes_on() -> None:
    play = negotiating()
    play.tell(inputs.TimePassed(), client.SLOW_AFTER)
    assert events.ConnectingSlowly() in play.outputs()
    assert not play.finished


def test_no_picture_in_time_is_a_failed_start() -> None:
    play = negotiating()
    play.receive(signalling.answer("s1", "v=0 answer"))
    play.tell(inputs.PeerConnected(), 1.0)
    play.tell(inputs.TimePassed(), 1.0 + client.PICTURE_WITHIN)
    assert isinstance(play.ending().error, errors.NoMedia)


def test_text_typed_before_the_data_channel_is_open_is_sent_when_it_opens() -> None:
    play = live()
    play.tell(inputs.CommandGiven(commands.SendText("hello"), "2026-01-01T00:00:00"), 1.0)
    assert play.outputs() == []
    play.tell(inputs.ChannelOpened())
    (action,) = play.outputs()
    assert isinstance(action, SendData)
    assert json.loads(action.text) == {
        "message_type": "speech",
        "content": "hello",
        "session_id": "s1",
        "timestamp": "2026-01-01T00:00:00",
    }


def test_speech_chunks_become_one_growing_message() -> None:
    play = live()
    for content, end in (("Good ", False), ("morning.", True)):
        data = {"message_id": "m", "role": "persona", "content": content, "end_of_speech": end}
        play.tell(inputs.DataReceived(json.dumps({"messageType": "speechText", "data": data})))
    first, second = (told.message for told in play.outputs() if isinstance(told, events.MessageUpdated))
    assert (first.content, first.complete) == ("Good ", False)
    assert (second.content, second.complete) == ("Good morning.", True)
