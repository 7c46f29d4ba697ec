"""Text streamed straight to the persona's speech (protocol/README.md section 4, ``talkstream``)."""

import re
from collections import deque
from dataclasses import dataclass
from typing import Final

from viewer import errors
from viewer.protocol.signalling import TalkChunk

# The engine ends a stream that gets no text for so long; empty chunks do not count.
SILENT_SECONDS: Final = 15.0

MAX_OPEN: Final = 32
_REMEMBERED: Final = 256

# Engines replace any other form by an identifier of their own, so it would never come back.
UTTERANCE_ID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@dataclass(slots=True)
class _Stream:
    text_until: float
    utterance_id: str | None = None


class TalkStreams:
    """The talk streams of one session, by the correlation ids that the caller chose."""

    def __init__(self) -> None:
        self._open: dict[str, _Stream] = {}
        self._over: deque[str] = deque(maxlen=_REMEMBERED)

    @property
    def deadline(self) -> float | None:
        """When the next stream ends for want of text."""
        return min((stream.text_until for stream in self._open.values()), default=None)

    def chunk(
        self, correlation_id: str, content: str, end_of_speech: bool, utterance_id: str | None, now: float
    ) -> TalkChunk:
        """The next chunk of a stream, which begins with its first one.

        ``utterance_id`` belongs to the first chunk of an utterance only. A chunk that merely ends the stream
        carries the last one, or it would begin another utterance.

        Raises:
            UsageError: the stream is over, there are too many, or the id is not a lower-case UUID v4.
        """
        if utterance_id is not None and not UTTERANCE_ID.fullmatch(utterance_id):
            raise errors.UsageError("An utterance's id must be a UUID v4 in lower case.")
        if not correlation_id or correlation_id in self._over:
            raise errors.UsageError("That talk stream is over.", hint="Begin another one.")
        stream = self._open.get(correlation_id)
        begins = stream is None
        if stream is None:
            if len(self._open) >= MAX_OPEN:
                raise errors.UsageError(f"More than {MAX_OPEN} talk streams are open.", hint="End one first.")
            stream = self._open[correlation_id] = _Stream(now + SILENT_SECONDS)
        if content:
            stream.text_until = now + SILENT_SECONDS
        stream.utterance_id = utterance_id or stream.utterance_id
        if end_of_speech:
            self.close(correlation_id)
            if not content:
                utterance_id = stream.utterance_id
        return TalkChunk(
            content=content,
            start_of_speech=begins,
            end_of_speech=end_of_speech,
            correlation_id=correlation_id,
            utterance_id=utterance_id,
        )

    def close(self, correlation_id: str) -> bool:
        """The stream is over; whether it was open."""
        if self._open.pop(correlation_id, None) is None:
            return False
        self._over.append(correlation_id)
        return True

    def close_silent(self, now: float) -> list[str]:
        """Close the streams that the engine ends for want of text; returns them."""
        silent = [name for name, stream in self._open.items() if stream.text_until <= now]
        return [name for name in silent if self.close(name)]

    def close_all(self) -> list[str]:
        """Close every stream; returns them."""
        return [name for name in list(self._open) if self.close(name)]
