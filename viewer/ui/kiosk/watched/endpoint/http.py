"""As much of HTTP/1.1 (RFC 9112) as the endpoint needs: requests without a body that matters. Pure."""

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

MAX_HEAD: Final = 8192
MAX_BODY: Final = 1024
"""What comes with a POST is read and dropped."""

_TOKEN: Final = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
# Whoever says these twice wants two readers to understand two things.
_ONCE: Final = frozenset({"authorization", "content-length", "transfer-encoding", "host"})


@dataclass(frozen=True, slots=True)
class Request:
    """``path``: without what follows “?”. ``token``: that of ``Authorization: Bearer``, or empty.
    ``length``: of its body.
    """

    method: str
    path: str
    token: str = ""
    length: int = 0


@dataclass(frozen=True, slots=True)
class Response:
    """``kind``: of its body."""

    status: int
    body: bytes = b""
    kind: str = "application/json"
    more: tuple[tuple[str, str], ...] = ()

    def written(self) -> bytes:
        """As it is sent; the connection ends after it."""
        lines = [
            f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}",
            f"Content-Type: {self.kind}",
            f"Content-Length: {len(self.body)}",
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            "Connection: close",
            *(f"{name}: {value}" for name, value in self.more),
        ]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + self.body


class Refused(Exception):
    """What came is no request that is answered; ``status`` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def read_head(head: bytes) -> Request:
    """The request whose ``head``, with the empty line at its end, came.

    Raises:
        Refused: it is none.
    """
    first, *lines = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    words = first.split(b" ")
    if len(words) != 3 or not _TOKEN.fullmatch(words[0]) or not words[2].startswith(b"HTTP/1."):
        raise Refused(HTTPStatus.BAD_REQUEST)
    if not words[1].startswith(b"/") or not words[1].isascii():
        raise Refused(HTTPStatus.BAD_REQUEST)
    fields = _fields(lines)
    if "transfer-encoding" in fields:
        raise Refused(HTTPStatus.LENGTH_REQUIRED)
    said = fields.get("content-length", "0")
    if not (said.isascii() and said.isdigit()):
        raise Refused(HTTPStatus.BAD_REQUEST)
    if len(said) > 9 or int(said) > MAX_BODY:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    scheme, _, token = fields.get("authorization", "").partition(" ")
    path = words[1].partition(b"?")[0].decode("ascii")
    bearer = token.strip() if scheme.casefold() == "bearer" else ""
    return Request(words[0].decode("ascii"), path, bearer, int(said))


def _fields(lines: list[bytes]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(b":")
        lowered = name.decode("latin-1").lower()
        if not colon or not _TOKEN.fullmatch(name) or (lowered in fields and lowered in _ONCE):
            raise Refused(HTTPStatus.BAD_REQUEST)
        fields[lowered] = value.decode("latin-1").strip(" \t")
    return fields
