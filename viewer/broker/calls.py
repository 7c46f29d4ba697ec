"""Calls of the API: each within its time, and again where that helps (protocol/README.md section 1.3)."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import aiohttp
from yarl import URL

from viewer.broker.answer import Answer, Http, exchange
from viewer.broker.refusal import (
    SessionNotGranted,
    refused_by_service,
    service_silent,
    service_unreachable,
)
from viewer.errors import BadAnswer, SessionRefused
from viewer.protocol import api
from viewer.protocol.codec import MalformedMessage, load_object
from viewer.protocol.refusals import stranger
from viewer.protocol.retry import RetryPolicy, is_retried

_JSON: Final = "application/json"
# A call that may be asked again is, after so many seconds of silence: the whole has ten.
PATIENCE: Final = RetryPolicy(timeout=4)


@dataclass(slots=True)
class Attempts:
    """How often something was tried, over all of its calls, and until when it may be."""

    end: float
    """Of the event loop's clock."""
    made: int = 1


@dataclass(frozen=True, slots=True)
class Call:
    """``bearer`` is the key or a token, ``body`` JSON.

    ``again_after_silence``: whether it may be asked again when the API took it and said nothing in its time.
    """

    method: str
    path: str
    bearer: str
    body: bytes | None = None
    again_after_silence: bool = True


class Calls:
    """Asks the API at ``url``, as often and for as long as ``policy`` says."""

    def __init__(self, http: Http, url: str, policy: RetryPolicy) -> None:
        self._http = http
        # As yarl spells it once; what is added is spelt already.
        self._url = str(URL(url)).rstrip("/")
        self._policy = policy

    async def make(self, call: Call, attempts: Attempts) -> Answer:
        """The API's success, if need be after retries.

        Raises:
            SessionNotGranted: with the status and the words to answer.
            BadAnswer: a success that is too long or garbled.
            TimeoutError: of whoever limits the whole.
        """
        url = self._url + call.path
        headers: Mapping[str, str] = {"Authorization": f"Bearer {call.bearer}"}
        if call.body is not None:
            headers = {**headers, "Content-Type": _JSON}
        while True:
            silence = self._policy.timeout if call.again_after_silence else None
            try:
                answer = await exchange(self._http, call.method, url, headers, call.body, silence)
            except aiohttp.ServerTimeoutError:
                failure, again = service_silent(attempts.made), True
            except aiohttp.ClientError:
                failure, again = service_unreachable(attempts.made), True
            else:
                if answer.is_success:
                    return answer
                failure = refused_by_service(answer, call.path, attempts.made)
                again = is_retried(answer.status)
            await self._wait_or_give_up(failure, again, attempts)

    async def _wait_or_give_up(self, failure: SessionNotGranted, again: bool, attempts: Attempts) -> None:
        if not again:
            raise failure from None
        # Chance spreads the retries of many viewers; it protects nothing.
        wait = self._policy.delay(attempts.made, random.random(), failure.retry_after)  # noqa: S311
        # Who would wait beyond the deadline tells at once why.
        if wait is None or asyncio.get_running_loop().time() + wait >= attempts.end:
            raise failure from None
        await asyncio.sleep(wait)
        attempts.made += 1


def checked(
    model: type[api.Answer], answer: Answer, path: str, attempts: Attempts
) -> tuple[api.Answer, dict[str, Any]]:
    """The success ``answer`` as ``model``, and all of its fields, unless it is a refusal or a page.

    Raises:
        SessionNotGranted
        BadAnswer
    """
    try:
        fields = load_object(answer.body)
    except MalformedMessage:
        if stranger(answer.status, answer.body):
            raise refused_by_service(answer, path, attempts.made) from None
        api.parse_answer(model, answer.body)  # says what is wrong, unless that is what Rust calls JSON: NaN
        raise BadAnswer("The answer is not JSON.") from None
    try:
        return api.check_answer(model, fields, answer.body), fields
    except SessionRefused:
        raise refused_by_service(answer, path, attempts.made) from None
