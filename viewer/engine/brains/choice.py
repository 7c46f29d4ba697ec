"""Which brain a session gets: the engine's own choice, or one that the persona's ``llmId`` names."""

import asyncio
from typing import Final

from viewer.engine.brains.brain import Brain, Echo
from viewer.engine.brains.language_model import NoLanguageModel, language_model
from viewer.engine.brains.script import Script
from viewer.settings import BrainName, EngineSettings


class Brains:
    """The brains of one engine, by name; ``default`` is for whoever names none of them."""

    def __init__(self, default: BrainName = "script", openai: Brain | None = None) -> None:
        self._default: Final = default
        self._brains: Final[dict[str, Brain]] = {
            "script": Script(),
            "echo": Echo(),
            "openai": openai or NoLanguageModel(),
        }

    def of(self, llm_id: str | None) -> Brain:
        """The brain that ``llm_id`` names. The service's own ids mean the default here."""
        return self._brains.get(llm_id or "", self._brains[self._default])

    async def close(self) -> None:
        """Let go of what they hold."""
        await asyncio.gather(*(brain.close() for brain in self._brains.values()))


def brains(settings: EngineSettings) -> Brains:
    """Those of an engine with ``settings``. A language model is asked only where the engine is told to.

    Raises:
        UsageError: the language model's key is missing or cannot be one.
    """
    return Brains(settings.brain, language_model(settings) if settings.brain == "openai" else None)
