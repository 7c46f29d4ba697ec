"""What arrives, from counters, for the inspector at 1 Hz."""

import asyncio
from typing import Final

from viewer.session.events import Statistics
from viewer.session.peer import Traffic
from viewer.session.receiving import VideoReceiver

POLL_SECONDS: Final = 0.25
_PUBLISH_SECONDS: Final = 1.0


class StatisticsMeter:
    """Turns counters into rates, once a second. Belongs to the running event loop."""

    def __init__(self, video: VideoReceiver) -> None:
        self._video = video
        self._bytes = 0
        self._now = asyncio.get_running_loop().time
        self._since = self._now()

    def measure(self, traffic: Traffic, codec: str | None, states: tuple[str, str, str]) -> Statistics | None:
        """Statistics once a second, else None. ``states``: of the WebSocket, of ICE, of the peer."""
        now = self._now()
        elapsed = now - self._since
        if elapsed < _PUBLISH_SECONDS:
            return None
        bitrate = (traffic.bytes_received - self._bytes) * 8 / 1000 / elapsed
        self._since, self._bytes = now, traffic.bytes_received
        fps, longest_gap = self._video.recent()
        signalling, ice, peer = states
        return Statistics(
            width=self._video.width,
            height=self._video.height,
            video_codec=codec,
            bitrate_kbps=round(bitrate, 1),
            frames_received=self._video.frames,
            fps_received=round(fps, 2),
            longest_gap_ms=round(longest_gap, 1),
            packets_lost=traffic.packets_lost,
            nack_count=traffic.nack_count,
            pli_count=traffic.pli_count,
            round_trip_ms=None if traffic.round_trip_ms is None else round(traffic.round_trip_ms, 2),
            signalling_state=signalling,
            ice_state=ice,
            peer_state=peer,
        )
