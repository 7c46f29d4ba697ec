"""A real HTTP server in the API's place that plays the answers a test puts on its script."""

import contextlib
import json
import threading
from collections import defaultdict, deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

from viewer.broker.wanted import Wanted
from viewer.protocol.api import SESSION_PATH, TOKEN_PATH

P1 = Wanted({"personaId": "p-1"})
API_KEY = "key+with/signs=Zq81"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjoic3RhdGVmdWwifQ.c2lnbmF0dXJl"
SESSION: dict[str, Any] = {
    "sessionId": "s-1",
    "region": None,
    "engineHost": "engine.test:8443/cell/7",
    "engineProtocol": "https",
    "signallingEndpoint": "/ws",
    "clientConfig": {
        "heartbeatIntervalSeconds": 5,
        "maxWsReconnectionAttempts": 5,
        "iceServers": [
            {"urls": "stun:stun.test"},
            {"urls": ["turn:turn.test"], "username": "u", "credential": "turn-credential"},
        ],
        "newKnob": {"deep": [1, None, "ü"]},
    },
    "somethingNew": True,
}


@dataclass(frozen=True)
class Reply:
    """One answer; ``body`` is sent as JSON unless it is bytes."""

    status: int = 200
    body: Any = b""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclass(frozen=True)
class HangUp:
    """Take the request and close the connection."""


@dataclass(frozen=True)
class Silence:
    """Take the request and say nothing until the script is reset."""


@dataclass(frozen=True)
class Endless:
    """Answer 200, and send spaces until whoever asked hangs up."""


@dataclass(frozen=True)
class Half:
    """Send half of what is announced, and close the connection."""


Step: TypeAlias = Reply | HangUp | Silence | Endless | Half


@dataclass(frozen=True)
class Seen:
    """A request as it came."""

    method: str
    path: str
    authorization: str | None
    body: Any


class ScriptedUpstream:
    """Plays ``script[path]`` in order, the last step for ever; without a script, grants and ends sessions.

    ``seen`` is what it was asked, ``ended`` where sessions were ended: that is asked beside the rest.
    """

    def __init__(self) -> None:
        self.silence_over = threading.Event()
        self.reset()
        handler = type("Handler", (_Handler,), {"upstream": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def reset(self) -> None:
        self.silence_over.set()
        self.silence_over = threading.Event()
        self.asked = threading.Event()
        self.hung_up = threading.Event()
        self.seen: list[Seen] = []
        self.ended: list[str] = []
        self.script: defaultdict[str, deque[Step]] = defaultdict(lambda: deque([Reply(200, {})]))
        self.play(TOKEN_PATH, Reply(200, {"sessionToken": TOKEN}))
        self.play(SESSION_PATH, Reply(201, SESSION))

    def play(self, path: str, *steps: Step) -> None:
        self.script[path] = deque(steps)

    def count(self, path: str) -> int:
        return sum(1 for request in self.seen if request.path == path)

    def close(self) -> None:
        self.silence_over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    upstream: ScriptedUpstream

    def do_GET(self) -> None:
        self._play()

    def do_POST(self) -> None:
        self._play()

    def _play(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = json.loads(raw) if raw else None
        if self.path.endswith("/stop"):
            self.upstream.ended.append(self.path)
        else:
            seen = Seen(self.command, self.path, self.headers["Authorization"], body)
            self.upstream.seen.append(seen)
        self.upstream.asked.set()
        steps = self.upstream.script[self.path]
        match steps.popleft() if len(steps) > 1 else steps[0]:
            case Silence():
                self.upstream.silence_over.wait()
            case Endless():
                self._announce(200, {})
                with contextlib.suppress(OSError):
                    while True:
                        self.wfile.write(b" " * 65_536)
                self.upstream.hung_up.set()
            case Half():
                self._announce(200, {"Content-Length": "1000"})
                self.wfile.write(b" " * 500)
            case Reply() as reply:
                self._announce(reply.status, reply.headers | {"Content-Length": str(len(reply.content))})
                # Whoever has enough of it may have closed the connection.
                with contextlib.suppress(ConnectionError):
                    self.wfile.write(reply.content)

    def _announce(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Keep the tests' output clean."""
