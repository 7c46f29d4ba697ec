"""The service's list of personas (section 1.4), as far as a viewer is told."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

from pydantic import Field, ValidationError

from viewer.protocol.api import PERSONAS_PATH, LooseModel
from viewer.protocol.text import plain

PictureName: TypeAlias = Literal["landscape", "portrait", "idle"]

PER_PAGE: Final = 100
MAX_PAGES: Final = 20
_MAX_NAME: Final = 200
_MAX_DESCRIPTION: Final = 2000
_MAX_LANGUAGE: Final = 35
_MAX_URL: Final = 4096

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Face:
    """An avatar's pictures, by their URLs at the service."""

    avatar_id: str
    urls: Mapping[PictureName, str]


@dataclass(frozen=True, slots=True)
class Persona:
    """A persona that the service stores."""

    id: str
    name: str
    description: str = ""
    language: str = ""
    face: Face | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """All that the service told, at the time ``at`` of the loop's clock."""

    at: float
    personas: Mapping[str, Persona] = field(default_factory=dict)
    faces: Mapping[str, Face] = field(default_factory=dict)
    """By the avatar's ID."""


async def ask_for_all(ask: Callable[[str], Awaitable[dict[str, Any]]], at: float) -> Listing:
    """Every page of the list, up to :data:`MAX_PAGES`; what is no persona is left out. ``ask`` may raise."""
    personas: dict[str, Persona] = {}
    for number in range(1, MAX_PAGES + 1):
        answer = await ask(f"{PERSONAS_PATH}?page={number}&perPage={PER_PAGE}")
        items = answer.get("data")
        if not isinstance(items, list) or not items:
            break
        for item in items[:PER_PAGE]:
            if persona := _persona(item):
                personas.setdefault(persona.id, persona)
        if number >= _last_page(answer.get("meta")):
            break
    else:
        _log.warning("the service has more than %d personas; the others are not listed", len(personas))
    faces = {persona.face.avatar_id: persona.face for persona in personas.values() if persona.face}
    return Listing(at, personas, faces)


class _Avatar(LooseModel):
    id: str = Field(min_length=1, max_length=_MAX_NAME)
    image_url: str = ""
    landscape_image_url: str = ""
    portrait_image_url: str = ""
    idle_video_url: str = ""


class _Item(LooseModel):
    id: str = Field(min_length=1, max_length=_MAX_NAME)
    name: str = ""
    description: str = ""
    language_code: str = ""
    avatar: Any = None


def _persona(item: Any) -> Persona | None:
    try:
        read = _Item.model_validate(item)
    except ValidationError:
        return None
    return Persona(
        read.id,
        plain(read.name, _MAX_NAME).strip() or read.id,
        plain(read.description, _MAX_DESCRIPTION).strip(),
        plain(read.language_code, _MAX_LANGUAGE).strip(),
        _face(read.avatar),
    )


def _face(avatar: Any) -> Face | None:
    try:
        read = _Avatar.model_validate(avatar)
    except ValidationError:
        return None
    urls: dict[PictureName, str] = {
        # Older avatars have one picture only, of whatever shape.
        "landscape": read.landscape_image_url or read.image_url,
        "portrait": read.portrait_image_url,
        "idle": read.idle_video_url,
    }
    known = {name: url for name, url in urls.items() if 0 < len(url) <= _MAX_URL}
    return Face(read.id, known) if known else None


def _last_page(meta: Any) -> int:
    last = meta.get("lastPage") if isinstance(meta, dict) else None
    return last if isinstance(last, int) else 1
