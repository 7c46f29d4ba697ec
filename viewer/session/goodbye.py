"""Tells a broker that a session is over (protocol/README.md section 2), so that it counts no more."""

import asyncio
import logging
from typing import Final

import httpx
from httpx import codes

from viewer import errors
from viewer.protocol import api
from viewer.protocol.retry import RetryPolicy, is_retried
from viewer.session.broker import headers_for, url_at
from viewer.session.proxy import http_client, proxy_for

_log = logging.getLogger(__name__)

# Ten minutes in all.
_POLICY: Final = RetryPolicy(attempts=25, timeout=3, first=1, longest=30)
PARTING_SECONDS: Final = 0.5
"""How long whoever ends a session, or asks for the next one, waits for the broker to know."""


async def say_goodbye(broker: str, session_id: str, proxy: str) -> None:
    """Tell the broker at the URL ``broker``, through ``proxy`` as for the request for the session; again and
    again while it cannot be reached, or will not hear, for ten minutes. A broker that hears nothing ends the
    session in its own time.
    """
    failures = 0
    while not await _is_told(broker, session_id, proxy):
        failures += 1
        wait = _POLICY.delay(failures, 1.0)
        if wait is None:
            return
        await asyncio.sleep(wait)


async def _is_told(broker: str, session_id: str, proxy: str) -> bool:
    """Once. Whether there is no more to say."""
    try:
        url = url_at(broker, api.stop_path(session_id))
        headers = await headers_for(broker)
        through = await proxy_for(url, proxy)
        async with (
            http_client(through, httpx.Timeout(_POLICY.timeout)) as client,
            # What its body says does not matter, however long it is.
            client.stream("POST", url, json={}, headers=headers) as response,
        ):
            _log.info("the broker was told that the session is over: %d", response.status_code)
            # Too many requests, of a proxy in front of the broker: it has not heard, either.
            return not is_retried(response.status_code) and response.status_code != codes.TOO_MANY_REQUESTS
    except (httpx.TransportError, errors.UsageError) as error:
        _log.info("the broker was not told that the session is over: %s", type(error).__name__)
        return isinstance(error, errors.UsageError)
