"""``POST /talk``: the persona speaks a text as it is (PROTOCOL.md section 3)."""

import httpx

from viewer import errors

TIMEOUT = 10.0


async def talk(url: str, text: str) -> None:
    """Let the persona speak ``text``.

    Raises:
        errors.TalkRefused: the engine cannot be reached or said no.
    """
    try:
        async with httpx.AsyncClient(timeout=TIMEOUT) as client:
            response = await client.post(url, json={"content": text})
    except httpx.TransportError:
        raise errors.TalkRefused() from None
    if not response.is_success:
        raise errors.TalkRefused(
            f"The persona was not told to speak: the engine answered {response.status_code}."
        )
