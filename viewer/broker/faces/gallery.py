"""Who a caller may talk to, and how they look."""

import os
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

import platformdirs

from viewer.broker.caller import Caller
from viewer.broker.faces.catalogue import Catalogue
from viewer.broker.faces.download import NotFetched, downloads
from viewer.broker.faces.listing import Face, Listing, Persona, PictureName
from viewer.broker.faces.pictures import Pictures
from viewer.broker.faces.store import Kept, PictureStore
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.rules import PersonaRules, Rules
from viewer.broker.upstream import Upstream
from viewer.protocol.api import PERSONAS_PATH, WireModel

PICTURES: Final[tuple[PictureName, ...]] = ("landscape", "portrait", "idle")
_NOTHING_KNOWN: Final = Listing(0.0)


class Card(WireModel):
    """A persona as a viewer's gallery shows it; paths are under the broker's URL, None: no such picture."""

    id: str
    name: str
    description: str
    language: str
    landscape: str | None = None
    portrait: str | None = None
    idle: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    name: str
    description: str
    language: str
    face: Face | None


class Gallery:
    """Use from one event loop. ``rules`` gives those that hold."""

    def __init__(self, rules: Callable[[], Rules], catalogue: Catalogue, pictures: Pictures) -> None:
        self._rules = rules
        self._catalogue = catalogue
        self._pictures = pictures

    async def cards(self, caller: Caller) -> list[Card]:
        """All that ``caller`` may talk to: first the personas of the rules, in their order.

        Raises:
            SessionNotGranted: the service does not tell, and the rules name none.
        """
        listing = await self._listing()
        has_pictures = await self._pictures.have_a_place()
        return [_card(entry, has_pictures) for entry in self._entries(listing, caller)]

    async def picture(self, caller: Caller, persona: str, name: PictureName) -> Kept | None:
        """One picture of ``persona``; None: it has none, or is not for ``caller``.

        Raises:
            NotFetched: it has one, which cannot be had now.
            SessionNotGranted: as with :meth:`cards`.
        """
        listing = await self._listing()
        face = self._face(listing, caller, persona)
        if face is None or name not in face.urls or not await self._pictures.have_a_place():
            return None
        try:
            return await self._pictures.get(face.avatar_id, name, face.urls[name])
        except NotFetched as failure:
            newer = await self._catalogue.renewed(listing) if failure.is_dead else listing
            again = self._face(newer, caller, persona)
            if again is None or again.urls.get(name, face.urls[name]) == face.urls[name]:
                raise
            return await self._pictures.get(again.avatar_id, name, again.urls[name])

    async def _listing(self) -> Listing:
        try:
            return await self._catalogue.listing()
        except SessionNotGranted:
            if not self._rules().personas:
                raise
            return _NOTHING_KNOWN

    def _face(self, listing: Listing, caller: Caller, persona: str) -> Face | None:
        found = (entry.face for entry in self._entries(listing, caller) if entry.id == persona)
        return next(found, None)

    def _entries(self, listing: Listing, caller: Caller) -> Iterator[_Entry]:
        rules = self._rules()
        for rule in rules.personas:
            if caller.may_have(rule.alias, rule.id):
                yield _of_rule(rule, listing)
        if not rules.any_persona:
            return
        listed = {name for rule in rules.personas for name in (rule.alias, rule.id)}
        for persona in listing.personas.values():
            if persona.id not in listed and caller.may_have(persona.id):
                yield _Entry(persona.id, persona.name, persona.description, persona.language, persona.face)


@asynccontextmanager
async def open_gallery(
    rules: Callable[[], Rules], upstream: Upstream, api_url: str
) -> AsyncIterator[Gallery]:
    """A gallery for as long as the broker runs, of the service at ``api_url``. Where pictures are kept does
    not change with the rules.
    """
    folder = rules().pictures.folder or _usual_folder()
    store = PictureStore(folder.expanduser(), rules().pictures.max_megabytes << 20)
    catalogue = Catalogue(upstream.ask)
    async with downloads(api_url) as internet:
        pictures = Pictures(store, internet.fetch)
        try:
            yield Gallery(rules, catalogue, pictures)
        finally:
            await catalogue.close()
            await pictures.close()


def _usual_folder() -> Path:
    """systemd's for this service (``CacheDirectory=``), or else the user's."""
    given = os.environ.get("CACHE_DIRECTORY", "").partition(":")[0]
    return Path(given or platformdirs.user_cache_dir("persona-viewer")) / "pictures"


def _card(entry: _Entry, has_pictures: bool) -> Card:
    urls: Mapping[PictureName, str] = entry.face.urls if entry.face and has_pictures else {}
    base = f"{PERSONAS_PATH}/{quote(entry.id, safe='')}"
    return Card(
        id=entry.id,
        name=entry.name,
        description=entry.description,
        language=entry.language,
        **{name: f"{base}/{name}" for name in PICTURES if name in urls},
    )


def _of_rule(rule: PersonaRules, listing: Listing) -> _Entry:
    if rule.config is None:
        stored = listing.personas.get(rule.id or "") or Persona(rule.id or "", rule.alias)
        return _Entry(
            rule.alias,
            rule.name or stored.name,
            rule.description or stored.description,
            stored.language,
            stored.face,
        )
    return _Entry(
        rule.alias,
        rule.name or _text(rule.config.get("name")) or rule.alias,
        rule.description,
        _text(rule.config.get("languageCode")),
        listing.faces.get(_text(rule.config.get("avatarId"))),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
