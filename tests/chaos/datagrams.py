"""Datagrams' way between viewer and engine: some are lost, some are late, at times all are."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

Address: TypeAlias = tuple[str, int]
_HEADER: Final = 12
_RTP_VERSION: Final = 2
_RTCP: Final = range(192, 224)


@dataclass
class Passed:
    """Packets of a stream that were ``sent``, and those of them that were ``lost``."""

    sent: int = 0
    lost: int = 0


@dataclass
class Weather:
    """What becomes of a datagram, in either direction. Seeded, so that a run can be had again."""

    loss: float = 0.0
    """Share of the datagrams that are lost, 0 to 1."""
    jitter: float = 0.0
    """Seconds by which a datagram is late, from 0 to this; so they overtake each other."""
    cut: bool = False

    def __post_init__(self) -> None:
        self._dice = random.Random(20)
        self.streams: dict[int, Passed] = {}
        """What became of the engine's media, by the SSRC of each stream."""

    def carry(self, deliver: Callable[[], None], stream: "Passed | None" = None) -> None:
        """Deliver at its time, or never; ``stream``: where to count it."""
        is_lost = self.cut or self._dice.random() < self.loss
        if stream:
            stream.sent += 1
            stream.lost += is_lost
        if is_lost:
            return
        if self.jitter:
            asyncio.get_running_loop().call_later(self._dice.uniform(0, self.jitter), deliver)
        else:
            deliver()


class DatagramRelay:
    """Stands for one address of the engine. Each address of the viewer gets a socket towards the engine."""

    def __init__(self, engine: Address, weather: Weather) -> None:
        self._engine = engine
        self._weather = weather
        self._near: asyncio.DatagramTransport | None = None
        self._far: dict[Address, asyncio.Task[asyncio.DatagramTransport]] = {}

    async def open(self) -> int:
        """The port to send to, at the engine's own IP address."""
        self._near = await _socket((self._engine[0], 0), self._from_viewer)
        port: int = self._near.get_extra_info("sockname")[1]
        return port

    async def close(self) -> None:
        """Carry nothing any more."""
        if self._near:
            self._near.close()
        for socket in self._far.values():
            (await socket).close()

    def _from_viewer(self, data: bytes, viewer: Address) -> None:
        if viewer not in self._far:
            self._far[viewer] = asyncio.create_task(
                _socket((self._engine[0], 0), lambda answer, _: self._from_engine(answer, viewer))
            )
        self._far[viewer].add_done_callback(
            lambda socket: self._weather.carry(lambda: _send(socket.result(), data, self._engine))
        )

    def _from_engine(self, data: bytes, viewer: Address) -> None:
        near = self._near
        if near is not None:
            self._weather.carry(lambda: _send(near, data, viewer), self._stream_of(data))

    def _stream_of(self, data: bytes) -> Passed | None:
        """That of an SRTP packet, whose header is in the clear (RFC 3711); RFC 7983 and RFC 5761 tell it from
        all else.
        """
        if len(data) < _HEADER or data[0] >> 6 != _RTP_VERSION or data[1] in _RTCP:
            return None
        ssrc = int.from_bytes(data[8:_HEADER], "big")
        return self._weather.streams.setdefault(ssrc, Passed())


class _Receiver(asyncio.DatagramProtocol):
    def __init__(self, received: Callable[[bytes, Address], None]) -> None:
        self._received = received

    def datagram_received(self, data: bytes, addr: tuple[str | Any, int]) -> None:
        self._received(data, (addr[0], addr[1]))


async def _socket(local: Address, received: Callable[[bytes, Address], None]) -> asyncio.DatagramTransport:
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(lambda: _Receiver(received), local_addr=local)
    return transport


def _send(socket: asyncio.DatagramTransport, data: bytes, to: Address) -> None:
    if not socket.is_closing():
        socket.sendto(data, to)
