"""Notices when the user is not heard. A state machine: its clock is the sound itself, block after block."""

from collections import Counter, deque
from enum import Enum, auto
from typing import Final

from viewer.errors import (
    MicrophoneDead,
    MicrophoneDenied,
    MicrophoneFault,
    MicrophoneTooLoud,
    MicrophoneTooQuiet,
    MutedHere,
    MutedInSystem,
    NothingHeard,
)
from viewer.media.capture.ear import BLOCK_SECONDS, Heard


def _blocks(seconds: float) -> int:
    return round(seconds / BLOCK_SECONDS)


# Somebody speaks when of the last second so many blocks have a voice in them.
_SPEECH: Final = 3
# A voice below this (dBFS, as captured) is too quiet: automatic gain raises it, and the noise with it.
TOO_QUIET: Final = -50.0
_QUIET_SPEECH: Final = _blocks(1.5)
# Clipped blocks within the last 3 s, and how long none came when it is over.
_CLIPPED: Final = 6
_CLIPPED_OF: Final = _blocks(3)
_UNCLIPPED: Final = _blocks(10)
# A microphone that is on noises. One that has never, and one that has and stopped (some only pass on speech).
_DEAD_FROM_THE_START: Final = _blocks(3)
_SILENT: Final = _blocks(10)
# One that has heard the user before is in order, and its user thinks.
_SILENT_AFTER_SPEECH: Final = _blocks(30)
_TURNED_DOWN: Final = _blocks(4)
# “You are muted” goes so long after the last word, and then rests: maybe it was said to somebody in the room.
_MUTED_SPEECH_OVER: Final = _blocks(4)
_MUTED_SPEECH_REST: Final = _blocks(30)
_DISMISSED: Final = _blocks(120)

_BY_WEIGHT: Final = (
    MicrophoneDenied,
    MutedInSystem,
    MicrophoneDead,
    MutedHere,
    MicrophoneTooLoud,
    MicrophoneTooQuiet,
    NothingHeard,
)
"""The first of several is told."""

_HOLD: Final = "Hold the microphone button, or Space, while you speak."


class _Turn(Enum):
    USER = auto()
    PERSONA = auto()
    ANSWER = auto()
    """The user has said something, and the persona has yet to answer."""


