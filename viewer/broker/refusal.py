"""What the broker answers when it grants no session."""

import math
import time
from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, Field

from viewer import errors
from viewer.broker.answer import Answer
from viewer.protocol import refusals
from viewer.protocol.retry import asked_wait
from viewer.protocol.text import plain
from viewer.redaction import redact
from viewer.serving.openapi import answers_with

# The statuses that viewers know from section 1.3; what else the service says becomes 502.
_PASSED_ON: Final = frozenset({400, 401, 402, 403, 404, 422, 429, 503})
# Those of what the service says without them: with a success.
_STATUSES: Final[Mapping[type[errors.SessionRefused], int]] = {
    errors.InvalidRequest: 400,
    errors.KeyRefused: 401,
    errors.NoPlan: 402,
    errors.NotPermitted: 403,
    errors.ConcurrencyLimit: 429,
    errors.SpendCapReached: 429,
    errors.UsageLimit: 429,
    errors.ServiceBusy: 503,
}
# Whoever asked has closed the connection: nobody reads it but the log (nginx's, in no standard).
_GONE: Final = 499
_BUSY_SECONDS: Final = 2
_UPSTREAM_HINT: Final = "Check that the broker's upstream URL is that of an avatar service."


class Refusal(BaseModel):
    """The body of every answer that is not a success."""

    error: str = Field(
        description="the avatar service's own error text, or else a stable code",
        examples=["Concurrent session limit reached", "key-refused", "upstream-timeout"],
    )
    message: str = Field(description="one sentence for the user")
    hint: str = Field(description="what to do about it")
    attempts: int = Field(0, description="how often the broker has tried; a client need not multiply them")


# Whatever it says: that it is declared is what counts (access/page_guard.py).
A_JSON_OBJECT: Final[dict[str, Any]] = {
    "requestBody": {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}}
}


def described(answers: Mapping[int, str]) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of refusals: by status, when they come."""
    return answers_with(Refusal, answers)


class SessionNotGranted(Exception):
    """Ends a request with ``status``, ``refusal`` and ``headers``. Nothing in it is secret.

    ``retry_after``: seconds to wait that the service asked for, if it did. ``by_service``: it is the service
    that refuses, in its own words.
    """

    def __init__(
        self,
        status: int,
        refusal: Refusal,
        headers: Mapping[str, str] | None = None,
        retry_after: float | None = None,
        *,
        by_service: bool = False,
    ) -> None:
        self.status = status
        self.refusal = refusal
        self.headers = headers or {}
        self.retry_after = retry_after
        self.by_service = by_service
        super().__init__(f"{status} {refusal.error}: {refusal.message}")


def refused(
    status: int,
    error: str,
    message: str,
    hint: str,
    headers: Mapping[str, str] | None = None,
    retry_after: float | None = None,
) -> SessionNotGranted:
    """The broker says no, and what to do."""
    return SessionNotGranted(status, Refusal(error=error, message=message, hint=hint), headers, retry_after)


def invalid_request(message: str) -> SessionNotGranted:
    """The client did not ask for a session as section 2 says."""
    return refused(400, errors.InvalidRequest.code, message, 'Send {"personaId": "…"} as JSON.')


def request_too_slow() -> SessionNotGranted:
    """The client began a request and did not end it."""
    return refused(
        408,
        "request-too-slow",
        "The request did not come to its end in time.",
        "Try again; if it goes on, check the network.",
        {"connection": "close"},
    )


def refused_by_service(answer: Answer, path: str, attempts: int) -> SessionNotGranted:
    """What ``answer``, which is no session and was asked for at ``path``, means for the viewer. The
    service's words are freed of anything secret that it may have echoed.
    """
    status = answer.status
    base = answer.url.removesuffix(path)
    if url := refusals.moved_to(base, path, status, answer.headers.get("Location")):
        return _service_moved(redact(url), attempts)
    if why := refusals.stranger(status, answer.body):
        return _no_service(f"The broker's upstream is not an avatar service: {why}.", attempts)
    asked = asked_wait(answer.headers, time.time())
    said = refusals.parse_error(answer.body)
    # Before they are cut to length: half a key would no longer be found.
    words = refusals.ErrorAnswer(
        error=redact(said.error), message=redact(said.message), detail=redact(said.detail)
    )
    body = words.model_dump_json().encode()
    if answer.is_success:
        reason = refusals.told_when(refusals.refusal_in_success(body) or errors.SessionRefused(), asked)
    else:
        reason = refusals.refusal(status, body, asked)
    refusal = Refusal(
        error=plain(words.error, 200).strip() or reason.code,
        message=reason.message,
        hint=reason.hint,
        attempts=attempts,
    )
    if status not in _PASSED_ON:
        status = _STATUSES.get(type(reason), 502)
    headers = _wait_headers(answer.headers, asked)
    return SessionNotGranted(status, refusal, headers, asked, by_service=True)


def with_wait(error: SessionNotGranted, seconds: float) -> SessionNotGranted:
    """``error``, which is about the account's sessions, and when there may be another."""
    hint = refusals.told_when(errors.ConcurrencyLimit(), seconds).hint
    refusal = error.refusal.model_copy(update={"hint": hint})
    headers = {**error.headers, "retry-after": str(math.ceil(seconds))}
    return SessionNotGranted(error.status, refusal, headers, seconds, by_service=True)


