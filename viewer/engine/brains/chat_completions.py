"""Asks an OpenAI-compatible server for a chat completion, streamed as server-sent events.

Not through the package ``openai``: it brings 30 MB, another HTTP library and 765 modules (0.4 s to import)
for the one call made here. httpx is there already, and ``httpx-sse`` reads the events.
"""

import asyncio
import re
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import httpx
from httpx_sse import EventSource, ServerSentEvent, SSEError
from pydantic import BaseModel, ValidationError

from viewer import __version__
from viewer.protocol.api import CLIENT_NAME
from viewer.protocol.configuration.offered_tool import OfferedTool
from viewer.serving.upstream_client import upstream_client

FIRST_TOKEN_SECONDS: Final = 10.0
NEXT_TOKEN_SECONDS: Final = 10.0
_CONNECT_SECONDS: Final = 5.0
_MAX_REFUSAL: Final = 20_000
_LONGEST_CODE: Final = 60
MAX_CALLS: Final = 8
MAX_ARGUMENTS: Final = 20_000

Fault: TypeAlias = Literal[
    "key", "missing", "limit", "server", "refused", "unreachable", "slow", "garbled", "cut"
]


class ModelFailed(Exception):
    """No answer, or only a part of one. ``fault`` says for the user why; the text is for the log."""

    def __init__(self, fault: Fault, message: str) -> None:
        super().__init__(message)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class ToolCall:
    """The model wants a tool called. ``arguments`` are to be JSON, and may be anything."""

    id: str
    name: str
    arguments: str


class _Function(BaseModel):
    name: str | None = None
    arguments: str | None = None


class _CallDelta(BaseModel):
    index: int = 0
    id: str | None = None
    function: _Function = _Function()


class _Delta(BaseModel):
    content: str | None = None
    tool_calls: list[_CallDelta] | None = None


class _Choice(BaseModel):
    delta: _Delta = _Delta()
    finish_reason: str | None = None


