"""What was said in sessions: while they last, and for a while after."""

from collections import OrderedDict
from datetime import UTC, datetime, timedelta
from typing import Final

from viewer.engine.persona.minutes import Said
from viewer.engine.service.session import Session
from viewer.protocol.api import WireModel
from viewer.protocol.transcript import Role

MAX_KEPT: Final = 20
_MAX_CHARACTERS: Final = 2_000_000


class TranscriptMessage(WireModel):
    """One message. Only the persona's have the last two fields."""

    role: Role
    message: str
    timestamp: str
    speaking_duration_seconds: float | None = None
    was_interrupted: bool | None = None


class SessionTranscript(WireModel):
    """All that was said in a session; ``end_time`` and ``duration_ms`` are None while it lasts."""

    session_id: str
    persona_name: str
    start_time: str
    end_time: str | None
    duration_ms: int | None
    total_messages: int
    transcripts_enabled: bool = True
    messages: tuple[TranscriptMessage, ...]


class Archive:
    """Transcripts of the sessions that ended last, in memory only. Use from one event loop."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, SessionTranscript] = OrderedDict()

    def keep(self, session: Session) -> None:
        """``session`` ends now."""
        self._kept[session.id] = transcript(session, is_over=True)
        while len(self._kept) > MAX_KEPT or (len(self._kept) > 1 and self._characters > _MAX_CHARACTERS):
            self._kept.popitem(last=False)

    def find(self, session_id: str) -> SessionTranscript | None:
        """What was said in that session, unless it goes on, never was, or is long over."""
        return self._kept.get(session_id)

    @property
    def _characters(self) -> int:
        return sum(len(message.message) for kept in self._kept.values() for message in kept.messages)


def transcript(session: Session, *, is_over: bool) -> SessionTranscript:
    """What was said in ``session`` up to now."""
    age = session.age
    messages = tuple(_message(said, session) for said in session.pipeline.dialogue.minutes.said)
    return SessionTranscript(
        session_id=session.id,
        persona_name=session.choice.name,
        start_time=_iso(session.since),
        end_time=_iso(session.since + timedelta(seconds=age)) if is_over else None,
        duration_ms=round(age * 1000) if is_over else None,
        total_messages=len(messages),
        transcripts_enabled=True,
        messages=messages,
    )


def _message(said: Said, session: Session) -> TranscriptMessage:
    began = _iso(session.since + timedelta(seconds=session.age_at(said.began)))
    if said.role == "user":
        return TranscriptMessage(role=said.role, message=said.content, timestamp=began)
    return TranscriptMessage(
        role=said.role,
        message=said.content,
        timestamp=began,
        speaking_duration_seconds=round(said.seconds, 3),
        was_interrupted=said.interrupted,
    )


def _iso(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
