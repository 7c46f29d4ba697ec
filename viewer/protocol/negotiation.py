"""Offer, answer and candidates (protocol/README.md section 4), as often as a session needs them."""

from collections import deque
from collections.abc import Callable
from enum import Enum, auto
from typing import Final

from viewer.protocol.actions import AddCandidate, ApplyAnswer, MakeOffer, Output
from viewer.protocol.signalling import IceCandidate

# As many as an agent checks at most (RFC 8445 section 6.1.2.5).
MAX_CANDIDATES: Final = 100


class _State(Enum):
    """How far offer and answer are."""

    NONE = auto()
    OFFERING = auto()
    AWAITING_ANSWER = auto()
    ANSWERED = auto()


class Negotiation:
    """One negotiation after the other. Not thread-safe.

    Args:
        put: takes what is to be done.
    """

    def __init__(self, put: Callable[[Output], None]) -> None:
        self._put = put
        self._state = _State.NONE
        self._taken = 0
        self._ended = False
        self._early: deque[IceCandidate] = deque()

    @property
    def begun(self) -> bool:
        """Whether an offer was ever asked for."""
        return self._state is not _State.NONE

    @property
    def awaits_answer(self) -> bool:
        """Whether the offer is under way; an answer at any other time is ignored."""
        return self._state is _State.AWAITING_ANSWER

    @property
    def answered(self) -> bool:
        """Whether the engine answered the newest offer."""
        return self._state is _State.ANSWERED

    def begin(self) -> None:
        """Ask for an offer, and forget about any older one."""
        self._state = _State.OFFERING
        self._early.clear()
        self._taken, self._ended = 0, False
        self._put(MakeOffer())

    def offer_made(self) -> bool:
        """Whether the offer that was made is the one asked for, and to be sent."""
        if self._state is not _State.OFFERING:
            return False
        self._state = _State.AWAITING_ANSWER
        return True

    def answer_received(self, sdp: str) -> None:
        """Apply the answer, then the candidates that came before it."""
        self._state = _State.ANSWERED
        self._put(ApplyAnswer(sdp))
        while self._early:
            self._put(AddCandidate(self._early.popleft()))

    def candidate_received(self, candidate: IceCandidate | None) -> None:
        """Add the engine's candidate, or keep it until the answer is there; no more than
        :data:`MAX_CANDIDATES`.
        """
        if candidate is None:
            # The agent takes none after it, so one that comes before the answer must be a mistake.
            if self.answered and not self._ended:
                self._ended = True
                self._put(AddCandidate(None))
        elif self._taken < MAX_CANDIDATES:
            self._taken += 1
            if self.answered:
                self._put(AddCandidate(candidate))
            else:
                self._early.append(candidate)
