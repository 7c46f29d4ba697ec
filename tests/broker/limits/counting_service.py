"""The avatar service as a real HTTP server that counts the sessions it has."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.broker.upstream import SESSION, TOKEN
from viewer.protocol.api import SESSION_PATH, TOKEN_PATH


class CountingService:
    """Sessions begin when they are granted and end when they are stopped. Any thread."""

    def __init__(self) -> None:
        self.granted: dict[str, float] = {}
        self.lasted: dict[str, float] = {}
        """Seconds, by session that was stopped."""
        self.most = 0
        self._changed = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def wait_until_stopped(self, count: int) -> bool:
        """Whether so many sessions were stopped, in the end."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.lasted) >= count, 120)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _grant(self) -> dict[str, Any]:
        with self._changed:
            session = f"s-{len(self.granted)}"
            self.granted[session] = time.monotonic()
            self.most = max(self.most, len(self.granted) - len(self.lasted))
        return SESSION | {"sessionId": session}

    def _stop(self, session: str) -> None:
        with self._changed:
            self.lasted.setdefault(session, time.monotonic() - self.granted[session])
            self._changed.notify_all()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer({})

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if self.path == TOKEN_PATH:
                    self._answer({"sessionToken": TOKEN})
                elif self.path == SESSION_PATH:
                    self._answer(service._grant())
                else:
                    service._stop(self.path.split("/")[3])
                    self._answer({})

            def _answer(self, body: dict[str, Any]) -> None:
                content = json.dumps(body).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                """Keep the tests' output clean."""

        return Handler
