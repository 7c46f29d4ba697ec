"""What a request may ask for, and what is refused of it: each field by its documented form."""

import json
from typing import Any

import pytest

from viewer.engine.persona.personas import BadPersonaConfig, UnknownPersona, choose

JOE: dict[str, Any] = {"personaId": "joe"}
TOOL: dict[str, Any] = {"type": "client", "name": "open_cart", "description": "Opens the cart."}


def schema_of(size: int) -> dict[str, str]:
    """A tool's parameters that take ``size`` bytes as JSON."""
    empty = len(json.dumps({"description": ""}, separators=(",", ":")))
    return {"description": "x" * (size - empty)}


@pytest.mark.parametrize(
    "config",
    [
        {"avatarModel": "cara-9"},
        {"avatarModel": 3},
        {"name": 5},
        {"systemPrompt": ["Be kind."]},
        {"llmId": 7},
        {"maxSessionLengthSeconds": "60"},
        {"maxSessionLengthSeconds": True},
        {"maxSessionLengthSeconds": 60.5},
        {"skipGreeting": "yes"},
        {"skipGreeting": 1},
        {"enableAudioPassthrough": "true"},
        {"initialMessage": 5},
        {"uninterruptibleGreeting": "yes"},
        {"voiceDetectionOptions": 0.5},
        {"voiceDetectionOptions": {"endOfSpeechSensitivity": 7}},
        {"voiceDetectionOptions": {"endOfSpeechSensitivity": "0.5"}},
        {"voiceDetectionOptions": {"endOfSpeechSensitivity": True}},
        {"voiceDetectionOptions": {"endOfSpeechSensitivity": float("nan")}},
        {"voiceDetectionOptions": {"silenceBeforeSkipTurnSeconds": -1}},
        {"voiceDetectionOptions": {"silenceBeforeSkipTurnSeconds": 901}},
        {"voiceDetectionOptions": {"silenceBeforeSessionEndSeconds": 7201}},
        {"voiceDetectionOptions": {"silenceBeforeAutoEndTurnSeconds": 0.4}},
        {"voiceDetectionOptions": {"silenceBeforeAutoEndTurnSeconds": 0}},
        {"voiceDetectionOptions": {"silenceBeforeAutoEndTurnSeconds": 11}},
        {"voiceDetectionOptions": {"speechEnhancementLevel": 1.1}},
        {"tools": TOOL},
        {"tools": ["open_cart"]},
        {"tools": [TOOL | {"type": "browser"}]},
        {"tools": [{"type": "client"}]},
        {"tools": [TOOL | {"name": ""}]},
        {"tools": [TOOL | {"name": "open the cart"}]},
        {"tools": [TOOL | {"description": "x" * 1025}]},
        {"tools": [TOOL | {"parameters": "{}"}]},
        {"tools": [TOOL | {"parameters": schema_of(10_001)}]},
        {"tools": [TOOL, TOOL]},
        {"toolIds": "one"},
        {"toolIds": [1]},
        {"directorNotes": {"presetStyle": "noir"}},
        {"directorNotes": {"presetStyle": "Warm"}},
        {"directorNotes": {"presetStyle": "laughter"}},
        {"directorNotes": {"presetStyle": "warm"}, "avatarModel": "cara-3"},
    ],
    ids=str,
)
def test_a_configuration_that_is_wrong_is_refused_by_the_name_of_its_field(config: dict[str, Any]) -> None:
    with pytest.raises(BadPersonaConfig, match=next(iter(config))):
        choose(JOE | config)


@pytest.mark.parametrize(
    "options",
    [
        {"videoWidth": "720", "videoHeight": "480"},
        {"videoWidth": 720.5, "videoHeight": 480},
        {"videoQuality": 1},
        {"region": 7},
        {"region": "eu-west", "regionPolicy": "strict"},
        {"egress": {"mode": "daily", "daily": {"roomUrl": "https://example.daily.co/room"}}},
        {"voiceDetection": {"endOfSpeechSensitivity": "0.5"}},
        {"voiceDetection": "quick"},
    ],
    ids=str,
)
def test_options_that_are_wrong_or_not_played_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(BadPersonaConfig, match=next(iter(options))):
        choose(JOE, options)


@pytest.mark.parametrize(
    ("model", "asked", "size"),
    [
        (None, None, (720, 480)),
        (None, (720, 480), (720, 480)),
        (None, (1152, 768), (1152, 768)),
        (None, (768, 1152), (768, 1152)),
        ("cara-3", None, (720, 480)),
        ("cara-3", (720, 480), (720, 480)),
        ("cara-4", None, (1152, 768)),
        ("cara-4", (1152, 768), (1152, 768)),
        ("cara-4", (768, 1152), (768, 1152)),
    ],
)
def test_each_model_has_its_sizes(
    model: str | None, asked: tuple[int, int] | None, size: tuple[int, int]
) -> None:
    options = {"videoWidth": asked[0], "videoHeight": asked[1]} if asked else {}
    assert choose(JOE | {"avatarModel": model}, options).size == size


