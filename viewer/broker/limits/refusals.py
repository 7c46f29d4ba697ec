"""What is answered to whoever wants more than there is, and when to ask again."""

import math

from viewer.broker.limits.counters import Claim, Full, Whose
from viewer.broker.refusal import SessionNotGranted, refused
from viewer.protocol.refusals import duration

_RETRY_SECONDS = 5.0


def too_many_requests(whose: Whose, limit: int | None, wait: float) -> SessionNotGranted:
    """``limit`` requests were made within a minute."""
    who = "This client may ask" if whose == "client" else "All clients together may ask"
    how_often = "once" if limit == 1 else f"{limit} times"
    return _until_later(429, "too-many-requests", f"{who} {how_often} a minute.", "Try again in {}.", wait)


def no_lease(full: Full, claim: Claim) -> SessionNotGranted:
    """All of what ``claim`` names are in use, or used up."""
    is_own = full.whose == "client"
    match full.what:
        case "sessions":
            limit = claim.sessions if is_own else claim.all_sessions
            who = "this client" if is_own else "the broker"
            which = "The only session" if limit == 1 else f"All {limit} sessions"
            verb = "is" if limit == 1 else "are"
            said = f"{which} that {who} may have at a time {verb} in use."
            return _until_later(
                429, "too-many-sessions", said, "End another session, or try again in {}.", full.wait
            )
        case "minutes":
            limit = claim.minutes if is_own else claim.all_minutes
            who = "This client's" if is_own else "The broker's"
            said = f"{who} {limit} minutes of sessions a day are used up, or in use."
            return _until_later(
                429, "minutes-used-up", said, "Try again in {}, or ask the operator for more.", full.wait
            )
        case "leases":
            said = "The broker has more sessions than it can count."
            return _until_later(503, "limits-unavailable", said, "Try again in {}.", full.wait)


def cannot_count() -> SessionNotGranted:
    """Nobody knows what is in use, and nothing is granted uncounted."""
    said = "The broker cannot count sessions at the moment, and grants none uncounted."
    hint = "Try again in {}; if it goes on, ask the broker's operator."
    return _until_later(503, "limits-unavailable", said, hint, _RETRY_SECONDS)


def no_such_session() -> SessionNotGranted:
    """The client has none of this ID, or the broker does not keep track of it."""
    said = "The broker knows no such session of this client."
    return refused(404, "no-such-session", said, "It may be over already.")


def _until_later(status: int, error: str, message: str, hint: str, wait: float) -> SessionNotGranted:
    seconds = max(math.ceil(wait), 1)
    headers = {"retry-after": str(seconds)}
    return refused(status, error, message, hint.format(duration(seconds)), headers, seconds)