def _wait_headers(headers: Mapping[str, str], asked: float | None) -> dict[str, str]:
    """Those that say when to ask again (section 1.3)."""
    named = {name.lower(): value for name, value in headers.items()}
    kept = {
        name: value
        for name, value in named.items()
        # What else the service may say in them is nothing that a viewer could use, or even be sent.
        if name.startswith("ratelimit") and value.isascii() and redact(value) == value
    }
    return kept if asked is None else kept | {"retry-after": str(math.ceil(asked))}


def broker_busy() -> SessionNotGranted:
    """As many sessions are being started as may be."""
    return refused(
        503,
        "broker-busy",
        # A viewer reads the first half as the known sentence for 503.
        "No avatar is free right now: the broker is starting as many sessions as it can.",
        f"Try again in {_BUSY_SECONDS} seconds.",
        {"retry-after": str(_BUSY_SECONDS)},
        _BUSY_SECONDS,
    )


def service_unreachable(attempts: int) -> SessionNotGranted:
    """Nobody listens upstream, or the line broke."""
    return SessionNotGranted(
        502,
        Refusal(
            error="upstream-unreachable",
            message="The broker cannot reach the avatar service.",
            hint="Check the broker's upstream URL and its network.",
            attempts=attempts,
        ),
    )


def service_silent(attempts: int) -> SessionNotGranted:
    """The service did not answer in time."""
    return SessionNotGranted(
        504,
        Refusal(
            error="upstream-timeout",
            message="The avatar service does not answer the broker.",
            hint="Try again in a moment.",
            attempts=attempts,
        ),
    )


def stopping(attempts: int) -> SessionNotGranted:
    """The broker was told to stop before the service answered."""
    return SessionNotGranted(
        504,
        Refusal(
            error="broker-stopping",
            message="The broker stopped before the avatar service answered.",
            hint="Try again when the broker runs.",
            attempts=attempts,
        ),
    )


def bad_answer(error: errors.BadAnswer, attempts: int) -> SessionNotGranted:
    """The service answered something that is not what protocol/README.md section 1 says."""
    what = f"The broker cannot use what the avatar service answered. {error.message}"
    return _no_service(what, attempts, _UPSTREAM_HINT if error.hint == errors.BadAnswer.hint else error.hint)


def viewer_gone(attempts: int) -> SessionNotGranted:
    """Whoever asked for the session does not wait for it any more."""
    return SessionNotGranted(
        _GONE,
        Refusal(
            error="viewer-gone",
            message="The viewer went away before its session was granted.",
            hint="Connect again.",
            attempts=attempts,
        ),
    )


def _no_service(what: str, attempts: int, hint: str = _UPSTREAM_HINT) -> SessionNotGranted:
    refusal = Refusal(error="upstream-bad-answer", message=what, hint=hint, attempts=attempts)
    return SessionNotGranted(502, refusal)


def _service_moved(url: str, attempts: int) -> SessionNotGranted:
    return SessionNotGranted(
        502,
        Refusal(
            error="upstream-moved",
            message=f"The avatar service has moved to {url}.",
            hint="Give the broker that URL with --upstream, and restart it.",
            attempts=attempts,
        ),
    )
