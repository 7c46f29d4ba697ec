"""The demo's servers: real child processes that live as long as the demo, and no longer."""

import io
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections import deque
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.processes import viewer_command
from viewer import demo
from viewer.errors import ViewerError
from viewer.settings import ViewerSettings


@pytest.mark.wire
def test_servers_run_while_the_window_does_and_stop_when_it_fails(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    seen: list[ViewerSettings] = []

    def window(settings: ViewerSettings, config: Path | None, *_: object) -> int:
        assert config is None, "the demo's broker is not for remembering"
        seen.append(settings)
        assert _health(settings.broker) == 200
        raise RuntimeError("the window fell over")

    monkeypatch.setattr("viewer.app.run", window)
    with pytest.raises(RuntimeError):
        demo.run(ViewerSettings(), None, None)
    [settings] = seen
    assert settings.connect
    assert settings.persona == demo.PERSONA
    assert f"Demo broker: {settings.broker} " in capfd.readouterr().out
    with pytest.raises(urllib.error.URLError):
        _health(settings.broker)


@pytest.mark.wire
def test_a_server_that_does_not_start_is_told_with_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "_plain_environment", lambda: {"PERSONA_VIEWER_MAX_SESSIONS": "none"})
    with pytest.raises(ViewerError, match=r"engine did not start: .*max_sessions is wrong"):
        demo.run(ViewerSettings(), None, None)


@pytest.mark.wire
@pytest.mark.parametrize("command", ["broker", "engine"])
def test_a_server_ends_with_whoever_started_it(command: str) -> None:
    server = subprocess.Popen(
        viewer_command(command, "--port", "0", "--exit-with-stdin"),
        env=demo._plain_environment() | {"ANAM_API_KEY": "key-of-the-test"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with server:
        assert server.stdout
        assert server.stdin
        assert server.stdout.readline().startswith("READY http://127.0.0.1:")
        server.stdin.close()
        assert server.wait(10) in (0, -15)


def test_an_engine_that_ends_while_it_is_being_loaded_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        gone = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with pytest.raises(ViewerError, match="engine ended as it started"):
        demo._wait_until_it_answers(gone)


def test_servers_get_no_setting_or_key_that_is_meant_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANAM_API_KEY", "the real service's")
    monkeypatch.setenv("PERSONA_VIEWER_PORT", "1")
    environment = demo._plain_environment()
    assert "ANAM_API_KEY" not in environment
    assert not any(name.startswith("PERSONA_VIEWER_") for name in environment)


def _health(broker: str) -> int:
    with urllib.request.urlopen(f"{broker}/healthz", timeout=5) as answer:
        return int(answer.status)


def test_a_server_that_does_not_listen_to_words_is_ended_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(demo, "_STOP_SECONDS", 0.1)
    stubborn = (
        "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); signal.pause()"
    )
    with subprocess.Popen(
        [sys.executable, "-S", "-c", stubborn], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        ended = threading.Timer(10, process.kill)
        ended.start()
        demo._stop(process)
        assert ended.is_alive(), "it was left running"
        ended.cancel()


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
