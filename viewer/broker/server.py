"""Runs the broker until it is told to stop: key, socket, signals."""

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
from viewer.protocol.signalling import MAX_MESSAGE_BYTES
from viewer.serving.keys import checked_key, key_in_environment
from viewer.serving.listening import listen, say_ready
from viewer.settings import BrokerSettings
from viewer.trust import check_tls_files

KEY_VARIABLE: Final = "ANAM_API_KEY"

# With the server's own rounds (0.1 s each) this keeps a stop within 1 s.
_GRACE: Final = 0.3


def serve(settings: BrokerSettings) -> int:
    """Run the broker in the main thread until SIGTERM or SIGINT; returns the exit code.

    Prints ``READY http://HOST:PORT`` on standard output once it listens.

    Raises:
        UsageError: no usable key, the address cannot be had, or the environment names files for TLS that
            cannot be used.
    """
    check_tls_files()
    app = create_app(settings, find_key(settings))
    listener = listen(settings.host, settings.port)
    config = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        server_header=False,
        lifespan="on",
        ws="websockets-sansio",
        ws_max_size=MAX_MESSAGE_BYTES,
        ws_per_message_deflate=False,
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
    if key := key_in_environment([KEY_VARIABLE], "an API key"):
        return key
    if settings.key_file is None:
        raise UsageError(
            "The broker has no API key.",
            hint=f"Set {KEY_VARIABLE}, or name a file that only you can read with --key-file.",
        )
    key = _read_private(settings.key_file.expanduser())
    return checked_key(key, f"The key file {settings.key_file}", "an API key")


class _Server(uvicorn.Server):
    """Says when it listens, and hurries what is under way when it stops."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and sockets:
            say_ready(sockets[0])

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        upstream: Upstream = self._app.state.upstream
        upstream.stop(_GRACE)
        await super().shutdown(sockets)


def _read_private(file: Path) -> str:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UsageError(f"The key file {file} is not a regular file.")
        # Windows has no such bits: there a file in one's own folder is one's own.
        if sys.platform != "win32" and status.st_mode & 0o077:
            raise UsageError(
                f"The key file {file} can be read or changed by others.",
                hint=f"Make it yours alone: chmod 600 {file}",
            )
        return file.read_text("utf-8").strip()
    except OSError as error:
        raise UsageError(f"The key file {file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"The key file {file} does not hold an API key.") from None
