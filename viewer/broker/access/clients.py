"""The file of the clients that may ask: who they are and a hash of each one's token.

SHA-256 is right here. Slow hashes protect passwords, which can be guessed; a token is 256 bits of chance,
which cannot, and a slow hash would let anybody keep the broker busy with nonsense.
"""

import hashlib
import os
import secrets
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

from viewer.broker.rules import Allowance, PersonaName
from viewer.errors import UsageError

# By it people and scanners for secrets know what they have found.
TOKEN_PREFIX: Final = "pvc_"
MAX_FILE_BYTES: Final = 8 << 20
_TOKEN_BYTES: Final = 32

ClientName = Annotated[str, Field(pattern=r"^[\w.@-]{1,64}$")]


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Client(_Kept):
    """One that may ask."""

    name: ClientName
    token_sha256: str = Field(pattern="^[0-9a-f]{64}$")
    created: AwareDatetime
    expires: AwareDatetime | None = None
    personas: frozenset[PersonaName] | None = None
    """The only ones it may have; None: all of the broker's."""
    allowance: Allowance = Allowance()


class Clients(_Kept):
    """The whole file."""

    version: Literal[1] = 1
    clients: tuple[Client, ...] = ()

    @model_validator(mode="after")
    def _names_are_unique(self) -> "Clients":
        names = [client.name.casefold() for client in self.clients]
        if len(set(names)) < len(names):
            raise ValueError("two clients have the same name")
        return self


def new_token() -> str:
    """One that nobody can guess."""
    return TOKEN_PREFIX + secrets.token_urlsafe(_TOKEN_BYTES)


def hash_of(token: str) -> str:
    """What the file keeps of ``token``."""
    return hashlib.sha256(token.encode()).hexdigest()


def read_clients(file: Path) -> Clients:
    """What ``file`` says; no clients if there is none. Blocks.

    Raises:
        UsageError: it cannot be read, others may change it, or it is not such a file.
    """
    try:
        with file.open("rb") as opened:
            status = os.fstat(opened.fileno())
            # Windows has no such bits: there a file in one's own folder is one's own.
            if sys.platform != "win32" and status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                raise UsageError(
                    f"The file of clients {file} can be changed by others.",
                    hint=f"Make it yours alone: chmod 600 {file}",
                )
            text = opened.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        return Clients()
    except OSError as error:
        raise UsageError(f"The file of clients {file} cannot be read: {error.strerror}.") from None
    if len(text) > MAX_FILE_BYTES:
        raise UsageError(f"The file of clients {file} is too long.")
    try:
        return Clients.model_validate_json(text)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in fault["loc"])
        what = fault["msg"].removeprefix("Value error, ")
        raise UsageError(
            f"The file of clients {file} is wrong{f' at {where}' if where else ''}: {what}.",
            hint="Change it with persona-viewer broker token, or put a copy back.",
        ) from None


def add_client(
    file: Path,
    name: str,
    *,
    now: datetime,
    expires: datetime | None = None,
    personas: frozenset[str] | None = None,
    allowance: Allowance | None = None,
) -> str:
    """Add the client ``name`` to ``file``; returns its token, which is kept nowhere. Blocks.

    Raises:
        UsageError: there is one of that name, what it is to have cannot be, or the file cannot be written.
    """
    token = new_token()
    try:
        client = Client(
            name=name,
            token_sha256=hash_of(token),
            created=now,
            expires=expires,
            personas=personas,
            allowance=allowance or Allowance(),
        )
    except ValidationError:
        raise UsageError(
            f"“{name}” cannot be the name of a client.",
            hint="Give 1 to 64 letters, digits and the signs . _ - @, and personas of 1 to 200 characters.",
        ) from None

    def with_client(before: Clients) -> Clients:
        for other in before.clients:
            if other.name.casefold() == name.casefold():
                raise UsageError(
                    f"There is a client {other.name} already.",
                    hint="To give it a new token, revoke the old one first: "
                    f"persona-viewer broker token revoke {other.name}.",
                )
        return Clients(clients=(*before.clients, client))

    _change(file, with_client)
    return token


def remove_client(file: Path, name: str) -> None:
    """Take the client ``name`` out of ``file``. Blocks.

    Raises:
        UsageError: there is none of that name, or the file cannot be written.
    """

    def without_client(before: Clients) -> Clients:
        rest = tuple(client for client in before.clients if client.name != name)
        if len(rest) == len(before.clients):
            raise UsageError(
                f"There is no client {name} in {file}.", hint="See persona-viewer broker token list."
            )
        return Clients(clients=rest)

    _change(file, without_client)


def unix_time(moment: datetime | None) -> float | None:
    """Seconds since 1970."""
    return moment.astimezone(UTC).timestamp() if moment else None


def _change(file: Path, how: Callable[[Clients], Clients]) -> None:
    """Replace ``file`` in one step. The new one is made first: while it is there nobody else changes it."""
    fresh = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise UsageError(
            f"The file of clients {file} is being changed just now.",
            hint=f"Try again; if nobody else does so, remove {fresh}.",
        ) from None
    except OSError as error:
        raise _not_written(file, error) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write(how(read_clients(file)).model_dump_json(indent=1, exclude_none=True) + "\n")
            opened.flush()
            os.fsync(opened.fileno())
        _keep_owner(file, fresh)
        fresh.replace(file)
    except BaseException as error:
        # Only here: once it has taken the old one's place, one of that name is somebody else's.
        fresh.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _not_written(file, error) from None
        raise


def _keep_owner(file: Path, fresh: Path) -> None:
    """Root may change the file of the user that the broker runs as: that one has to read it still."""
    if sys.platform != "win32":
        with suppress(FileNotFoundError):
            before = file.stat()
            if (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
                os.chown(fresh, before.st_uid, before.st_gid)


def _not_written(file: Path, error: OSError) -> UsageError:
    return UsageError(f"The file of clients {file} cannot be written: {error.strerror}.")
