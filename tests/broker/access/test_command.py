"""``persona-viewer broker token``, as an operator types it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from viewer import cli, programs
from viewer.broker.access.client_tokens import ClientTokens
from viewer.broker.access.clients import read_clients
from viewer.broker.access.command import until
from viewer.errors import UsageError
from viewer.settings_file import default_file

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


async def test_a_token_is_shown_once_works_and_is_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "clients.json"
    where = ["--clients", str(file)]
    words = ["--persona", "joe", "--persona", "lena", "--expires", "30d", "--sessions", "2"]
    assert cli.main(["broker", "token", "add", "kiosk", *words, *where]) == 0
    token, _, rest = capsys.readouterr().out.partition("\n")
    assert "shown only now" in rest
    assert (await ClientTokens(file).check(token)).name == "kiosk"
    assert cli.main(["broker", "token", "list", *where]) == 0
    listed = capsys.readouterr().out
    assert token not in listed
    for said in ("kiosk", "only joe, lena", "until", "2 sessions at one time"):
        assert said in listed
    assert cli.main(["broker", "token", "revoke", "kiosk", *where]) == 0
    assert "worth nothing from now on" in capsys.readouterr().out
    assert cli.main(["broker", "token", "list", *where]) == 0
    assert capsys.readouterr().out == "There are no clients.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", "a b"], "cannot be the name of a client"),
        (["add", "kiosk", "--sessions", "0"], "--sessions has to be 1 or more"),
        (["add", "kiosk", "--expires", "soon"], "“soon” is no time"),
        (["add", "kiosk", "--expires", "2020-01-01"], "2020-01-01 is over"),
        (["revoke", "kiosk"], "There is no client kiosk"),
        (["list", "--rules", "nowhere.toml"], "The file of rules nowhere.toml cannot be read"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert cli.main(["broker", "token", *words]) == 2
    assert said in capsys.readouterr().err
    assert not default_file().with_name("clients.json").exists()


def test_the_file_is_the_one_that_the_rules_name(tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('[access]\nmode = "tokens"\ntokens = "of-ours.json"\n')
    assert cli.main(["broker", "token", "add", "kiosk", "--rules", str(rules)]) == 0
    assert len(read_clients(tmp_path / "of-ours.json").clients) == 1
    rules.write_text("")
    assert cli.main(["broker", "token", "add", "kiosk", "--rules", str(rules)]) == 0
    assert len(read_clients(tmp_path / "clients.json").clients) == 1


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("90m", NOW + timedelta(minutes=90)),
        ("12h", NOW + timedelta(hours=12)),
        ("30d", NOW + timedelta(days=30)),
        ("8w", NOW + timedelta(weeks=8)),
        ("2027-01-31", datetime(2027, 1, 31, 23, 59, 59, 999_999, UTC)),
        ("2027-01-31T18:00", datetime(2027, 1, 31, 18, tzinfo=UTC)),
        ("2027-01-31T18:00+01:00", datetime(2027, 1, 31, 17, tzinfo=UTC)),
    ],
)
def test_a_time_may_be_written_in_several_ways(text: str, moment: datetime) -> None:
    assert until(text, NOW) == moment


@pytest.mark.parametrize("text", ["", "0d", "-1d", "d", "2026-13-01", "999999w", "yesterday", "2026-11-28"])
def test_a_time_that_is_none_or_over_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        until(text, NOW)


def test_the_bundle_says_that_it_has_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr(programs, "_has", lambda module: module != "viewer.engine")
    assert cli.main(["broker", "token", "list"]) == 2
    assert "is not part of this bundle" in capsys.readouterr().err
