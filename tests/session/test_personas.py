"""Whom a broker lets one talk to, told by brokers of every temper, over real HTTP."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from viewer import errors
from viewer.protocol.personas import Persona
from viewer.session import personas
from viewer.session.personas import fetch_picture, list_personas, look_up

JOE = {
    "id": "joe",
    "name": "Joe",
    "description": "A guide.",
    "language": "en",
    "landscape": "/v1/personas/joe/landscape",
    "portrait": None,
}


class Broker:
    """Answers every GET with ``status`` and ``body``; ``asked`` is what it was asked for."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.status = 200
        self.body = b"{}"
        self.headers: dict[str, str] = {}
        self.asked: list[str] = []

    def tells(self, *cards: Any) -> None:
        self.body = json.dumps({"personas": cards}).encode()


@pytest.fixture
def broker() -> Iterator[Broker]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            scripted.asked.append(self.path)
            self.send_response(scripted.status)
            for name, value in scripted.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(scripted.body)))
            self.end_headers()
            self.wfile.write(scripted.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        scripted = Broker(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield scripted
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("written", ["{}", "{}/", "{}/v1/engine/session"])
async def test_the_list_is_asked_for_at_the_broker_and_read(broker: Broker, written: str) -> None:
    broker.tells(JOE)
    assert await list_personas(written.format(broker.url)) == (
        Persona("joe", "Joe", "A guide.", "en", "/v1/personas/joe/landscape"),
    )
    assert broker.asked == ["/v1/personas"]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (404, b'{"error": "not found"}'),
        (404, b"<html>Cannot GET /v1/personas</html>"),
        (405, b""),
        (501, b""),
        (200, b"<!doctype html><title>A page for everything</title>"),
        (200, b'{"personas": []}'),
    ],
)
async def test_a_broker_in_the_field_names_nobody(broker: Broker, status: int, body: bytes) -> None:
    broker.status, broker.body = status, body
    assert await list_personas(broker.url) == ()


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, b"{}", errors.KeyRefused),
        (502, b'{"message": "The broker cannot reach the avatar service."}', errors.ServerError),
        (200, b'{"data": []}', errors.BadAnswer),
        (200, b"not json", errors.BadAnswer),
        (200, b'{"personas": "all"}', errors.BadAnswer),
        (204, b"", errors.BadAnswer),
    ],
)
async def test_a_broker_that_does_not_tell_is_an_error(
    broker: Broker, status: int, body: bytes, kind: type[errors.ViewerError]
) -> None:
    broker.status, broker.body = status, body
    with pytest.raises(kind):
        await list_personas(broker.url)


@pytest.mark.parametrize(
    "odd", [None, 7, "joe", {}, {"id": ""}, {"id": "x" * 201}, {"id": "a", "name": 7}, {"id": ["a"]}]
)
async def test_what_is_no_persona_is_left_out(broker: Broker, odd: Any) -> None:
    broker.tells(odd, JOE)
    assert [persona.id for persona in await list_personas(broker.url)] == ["joe"]


@pytest.mark.parametrize(
    "path", ["https://elsewhere.example/x", "elsewhere", "/a\nb", "/ü", "/" + "x" * 3000, ""]
)
async def test_a_picture_can_only_be_at_the_broker(broker: Broker, path: str) -> None:
    broker.tells(JOE | {"landscape": path, "name": "Joe\u202e\n"})
    (joe,) = await list_personas(broker.url)
    assert (joe.landscape, joe.name) == ("", "Joe")


async def test_there_is_an_end_to_what_is_read(broker: Broker, monkeypatch: pytest.MonkeyPatch) -> None:
    broker.tells(*({"id": f"p-{number}"} for number in range(20)))
    monkeypatch.setattr(personas, "MAX_PERSONAS", 7)
    assert len(await list_personas(broker.url)) == 7
    monkeypatch.setattr(personas, "MAX_LIST_BYTES", 100)
    with pytest.raises(errors.BadAnswer):
        await list_personas(broker.url)


async def test_a_picture_is_its_bytes_or_none(broker: Broker, monkeypatch: pytest.MonkeyPatch) -> None:
    broker.body = b"\x89PNG"
    assert await fetch_picture(broker.url, "/v1/personas/joe/landscape") == b"\x89PNG"
    assert broker.asked == ["/v1/personas/joe/landscape"]
    monkeypatch.setattr(personas, "MAX_PICTURE_BYTES", 3)
    assert await fetch_picture(broker.url, "/v1/personas/joe/landscape") is None
    broker.status = 404
    assert await fetch_picture(broker.url, "/v1/personas/joe/landscape") is None


async def test_a_broker_that_is_not_there_or_no_url_is_said_so() -> None:
    with pytest.raises(errors.BrokerUnreachable):
        await list_personas("http://127.0.0.1:1")
    for url in ("", "broker", "ftp://broker.example"):
        with pytest.raises(errors.UsageError):
            await list_personas(url)


async def test_a_token_that_is_wanted_is_told_as_that(broker: Broker) -> None:
    broker.status, broker.headers = 401, {"WWW-Authenticate": "Bearer"}
    with pytest.raises(errors.TokenWanted) as wanted:
        await list_personas(broker.url)
    assert "token set" in wanted.value.hint


async def test_a_broker_that_has_moved_says_where_to(broker: Broker) -> None:
    broker.status, broker.headers = 301, {"Location": "https://new.example/v1/personas"}
    with pytest.raises(errors.BrokerMoved, match=r"https://new\.example"):
        await list_personas(broker.url)


async def test_a_web_page_is_told_from_a_broker_that_names_nobody(broker: Broker) -> None:
    broker.body = b"<!doctype html>"
    assert (await look_up(broker.url)).is_page
    broker.status = 404
    assert not (await look_up(broker.url)).is_page
