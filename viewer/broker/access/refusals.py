"""What the broker answers to whoever may not ask."""

import math
from typing import Final

from viewer import errors
from viewer.broker.refusal import SessionNotGranted, refused
from viewer.protocol import refusals

# RFC 6750 section 3; by it viewers know that the broker itself refuses, and not the service behind it.
_CHALLENGE: Final = 'Bearer realm="persona-viewer broker"'
_NEW_TOKEN: Final = "Ask the broker's operator for a new one."


def no_host() -> SessionNotGranted:
    """No ``Host``, several, or one that is none."""
    return refused(
        400,
        "no-host",
        "The request does not say which host it is for.",
        "Send one Host header, as every HTTP client does.",
    )


def wrong_host() -> SessionNotGranted:
    """A ``Host`` that is not this broker: a page that had its own name point here (DNS rebinding)."""
    return refused(
        421,
        refusals.WRONG_HOST,
        "The broker does not go by this name.",
        "Use the address it listens on, or add the name to access.hosts in the broker's rules.",
    )


def wrong_origin() -> SessionNotGranted:
    """A web page that is not one of those named."""
    return refused(
        403,
        "wrong-origin",
        "This web page may not use the broker.",
        "If it is your page, add its origin to access.origins in the broker's rules.",
    )


def not_declared_as_json() -> SessionNotGranted:
    """Another ``Content-Type``, or none: what any page may send anywhere without being asked for."""
    return refused(
        415,
        "wrong-content-type",
        "The request's content is not declared as JSON.",
        "Send the header Content-Type: application/json.",
    )


def through_a_proxy() -> SessionNotGranted:
    """A proxy on this computer stands before a broker that asks for no token."""
    return refused(
        403,
        "through-a-proxy",
        "The request came through a proxy, and this broker asks for no token: anybody could start sessions.",
        "Give each client a token (persona-viewer broker token add NAME), or start it with --allow-open.",
    )


def token_missing() -> SessionNotGranted:
    """No token, and the broker wants one."""
    return refused(
        401,
        "token-missing",
        errors.TokenWanted.default_message,
        "Send the one that its operator gave you, as Authorization: Bearer TOKEN.",
        {"WWW-Authenticate": _CHALLENGE},
    )


def token_refused(why: str) -> SessionNotGranted:
    """A token that is not accepted. ``why`` ends the sentence, and tells nothing that helps to make one."""
    return refused(
        401,
        "token-refused",
        f"{refusals.TOKEN_REFUSED}: {why}.",
        _NEW_TOKEN,
        {"WWW-Authenticate": f'{_CHALLENGE}, error="invalid_token"'},
    )


def token_without_personas(claim: str) -> SessionNotGranted:
    """A good token that does not say whom its client may talk to, though the rules want that."""
    return refused(
        403,
        "token-without-personas",
        "The token does not say which personas its client may have.",
        f"Have the identity provider put a list of texts into its claim {claim}.",
    )


def provider_silent(retry_after: float) -> SessionNotGranted:
    """No key to check tokens with; nobody is let in until there is one."""
    return refused(
        502,
        "no-keys",
        "The broker cannot check tokens: it could not get the keys of the identity provider.",
        "Try again in a moment; if it goes on, ask the broker's operator.",
        {"Retry-After": str(max(1, math.ceil(retry_after)))},
    )
