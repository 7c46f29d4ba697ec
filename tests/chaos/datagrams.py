"""Datagrams' way between viewer and engine: some are lost, some are late, at times all are."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

Address: TypeAlias = tuple[str, int]


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

    def carry(self, deliver: Callable[[], None]) -> None:
        """Deliver at its time, or never."""
        if self.cut or self._dice.random() < self.loss:
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
            self._weather.carry(lambda: _send(near, data, viewer))


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
