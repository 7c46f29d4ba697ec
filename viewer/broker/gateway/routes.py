"""The gateway's paths, which are those that the official clients use (section 4)."""

from fastapi import APIRouter, Request, Response, WebSocket

from viewer.broker.gateway.gateway import PATH, Gateway
from viewer.broker.refusal import A_JSON_OBJECT, described
from viewer.protocol.gateway import TALK_PATH, WEBSOCKET_PATH

router = APIRouter(prefix=PATH)


def _gateway(asked: Request | WebSocket) -> Gateway:
    gateway: Gateway = asked.app.state.gateway
    return gateway


# A session's ID is what lets a client in, as with the engine itself: browsers send no other header here.
@router.websocket(WEBSOCKET_PATH)
async def _signalling(client: WebSocket) -> None:
    await _gateway(client).signalling(client)


@router.post(
    TALK_PATH,
    summary="Let the persona of a session speak, where its engine cannot be reached directly",
    response_description="What the engine answers",
    responses=described(
        {
            413: "The request is too long",
            429: "Too much is waiting to be spoken",
            502: "The engine cannot be reached",
            504: "The engine did not answer in time",
        }
    ),
    openapi_extra=A_JSON_OBJECT,
)
async def _talk(request: Request) -> Response:
    return await _gateway(request).talk(request)
