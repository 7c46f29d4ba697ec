"""What a note is about, and what it says in a line."""

from typing import get_args

import pytest

from screens.talks import MADE, SENT, connected, data, signal, talked
from viewer.protocol import actions, events, inputs, insight
from viewer.protocol.insight import Noted
from viewer.session.session_file.notes import note
from viewer.ui.inspector.timeline.kinds import _CATEGORY, CATEGORIES, MAX_LINE, describe, description_of
from viewer.ui.inspector.timeline.sdp import lines


def test_everything_that_can_be_noted_has_its_place() -> None:
    kinds = {
        each.__name__
        for union in (inputs.Input, actions.Action, insight.Insight, events.Event)
        for each in get_args(union)
    }
    elsewhere = {"Noted", "PersonasListed", "StillFetched", "TokenKept", "TokenForgotten"}
    elsewhere |= {"RecordingChanged", "Posted"}
    assert kinds - elsewhere - set(_CATEGORY) == set()
    assert {describe(noted).category for noted in (*connected(), *talked())} >= set(CATEGORIES) - {"devices"}


@pytest.mark.parametrize(
    ("noted", "category", "name", "line"),
    [
        (note(1, "in", inputs.FrameReceived(signal("warning", "Soon."))), "signalling", "warning", "Soon."),
        (note(1, "out", actions.SendFrame(signal("heartbeat", ""))), "figures", "heartbeat", ""),
        (
            note(1, "in", inputs.DataReceived(data("speechText", role="persona", content="Hi\nthere"))),
            *("data", "speechText", "persona: Hi there"),
        ),
        (note(1, "in", inputs.DataReceived("[not JSON")), "data", "…", "[not JSON"),
        (
            note(1, "told", insight.StateChanged("ice", "failed")),
            "connection",
            "StateChanged",
            "of ice  state failed",
        ),
        (
            note(1, "told", events.Found("silent-voice", "Nothing is heard.", "It was silence.")),
            *("warnings", "silent-voice", "Nothing is heard. It was silence."),
        ),
        (Noted(1, "told", "OfTheFuture", {"a": 1.5, "b": None}), "session", "OfTheFuture", "a 1.5"),
    ],
)
def test_a_line_says_what_matters(noted: Noted, category: str, name: str, line: str) -> None:
    described = describe(noted)
    assert (described.category, described.name) == (category, name)
    assert described.line == line or (line == "" and name == "heartbeat")


@pytest.mark.parametrize(
    "text", ["", "null", '{"data": 5}', '{"messageType": [], "data": {}}', "[" * 9000, "\u202e" * 900]
)
def test_odd_messages_are_described_too(text: str) -> None:
    described = describe(note(1.0, "in", inputs.DataReceived(text)))
    assert len(described.line) <= MAX_LINE
    assert "\u202e" not in described.line


def test_a_description_is_found_and_its_edits_are_told() -> None:
    found = [description_of(noted) for noted in connected()]
    assert [each for each in found if each] == [(MADE, SENT), (None, SENT), (None, MADE)]
    changed = [(line.change, line.text) for line in lines(SENT, MADE) if line.change]
    assert changed == [("added", "a=fmtp:97 x-google-start-bitrate=1000")]
    assert [line.text for line in lines(SENT, MADE)] == SENT.splitlines()
    assert lines("m=video")[0].role == "accent"