class MicrophoneWatch:
    """Fed with what is heard and what is known; :attr:`fault` is what to tell, if anything. Not thread-safe.

    One fault at a time, the heaviest. Each goes by itself when it is healed, and one that the user dismissed
    stays away for two minutes.
    """

    def __init__(self) -> None:
        self.fault: MicrophoneFault | None = None
        """What is wrong now, as the user is to be told."""
        self._live = self._muted = self._push_to_talk = False
        self._system: MicrophoneFault | None = None
        self._present: dict[type[MicrophoneFault], MicrophoneFault] = {}
        self._resting: Counter[type[MicrophoneFault]] = Counter()
        self._begin()

    def attend(self, live: bool) -> None:
        """The user talks to somebody from now on, or no longer. A new talk begins with nothing known."""
        if live != self._live:
            self._live = live
            self._resting.clear()
            self._begin()
            self._decide()

    def another_microphone(self) -> None:
        """What comes is another one's."""
        self._begin()
        self._decide()

    def mute(self, muted: bool, *, push_to_talk: bool = False) -> None:
        """Silence is sent from now on, or the user is heard."""
        self._muted, self._push_to_talk = muted, push_to_talk
        self._voices.clear()
        self._quiet = 0
        self._present.pop(MutedHere, None)
        self._decide()

    def system_says(self, fault: MicrophoneFault | None) -> None:
        """The system knows of ``fault``; None: it knows of none."""
        self._system = fault
        self._decide()

    def typing(self) -> None:
        """The user writes, and need not speak."""
        self._quiet = 0
        self._heal(NothingHeard)

    def sent(self) -> None:
        """The user has written something: the persona's turn."""
        self._answer_is_due()

    def dismiss(self) -> None:
        """The user has read it, and wants it away."""
        if self.fault:
            self._resting[type(self.fault)] = _DISMISSED
            self._decide()

    def hear(self, heard: Heard) -> None:
        """The next block."""
        self._resting = Counter({kind: left - 1 for kind, left in self._resting.items() if left > 1})
        self._follow_turns(heard)
        self._listen(heard)
        self._look_for_death(heard)
        self._look_for_clipping(heard)
        self._look_for_silence()
        self._decide()

    def _begin(self) -> None:
        self._turn = _Turn.USER
        self._voices: deque[bool] = deque(maxlen=_blocks(1))
        self._clipped: deque[bool] = deque(maxlen=_CLIPPED_OF)
        self._unclipped = self._zeros = self._quiet = self._quiet_speech = self._wordless = 0
        self._sounded = self._proved = False
        self._present.clear()

    @property
    def _speaks(self) -> bool:
        return sum(self._voices) >= _SPEECH

    def _follow_turns(self, heard: Heard) -> None:
        self._voices.append(heard.voice)
        if heard.persona and not heard.voice:
            self._turn = _Turn.PERSONA
        elif self._turn is _Turn.PERSONA and not heard.persona:
            self._turn, self._quiet = _Turn.USER, 0
        if self._speaks and not self._muted:
            self._answer_is_due()
        awaited = self._live and not self._muted and self._turn is _Turn.USER
        self._quiet = self._quiet + 1 if awaited else 0

    def _answer_is_due(self) -> None:
        self._turn, self._quiet = _Turn.ANSWER, 0
        self._heal(NothingHeard)

    def _listen(self, heard: Heard) -> None:
        """How well the voice is heard, if there is one."""
        self._wordless = 0 if heard.voice else self._wordless + 1
        if self._muted:
            if self._speaks:
                self._add(MutedHere(hint=_HOLD if self._push_to_talk else None))
            elif MutedHere in self._present and self._wordless >= _MUTED_SPEECH_OVER:
                self._heal(MutedHere)
                if MutedHere not in self._resting:
                    self._resting[MutedHere] = _MUTED_SPEECH_REST
        if not heard.voice or heard.persona:
            return
        if heard.level >= TOO_QUIET:
            self._proved |= self._speaks
            self._quiet_speech = max(0, self._quiet_speech - 2)
        else:
            self._quiet_speech = min(self._quiet_speech + 1, _QUIET_SPEECH)
        if self._quiet_speech >= _QUIET_SPEECH:
            self._add(MicrophoneTooQuiet())
        elif self._quiet_speech == 0:
            self._heal(MicrophoneTooQuiet)

    def _look_for_death(self, heard: Heard) -> None:
        if not heard.is_zero:
            self._zeros, self._sounded = 0, True
            self._heal(MicrophoneDead)
            return
        self._zeros += 1
        if self._sounded:
            dead = min(self._zeros, self._quiet) >= _SILENT
        else:
            dead = self._zeros >= _DEAD_FROM_THE_START
        if dead:
            self._add(MicrophoneDead())

    def _look_for_clipping(self, heard: Heard) -> None:
        clips = heard.clips and not heard.persona  # whose loudness is another matter
        self._clipped.append(clips)
        self._unclipped = 0 if clips else self._unclipped + 1
        if sum(self._clipped) >= _CLIPPED:
            self._add(MicrophoneTooLoud())
        elif self._unclipped >= _UNCLIPPED:
            self._heal(MicrophoneTooLoud)

    def _look_for_silence(self) -> None:
        if self._quiet >= (_SILENT_AFTER_SPEECH if self._proved else _SILENT):
            self._add(NothingHeard())
        elif self._quiet == 0:
            self._heal(NothingHeard)

    def _add(self, fault: MicrophoneFault) -> None:
        self._present.setdefault(type(fault), fault)

    def _heal(self, kind: type[MicrophoneFault]) -> None:
        if self._present.pop(kind, None):
            self._decide()

    def _decide(self) -> None:
        """Of what is present now, the heaviest that does not rest."""
        told = {kind: self._told(kind) for kind in _BY_WEIGHT if kind not in self._resting}
        self.fault = next((fault for fault in told.values() if fault), None) if self._live else None

    def _told(self, kind: type[MicrophoneFault]) -> MicrophoneFault | None:
        """Nobody who is muted here wants to know what else would keep him from being heard."""
        if self._muted:
            return self._present.get(kind) if kind is MutedHere else None
        if type(self._system) is kind and (kind is not MicrophoneTooQuiet or self._is_missed):
            return self._system
        return self._present.get(kind)

    @property
    def _is_missed(self) -> bool:
        """Whether one that is turned down does matter: some are loud enough all the same."""
        return self._quiet >= _TURNED_DOWN or MicrophoneTooQuiet in self._present
