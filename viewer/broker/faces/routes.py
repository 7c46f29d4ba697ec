"""``GET /v1/personas``: who may be talked to, and their pictures."""

import hashlib
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import FileResponse
from pydantic import BaseModel

from viewer.broker.access.access import caller
from viewer.broker.caller import Caller
from viewer.broker.faces.download import NotFetched
from viewer.broker.faces.gallery import PICTURES, Card, Gallery
from viewer.broker.faces.kinds import MEDIA_TYPES
from viewer.broker.faces.store import Kept
from viewer.broker.refusal import described, refused
from viewer.protocol.api import PERSONAS_PATH

router = APIRouter(prefix=PERSONAS_PATH)

_PICTURES_HINT: Final = f"GET {PERSONAS_PATH} tells who there is, and which pictures."
# What one client may see another may not.
_LIST_CACHED: Final = {"Cache-Control": "private, max-age=60", "Vary": "Authorization"}
_PICTURE_CACHED: Final = {
    "Cache-Control": "private, max-age=3600",
    "Vary": "Authorization",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


class Personas(BaseModel):
    """Who this client may talk to."""

    personas: list[Card]


def _gallery(request: Request) -> Gallery:
    gallery: Gallery = request.app.state.gallery
    return gallery


@router.get(
    "",
    summary="Who this client may talk to",
    response_description="The personas; paths are under the broker's URL, and of pictures that there are",
    response_model=Personas,
    responses={
        304: {"description": "The list is the one that the client has"},
        **described(
            {
                502: "The service cannot be reached, reported an error or gave an unusable answer",
                504: "The service did not answer in time",
            }
        ),
    },
)
async def _list(
    request: Request,
    gallery: Annotated[Gallery, Depends(_gallery)],
    asking: Annotated[Caller, Depends(caller)],
) -> Response:
    body = Personas(personas=await gallery.cards(asking)).model_dump_json(exclude_none=True).encode()
    headers = _LIST_CACHED | {"ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"'}
    if _has_it(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


# An alias may hold anything, slashes too.
@router.get(
    "/{persona:path}/{picture}",
    summary="A picture of a persona: landscape or portrait, a still, or idle, a film without sound",
    response_class=FileResponse,
    responses={
        200: {"content": {media_type: {} for media_type in MEDIA_TYPES.values()}},
        206: {"description": "The part that Range asks for"},
        304: {"description": "The picture is the one that the client has"},
        **described(
            {
                404: "There is no such persona for this client, or no such picture of it",
                502: "The service does not give the picture",
            }
        ),
    },
)
async def _picture(
    request: Request,
    persona: str,
    picture: str,
    gallery: Annotated[Gallery, Depends(_gallery)],
    asking: Annotated[Caller, Depends(caller)],
) -> Response:
    name = next((name for name in PICTURES if name == picture), None)
    try:
        kept = await gallery.picture(asking, persona, name) if name else None
    except NotFetched:
        said = "The service does not give this picture now."
        raise refused(502, "picture-unavailable", said, _PICTURES_HINT) from None
    if kept is None:
        raise refused(404, "no-such-picture", "There is no such picture.", _PICTURES_HINT)
    return _shown(request, kept)


def _shown(request: Request, kept: Kept) -> Response:
    headers = _PICTURE_CACHED | {"ETag": f'"{kept.digest}"'}
    if _has_it(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return FileResponse(kept.path, headers=headers, media_type=MEDIA_TYPES[kept.kind])


def _has_it(request: Request, etag: str) -> bool:
    """RFC 9110 section 13.1.2, compared weakly."""
    named = [tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")]
    return etag in named or "*" in named