def test_a_persona_that_is_made_for_portrait_stays_so() -> None:
    assert choose({"personaId": "lena"}).size == (480, 720)
    assert choose({"personaId": "lena"}, {"videoWidth": 480, "videoHeight": 720}).size == (480, 720)
    assert choose({"personaId": "lena", "avatarModel": "cara-4"}).size == (768, 1152)
    assert choose({"personaId": "lena", "avatarModel": "cara-3"}).size == (720, 480)


@pytest.mark.parametrize(
    ("model", "size"),
    [
        (None, (641, 359)),
        (None, (480, 720)),
        (None, (640, 360)),
        ("cara-3", (1152, 768)),
        ("cara-4", (720, 480)),
        ("cara-4", (1153, 768)),
    ],
)
def test_another_size_is_refused_and_the_right_ones_are_named(
    model: str | None, size: tuple[int, int]
) -> None:
    options = {"videoWidth": size[0], "videoHeight": size[1]}
    with pytest.raises(BadPersonaConfig, match=r"videoWidth and videoHeight .* (720×480|1152×768)"):
        choose(JOE | {"avatarModel": model}, options)


@pytest.mark.parametrize(
    "environment",
    [{"livekitUrl": "wss://room.test", "livekitToken": "t"}, {"livekit_url": "wss://room.test"}, "room"],
    ids=str,
)
def test_a_session_in_somebody_elses_room_is_refused(environment: Any) -> None:
    with pytest.raises(BadPersonaConfig, match="environment"):
        choose(JOE, None, environment)


def test_what_is_played_elsewhere_only_in_part_is_taken() -> None:
    config = JOE | {
        "avatarModel": "cara-4",
        "toolIds": ["a-stored-tool"],
        "tools": [
            TOOL | {"parameters": schema_of(10_000), "description": "x" * 1024},
            TOOL | {"name": "look-up.v2", "type": "server", "url": "https://tools.test"},
            TOOL | {"name": "end_call", "type": "system"},
        ],
        "directorNotes": {"customStylePrompt": "x" * 2000, "expressivity": 0},
        "voiceDetectionOptions": {
            "endOfSpeechSensitivity": 1,
            "silenceBeforeSkipTurnSeconds": 0,
            "silenceBeforeSessionEndSeconds": 7200,
            "silenceBeforeAutoEndTurnSeconds": 0.5,
            "speechEnhancementLevel": 0.8,
        },
        "aFieldOfTheFuture": True,
    }
    options = {
        "region": "eu-west",
        "regionPolicy": "preferred",
        "sessionReplay": {"enableSessionReplay": False},
    }
    assert choose(config, options, {"podName": "one"}).persona_id == "joe"
    assert choose(JOE, {"region": "local", "regionPolicy": "strict"}).persona_id == "joe"


def test_null_is_as_good_as_nothing() -> None:
    nothing = dict.fromkeys(
        ("avatarModel", "name", "voiceDetectionOptions", "tools", "toolIds", "initialMessage")
    )
    options = dict.fromkeys(("videoQuality", "videoWidth", "videoHeight", "egress", "voiceDetection"))
    assert choose(JOE | nothing, options, None) == choose(JOE)
    assert choose(JOE | {"voiceDetectionOptions": {"endOfSpeechSensitivity": None}}) == choose(JOE)


@pytest.mark.parametrize("persona_id", ["nobody", "", "scenario:", "Joe"])
def test_an_unknown_persona_is_told_with_the_known_ones(persona_id: str) -> None:
    with pytest.raises(UnknownPersona, match=r"joe.*mateo"):
        choose({"personaId": persona_id})


def test_a_persona_that_is_no_word_is_a_wrong_value_and_not_an_unknown_persona() -> None:
    for persona_id in (["joe"], 5, True):
        with pytest.raises(BadPersonaConfig, match="personaId") as refused:
            choose({"personaId": persona_id})
        assert not isinstance(refused.value, UnknownPersona)


def test_the_persona_s_sensitivity_counts_before_the_client_s() -> None:
    client: dict[str, Any] = {"voiceDetection": {"endOfSpeechSensitivity": 0.25}}
    persona: dict[str, Any] = {"voiceDetectionOptions": {"endOfSpeechSensitivity": 0}}
    assert choose(JOE | persona, client).end_of_speech_sensitivity == 0
    assert choose(JOE, client).end_of_speech_sensitivity == 0.25
    assert choose(JOE | {"voiceDetectionOptions": {}}, client).end_of_speech_sensitivity == 0.25
    assert choose(JOE).end_of_speech_sensitivity == 0.5
