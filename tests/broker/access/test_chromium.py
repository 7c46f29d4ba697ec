"""Pages in a real browser on the broker's own computer start no session and read nothing, unless named."""

import asyncio
import json
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
import uvicorn

from tests.broker.upstream import API_KEY, TOKEN, ScriptedUpstream
from tests.e2e.chromium import chromium, needs_chromium
from viewer.broker.app import create_app
from viewer.broker.rules import AccessRules, Rules
from viewer.settings import BrokerSettings

pytestmark = [pytest.mark.long, needs_chromium]

NAME = "evil.example"

SCRIPT = """
<!DOCTYPE html><meta charset="utf-8"><title>page</title><body><script>
const json = {method: "POST", body: JSON.stringify({personaId: "p-1"})};
const declared = {...json, headers: {"Content-Type": "application/json"}};
async function outcome(ask) {
  try {
    const answer = await ask();
    return {type: answer.type, status: answer.status, text: await answer.text()};
  } catch (error) { return {type: "failed"}; }
}
function shown(tag, url) {
  return new Promise(done => {
    const element = document.createElement(tag);
    element.onload = () => done({type: "shown"});
    element.onerror = () => done({type: "failed"});
    element.src = url;
    document.body.append(element);
  });
}
function form(url, kind) {
  return new Promise(done => {
    const frame = document.createElement("iframe");
    frame.name = "frame" + Math.random();
    const form = document.createElement("form");
    Object.assign(form, {method: "POST", action: url, target: frame.name, enctype: kind});
    const field = document.createElement("input");
    field.name = '{"personaId": "p-1", "x": "'; field.value = '"}';
    form.append(field);
    document.body.append(frame, form);
    frame.onload = () => done({type: "sent"});
    form.submit();
  });
}
const ASKS = {
  declared: base => outcome(() => fetch(base + PATH, declared)),
  plain: base => outcome(() => fetch(base + PATH, json)),
  blind: base => outcome(() => fetch(base + PATH, {...json, mode: "no-cors"})),
  form: base => form(base + PATH, "text/plain"),
  urlencoded: base => form(base + PATH, "application/x-www-form-urlencoded"),
  beacon: base => Promise.resolve({type: navigator.sendBeacon(base + PATH, json.body) ? "sent" : "failed"}),
  read: base => outcome(() => fetch(base + "/healthz")),
  script: base => shown("script", base + "/healthz"),
  picture: base => shown("img", base + "/healthz"),
};
const PATH = "/v1/engine/session";
(async () => {
  const plan = await (await fetch(REPORTS + "/plan")).json();
  const found = {};
  for (const ask of plan.asks) found[ask] = await ASKS[ask](plan.base);
  await fetch(REPORTS + "/report", {method: "POST", body: JSON.stringify(found)});
})();
</script>
"""


class Pages:
    """Serves the page, gives it its plan when that is known, and takes its report."""

    def __init__(self) -> None:
        self.plans: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self.reports: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self.is_open = threading.Event()
        pages = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/plan":
                    pages.is_open.set()
                    self._answer(json.dumps(pages.plans.get()).encode())
                else:
                    reports = f"<script>const REPORTS = {json.dumps(pages.url)};</script>"
                    self._answer((reports + SCRIPT).encode(), "text/html")

            def do_POST(self) -> None:
                pages.reports.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self._answer(b"{}")

            def _answer(self, body: bytes, kind: str = "application/json") -> None:
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Keep the tests' output clean."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    async def report(self, base: str, *asks: str) -> dict[str, Any]:
        """What came of ``asks`` to ``base``."""
        self.plans.put({"base": base, "asks": asks})
        return await asyncio.to_thread(self.reports.get, timeout=60)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def pages() -> Iterator[Pages]:
    pages = Pages()
    yield pages
    pages.close()


@contextmanager
def broker(upstream: ScriptedUpstream, origins: tuple[str, ...] = ()) -> Iterator[int]:
    """The port of an open broker on loopback, the easiest to abuse."""
    listener = socket.create_server(("127.0.0.1", 0))
    rules = Rules(access=AccessRules(origins=origins))
    app = create_app(BrokerSettings(upstream=upstream.url), API_KEY, rules=rules)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="on", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


@asynccontextmanager
async def rebound(ports: list[int]) -> AsyncIterator[int]:
    """A port that leads to the last of ``ports``: as a name whose owner points it elsewhere, later."""

    async def lead(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Browsers open connections before they need them: where one leads is decided when it is used.
        first = await reader.read(65536)
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", ports[-1])
        far_writer.write(first)

        async def pump(one: asyncio.StreamReader, other: asyncio.StreamWriter) -> None:
            while piece := await one.read(65536):
                other.write(piece)
                await other.drain()
            other.close()

        await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer), return_exceptions=True)

    async with await asyncio.start_server(lead, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


ATTACKS = ("declared", "plain", "blind", "form", "urlencoded", "beacon", "read", "script", "picture")


async def test_a_page_on_the_same_computer_starts_nothing_and_reads_nothing(
    pages: Pages, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    with broker(upstream) as port:
        async with chromium(pages.url, tmp_path):
            found = await pages.report(f"http://127.0.0.1:{port}", *ATTACKS)
    assert set(found) == set(ATTACKS)
    for name in ("declared", "plain", "blind", "read", "script", "picture"):
        assert found[name] == {"type": "failed"}
    assert upstream.seen == []


async def test_a_page_whose_name_was_pointed_here_starts_nothing_either(
    pages: Pages, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    """DNS rebinding: to the browser, page and broker are one origin, so that it asks nobody's leave."""
    ports = [pages.port]
    with broker(upstream) as port:
        async with rebound(ports) as door:
            base = f"http://{NAME}:{door}"
            async with chromium(base, tmp_path, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"):
                await asyncio.to_thread(pages.is_open.wait, 60)
                ports.append(port)
                found = await pages.report(base, "declared", "plain", "read")
    assert [found[name]["status"] for name in ("declared", "plain", "read")] == [421, 421, 421]
    assert upstream.seen == []


async def test_a_page_that_is_named_starts_sessions_and_reads_them(
    pages: Pages, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    with broker(upstream, origins=(pages.url,)) as port:
        async with chromium(pages.url, tmp_path):
            found = await pages.report(f"http://127.0.0.1:{port}", "declared", "read", "plain")
    assert found["declared"]["status"] == 200
    assert json.loads(found["declared"]["text"])["sessionToken"] == TOKEN
    assert found["read"]["status"] == 200
    # It may read what is wrong, too.
    assert found["plain"]["status"] == 415
    assert len(upstream.seen) == 2
