"""Runs the broker until it is told to stop: key, socket, signals."""

import asyncio
import gc
import logging
import math
import signal
import socket
import sys
from dataclasses import dataclass
from types import FrameType
from typing import Final

import uvicorn
from fastapi import FastAPI

from viewer.broker.access.access import Access
from viewer.broker.app import create_app
from viewer.broker.operation.logs import log_as_json
from viewer.broker.operation.pages_server import PagesServer, pages_server
from viewer.broker.operation.readiness import Readiness
from viewer.broker.operation.slow_clients import hurried
from viewer.broker.operation.tls import ServerTls, server_tls
from viewer.broker.rules import NO_RULES
from viewer.broker.rules_file import read_rules
from viewer.broker.rules_in_force import RulesInForce
from viewer.broker.upstream import Upstream
from viewer.errors import UsageError
from viewer.protocol.signalling import MAX_MESSAGE_BYTES
from viewer.serving.keys import checked_key, key_in_environment
from viewer.serving.listening import listen, say_ready
from viewer.serving.private_file import read_private
from viewer.settings import BrokerSettings
from viewer.tasks import BackgroundTasks
from viewer.trust import check_tls_files

_log = logging.getLogger(__name__)

KEY_VARIABLE: Final = "ANAM_API_KEY"


def serve(settings: BrokerSettings) -> int:
    """Run the broker in the main thread until SIGTERM or SIGINT; returns the exit code.

    Prints ``READY http://HOST:PORT`` on standard output once it listens. SIGHUP has the rules read again, and
    the certificate.

    Raises:
        UsageError: no usable key or rules, an address cannot be had, or files for TLS cannot be used; or
            others could ask without a token.
    """
    if settings.log_format == "json":
        log_as_json(settings.log_level)
    check_tls_files()
    tls = server_tls(settings.tls_cert, settings.tls_key)
    rules = read_rules(settings.rules) if settings.rules else NO_RULES
    app = create_app(settings, find_key(settings), rules=rules)
    listener = listen(settings.host, settings.port)
    access: Access = app.state.access
    try:
        access.check_exposure(listener.getsockname()[0])
        pages = pages_server(settings, app)
    except UsageError:
        listener.close()
        raise
    server = _Server(server_config(app, settings.stop_grace), Parts(app, settings.stop_grace, tls, pages))

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


def server_config(app: FastAPI, grace: float = 0.0) -> uvicorn.Config:
    """How uvicorn runs ``app``: with uvloop and httptools where they are installed (uvloop is not made for
    Windows, and either may have no wheel), elsewhere with asyncio's loop and h11, at a third of the speed.
    """
    return uvicorn.Config(
        app,
        loop="auto",
        http=hurried(),
        access_log=False,
        log_config=None,
        server_header=False,
        # It would believe what any program of this machine says of addresses.
        proxy_headers=False,
        lifespan="on",
        ws="websockets-sansio",
        ws_max_size=MAX_MESSAGE_BYTES,
        ws_per_message_deflate=False,
        # A moment more than what is under way may take.
        timeout_graceful_shutdown=math.ceil(grace) + 1,
    )


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
    key = read_private(settings.key_file.expanduser(), "an API key")
    return checked_key(key, f"The key file {settings.key_file}", "an API key")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a server has besides what uvicorn knows. ``grace`` is in seconds."""

    app: FastAPI
    grace: float = 0.0
    tls: ServerTls | None = None
    pages: PagesServer | None = None


class _Server(uvicorn.Server):
    """Says when it listens, and when it stops answers what is under way within a grace."""

    def __init__(self, config: uvicorn.Config, parts: Parts) -> None:
        super().__init__(config)
        self._parts = parts
        self._tasks = BackgroundTasks("server")

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        tls = self._parts.tls
        if tls:
            self.config.ssl = tls.context
        await super().startup(sockets)
        # What is loaded by now stays; requests leave few cycles behind, and are many.
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        if self.started and sockets:
            self._reload_on_hangup()
            say_ready(sockets[0], scheme="https" if tls else "http")
            if self._parts.pages:
                await self._parts.pages.open()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        state = self._parts.app.state
        readiness: Readiness = state.readiness
        readiness.is_draining = True
        upstream: Upstream = state.upstream
        upstream.stop(self._parts.grace)
        await super().shutdown(sockets)
        if self._parts.pages:
            await self._parts.pages.close()
        await self._tasks.cancel()

    def _reload_on_hangup(self) -> None:
        if sys.platform != "win32":  # which has no such signal
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGHUP, lambda: self._tasks.spawn("reload", self._reload()))

    async def _reload(self) -> None:
        rules: RulesInForce = self._parts.app.state.rules
        self._tasks.spawn("rules", rules.reload())
        if self._parts.tls:
            try:
                await asyncio.to_thread(self._parts.tls.reload)
            except UsageError as error:
                _log.error("the certificate stays as it was: %s %s", error.message, error.hint)
            else:
                _log.warning("the certificate was read again")
