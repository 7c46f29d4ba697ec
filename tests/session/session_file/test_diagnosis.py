"""What is found wrong in a session, and when."""

import json
from dataclasses import replace

import pytest

from viewer.errors import EndedByService, NoPlan, SignallingLost
from viewer.protocol import actions, events, inputs, insight
from viewer.session.session_file.diagnosis import Diagnosis

ASKED = insight.BrokerAsked("https://broker.example", "joe", "auto", gateway=False)
MEASURED = events.Statistics(720, 480, "VP8", 800.0, 25, 25.0, 50.0, 0, 0, 0, 0.01, "open", "completed", "ok")


def rules(*happened: tuple[float, object]) -> list[tuple[float, str]]:
    """What is found, and when: time goes on to 100 s after what ``happened``."""
    diagnosis, told = Diagnosis(), []
    for at, thing in (*happened, (100.0, None)):
        while (due := diagnosis.deadline) is not None and due <= at:
            told += [(due, found.rule) for found in diagnosis.passed(due)]
        told += [(at, found.rule) for found in diagnosis.take(at, thing)]
    return told


def measured(second: int, pictures: int = 25, sound: int = 50, **changes: object) -> tuple[float, object]:
    """One second's statistics, where so much came in every second before."""
    fields = {"frames_received": pictures * second, "sound_packets_received": sound * second}
    return float(second), replace(MEASURED, **{"packets_received": 200 * second, **fields, **changes})  # type: ignore[arg-type]


ENDED = events.SessionClosed(events.CloseReason.SERVER_CLOSED, EndedByService("It is full."))


def said(text: str, role: str = "persona") -> inputs.DataReceived:
    message = {"message_id": "1", "content": text, "role": role, "end_of_speech": True}
    return inputs.DataReceived(json.dumps({"messageType": "speechText", "data": message}))


@pytest.mark.parametrize(
    ("happened", "found"),
    [
        ([(0, ASKED), (0.3, insight.BrokerAnswered({}))], []),
        ([(0, ASKED)], [(2, "slow-broker")]),
        ([(0, ASKED), (2.5, insight.BrokerAnswered({}))], [(2, "slow-broker")]),
        ([(0, ASKED), (0.9, insight.BrokerAnswered({"attempts": 3}))], [(0.9, "busy-service")]),
        ([(0, ASKED), (0.9, insight.BrokerAnswered({"attempts": 1}))], []),
        ([(0, ASKED), (0.3, insight.BrokerRefused(NoPlan()))], [(0.3, "refused")]),
        ([(0, events.SessionStarted("s", 20))], [(0, "short-session")]),
        ([(0, events.SessionStarted("s", 600)), (0, events.SessionStarted("s"))], []),
        ([(5, events.SessionStarted("s")), (25, ENDED)], [(25, "short-session")]),
        ([(5, events.SessionStarted("s")), (605, ENDED)], []),
        ([(1, actions.ApplyAnswer("v=0"))], [(3, "unreachable")]),
        ([(1, actions.ApplyAnswer("v=0")), (2, inputs.IceConnected())], []),
        (
            [(5, inputs.SocketLost()), (9, inputs.SocketLost(SignallingLost()))],
            [(5, "line-lost"), (9, "line-lost")],
        ),
        ([(5, events.MediaStalled())], [(5, "no-media")]),
        ([(5, inputs.DataReceived("{")), (6, inputs.DataReceived("["))], [(5, "odd-message")]),
        ([(5, inputs.DataReceived('{"messageType": "of the future", "data": {}}'))], []),
        ([(5, inputs.FrameReceived("[]"))], [(5, "odd-signal")]),
    ],
)
def test_what_happens_is_named(happened: list[tuple[float, object]], found: list[tuple[float, str]]) -> None:
    assert rules(*happened) == found


def test_a_picture_that_stands_still_while_sound_comes_is_named_again_after_it_moved() -> None:
    seconds = [measured(1), measured(2), measured(3, frames_received=50), measured(4, frames_received=50)]
    assert rules(*seconds, measured(5), measured(6), measured(7, frames_received=150)) == [
        (3, "frozen-picture"),
        (7, "frozen-picture"),
    ]


def test_one_that_stands_still_without_sound_is_named_by_what_watches_the_media() -> None:
    assert rules(measured(1), measured(2, frames_received=25, sound_packets_received=50)) == []


def test_words_without_sound_are_named_within_two_seconds() -> None:
    quiet = [measured(second) for second in (1, 2, 3, 4)]
    assert rules(quiet[0], (1.5, said("Hello.")), *quiet[1:]) == [(3, "silent-voice")]
    assert rules(quiet[0], (1.5, said("Hello.", "user")), *quiet[1:]) == []
    assert rules(quiet[0], (1.5, said("Hello.")), measured(2, sound_rms=0.1), *quiet[2:]) == []


def test_another_size_is_named_each_time_and_a_new_connection_is_none() -> None:
    seconds = [measured(1), measured(2, width=1152), measured(3, width=1152), measured(4)]
    assert rules(*seconds) == [(2, "size-changed"), (4, "size-changed")]
    assert rules(measured(5), measured(1, width=1152)) == []


def test_loss_is_named_once_until_it_is_over() -> None:
    def loses(second: int, lost: int) -> tuple[float, object]:
        return measured(second, packets_lost=lost)

    ten_in_a_hundred = [loses(second, 22 * second) for second in range(1, 9)]
    well = [loses(second, 22 * 8) for second in range(9, 15)]
    again = [loses(second, 22 * 8 + 22 * (second - 14)) for second in range(15, 20)]
    assert rules(*ten_in_a_hundred, *well) == [(5, "loss")]
    assert rules(*ten_in_a_hundred, *well, *again)[1:] == [(15 + 1, "loss")]
    assert rules(*(loses(second, second) for second in range(1, 9))) == []


def test_why_nobody_is_reached_tells_whether_there_were_addresses() -> None:
    pair = insight.CandidatePair("host udp 10.0.0.1 1", "host udp 10.0.0.2 2", "failed", nominated=False)
    for pairs, why in ((), "no address that can be tried"), ((pair, pair), "Of 1 addresses"):
        diagnosis = Diagnosis()
        diagnosis.take(0.0, insight.PairsChecked(pairs))
        diagnosis.take(0.0, actions.ApplyAnswer("v=0"))
        (found,) = diagnosis.passed(2.0)
        assert why in found.why
