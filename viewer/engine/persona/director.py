"""Follows the director's cues: what the face expresses, and when that begins and ends."""

import asyncio
import itertools
import logging
import uuid
from collections.abc import Callable
from typing import Final

from viewer.engine.cast.director_notes import DirectorNotes
from viewer.engine.face.expression import EXPRESSIONS, NEUTRAL, Expression, towards
from viewer.engine.persona.speech import timestamp
from viewer.protocol.data_channel import CueTag, DirectorNoteCue, DirectorNoteCueApplied, EngineMessage

_log = logging.getLogger(__name__)

# An expression outlasts the speech that it came in, and is over after so long a silence.
HOLD_SECONDS: Final = 6.0
MAX_WAITING: Final = 64
_MAX_DELAY: Final = 3600.0
# How much of a cue's look a face has at rest: nobody laughs all day.
_AT_REST: Final = 0.5


class Director:
    """The cues of one session. Use from the event loop.

    Args:
        notes: say how the face looks without a cue, and how much of each cue shows.
    """

    def __init__(self, session_id: str, notes: DirectorNotes, send: Callable[[EngineMessage], None]) -> None:
        self._session_id = session_id
        self._expressivity = notes.expressivity
        self._rest = EXPRESSIONS[notes.resting] if notes.resting else NEUTRAL
        self._send = send
        self._tag: CueTag | None = None
        self._began: float | None = None
        self._for_speech: list[DirectorNoteCue] = []
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._numbers = itertools.count()
        self._relaxing: asyncio.TimerHandle | None = None

    @property
    def tag(self) -> CueTag | None:
        """The cue in force."""
        return self._tag

    @property
    def expression(self) -> Expression:
        """How the face is to look."""
        look, share = (EXPRESSIONS[self._tag], 1.0) if self._tag else (self._rest, _AT_REST)
        return towards(NEUTRAL, look, share * self._expressivity)

    def cue(self, cue: DirectorNoteCue) -> None:
        """Follow ``cue``: at once, after ``in_seconds``, or at ``at_seconds`` of a speech.

        That is the speech that goes on, or else the next one. A cue with both times is ignored, as are those
        beyond :data:`MAX_WAITING`.
        """
        if cue.in_seconds is not None and cue.at_seconds is not None:
            _log.info("ignored a cue that names two times")
        elif len(self._timers) + len(self._for_speech) >= MAX_WAITING:
            _log.info("ignored a cue: too many are waiting")
        elif cue.in_seconds is not None:
            self._later(cue.in_seconds, cue)
        elif cue.at_seconds is None:
            self._apply(cue)
        elif self._began is not None:
            self._later(self._began + cue.at_seconds - self._now(), cue)
        else:
            self._for_speech.append(cue)

    def speech_began(self) -> None:
        """The first sound of a speech is played: the cues for it count from now."""
        self._began = self._now()
        for cue in self._for_speech:
            self._later(cue.at_seconds or 0.0, cue)
        self._for_speech.clear()

    def speech_ended(self) -> None:
        """A speech is over."""
        self._began = None
        self._relax_later()

    def close(self) -> None:
        """The session is over."""
        for timer in [*self._timers.values(), *([self._relaxing] if self._relaxing else [])]:
            timer.cancel()

    def _later(self, seconds: float, cue: DirectorNoteCue) -> None:
        loop, number = asyncio.get_running_loop(), next(self._numbers)
        delay = min(max(seconds, 0.0), _MAX_DELAY)
        self._timers[number] = loop.call_later(delay, self._apply_in_time, number, cue)

    def _apply_in_time(self, number: int, cue: DirectorNoteCue) -> None:
        self._timers.pop(number)
        self._apply(cue)

    def _apply(self, cue: DirectorNoteCue) -> None:
        self._tag = cue.cue.tag
        self._send(
            DirectorNoteCueApplied(
                session_id=self._session_id,
                cue_tag=cue.cue.tag,
                user_action_correlation_id=str(uuid.uuid4()),
                timestamp_user_action=timestamp(),
            )
        )
        self._relax_later()

    def _relax_later(self) -> None:
        if self._relaxing is not None:
            self._relaxing.cancel()
        self._relaxing = asyncio.get_running_loop().call_later(HOLD_SECONDS, self._relax)

    def _relax(self) -> None:
        self._relaxing = None
        # While it speaks, the end of the speech will come here again.
        if self._began is None:
            self._tag = None

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
