"""What an answer means that grants no session (protocol/README.md section 1.3), and who gave it."""

import math
import re
from collections.abc import Mapping
from http import HTTPStatus
from http.client import responses
from typing import Annotated, Any, Final, TypeAlias
from urllib.parse import urljoin, urlsplit

from pydantic import BaseModel, BeforeValidator, ValidationError

from viewer import errors
from viewer.protocol.codec import without_byte_order_mark
from viewer.protocol.text import plain

_MAX_ITEMS: Final = 5


def _words(value: Any) -> str:
    match value:
        case str():
            return value
        case list():
            return "; ".join(filter(None, map(_item, value[:_MAX_ITEMS])))
    return ""


def _item(value: Any) -> str:
    match value:
        case str():
            return value
        case {"loc": list(where), "msg": str(what)}:
            return f"{'.'.join(map(str, where))}: {what}"
    return ""


def _tries(value: Any) -> int:
    return value if isinstance(value, int) and 0 < value < 1000 else 1


_Words = Annotated[str, BeforeValidator(_words)]
Attempts: TypeAlias = Annotated[int, BeforeValidator(_tries)]
"""How often our own broker asked the service; others may mean something else by that name."""


class ErrorAnswer(BaseModel):
    """The body of every answer that is not a success. ``hint`` and ``attempts`` are our own broker's; brokers
    in the field say ``detail`` where their framework does, and several things at once where they are refused.
    """

    error: _Words = ""
    message: _Words = ""
    detail: _Words = ""
    hint: _Words = ""
    attempts: Attempts = 1

    @property
    def said(self) -> str:
        """Why, in one line; empty if nothing is said."""
        return plain(self.message or self.detail or self.error, 300).strip().rstrip(".")


def parse_error(body: bytes) -> ErrorAnswer:
    """``body`` as an error answer; whatever is not there, or is not text, is empty."""
    return _parsed(body) or ErrorAnswer()


def refusal(status: int, body: bytes, asked: float | None = None) -> errors.SessionRefused:
    """The error table of section 1.3: the failure that ``status`` and the JSON ``body`` stand for.

    Args:
        asked: seconds to wait that were asked for (:func:`~viewer.protocol.retry.asked_wait`).
    """
    answer = parse_error(body)
    if kind := _OF_BROKERS.get(answer.error):
        failure = kind(f"{answer.said}.", hint=plain(answer.hint, 300).strip() or None)
        failure.retry_after = asked
        return failure
    if status >= 500 and _is_page(body):
        # The service speaks JSON: that is whatever stands before the broker.
        failure = errors.ServerError(f"The broker reported an error ({_called(status)}).")
    else:
        failure = _from_table(status, answer)
    return told_when(failure, asked)


def token_wanted(
    status: int, challenge: str, body: bytes, *, sent: bool, mend: str
) -> errors.TokenWanted | None:
    """The broker's own refusal of a viewer without a token, or with a wrong one; None: it is another refusal.

    Args:
        challenge: the answer's header ``WWW-Authenticate``; what the service refuses comes without.
        sent: whether there was a token in the request.
        mend: what to do once there is a new one, as the end of a sentence.
    """
    if status != 401 or not re.match(r"bearer\b", challenge, re.IGNORECASE):
        return None
    if not sent:
        return errors.TokenWanted(hint=f"Ask the broker's operator for one, {mend}.")
    # Other servers speak of “invalid tokens” in words for programmers; ours says why.
    said = parse_error(body).said
    words = said if said.startswith(f"{TOKEN_REFUSED}: ") else TOKEN_REFUSED
    return errors.TokenWanted(f"{words}.", hint=f"Ask the broker's operator for a new one, {mend}.")


def told_when(failure: errors.SessionRefused, asked: float | None) -> errors.SessionRefused:
    """``failure``, which now says when to try again, if that was asked for."""
    failure.retry_after = asked
    if asked and type(failure) in _AGAIN:
        failure.hint = _AGAIN[type(failure)].format(duration(asked))
    return failure


def refusal_in_success(body: bytes) -> errors.SessionRefused | None:
    """The refusal that came with a success, as brokers that check nothing pass one on (section 2); None: the
    ``body`` says nothing of the kind.
    """
    answer = parse_error(body)
    if not answer.said:
        return None
    if answer.error in _LIMITS:
        return _from_table(429, answer)
    return _from_table(_STATUSES.get(answer.error, 0), answer)


def stranger(status: int, body: bytes) -> str | None:
    """What shows that neither broker nor avatar service gave this answer, as the end of a sentence: “it
    answers with a web page (404 Not Found)”. None: it may be one of them.
    """
    if status >= 500 or parse_error(body).error == WRONG_HOST:
        return None
    if _is_page(body):
        return f"it answers with a web page ({_called(status)})"
    if 200 <= status < 300:
        return None if body.strip() else f"it answers with nothing ({_called(status)})"
    answer = _parsed(body)
    # Who knows no such path says so in words of its own, or, as our own broker does, in a code.
    knows_no_path = status == 404 and body.strip() and (answer is None or answer.error == "no-such-page")
    if status < 400 or status in _NOT_TAKEN or knows_no_path:
        return f"it answers {_called(status)}"
    return None


