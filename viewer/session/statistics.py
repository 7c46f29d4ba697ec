"""What arrives, from counters: for the inspector at 1 Hz, and in all."""

import asyncio
from dataclasses import replace
from typing import Final

from viewer.media.receive.reception import Reception
from viewer.media.receive.sound import rms_of
from viewer.protocol.events import MediaReceived, Statistics
from viewer.webrtc.peer import Traffic

POLL_SECONDS: Final = 0.25
_PUBLISH_SECONDS: Final = 1.0

NOTHING_RECEIVED: Final = MediaReceived(
    width=0, height=0, video_codec=None, video_frames=0, video_fps=0.0, audio_frames=0, audio_rms=0.0
)


class StatisticsMeter:
    """Turns counters into rates, once a second. Belongs to the running event loop."""

    def __init__(self, reception: Reception) -> None:
        self._video = reception.video
        self._audio = reception.audio
        self._sound = self._audio.energy, self._audio.samples
        self._bytes = 0
        self._now = asyncio.get_running_loop().time
        self._since = self._now()

    @property
    def is_due(self) -> bool:
        """Whether a second has passed since the last time."""
        return self._now() - self._since >= _PUBLISH_SECONDS

    def measure(self, traffic: Traffic, codec: str | None, states: tuple[str, str, str]) -> Statistics:
        """What came since the last time. ``states``: of the WebSocket, of ICE, of the peer."""
        now = self._now()
        elapsed = now - self._since
        bitrate = (traffic.bytes_received - self._bytes) * 8 / 1000 / elapsed
        self._since, self._bytes = now, traffic.bytes_received
        fps, longest_gap = self._video.recent()
        (energy, samples), self._sound = self._sound, (self._audio.energy, self._audio.samples)
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
            round_trip=traffic.round_trip,
            signalling_state=signalling,
            ice_state=ice,
            peer_state=peer,
            packets_received=traffic.packets_received,
            sound_packets_received=traffic.sound_packets_received,
            sound_packets_lost=traffic.sound_packets_lost,
            sound_rms=round(rms_of(self._audio.energy - energy, self._audio.samples - samples), 5),
        )


def received_by(reception: Reception) -> MediaReceived:
    """The totals of one connection."""
    return MediaReceived(
        width=reception.video.width,
        height=reception.video.height,
        video_codec=reception.codec,
        video_frames=reception.video.frames,
        video_fps=round(reception.video.mean_fps, 2),
        audio_frames=reception.audio.frames,
        audio_rms=round(reception.audio.rms, 5),
    )


def received_in_all(earlier: MediaReceived | None, later: MediaReceived) -> MediaReceived:
    """The totals of two connections; sizes and rates are those of the one that received more."""
    if earlier is None:
        return later
    longer = max(earlier, later, key=lambda media: media.video_frames)
    return replace(
        longer,
        video_frames=earlier.video_frames + later.video_frames,
        audio_frames=earlier.audio_frames + later.audio_frames,
    )
