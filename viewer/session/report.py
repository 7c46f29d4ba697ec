"""A session folded into one documented, stable JSON object: what ``probe`` and ``demo --seconds`` print."""

import time
from dataclasses import asdict
from typing import Any

from viewer.errors import ContentError, NoMedia, ViewerError
from viewer.protocol import events
from viewer.protocol.transcript import Message

# Quieter than this (-66 dBFS) over the whole session is no voice.
_SILENCE_RMS = 0.0005


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

    @property
    def error(self) -> ViewerError | None:
        """Why the session is not a good one; None if it is."""
        if self._closed and self._closed.error:
            return self._closed.error
        if self._media is None or self._media.video_frames == 0:
            return NoMedia()
        if self._media.audio_rms < _SILENCE_RMS:
            return ContentError("The avatar was not heard.")
        return None

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
            "messages": [
                {"role": message.role, "content": message.content, "interrupted": message.interrupted}
                for message in self._messages.values()
            ],
            "closed": self._closed.reason.value if self._closed else None,
            "error": error.as_dict() if error else None,
        }
