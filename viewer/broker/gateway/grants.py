"""Which engines the gateway may reach: those of the sessions that this broker has granted."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from viewer.protocol.api import SessionInfo
from viewer.protocol.gateway import normal

MAX_GRANTS: Final = 10_000
# Seconds after the grant, or after its last socket has closed.
UNUSED_SECONDS: Final = 600.0
LONGEST_SECONDS: Final = 24 * 3600.0
MAX_SOCKETS: Final = 4
MAX_TALKS: Final = 4
# A socket on which nothing is said, not even a heartbeat.
_IDLE_SECONDS: Final = 60.0
_HEARTBEATS_MISSED: Final = 3


@dataclass(slots=True)
class Grant:
    """One session's engine. The URLs are what is connected to; a client only ever names them."""

    session_id: str
    signalling_url: str
    talk_url: str
    names: tuple[str, ...]
    """Every spelling that is taken for one of the two."""
    idle_seconds: float
    until: float
    """Of the event loop's clock."""
    used: float
    sockets: int = 0
    talks: int = 0

    def is_over(self, now: float) -> bool:
        """Whether nobody may use it any more."""
        return now >= self.until or not (self.sockets or now < self.used + UNUSED_SECONDS)


class Grants:
    """The sessions granted, by the exact URLs of their engines; the least recently used come first.

    What a client names is only ever compared, letter by letter, with what the service said. So no spelling of
    another host, port, path or query can mean anything. Use from one event loop.
    """

    def __init__(self, most: int = MAX_GRANTS) -> None:
        self._most = most
        self._grants: OrderedDict[str, Grant] = OrderedDict()
        """By session."""
        self._sockets: dict[str, Grant] = {}
        self._talks: dict[str, Grant] = {}

    def __len__(self) -> int:
        return len(self._grants)

    def remember(self, session: SessionInfo) -> bool:
        """Let the client of ``session`` through from now on; False if too many others are in use."""
        now = asyncio.get_running_loop().time()
        socket, talk = session.signalling_url, session.talk_url
        sockets, talks = (socket, normal(socket)), (talk, normal(talk))
        grant = Grant(
            session_id=session.session_id,
            signalling_url=sockets[1],
            talk_url=talks[1],
            names=(*sockets, *talks),
            idle_seconds=max(
                _IDLE_SECONDS, _HEARTBEATS_MISSED * session.client_config.heartbeat_interval_seconds
            ),
            until=now + LONGEST_SECONDS,
            used=now,
        )
        self.forget(grant.session_id)
        if not self._make_room(now):
            return False
        self._grants[grant.session_id] = grant
        self._sockets.update(dict.fromkeys(sockets, grant))
        self._talks.update(dict.fromkeys(talks, grant))
        return True

    def of_socket(self, target: str) -> Grant | None:
        """The session whose signalling is at ``target``."""
        return self._living(self._sockets.get(target))

    def of_talk(self, target: str) -> Grant | None:
        """The session whose ``/talk`` is at ``target``."""
        return self._living(self._talks.get(target))

    def _living(self, grant: Grant | None) -> Grant | None:
        now = asyncio.get_running_loop().time()
        if grant is None:
            return None
        if grant.is_over(now):
            self.forget(grant.session_id)
            return None
        self.touch(grant)
        return grant

    def touch(self, grant: Grant) -> None:
        """``grant`` is used now."""
        grant.used = asyncio.get_running_loop().time()
        if grant.session_id in self._grants:
            self._grants.move_to_end(grant.session_id)

    def _make_room(self, now: float) -> bool:
        while self._grants and next(iter(self._grants.values())).is_over(now):
            self.forget(next(iter(self._grants)))
        if len(self._grants) < self._most:
            return True
        unused = next((session for session, grant in self._grants.items() if not grant.sockets), None)
        if unused is None:
            return False
        self.forget(unused)
        return True

    def forget(self, session_id: str) -> None:
        """Let nobody through for it any more; sockets that are open stay until a side closes."""
        grant = self._grants.pop(session_id, None)
        for name in grant.names if grant else ():
            for index in (self._sockets, self._talks):
                if index.get(name) is grant:
                    del index[name]
