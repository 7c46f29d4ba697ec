"""The command in this process or in one of its own, and brokers for it to meet."""

import io
import json
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from tests.processes import Server, viewer_command
from viewer import cli
from viewer.doctor import computer
from viewer.doctor.finding import Verdict

QUIET = ("--mic", "none", "--speaker", "none")

# A machine with a screen, without proxies; sound as each test has it.
_PLAIN = {"QT_QPA_PLATFORM": "offscreen", "PULSE_SERVER": "unix:/nowhere", "ALSA_CONFIG_PATH": os.devnull}
_LEFT_OUT = ("DISPLAY", "WAYLAND_DISPLAY", "http_proxy", "https_proxy", "all_proxy", "no_proxy")


@dataclass(frozen=True)
class Examined:
    """What the command said."""

    exit_code: int
    report: dict[str, Any]
    output: str

    def check(self, name: str) -> dict[str, Any]:
        """The only check called ``name``."""
        [found] = [check for check in self.report["checks"] if check["name"] == name]
        return dict(found)

    @property
    def states(self) -> dict[str, str]:
        """State by name."""
        return {check["name"]: check["state"] for check in self.report["checks"]}


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment, made plain, with ``changes``; an empty one takes its name away."""
    kept = {
        name: value for name, value in os.environ.items() if name.lower() not in map(str.lower, _LEFT_OUT)
    }
    return {name: value for name, value in (kept | _PLAIN | dict(changes or {})).items() if value}


def run_doctor(*words: str, changes: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """``persona-viewer doctor`` with ``words``, as a user runs it."""
    return subprocess.run(
        viewer_command("doctor", *words),
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=environment(changes),
        stdin=subprocess.DEVNULL,
    )


def doctor(
    *words: str, changes: Mapping[str, str] | None = None, screen: bool = True, encoding: str = "utf-8"
) -> tuple[int, str, str]:
    """Exit code, output and complaints of ``persona-viewer doctor`` with ``words``, run in this process.

    With ``screen``, Qt's own process is left out and said to have gone well.
    """
    output = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    with (
        pytest.MonkeyPatch.context() as here,
        redirect_stdout(output),
        redirect_stderr(io.StringIO()) as errors,
    ):
        plain = environment(changes)
        for name in os.environ.keys() - plain.keys():
            here.delenv(name)
        for name, value in plain.items():
            here.setenv(name, value)
        here.setattr(cli, "configure_logging", lambda _: None)  # it is the tests' here
        if screen:
            here.setattr(computer, "display", _a_screen)
        # What asks whether anybody reads needs a real file.
        here.setattr(cli, "while_read", lambda command: command())
        code = cli.main(["doctor", *words])
    output.seek(0)
    return code, output.read(), errors.getvalue()


async def _a_screen() -> Verdict:
    return Verdict("There is one.")


def examine(*words: str, changes: Mapping[str, str] | None = None, screen: bool = True) -> Examined:
    """``persona-viewer doctor --json`` with ``words``, run in this process; see :func:`doctor`."""
    code, output, errors = doctor("--json", *words, changes=changes, screen=screen)
    assert "Traceback" not in errors
    return Examined(code, json.loads(output), output + errors)


def examine_as_a_user(*words: str, changes: Mapping[str, str] | None = None) -> Examined:
    """``persona-viewer doctor --json`` with ``words``, as a process of its own."""
    result = run_doctor("--json", *words, changes=changes)
    assert "Traceback" not in result.stderr
    return Examined(result.returncode, json.loads(result.stdout), result.stdout + result.stderr)


def interrupted(*words: str, when: threading.Event, by: signal.Signals) -> tuple[int, str]:
    """Exit code and errors of the command ``words`` that gets that signal ``when`` that has come."""
    # What is started in the background inherits that it ignores Ctrl+C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        viewer_command(*words), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment()
    ) as process:
        assert when.wait(30)
        process.send_signal(by)
        _, errors = process.communicate(timeout=30)
    return process.returncode, errors.decode()


def sessions(engine: Server) -> int:
    """How many sessions ``engine`` has."""
    return int(httpx.get(f"{engine.url}/healthz", trust_env=False).json()["sessions"])


@dataclass
class Answer:
    """What a broker of the test's own answers to everything."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@contextmanager
def odd_broker(
    answer: Callable[[str, bytes], Answer], wrap: Callable[[socket.socket], socket.socket] | None = None
) -> Iterator[str]:
    """The URL of a broker that answers a path and a body with ``answer``; ``wrap`` puts TLS around it."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._reply(b"")

        def do_POST(self) -> None:
            self._reply(self.rfile.read(int(self.headers["Content-Length"])))

        def _reply(self, body: bytes) -> None:
            said = answer(self.path, body)
            self.send_response_only(said.status)
            for name, value in ({"Date": self.date_time_string()} | said.headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.content)))
            self.end_headers()
            self.wfile.write(said.content)

        def log_message(self, *_: Any) -> None:
            """Keep the tests' output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        if wrap:
            server.socket = wrap(server.socket)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http{'s' if wrap else ''}://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def session_at(engine_host: str) -> dict[str, Any]:
    """A broker's answer that sends the client to ``engine_host``."""
    return {
        "sessionId": "s1",
        "sessionToken": "token-of-the-doctors-tests",
        "region": None,
        "engineHost": engine_host,
        "engineProtocol": "http",
        "signallingEndpoint": "/v1/signalling",
        "clientConfig": {"maxWsReconnectionAttempts": 0},
    }
