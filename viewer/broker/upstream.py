"""The broker's side of the API (protocol/README.md section 1): a token and a session within one deadline."""

import asyncio
import json
import random
from dataclasses import dataclass
from typing import Any, Final, Literal

import httpx

from viewer import __version__
from viewer.broker.refusal import (
    SessionNotGranted,
    bad_answer,
    refused_by_service,
    service_silent,
    service_unreachable,
    stopping,
)
from viewer.errors import BadAnswer
from viewer.protocol import api
from viewer.protocol.codec import load_object
from viewer.protocol.retry import RetryPolicy, is_retried
from viewer.redaction import forget_secret, hide, remember_secret
from viewer.serving.upstream_client import upstream_client

DEADLINE: Final = 10.0
CONNECT_WITHIN: Final = 3.0


def http_client(url: str, transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
    """A client for the API at ``url``. Only the connecting has a limit of its own; see :class:`Upstream`."""
    return upstream_client(
        url,
        transport=transport,
        timeout=httpx.Timeout(None, connect=CONNECT_WITHIN),
        limits=httpx.Limits(max_connections=200, max_keepalive_connections=20, keepalive_expiry=30),
        headers={"User-Agent": f"{api.CLIENT_NAME}-broker/{__version__}", "Accept": "application/json"},
    )


@dataclass(slots=True)
class _Attempts:
    """How often the start of one session was tried, over both of its calls."""

    made: int = 1


class Upstream:
    """The API. ``deadline``: seconds that starting one session may take, retries included."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        api_key: str,
        token_form: Literal["post", "get"],
        deadline: float = DEADLINE,
        policy: RetryPolicy | None = None,
    ) -> None:
        self._http = http
        self._api_key = api_key
        self._token_form = token_form
        self._deadline = deadline
        self._policy = policy or RetryPolicy()
        self._limits: set[asyncio.Timeout] = set()
        self._stopping = False

    async def start_session(self, persona_id: str) -> str:
        """The JSON text that a viewer gets: the API's own fields, and the session token.

        Raises:
            SessionNotGranted: with the status and the words to answer.
        """
        attempts = _Attempts()
        limit = asyncio.timeout(self._deadline)
        self._limits.add(limit)
        try:
            async with limit:
                return await self._start({"personaId": persona_id}, attempts)
        except BadAnswer as error:
            raise bad_answer(error, attempts.made) from None
        except TimeoutError:
            raise (stopping if self._stopping else service_silent)(attempts.made) from None
        finally:
            self._limits.discard(limit)

    def stop(self, grace: float) -> None:
        """Answer what is under way within ``grace`` seconds, as the broker stops."""
        self._stopping = True
        end = asyncio.get_running_loop().time() + grace
        for limit in (limit for limit in self._limits if not limit.expired()):
            limit.reschedule(min(end, limit.when() or end))

    async def _start(self, persona: dict[str, Any], attempts: _Attempts) -> str:
        token = await self._session_token(persona, attempts)
        remember_secret(token)
        try:
            start = api.StartSessionRequest(
                client_metadata={"client": api.CLIENT_NAME, "version": __version__},
                persona_config=persona if self._token_form == "get" else None,
            )
            response = await self._call("POST", api.SESSION_PATH, token, start, attempts)
        finally:
            # It now belongs to the viewer; a broker that runs for months must not collect them.
            forget_secret(token)
        api.parse_answer(api.SessionInfo, response.content)
        return self._answer(response.content, token)

    async def _session_token(self, persona: dict[str, Any], attempts: _Attempts) -> str:
        if self._token_form == "get":
            response = await self._call("GET", api.TOKEN_PATH, self._api_key, None, attempts)
        else:
            request = api.SessionTokenRequest(persona_config=persona, client_label=api.CLIENT_NAME)
            response = await self._call("POST", api.TOKEN_PATH, self._api_key, request, attempts)
        return api.parse_answer(api.SessionTokenAnswer, response.content).session_token

    def _answer(self, body: bytes, token: str) -> str:
        try:
            text = json.dumps(load_object(body) | {"sessionToken": token}, allow_nan=False)
        except ValueError:
            # What only Python calls JSON: NaN, numbers without end.
            raise BadAnswer("The answer is not JSON.") from None
        return hide(text, self._api_key)

    async def _call(
        self, method: str, path: str, bearer: str, body: api.WireModel | None, attempts: _Attempts
    ) -> httpx.Response:
        """The API's success, if need be after retries."""
        headers = {"Authorization": f"Bearer {bearer}"}
        content = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            content = body.model_dump_json(by_alias=True, exclude_none=True)
        while True:
            try:
                response = await self._http.request(method, path, headers=headers, content=content)
            except httpx.DecodingError:
                raise BadAnswer("The answer is garbled.") from None
            except httpx.ConnectTimeout:
                failure, again = service_silent(attempts.made), True
            except httpx.TransportError:
                failure, again = service_unreachable(attempts.made), True
            else:
                if response.is_success:
                    return response
                failure = refused_by_service(response, attempts.made)
                again = is_retried(response.status_code)
            await self._wait_or_give_up(failure, again, attempts)

    async def _wait_or_give_up(self, failure: SessionNotGranted, again: bool, attempts: _Attempts) -> None:
        # Chance spreads the retries of many viewers; it protects nothing.
        wait = self._policy.delay(attempts.made, random.random()) if again else None  # noqa: S311
        if wait is None:
            raise failure from None
        await asyncio.sleep(wait)
        attempts.made += 1
