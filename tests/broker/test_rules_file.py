"""The file of rules: what is wrong with it is named exactly, and it is taken over whole or not at all."""

from pathlib import Path

import pytest

from viewer.broker import rules
from viewer.broker.rules import Rules
from viewer.broker.rules_file import read_rules
from viewer.broker.rules_in_force import Change, RulesInForce
from viewer.cli import main
from viewer.errors import UsageError
from viewer.redaction import forget_secret, redact

PERSONA = """
[[personas]]
alias = "sales"
[personas.config]
name = "Sam"
avatarId = "a-1"
voiceId = "v-1"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rules.toml"


def write(file: Path, text: str) -> None:
    file.write_text(text)


WRONG = (
    ("[limits]\nsession_seconds = 0", "table [limits], key session_seconds: it has to be greater than or"),
    ("[limits.client]\nmintues = 3", "table [limits.client], key mintues: there is no such key."),
    ("[limit]", "table [limit]: there is no such key."),
    ("limits = 3", "key limits: it has to be a table."),
    ("[limits.all]\nminutes_a_day = 9", "table [limits]: minutes_a_day needs session_seconds"),
    ("[limits]\nwithout_redis = 'maybe'", "key without_redis: it has to be 'refuse' or 'allow'."),
    ("[limits]\nredis = 'http://x'", "table [limits], key redis: URL scheme should be"),
    ("[access]\nmode = 'jwt'", "table [access]: the mode jwt needs the table access.jwt"),
    ("[access]\nhosts = ['a', 3]", "table [access], key hosts item 2: it has to be a valid string."),
    ("[[personas]]\nid = 'x'", "table [personas 1], key alias: it is missing."),
    ("[[personas]]\nalias = 'x'", "table [personas 1 “x”]: a persona has either an id or a config."),
    (
        "[[personas]]\nalias='a'\nid='1'\n[[personas]]\nalias='a'\nid='2'",
        "two personas have the alias “a”.",
    ),
    (
        "[[personas]]\nalias='a'\nid='b'\n[[personas]]\nalias='b'\nid='c'",
        "“b” is the alias of one persona and the id of another.",
    ),
    (
        PERSONA + "systemPromt = 'x'",
        "table [personas 1 “sales”.config], key systemPromt: there is no such key; “systemPrompt” may be"
        " meant.",
    ),
    (
        PERSONA + "voiceDetectionOptions = {silenceBeforeSkipTurn = 3}",
        "table [personas 1 “sales”.config.voiceDetectionOptions], key silenceBeforeSkipTurn: there is no",
    ),
    (
        PERSONA + "directorNotes = {expressivity = 1.5}",
        "table [personas 1 “sales”.config.directorNotes], key expressivity: it has to be less than or equal",
    ),
    (
        PERSONA + "maxSessionLengthSeconds = '60'",
        "key maxSessionLengthSeconds: it has to be a valid integer.",
    ),
    (PERSONA + "personaId = 'p'", "table [personas 1 “sales”.config]: a persona of the service has an “id”"),
    (PERSONA.replace("avatarId = 'a-1'", "").replace('avatarId = "a-1"', ""), "key avatarId: it is missing."),
    (
        PERSONA + "[[personas.config.tools]]\ntype = 'client'\nname = 'two words'",
        "table [personas 1 “sales”.config.tools 1 “two words”], key name: string should match pattern",
    ),
    (
        PERSONA + "[personas.session_options]\nvideoWidth = 720",
        "table [personas 1 “sales”.session_options]: videoWidth and videoHeight must be provided together.",
    ),
    (
        PERSONA + "tools = [{type = 'client', name = 'x', parameters = {since = 2024-01-01}}]",
        "config.tools 1 “x”.parameters], key since: JSON has neither dates nor such numbers.",
    ),
    ("x = = 3", "are not TOML: Invalid value (at line 1, column 5)."),
    ("x = " + "[" * 10_000, "have too many brackets."),
    ("x = " + "9" * 5000, "are not TOML: Exceeds the limit"),
)


@pytest.mark.parametrize(("text", "sentence"), WRONG)
def test_what_is_wrong_is_named_by_file_table_and_key(file: Path, text: str, sentence: str) -> None:
    file.write_text(text)
    with pytest.raises(UsageError) as wrong:
        read_rules(file)
    assert sentence in wrong.value.message
    assert str(file) in wrong.value.message


def test_all_faults_are_told_at_once(file: Path) -> None:
    file.write_text("[limits.client]\nsessions = 0\nminutes = 1\n[pictures]\nmax_megabytes = 'many'")
    with pytest.raises(UsageError) as wrong:
        read_rules(file)
    assert wrong.value.message.splitlines()[0] == f"{file}: 3 faults."
    assert len(wrong.value.message.splitlines()) == 4


@pytest.mark.parametrize("content", [None, b"\xff"])
def test_a_file_that_cannot_be_read_is_said(file: Path, content: bytes | None) -> None:
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError, match=r"cannot be read: No such file|are not UTF-8 text, from byte 0 on"):
        read_rules(file)


def test_a_persona_may_say_all_that_the_protocol_knows_and_goes_up_in_its_spelling(file: Path) -> None:
    file.write_text(
        PERSONA
        + """
