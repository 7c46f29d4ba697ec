"""Runs the broker until it is told to stop: key, socket, signals."""

import errno
import os
import signal
import socket
import stat
import sys
from pathlib import Path
from types import FrameType
from typing import Final

import uvicorn
from fastapi import FastAPI

from viewer.broker.app import create_app
from viewer.broker.upstream import Upstream
from viewer.errors import UsageError
from viewer.settings import BrokerSettings

KEY_VARIABLE: Final = "ANAM_API_KEY"

# With the server's own rounds (0.1 s each) this keeps a stop within 1 s.
_GRACE: Final = 0.3


def serve(settings: BrokerSettings) -> int:
    """Run the broker in the main thread until SIGTERM or SIGINT; returns the exit code.

    Prints ``READY http://HOST:PORT`` on standard output once it listens.

    Raises:
        UsageError: no usable key, or the address cannot be had.
    """
    app = create_app(settings, find_key(settings))
    listener = _listen(settings.host, settings.port)
    config = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        server_header=False,
        lifespan="on",
        ws="none",
        timeout_graceful_shutdown=1,
    )
    server = _Server(config, app)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        server.should_exit = True

    # uvicorn raises the signal that stopped it once more when it is done; that must not kill us.
    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        server.run(sockets=[listener])
    finally:
        listener.close()
        for number, handler in before.items():
            signal.signal(number, handler)
    return 0


def find_key(settings: BrokerSettings) -> str:
    """The API key from the environment (``ANAM_API_KEY``), or else from ``settings.key_file``.

    Raises:
        UsageError: there is none, it cannot be one, or others may read the file.
    """
    key = os.environ.get(KEY_VARIABLE, "").strip()
    source = KEY_VARIABLE
    if not key and settings.key_file is not None:
        key = _read_private(settings.key_file.expanduser())
        source = f"The key file {settings.key_file}"
    elif not key:
        raise UsageError(
            "The broker has no API key.",
            hint=f"Set {KEY_VARIABLE}, or name a file that only you can read with --key-file.",
        )
    if not key or not all("!" <= character <= "~" for character in key):
        raise UsageError(
            f"{source} does not hold an API key.", hint="A key is one word of letters, digits and signs."
        )
    return key


class _Server(uvicorn.Server):
    """Says when it listens, and hurries what is under way when it stops."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and sockets:
            sys.stdout.write(f"READY {_url(sockets[0])}\n")
            sys.stdout.flush()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        upstream: Upstream = self._app.state.upstream
        upstream.stop(_GRACE)
        await super().shutdown(sockets)


def _read_private(file: Path) -> str:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UsageError(f"The key file {file} is not a regular file.")
        if status.st_mode & 0o077:
            raise UsageError(
                f"The key file {file} can be read or changed by others.",
                hint=f"Make it yours alone: chmod 600 {file}",
            )
        return file.read_text("utf-8").strip()
    except OSError as error:
        raise UsageError(f"The key file {file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"The key file {file} does not hold an API key.") from None


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.create_server((str(address[0]), port), family=family, backlog=128)
        # asyncio sets it on sockets that it makes itself; without it every answer waits for a delayed ACK.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        where = f"{host}:{port}"
        if error.errno == errno.EADDRINUSE:
            raise UsageError(
                f"The address {where} is in use.", hint="Choose another port, or 0 for a free one."
            ) from None
        raise UsageError(
            f"The broker cannot listen on {where}: {error.strerror or error}.",
            hint="Choose an address of this machine and a port above 1023.",
        ) from None


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
