"""Asks a broker for a session (protocol/README.md section 2), whoever wrote it."""

import asyncio
import json
import logging
import random
import ssl

import httpx

from viewer import __version__, errors
from viewer.protocol import api
from viewer.protocol.retry import RetryPolicy, is_retried
from viewer.session.proxy import http_client, raise_for_proxy

_log = logging.getLogger(__name__)

# Longer than a broker may take over the API (10 s), so that its own words arrive and not our silence.
POLICY = RetryPolicy(timeout=12)
# A broker that lives takes a connection at once: a longer wait would only outlast a network that is back.
CONNECT_SECONDS = 4.0
MAX_ANSWER_BYTES = 1 << 20


async def request_session(
    broker: str, persona: str, policy: RetryPolicy = POLICY, proxy: str = ""
) -> api.BrokerSession:
    """A session with ``persona`` from the broker at the URL ``broker``, through ``proxy`` as
    :func:`~viewer.session.proxy.proxy_for` takes it.

    Tried again when the network or the service failed, never after a refusal (4xx), a certificate that is
    not trusted or a silence: a silent broker may have started a session.

    Raises:
        errors.UsageError: the URL or the persona's ID cannot be one.
        errors.BrokerError: no session was granted.
    """
    try:
        url = httpx.URL(broker.rstrip("/").removesuffix(api.SESSION_PATH) + api.SESSION_PATH)
    except (httpx.InvalidURL, ValueError):
        raise _not_a_url(broker) from None
    if url.scheme not in ("http", "https") or not url.host or (url.port or 0) > 65535:
        raise _not_a_url(broker)
    request = _request(persona).model_dump(by_alias=True)
    headers = {"User-Agent": f"{api.CLIENT_NAME}/{__version__}"}
    timeout = httpx.Timeout(policy.timeout, connect=min(policy.timeout / 2, CONNECT_SECONDS))
    async with http_client(str(url), proxy, timeout) as client:
        failures = 0
        while True:
            try:
                # The whole answer counts, not only the pause between two of its bytes.
                async with asyncio.timeout(policy.timeout):
                    async with client.stream("POST", url, json=request, headers=headers) as response:
                        body = await _body(response)
                raise_for_proxy(response, str(url), proxy)
                return _session(response.status_code, body)
            except (httpx.TransportError, TimeoutError, _Retriable) as error:
                if _is_silence(error):
                    raise errors.BrokerTimeout() from error
                if _is_untrusted(error):
                    raise errors.BrokerUntrusted() from None
                failures += error.attempts if isinstance(error, _Retriable) else 1
                wait = policy.delay(failures, random.random())  # noqa: S311
                if wait is None or isinstance(error, httpx.ProxyError):
                    raise_for_proxy(error, str(url), proxy)
                    raise _final(error) from None
                _log.info("asking the broker again in %.2f s", wait)
                await asyncio.sleep(wait)


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


async def _body(response: httpx.Response) -> bytes:
    """All of the answer, or nothing of one that cannot be unpacked or is too long for memory."""
    body = bytearray()
    try:
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > MAX_ANSWER_BYTES:
                return b""
    except httpx.DecodingError:
        return b""
    return bytes(body)


def _session(status: int, body: bytes) -> api.BrokerSession:
    if status in (200, 201):
        return api.parse_answer(api.BrokerSession, body)
    refusal = api.refusal(status, body)
    if is_retried(status):
        raise _Retriable(refusal, _attempts(body))
    raise refusal


def _attempts(body: bytes) -> int:
    """How often our own broker says it has tried already; others do not say."""
    try:
        attempts = json.loads(body)["attempts"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return 1
    return attempts if isinstance(attempts, int) and attempts > 0 else 1


def _is_silence(error: Exception) -> bool:
    """Whether the request was sent and not answered."""
    return isinstance(error, TimeoutError | httpx.TimeoutException) and not isinstance(
        error, httpx.ConnectTimeout
    )


def _final(error: Exception) -> errors.ViewerError:
    return error.refusal if isinstance(error, _Retriable) else errors.BrokerUnreachable()


def _is_untrusted(error: BaseException | None) -> bool:
    """Whether a certificate that failed its check is behind ``error``; httpx has no class for that."""
    while error and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None


def _not_a_url(broker: str) -> errors.UsageError:
    what = "The broker's URL is missing" if not broker else "That is not a URL of a broker"
    return errors.UsageError(f"{what}.", hint="It looks like http://localhost:8080.")
