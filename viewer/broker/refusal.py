"""What the broker answers when it grants no session."""

from typing import Final

import httpx
from pydantic import BaseModel, Field

from viewer import errors
from viewer.protocol import api
from viewer.protocol.text import plain
from viewer.redaction import redact

# The statuses that viewers know from section 1.3; what else the service says becomes 400 or 502.
_PASSED_ON: Final = frozenset({400, 401, 402, 403, 429, 503})


class Refusal(BaseModel):
    """The body of every answer that is not a success."""

    error: str = Field(
        description="the avatar service's own error text, or else a stable code",
        examples=["Concurrent session limit reached", "key-refused", "upstream-timeout"],
    )
    message: str = Field(description="one sentence for the user")
    hint: str = Field(description="what to do about it")
    attempts: int = Field(0, description="how often the broker has tried; a client need not multiply them")


class SessionNotGranted(Exception):
    """Ends a request with ``status`` and ``refusal``. Nothing in it is secret."""

    def __init__(self, status: int, refusal: Refusal) -> None:
        self.status = status
        self.refusal = refusal
        super().__init__(f"{status} {refusal.error}: {refusal.message}")


def invalid_request(message: str) -> SessionNotGranted:
    """The client did not ask for a session as section 2 says."""
    hint = 'Send {"personaId": "…"} as JSON.'
    return SessionNotGranted(400, Refusal(error=errors.InvalidRequest.code, message=message, hint=hint))


def refused_by_service(response: httpx.Response, attempts: int) -> SessionNotGranted:
    """The service's refusal, its words freed of anything secret that it may have echoed."""
    said = api.parse_error(response.content)
    # Before they are cut to length: half a key would no longer be found.
    words = api.ErrorAnswer(error=redact(said.error), message=redact(said.message))
    reason = api.refusal(response.status_code, words.model_dump_json().encode())
    if response.status_code in _PASSED_ON:
        status = response.status_code
    else:
        status = 400 if isinstance(reason, errors.InvalidRequest) else 502
    error = plain(words.error, 200).strip() or reason.code
    return SessionNotGranted(
        status, Refusal(error=error, message=reason.message, hint=reason.hint, attempts=attempts)
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
    return SessionNotGranted(
        502,
        Refusal(
            error="upstream-bad-answer",
            message=f"The broker cannot use what the avatar service answered. {error.message}",
            hint="Check that the broker's upstream URL is that of an avatar service.",
            attempts=attempts,
        ),
    )
