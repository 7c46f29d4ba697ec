"""The demo's servers: child processes that live as long as the demo, and no longer."""

import io
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.doctor.conftest import Answer, odd_broker
from tests.processes import viewer_command
from viewer import demo
from viewer.errors import ViewerError
from viewer.kept_tokens import BrokerToken, from_environment
from viewer.settings import CommonSettings, ViewerSettings
from viewer.settings_file import SettingsFile

StandIn = Callable[..., Path]


@pytest.fixture
def url() -> Iterator[str]:
    """Where something answers, as a server that runs does."""
    with odd_broker(lambda *_: Answer({})) as url:
        yield url


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Puts a script in the place of both servers; each notes its words, keys and process in the folder.

    A script knows by its third word, ``broker`` or ``engine``, whose place it takes.
    """

    def put(*lines: str) -> Path:
        place = f"{tmp_path}/$3"
        note = f'echo "$@" > "{place}.words"; env > "{place}.environment"; echo $$ > "{place}.pid"'
        script = tmp_path / "server"
        script.write_text("\n".join(["#!/bin/sh", note, *lines, ""]))
        script.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(script))
        return tmp_path

    return put


def runs(folder: Path, server: str) -> bool:
    """Whether the stand-in for ``server`` has not ended."""
    try:
        os.kill(int((folder / f"{server}.pid").read_text()), 0)
    except ProcessLookupError:
        return False
    return True


def serving(url: str) -> str:
    """Ends when it is told to, or when whoever started it goes away: then its input ends."""
    return f'echo "READY {url}/$3"; read nothing'


def test_servers_run_while_the_window_does_and_stop_when_it_fails(
    stand_in: StandIn, url: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = stand_in(serving(url))
    seen: list[ViewerSettings] = []
    tokens: list[BrokerToken | None] = []
    monkeypatch.setenv("PERSONA_VIEWER_BROKER_TOKEN", "of-a-broker-elsewhere")

    def window(settings: ViewerSettings, file: SettingsFile, *_: object, is_demo: bool) -> int:
        assert is_demo
        assert file.path is None, "the demo's broker is not for remembering"
        seen.append(settings)
        tokens.append(from_environment(settings.broker))
        assert from_environment("https://other.example") is None
        assert runs(folder, "engine")
        assert runs(folder, "broker")
        raise RuntimeError("the window fell over")

    monkeypatch.setattr("viewer.app.run", window)
    with pytest.raises(RuntimeError):
        demo.run(ViewerSettings(), None, None)
    [settings] = seen
    assert settings.connect
    assert settings.persona == demo.PERSONA
    assert settings.broker == f"{url}/broker"
    said = capfd.readouterr().out
    assert f"Demo broker: {settings.broker} " in said
    # The window shows the broker's token, and so does whoever types what is said.
    given = (folder / "broker.environment").read_text()
    [token] = tokens
    assert token
    assert f"PERSONA_VIEWER_CLIENT_TOKEN={token.value}\n" in given
    assert f"PERSONA_VIEWER_BROKER_TOKEN={token.value} persona-viewer probe" in said
    assert os.environ["PERSONA_VIEWER_BROKER_TOKEN"] == "of-a-broker-elsewhere"
    assert "PERSONA_VIEWER_BROKER" not in os.environ
    assert not runs(folder, "engine")
    assert not runs(folder, "broker")


def test_the_broker_stands_before_the_engine_and_only_these_two_know_the_key(
    stand_in: StandIn, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stand_in(serving(url))
    monkeypatch.setattr("viewer.app.run", lambda *_, **__: 0)
    assert demo.run(ViewerSettings(), None, None) == 0
    environments = {
        server: dict(
            line.partition("=")[::2] for line in (folder / f"{server}.environment").read_text().splitlines()
        )
        for server in ("engine", "broker")
    }
    key = environments["engine"]["PERSONA_VIEWER_API_KEY"]
    assert len(key) > 20
    assert environments["broker"]["ANAM_API_KEY"] == key
    assert "PERSONA_VIEWER_API_KEY" not in environments["broker"]
    token = environments["broker"]["PERSONA_VIEWER_CLIENT_TOKEN"]
    assert len(token) > 40
    assert token not in "".join(environments["engine"].values())
    words = {server: (folder / f"{server}.words").read_text() for server in ("engine", "broker")}
    assert f"--upstream {url}/engine" in words["broker"]
    for said in words.values():
        assert key not in said
        assert "--host 127.0.0.1 --port 0 --exit-with-stdin" in said


def test_servers_of_a_window_tell_it_the_broker_and_end_with_its_input(
    stand_in: StandIn, url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = stand_in(serving(url))
    monkeypatch.setenv("PERSONA_VIEWER_CLIENT_TOKEN", "word-of-the-window")
    reading, writing = os.pipe()
    os.close(writing)
    assert demo.serve(CommonSettings(), reading) == 0
    os.close(reading)
    assert capsys.readouterr().out == f"READY {url}/broker\n"
    assert "CLIENT_TOKEN=word-of-the-window\n" in (folder / "broker.environment").read_text()
    assert "word-of-the-window" not in (folder / "engine.environment").read_text()
    assert not runs(folder, "engine")
    assert not runs(folder, "broker")


def test_a_server_that_does_not_start_is_told_with_its_own_words(stand_in: StandIn, url: str) -> None:
    folder = stand_in(
        f'if [ "$3" = broker ]; then echo "persona-viewer: upstream is wrong" >&2; exit 2; fi; {serving(url)}'
    )
    with pytest.raises(ViewerError, match=r"The demo's broker did not start: .*upstream is wrong"):
        demo.run(ViewerSettings(), None, None)
    assert not runs(folder, "engine")


def test_a_server_that_says_nothing_is_given_up(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = stand_in("read nothing")
    monkeypatch.setattr(demo, "_START_SECONDS", 0.3)
    with pytest.raises(ViewerError, match="The demo's engine did not start: it said nothing"):
        demo.run(ViewerSettings(), None, None)
    assert not runs(folder, "engine")


def test_an_engine_that_ends_once_it_listens_is_told(stand_in: StandIn) -> None:
    # Nobody listens there any more.
    folder = stand_in('echo "READY http://127.0.0.1:1"; read nothing')
    with pytest.raises(ViewerError, match="engine ended as it started"):
        demo.run(ViewerSettings(), None, None)
    assert not runs(folder, "engine")


def test_a_server_that_does_not_stop_is_killed(
    stand_in: StandIn, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stand_in("trap '' TERM", f'echo "READY {url}"', "while :; do read nothing || :; done")
    monkeypatch.setattr("viewer.app.run", lambda *_, **__: 0)
    monkeypatch.setattr(demo, "_STOP_SECONDS", 0.1)
    assert demo.run(ViewerSettings(), None, None) == 0
    assert not runs(folder, "engine")
    assert not runs(folder, "broker")


def test_what_a_server_says_is_shown_without_secrets_and_kept_while_it_starts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ready: SimpleQueue[str | None] = SimpleQueue()
    tail: deque[str] = deque(maxlen=8)
    lines = ["loading\n", "READY http://127.0.0.1:1\n", "Authorization: Bearer word-of-honour\n"]
    demo._read(io.StringIO("".join(lines)), ready, tail)
    assert list(tail) == ["loading"]
    assert [ready.get(), ready.get()] == ["http://127.0.0.1:1", None]
    shown = capsys.readouterr().err
    assert "Authorization" in shown
    assert "word-of-honour" not in shown


@pytest.mark.wire
@pytest.mark.parametrize("command", ["broker", "engine"])
def test_a_server_ends_with_whoever_started_it(command: str) -> None:
    server = subprocess.Popen(
        viewer_command(command, "--port", "0", "--exit-with-stdin"),
        env=demo._plain_environment()
        | dict.fromkeys(("ANAM_API_KEY", "PERSONA_VIEWER_API_KEY"), "key-of-the-test"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with server:
        assert server.stdout
        assert server.stdin
        assert server.stdout.readline().startswith("READY http://127.0.0.1:")
        server.stdin.close()
        assert server.wait(10) in (0, -signal.SIGTERM)


def test_servers_get_no_setting_or_key_that_is_meant_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANAM_API_KEY", "the real service's")
    monkeypatch.setenv("PERSONA_VIEWER_PORT", "1")
    environment = demo._plain_environment()
    assert "ANAM_API_KEY" not in environment
    assert not any(name.startswith("PERSONA_VIEWER_") for name in environment)
