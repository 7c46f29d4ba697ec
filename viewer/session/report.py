"""A session folded into one documented, stable JSON object: what ``probe`` and ``demo --seconds`` print."""

import time
from collections import deque
from dataclasses import asdict
from typing import Any, Final

from viewer.errors import (
    BrokerTimeout,
    ConnectionBlocked,
    ContentError,
    NoMedia,
    NotInMp4,
    SignallingLost,
    UsageError,
    ViewerError,
)
from viewer.protocol import events
from viewer.protocol.stats import StatsSampled
from viewer.protocol.transcript import Message

# Quieter than this (-66 dBFS) over the whole session is no voice.
_SILENCE_RMS = 0.0005
_MOST_FOUND: Final = 100

# In this order: whoever has not done its part is to blame.
_STEPS: Final[tuple[tuple[events.Milestone, type[ViewerError], str], ...]] = (
    ("broker", BrokerTimeout, "The broker had not answered"),
    ("signalling", SignallingLost, "The line to the avatar engine was not open"),
    ("answer", SignallingLost, "The avatar engine had not answered the offer"),
    ("ice", ConnectionBlocked, "There was no media connection to the avatar engine"),
    ("first_frame", NoMedia, "The avatar engine had sent no picture"),
)


class ReportBuilder:
    """Collects events; :meth:`report` may be called when the session is closed."""

    def __init__(self) -> None:
        self._milestones: dict[str, float | None] = dict.fromkeys(
            ("broker", "signalling", "answer", "ice", "first_frame", "session_ready")
        )
        self._route: events.RouteChosen | None = None
        self._started_at: float | None = None
        self._media: events.MediaReceived | None = None
        self._messages: dict[str, Message] = {}
        self._closed: events.SessionClosed | None = None
        self._recording: events.RecordingChanged | None = None
        self._sampled: StatsSampled | None = None
        self._found: deque[events.Found] = deque(maxlen=_MOST_FOUND)

    def add(self, event: events.Event) -> None:
        """Take ``event`` in; those that do not matter here are ignored."""
        match event:
            case events.MilestoneReached(milestone, milliseconds):
                if self._started_at is None:
                    self._started_at = time.time() - milliseconds / 1000
                self._milestones[milestone] = milliseconds
            case events.RouteChosen():
                self._route = event
            case events.MessageUpdated(message):
                self._messages[message.id] = message
            case events.MediaReceived():
                self._media = event
            case events.SessionClosed():
                self._closed = event
            case events.RecordingChanged():
                self._recording = event
            case StatsSampled():
                self._sampled = event
            case events.Found():
                self._found.append(event)

    @property
    def error(self) -> ViewerError | None:
        """Why the session is not a good one; None if it is."""
        if self._closed and self._closed.error:
            return self._closed.error
        if self._media is None:
            return UsageError("No session was asked for.", hint="Give --broker URL and --persona ID.")
        if not self.has_pictures:
            return self._unfinished_step()
        if self._media.audio_rms < _SILENCE_RMS:
            return ContentError("The avatar was not heard.")
        if self._recording and not isinstance(self._recording.problem, NotInMp4):
            return self._recording.problem
        return None

    @property
    def has_pictures(self) -> bool:
        """Whether any came, once the session is closed."""
        return self._media is not None and self._media.video_frames > 0

    @property
    def exit_code(self) -> int:
        """0, or the code of the error's class."""
        return self.error.exit_code if self.error else 0

    def report(self, painted_fps: float | None = None) -> dict[str, Any]:
        """The JSON object. ``painted_fps``: frames a second that reached a window; None without one."""
        media = self._media or events.MediaReceived(0, 0, None, 0, 0, 0, 0)
        error = self.error
        return {
            "ok": error is None,
            "started_at": self._started_at,
            "milestones_ms": self._milestones,
            "route": asdict(self._route) if self._route else None,
            "video": {
                "width": media.width,
                "height": media.height,
                "codec": media.video_codec,
                "frames": media.video_frames,
                "fps": media.video_fps,
                "painted_fps": painted_fps,
            },
            "audio": {"frames": media.audio_frames, "rms": media.audio_rms},
            "statistics": dict(self._sampled.stats) if self._sampled else None,
            "messages": [
                {"role": message.role, "content": message.content, "interrupted": message.interrupted}
                for message in self._messages.values()
            ],
            "findings": [asdict(found) for found in self._found],
            "recording": _recorded(self._recording),
            "closed": self._closed.reason.value if self._closed else None,
            "error": error.as_dict() if error else None,
        }

    def _unfinished_step(self) -> ViewerError:
        """Who kept a session waiting that was ended before there was a picture."""
        kind, what = next(
            ((kind, what) for milestone, kind, what in _STEPS if self._milestones[milestone] is None),
            (NoMedia, _STEPS[-1][2]),
        )
        hint = f"Give it longer with --seconds. {kind.hint}"
        return kind(f"{what} when the session was ended.", hint=hint)


def _recorded(recording: events.RecordingChanged | None) -> dict[str, Any] | None:
    if recording is None:
        return None
    return {
        "file": recording.path,
        "seconds": round(recording.seconds, 3),
        "error": recording.problem.as_dict() if recording.problem else None,
    }
