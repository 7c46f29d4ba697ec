"""The avatar service, as far as a broker asks it: ``python -m bench.broker.upstream``.

Answers as fast as a process can, below ``/N`` after N milliseconds.
"""

import asyncio
import json
import sys
from typing import Final, cast

import httptools
import uvloop

_SESSION: Final = {
    "sessionId": "0f6c1d0e-0d6c-4a1e-8a43-5f5a9f0d3c11",
    "region": "eu",
    "engineHost": "engine.example/cell/7",
    "engineProtocol": "https",
    "signallingEndpoint": "/ws",
    "clientConfig": {
        "heartbeatIntervalSeconds": 5,
        "maxWsReconnectionAttempts": 5,
        "iceServers": [
            {"urls": ["stun:stun.example:3478"]},
            {
                "urls": ["turn:turn.example:3478?transport=udp", "turns:turn.example:443?transport=tcp"],
                "username": "1795000000:viewer",
                "credential": "c2VjcmV0IG9mIHRoZSBiZW5jaA==",
            },
        ],
    },
}
_TOKEN: Final = {"sessionToken": f"eyJhbGciOiJIUzI1NiJ9.{'e30' * 80}.{'c2ln' * 10}"}


def _answer(body: object) -> bytes:
    text = json.dumps(body).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n"
    return head.encode() + text


class _Connection(asyncio.Protocol):
    _ANSWERS: Final = (_answer(_SESSION), _answer(_TOKEN))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's is none by its class.
        self._transport = cast("asyncio.Transport", transport)
        self._parser = httptools.HttpRequestParser(self)
        self._url = b""

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_url(self, url: bytes) -> None:
        self._url += url

    def on_message_complete(self) -> None:
        _, delay, path = self._url.decode().split("/", 2)
        self._url = b""
        # Whatever else it is asked, to end a session, it answers as well.
        answer = self._ANSWERS[path == "v1/auth/session-token"]
        if delay == "0":
            self._transport.write(answer)
        else:
            asyncio.get_running_loop().call_later(int(delay) / 1000, self._transport.write, answer)


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(_Connection, "127.0.0.1", 0, backlog=512)
    sys.stdout.write(f"READY http://127.0.0.1:{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(_serve())
