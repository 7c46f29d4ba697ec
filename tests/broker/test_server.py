"""``serve`` as the command line runs it: a process of its own."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.broker.conftest import running_broker
from tests.broker.upstream import API_KEY, TOKEN, ScriptedUpstream, Silence
from viewer.broker.app import create_app
from viewer.broker.server import find_key, serve, server_config
from viewer.errors import UsageError
from viewer.protocol.api import SESSION_PATH, TOKEN_PATH
from viewer.settings import BrokerSettings

PROGRAM = """
import sys
from viewer.broker.server import serve
from viewer.redaction import configure_logging
from viewer.settings import BrokerSettings
configure_logging("debug")
sys.exit(serve(BrokerSettings(port=0, upstream=sys.argv[1], stop_grace=0.3)))
"""


@contextlib.contextmanager
def broker_process(upstream: ScriptedUpstream) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process, and the URL that it announced."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, upstream.url],
        env=os.environ | {"ANAM_API_KEY": API_KEY},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        word, _, url = process.stdout.readline().strip().partition(" ")
        assert word == "READY"
        yield process, url
    finally:
        process.kill()
        process.communicate()


@pytest.mark.wire
def test_it_announces_itself_serves_and_stops_when_told(upstream: ScriptedUpstream) -> None:
    with broker_process(upstream) as (process, url), httpx.Client(base_url=url, trust_env=False) as client:
        assert client.get("/healthz").json()["status"] == "ok"
        assert client.post(SESSION_PATH, json={"personaId": "p-1"}).json()["sessionToken"] == TOKEN
        process.send_signal(signal.SIGINT)
        output, log = process.communicate(timeout=30)
        assert process.returncode == 0
    assert output == ""
    assert "session granted" in log
    for secret in (API_KEY, TOKEN):
        assert secret not in log
    assert "Traceback" not in log


@pytest.mark.wire
def test_a_request_under_way_is_answered_before_it_stops(upstream: ScriptedUpstream) -> None:
    upstream.play(TOKEN_PATH, Silence())
    with (
        broker_process(upstream) as (process, url),
        ThreadPoolExecutor(1) as pool,
        httpx.Client(base_url=url, trust_env=False, timeout=30) as client,
    ):
        answer = pool.submit(client.post, SESSION_PATH, json={"personaId": "p-1"})
        assert upstream.asked.wait(30)
        process.terminate()
        _, log = process.communicate(timeout=30)
        assert process.returncode == 0
        assert answer.result().status_code == 504
        assert answer.result().json()["error"] == "broker-stopping"
    assert API_KEY not in log
    assert "Traceback" not in log


@pytest.mark.parametrize("missing", [set(), {"uvloop"}, {"httptools"}, {"uvloop", "httptools"}])
def test_it_runs_on_what_is_installed(missing: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    # It has chosen once it was imported.
    monkeypatch.delitem(sys.modules, "uvicorn.protocols.http.auto", raising=False)
    config = server_config(create_app(BrokerSettings(), API_KEY))
    config.load()
    make_loop = config.get_loop_factory()
    assert make_loop
    with contextlib.closing(make_loop()) as loop:
        assert type(loop).__module__.startswith("asyncio." if "uvloop" in missing else "uvloop")
    http = config.http_protocol_class.spoken.__name__  # type: ignore[attr-defined]
    assert http == ("H11Protocol" if "httptools" in missing else "HttpToolsProtocol")


def test_a_session_is_started_on_asyncios_loop_and_h11(
    upstream: ScriptedUpstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("uvloop", "httptools"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "uvicorn.protocols.http.auto", raising=False)
    with running_broker(BrokerSettings(upstream=upstream.url)) as client:
        assert client.post(SESSION_PATH, json={"personaId": "p-1"}).json()["sessionToken"] == TOKEN


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("ANAM_API_KEY", raising=False)
    file = tmp_path / "key"
    file.write_text(f"{API_KEY}\n")
    file.chmod(0o600)
    return file


def test_the_key_comes_from_a_private_file(key_file: Path) -> None:
    assert find_key(BrokerSettings(key_file=key_file)) == API_KEY


def test_the_environment_comes_before_the_file(key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANAM_API_KEY", " from-environment ")
    assert find_key(BrokerSettings(key_file=key_file)) == "from-environment"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601])
def test_a_key_file_that_is_open_to_others_is_refused(key_file: Path, mode: int) -> None:
    key_file.chmod(mode)
    with pytest.raises(UsageError, match="can be read or changed by others") as refused:
        find_key(BrokerSettings(key_file=key_file))
    assert "chmod 600" in refused.value.hint


@pytest.mark.parametrize("content", [b"", b" \n", b"two words", "schlüssel".encode(), b"\xff\xfe"])
def test_a_file_without_a_key_is_refused_without_quoting_it(key_file: Path, content: bytes) -> None:
    key_file.write_bytes(content)
    with pytest.raises(UsageError, match="does not hold an API key"):
        find_key(BrokerSettings(key_file=key_file))


def test_what_is_no_file_is_refused(key_file: Path) -> None:
    key_file.unlink()
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        find_key(BrokerSettings(key_file=key_file))
    if sys.platform == "win32":
        key_file.mkdir()
    else:
        os.mkfifo(key_file, 0o600)
    with pytest.raises(UsageError, match="is not a regular file"):
        find_key(BrokerSettings(key_file=key_file))


def test_no_key_at_all_says_where_to_put_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANAM_API_KEY", raising=False)
    with pytest.raises(UsageError, match="The broker has no API key") as refused:
        serve(BrokerSettings(port=0))
    assert "ANAM_API_KEY" in refused.value.hint