class _Chunk(BaseModel):
    choices: list[_Choice] = []
    error: Any = None


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for the first token, and for each after it."""

    first: float = FIRST_TOKEN_SECONDS
    between: float = NEXT_TOKEN_SECONDS


class ChatCompletions:
    """One server and model. Use from one event loop.

    Args:
        url: up to but without ``/chat/completions``.
        key: None where the server wants none.
    """

    def __init__(
        self, url: str, model: str, key: str | None, max_tokens: int, patience: Patience | None = None
    ) -> None:
        self._model = model
        self._max_tokens = max_tokens
        self._patience = patience or Patience()
        self._http = upstream_client(
            url,
            # Between the first byte and the last, patience counts tokens.
            timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS),
            headers={
                "User-Agent": f"{CLIENT_NAME}-engine/{__version__}",
                "Accept": "text/event-stream",
                **({"Authorization": f"Bearer {key}"} if key else {}),
            },
        )

    async def stream(
        self,
        messages: Sequence[Mapping[str, Any]],
        tools: Sequence[OfferedTool] = (),
        *,
        may_call: bool = True,
    ) -> AsyncGenerator[str | ToolCall]:
        """The answer to ``messages``, token by token, then calls of ``tools``, whose turn comes when they are
        answered in the messages of another request. Closing it closes the connection.

        Raises:
            ModelFailed
        """
        body = {
            "model": self._model,
            "messages": list(messages),
            "stream": True,
            "max_tokens": self._max_tokens,
            **({"tools": [_offer(tool) for tool in tools]} if tools else {}),
            **({} if may_call or not tools else {"tool_choice": "none"}),
        }
        request = self._http.build_request("POST", "chat/completions", json=body)
        deadline = asyncio.get_running_loop().time() + self._patience.first
        try:
            async with asyncio.timeout_at(deadline):
                response = await self._http.send(request, stream=True)
            try:
                await _check(response, deadline)
                async with aclosing(EventSource(response).aiter_sse()) as events:
                    calls = _Calls()
                    async for token in self._tokens(events, deadline, calls):
                        yield token
                    for call in calls.whole():
                        yield call
            finally:
                await response.aclose()
        except TimeoutError:
            raise ModelFailed("slow", "no token has come in time") from None
        except SSEError:
            raise ModelFailed("garbled", "the answer is no stream of events") from None
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
            raise ModelFailed("unreachable", f"cannot be reached: {type(error).__name__}") from None
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise ModelFailed("cut", f"the connection broke: {type(error).__name__}") from None

    async def close(self) -> None:
        """Close its connections."""
        await self._http.aclose()

    async def _tokens(
        self, events: AsyncGenerator[ServerSentEvent], deadline: float, calls: "_Calls"
    ) -> AsyncGenerator[str]:
        now = asyncio.get_running_loop().time
        while True:
            async with asyncio.timeout_at(deadline):
                event = await anext(events, None)
            if event is None:
                raise ModelFailed("cut", "the stream ended before the answer did")
            if event.data == "[DONE]":
                return
            choice = _choice(event.data)
            for piece in choice.delta.tool_calls or ():
                calls.add(piece)
            if choice.delta.content:
                yield choice.delta.content
            if choice.delta.content or choice.delta.tool_calls:
                deadline = now() + self._patience.between
            if choice.finish_reason is not None:
                return


class _Calls:
    """Tool calls, put together from their pieces."""

    def __init__(self) -> None:
        self._calls: dict[int, tuple[str, str, str]] = {}

    def add(self, piece: _CallDelta) -> None:
        """One more piece.

        Raises:
            ModelFailed: there are too many, or it is too long.
        """
        id_, name, arguments = self._calls.get(piece.index, ("", "", ""))
        arguments += piece.function.arguments or ""
        self._calls[piece.index] = id_ or piece.id or "", name or piece.function.name or "", arguments
        if len(self._calls) > MAX_CALLS or len(arguments) > MAX_ARGUMENTS:
            raise ModelFailed("garbled", "too many calls of tools, or too long ones")

    def whole(self) -> list[ToolCall]:
        """All of them, in their order.

        Raises:
            ModelFailed: one names no tool.
        """
        calls = [ToolCall(*self._calls[index]) for index in sorted(self._calls)]
        if not all(call.name for call in calls):
            raise ModelFailed("garbled", "a call names no tool")
        return calls


def _offer(tool: OfferedTool) -> dict[str, Any]:
    parameters = {"type": "object", "properties": {}} | tool.parameters
    function = {"name": tool.name, "description": tool.description, "parameters": parameters}
    return {"type": "function", "function": function}


def _choice(data: str) -> _Choice:
    """What an event says; some say nothing, such as those with statistics."""
    try:
        chunk = _Chunk.model_validate_json(data or "{}")
    except ValidationError:
        raise ModelFailed("garbled", "an event is not a chunk of a completion") from None
    if chunk.error:
        raise ModelFailed("server", f"an error came in the stream{_code(chunk.error)}")
    return chunk.choices[0] if chunk.choices else _Choice()


async def _check(response: httpx.Response, deadline: float) -> None:
    """Raises :class:`ModelFailed` where the server refuses. Its own words may hold a part of the key: of
    these only codes are told."""
    if response.is_success:
        return
    body = b""
    async with asyncio.timeout_at(deadline):
        async for part in response.aiter_bytes():
            body += part
            if len(body) > _MAX_REFUSAL:
                break
    try:
        error = _Chunk.model_validate_json(body).error
    except ValidationError:
        error = None
    raise ModelFailed(_fault(response.status_code), f"status {response.status_code}{_code(error)}")


def _fault(status: int) -> Fault:
    faults: dict[int, Fault] = {401: "key", 403: "key", 404: "missing", 402: "limit", 429: "limit"}
    return faults.get(status) or ("server" if status >= httpx.codes.INTERNAL_SERVER_ERROR else "refused")


def _code(error: Any) -> str:
    code = (error.get("code") or error.get("type")) if isinstance(error, dict) else None
    usable = isinstance(code, str) and re.fullmatch(rf"[a-z_]{{1,{_LONGEST_CODE}}}", code)
    return f", {code}" if usable else ""
