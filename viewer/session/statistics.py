"""What arrives, from counters: for the inspector at 1 Hz, for the engine every 5 s."""

import time
from typing import Final

from aiortc.stats import RTCInboundRtpStreamStats
from pydantic import JsonValue

from viewer.media.pcm import SAMPLE_RATE
from viewer.session.events import Statistics
from viewer.session.peer import Traffic
from viewer.session.receiving import VideoReceiver

POLL_SECONDS: Final = 0.25
_PUBLISH_SECONDS: Final = 1.0


class StatisticsMeter:
    """Turns counters into rates, once a second."""

    def __init__(self, video: VideoReceiver) -> None:
        self._video = video
        self._bytes = 0
        self._since = time.monotonic()

    def measure(self, traffic: Traffic, codec: str | None, states: tuple[str, str, str]) -> Statistics | None:
        """Statistics once a second, else None. ``states``: of the WebSocket, of ICE, of the peer."""
        now = time.monotonic()
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
            round_trip_ms=None if traffic.round_trip_ms is None else round(traffic.round_trip_ms, 2),
            signalling_state=signalling,
            ice_state=ice,
            peer_state=peer,
        )


def inbound_rtp(stream: RTCInboundRtpStreamStats, video: VideoReceiver) -> dict[str, JsonValue]:
    """``stream`` as a W3C ``RTCInboundRtpStreamStats``, with what the receive loop counted of pictures."""
    # aiortc 1.16.0 gives jitter in units of the RTP clock, W3C wants seconds.
    clock_rate = 90_000 if stream.kind == "video" else SAMPLE_RATE
    figures: dict[str, JsonValue] = {
        "type": stream.type,
        "id": stream.id,
        "timestamp": stream.timestamp.timestamp() * 1000,
        "ssrc": stream.ssrc,
        "kind": stream.kind,
        "transportId": stream.transportId,
        "packetsReceived": stream.packetsReceived,
        "packetsLost": stream.packetsLost,
        "jitter": stream.jitter / clock_rate,
    }
    if stream.kind == "video":
        figures |= {
            "framesDecoded": video.frames,
            "framesPerSecond": round(video.recent()[0], 2),
            "frameWidth": video.width,
            "frameHeight": video.height,
        }
    return figures
