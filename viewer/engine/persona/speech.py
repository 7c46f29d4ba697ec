"""What the persona is to say as one message: text or sound that comes whole or piece by piece."""

import asyncio
import math
import re
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final, TypeAlias

from viewer.engine.voice.soundtrack import Cue
from viewer.engine.voice.speaking import SpokenSentence
from viewer.media.pcm import Samples
from viewer.protocol.data_channel import EngineMessage, SpeechText

# So long a pause in the text means that what is there may be spoken, though no sentence has ended.
PAUSE: Final = 0.4

_SENTENCE_END: Final = re.compile(r"[.!?…]\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Text to speak next, with whatever white space it came with."""

    text: str
    utterance_id: str | None


Part: TypeAlias = Passage | Samples


class Speech:
    """One message to come. Parts are added while it is spoken; ``close`` says that there are no more.

    ``correlation_id`` is that of the user's action, or of the talk stream, that it belongs to. ``arrived`` is
    the loop's time at which its beginning came from the client by another way than the data channel.
    """

    def __init__(self, correlation_id: str | None = None, *, arrived: float = -math.inf) -> None:
        self.correlation_id = correlation_id
        self.arrived = arrived
        self.begun = math.inf
        """The loop's time at which its first sound was played."""
        self.told = math.inf
        """The loop's time at which its first word was told to the client."""
        self.closed = False
        self.cut = False
        self.interruptible = True
        """Whether the user may cut it off."""
        self._parts: deque[Part] = deque()
        self._rest = ""
        self._utterance_id: str | None = None
        self._news = asyncio.Event()

    @classmethod
    def of(cls, text: str, correlation_id: str | None = None, *, arrived: float = -math.inf) -> "Speech":
        """A speech that is all there."""
        speech = cls(correlation_id, arrived=arrived)
        speech.add_text(text, None)
        speech.close()
        return speech

    def add_text(self, text: str, utterance_id: str | None) -> None:
        """More text. Another ``utterance_id`` begins another utterance, None goes on with the last."""
        if utterance_id is not None and utterance_id != self._utterance_id:
            self._give_out(len(self._rest))
            self._utterance_id = utterance_id
        self._rest += text
        self._give_out(whole_sentences(self._rest))
        self._news.set()

    def add_sound(self, pcm: Samples) -> None:
        """More sound, mono at 48 kHz."""
        self._parts.append(pcm)
        self._news.set()

    def close(self) -> None:
        """All that is to be said is there."""
        self.closed = True
        self._news.set()

    async def next(self) -> Part | None:
        """What to say next, when there is something; None at the end."""
        while not self._parts:
            if self.closed:
                if not self._rest:
                    return None
                self._give_out(len(self._rest))
                continue
            self._news.clear()
            try:
                async with asyncio.timeout(PAUSE if self._rest.strip() else None):
                    await self._news.wait()
            except TimeoutError:
                self._give_out(len(self._rest))
        return self._parts.popleft()

    def _give_out(self, end: int) -> None:
        text, self._rest = self._rest[:end], self._rest[end:]
        if text:
            self._parts.append(Passage(text, self._utterance_id))


class Delivery:
    """Tells the client a speech word by word, in step with the voice.

    ``cue_tag`` is asked for the director's cue in force at each word.
    """

    def __init__(
        self,
        speech: Speech,
        send: Callable[[EngineMessage], None],
        cue_tag: Callable[[], str | None],
        began: Callable[[], None],
    ) -> None:
        self.speech = speech
        self.finished = asyncio.Event()
        self._send = send
        self._cue_tag = cue_tag
        self._began = began
        self._id = str(uuid.uuid4())
        self._index = 0
        self.planned = False
        """Whether its first sound is on the way to the client."""
        self._space = False
        self._utterance_id: str | None = None

    def cues(self, spoken: SpokenSentence, passage: Passage) -> list[Cue]:
        """What to do at which sample of ``spoken``, a sentence of ``passage``."""
        return self.begin_with_sound() + [
            Cue(word.position, partial(self._say, word.text, passage.utterance_id)) for word in spoken.words
        ]

    def begin_with_sound(self) -> list[Cue]:
        """What to do at the first sample of sound that has no words."""
        cues = [] if self.planned else [Cue(0, self._begin)]
        self.planned = True
        return cues

    def end_passage(self, passage: Passage) -> Cue:
        """What to do after the last sentence of ``passage``."""
        return Cue(0, partial(self._end_passage, spaced=passage.text[-1:].isspace()))

    def finish(self, *, interrupted: bool) -> None:
        """The message ends here. May be called twice."""
        if not self.finished.is_set():
            self.finished.set()
            if self._index:
                self._send_chunk("", end_of_speech=True, interrupted=interrupted)

    def _begin(self) -> None:
        self.speech.begun = asyncio.get_running_loop().time()
        self._began()

    def _say(self, word: str, utterance_id: str | None) -> None:
        # One space joins two utterances, and what came in parts keeps the space between them.
        if self._index and (self._space or utterance_id != self._utterance_id):
            word = f" {word}"
        self._space = False
        self._utterance_id = utterance_id
        if not self._index:
            self.speech.told = asyncio.get_running_loop().time()
        self._send_chunk(word)

    def _end_passage(self, *, spaced: bool) -> None:
        self._space = spaced

    def _send_chunk(self, content: str, *, end_of_speech: bool = False, interrupted: bool = False) -> None:
        self._send(
            SpeechText(
                message_id=self._id,
                role="persona",
                content=content,
                content_index=self._index,
                end_of_speech=end_of_speech,
                interrupted=interrupted,
                timestamp=timestamp(),
                cue_tag=self._cue_tag(),
                utterance_id=self._utterance_id,
                user_action_correlation_id=self.speech.correlation_id,
            )
        )
        self._index += 1


def whole_sentences(text: str) -> int:
    """How many characters of ``text`` are sentences that have ended, with the space after them."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return ends[-1] if ends else 0


def timestamp() -> str:
    """Now, as the service writes it: ISO 8601 with milliseconds and zone."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
