"""A picture is fetched once, and what fails leaves the one that is there."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from viewer.broker.faces.download import NotFetched
from viewer.broker.faces.pictures import AFTER_A_FAILURE, FRESH_SECONDS, MAX_BYTES, Pictures
from viewer.broker.faces.store import PictureStore

PNG = b"\x89PNG\r\n\x1a\n"
MP4 = b"\0\0\0\x20ftypisom"
LINK = "https://cdn.example/a.png?signature=1"


class Internet:
    """Gives ``content``, or fails as ``failure`` says; what was fetched is noted."""

    def __init__(self, content: bytes = PNG) -> None:
        self.content = content
        self.failure: NotFetched | None = None
        self.fetched: list[tuple[str, int]] = []
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    async def fetch(self, url: str, max_bytes: int) -> bytes:
        self.fetched.append((url, max_bytes))
        await self.goes_on.wait()
        if self.failure:
            raise self.failure
        return self.content


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@pytest.fixture
def internet() -> Internet:
    return Internet()


@pytest.fixture
def pictures(tmp_path: Path, internet: Internet) -> Pictures:
    store = PictureStore(tmp_path, 40 << 20)
    store.open()
    return Pictures(store, internet.fetch)


async def test_a_picture_is_fetched_once_however_its_link_is_signed(
    pictures: Pictures, internet: Internet
) -> None:
    kept = await pictures.get("a", "landscape", LINK)
    assert kept.path.read_bytes() == PNG
    again = await pictures.get("a", "landscape", LINK.replace("=1", "=2"))
    assert again.digest == kept.digest
    assert internet.fetched == [(LINK, MAX_BYTES["landscape"])]
    await pictures.get("a", "landscape", LINK.replace("a.png", "b.png"))
    await pictures.get("b", "landscape", LINK)
    assert len(internet.fetched) == 3


async def test_it_is_there_after_a_restart(pictures: Pictures, internet: Internet, tmp_path: Path) -> None:
    kept = await pictures.get("a", "landscape", LINK)
    store = PictureStore(tmp_path, 1000)
    store.open()
    assert (await Pictures(store, internet.fetch).get("a", "landscape", LINK)).digest == kept.digest
    assert len(internet.fetched) == 1


async def test_who_asks_at_one_time_waits_for_one_fetch(pictures: Pictures, internet: Internet) -> None:
    internet.goes_on.clear()
    asking = [asyncio.create_task(pictures.get("a", "landscape", LINK)) for _ in range(10)]
    while not internet.fetched:  # noqa: ASYNC110 - it takes no time
        await asyncio.sleep(0)
    asking[0].cancel()
    internet.goes_on.set()
    await asyncio.gather(*asking[1:])
    assert len(internet.fetched) == 1


async def test_few_are_fetched_at_one_time(pictures: Pictures, internet: Internet) -> None:
    internet.goes_on.clear()
    asking = [asyncio.create_task(pictures.get(f"a{number}", "landscape", LINK)) for number in range(6)]
    async with asyncio.timeout(20):
        while len(internet.fetched) < 2 or len(pictures._flights._under_way) < 6:  # noqa: ASYNC110
            await asyncio.sleep(0)
    assert len(internet.fetched) == 2
    internet.goes_on.set()
    await asyncio.gather(*asking)


@pytest.mark.parametrize(
    ("name", "content"),
    [("landscape", MP4), ("idle", PNG), ("landscape", b"<html>"), ("idle", b""), ("portrait", b"<svg")],
)
async def test_what_is_no_such_picture_is_not_kept(
    pictures: Pictures, internet: Internet, tmp_path: Path, name: Any, content: bytes
) -> None:
    internet.content = content
    with pytest.raises(NotFetched, match="is none"):
        await pictures.get("a", name, LINK)
    assert files(tmp_path) == []


async def test_a_failure_is_not_repeated_for_everybody_who_comes(
    pictures: Pictures, internet: Internet, monkeypatch: pytest.MonkeyPatch
) -> None:
    internet.failure = NotFetched("down")
    for _ in range(3):
        with pytest.raises(NotFetched, match="down"):
            await pictures.get("a", "landscape", LINK)
    assert len(internet.fetched) == 1
    internet.failure = None
    assert await pictures.get("a", "landscape", LINK.replace("=1", "=2")), "another link may be good"
    loop = asyncio.get_running_loop()
    internet.failure = NotFetched("down")
    with pytest.raises(NotFetched):
        await pictures.get("b", "landscape", LINK)
    internet.failure = None
    later = loop.time() + AFTER_A_FAILURE
    monkeypatch.setattr(loop, "time", lambda: later)
    assert await pictures.get("b", "landscape", LINK)


async def test_an_old_picture_is_shown_until_a_newer_is_there(
    pictures: Pictures, internet: Internet, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = await pictures.get("a", "landscape", LINK)
    monkeypatch.setattr("viewer.broker.faces.pictures.time.time", lambda: old.fetched + FRESH_SECONDS + 1)
    internet.failure = NotFetched("down")
    assert (await pictures.get("a", "landscape", LINK)).digest == old.digest
    await asyncio.wait(list(pictures._flights._under_way.values()))
    assert (await pictures.get("a", "landscape", LINK)).digest == old.digest
    assert len(internet.fetched) == 2
    internet.failure, internet.content = None, PNG + b"newer"
    other_link = LINK.replace("=1", "=2")
    assert (await pictures.get("a", "landscape", other_link)).digest == old.digest
    await asyncio.wait(list(pictures._flights._under_way.values()))
    assert (await pictures.get("a", "landscape", other_link)).path.read_bytes() == PNG + b"newer"


async def test_a_full_disk_is_a_failure_like_any_other(
    pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(PictureStore, "keep", full)
    with pytest.raises(NotFetched, match="No space left"):
        await pictures.get("a", "landscape", LINK)
