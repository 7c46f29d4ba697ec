"""Asks our own broker whom it lets one talk to, and for their pictures (protocol/README.md section 2)."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import httpx
from pydantic import BaseModel, Field, ValidationError

from viewer import errors
from viewer.protocol import refusals
from viewer.protocol.api import PERSONAS_PATH, LooseModel
from viewer.protocol.codec import without_byte_order_mark
from viewer.protocol.personas import Persona
from viewer.protocol.retry import asked_wait
from viewer.protocol.text import plain
from viewer.session.authorization import how_to_keep, token_for
from viewer.session.broker import CONNECT_SECONDS, POLICY, body_of, headers_for, is_untrusted, url_at
from viewer.session.proxy import http_client, proxy_for, raise_for_proxy

MAX_LIST_BYTES: Final = 4 << 20
MAX_PICTURE_BYTES: Final = 32 << 20
MAX_PERSONAS: Final = 2000
# A film may be long and the network slow; whoever does not want to wait stops.
PICTURE_SECONDS: Final = 60.0
# By brokers that know no such thing: those in the field, and pages that show the same whatever is asked.
_NOT_KNOWN: Final = frozenset({404, 405, 501})


@dataclass(frozen=True, slots=True)
class Listing:
    """Whom a broker names; ``is_page``: it answered with a web page, which names nobody."""

    personas: tuple[Persona, ...] = ()
    is_page: bool = False


async def list_personas(broker: str, proxy: str = "") -> tuple[Persona, ...]:
    """All that the broker at the URL ``broker`` lets one talk to; none, if it is one that does not tell.

    ``proxy`` is as :func:`~viewer.session.proxy.proxy_for` takes it. Asks once.

    Raises:
        errors.UsageError: the URL cannot be one.
        errors.BrokerError: the broker cannot be reached, or refuses.
    """
    return (await look_up(broker, proxy)).personas


async def look_up(broker: str, proxy: str = "") -> Listing:
    """As :func:`list_personas`, and with what answered.

    Raises:
        errors.UsageError, errors.BrokerError: as there.
    """
    response, body = await _get(broker, PERSONAS_PATH, proxy, POLICY.timeout, MAX_LIST_BYTES)
    if _is_page(response, body):
        return Listing(is_page=True)
    if response.status_code in _NOT_KNOWN:
        return Listing()
    if not response.is_success:
        raise await _refusal(broker, response, body or b"")
    try:
        told = _Told.model_validate_json(without_byte_order_mark(body or b""))
    except ValidationError:
        raise errors.BadAnswer("The broker's answer is not a list of personas.") from None
    return Listing(tuple(_personas(told.personas[:MAX_PERSONAS])))


async def fetch_picture(broker: str, path: str, proxy: str = "", limit: int | None = None) -> bytes | None:
    """The picture at ``path``, as :func:`list_personas` told it; None if the broker does not have it now, or
    it is larger than ``limit`` bytes (by default :data:`MAX_PICTURE_BYTES`).

    Its bytes come from whoever runs the broker: decode them with care.

    Raises:
        errors.UsageError: the URL cannot be one.
        errors.BrokerError: the broker cannot be reached.
    """
    response, body = await _get(broker, path, proxy, PICTURE_SECONDS, limit or MAX_PICTURE_BYTES)
    return body if response.status_code == 200 else None


async def _get(
    broker: str, path: str, proxy: str, seconds: float, limit: int
) -> tuple[httpx.Response, bytes | None]:
    """The answer and its body, None if that is too long or garbled."""
    url = url_at(broker, path)
    headers = await headers_for(broker)
    way = await proxy_for(url, proxy)
    try:
        async with (
            asyncio.timeout(seconds),
            http_client(way, httpx.Timeout(seconds, connect=CONNECT_SECONDS)) as client,
            client.stream("GET", url, headers=headers) as response,
        ):
            body = await body_of(response, limit)
    except (TimeoutError, httpx.TransportError) as error:
        if is_untrusted(error):
            raise errors.BrokerUntrusted() from None
        raise_for_proxy(error, way)
        is_silence = isinstance(error, TimeoutError | httpx.TimeoutException)
        if is_silence and not isinstance(error, httpx.ConnectTimeout):
            raise errors.BrokerTimeout() from None
        raise errors.BrokerUnreachable() from None
    raise_for_proxy(response, way)
    return response, body


async def _refusal(broker: str, response: httpx.Response, body: bytes) -> errors.BrokerError:
    status, headers = response.status_code, response.headers
    base = str(response.url).removesuffix(PERSONAS_PATH)
    if url := refusals.moved_to(base, PERSONAS_PATH, status, headers.get("Location")):
        return errors.BrokerMoved(f"The broker has moved to {url}.")
    token = await token_for(broker)
    wanted = refusals.token_wanted(
        status,
        headers.get("WWW-Authenticate", ""),
        body,
        sent=token is not None,
        mend=how_to_keep(broker, token),
    )
    if why := refusals.stranger(status, body):
        return errors.BadAnswer(f"That is not a broker: {why}.")
    return wanted or refusals.refusal(status, body, asked_wait(headers, time.time()))


class _Told(BaseModel):
    personas: list[Any]


class _Card(LooseModel):
    id: str = Field(min_length=1, max_length=200)
    name: str = ""
    description: str = ""
    language: str = ""
    landscape: str = ""
    portrait: str = ""
    idle: str = ""


def _personas(told: list[Any]) -> Iterator[Persona]:
    for item in told:
        try:
            card = _Card.model_validate(item)
        except ValidationError:
            continue
        yield Persona(
            card.id,
            plain(card.name, 200).strip() or plain(card.id, 200),
            plain(card.description, 2000).strip(),
            plain(card.language, 35).strip(),
            *(path if _is_path(path) else "" for path in (card.landscape, card.portrait, card.idle)),
        )


def _is_path(path: str) -> bool:
    """Whether it can only be at the broker itself."""
    return path.startswith("/") and len(path) < 2000 and path.isascii() and path.isprintable()


def _is_page(response: httpx.Response, body: bytes | None) -> bool:
    return response.is_success and (body or b"").lstrip().startswith(b"<")
