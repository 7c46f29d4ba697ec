"""Where viewers say that a session is over."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from viewer.broker.access.access import caller
from viewer.broker.caller import Caller
from viewer.broker.limits.sessions import Sessions
from viewer.broker.refusal import A_JSON_OBJECT, described

router = APIRouter()


class Stopped(BaseModel):
    """The session is over, or will be ended as soon as the service can be reached."""

    status: Literal["stopped"] = "stopped"


def sessions_of(request: Request) -> Sessions:
    """The broker's sessions."""
    sessions: Sessions = request.app.state.sessions
    return sessions


@router.post(
    "/v1/sessions/{session_id}/stop",
    summary="End a session of this client, where the answer to its start said wantsStop",
    responses=described(
        {
            404: "The client has no such session any more",
            503: "Sessions cannot be counted; `Retry-After` says when to ask again",
        }
    ),
    openapi_extra=A_JSON_OBJECT,
)
async def _stop(
    session_id: str,
    asking: Annotated[Caller, Depends(caller)],
    sessions: Annotated[Sessions, Depends(sessions_of)],
) -> Stopped:
    await sessions.stop(asking, session_id)
    return Stopped()
