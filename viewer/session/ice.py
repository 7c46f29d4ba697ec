"""Which STUN and TURN servers answer.

aiortc 1.16.0 uses the first STUN and the first TURN URL only, and gathering waits 5 s for one that is
silent, so each is asked first and at most one of each kind is handed on. Trickle ICE with all servers in
aiortc would make this file unnecessary.
"""

import asyncio
import logging
import os
import struct
from dataclasses import dataclass
from typing import Any, Final

from aiortc.rtcicetransport import parse_stun_turn_uri

from viewer.protocol.api import ClientConfig, IceServer

_log = logging.getLogger(__name__)

PATIENCE: Final = 0.3

# Of what answers, the first in this order is taken: a relay is quickest over UDP.
_PREFERENCE: Final = (("stun", "udp"), ("turn", "udp"), ("turn", "tcp"), ("turns", "tcp"))

_MAGIC_COOKIE: Final = 0x2112A442


async def with_answering_servers(config: ClientConfig) -> ClientConfig:
    """``config`` with the servers that answer within :data:`PATIENCE`, at most one STUN and one TURN.

    A relay is kept unasked if none answers but the policy allows nothing else.
    """
    offered = [target for server in config.ice_servers for target in _targets(server)]
    if not offered:
        return config.model_copy(update={"ice_servers": ()})
    answers = await asyncio.gather(*(_answers(target) for target in offered))
    alive = [target for target, answered in zip(offered, answers, strict=True) if answered]
    _log.info("%d of %d STUN and TURN servers answer", len(alive), len(offered))
    stun = _best(alive, "stun")
    turn = _best(alive, "turn")
    if turn is None and config.ice_transport_policy == "relay":
        turn = _best(offered, "turn")
    chosen = tuple(target.server for target in (stun, turn) if target is not None)
    return config.model_copy(update={"ice_servers": chosen})


@dataclass(frozen=True, slots=True)
class _Target:
    """One URL of one server."""

    scheme: str
    host: str
    port: int
    transport: str
    server: IceServer

    @property
    def rank(self) -> int:
        return _PREFERENCE.index((self.scheme, self.transport))


def _targets(server: IceServer) -> list[_Target]:
    """The URLs of ``server`` that aiortc can use; others are left out."""
    targets = []
    for url in server.urls:
        try:
            parts: dict[str, Any] = parse_stun_turn_uri(url)
        except ValueError:
            _log.info("an ICE server's URL is not one")
            continue
        scheme, transport = parts["scheme"], parts.get("transport") or "udp"
        if (scheme, transport) in _PREFERENCE:
            alone = server.model_copy(update={"urls": (url,)})
            targets.append(_Target(scheme, parts["host"], parts["port"], transport, alone))
    return targets


def _best(targets: list[_Target], kind: str) -> _Target | None:
    return min((t for t in targets if t.scheme.startswith(kind)), key=lambda t: t.rank, default=None)


async def _answers(target: _Target) -> bool:
    try:
        async with asyncio.timeout(PATIENCE):
            if target.transport == "udp":
                return await _answers_binding(target.host, target.port)
            _, writer = await asyncio.open_connection(target.host, target.port)
            writer.close()
            return True
    except (TimeoutError, OSError):
        return False


async def _answers_binding(host: str, port: int) -> bool:
    """Whether a STUN Binding request (RFC 8489 section 6) is answered, by success or by error."""
    transaction = os.urandom(12)
    answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(
        lambda: _Binding(transaction, answer), remote_addr=(host, port)
    )
    try:
        transport.sendto(struct.pack("!HHI", 1, 0, _MAGIC_COOKIE) + transaction)
        return await answer
    finally:
        transport.close()


class _Binding(asyncio.DatagramProtocol):
    def __init__(self, transaction: bytes, answer: asyncio.Future[bool]) -> None:
        self._transaction = transaction
        self._answer = answer

    def datagram_received(self, data: bytes, addr: tuple[str | Any, int]) -> None:
        if data[8:20] == self._transaction and not self._answer.done():
            self._answer.set_result(True)

    def error_received(self, exc: Exception) -> None:
        if not self._answer.done():
            self._answer.set_result(False)
