"""What a session is doing, for developers and tests."""

from viewer.engine.session import Session, State
from viewer.protocol.api import WireModel


class MicrophoneReport(WireModel):
    """What the persona hears. ``level_dbfs`` and ``dominant_hz`` are those of the last second."""

    frames: int
    level_dbfs: float
    dominant_hz: float | None
    speaking: bool


class VideoReport(WireModel):
    """Pictures sent over the present connection, and those left out because they were late."""

    frames_sent: int
    frames_skipped: int


class SessionReport(WireModel):
    """One session. ``peer`` is the W3C ``connectionState``, None before the offer."""

    session_id: str
    persona_id: str
    state: State
    age_seconds: float
    peer: str | None
    speaking: bool
    microphone: MicrophoneReport
    video: VideoReport


def report(session: Session) -> SessionReport:
    """How ``session`` stands now."""
    sent, skipped = session.peer.frames_sent if session.peer else (0, 0)
    hearing = session.hearing
    return SessionReport(
        session_id=session.id,
        persona_id=session.persona_id,
        state=session.state,
        age_seconds=round(session.age, 3),
        peer=session.peer.state if session.peer else None,
        speaking=session.persona.speaking,
        microphone=MicrophoneReport(
            frames=hearing.frames,
            level_dbfs=round(hearing.level_dbfs, 1),
            dominant_hz=hearing.dominant_hz,
            speaking=hearing.speaking,
        ),
        video=VideoReport(frames_sent=sent, frames_skipped=skipped),
    )
