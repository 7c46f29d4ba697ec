"""What the endpoint answers to whom. ``README.md`` of the kiosk shows how to ask."""

import asyncio
import hmac
import json
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final, Literal, Protocol, TypeAlias, get_args

from viewer import __version__
from viewer.threads import UnattendedThreads
from viewer.ui.kiosk.watched.endpoint.http import Request, Response
from viewer.ui.kiosk.watched.status import Status, metrics

Act: TypeAlias = Literal["restart", "off", "on", "wake"]
ACTS: Final[tuple[Act, ...]] = get_args(Act)
_TEXT: Final = "text/plain; charset=utf-8"
_PROMETHEUS: Final = "text/plain; version=0.0.4; charset=utf-8"


class Office(Protocol):
    """The kiosk, as the endpoint's thread knows it."""

    @property
    def status(self) -> Status:
        """How it was the last time that it said so."""

    def log(self) -> list[str]:
        """The last lines of the log, redacted."""

    def screenshot(self) -> bytes | None:
        """The screen as PNG; None: somebody is there. Blocks; call it on a thread of its own.

        Raises:
            TimeoutError: the window hangs.
        """

    def act(self, wanted: Act) -> None:
        """Have that done. Never waits."""


@dataclass(frozen=True)
class Pages:
    """``token``: what is to be shown; ``clock``: monotonic seconds."""

    office: Office
    token: str = field(repr=False)
    clock: Callable[[], float] = time.monotonic

    async def answer(self, request: Request) -> Response:
        """What ``request`` gets. Whoever has no token learns nothing."""
        if not hmac.compare_digest(request.token.encode(), self.token.encode()):
            return refusal(HTTPStatus.UNAUTHORIZED, ("WWW-Authenticate", "Bearer"))
        name = request.path.removeprefix("/")
        act = next((act for act in ACTS if act == name), None)
        known = act is not None or name in _PAGES
        if not known:
            return refusal(HTTPStatus.NOT_FOUND)
        allowed = "POST" if act else "GET"
        if request.method != allowed:
            return refusal(HTTPStatus.METHOD_NOT_ALLOWED, ("Allow", allowed))
        if act:
            self.office.act(act)
            return _json({"accepted": act}, HTTPStatus.ACCEPTED)
        if name == "screenshot":
            return await self._screenshot()
        return self._page(name)

    def _page(self, name: str) -> Response:
        status, now = self.office.status, self.clock()
        match name:
            case "health":
                health = status.health(now)
                return _json(health, HTTPStatus.OK if health["healthy"] else HTTPStatus.SERVICE_UNAVAILABLE)
            case "version":
                return _json({"version": __version__, "python": platform.python_version()})
            case "error":
                return _json(status.facts["last_error"])
            case "metrics":
                return Response(HTTPStatus.OK, metrics(status, now).encode(), _PROMETHEUS)
            case "log":
                return Response(HTTPStatus.OK, ("\n".join(self.office.log()) + "\n").encode(), _TEXT)
        return _json({**status.facts, "seconds_old": round(now - status.at, 1)})

    async def _screenshot(self) -> Response:
        loop = asyncio.get_running_loop()
        try:
            png = await loop.run_in_executor(UnattendedThreads(), self.office.screenshot)
        except TimeoutError:
            return refusal(HTTPStatus.SERVICE_UNAVAILABLE)
        if png is None:
            return refusal(HTTPStatus.CONFLICT)
        return Response(HTTPStatus.OK, png, "image/png")


_PAGES: Final = frozenset({"health", "version", "state", "error", "metrics", "log", "screenshot"})

_WORDS: Final = {
    HTTPStatus.BAD_REQUEST: "This is no request.",
    HTTPStatus.UNAUTHORIZED: "Show the kiosk's token: Authorization: Bearer TOKEN.",
    HTTPStatus.NOT_FOUND: "There are GET /health, /version, /state, /error, /metrics, /log and /screenshot, "
    "and POST /restart, /off, /on and /wake.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Pages are asked for with GET, and wishes are sent with POST.",
    HTTPStatus.CONFLICT: "Somebody is there, and the kiosk's file does not allow screenshots of that.",
    HTTPStatus.LENGTH_REQUIRED: "Say how long it is: Content-Length.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "This is too long.",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "This is too long.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The window does not answer.",
}


def refusal(status: int, *more: tuple[str, str]) -> Response:
    """A sentence that says why."""
    body = json.dumps({"error": _WORDS[HTTPStatus(status)]}) + "\n"
    return Response(status, body.encode(), more=more)


def _json(said: Any, status: int = HTTPStatus.OK) -> Response:
    return Response(status, (json.dumps(said, indent=2) + "\n").encode())
