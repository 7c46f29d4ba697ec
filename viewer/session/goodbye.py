"""Tells a broker that a session is over (protocol/README.md section 2), so that it counts no more."""

import asyncio
import logging
from typing import Final

import httpx

from viewer import errors
from viewer.protocol import api
from viewer.session.broker import headers_for, url_at
from viewer.session.proxy import http_client, proxy_for

_log = logging.getLogger(__name__)

_TIMEOUT: Final = 3.0
_WAITS: Final = (1, 2, 4, 8, 15, *(30,) * 19)
# Too many requests, of a proxy in front of the broker: it has not heard.
_NOT_NOW: Final = (429,)
PARTING_SECONDS: Final = 0.5
"""How long whoever ends a session, or asks for the next one, waits for the broker to know."""


async def say_goodbye(broker: str, session_id: str, proxy: str) -> None:
    """Tell the broker at the URL ``broker``, through ``proxy`` as for the request for the session; again and
    again while it cannot be reached, or will not hear, for ten minutes. A broker that hears nothing ends the
    session in its own time.
    """
    for wait in (*_WAITS, None):
        try:
            said = await _say(broker, session_id, proxy)
        except errors.UsageError as error:
            _log.info("the broker was not told that the session is over: %s", type(error).__name__)
            return
        if said or wait is None:
            return
        await asyncio.sleep(wait)


async def _say(broker: str, session_id: str, proxy: str) -> bool:
    """Once. Whether it was heard."""
    url = url_at(broker, api.stop_path(session_id))
    headers = await headers_for(broker)
    through = await proxy_for(url, proxy)
    try:
        async with (
            http_client(through, httpx.Timeout(_TIMEOUT)) as client,
            # What its body says does not matter, however long it is.
            client.stream("POST", url, json={}, headers=headers) as response,
        ):
            _log.info("the broker was told that the session is over: %d", response.status_code)
            return response.status_code not in _NOT_NOW and not response.is_server_error
    except httpx.TransportError as error:
        _log.info("the broker was not told that the session is over: %s", type(error).__name__)
        return False
