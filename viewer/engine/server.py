"""Runs the engine: one process, one event loop for HTTP, signalling and WebRTC."""

import asyncio
import gc
import json
import logging
import signal
import socket

import uvicorn

from viewer.engine import bitrate, ice_restart
from viewer.engine.api import create_app
from viewer.engine.brains import Brains, brains
from viewer.engine.characters import JOE
from viewer.engine.memory import share_arenas
from viewer.engine.portrait import load_portrait
from viewer.engine.registry import Registry
from viewer.engine.tokens import TokenIssuer
from viewer.engine.voices import Voices
from viewer.errors import UsageError
from viewer.protocol.api import ClientConfig
from viewer.protocol.signalling import MAX_MESSAGE_BYTES
from viewer.redaction import remember_secret
from viewer.settings import EngineSettings
from viewer.tasks import TaskGroup

_log = logging.getLogger(__name__)


def serve(settings: EngineSettings) -> int:
    """Serve until SIGTERM or SIGINT; returns the exit code. Call from the main thread.

    Prints ``READY http://HOST:PORT`` on standard output once it listens.

    Raises:
        UsageError: the address cannot be listened on, the ICE servers are not what they have to be, or the
            language model's key is missing.
    """
    remember_secret(settings.api_key)
    share_arenas()
    bitrate.check_aiortc()
    ice_restart.check_aiortc()
    client_config = _client_config(settings)
    minds = brains(settings)
    listener = _listen(settings.host, settings.port)
    asyncio.run(_serve(settings, client_config, minds, listener))
    return 0


async def _serve(
    settings: EngineSettings, client_config: ClientConfig, minds: Brains, listener: socket.socket
) -> None:
    stop = asyncio.Event()
    # SIGTERM while the model loads must end the process too.
    _stop_on_signals(stop)
    voices = Voices()
    await voices.load(JOE.voice_id)
    registry = Registry(
        voices,
        load_portrait(),
        settings.max_sessions,
        brains=minds,
        capacity=settings.capacity,
        heartbeat_seconds=settings.heartbeat_seconds,
    )
    app = create_app(registry, TokenIssuer(settings.token_seconds), settings.api_key, client_config)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            ws="websockets-sansio",
            ws_max_size=MAX_MESSAGE_BYTES,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
    )
    tasks = TaskGroup("engine")
    serving = tasks.spawn("http", server.serve(sockets=[listener]))
    while not server.started and not serving.done():  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.005)
    # Uvicorn has put its own handlers there; ours let the sessions say goodbye first.
    _stop_on_signals(stop)
    # What is loaded now stays: collections have only the sessions to look at, and are short.
    gc.freeze()
    if server.started:
        host, port = listener.getsockname()[:2]
        print(f"READY http://{f'[{host}]' if ':' in host else host}:{port}", flush=True)  # noqa: T201
        if settings.hearing:
            # Not before: the first pictures must not wait for it.
            registry.recogniser.load()
        await stop.wait()
    await registry.close()
    server.should_exit = True
    await serving


def _client_config(settings: EngineSettings) -> ClientConfig:
    """What clients are told; the credentials in it never reach the log."""
    try:
        config = ClientConfig.model_validate(
            {
                "iceServers": json.loads(settings.ice_servers),
                "iceTransportPolicy": settings.ice_transport_policy,
                "heartbeatIntervalSeconds": settings.heartbeat_seconds,
            }
        )
    except ValueError:
        raise UsageError(
            "The setting ice_servers is wrong: it has to be a JSON list of W3C RTCIceServer.",
            hint='It looks like [{"urls": ["stun:stun.example.com"]}].',
        ) from None
    for server in config.ice_servers:
        if server.credential:
            remember_secret(server.credential)
    return config


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.create_server(address, family=family)
        # asyncio sets it on sockets that it makes itself; without it every answer waits for a delayed ACK.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        raise UsageError(
            f"Cannot listen on {host}:{port}: {error.strerror}.",
            hint="Choose another --port (0 for a free one) or end the program that uses it.",
        ) from error
