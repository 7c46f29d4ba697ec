"""What comes of a user who says nothing: the persona speaks up, and in the end the session is over."""

import asyncio
from collections.abc import Callable
from typing import Final

from viewer.engine.persona.behaviour import Persona
from viewer.protocol.configuration.persona_config import VoiceDetectionOptions
from viewer.tasks import BackgroundTasks

# How often it is looked who speaks: many things make a persona speak, and none of them says so to all.
_LOOK_SECONDS: Final = 0.1


class Silence:
    """The silences of one session. Use from the event loop.

    Args:
        options: after how many seconds of silence what comes of it.
        over: told for the client why the session ends.
        prompts: whether the persona speaks up; where the client brings the words, it does not.
    """

    def __init__(
        self, persona: Persona, options: VoiceDetectionOptions, over: Callable[[str], None], *, prompts: bool
    ) -> None:
        self._persona = persona
        self._over = over
        self._until_prompt = (options.silence_before_skip_turn_seconds or None) if prompts else None
        self._until_end = options.silence_before_session_end_seconds or None
        self._prompted = False
        self._prompt_heard = False
        self._turn_began = 0.0
        self._user_was_last = 0.0
        self._tasks = BackgroundTasks("silence")

    def begin(self) -> None:
        """Look from now on. The client is there."""
        if self._until_prompt is not None or self._until_end is not None:
            self.broken()
            self._tasks.spawn("watch", self._watch())

    def broken(self) -> None:
        """The user did something just now."""
        self._prompted = False
        self._turn_began = self._user_was_last = _now()

    async def close(self) -> None:
        """Look no more."""
        await self._tasks.cancel()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            persona = self._persona
            if persona.listening:
                self.broken()
            elif persona.speaking or persona.thinking:
                self._turn_began = _now()
                self._prompt_heard = True
                # What the persona says because nobody speaks does not make the user less silent.
                if not self._prompted:
                    self._user_was_last = self._turn_began
            elif self._is_over():
                return

    def _is_over(self) -> bool:
        now = _now()
        if self._prompt_heard:
            self._prompted = self._prompt_heard = False
        if self._until_end is not None and now - self._user_was_last >= self._until_end:
            self._over(f"The session ended because you said nothing for {self._until_end:g} seconds.")
            return True
        if self._until_prompt is not None and now - self._turn_began >= self._until_prompt:
            self._turn_began = now
            self._prompted = True
            self._persona.speak_up()
        return False


def _now() -> float:
    return asyncio.get_running_loop().time()
