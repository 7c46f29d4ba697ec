"""A real HTTP server in the API's place that plays the answers a test puts on its script."""

import json
import threading
from collections import defaultdict, deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

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
class Seen:
    """A request as it came."""

    method: str
    path: str
    authorization: str | None
    body: Any


class ScriptedUpstream:
    """Plays ``script[path]`` in order, the last step for ever; without a script, grants a session."""

    def __init__(self) -> None:
        self.silence_over = threading.Event()
        self.reset()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
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
        self.seen: list[Seen] = []
        self.script: defaultdict[str, deque[Reply | HangUp | Silence]] = defaultdict(deque)
        self.script[TOKEN_PATH].append(Reply(200, {"sessionToken": TOKEN}))
        self.script[SESSION_PATH].append(Reply(201, SESSION))

    def play(self, path: str, *steps: Reply | HangUp | Silence) -> None:
        self.script[path] = deque(steps)

    def count(self, path: str) -> int:
        return sum(1 for request in self.seen if request.path == path)

    def close(self) -> None:
        self.silence_over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        upstream = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._play()

            def do_POST(self) -> None:
                self._play()

            def _play(self) -> None:
                raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                body = json.loads(raw) if raw else None
                upstream.seen.append(Seen(self.command, self.path, self.headers["Authorization"], body))
                upstream.asked.set()
                steps = upstream.script[self.path]
                match steps.popleft() if len(steps) > 1 else steps[0]:
                    case Silence():
                        upstream.silence_over.wait()
                    case Reply() as reply:
                        self.send_response(reply.status)
                        for name, value in reply.headers.items():
                            self.send_header(name, value)
                        self.send_header("Content-Length", str(len(reply.content)))
                        self.end_headers()
                        self.wfile.write(reply.content)

            def log_message(self, *_: Any) -> None:
                """Keep the tests' output clean."""

        return Handler
