"""Where encoded pictures and sound pass, whichever connection of a conversation they come over."""

from typing import Protocol

from viewer.media.receive.lip_sync import LipSync, StreamTimes


class Listener(Protocol):
    """Who keeps what passes. Called in the media loop; nothing waits. ``now`` is of its clock."""

    def picture(self, sync: LipSync, codec: str, timestamp: int, frame: bytes, now: float) -> bool:
        """An encoded ``frame`` with its RTP ``timestamp``, unwrapped, came; whether a key frame is wanted."""

    def sound(self, sync: LipSync, timestamp: int, packet: bytes, now: float) -> None:
        """A packet of Opus with its RTP ``timestamp``, unwrapped, came in order."""

    def voice(self, sync: LipSync | None, at: float, packet: bytes, now: float) -> None:
        """A packet of Opus with the user's voice ``at`` that time of the clock is sent."""


class Tap:
    """One of a conversation. Belongs to the media loop; while nobody listens it costs a call and no more."""

    def __init__(self) -> None:
        self.listener: Listener | None = None
        self.sync: LipSync | None = None
        """Of the newest connection: what still comes over an older one is left out."""

    def picture(self, times: StreamTimes, codec: str, timestamp: int, frame: bytes, now: float) -> bool:
        """See :class:`Listener`; ``times`` are those of the pictures' connection."""
        if self.listener is None or self.sync is None or self.sync.video is not times:
            return False
        return self.listener.picture(self.sync, codec, timestamp, frame, now)

    def sound(self, times: StreamTimes, timestamp: int, packet: bytes, now: float) -> None:
        """See :class:`Listener`; ``times`` are those of the sound's connection."""
        if self.listener is not None and self.sync is not None and self.sync.audio is times:
            self.listener.sound(self.sync, timestamp, packet, now)
