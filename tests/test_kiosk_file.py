"""Which file a kiosk goes by, and what an operator is told of it."""

from pathlib import Path
from typing import Any

import pytest

from viewer import kiosk_file
from viewer.errors import UsageError
from viewer.kiosk_file import check, in_force
from viewer.redaction import forget_secret, redact
from viewer.settings import KioskCommandSettings

RIGHT = 'broker = "https://broker.example"\npersona = "lena"\n'
TOKEN = "0123456789abcdef"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PERSONA_VIEWER_CONFIG_DIR", str(tmp_path / "config"))
    return tmp_path / "config" / "state" / "kiosk" / "hall"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "hall.toml"
    made.write_text(RIGHT, "utf-8")
    return made


def given(**said: Any) -> KioskCommandSettings:
    return KioskCommandSettings(**said)


def test_the_last_file_that_was_right_stands_in_for_a_wrong_one(file: Path, state: Path) -> None:
    (file.parent / "welcome.png").touch()
    file.write_text(f'{RIGHT}[kiosk]\nopening = "welcome.png"\nsilence_seconds = 40\n', "utf-8")
    first = in_force(given(persona="from a flag"), file)
    assert (first.file, first.problem, first.settings.persona) == (file, None, "from a flag")
    file.write_text("broker = ", "utf-8")
    second = in_force(given(), file)
    assert second.file == state / "last-good.toml"
    assert second.problem
    assert "is not TOML" in second.problem.message
    assert (second.settings.persona, second.table) == ("lena", first.table), (
        "paths are meant from the given file"
    )
    file.write_text(RIGHT, "utf-8")
    assert in_force(given(), file).problem is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('persona = "lena"', "The setting broker is missing."),
        (f"{RIGHT}[kiosk.watched]\nport = 8090", "has a port, and no token"),
        (
            f"{RIGHT}[kiosk.hours]\nmonday = '9 to 5'",
            "key kiosk.hours.monday: it has to be “closed”, or hours like",
        ),
        (f"{RIGHT}[kiosk.hours]\nmontag = ''", "key kiosk.hours.montag: there is no such key"),
        (
            f"{RIGHT}[kiosk.hours]\nrestart = '25:00'",
            "key kiosk.hours.restart: it has to be a time like 9:30",
        ),
        (f"{RIGHT}[kiosk.watched]\ntoken = 'short'", "key kiosk.watched.token: it has to be of 16 to 200"),
        (f"{RIGHT}[kiosk.watched]\nwebhook = 'ftp://x'", "key kiosk.watched.webhook: it has to be a URL"),
    ],
)
def test_a_first_file_that_is_wrong_starts_no_kiosk(file: Path, text: str, said: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        in_force(given(), file)
    assert said in caught.value.message


def test_the_environments_token_outranks_the_files_and_is_a_secret(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(f"{RIGHT}[kiosk.watched]\nport = 8090\ntoken = '{TOKEN[::-1]}'", "utf-8")
    monkeypatch.setenv("PERSONA_VIEWER_KIOSK_TOKEN", TOKEN)
    found = in_force(given(), file)
    assert found.table.watched.token == TOKEN
    assert TOKEN not in repr(found)
    assert TOKEN not in redact(f"a {TOKEN} b")
    forget_secret(TOKEN)
    monkeypatch.setenv("PERSONA_VIEWER_KIOSK_TOKEN", "short")
    file.write_text(f"{RIGHT}[kiosk]\n", "utf-8")
    (kiosk_file.kiosk_folder(file) / "last-good.toml").unlink()
    with pytest.raises(UsageError, match="PERSONA_VIEWER_KIOSK_TOKEN is wrong"):
        in_force(given(), file)


def test_a_check_says_what_would_be_in_force_and_changes_nothing(
    file: Path, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(
        f"{RIGHT}[kiosk.hours]\nsunday = 'closed'\n[kiosk.watched]\nheartbeat = 'https://w.example/secret'",
        "utf-8",
    )
    assert check(given(check=True), file) == 0
    said = capsys.readouterr().out
    assert f"{file} is right." in said
    assert "sunday closed" in said
    assert "w.example, every 60 s" in said
    assert "secret" not in said
    assert not state.exists()
    in_force(given(), file)
    file.write_text(f"{RIGHT}[kiosk]\nmonitr = 'x'", "utf-8")
    assert check(given(check=True), file) == 2
    said = capsys.readouterr().out
    assert "key kiosk.monitr: there is no such key" in said
    assert str(state / "last-good.toml") in said
