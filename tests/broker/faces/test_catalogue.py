"""When the service is asked for its personas, and what is made of what it says."""

import asyncio
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from viewer.broker.faces.catalogue import AFTER_A_FAILURE, ASK_AGAIN_AFTER, LINKS_GOOD_FOR, Catalogue
from viewer.broker.faces.listing import MAX_PAGES, PER_PAGE, ask_for_all
from viewer.broker.refusal import SessionNotGranted, service_silent

JOE = {
    "id": "joe",
    "name": "Joe",
    "description": "A guide.",
    "languageCode": "en",
    "avatar": {
        "id": "avatar-joe",
        "imageUrl": "https://cdn.example/joe.png",
        "landscapeImageUrl": "https://cdn.example/joe-l.png",
        "portraitImageUrl": "https://cdn.example/joe-p.png",
        "idleVideoUrl": "https://cdn.example/joe.mp4?signature=1",
    },
}


class Service:
    """Lists ``personas``, so many a page, unless it is ``down``."""

    def __init__(self, *personas: Any, seconds: float = 0) -> None:
        self.personas = list(personas)
        self.down = False
        self.asked: list[str] = []
        self._seconds = seconds

    async def ask(self, path: str) -> dict[str, Any]:
        self.asked.append(path)
        await asyncio.sleep(self._seconds)
        if self.down:
            raise service_silent(3)
        query = {name: int(value[0]) for name, value in parse_qs(urlsplit(path).query).items()}
        page, size = query["page"], query["perPage"]
        last = -(-len(self.personas) // size)
        return {"data": self.personas[(page - 1) * size : page * size], "meta": {"lastPage": last}}


async def test_all_pages_are_asked_for() -> None:
    service = Service(*({"id": f"p-{number}"} for number in range(2 * PER_PAGE + 1)))
    listing = await ask_for_all(service.ask, 7.0)
    assert (listing.at, len(listing.personas)) == (7.0, 2 * PER_PAGE + 1)
    assert service.asked == [f"/v1/personas?page={page}&perPage={PER_PAGE}" for page in (1, 2, 3)]


async def test_there_is_an_end_to_it() -> None:
    asked = []

    async def endless(path: str) -> dict[str, Any]:
        asked.append(path)
        return {"data": [{"id": "same"}] * 10 * PER_PAGE, "meta": {"lastPage": 10**9}}

    assert list((await ask_for_all(endless, 0)).personas) == ["same"]
    assert len(asked) == MAX_PAGES


async def test_a_persona_comes_with_its_avatars_pictures() -> None:
    listing = await ask_for_all(Service(JOE).ask, 0)
    joe = listing.personas["joe"]
    assert (joe.name, joe.description, joe.language) == ("Joe", "A guide.", "en")
    assert joe.face
    assert joe.face.urls == {
        "landscape": "https://cdn.example/joe-l.png",
        "portrait": "https://cdn.example/joe-p.png",
        "idle": "https://cdn.example/joe.mp4?signature=1",
    }
    assert listing.faces == {"avatar-joe": joe.face}


@pytest.mark.parametrize(
    ("item", "name", "urls"),
    [
        ({"id": "a", "avatar": None}, "a", None),
        ({"id": "a", "name": None, "avatar": {"id": "x"}}, "a", None),
        ({"id": "a", "name": "A\u202e\nB", "avatar": "x"}, "A B", None),
        ({"id": "a", "avatar": {"id": "x", "imageUrl": "https://i"}}, "a", {"landscape": "https://i"}),
        ({"id": "a", "avatar": {"id": "x", "imageUrl": 7}}, "a", None),
        ({"id": "a", "avatar": {"id": "x", "imageUrl": "h" * 5000}}, "a", None),
        ({"id": "", "name": "nobody"}, None, None),
        ({"id": 7}, None, None),
        ({"name": "nobody"}, None, None),
        ("nobody", None, None),
        (None, None, None),
    ],
)
async def test_what_is_no_persona_is_left_out_and_the_others_stay(
    item: Any, name: str | None, urls: Any
) -> None:
    listing = await ask_for_all(Service(item, JOE).ask, 0)
    assert "joe" in listing.personas
    if name is None:
        assert len(listing.personas) == 1
    else:
        persona = listing.personas["a"]
        assert (persona.name, persona.face.urls if persona.face else None) == (name, urls)


@pytest.mark.parametrize("answer", [{}, {"data": None}, {"data": {}}, {"data": [], "meta": 7}])
async def test_an_answer_without_personas_lists_none(answer: dict[str, Any]) -> None:
    async def ask(_path: str) -> dict[str, Any]:
        return answer

    assert (await ask_for_all(ask, 0)).personas == {}


@pytest.mark.virtual_time
async def test_who_asks_at_one_time_is_told_from_one_answer() -> None:
    service = Service(JOE, seconds=1)
    catalogue = Catalogue(service.ask)
    listings = await asyncio.gather(*(catalogue.listing() for _ in range(20)))
    assert len({id(listing) for listing in listings}) == 1
    assert len(service.asked) == 1


@pytest.mark.virtual_time
async def test_one_who_goes_away_does_not_spoil_it_for_the_others() -> None:
    service = Service(JOE, seconds=1)
    catalogue = Catalogue(service.ask)
    first, second = (asyncio.create_task(catalogue.listing()) for _ in range(2))
    await asyncio.sleep(0.5)
    first.cancel()
    assert "joe" in (await second).personas
    assert len(service.asked) == 1


@pytest.mark.virtual_time
async def test_an_older_list_is_told_while_a_newer_is_fetched() -> None:
    service = Service(JOE, seconds=1)
    catalogue = Catalogue(service.ask)
    old = await catalogue.listing()
    await asyncio.sleep(ASK_AGAIN_AFTER - 2)
    assert await catalogue.listing() is old
    assert len(service.asked) == 1
    await asyncio.sleep(2)
    assert await catalogue.listing() is old
    await asyncio.sleep(2)
    assert await catalogue.listing() is not old
    assert len(service.asked) == 2


@pytest.mark.virtual_time
async def test_links_that_are_about_to_expire_are_waited_for() -> None:
    service = Service(JOE, seconds=1)
    catalogue = Catalogue(service.ask)
    old = await catalogue.listing()
    await asyncio.sleep(LINKS_GOOD_FOR)
    newer = await catalogue.listing()
    assert newer is not old
    assert newer.at > old.at + LINKS_GOOD_FOR


@pytest.mark.virtual_time
async def test_a_service_that_tells_no_more_leaves_the_old_list() -> None:
    service = Service(JOE)
    catalogue = Catalogue(service.ask)
    old = await catalogue.listing()
    service.down = True
    await asyncio.sleep(LINKS_GOOD_FOR)
    for _ in range(5):
        assert await catalogue.listing() is old
    assert len(service.asked) == 2, "it is not asked by everybody who comes"
    service.down = False
    await asyncio.sleep(AFTER_A_FAILURE)
    assert await catalogue.listing() is not old


@pytest.mark.virtual_time
async def test_a_service_that_never_told_is_asked_again_after_a_while() -> None:
    service = Service(JOE)
    service.down = True
    catalogue = Catalogue(service.ask)
    for _ in range(3):
        with pytest.raises(SessionNotGranted):
            await catalogue.listing()
    assert len(service.asked) == 1
    service.down = False
    await asyncio.sleep(AFTER_A_FAILURE)
    assert "joe" in (await catalogue.listing()).personas


@pytest.mark.virtual_time
async def test_a_dead_link_brings_a_new_list_but_not_each_time() -> None:
    service = Service(JOE)
    catalogue = Catalogue(service.ask)
    old = await catalogue.listing()
    assert await catalogue.renewed(old) is old
    await asyncio.sleep(AFTER_A_FAILURE)
    newer = await catalogue.renewed(old)
    assert newer is not old
    assert await catalogue.renewed(old) is newer
    assert len(service.asked) == 2


@pytest.mark.virtual_time
async def test_a_catalogue_that_is_closed_asks_nothing_more() -> None:
    service = Service(JOE, seconds=1000)
    catalogue = Catalogue(service.ask)
    asking = asyncio.create_task(catalogue.listing())
    await asyncio.sleep(1)
    await catalogue.close()
    with pytest.raises(asyncio.CancelledError):
        await asking