def moved_to(base: str, path: str, status: int, location: str | None) -> str | None:
    """The URL that takes the place of ``base``, where ``path`` under it was asked for and answered with
    ``status`` and the header ``Location``; None: nothing has moved, or it does not say where to.
    """
    if status not in _MOVED or not location:
        return None
    try:
        parts = urlsplit(urljoin(base + path, location))
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    # Without user and query: they are nobody's business, and no part of a broker's URL.
    where = f"[{host}]" if ":" in host else host
    where += f":{port}" if port else ""
    url = f"{parts.scheme}://{where}{parts.path}".rstrip("/").removesuffix(path)
    return None if url == base or len(url) > _MAX_URL or plain(url, _MAX_URL) != url else url


def duration(seconds: float) -> str:
    """“90 seconds”, “2 minutes”: whole ones, and not less."""
    for size, unit in ((3600, "hour"), (60, "minute")):
        if seconds >= 2 * size:
            return f"{math.ceil(seconds / size)} {unit}s"
    whole = math.ceil(seconds)
    return f"{whole} second{'' if whole == 1 else 's'}"


def _parsed(body: bytes) -> ErrorAnswer | None:
    """None: it is not a JSON object."""
    try:
        return ErrorAnswer.model_validate_json(without_byte_order_mark(body))
    except ValidationError:
        return None


def _from_table(status: int, answer: ErrorAnswer) -> errors.SessionRefused:
    hint = None
    if answer.error == WRONG_HOST:
        return errors.SessionRefused(f"{answer.said}.", hint=_WRONG_HOST_HINT)
    match status:
        case 400 | 404 | 422:
            kind: type[errors.SessionRefused] = errors.InvalidRequest
            hint = _INVALID_HINTS.get(status)
        case 401:
            kind = errors.KeyRefused
        case 403:
            kind = errors.NotPermitted
        case 402:
            kind = errors.NoPlan
        case 429:
            kind = _LIMITS.get(answer.error, errors.UsageLimit)
        case 503:
            kind = errors.ServiceBusy
        case 0:
            kind = errors.SessionRefused
        case _:
            kind = errors.ServerError
    known = (_UNKNOWN_PERSONA if status == 404 else kind.default_message).rstrip(".")
    said = answer.said
    if not said or said in known or said in _LIMITS or said == responses.get(status):
        return kind(f"{known}.", hint=hint)
    # What a gateway reports is no error of the service, so the service's hint is of no use.
    if status in _GATEWAY:
        return kind(f"{said}.", hint=plain(answer.hint, 300).strip() or None)
    # A broker that wrote a whole sentence of ours is not quoted inside that same sentence.
    if said.startswith(known):
        return kind(f"{said}.", hint=hint)
    return kind(f"{known}: {said}.", hint=hint)


def _is_page(body: bytes) -> bool:
    """Whether it is HTML or its like."""
    return without_byte_order_mark(body).lstrip().startswith(b"<")


def _called(status: int) -> str:
    return f"{status} {responses.get(status, '')}".strip()


WRONG_HOST: Final = "wrong-host"
"""Error code of our own broker: whoever asked called it by another name than its own."""
TOKEN_REFUSED: Final = "The broker does not accept the token"

_WRONG_HOST_HINT: Final = "Enter the URL that the broker's operator gave you, or have this name added to it."
_UNKNOWN_PERSONA: Final = "The avatar service does not know this persona."
_INVALID_HINTS: Final[Mapping[int, str]] = {
    404: "Check the persona ID, and that the URL is that of a broker.",
    422: "Try another persona, or ask the broker's operator to mend what the service names.",
}
_AGAIN: Final[Mapping[type[errors.SessionRefused], str]] = {
    errors.ConcurrencyLimit: "End another session, or try again in {}.",
    errors.UsageLimit: "Try again in {}, or raise the limit with the avatar service.",
    errors.ServiceBusy: "Try again in {}.",
    errors.ServerError: "Try again in {}; if it goes on, ask the broker's operator.",
}
_LIMITS: Final[Mapping[str, type[errors.SessionRefused]]] = {
    "Concurrent session limit reached": errors.ConcurrencyLimit,
    "Spend cap reached": errors.SpendCapReached,
}
# What our own broker refuses itself: its sentences say all there is to say (broker/README.md).
_OF_BROKERS: Final[Mapping[str, type[errors.SessionRefused]]] = {
    "no-such-persona": errors.InvalidRequest,
    "too-many-requests": errors.UsageLimit,
    "too-many-sessions": errors.ConcurrencyLimit,
    "minutes-used-up": errors.UsageLimit,
    "limits-unavailable": errors.ServiceBusy,
}
_STATUSES: Final[Mapping[str, int]] = {
    status.phrase: status.value for status in HTTPStatus if status.value >= 400
}
_GATEWAY: Final = frozenset({502, 504})
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
# Statuses about the request as such, by whoever is not made for it (RFC 9110 section 15.5).
_NOT_TAKEN: Final = frozenset({405, 406, 411, 413, 414, 415, 417, 421, 426, 431})
_MAX_URL: Final = 200
