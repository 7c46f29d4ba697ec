"""What begins a turn, and what answers it."""

import pytest

from screens.talks import data, said
from viewer.protocol import commands, inputs
from viewer.session.turn_watch import answers, begins_turn


@pytest.mark.parametrize(
    ("happened", "is_answer"),
    [
        (inputs.DataReceived(said(1, "Rain.")), True),
        (inputs.DataReceived(said(1, " \n")), False),
        (inputs.DataReceived(said(1, "Hello", role="user")), False),
        (inputs.DataReceived(data("reasoningText", message_id="1", role="persona", content="Hm")), False),
        (inputs.DataReceived("[not JSON"), False),
        (inputs.FrameReceived(said(1, "Rain.")), False),
    ],
)
def test_an_answer_is_words_of_the_personas(happened: inputs.Input, is_answer: bool) -> None:
    assert answers(happened) is is_answer


def test_a_text_begins_a_turn_and_no_other_command() -> None:
    assert begins_turn(inputs.CommandGiven(commands.SendText("Hello"), "t"))
    assert not begins_turn(inputs.CommandGiven(commands.AddContext("It rains."), "t"))
    assert not begins_turn(inputs.ChannelOpened())
