"""Who gets which session: aliases, IDs, personas of the broker's own, replay and length."""

from typing import Any

import pytest

from viewer.broker.caller import Caller
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.rules import Allowance, Rules
from viewer.broker.wanted import Wanted, wanted_by

SAM = {
    "name": "Sam",
    "avatarId": "a",
    "voiceId": "v",
    "systemPrompt": "Sell.",
    "maxSessionLengthSeconds": 600,
}
PERSONAS = [
    {"alias": "sales", "config": SAM},
    {"alias": "desk", "id": "p-1"},
    {
        "alias": "desk-replayed",
        "id": "p-1",
        "session_options": {"sessionReplay": {"enableSessionReplay": True}},
    },
    {"alias": "empty", "id": "p-2", "session_options": {"sessionReplay": {}, "videoQuality": "auto"}},
]
NO_REPLAY = {"sessionReplay": {"enableSessionReplay": False}}


def rules(**more: Any) -> Rules:
    return Rules.model_validate({"personas": PERSONAS} | more)


def may(*personas: str) -> Caller:
    return Caller("ann", personas=frozenset(personas))


@pytest.mark.parametrize(
    ("asked", "persona", "options"),
    [
        ("sales", SAM, NO_REPLAY),
        ("desk", {"personaId": "p-1"}, NO_REPLAY),
        ("p-1", {"personaId": "p-1"}, NO_REPLAY),
        ("desk-replayed", {"personaId": "p-1"}, {"sessionReplay": {"enableSessionReplay": True}}),
        ("p-2", {"personaId": "p-2"}, NO_REPLAY | {"videoQuality": "auto"}),
    ],
)
def test_a_listed_persona_is_had_by_alias_or_id_and_the_replay_is_off_unless_switched_on(
    asked: str, persona: dict[str, Any], options: dict[str, Any]
) -> None:
    assert wanted_by(rules(), Caller("ann"), asked) == Wanted(persona, options, is_bound=True)


@pytest.mark.parametrize(
    ("limits", "caller", "bound"),
    [
        ({}, Caller("ann"), False),
        ({"redis": "redis://here/0"}, Caller("ann"), False),
        ({"session_seconds": 600}, Caller("ann"), True),
        ({"client": {"requests_a_minute": 9}}, Caller("ann"), True),
        ({"all": {"sessions": 9}}, Caller("ann"), True),
        ({}, may("p-9"), True),
        ({}, Caller("ann", allowance=Allowance(sessions=1)), True),
    ],
)
def test_what_rules_bind_gives_nobody_a_token_to_get_past_them(
    limits: dict[str, Any], caller: Caller, bound: bool
) -> None:
    assert wanted_by(Rules.model_validate({"limits": limits}), caller, "p-9").is_bound is bound


def test_others_of_the_service_are_had_only_where_any_is() -> None:
    assert wanted_by(rules(any_persona=True), Caller("ann"), "p-9").persona == {"personaId": "p-9"}
    assert wanted_by(Rules(), Caller("ann"), "p-9") == Wanted({"personaId": "p-9"}, NO_REPLAY)
    with pytest.raises(SessionNotGranted):
        wanted_by(rules(), Caller("ann"), "p-9")


@pytest.mark.parametrize(
    ("caller", "asked"),
    [
        (may("desk"), "desk"),
        (may("desk"), "p-1"),
        (may("p-1"), "desk"),
        (may("p-9"), "p-9"),
        (may("desk-replayed"), "p-1"),
    ],
)
def test_a_client_with_a_list_has_what_is_on_it_by_alias_or_id(caller: Caller, asked: str) -> None:
    assert wanted_by(rules(any_persona=True), caller, asked)


def test_of_two_with_one_id_a_client_gets_its_own() -> None:
    wanted = wanted_by(rules(), may("desk-replayed"), "p-1")
    assert wanted.session_options == {"sessionReplay": {"enableSessionReplay": True}}


@pytest.mark.parametrize("asked", ["sales", "p-1", "nobody", "Sales", " desk"])
def test_what_a_client_may_not_have_is_refused_as_what_there_is_not(asked: str) -> None:
    refusals = []
    for name in (asked, "there is none of this name"):
        with pytest.raises(SessionNotGranted) as refused:
            wanted_by(rules(any_persona=True), may("empty"), name)
        refusals.append((refused.value.status, refused.value.refusal, refused.value.headers))
    assert refusals[0] == refusals[1]
    assert refusals[0][0] == 404
    assert refusals[0][1].error == "no-such-persona"


@pytest.mark.parametrize(
    ("asked", "limit", "seconds"),
    [("sales", 60, 60), ("sales", 900, 600), ("sales", None, 600), ("p-1", 60, 60), ("p-1", None, None)],
)
def test_a_session_is_as_long_as_the_persona_and_the_limit_allow(
    asked: str, limit: int | None, seconds: int | None
) -> None:
    wanted = wanted_by(rules(limits={"session_seconds": limit}), Caller("ann"), asked)
    assert wanted.seconds == seconds == wanted.persona.get("maxSessionLengthSeconds")
