"""Asks an OpenAI-compatible server for a chat completion, streamed as server-sent events.

Not through the package ``openai``: it brings 30 MB, another HTTP library and 765 modules (0.4 s to import)
for the one call made here. httpx is there already, and ``httpx-sse`` reads the events.
"""

import asyncio
import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import httpx
from httpx_sse import EventSource, ServerSentEvent, SSEError
from pydantic import BaseModel, ValidationError

from viewer import __version__
from viewer.protocol.api import CLIENT_NAME
from viewer.serving.upstream_client import upstream_client

FIRST_TOKEN_SECONDS: Final = 10.0
NEXT_TOKEN_SECONDS: Final = 10.0
_CONNECT_SECONDS: Final = 5.0
_MAX_REFUSAL: Final = 20_000
_LONGEST_CODE: Final = 60

Fault: TypeAlias = Literal[
    "key", "missing", "limit", "server", "refused", "unreachable", "slow", "garbled", "cut"
]


class ModelFailed(Exception):
    """No answer, or only a part of one. ``fault`` says for the user why; the text is for the log."""

    def __init__(self, fault: Fault, message: str) -> None:
        super().__init__(message)
        self.fault = fault


class _Delta(BaseModel):
    content: str | None = None


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

    async def stream(self, messages: Sequence[dict[str, str]]) -> AsyncGenerator[str]:
        """The answer to ``messages``, token by token. Closing it closes the connection.

        Raises:
            ModelFailed
        """
        body = {
            "model": self._model,
            "messages": list(messages),
            "stream": True,
            "max_tokens": self._max_tokens,
        }
        request = self._http.build_request("POST", "chat/completions", json=body)
        deadline = asyncio.get_running_loop().time() + self._patience.first
        try:
            async with asyncio.timeout_at(deadline):
                response = await self._http.send(request, stream=True)
            try:
                await _check(response, deadline)
                async with aclosing(EventSource(response).aiter_sse()) as events:
                    async for token in self._tokens(events, deadline):
                        yield token
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

    async def _tokens(self, events: AsyncGenerator[ServerSentEvent], deadline: float) -> AsyncGenerator[str]:
        now = asyncio.get_running_loop().time
        while True:
            async with asyncio.timeout_at(deadline):
                event = await anext(events, None)
            if event is None:
                raise ModelFailed("cut", "the stream ended before the answer did")
            if event.data == "[DONE]":
                return
            choice = _choice(event.data)
            if choice.delta.content:
                yield choice.delta.content
                deadline = now() + self._patience.between
            if choice.finish_reason is not None:
                return


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
