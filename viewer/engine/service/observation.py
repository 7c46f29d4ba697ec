"""What a session is doing, for developers and tests."""

from pydantic import JsonValue

from viewer.engine.service.session import Session, State
from viewer.protocol.api import WireModel


class MicrophoneReport(WireModel):
    """What the persona hears. ``level_dbfs`` and ``dominant_hz`` are those of the last second."""

    frames: int
    level_dbfs: float
    dominant_hz: float | None
    speaking: bool


class VideoReport(WireModel):
    """Pictures sent over the present connection, those left out because they were late, the CPU time that
    drawing them took, and the last one's size.
    """

    frames_sent: int
    frames_skipped: int
    drawing_seconds: float
    width: int | None
    height: int | None


class SessionReport(WireModel):
    """One session. ``peer`` is the W3C ``connectionState``, None before the offer.

    ``cue_tag`` is the director's cue in force, ``talk_streams`` the correlation ids of those that are open,
    ``contexts`` what the client told the persona to know, ``remote_rtp`` the client's newest W3C
    ``inbound-rtp`` statistics by kind of track, ``audio_gaps`` missing pieces of the agent's sound.
    """

    session_id: str
    persona_id: str
    state: State
    age_seconds: float
    peer: str | None
    speaking: bool
    cue_tag: str | None
    talk_streams: list[str]
    contexts: list[str]
    audio_gaps: int
    remote_rtp: dict[str, dict[str, JsonValue]]
    microphone: MicrophoneReport
    video: VideoReport


def report(session: Session) -> SessionReport:
    """How ``session`` stands now."""
    sent, skipped = session.peer.frames_sent if session.peer else (0, 0)
    width, height = (session.peer.picture_size if session.peer else None) or (None, None)
    pipeline = session.pipeline
    hearing = pipeline.hearing
    return SessionReport(
        session_id=session.id,
        persona_id=session.choice.persona_id,
        state=session.state,
        age_seconds=round(session.age, 3),
        peer=session.peer.state if session.peer else None,
        speaking=pipeline.persona.speaking,
        cue_tag=pipeline.director.tag,
        talk_streams=pipeline.talk_streams.open,
        contexts=list(pipeline.dialogue.contexts),
        audio_gaps=pipeline.agent_audio.gaps,
        remote_rtp=pipeline.remote_rtp,
        microphone=MicrophoneReport(
            frames=hearing.frames,
            level_dbfs=round(hearing.level_dbfs, 1),
            dominant_hz=hearing.dominant_hz,
            speaking=hearing.speaking,
        ),
        video=VideoReport(
            frames_sent=sent,
            frames_skipped=skipped,
            drawing_seconds=round(session.peer.drawing_seconds, 3) if session.peer else 0.0,
            width=width,
            height=height,
        ),
    )
