"""The command line as a user meets it: real processes where a process is what counts."""

import io
import json
import logging
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import pytest
from PySide6.QtCore import qVersion

from tests.processes import viewer_command
from viewer import __version__, cli, programs
from viewer.command_table import COMMANDS, Command
from viewer.errors import BrokerError, ContentError, MediaError, SignallingError, UsageError
from viewer.settings import (
    SECRETS,
    BrokerSettings,
    DoctorSettings,
    EngineSettings,
    ProbeSettings,
    ViewerSettings,
    WindowSettings,
)
from viewer.settings_file import SettingsFile


@dataclass(frozen=True)
class Ended:
    """What a command said, and how it ended."""

    returncode: int | str | None
    stdout: str
    stderr: str


Run = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """The command line in this process, as far as one can tell from what it says and its exit code."""
    monkeypatch.delenv("ANAM_API_KEY", raising=False)
    log = logging.getLogger()
    before = log.handlers[:], log.level

    def run(*words: str) -> Ended:
        code: int | str | None
        try:
            code = cli.main(words)
        except SystemExit as exit_:
            code = exit_.code
        return Ended(code, *capsys.readouterr())

    yield run
    log.handlers[:], log.level = before


@pytest.fixture
def settings_seen(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What each command would have been run with, instead of running it."""
    seen: list[Any] = []

    def note(settings: Any, file: SettingsFile) -> int:
        seen.append((settings, file))
        return 0

    monkeypatch.setattr(cli, "COMMANDS", tuple(_replaced(command, note) for command in COMMANDS))
    return seen


def _replaced(command: Command, what: Any) -> Command:
    fields = {name: getattr(command, name) for name in command.__slots__}
    return Command(**(fields | {"run": what}))


@pytest.mark.parametrize("words", [("--help",), pytest.param(("doctor",), marks=pytest.mark.long)])
def test_commands_end_quietly_when_nobody_reads_what_they_say(words: tuple[str, ...]) -> None:
    # In a process: the interpreter would complain of what is left in its buffers when it ends.
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as unread:
        result = subprocess.run(
            viewer_command(*words),
            check=False,
            stdout=unread,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"PYTHONUNBUFFERED": ""},
            stdin=subprocess.DEVNULL,
        )
    assert (result.returncode, result.stderr) == (141, "")


@pytest.mark.parametrize("buffered", [True, False])
def test_so_they_do_where_output_is_not_buffered_and_where_it_is(
    buffered: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    raw = os.fdopen(writer, "wb", buffering=-1 if buffered else 0)
    with io.TextIOWrapper(raw, encoding="utf-8", write_through=not buffered) as unread:
        monkeypatch.setattr(sys, "stdout", unread)
        assert cli.main(["engine", "scenarios"]) == 141
        monkeypatch.undo()
    assert capsys.readouterr() == ("", "")


def test_a_pipe_that_breaks_elsewhere_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_settings: Any, _file: SettingsFile) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(cli, "COMMANDS", tuple(_replaced(command, fail) for command in COMMANDS))
    with pytest.raises(BrokenPipeError):
        cli.main(["run"])


def test_help_names_every_command_and_exit_code(run: Run) -> None:
    result = run("--help")
    assert result.returncode == 0
    assert all(f"\n    {command.name} " in result.stdout for command in COMMANDS if command.summary)
    for failure in (UsageError, BrokerError, SignallingError, MediaError, ContentError):
        assert f"\n  {failure.exit_code}    " in result.stdout


@pytest.mark.parametrize(
    ("command", "table"),
    [
        ("run", WindowSettings),
        ("broker", BrokerSettings),
        ("engine", EngineSettings),
        ("probe", ProbeSettings),
        ("doctor", DoctorSettings),
    ],
)
def test_help_of_a_command_names_every_setting_and_its_environment_name(
    command: str, table: type[ViewerSettings], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main([command, "--help"])
    assert exit_.value.code == 0
    text = " ".join(capsys.readouterr().out.split())
    left_out = next(c for c in COMMANDS if c.name == command).left_out
    for name, field in table.fields.items():
        if name not in left_out:
            assert f"[PERSONA_VIEWER_{name.upper()}]" in text
            assert field.description in text if field.description else False
        if name in SECRETS and field.default:
            assert f"(default: {field.default})" not in text


def test_help_loads_neither_qt_nor_webrtc_nor_a_server() -> None:
    script = (
        "import json, sys\nfrom viewer import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: print(json.dumps(sorted(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    loaded = set(json.loads(result.stdout.splitlines()[-1]))
    assert loaded.isdisjoint({"PySide6", "qasync", "aiortc", "av", "fastapi", "uvicorn", "httpx"})


def test_a_first_paint_waits_for_no_network_no_types_and_no_talk() -> None:
    script = "import json, sys\nfrom viewer import app, cli\nprint(json.dumps(sorted(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    loaded = set(json.loads(result.stdout))
    assert loaded.isdisjoint({"asyncio", "qasync", "pydantic", "ssl", "hashlib", "socket", "numpy"})
    assert loaded.isdisjoint(
        {"viewer.ui.windows.live_page", "viewer.ui.talk.control_bar", "viewer.ui.talk.caption"}
    )


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(["--version"])
    assert exit_.value.code == 0
    first, commit, python, libraries = capsys.readouterr().out.splitlines()
    assert first == f"persona-viewer {__version__}"
    assert commit.startswith("commit ")
    assert python.startswith(f"Python {platform.python_version()}, on ")
    assert libraries == f"Qt {qVersion()}, PyAV {av.__version__}, FFmpeg {av.ffmpeg_version_info}"


def test_without_a_command_the_window_opens(settings_seen: list[Any]) -> None:
    assert cli.main(["--persona", "p"]) == 0
    [(settings, _)] = settings_seen
    assert isinstance(settings, WindowSettings)
    assert settings.persona == "p"


def test_a_flag_outranks_the_environment_which_outranks_the_file(
    settings_seen: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('persona = "file"\nmic = "file"\nspeaker = "file"\nfullscreen = true\nmuted = true\n')
    monkeypatch.setenv("PERSONA_VIEWER_PERSONA", "environment")
    monkeypatch.setenv("PERSONA_VIEWER_MIC", "environment")
    cli.main(["run", "--config", str(file), "--persona", "flag", "--no-muted"])
    [(settings, kept)] = settings_seen
    assert (settings.persona, settings.mic, settings.speaker) == ("flag", "environment", "file")
    assert (settings.fullscreen, settings.muted, settings.connect) == (True, False, False)
    assert (kept.path, kept.given - {"new_window"}) == (file, {"persona", "mic", "muted"})


def test_a_broken_file_is_said_and_the_window_opens_with_the_defaults(
    settings_seen: list[Any], run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("muted = perhaps\n")
    result = run("run", "--config", str(file))
    assert (result.returncode, result.stdout) == (0, "")
    [line] = result.stderr.splitlines()
    assert line.startswith(f"persona-viewer: The settings file {file} is not TOML")
    [(settings, kept)] = settings_seen
    assert (settings.muted, len(kept.problems)) == (False, 1)
    file.write_text("muted = perhaps\n")
    assert run("probe", "--config", str(file)).returncode == 2
    assert file.exists()


def test_a_link_alone_opens_the_window_that_is_open(settings_seen: list[Any]) -> None:
    cli.main(["Persona-Viewer://connect?broker=https://b.example&persona=lena"])
    [(settings, _)] = settings_seen
    assert settings.link == "Persona-Viewer://connect?broker=https://b.example&persona=lena"
    assert not settings.new_window
    assert "lena" not in repr(settings)


def test_a_link_cannot_bring_options_along(run: Run, settings_seen: list[Any]) -> None:
    ended = run("persona-viewer://connect?x", "--config", "theirs.toml")
    assert (ended.returncode, settings_seen) == (2, [])
    assert "A link has to be the only word." in ended.stderr


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ((), False),
        (("--log-level", "info"), False),
        (("run", "--config", "mine.toml"), False),
        (("run", "--new-window"), True),
        (("run", "--broker", "http://localhost:8080"), True),
        (("run", "--connect", "--no-new-window"), False),
    ],
)
def test_a_start_with_options_of_its_own_has_a_window_of_its_own(
    settings_seen: list[Any], words: tuple[str, ...], own: bool
) -> None:
    cli.main(words)
    assert settings_seen[0][0].new_window is own


def test_the_environment_can_name_the_settings_file(
    settings_seen: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("port = 7\n")
    monkeypatch.setenv("PERSONA_VIEWER_CONFIG", str(file))
    cli.main(["broker"])
    assert settings_seen[0][0].port == 7


def test_the_demo_does_not_read_what_the_window_remembers(
    settings_seen: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERSONA_VIEWER_CONFIG_DIR", str(tmp_path))
    (tmp_path / "settings.toml").write_text('persona = "of the real service"\n')
    cli.main(["demo"])
    cli.main(["run"])
    assert [settings.persona for settings, _ in settings_seen] == ["", "of the real service"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "--broker", "ftp://somewhere"], "setting broker is wrong"),
        (["run", "--seconds", "soon"], "setting seconds is wrong"),
        (["broker", "--port", "70000"], "setting port is wrong"),
        (["probe", "--persona", "p"], "setting broker is missing"),
        (["probe", "--broker", "http://localhost:1"], "setting persona is missing"),
        (["kiosk", "--config", "nowhere.toml"], "nowhere.toml does not exist"),
        (["broker"], "ANAM_API_KEY"),
    ],
)
def test_a_wrong_setting_is_one_sentence_and_exit_code_2(run: Run, words: list[str], said: str) -> None:
    result = run(*words)
    assert result.returncode == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith("persona-viewer: ")
    assert said in line


@pytest.mark.parametrize("words", [["fly"], ["run", "--wings"], ["run", "--brok", "http://x"]])
def test_what_does_not_exist_is_exit_code_2(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert result.returncode == 2
    assert result.stderr.startswith("usage: persona-viewer")
    assert "Traceback" not in result.stderr


def test_an_unreachable_broker_is_exit_code_3(run: Run) -> None:
    result = run("probe", "--broker", "http://127.0.0.1:1", "--persona", "p", "--seconds", "5", "--json")
    assert result.returncode == BrokerError.exit_code
    assert json.loads(result.stdout)["error"]["code"] == "broker-unreachable"
    assert "Traceback" not in result.stderr


def test_a_missing_extra_is_named() -> None:
    # In a process: in this one the servers have been imported. With None there, Python finds no such module.
    script = (
        "import sys\nfrom viewer import cli\nsys.modules['fastapi'] = None\n"
        "print([cli.main([command]) for command in ('broker', 'engine')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"ANAM_API_KEY": "key-of-the-test"},
    )
    assert result.stdout == "[2, 2]\n"
    assert result.stderr == "".join(
        f"persona-viewer: The command “{command}” needs fastapi, which is not installed."
        f" Install it: pip install 'persona-viewer[{command}]'.\n"
        for command in ("broker", "engine")
    )


@pytest.mark.parametrize(
    ("command", "lacks", "hint"),
    [
        ("broker", "viewer.engine", "It is in persona-viewer-engine: install that"),
        ("engine", "viewer.engine", "pip install 'persona-viewer[engine]'"),
        ("demo", "viewer.engine", "pip install 'persona-viewer[broker,engine]'"),
        ("demo", "viewer.ui", "It is in the one called persona-viewer."),
        ("run", "viewer.ui", "It is in the one called persona-viewer."),
        ("probe", "viewer.ui", "It is in the one called persona-viewer."),
    ],
)
def test_a_bundle_says_what_it_does_not_contain(
    command: str,
    lacks: str,
    hint: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(programs, "_has", lambda module: module != lacks)
    assert cli.main([command]) == 2
    told = capsys.readouterr().err
    assert f"“{command}” is not part of this bundle" in told
    assert hint in told


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_settings: Any, _file: SettingsFile) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "COMMANDS", tuple(_replaced(command, interrupted) for command in COMMANDS))
    assert cli.main(["run"]) == 130
    assert capsys.readouterr().err == ""


def test_an_error_shows_no_token(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refused(_settings: Any, _file: SettingsFile) -> int:
        raise BrokerError("refused: Bearer abcdef123456")

    monkeypatch.setattr(cli, "COMMANDS", tuple(_replaced(command, refused) for command in COMMANDS))
    assert cli.main(["run"]) == 3
    assert "abcdef123456" not in capsys.readouterr().err
