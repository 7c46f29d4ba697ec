"""Clients that show a token which the broker made for them (``mode = "tokens"``)."""

import asyncio
import hmac
import logging
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

from viewer.broker.access import refusals
from viewer.broker.access.clients import Client, Clients, hash_of, read_clients, unix_time
from viewer.broker.caller import Caller
from viewer.errors import UsageError
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)

# Seconds after which a revoked token is refused at the latest.
LOOK_EVERY: Final = 1.0

# Characters of a hash by which it is looked up; the rest is compared in constant time.
_START: Final = 8

_State: TypeAlias = tuple[int, ...] | None


class ClientTokens:
    """The clients of ``file``, which is read again when it has changed, and ``others``, by the hashes of
    their tokens. Reads the file at once, and blocks for it; then use it from one event loop.

    Raises:
        UsageError: the file cannot be used.
    """

    def __init__(self, file: Path | None, others: Mapping[str, Caller] | None = None) -> None:
        self._file = file
        self._others = dict(others or {})
        self._by_start: dict[str, list[tuple[str, Caller]]] = {}
        self._tasks = BackgroundTasks("client-tokens")
        self._state: _State = None
        if file:
            self._state = _state_of(file)
        self._use(read_clients(file) if file else Clients())
        if not self._by_start:
            _log.warning("no client may ask yet: %s names none", file)

    problem: Final = ""

    async def start(self) -> None:
        """Notice changes from now on."""
        if self._file:
            self._tasks.spawn("watch", self._watch(self._file))

    async def close(self) -> None:
        """Notice nothing any more."""
        await self._tasks.cancel()

    async def check(self, token: str | None) -> Caller:
        """Whose ``token`` that is.

        Raises:
            SessionNotGranted: nobody's, or its time is over.
        """
        if token is None:
            raise refusals.token_missing()
        shown = hash_of(token)
        caller = None
        for known, candidate in self._by_start.get(shown[:_START], ()):
            if hmac.compare_digest(known, shown):
                caller = candidate
        if caller is None:
            raise refusals.token_refused("it is unknown or was revoked")
        if caller.until is not None and caller.until <= time.time():
            raise refusals.token_refused("it has expired")
        return caller

    async def look(self) -> None:
        """Read the file again if it has changed. One that is wrong changes nothing; one that is gone has no
        clients.
        """
        if self._file is None:
            return
        state = await asyncio.to_thread(_state_of, self._file)
        if state == self._state:
            return
        self._state = state
        try:
            clients = await asyncio.to_thread(read_clients, self._file)
        except UsageError as error:
            _log.error("the clients stay as they were: %s %s", error.message, error.hint)
            return
        self._use(clients)
        _log.info("the file of clients has changed: %d may ask", len(clients.clients) + len(self._others))

    async def _watch(self, file: Path) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            try:
                await self.look()
            except OSError as error:
                _log.error("%s cannot be looked at: %s", file, error.strerror)

    def _use(self, clients: Clients) -> None:
        by_start: dict[str, list[tuple[str, Caller]]] = {}
        of_file = {client.token_sha256: _caller(client) for client in clients.clients}
        for known, caller in (of_file | self._others).items():
            by_start.setdefault(known[:_START], []).append((known, caller))
        self._by_start = by_start


def _caller(client: Client) -> Caller:
    return Caller(
        client.name,
        personas=client.personas,
        allowance=client.allowance,
        until=unix_time(client.expires),
    )


def _state_of(file: Path) -> _State:
    """What is another as soon as the file is; None: there is no file."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    # The time of change tells of chmod, too; on Windows it is that of creation.
    return status.st_ctime_ns, status.st_mtime_ns, status.st_ino, status.st_size
