"""``GET /v1/personas`` and the pictures, as clients see them."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, Request
from starlette.responses import JSONResponse

from tests.broker.faces.test_catalogue import JOE, Service
from tests.broker.faces.test_pictures import MP4, PNG, Internet
from viewer.broker.access.access import caller
from viewer.broker.caller import Caller
from viewer.broker.faces.catalogue import AFTER_A_FAILURE, Catalogue
from viewer.broker.faces.download import NotFetched
from viewer.broker.faces.gallery import Gallery
from viewer.broker.faces.pictures import Pictures
from viewer.broker.faces.routes import router
from viewer.broker.faces.store import PictureStore
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.rules import Rules

ANN: dict[str, Any] = {"id": "ann", "name": "Ann", "languageCode": "de", "avatar": None}
CARD_OF_JOE = {
    "id": "joe",
    "name": "Joe",
    "description": "A guide.",
    "language": "en",
    "landscape": "/v1/personas/joe/landscape",
    "portrait": "/v1/personas/joe/portrait",
    "idle": "/v1/personas/joe/idle",
}
CARD_OF_ANN = {"id": "ann", "name": "Ann", "description": "", "language": "de"}


class Broker:
    """What a test may change of one, and a client of it."""

    def __init__(self, folder: Path, client: httpx.AsyncClient, app: FastAPI) -> None:
        self.rules = Rules()
        self.caller = Caller("somebody")
        self.service = Service(JOE, ANN)
        self.internet = Internet()
        self.catalogue = Catalogue(self.service.ask)
        store = PictureStore(folder, 40 << 20)
        self.client = client
        app.state.gallery = Gallery(lambda: self.rules, self.catalogue, Pictures(store, self.internet.fetch))
        app.dependency_overrides[caller] = lambda: self.caller

    async def listed(self) -> list[dict[str, Any]]:
        answer = await self.client.get("/v1/personas")
        assert answer.status_code == 200
        personas: list[dict[str, Any]] = answer.json()["personas"]
        return personas

    async def picture(self, path: str, **headers: str) -> httpx.Response:
        return await self.client.get(f"/v1/personas/{path}", headers=headers)


async def _not_granted(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, SessionNotGranted)
    return JSONResponse(error.refusal.model_dump(), error.status)


@pytest.fixture
async def broker(tmp_path: Path) -> AsyncIterator[Broker]:
    app = FastAPI()
    app.include_router(router)
    app.add_exception_handler(SessionNotGranted, _not_granted)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://broker.test") as client:
        yield Broker(tmp_path, client, app)


def rules(*personas: dict[str, Any], any_persona: bool = False) -> Rules:
    return Rules.model_validate({"personas": personas, "any_persona": any_persona})


async def test_everybody_of_the_service_is_listed_and_only_with_pictures_that_are_there(
    broker: Broker,
) -> None:
    assert await broker.listed() == [CARD_OF_JOE, CARD_OF_ANN]
    assert broker.internet.fetched == []


async def test_the_rules_personas_come_first_and_by_their_alias(broker: Broker) -> None:
    broker.rules = rules(
        {"alias": "guide", "id": "joe", "name": "Your guide"},
        {
            "alias": "of the house/1",
            "config": {"name": "Eve", "avatarId": "avatar-joe", "voiceId": "v", "languageCode": "fr"},
        },
        {
            "alias": "unseen",
            "config": {
                "name": "Nobody",
                "avatarId": "avatar-nobody",
                "voiceId": "v",
                "systemPrompt": "Be nice to the secret.",
            },
        },
        {"alias": "stored elsewhere", "id": "not-listed"},
        any_persona=True,
    )
    guide, eve, unseen, elsewhere, ann = await broker.listed()
    assert guide == CARD_OF_JOE | {
        "id": "guide",
        "name": "Your guide",
        **{name: f"/v1/personas/guide/{name}" for name in ("landscape", "portrait", "idle")},
    }
    assert (eve["name"], eve["language"]) == ("Eve", "fr")
    assert eve["landscape"] == "/v1/personas/of%20the%20house%2F1/landscape"
    assert unseen == {"id": "unseen", "name": "Nobody", "description": "", "language": ""}
    assert elsewhere["name"] == "stored elsewhere"
    assert ann == CARD_OF_ANN
    assert (await broker.client.get(eve["landscape"])).content == PNG
    assert "secret" not in (await broker.client.get("/v1/personas")).text


async def test_a_broker_with_a_list_of_its_own_shows_nobody_else(broker: Broker) -> None:
    broker.rules = rules({"alias": "ann", "id": "ann"})
    assert [card["id"] for card in await broker.listed()] == ["ann"]
    assert (await broker.picture("joe/landscape")).status_code == 404
    assert broker.internet.fetched == []


@pytest.mark.parametrize(
    ("personas", "seen"),
    [({"guide"}, ["guide"]), ({"joe"}, ["guide"]), ({"ann", "eve"}, ["ann"]), (set(), [])],
)
async def test_a_client_sees_those_it_may_have(broker: Broker, personas: set[str], seen: list[str]) -> None:
    broker.rules = rules({"alias": "guide", "id": "joe"}, any_persona=True)
    broker.caller = Caller("somebody", personas=frozenset(personas))
    assert [card["id"] for card in await broker.listed()] == seen
    assert (await broker.picture("guide/landscape")).status_code == (200 if "guide" in seen else 404)


async def test_the_list_is_not_sent_to_who_has_it(broker: Broker) -> None:
    first = await broker.client.get("/v1/personas")
    assert first.headers["cache-control"] == "private, max-age=60"
    same = await broker.client.get(
        "/v1/personas", headers={"If-None-Match": f'W/{first.headers["etag"]}, "x"'}
    )
    assert (same.status_code, same.content) == (304, b"")
    broker.caller = Caller("another", personas=frozenset({"ann"}))
    other = await broker.client.get("/v1/personas", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


async def test_a_picture_comes_with_what_it_is_and_only_once(broker: Broker) -> None:
    first = await broker.picture("joe/landscape")
    assert (first.status_code, first.content) == (200, PNG)
    assert first.headers["content-type"] == "image/png"
    assert first.headers["cache-control"] == "private, max-age=3600"
    assert "sandbox" in first.headers["content-security-policy"]
    same = await broker.picture("joe/landscape", **{"If-None-Match": first.headers["etag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert len(broker.internet.fetched) == 1


async def test_a_film_comes_in_parts(broker: Broker) -> None:
    broker.internet.content = MP4
    whole = await broker.picture("joe/idle")
    assert (whole.headers["content-type"], whole.headers["accept-ranges"]) == ("video/mp4", "bytes")
    part = await broker.picture("joe/idle", Range="bytes=4-7", **{"If-Range": whole.headers["etag"]})
    assert (part.status_code, part.content) == (206, b"ftyp")
    assert part.headers["content-range"] == f"bytes 4-7/{len(MP4)}"
    assert (await broker.picture("joe/idle", Range="bytes=99-")).status_code == 416


@pytest.mark.parametrize(
    "path", ["joe/other", "joe/landscape.png", "nobody/landscape", "ann/landscape", "joe", "a/b/c/idle"]
)
async def test_what_is_not_there_is_said_not_to_be(broker: Broker, path: str) -> None:
    answer = await broker.picture(path)
    assert answer.status_code == 404
    assert path == "joe" or answer.json()["error"] == "no-such-picture"


async def test_a_picture_that_the_service_does_not_give_is_its_fault(broker: Broker) -> None:
    broker.internet.failure = NotFetched("'https://cdn.example/joe-l.png' answers 500")
    answer = await broker.picture("joe/landscape")
    assert (answer.status_code, answer.json()["error"]) == (502, "picture-unavailable")
    assert "cdn.example" not in answer.text


async def test_an_expired_link_is_asked_for_anew(broker: Broker, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = await broker.catalogue.listing()
    monkeypatch.setattr("viewer.broker.faces.catalogue._now", lambda: listing.at + AFTER_A_FAILURE)
    joe = broker.service.personas[0]
    fresh = joe["avatar"] | {"idleVideoUrl": "https://cdn.example/joe.mp4?signature=2"}
    broker.service.personas[0] = joe | {"avatar": fresh}
    links = []

    async def fetch(url: str, _max_bytes: int) -> bytes:
        links.append(url)
        if url.endswith("=1"):
            raise NotFetched("expired", is_dead=True)
        return MP4

    monkeypatch.setattr(broker.internet, "fetch", fetch)
    broker.client._transport.app.state.gallery._pictures._fetch = fetch  # type: ignore[attr-defined]
    assert (await broker.picture("joe/idle")).content == MP4
    assert links == [f"https://cdn.example/joe.mp4?signature={number}" for number in (1, 2)]


async def test_a_service_that_does_not_tell_leaves_those_of_the_rules(broker: Broker) -> None:
    broker.service.down = True
    answer = await broker.client.get("/v1/personas")
    assert (answer.status_code, answer.json()["error"]) == (504, "upstream-timeout")
    broker.rules = rules({"alias": "guide", "id": "joe", "name": "Your guide"}, any_persona=True)
    assert await broker.listed() == [{"id": "guide", "name": "Your guide", "description": "", "language": ""}]


async def test_without_a_place_for_pictures_there_are_none(
    broker: Broker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def read_only(_store: PictureStore) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(PictureStore, "open", read_only)
    assert {frozenset(card) for card in await broker.listed()} == {
        frozenset({"id", "name", "description", "language"})
    }
    assert (await broker.picture("joe/landscape")).status_code == 404
    assert "Read-only file system" in caplog.text
