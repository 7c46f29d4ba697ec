"""The engine's parts and how they go together. To import this takes as long as to import all of them."""

import gc

from fastapi import FastAPI

from viewer.engine.brains.choice import Brains, brains
from viewer.engine.cast.characters import JOE
from viewer.engine.face.portrait import load_portrait
from viewer.engine.service.api import create_app
from viewer.engine.service.registry import Registry
from viewer.engine.service.tokens import TokenIssuer
from viewer.engine.voice.voices import Voices
from viewer.protocol.api import ClientConfig
from viewer.settings import EngineSettings
from viewer.webrtc.internals import check_internals


class Assembly:
    """An engine that answers before all that it speaks and hears with is there. Make it in any thread.

    Args:
        needed_early: the brains, where they were needed before; None: those of ``settings``.

    Raises:
        UsageError: the language model's key is missing.
    """

    def __init__(
        self, settings: EngineSettings, client_config: ClientConfig, needed_early: Brains | None
    ) -> None:
        self._settings = settings
        self._client_config = client_config
        self._brains = needed_early or brains(settings)
        self._portrait = load_portrait()
        self._voices = Voices()
        self._registry: Registry | None = None

    def open(self) -> FastAPI:
        """The API, in the running event loop. Sessions wait for their voice.

        Raises:
            UsageError: aiortc or aioice does not fit.
        """
        check_internals()
        settings = self._settings
        self._registry = Registry(
            self._voices,
            self._portrait,
            settings.max_sessions,
            brains=self._brains,
            capacity=settings.capacity,
            heartbeat_seconds=settings.heartbeat_seconds,
        )
        tokens = TokenIssuer(settings.token_seconds)
        return create_app(self._registry, tokens, settings.api_key, self._client_config, settings.origins)

    async def fill(self) -> None:
        """Load what sessions will need, the most urgent first.

        Raises:
            UsageError: Joe's voice cannot be loaded.
        """
        assert self._registry, "it is not open"
        await self._voices.load(JOE.voice_id)
        # What is loaded now stays: collections have only the sessions to look at, and are short. Not later:
        # what belongs to a session does not.
        gc.freeze()
        gc.enable()
        if self._settings.hearing:
            # Not before: the first pictures must not wait for it.
            await self._registry.recogniser.load()

    async def close(self) -> None:
        """Say goodbye to every client and release everything."""
        if self._registry is not None:
            await self._registry.close()
