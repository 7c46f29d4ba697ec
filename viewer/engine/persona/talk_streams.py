"""Text streamed straight to the persona's speech, at the engine's end (protocol/README.md section 4)."""

import asyncio
import logging
import uuid
from collections import deque
from collections.abc import Callable
from typing import Final

from viewer.engine.persona.behaviour import MAX_TEXT, Persona
from viewer.engine.persona.speech import Speech
from viewer.protocol.signalling import TalkChunk
from viewer.protocol.talk_streams import SILENT_SECONDS, UTTERANCE_ID

_log = logging.getLogger(__name__)

MAX_STREAM: Final = 20 * MAX_TEXT
_REMEMBERED: Final = 256


class TalkStreams:
    """The talk streams of one session. Use from the event loop.

    Args:
        interrupted: told the correlation id of a stream that was cut off, once.
        has_utterances: whether the persona tells utterances apart; cara-3 avatars do not.
    """

    def __init__(
        self, persona: Persona, interrupted: Callable[[str], None], *, has_utterances: bool = True
    ) -> None:
        self._persona = persona
        self._interrupted = interrupted
        self._has_utterances = has_utterances
        self._streams: dict[str, Speech] = {}
        self._deadlines: dict[str, asyncio.TimerHandle] = {}
        self._lengths: dict[str, int] = {}
        self._over: deque[str] = deque(maxlen=_REMEMBERED)

    @property
    def open(self) -> list[str]:
        """Correlation ids of the streams that take more text."""
        return list(self._deadlines)

    def chunk(self, chunk: TalkChunk) -> None:
        """Text for a stream, which its first chunk begins. What comes for one that is over is dropped, but a
        first chunk may use its id again.
        """
        name = chunk.correlation_id
        if chunk.start_of_speech and name not in self._streams:
            self._over = deque((other for other in self._over if other != name), _REMEMBERED)
        if name in self._over:
            _log.info("dropped a chunk for a talk stream that is over")
            return
        speech = self._streams.get(name) or self._begin(name)
        if speech is None:
            return
        if chunk.content:
            self._wait_for_text(name)
            self._lengths[name] += len(chunk.content)
            if self._lengths[name] > MAX_STREAM:
                _log.info("cut off a talk stream that is too long")
                self._persona.cut(speech)
                return
        speech.add_text(chunk.content, self._utterance_id(chunk.utterance_id))
        if chunk.end_of_speech:
            self._end(name)

    def speech_cut(self, speech: Speech) -> None:
        """``speech`` was cut off: if it is a talk stream, the client learns so."""
        name = speech.correlation_id
        if name is not None and self._streams.get(name) is speech:
            self._forget(name)
            self._interrupted(name)

    def speech_ended(self, speech: Speech) -> None:
        """``speech`` is over, by whatever end."""
        name = speech.correlation_id
        if name is not None and self._streams.get(name) is speech:
            self._forget(name)

    def close(self) -> None:
        """The session is over."""
        for deadline in self._deadlines.values():
            deadline.cancel()

    def _begin(self, name: str) -> Speech | None:
        speech = Speech(name, arrived=asyncio.get_running_loop().time())
        if not self._persona.begin(speech):
            self._over.append(name)
            self._interrupted(name)
            return None
        self._streams[name] = speech
        self._lengths[name] = 0
        self._wait_for_text(name)
        return speech

    def _wait_for_text(self, name: str) -> None:
        if (earlier := self._deadlines.get(name)) is not None:
            earlier.cancel()
        loop = asyncio.get_running_loop()
        self._deadlines[name] = loop.call_later(SILENT_SECONDS, self._end, name)

    def _end(self, name: str) -> None:
        """No more text: what is there is still spoken."""
        self._over.append(name)
        self._deadlines.pop(name).cancel()
        self._streams[name].close()

    def _forget(self, name: str) -> None:
        self._streams.pop(name)
        self._lengths.pop(name)
        if (deadline := self._deadlines.pop(name, None)) is not None:
            deadline.cancel()
            self._over.append(name)

    def _utterance_id(self, given: str | None) -> str | None:
        if given is None or not self._has_utterances:
            return None
        # The service replaces any other form by an id of its own.
        return given if UTTERANCE_ID.fullmatch(given) else str(uuid.uuid5(uuid.NAMESPACE_OID, given))
