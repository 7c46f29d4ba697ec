"""Play-throughs of the client's state machine: media that stall, break and come again."""

import json

from tests.protocol.play import Play, live, negotiating
from viewer import errors
from viewer.protocol import actions, client, commands, events, inputs, signalling
from viewer.protocol.events import Phase
from viewer.protocol.retry import STEADY_SECONDS
from viewer.protocol.signalling import Signal

RENEGOTIATION = [events.PhaseChanged(Phase.RECONNECTING), actions.CutSocket(), actions.MakeOffer()]


def renegotiating() -> Play:
    """Live until 4.4, then an offer is under way on the living session."""
    play = live()
    play.tell(inputs.TimePassed(), 4.4)
    assert play.outputs() == RENEGOTIATION
    play.tell(inputs.OfferMade("v=0 second offer"))
    play.tell(inputs.SocketLost(), 4.4)
    play.tell(inputs.TimePassed(), 4.5)
    play.tell(inputs.SocketOpened(), 4.5)
    assert "second" in str(play.sent())
    return play


def test_a_second_without_packets_is_a_stall_and_four_lead_to_another_offer() -> None:
    play = live()
    play.tell(inputs.TimePassed(), 1.4)
    assert play.outputs() == [events.MediaStalled()]
    play.tell(inputs.PacketsReceived(), 2.0)
    assert play.outputs() == [events.MediaResumed()]
    play.tell(inputs.TimePassed(), 6.0)
    assert play.outputs()[-3:] == RENEGOTIATION


def test_packets_without_pictures_for_three_seconds_lead_to_another_offer() -> None:
    play = live()
    play.tell(inputs.PicturesReceived(), 1.0)
    for tenth in range(10, 45, 5):
        play.tell(inputs.PacketsReceived(), tenth / 10)
        play.tell(inputs.TimePassed(), tenth / 10)
    assert play.outputs() == RENEGOTIATION


def test_a_peer_that_fails_when_live_leads_to_another_offer() -> None:
    play = live()
    play.tell(inputs.PeerFailed(), 1.0)
    assert play.outputs() == RENEGOTIATION


def test_a_renegotiated_session_is_live_with_its_first_picture() -> None:
    play = renegotiating()
    play.receive(signalling.answer("s1", "v=0 second answer"), 4.5)
    assert actions.ApplyAnswer("v=0 second answer") in play.outputs()
    play.tell(inputs.PeerConnected(), 4.6)
    play.tell(inputs.FirstPictureReceived(), 4.7)
    assert events.PhaseChanged(Phase.LIVE) in play.outputs()
    play.tell(inputs.TimePassed(), 5.0)
    assert not play.finished


def test_an_offer_that_leads_to_nothing_within_four_seconds_is_the_end() -> None:
    play = renegotiating()
    play.tell(inputs.TimePassed(), 4.4 + client.RENEGOTIATE_WITHIN)
    assert isinstance(play.ending().error, errors.MediaLost)


def test_a_renegotiated_connection_without_pictures_is_the_end() -> None:
    play = renegotiating()
    play.receive(signalling.answer("s1", "v=0 second answer"), 4.5)
    play.tell(inputs.PeerConnected(), 4.6)
    play.tell(inputs.TimePassed(), 8.0)
    assert isinstance(play.ending().error, errors.NoMedia)


def test_an_offer_waits_for_a_socket_that_is_being_reopened() -> None:
    play = live()
    play.tell(inputs.SocketLost(), 4.3)
    play.tell(inputs.TimePassed(), 4.4)
    assert actions.CutSocket() not in play.outputs()
    play.tell(inputs.OfferMade("v=0 second offer"))
    assert play.sent() == []
    play.tell(inputs.SocketOpened(), 4.5)
    assert [signal["actionType"] for signal in play.sent()] == ["offer"]


def test_a_connection_that_breaks_again_and_again_is_given_up() -> None:
    play = live()
    for second in range(1, client.MAX_RENEGOTIATIONS + 1):
        play.tell(inputs.PeerFailed(), float(second))
        play.tell(inputs.OfferMade("v=0"))
        play.receive(signalling.answer("s1", "v=0"), second + 0.1)
        play.tell(inputs.PeerConnected(), second + 0.2)
        play.tell(inputs.FirstPictureReceived(), second + 0.3)
    play.tell(inputs.PeerFailed(), client.MAX_RENEGOTIATIONS + 0.5)
    assert isinstance(play.ending().error, errors.MediaLost)


