"""How a configuration and its options have the persona played, and what is refused of them."""

from typing import Any

import pytest

from viewer.engine.cast.director_notes import DirectorNotes
from viewer.engine.face.expression import EXPRESSIONS, NEUTRAL, Expression, towards
from viewer.engine.persona.director import Director
from viewer.engine.persona.personas import BadPersonaConfig, choose
from viewer.protocol.data_channel import Cue, CueTag, DirectorNoteCue


def played(notes: dict[str, Any]) -> Director:
    """The director of a persona that is configured so."""
    choice = choose({"personaId": "joe", "directorNotes": notes})
    return Director("session", choice.notes, lambda _: None)


@pytest.mark.parametrize(
    ("notes", "tag"),
    [
        ({}, None),
        ({"presetStyle": "warm"}, "warm"),
        ({"presetStyle": "playful"}, "playful"),
        ({"customStylePrompt": "As in a film noir."}, None),
        ({"customStylePrompt": "A supportive coach who is never angry."}, "supportive"),
        ({"customStylePrompt": "Unhappy but sadly not."}, None),
    ],
)
def test_the_style_chooses_the_face_at_rest(notes: dict[str, Any], tag: CueTag | None) -> None:
    expression = played(notes).expression
    assert expression == (NEUTRAL if tag is None else towards(NEUTRAL, EXPRESSIONS[tag], 0.5))


@pytest.mark.parametrize("expressivity", [0, 0.5, 1])
async def test_expressivity_says_how_much_of_rest_and_cue_shows(expressivity: float) -> None:
    director = played({"presetStyle": "warm", "expressivity": expressivity})
    assert director.expression.corners == pytest.approx(EXPRESSIONS["warm"].corners * 0.5 * expressivity)
    director.cue(DirectorNoteCue(cue=Cue(tag="angry")))
    assert director.expression.inner == pytest.approx(EXPRESSIONS["angry"].inner * expressivity)
    director.close()


async def test_without_notes_a_cue_shows_in_full() -> None:
    director = played({})
    director.cue(DirectorNoteCue(cue=Cue(tag="happy")))
    assert director.expression == EXPRESSIONS["happy"]
    director.close()


@pytest.mark.parametrize(
    "notes",
    [
        "warm",
        {"presetStyle": 7},
        {"presetStyle": "warm", "customStylePrompt": "warm"},
        {"expressivity": 1.01},
        {"expressivity": -0.1},
        {"expressivity": "much"},
        {"expressivity": True},
        {"customStylePrompt": "x" * 2001},
    ],
)
def test_notes_that_are_none_are_refused(notes: Any) -> None:
    with pytest.raises(BadPersonaConfig):
        choose({"personaId": "joe", "directorNotes": notes})


def test_the_sentence_says_what_is_wrong() -> None:
    with pytest.raises(BadPersonaConfig, match="presetStyle or customStylePrompt, not both"):
        choose({"personaId": "joe", "directorNotes": {"presetStyle": "sad", "customStylePrompt": "b"}})


@pytest.mark.parametrize(
    "options",
    [
        {"showAIAvatarDisclosure": "yes"},
        {"showAIAvatarDisclosure": 1},
        {"sessionReplay": True},
        {"sessionReplay": {"enableSessionReplay": "off"}},
    ],
)
def test_options_of_another_type_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(BadPersonaConfig):
        choose({"personaId": "joe"}, options)


def test_disclosure_is_on_when_asked_for_and_replay_changes_nothing() -> None:
    assert choose({"personaId": "joe"}, {"showAIAvatarDisclosure": True}).discloses
    assert not choose({"personaId": "joe"}, {"showAIAvatarDisclosure": False}).discloses
    replayed = choose({"personaId": "joe"}, {"sessionReplay": {"enableSessionReplay": True}})
    assert replayed == choose({"personaId": "joe"})


def test_an_expression_of_nothing_is_neutral() -> None:
    assert DirectorNotes().resting is None
    assert towards(NEUTRAL, EXPRESSIONS["happy"], 0.0) == Expression()
