"""What begins a turn, and what answers it. Pure."""

from viewer.protocol import commands, inputs
from viewer.protocol.codec import MalformedMessage
from viewer.protocol.data_channel import SpeechText, decode_from_engine


def begins_turn(happened: inputs.Input) -> bool:
    """Whether the user sends a text."""
    return isinstance(happened, inputs.CommandGiven) and isinstance(happened.command, commands.SendText)


def answers(happened: inputs.Input) -> bool:
    """Whether words of the persona's come."""
    if not isinstance(happened, inputs.DataReceived):
        return False
    try:
        said = decode_from_engine(happened.text)
    except MalformedMessage:
        return False
    return isinstance(said, SpeechText) and said.role != "user" and bool(said.content.strip())
