"""The log that is kept, and diagnostics: neither holds a secret or what was said."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from viewer.redaction import forget_secret, remember_secret
from viewer.settings import ViewerSettings, WindowSettings
from viewer.ui.desktop import log_files
from viewer.ui.desktop.diagnostics import diagnostics
from viewer.ui.desktop.kept_log import MAX_LINES, log_file, log_kept, recent_lines
from viewer.ui.view_state import ViewState

SECRET = "a-secret-of-today"

_log = logging.getLogger("viewer.of.this.test")


@pytest.fixture(autouse=True)
def everything_is_logged() -> Iterator[None]:
    remember_secret(SECRET)
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.DEBUG)
    yield
    root.setLevel(before)
    forget_secret(SECRET)


def fail() -> None:
    try:
        raise ValueError("what was said")
    except ValueError:
        _log.exception("it failed with %s", SECRET)


def test_the_last_lines_name_kinds_and_places_without_words_and_secrets() -> None:
    with log_kept(in_files=False):
        _log.debug("> TEXT what was said")
        _log.info("one %s", "two")
        fail()
        lines = recent_lines()
    assert recent_lines() == []
    assert "INFO viewer.of.this.test: one two" in lines[0]
    assert "it failed with ‹hidden›\nbuiltins.ValueError\n" in lines[1]
    assert f"{Path(__file__)}:".replace(str(Path.home()), "~") in lines[1]
    assert "what was said" not in "".join(lines)
    with pytest.raises(OSError, match="state"):
        (log_file().parent / "persona-viewer.log").read_text()


def test_they_are_few() -> None:
    with log_kept(in_files=False):
        for number in range(MAX_LINES + 5):
            _log.info("%d", number)
        lines = recent_lines()
    assert len(lines) == MAX_LINES
    assert lines[-1].endswith(f" {MAX_LINES + 4}")


def test_other_handlers_still_print_the_exception(caplog: pytest.LogCaptureFixture) -> None:
    with log_kept(in_files=False):
        fail()
    assert "ValueError: what was said" in caplog.text


def test_files_are_private_rotate_and_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_files, "MAX_BYTES", 300)
    monkeypatch.setattr(log_files, "MAX_FILES", 3)
    with log_kept(in_files=True):
        for _ in range(20):
            fail()
    files = sorted(log_file().parent.iterdir())
    assert [file.name for file in files] == [f"persona-viewer.log{end}" for end in ("", ".1", ".2")]
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)
    text = "".join(file.read_text("utf-8") for file in files)
    assert "it failed with ‹hidden›" in text
    assert "what was said" not in text


def test_a_disk_that_fails_is_told_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    # Earlier tests may have left handlers that write where nothing can be written any more.
    monkeypatch.setattr(logging.getLogger(), "handlers", [caplog.handler])
    with log_kept(in_files=True):
        monkeypatch.setattr(log_files.LogFiles, "shouldRollover", full)
        _log.info("one")
        _log.info("two")
    assert caplog.text.count("not written to files any more") == 1
    assert capsys.readouterr().err == ""


def test_without_a_place_for_files_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "taken").touch()
    monkeypatch.setenv("PERSONA_VIEWER_CONFIG_DIR", str(tmp_path / "taken"))
    with log_kept(in_files=True):
        _log.info("one")
        assert len(recent_lines()) == 2
    assert "no log is written to files" in caplog.text


def test_diagnostics_hold_versions_screens_settings_and_log_but_no_secret() -> None:
    settings = WindowSettings(
        broker="https://broker.example.com",
        mic="A microphone",
        proxy="http://me:my-password@proxy.example:3128",
        link="persona-viewer://connect?token=my-password",
    )
    with log_kept(in_files=False):
        fail()
        text = diagnostics(settings, ViewState(), None)
    for told in (
        "aiortc: 1.16.0",
        "screen: 800×800 at 0,0, 1 times",
        "mic: 'A microphone'",
        "it failed with",
    ):
        assert told in text
    assert "proxy: set\n" in text
    assert "link: set\n" in text
    for secret in ("my-password", SECRET, "what was said"):
        assert secret not in text
    assert "proxy: not set\n" in diagnostics(ViewerSettings(), ViewState(), None)
