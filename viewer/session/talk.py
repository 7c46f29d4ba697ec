"""``POST /talk``: the persona speaks a text as it is (protocol/README.md section 3)."""

import httpx

from viewer import errors
from viewer.session.proxy import http_client

TIMEOUT = 10.0


async def talk(url: str, text: str, proxy: str) -> None:
    """Let the persona speak ``text``. ``proxy`` is as :func:`~viewer.session.proxy.proxy_for` takes it.

    Raises:
        errors.TalkRefused: the engine cannot be reached or said no.
    """
    try:
        async with (
            http_client(url, proxy, httpx.Timeout(TIMEOUT)) as client,
            # What its body says does not matter, however long it is.
            client.stream("POST", url, json={"content": text}) as response,
        ):
            if not response.is_success:
                raise errors.TalkRefused(
                    f"The persona was not told to speak: the engine answered {response.status_code}."
                )
    except httpx.TransportError:
        raise errors.TalkRefused() from None
