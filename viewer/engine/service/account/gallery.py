"""The characters' pictures as a broker's pages show them: drawn when first asked for, and kept."""

import asyncio
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response

from viewer.engine.cast.characters import CHARACTERS
from viewer.engine.face.gallery import idle_loop, still
from viewer.engine.face.looks import LOOKS
from viewer.engine.persona.personas import SIZES
from viewer.engine.service.refusal import Refusal, refused_with
from viewer.protocol.api import WireModel

LIFETIME: Final = 3600.0
"""Seconds for which a link to a loop is good."""

_PATH: Final = "/v1/engine/pictures"
_LOOP: Final = "idle.mp4"
_STILLS: Final[Mapping[str, tuple[int, int]]] = dict(
    zip(("landscape.png", "portrait.png"), SIZES["cara-4"], strict=True)
)
_CHARACTERS: Final = {character.avatar_id: character for character in CHARACTERS.values()}


class Avatar(WireModel):
    """What a persona looks like, by links; None where there is no such picture."""

    id: str
    display_name: str
    variant_name: str = "drawn"
    image_url: str
    landscape_image_url: str
    portrait_image_url: str
    video_url: str | None = None
    idle_video_url: str


class SignedUrls:
    """Signs links that expire, with a random key. ``now`` gives the seconds since 1970."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._key = secrets.token_bytes(32)

    def query(self, path: str) -> str:
        """What makes ``path`` a link that is good for :data:`LIFETIME`."""
        expires = int(self._now() + LIFETIME)
        return f"expires={expires}&signature={self._signature(path, expires)}"

    def check(self, path: str, expires: int, signature: str) -> None:
        """Nothing, if the link is good.

        Raises:
            Refusal: it is not.
        """
        if not hmac.compare_digest(signature.encode(), self._signature(path, expires).encode()):
            raise Refusal(403, "Forbidden", "The link is not one of this engine's")
        if expires <= self._now():
            raise Refusal(403, "Forbidden", "The link has expired; ask for the persona again")

    def _signature(self, path: str, expires: int) -> str:
        return hmac.new(self._key, f"{path}?{expires}".encode(), hashlib.sha256).hexdigest()


class Gallery:
    """Every picture there is, and the links to them. Use from one event loop."""

    def __init__(self, urls: SignedUrls) -> None:
        self.urls = urls
        self._kept: dict[tuple[str, str], bytes] = {}
        # One at a time: sessions need the cores more.
        self._drawing = asyncio.Lock()

    def avatar(self, avatar_id: str, name: str, base_url: str) -> Avatar:
        """The character's pictures at the engine that is at ``base_url``."""
        folder = f"{_PATH}/{avatar_id}"
        landscape, portrait = (f"{base_url}{folder}/{still_name}" for still_name in _STILLS)
        width, height = _CHARACTERS[avatar_id].size
        return Avatar(
            id=avatar_id,
            display_name=name,
            image_url=landscape if width > height else portrait,
            landscape_image_url=landscape,
            portrait_image_url=portrait,
            idle_video_url=f"{base_url}{folder}/{_LOOP}?{self.urls.query(f'{folder}/{_LOOP}')}",
        )

    async def picture(self, avatar_id: str, name: str) -> bytes:
        """The file of that name; the first time it is drawn on a thread."""
        wanted = (avatar_id, name)
        async with self._drawing:
            if wanted not in self._kept:
                if name == _LOOP:
                    self._kept[wanted] = await _movie(avatar_id)
                else:
                    self._kept[wanted] = await asyncio.to_thread(still, avatar_id, _STILLS[name])
            return self._kept[wanted]


def pictures(gallery: Gallery) -> APIRouter:
    """The pictures themselves. Whoever has a link may see them, as is usual for pictures in pages."""
    router = APIRouter(responses=refused_with(403, 404))

    @router.get(_PATH + "/{avatar_id}/" + _LOOP, response_class=Response)
    async def idle_video(avatar_id: str, expires: int = 0, signature: str = "") -> Response:
        """A muted loop, by a link that expires after an hour."""
        _check_avatar(avatar_id)
        gallery.urls.check(f"{_PATH}/{avatar_id}/{_LOOP}", expires, signature)
        return Response(await gallery.picture(avatar_id, _LOOP), media_type="video/mp4")

    @router.get(_PATH + "/{avatar_id}/{name}", response_class=Response)
    async def image(avatar_id: str, name: str) -> Response:
        """A still: landscape.png or portrait.png, framed as sessions of those shapes are."""
        _check_avatar(avatar_id)
        if name not in _STILLS:
            raise Refusal(404, "Not found", "No such picture")
        return Response(await gallery.picture(avatar_id, name), media_type="image/png")

    return router


async def _movie(avatar_id: str) -> bytes:
    """The loop, drawn picture by picture: the engine's end, and what sessions have to do, come in between."""
    parts = idle_loop(avatar_id)
    while not (movie := await asyncio.to_thread(next, parts)):
        continue
    return movie


def _check_avatar(avatar_id: str) -> None:
    if avatar_id not in LOOKS:
        raise Refusal(404, "Not found", "No such avatar")
