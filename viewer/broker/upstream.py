"""The broker's side of the API (protocol/README.md section 1): a session within one deadline."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from viewer.broker.answer import Answer
from viewer.broker.calls import Attempts, Call, Calls, checked
from viewer.broker.granted import Granted
from viewer.broker.http_client import MAX_UNDER_WAY
from viewer.broker.presence import IsGone
from viewer.broker.refusal import (
    SessionNotGranted,
    bad_answer,
    broker_busy,
    service_silent,
    stopping,
    viewer_gone,
)
from viewer.broker.requests import TokenForm, start_request, token_request, with_token
from viewer.broker.wanted import Wanted
from viewer.errors import BadAnswer
from viewer.protocol import api
from viewer.protocol.codec import MalformedMessage, load_object
from viewer.redaction import forget_secret, hide_spellings, remember_secret, spellings
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)

DEADLINE: Final = 10.0
# How long a session is waited for that nobody waits for any more, and how long ending it may take.
LATE_SECONDS: Final = 30.0
END_WITHIN: Final = 5.0
# For those that are being ended as the broker stops.
_LAST_SECONDS: Final = 0.5

Grant: TypeAlias = "asyncio.Future[Answer]"


async def _stays() -> bool:
    return False


def _nobody_asks() -> None:
    """Whether a session that was not granted is over is of no interest."""


class Upstream:
    """The API, asked with one key.

    Args:
        token_form: of the request for a session's token; ``none`` starts sessions with the key, without one.
        deadline: seconds that starting one session may take, retries included.
        at_most: what may be asked at one time, sessions included that nobody waits for any more.
    """

    def __init__(
        self,
        calls: Calls,
        api_key: str,
        token_form: TokenForm,
        deadline: float = DEADLINE,
        at_most: int = MAX_UNDER_WAY,
    ) -> None:
        self._calls = calls
        self._api_key = api_key
        self._key_spellings = spellings(api_key)
        self._token_form = token_form
        self._deadline = deadline
        self._at_most = at_most
        self._under_way = 0
        self._limits: set[asyncio.Timeout] = set()
        self._grants = BackgroundTasks("grants")
        self._ends = BackgroundTasks("ends")
        self._stopping = False

    @property
    def under_way(self) -> int:
        """Sessions being started, be it for nobody any more, and other calls but those that end sessions."""
        return self._under_way

    async def start_session(
        self, wanted: Wanted, is_gone: IsGone = _stays, settled: Callable[[], None] = _nobody_asks
    ) -> Granted:
        """A session, with the session token if there is one that the viewer may have.

        May be cancelled at any time: a session that nobody gets is ended.

        Args:
            is_gone: whether whoever asked does not wait any more.
            settled: called where there is no session in the end, once the API has none of it any more.

        Raises:
            SessionNotGranted: with the status and the words to answer.
        """
        loop = asyncio.get_running_loop()
        attempts = Attempts(loop.time() + self._deadline)
        grant: Grant = loop.create_future()
        limit = asyncio.timeout_at(attempts.end)
        start = None
        self._enter(settled)
        self._limits.add(limit)
        try:
            async with limit:
                token = await self._session_token(wanted, attempts)
                if await is_gone():
                    raise viewer_gone(attempts.made)
                start = self._grants.spawn("start", self._start(wanted, token, attempts, grant))
                granted = await grant
            answer = self._handed_on(granted, None if wanted.is_bound else token, attempts)
            if await is_gone():
                raise viewer_gone(attempts.made)
        except BaseException as error:
            if end := self._give_up(grant, start):
                end.add_done_callback(lambda _: settled())
            else:
                settled()
            if isinstance(error, BadAnswer):
                raise bad_answer(error, attempts.made) from None
            if isinstance(error, TimeoutError):
                raise (stopping if self._stopping else service_silent)(attempts.made) from None
            raise
        finally:
            self._limits.discard(limit)
            # What is still being started is under way, whoever waits for it.
            if start is None or start.done():
                self._leave()
            else:
                start.add_done_callback(self._leave)
        return answer if attempts.made == 1 else answer.plus({"attempts": attempts.made})

    def stop(self, grace: float) -> None:
        """Answer what is under way within ``grace`` seconds, as the broker stops."""
        self._stopping = True
        end = asyncio.get_running_loop().time() + grace
        for limit in (limit for limit in self._limits if not limit.expired()):
            limit.reschedule(min(end, limit.when() or end))

    async def close(self) -> None:
        """End what nobody waits for, as far as that is quick."""
        await self._grants.settle(_LAST_SECONDS)
        await self._ends.settle(_LAST_SECONDS)

    async def stop_session(self, session_id: str) -> None:
        """End a session of this key now, however much is under way.

        Raises:
            SessionNotGranted: the API refused, or there is no such session any more (404).
        """
        await self._ask(Call("POST", api.stop_path(session_id), self._api_key), END_WITHIN)

    async def ask(self, path: str) -> dict[str, Any]:
        """The API's answer to a GET with the key (section 1.4).

        Raises:
            SessionNotGranted: with the status and the words to answer.
        """
        self._enter()
        try:
            answer, attempts = await self._ask(Call("GET", path, self._api_key), self._deadline)
        finally:
            self._leave()
        try:
            text = hide_spellings(answer.body.decode(), self._key_spellings)
            return load_object(text)
        except (MalformedMessage, UnicodeDecodeError) as error:
            raise bad_answer(BadAnswer(str(error)), attempts.made) from None

    async def _ask(self, call: Call, within: float) -> tuple[Answer, Attempts]:
        attempts = Attempts(asyncio.get_running_loop().time() + within)
        try:
            async with asyncio.timeout_at(attempts.end):
                return await self._calls.make(call, attempts), attempts
        except BadAnswer as error:
            raise bad_answer(error, attempts.made) from None
        except TimeoutError:
            raise service_silent(attempts.made) from None

    def _enter(self, settled: Callable[[], None] = _nobody_asks) -> None:
        if self._under_way >= self._at_most:
            settled()
            raise broker_busy()
        self._under_way += 1

    def _leave(self, _: object = None) -> None:
        self._under_way -= 1

    async def _session_token(self, wanted: Wanted, attempts: Attempts) -> str | None:
        match self._token_form:
            case "none":
                return None
            case "get":
                call = Call("GET", api.TOKEN_PATH, self._api_key)
            case "post":
                call = Call("POST", api.TOKEN_PATH, self._api_key, token_request(wanted))
        answer = await self._calls.make(call, attempts)
        return checked(api.SessionTokenAnswer, answer, api.TOKEN_PATH, attempts)[0].session_token

    async def _start(self, wanted: Wanted, token: str | None, attempts: Attempts, grant: Grant) -> None:
        """Start a session for whoever awaits ``grant``; when nobody does any more, end it."""
        body = start_request(wanted, self._token_form)
        call = Call("POST", api.SESSION_PATH, token or self._api_key, body, again_after_silence=False)
        if token:
            remember_secret(token)
        try:
            answer = await self._calls.make(call, attempts)
        except Exception as error:
            if grant.done():
                _log.info("a session that nobody waited for was not granted: %r", error)
            else:
                grant.set_exception(error)
            return
        finally:
            # It now belongs to the viewer; a broker that runs for months must not collect them.
            if token:
                forget_secret(token)
        if grant.done():
            await asyncio.wait([self._ends.spawn("late", self._end(answer))])
        else:
            grant.set_result(answer)

    def _handed_on(self, answer: Answer, token: str | None, attempts: Attempts) -> Granted:
        session, fields = checked(api.SessionInfo, answer, api.SESSION_PATH, attempts)
        try:
            return Granted(session, hide_spellings(with_token(fields, token), self._key_spellings))
        except ValueError:
            raise BadAnswer("The answer is not JSON.") from None

    def _give_up(self, grant: Grant, start: "asyncio.Task[None] | None") -> "asyncio.Task[None] | None":
        """Nobody gets what comes of ``grant``, which ``start`` is after. It may have come in the very moment
        in which the time for it ended. What ends it, if something has to.
        """
        if grant.cancel() or grant.cancelled():
            if start:
                asyncio.get_running_loop().call_later(LATE_SECONDS, start.cancel)
            return start
        return None if grant.exception() else self._ends.spawn("unwanted", self._end(grant.result()))

    async def _end(self, granted: Answer) -> None:
        """End the session that was ``granted`` to nobody: else it counts until somebody is missed."""
        try:
            session_id = load_object(granted.body).get("sessionId")
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