def test_breaks_are_counted_anew_after_a_steady_time() -> None:
    play = live()
    for number in range(1, client.MAX_RENEGOTIATIONS + 3):
        now = number * 2 * STEADY_SECONDS
        play.tell(inputs.PeerFailed(), now)
        play.tell(inputs.OfferMade("v=0"))
        play.receive(signalling.answer("s1", "v=0"), now)
        play.tell(inputs.PeerConnected(), now)
        play.tell(inputs.FirstPictureReceived(), now)
    assert not play.finished


def test_what_may_be_lost_with_a_connection_is_said_again_once_in_order() -> None:
    play = live()
    play.tell(inputs.ChannelOpened())
    for word, second in (("arrived", 0.5), ("lost", 2.0), ("lost too", 3.0)):
        if word == "lost":
            play.tell(inputs.PacketsReceived(), 1.2)
            play.tell(inputs.PacketsReceived(), 1.8)
        play.tell(inputs.CommandGiven(commands.SendText(word), ""), second)
    play.tell(inputs.TimePassed(), 5.8)
    play.tell(inputs.CommandGiven(commands.SendText("said meanwhile"), ""), 5.9)
    play.outputs()
    play.tell(inputs.ChannelOpened())
    said = [json.loads(a.text)["content"] for a in play.outputs() if isinstance(a, actions.SendData)]
    assert said == ["lost", "lost too", "said meanwhile"]


def test_what_lay_in_a_buffer_during_a_sleep_proves_nothing() -> None:
    play = live()
    play.tell(inputs.ChannelOpened())
    play.tell(inputs.CommandGiven(commands.SendText("said before sleep"), ""), 0.5)
    play.tell(inputs.PacketsReceived(), 40.0)
    play.tell(inputs.PacketsReceived(), 40.2)
    play.tell(inputs.TimePassed(), 45.0)
    assert [saying.text for saying in play.protocol.undelivered] == ["said before sleep"]


def test_what_was_said_before_a_gap_that_healed_is_not_said_again() -> None:
    play = live()
    play.tell(inputs.ChannelOpened())
    play.tell(inputs.CommandGiven(commands.SendText("said before"), ""), 0.5)
    for tenth in range(30, 80, 5):
        play.tell(inputs.PacketsReceived(), tenth / 10)
    assert play.protocol.undelivered == ()


def test_an_end_by_the_service_while_nothing_comes_is_a_break() -> None:
    play = live()
    play.receive(Signal(signalling.END_SESSION, "s1", "The media connection was lost."), 40.0)
    assert isinstance(play.ending().error, errors.MediaLost)


def test_an_end_by_the_service_with_what_lay_in_a_buffer_during_a_sleep_is_a_break() -> None:
    play = live()
    play.tell(inputs.PacketsReceived(), 40.0)
    play.receive(Signal(signalling.END_SESSION, "s1", "The media connection was lost."), 40.1)
    assert isinstance(play.ending().error, errors.MediaLost)


def test_a_socket_reopened_before_the_answer_came_leads_to_another_offer() -> None:
    play = negotiating()
    play.tell(inputs.SocketLost(), 0.3)
    play.tell(inputs.TimePassed(), 0.4)
    play.tell(inputs.SocketOpened(), 0.5)
    play.outputs()
    play.tell(inputs.TimePassed(), 0.5 + client.ANSWER_AFTER_REOPENING)
    assert actions.MakeOffer() in play.outputs()


def test_an_answer_that_waited_for_the_reopened_socket_is_taken() -> None:
    play = negotiating()
    play.tell(inputs.SocketLost(), 0.3)
    play.tell(inputs.TimePassed(), 0.4)
    play.tell(inputs.SocketOpened(), 0.5)
    play.receive(signalling.answer("s1", "v=0"), 0.6)
    play.tell(inputs.PeerConnected(), 0.7)
    play.outputs()
    play.tell(inputs.TimePassed(), 0.5 + client.ANSWER_AFTER_REOPENING)
    assert actions.MakeOffer() not in play.outputs()


def test_an_end_by_an_engine_that_took_the_place_of_another_is_a_break() -> None:
    play = live()
    play.tell(inputs.PacketsReceived(), 1.0)
    play.tell(inputs.SocketLost(), 1.1)
    play.tell(inputs.TimePassed(), 1.3)
    play.tell(inputs.SocketOpened(), 1.4)
    play.outputs()
    play.receive(Signal(signalling.END_SESSION, "s1", "This session has ended."), 1.5)
    assert isinstance(play.ending().error, errors.MediaLost)


def test_pictures_that_go_on_are_not_the_end() -> None:
    play = live()
    for tenth in range(10, 100, 5):
        play.tell(inputs.PacketsReceived(), tenth / 10)
        play.tell(inputs.PicturesReceived(), tenth / 10)
        play.tell(inputs.TimePassed(), tenth / 10)
    assert not play.finished
