"""Asks a broker for a session (protocol/README.md section 2), whoever wrote it."""

import asyncio
import logging
import random
import ssl
import time
from typing import Final

import httpx

from viewer import __version__, errors
from viewer.protocol import api, refusals
from viewer.protocol.commands import Connect
from viewer.protocol.gateway import Way, direct_way, way_through
from viewer.protocol.retry import RetryPolicy, asked_wait, is_retried
from viewer.session.authorization import headers_with, how_to_keep, token_for
from viewer.session.proxy import http_client, proxy_for, raise_for_proxy

_log = logging.getLogger(__name__)

# Longer than a broker may take over the API (10 s), so that its own words arrive and not our silence.
POLICY = RetryPolicy(timeout=12)
# A broker that lives takes a connection at once: a longer wait would only outlast a network that is back.
CONNECT_SECONDS = 4.0
MAX_ANSWER_BYTES = 1 << 20
HEADERS: Final = {"User-Agent": f"{api.CLIENT_NAME}/{__version__}", "Accept": "application/json"}
# As good as any that is no JSON.
_UNREADABLE = b"?"


async def request_session(
    broker: str, persona: str, policy: RetryPolicy = POLICY, proxy: str = ""
) -> api.BrokerSession:
    """A session with ``persona`` from the broker at the URL ``broker``, through ``proxy`` as
    :func:`~viewer.session.proxy.proxy_for` takes it. Shows the broker the token that is kept for it.

    Tried again when the network or the service failed, and not before they want it; never after a refusal
    (4xx), a certificate that is not trusted or a silence: a silent broker may have started a session.

    Raises:
        errors.UsageError: the URL, the persona's ID or the token cannot be one.
        errors.BrokerError: no session was granted.
    """
    url = url_at(broker, api.SESSION_PATH)
    request = _request(persona).model_dump(by_alias=True)
    token = await token_for(broker)
    headers = HEADERS | headers_with(token)
    timeout = httpx.Timeout(policy.timeout, connect=min(policy.timeout / 2, CONNECT_SECONDS))
    through = await proxy_for(url, proxy)
    async with http_client(through, timeout) as client:
        failures = 0
        while True:
            try:
                # The whole answer counts, not only the pause between two of its bytes.
                async with asyncio.timeout(policy.timeout):
                    async with client.stream("POST", url, json=request, headers=headers) as response:
                        read = await body_of(response)
                body = _UNREADABLE if read is None else read
                raise_for_proxy(response, through)
                if wanted := refusals.token_wanted(
                    response.status_code,
                    response.headers.get("WWW-Authenticate", ""),
                    body,
                    sent=token is not None,
                    mend=how_to_keep(broker, token),
                ):
                    raise wanted
                return _session(response, body)
            except (httpx.TransportError, TimeoutError, _Retriable) as error:
                if _is_silence(error):
                    raise errors.BrokerTimeout() from error
                if is_untrusted(error):
                    raise errors.BrokerUntrusted() from None
                failures += error.attempts if isinstance(error, _Retriable) else 1
                asked = error.refusal.retry_after if isinstance(error, _Retriable) else None
                wait = policy.delay(failures, random.random(), asked)  # noqa: S311
                if wait is None or isinstance(error, httpx.ProxyError):
                    raise_for_proxy(error, through)
                    raise _final(error) from None
                _log.info("asking the broker again in %.2f s", wait)
                await asyncio.sleep(wait)


def base_url(broker: str) -> str:
    """What the paths of the broker at the URL ``broker`` are under.

    Raises:
        errors.UsageError: it cannot be one.
    """
    base = broker.rstrip("/").removesuffix(api.SESSION_PATH)
    try:
        url = httpx.URL(base)
    except (httpx.InvalidURL, ValueError):
        raise _not_a_url(broker) from None
    if url.scheme not in ("http", "https") or not url.host or (url.port or 0) > 65535 or url.userinfo:
        raise _not_a_url(broker)
    return base


def url_at(broker: str, path: str) -> str:
    """``path`` at the broker whose URL the user gave, be it of the broker or of where it starts sessions.

    Raises:
        errors.UsageError: that cannot be one.
    """
    return base_url(broker) + path


async def headers_for(broker: str) -> dict[str, str]:
    """What the broker at that URL is told with every request.

    Raises:
        errors.UsageError: what is kept as its token cannot be one.
    """
    return HEADERS | headers_with(await token_for(broker))


def way_to_engine(request: Connect, granted: api.BrokerSession) -> Way:
    """How the engine of the session that was ``granted`` is reached: through the broker, if that is wanted.

    Raises:
        errors.UsageError: it is, and the broker passes nothing on.
    """
    offer = granted.gateway
    if offer is None and request.gateway:
        raise errors.UsageError(
            "This broker has no gateway.", hint="Connect without --gateway, or ask its operator for one."
        )
    if offer is None or not (offer.required or request.gateway):
        return direct_way(granted)
    return way_through(base_url(request.broker) + offer.path, granted)


async def body_of(response: httpx.Response, limit: int = MAX_ANSWER_BYTES) -> bytes | None:
    """All of the answer; None if it cannot be unpacked or is longer than ``limit`` bytes."""
    body = bytearray()
    try:
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > limit:
                return None
    except httpx.DecodingError:
        return None
    return bytes(body)


class _Retriable(Exception):
    """A refusal worth another attempt; ``attempts`` were already made on the way."""

    def __init__(self, refusal: errors.SessionRefused, attempts: int) -> None:
        self.refusal = refusal
        self.attempts = attempts


def _request(persona: str) -> api.BrokerRequest:
    try:
        return api.BrokerRequest(persona_id=persona.strip())
    except ValueError:
        raise errors.UsageError("The persona's ID is missing or too long.", hint="Enter one.") from None


def _session(response: httpx.Response, body: bytes) -> api.BrokerSession:
    status = response.status_code
    base = str(response.url).removesuffix(api.SESSION_PATH)
    if url := refusals.moved_to(base, api.SESSION_PATH, status, response.headers.get("Location")):
        raise errors.BrokerMoved(f"The broker has moved to {url}.")
    if why := refusals.stranger(status, body):
        raise errors.BadAnswer(f"That is not a broker: {why}.")
    asked = asked_wait(response.headers, time.time())
    if response.is_success:
        try:
            return api.parse_answer(api.BrokerSession, body)
        except errors.SessionRefused as refused:
            refusal = refusals.told_when(refused, asked)
        retried = isinstance(refusal, errors.ServerError | errors.ServiceBusy)
    else:
        refusal = refusals.refusal(status, body, asked)
        retried = is_retried(status)
    raise _Retriable(refusal, refusals.parse_error(body).attempts) if retried else refusal


def _is_silence(error: Exception) -> bool:
    """Whether the request was sent and not answered."""
    return isinstance(error, TimeoutError | httpx.TimeoutException) and not isinstance(
        error, httpx.ConnectTimeout
    )


def _final(error: Exception) -> errors.ViewerError:
    return error.refusal if isinstance(error, _Retriable) else errors.BrokerUnreachable()


def is_untrusted(error: BaseException | None) -> bool:
    """Whether a certificate that failed its check is behind ``error``; httpx has no class for that."""
    while error and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None


def _not_a_url(broker: str) -> errors.UsageError:
    what = "The broker's URL is missing" if not broker else "That is not a URL of a broker"
    return errors.UsageError(f"{what}.", hint="It looks like http://localhost:8080.")
