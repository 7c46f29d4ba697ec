"""The broker's side of the API (protocol/README.md section 1): a token and a session within one deadline."""

import asyncio
import json
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import httpx

from viewer import __version__
from viewer.broker.refusal import (
    SessionNotGranted,
    bad_answer,
    refused_by_service,
    service_silent,
    service_unreachable,
    stopping,
    viewer_gone,
)
from viewer.broker.wanted import Wanted
from viewer.errors import BadAnswer, SessionRefused
from viewer.protocol import api
from viewer.protocol.codec import MalformedMessage, load_object
from viewer.protocol.refusals import stranger
from viewer.protocol.retry import RetryPolicy, is_retried
from viewer.redaction import forget_secret, hide, remember_secret
from viewer.serving.upstream_client import upstream_client
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)

DEADLINE: Final = 10.0
CONNECT_WITHIN: Final = 3.0
# How long a session is waited for that nobody waits for any more, and how long ending it may take.
LATE_SECONDS: Final = 30.0
END_WITHIN: Final = 5.0

IsGone: TypeAlias = Callable[[], Awaitable[bool]]
Grant: TypeAlias = "asyncio.Future[httpx.Response]"


async def _stays() -> bool:
    return False


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
    """How often the start of one session was tried, over both of its calls, and until when it may be."""

    end: float
    """Of the event loop's clock."""
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
        self._grants = BackgroundTasks("grants")
        self._stopping = False

    async def start_session(self, wanted: Wanted, is_gone: IsGone = _stays) -> str:
        """The JSON text that a viewer gets: the API's own fields, and the session token.

        Args:
            is_gone: whether whoever asked does not wait any more. A session that nobody gets is ended.

        Raises:
            SessionNotGranted: with the status and the words to answer.
        """
        loop = asyncio.get_running_loop()
        attempts = _Attempts(loop.time() + self._deadline)
        grant: Grant = loop.create_future()
        limit = asyncio.timeout(self._deadline)
        self._limits.add(limit)
        try:
            async with limit:
                token = await self._session_token(wanted, attempts)
                if await is_gone():
                    raise viewer_gone(attempts.made)
                self._grants.spawn("start", self._start(wanted, token, attempts, grant))
                response = await grant
        except BadAnswer as error:
            raise bad_answer(error, attempts.made) from None
        except TimeoutError:
            await self._end_what_came(grant)
            raise (stopping if self._stopping else service_silent)(attempts.made) from None
        finally:
            self._limits.discard(limit)
        return await self._handed_on(response, token, attempts, is_gone)

    def stop(self, grace: float) -> None:
        """Answer what is under way within ``grace`` seconds, as the broker stops."""
        self._stopping = True
        end = asyncio.get_running_loop().time() + grace
        for limit in (limit for limit in self._limits if not limit.expired()):
            limit.reschedule(min(end, limit.when() or end))

    async def close(self) -> None:
        """Wait for nothing that nobody waits for."""
        await self._grants.cancel()

    async def stop_session(self, session_id: str) -> None:
        """End a session of this key now.

        Raises:
            SessionNotGranted: the API refused, or there is no such session any more (404).
        """
        await self._ask("POST", api.stop_path(session_id), END_WITHIN)

    async def ask(self, path: str) -> dict[str, Any]:
        """The API's answer to a GET with the key (section 1.4).

        Raises:
            SessionNotGranted: with the status and the words to answer.
        """
        response, attempts = await self._ask("GET", path, self._deadline)
        try:
            return load_object(response.content)
        except MalformedMessage as error:
            raise bad_answer(BadAnswer(str(error)), attempts.made) from None

    async def _ask(self, method: str, path: str, within: float) -> tuple[httpx.Response, _Attempts]:
        attempts = _Attempts(asyncio.get_running_loop().time() + within)
        try:
            async with asyncio.timeout_at(attempts.end):
                return await self._call(method, path, self._api_key, None, attempts), attempts
        except BadAnswer as error:
            raise bad_answer(error, attempts.made) from None
        except TimeoutError:
            raise service_silent(attempts.made) from None

    async def _session_token(self, wanted: Wanted, attempts: _Attempts) -> str:
        if self._token_form == "get":
            response = await self._call("GET", api.TOKEN_PATH, self._api_key, None, attempts)
        else:
            request = api.SessionTokenRequest(
                persona_config=wanted.persona,
                session_options=wanted.session_options or None,
                client_label=api.CLIENT_NAME,
            )
            response = await self._call("POST", api.TOKEN_PATH, self._api_key, request, attempts)
        return _parsed(api.SessionTokenAnswer, response, api.TOKEN_PATH, attempts).session_token

    async def _start(self, wanted: Wanted, token: str, attempts: _Attempts, grant: Grant) -> None:
        """Start a session for whoever awaits ``grant``; when nobody does any more, end it."""
        remember_secret(token)
        try:
            start = api.StartSessionRequest(
                client_metadata={"client": api.CLIENT_NAME, "version": __version__},
                persona_config=wanted.persona if self._token_form == "get" else None,
            )
            async with asyncio.timeout_at(attempts.end + LATE_SECONDS):
                response = await self._call("POST", api.SESSION_PATH, token, start, attempts)
        except Exception as error:
            if grant.done():
                _log.info("a session that nobody waited for was not granted: %r", error)
            else:
                grant.set_exception(error)
            return
        finally:
            # It now belongs to the viewer; a broker that runs for months must not collect them.
            forget_secret(token)
        if grant.done():
            await self._end(response)
        else:
            grant.set_result(response)

    async def _handed_on(
        self, response: httpx.Response, token: str, attempts: _Attempts, is_gone: IsGone
    ) -> str:
        try:
            _parsed(api.SessionInfo, response, api.SESSION_PATH, attempts)
            answer = self._answer(response.content, token)
            if await is_gone():
                raise viewer_gone(attempts.made)
        except (BadAnswer, SessionNotGranted) as error:
            await self._end(response)
            raise bad_answer(error, attempts.made) if isinstance(error, BadAnswer) else error from None
        return answer

    async def _end_what_came(self, grant: Grant) -> None:
        """If the session came in the same moment as the end of the time for it."""
        if grant.done() and not grant.cancelled() and not grant.exception():
            await self._end(grant.result())

    async def _end(self, granted: httpx.Response) -> None:
        """End the session that was ``granted`` to nobody: else it counts until somebody is missed."""
        try:
            session_id = load_object(granted.content).get("sessionId")
        except MalformedMessage:
            return
        if not isinstance(session_id, str) or not session_id:
            return
        try:
            await self.stop_session(session_id)
        except SessionNotGranted as error:
            _log.warning("a session that nobody got was not ended: %s", error)
        else:
            _log.info("ended a session that nobody got")

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
                failure = refused_by_service(response, path, attempts.made)
                again = is_retried(response.status_code)
            await self._wait_or_give_up(failure, again, attempts)

    async def _wait_or_give_up(self, failure: SessionNotGranted, again: bool, attempts: _Attempts) -> None:
        if not again:
            raise failure from None
        # Chance spreads the retries of many viewers; it protects nothing.
        wait = self._policy.delay(attempts.made, random.random(), failure.retry_after)  # noqa: S311
        # Who would wait beyond the deadline tells at once why.
        if wait is None or asyncio.get_running_loop().time() + wait >= attempts.end:
            raise failure from None
        await asyncio.sleep(wait)
        attempts.made += 1


def _parsed(model: type[api.Answer], response: httpx.Response, path: str, attempts: _Attempts) -> api.Answer:
    """The success ``response`` as ``model``, unless it is a refusal or a page all the same.

    Raises:
        SessionNotGranted
        BadAnswer
    """
    if stranger(response.status_code, response.content):
        raise refused_by_service(response, path, attempts.made)
    try:
        return api.parse_answer(model, response.content)
    except SessionRefused:
        raise refused_by_service(response, path, attempts.made) from None
