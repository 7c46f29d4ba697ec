"""What a broker may ask about personas and sessions (protocol/README.md section 1.4)."""

import math
from collections.abc import Sequence
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request, params

from viewer.engine.cast.characters import CHARACTERS, JOE, Character
from viewer.engine.cast.scenarios import WELL_BEHAVED
from viewer.engine.persona.personas import CLOCKS, PERSONAS, PersonaChoice, UnknownPersona, choose
from viewer.engine.service.account.archive import SessionTranscript, transcript
from viewer.engine.service.account.gallery import Avatar, Gallery
from viewer.engine.service.refusal import REFUSALS, Refusal
from viewer.engine.service.registry import Registry
from viewer.protocol.api import WireModel

_PER_PAGE: Final = 10
_MAX_PER_PAGE: Final = 100


class PersonaVoice(WireModel):
    """What a persona sounds like."""

    id: str
    display_name: str


class PersonaSummary(WireModel):
    """A persona; ``avatar`` is None where it has no face."""

    id: str
    name: str
    description: str
    avatar: Avatar | None
    voice: PersonaVoice
    language_code: str
    is_default_persona: bool


class PersonaDetails(PersonaSummary):
    """The same with what it thinks with: ``llm_id`` None is the engine's own choice."""

    llm_id: str | None = None
    tools: tuple[dict[str, Any], ...] = ()


class PageMeta(WireModel):
    """Where in a list a page is."""

    total: int
    last_page: int
    current_page: int
    per_page: int
    prev: int | None
    next: int | None


class PersonaPage(WireModel):
    """One page of the list of personas."""

    data: tuple[PersonaSummary, ...]
    meta: PageMeta


class Concurrency(WireModel):
    """Whether one more session would start. ``estimated_wait_seconds`` is None where nobody can tell."""

    limit: int
    active: int
    can_start_session: bool
    estimated_wait_seconds: float | None


def personas(gallery: Gallery, guard: Sequence[params.Depends]) -> APIRouter:
    """Who there is to talk to."""
    router = APIRouter(prefix="/v1/personas", responses=REFUSALS, dependencies=guard)

    @router.get("")
    async def list_personas(
        request: Request,
        page: Annotated[int, Query(ge=1)] = 1,
        per_page: Annotated[int, Query(ge=1, le=_MAX_PER_PAGE, alias="perPage")] = _PER_PAGE,
        search: str = "",
    ) -> PersonaPage:
        """The engine's personas; those that fail on purpose are not among them."""
        everyone = [_summary(persona_id, gallery, request) for persona_id in PERSONAS]
        wanted = search.strip().lower()
        found = [one for one in everyone if wanted in f"{one.name}\n{one.description}".lower()]
        last = math.ceil(len(found) / per_page)
        return PersonaPage(
            data=tuple(found[(page - 1) * per_page : page * per_page]),
            meta=PageMeta(
                total=len(found),
                last_page=last,
                current_page=page,
                per_page=per_page,
                prev=page - 1 if page > 1 else None,
                next=page + 1 if page < last else None,
            ),
        )

    @router.get("/{persona_id}")
    async def get_persona(persona_id: str, request: Request) -> PersonaDetails:
        """One persona, by its ID."""
        try:
            return PersonaDetails(**dict(_summary(persona_id, gallery, request)))
        except UnknownPersona as error:
            raise Refusal(404, "Not found", str(error)) from None

    return router


def sessions(registry: Registry, guard: Sequence[params.Depends]) -> APIRouter:
    """How many there are, and what was said in one."""
    router = APIRouter(prefix="/v1/sessions", responses=REFUSALS, dependencies=guard)

    @router.get("/concurrency")
    async def concurrency() -> Concurrency:
        """Whether there is room for one more session now; advice, not a promise."""
        has_room = registry.active < registry.limit and not registry.full
        return Concurrency(
            limit=registry.limit,
            active=registry.active,
            can_start_session=has_room,
            estimated_wait_seconds=0 if has_room else None,
        )

    @router.get("/{session_id}/transcript", response_model_exclude_unset=True)
    async def session_transcript(session_id: str) -> SessionTranscript:
        """What was said in a session, while it lasts and for a while after."""
        session = registry.find(session_id)
        kept = transcript(session, is_over=False) if session else registry.archive.find(session_id)
        if kept is None:
            raise Refusal(404, "Not found", "There is no transcript of such a session")
        return kept

    return router


def _summary(persona_id: str, gallery: Gallery, request: Request) -> PersonaSummary:
    """Raises :class:`UnknownPersona`."""
    choice = choose({"personaId": persona_id})
    character = choice.character
    avatar = gallery.avatar(character.avatar_id, character.name, str(request.base_url).rstrip("/"))
    return PersonaSummary(
        id=persona_id,
        name=PERSONAS.get(persona_id, persona_id),
        description=_description(choice, character),
        avatar=None if persona_id in CLOCKS else avatar,
        voice=PersonaVoice(id=character.voice_id, display_name=CHARACTERS[character.voice_id].name),
        language_code=character.language,
        is_default_persona=character is JOE and persona_id == JOE.avatar_id,
    )


def _description(choice: PersonaChoice, character: Character) -> str:
    if choice.scenario is not WELL_BEHAVED:
        return f"Fails on purpose: {choice.scenario.summary}."
    if choice.persona_id in CLOCKS:
        return "For measuring: colour bars, a clock that machines read, a flash and a beep each second."
    return f"{character.name}, drawn by the local engine, speaks {character.language}."