avatarModel = "cara-4"
system_prompt = "Sell."
maxSessionLengthSeconds = 600
directorNotes = { presetStyle = "warm", expressivity = 1 }
tools = [{ type = "server", name = "look_up", url = "https://crm.example" }]
[personas.session_options]
videoQuality = "high"
showAIAvatarDisclosure = true
"""
    )
    [persona] = read_rules(file).personas
    assert persona.config == {
        "name": "Sam",
        "avatarId": "a-1",
        "voiceId": "v-1",
        "avatarModel": "cara-4",
        "systemPrompt": "Sell.",
        "maxSessionLengthSeconds": 600,
        "directorNotes": {"presetStyle": "warm", "expressivity": 1.0},
        "tools": [{"type": "server", "name": "look_up", "url": "https://crm.example"}],
    }
    assert persona.session_options == {"videoQuality": "high", "showAIAvatarDisclosure": True}


def test_the_operators_page_shows_rules_that_are_right(file: Path) -> None:
    page = Path(rules.__file__).with_name("README.md").read_text("utf-8")
    file.write_text(page.partition("```toml\n")[2].partition("```")[0])
    shown = read_rules(file)
    assert [persona.alias for persona in shown.personas] == ["desk", "sales"]
    assert shown.limits.all.sessions == 20


def test_files_are_meant_from_the_rules_folder(file: Path) -> None:
    file.write_text("[pictures]\nfolder = 'pictures'")
    read = read_rules(file)
    assert read.access.tokens == file.parent / "clients.json"
    assert read.pictures.folder == file.parent / "pictures"


def test_a_list_of_personas_is_all_there_is_unless_it_says_otherwise(file: Path) -> None:
    assert Rules().any_persona
    file.write_text(PERSONA)
    assert not read_rules(file).any_persona
    file.write_text("any_persona = true\n" + PERSONA)
    assert read_rules(file).any_persona


def test_the_password_of_redis_is_a_secret(file: Path) -> None:
    file.write_text("[limits]\nredis = 'redis://:open%2Dsesame@redis.test'")
    read_rules(file)
    try:
        assert "sesame" not in redact("AUTH open-sesame, open%2Dsesame")
    finally:
        for secret in ("open-sesame", "open%2Dsesame"):
            forget_secret(secret)


def test_check_says_in_one_line_what_right_rules_come_to(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(PERSONA)
    assert main(["broker", "check", str(file)]) == 0
    assert capsys.readouterr().out == (
        f"{file} is right: access open; 1 persona, no other; limits counted by this broker alone\n"
    )


def test_check_ends_with_2_and_the_faults_of_wrong_ones(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("[limits.client]\nsessions = 0")
    assert main(["broker", "check", str(file)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert (
        f"{file}: table [limits.client], key sessions: it has to be greater than or equal to 1." in said.err
    )


def test_check_needs_a_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["broker", "check"]) == 2
    assert (
        "“check” needs a file. For example: persona-viewer broker check rules.toml" in capsys.readouterr().err
    )
    file.write_text("")
    assert main(["broker", "check", "--rules", str(file)]) == 0


async def test_rules_are_taken_over_whole_or_not_at_all(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(file, "[limits]\nsession_seconds = 60")
    in_force = RulesInForce(read_rules(file), file)
    write(file, "[limits]\nsession_seconds = 90\n[limits.client]\nsessions = -1")
    assert not await in_force.reload()
    assert in_force.rules.limits.session_seconds == 60
    assert "the new rules were not taken over, the old ones hold" in caplog.text
    assert "table [limits.client], key sessions: it has to be greater" in caplog.text
    write(file, "[limits]\nsession_seconds = 90")
    assert await in_force.reload()
    assert in_force.rules.limits.session_seconds == 90
    assert "new rules: access open" in caplog.text


async def test_rules_that_a_part_of_the_broker_cannot_go_over_to_are_refused(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(file, "")
    in_force = RulesInForce(read_rules(file), file)

    async def refuse(_: Rules) -> None:
        raise UsageError("That needs a restart.")

    async def change() -> None:
        raise AssertionError("a part went over to rules that another one refused")

    async def accept(_: Rules) -> Change:
        return change

    in_force.follow(accept)
    in_force.follow(refuse)
    assert not await in_force.reload()
    assert "That needs a restart." in caplog.text


async def test_rules_without_a_file_stay() -> None:
    assert not await RulesInForce(Rules()).reload()
