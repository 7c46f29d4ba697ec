"""A proxy on loopback that counts what passes: HTTP (CONNECT and forwarding) and SOCKS5 on one port."""

import asyncio
import base64
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

USER: Final = "clerk"
PASSWORD: Final = "the-proxy-password"


@dataclass
class ProxyServer:
    """``passed`` lists “METHOD host:port”, in their order. ``refused``: methods that get a 403."""

    with_password: bool = False
    refused: frozenset[str] = frozenset()
    passed: list[str] = field(default_factory=list)
    port: int = 0

    def url(self, scheme: str = "http") -> str:
        """To be given to a viewer; with user and password where they are wanted."""
        who = f"{USER}:{PASSWORD}@" if self.with_password else ""
        return f"{scheme}://{who}127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        try:
            first = await reader.readexactly(1)
            if first == b"\x05":
                await self._socks(reader, writer)
            else:
                await self._http(first, reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            writer.transport.abort()
        finally:
            writer.close()

    async def _http(self, first: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = first + await reader.readuntil(b"\r\n\r\n")
        method, target, _ = head.partition(b"\r\n")[0].decode().split()
        if self.with_password and base64.b64encode(f"{USER}:{PASSWORD}".encode()) not in head:
            writer.write(b"HTTP/1.1 407 Who are you?\r\nContent-Length: 0\r\n\r\n")
            return
        if method in self.refused:
            writer.write(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")
            return
        parts = urlsplit(f"//{target}" if method == "CONNECT" else target)
        assert parts.hostname
        self.passed.append(f"{method} {parts.hostname}:{parts.port}")
        try:
            onward = await asyncio.open_connection(parts.hostname, parts.port)
        except OSError:
            writer.write(b"HTTP/1.1 502 Nobody there\r\nContent-Length: 0\r\n\r\n")
            return
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
        else:
            origin_form = f"{parts.path}?{parts.query}" if parts.query else parts.path
            onward[1].write(head.replace(target.encode(), origin_form.encode(), 1))
        await _join(reader, writer, *onward)

    async def _socks(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """RFC 1928 and RFC 1929."""
        methods = await reader.readexactly((await reader.readexactly(1))[0])
        if self.with_password and 2 not in methods:
            writer.write(b"\x05\xff")
            return
        writer.write(b"\x05\x02" if self.with_password else b"\x05\x00")
        if self.with_password:
            await reader.readexactly(1)
            who = [await reader.readexactly((await reader.readexactly(1))[0]) for _ in range(2)]
            right = who == [USER.encode(), PASSWORD.encode()]
            writer.write(b"\x01\x00" if right else b"\x01\x01")
            if not right:
                return
        _, _, _, kind = await reader.readexactly(4)
        length = 4 if kind == 1 else (await reader.readexactly(1))[0]
        raw = await reader.readexactly(length)
        host = ".".join(map(str, raw)) if kind == 1 else raw.decode()
        port = struct.unpack("!H", await reader.readexactly(2))[0]
        self.passed.append(f"SOCKS {host}:{port}")
        onward = await asyncio.open_connection(host, port)
        writer.write(b"\x05\x00\x00\x01" + bytes(6))
        await _join(reader, writer, *onward)


@asynccontextmanager
async def proxy_server(
    with_password: bool = False, refused: frozenset[str] = frozenset(), buffered: int | None = None
) -> AsyncIterator[ProxyServer]:
    """A proxy that runs as long as the context lasts.

    ``buffered``: about so many bytes wait for it at most, instead of several million.
    """
    proxy = ProxyServer(with_password, refused)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    if buffered is not None:
        server.sockets[0].setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffered)
    try:
        yield proxy
    finally:
        server.close()
        await server.wait_closed()


async def _join(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    onward_reader: asyncio.StreamReader,
    onward_writer: asyncio.StreamWriter,
) -> None:
    await asyncio.gather(_copy(reader, onward_writer), _copy(onward_reader, writer))


async def _copy(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    try:
        while data := await source.read(1 << 16):
            sink.write(data)
            await sink.drain()
    except OSError:
        sink.transport.abort()
    finally:
        sink.close()
