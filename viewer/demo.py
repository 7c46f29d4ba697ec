"""Everything on one machine: a local engine and a broker as child processes, and the window on them."""

import os
import secrets
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Final
from urllib.parse import urlsplit

from viewer.errors import ViewerError
from viewer.interruption import end_at_ctrl_c
from viewer.kept_tokens import VARIABLE
from viewer.loading import loading
from viewer.programs import serving
from viewer.redaction import redact
from viewer.settings import ENVIRONMENT_PREFIX, CommonSettings, ViewerSettings
from viewer.settings_file import SettingsFile

PERSONA: Final = "joe"

_READY: Final = "READY "
_CLIENT_TOKEN: Final = f"{ENVIRONMENT_PREFIX}CLIENT_TOKEN"
# A server that dies is noticed at once.
_START_SECONDS: Final = 60.0
_STOP_SECONDS: Final = 2.0


def run(settings: ViewerSettings, seconds: float | None, snapshot: Path | None) -> int:
    """Show the window on a local engine and broker; return its exit code. Remembers no settings.

    Both servers end with this function, and with this process however it ends.

    Raises:
        ViewerError: a server did not start.
    """
    token = secrets.token_urlsafe(32)
    with _servers(settings.log_level, token) as broker_url:
        end_at_ctrl_c()
        with loading():
            from viewer import app  # noqa: PLC0415 - a second, in which both servers go on starting

        broker = broker_url()
        sys.stdout.write(f"Demo broker: {broker} (try: {_probe(broker, token)})\n")
        sys.stdout.flush()
        wired = settings.but(broker=broker, persona=settings.persona or PERSONA, connect=True)
        with _environment({VARIABLE: token, f"{ENVIRONMENT_PREFIX}BROKER": broker}):
            return app.run(wired, SettingsFile(), seconds, snapshot, is_demo=True)


def serve(settings: CommonSettings, stdin: int = 0) -> int:
    """The demo's servers for a window that started this process: tells it the broker's URL as READY, and ends
    when its input does, the open file ``stdin``. Whoever asks the broker shows the token in the environment.

    Raises:
        ViewerError: a server did not start.
    """
    token = os.environ.get(_CLIENT_TOKEN) or secrets.token_urlsafe(32)
    with _servers(settings.log_level, token) as broker_url:
        sys.stdout.write(f"{_READY}{broker_url()}\n")
        sys.stdout.flush()
        while os.read(stdin, 4096):
            continue
    return 0


@contextmanager
def _servers(log_level: str, token: str) -> Iterator[Callable[[], str]]:
    """Engine and broker, as long as the context lasts: what waits for both and answers the broker's URL."""
    key = secrets.token_urlsafe()
    level = ["--log-level", log_level]
    # With a capacity: a poor picture on a busy machine is more to its one user than none.
    local = [*level, "--capacity", "8"]
    with _server("engine", local, {f"{ENVIRONMENT_PREFIX}API_KEY": key}) as engine_url:
        engine = engine_url()
        for_broker = {"ANAM_API_KEY": key, _CLIENT_TOKEN: token}
        with _server("broker", [*level, "--upstream", engine], for_broker) as broker_url:

            def wait() -> str:
                _wait_until_it_answers(engine)
                return broker_url()

            yield wait


def _probe(broker: str, token: str) -> str:
    """The command for another terminal. The token is worth as much as the demo lasts."""
    given = f"{VARIABLE}={token}"
    given = f"set {given}&&" if sys.platform == "win32" else given
    return f"{given} persona-viewer probe --broker {broker} --persona {PERSONA}"


@contextmanager
def _environment(names: Mapping[str, str]) -> Iterator[None]:
    """This process's own, with ``names``."""
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _server(command: str, options: Sequence[str], secret: Mapping[str, str]) -> Iterator[Callable[[], str]]:
    """``persona-viewer command`` on a free loopback port, as long as the context lasts: what waits for it
    to be ready and answers its URL."""
    process = subprocess.Popen(
        [
            *serving(),
            command,
            *("--host", "127.0.0.1", "--port", "0", "--exit-with-stdin", *options),
        ],
        env={**_plain_environment(), **secret},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    ready: SimpleQueue[str | None] = SimpleQueue()
    tail: deque[str] = deque(maxlen=8)
    reader = threading.Thread(
        target=_read, args=(process.stdout, ready, tail), name=f"demo-{command}", daemon=True
    )
    reader.start()
    try:
        yield lambda: _wait_until_ready(command, ready, tail)
    finally:
        _stop(process)
        reader.join()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()


def _plain_environment() -> dict[str, str]:
    """This process's environment without settings and keys that are meant for another server."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(ENVIRONMENT_PREFIX) and name != "ANAM_API_KEY"
    } | {"PYTHONUNBUFFERED": "1"}


def _read(output: IO[str], ready: SimpleQueue[str | None], tail: deque[str]) -> None:
    """Pass a server's URL on, keep its last words, and show what it says once it runs. None: it ended."""
    running = False
    for line in output:
        if line.startswith(_READY):
            running = True
            ready.put(line.removeprefix(_READY).strip())
        elif running:
            sys.stderr.write(redact(line))
        else:
            tail.append(line.strip())
    ready.put(None)


def _wait_until_ready(command: str, ready: SimpleQueue[str | None], tail: deque[str]) -> str:
    try:
        url = ready.get(timeout=_START_SECONDS)
    except Empty:
        url = None
    if url is None:
        words = redact(" ".join(line for line in tail if line)) or "it said nothing"
        raise ViewerError(f"The demo's {command} did not start: {words}", hint="Mend that and try again.")
    return url


def _wait_until_it_answers(engine: str) -> None:
    """Give the engine the time it needs on a slow machine: the broker has less patience."""
    connection = HTTPConnection(urlsplit(engine).netloc, timeout=_START_SECONDS)
    try:
        connection.request("GET", "/healthz")
        connection.getresponse()
    except (OSError, HTTPException):
        raise ViewerError("The demo's engine ended as it started.", hint="It said why.") from None
    finally:
        connection.close()


def _stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
