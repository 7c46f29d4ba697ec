"""The personas' pictures: stills in both shapes and a loop, drawn once and kept."""

import asyncio
import io
import itertools
from collections.abc import AsyncIterator, Iterator

import av
import httpx
import numpy as np
import pytest
import skia
from av.video.reformatter import ColorRange, Colorspace
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

import viewer.engine.service.account.gallery
from viewer.engine.face.gallery import LOOP_FRAMES, idle_loop, still
from viewer.engine.face.looks import LOOKS
from viewer.engine.service.account.gallery import LIFETIME, Gallery, SignedUrls, pictures
from viewer.engine.service.refusal import answer_refusals
from viewer.tasks import BackgroundTasks

SIZES = (1152, 768), (768, 1152)


class Clock:
    """A clock that a test sets."""

    now = 1_900_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gallery(clock: Clock) -> Gallery:
    return Gallery(SignedUrls(clock))


@pytest.fixture
async def http(gallery: Gallery) -> AsyncIterator[AsyncClient]:
    app = FastAPI()
    app.include_router(pictures(gallery))
    answer_refusals(app)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://engine.test") as http:
        yield http


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was drawn, where drawing is quick."""
    drawn: list[str] = []

    def quick_still(avatar_id: str, size: tuple[int, int]) -> bytes:
        drawn.append(f"{avatar_id} {size[0]}×{size[1]}")
        return b"a still"

    def quick_loop(avatar_id: str) -> Iterator[bytes]:
        drawn.append(f"{avatar_id} loop")
        yield b""
        yield b"a loop"

    monkeypatch.setattr(viewer.engine.service.account.gallery, "still", quick_still)
    monkeypatch.setattr(viewer.engine.service.account.gallery, "idle_loop", quick_loop)
    return drawn


def brightness(png: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    image = skia.Image.MakeFromEncoded(skia.Data(png)).toarray(colorType=skia.kRGBA_8888_ColorType)
    return np.asarray(image[..., :3].mean(axis=2))


@pytest.mark.parametrize(("avatar_id", "size"), [*zip(LOOKS, itertools.cycle(SIZES), strict=False)])
def test_a_still_shows_the_face_in_the_size_that_sessions_have(avatar_id: str, size: tuple[int, int]) -> None:
    picture = brightness(still(avatar_id, size))
    assert (picture.shape[1], picture.shape[0]) == size
    assert picture.std() > 20


@pytest.mark.long
def test_the_loop_is_a_muted_mp4_that_ends_as_it_began() -> None:
    *_, file = idle_loop("lena")
    with av.open(io.BytesIO(file), "r") as movie:
        assert movie.streams.audio == ()
        (stream,) = movie.streams.video
        context = stream.codec_context
        assert context.name == "h264"
        assert stream.average_rate == 25
        assert (context.colorspace, context.color_range) == (Colorspace.ITU601, ColorRange.MPEG)
        frames = [frame.to_ndarray()[: frame.height].astype(np.float64) for frame in movie.decode(stream)]
    assert (stream.width, stream.height) == (480, 720)
    assert len(frames) == LOOP_FRAMES
    steps = [float(np.abs(b - a).mean()) for a, b in itertools.pairwise(frames)]
    assert max(steps) > 0.1, "it moves"
    assert float(np.abs(frames[-1] - frames[0]).mean()) <= max(steps), "it jumps where it begins anew"


async def test_each_picture_is_drawn_once_and_kept(
    http: AsyncClient, gallery: Gallery, drawn: list[str]
) -> None:
    avatar = gallery.avatar("joe", "Joe", "http://engine.test")
    urls = [avatar.landscape_image_url, avatar.portrait_image_url, avatar.idle_video_url] * 2
    assert drawn == []
    answers = await asyncio.gather(*(http.get(url) for url in urls))
    assert [answer.status_code for answer in answers] == [200] * 6
    assert sorted(drawn) == ["joe 1152×768", "joe 768×1152", "joe loop"]
    kinds = [answer.headers["content-type"] for answer in answers[:3]]
    assert kinds == ["image/png", "image/png", "video/mp4"]
    assert [answer.content for answer in answers[:3]] == [b"a still", b"a still", b"a loop"]
    assert avatar.image_url == avatar.landscape_image_url
    assert (
        gallery.avatar("lena", "Lena", "").image_url == gallery.avatar("lena", "Lena", "").portrait_image_url
    )


async def test_a_loop_that_nobody_waits_for_is_not_drawn_to_its_end(
    http: AsyncClient, gallery: Gallery, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    loop, began = asyncio.get_running_loop(), asyncio.Event()

    def endless(avatar_id: str) -> Iterator[bytes]:
        while True:
            loop.call_soon_threadsafe(began.set)
            yield b""

    monkeypatch.setattr(viewer.engine.service.account.gallery, "idle_loop", endless)
    avatar, tasks = gallery.avatar("joe", "Joe", "http://engine.test"), BackgroundTasks("test")
    tasks.spawn("ask", http.get(avatar.idle_video_url))
    await began.wait()
    await tasks.cancel()
    assert (await http.get(avatar.image_url)).status_code == 200
    assert drawn == ["joe 1152×768"]


async def test_the_link_to_a_loop_is_good_for_an_hour_and_for_nothing_else(
    http: AsyncClient, gallery: Gallery, clock: Clock, drawn: list[str]
) -> None:
    url = httpx.URL(gallery.avatar("joe", "Joe", "http://engine.test").idle_video_url)
    clock.now += LIFETIME - 1
    assert (await http.get(url)).status_code == 200
    forged = [
        url.copy_with(query=None),
        url.copy_with(path=url.path.replace("joe", "lena")),
        url.copy_set_param("expires", str(int(clock.now) + 10_000)),
        url.copy_set_param("expires", "soon"),
        url.copy_set_param("signature", "0" * 64),
        url.copy_set_param("signature", "é"),
    ]
    clock.now += 2
    for bad in [url, *forged]:
        answer = await http.get(bad)
        assert answer.status_code in (400, 403), bad
        assert answer.json().keys() == {"error", "message"}
    assert "expired" in (await http.get(url)).json()["message"]
    assert drawn == ["joe loop"]


@pytest.mark.parametrize(
    "path", ["nobody/landscape.png", "joe/square.png", "joe/idle.png", "..%2Fjoe/landscape.png"]
)
async def test_there_are_no_other_pictures(http: AsyncClient, drawn: list[str], path: str) -> None:
    assert (await http.get(f"/v1/engine/pictures/{path}")).status_code == 404
    assert drawn == []


async def test_another_engine_s_links_are_not_this_one_s(http: AsyncClient, clock: Clock) -> None:
    other = Gallery(SignedUrls(clock)).avatar("joe", "Joe", "http://engine.test")
    assert (await http.get(other.idle_video_url)).status_code == 403
