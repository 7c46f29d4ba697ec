"""Tells a broker that a session is over (protocol/README.md section 2), so that it counts no more."""

import logging
from typing import Final

import httpx

from viewer import errors
from viewer.protocol import api
from viewer.session.broker import headers_for, url_at
from viewer.session.proxy import http_client, proxy_for

_log = logging.getLogger(__name__)

_TIMEOUT: Final = 3.0
PARTING_SECONDS: Final = 0.5
"""How long whoever ends a session, or asks for the next one, waits for the broker to know."""


async def say_goodbye(broker: str, session_id: str, proxy: str) -> None:
    """Tell the broker at the URL ``broker``, through ``proxy`` as for the request for the session. Once, and
    whatever comes of it: a broker that does not hear it ends the session in its own time.
    """
    try:
        url = url_at(broker, api.stop_path(session_id))
        headers = await headers_for(broker)
        through = await proxy_for(url, proxy)
        async with (
            http_client(through, httpx.Timeout(_TIMEOUT)) as client,
            # What its body says does not matter, however long it is.
            client.stream("POST", url, json={}, headers=headers) as response,
        ):
            _log.info("the broker was told that the session is over: %d", response.status_code)
    except (httpx.TransportError, errors.UsageError) as error:
        _log.info("the broker was not told that the session is over: %s", type(error).__name__)
