"""What is measured of a peer connection, as objects of W3C's webrtc-stats by their ids.

aiortc 1.16.0 knows packets, losses and round trips only, under ids that change; the rest was counted by our
own receivers, buffers and lip sync. What W3C has no name for begins with ``viewer.``; the README under
viewer/session/stats lists all of it.
"""

import time
from typing import Any, Final

from aiortc import RTCStatsReport
from aiortc.stats import (
    RTCInboundRtpStreamStats,
    RTCOutboundRtpStreamStats,
    RTCRemoteInboundRtpStreamStats,
    RTCTransportStats,
)

from viewer.media.capture.microphone import MicrophoneTrack
from viewer.media.pcm import SAMPLE_RATE
from viewer.media.receive.lip_sync import VIDEO_RATE
from viewer.media.receive.reception import Reception
from viewer.protocol.stats import Stats
from viewer.webrtc.ice.agent import Route
from viewer.webrtc.low_latency_audio import LowLatencyAudio
from viewer.webrtc.low_latency_video import LowLatencyVideo

PICTURE: Final = "inbound-rtp-video"
SOUND: Final = "inbound-rtp-audio"

_FRACTION: Final = 256
_OPUS: Final = {"mimeType": "audio/opus", "clockRate": SAMPLE_RATE, "channels": 2}


class PeerStats:
    """Puts together what was counted. Belongs to the peer's event loop; asked once a second, it takes less
    than a millisecond.
    """

    def __init__(
        self,
        reception: Reception,
        pictures: LowLatencyVideo,
        sound: LowLatencyAudio,
        microphone: MicrophoneTrack | None,
    ) -> None:
        self._reception = reception
        self._pictures = pictures
        self._sound = sound
        self._microphone = microphone
        self._round_trips = 0
        self._round_trip_seconds = 0.0
        self._reported: object = None
        self._emitted = 0
        self._sound_delay = 0.0

    def objects(self, report: RTCStatsReport, route: Route | None, now: float) -> dict[str, Stats]:
        """All objects by id. ``now``: the monotonic clock, which is the loop's."""
        made = [self._codec_of_pictures(), {"type": "codec", "id": "codec-audio", **_OPUS}]
        for stats in report.values():
            match stats:
                case RTCInboundRtpStreamStats(kind="audio"):
                    made.append(self._of_sound(stats, now))
                case RTCInboundRtpStreamStats():
                    made.append(self._of_pictures())
                case RTCOutboundRtpStreamStats(kind="audio"):
                    made.append(_of_voice(stats))
                case RTCRemoteInboundRtpStreamStats():
                    made.append(self._of_round_trips(stats))
                case RTCTransportStats():
                    made.extend(_of_transport(stats, route))
        made.append(self._of_loudspeaker())
        if self._microphone:
            made.append(_of_microphone(self._microphone))
        timestamp = round(time.time() * 1000, 1)
        return {str(one["id"]): {"timestamp": timestamp, **one} for one in made if one}

    def _codec_of_pictures(self) -> dict[str, Any]:
        codec = self._reception.codec
        if codec is None:
            return {}
        return {"type": "codec", "id": "codec-video", "mimeType": f"video/{codec}", "clockRate": VIDEO_RATE}

    def _of_pictures(self) -> dict[str, Any]:
        video, buffer, sync = self._reception.video, self._pictures.buffer, self._reception.lip_sync
        decoding, intervals, painting = self._pictures.decoding, video.intervals, video.painting
        figures: dict[str, Any] = {
            "type": "inbound-rtp",
            "id": PICTURE,
            "kind": "video",
            "transportId": "transport",
            "codecId": "codec-video",
            "ssrc": self._pictures.ssrc or 0,
            "bytesReceived": buffer.bytes_received,
            "packetsReceived": buffer.stream.packets_received,
            "packetsLost": buffer.stream.packets_lost,
            "retransmittedPacketsReceived": buffer.stream.packets_retransmitted,
            "jitter": round(buffer.stream.jitter, 6),
            "nackCount": buffer.nacks,
            "pliCount": buffer.key_frames_asked,
            "framesReceived": buffer.frames,
            "framesDecoded": video.frames,
            "keyFramesDecoded": buffer.key_frames,
            "framesDropped": video.dropped,
            "framesPerSecond": round(video.recent()[0], 2),
            "frameWidth": video.width,
            "frameHeight": video.height,
            "jitterBufferDelay": round(buffer.delay, 6),
            "jitterBufferEmittedCount": buffer.frames,
            "totalDecodeTime": round(decoding.decoding, 6),
            "totalProcessingDelay": round(decoding.processing, 6),
            "totalInterFrameDelay": round(intervals.total, 6),
            "totalSquaredInterFrameDelay": round(intervals.total_squared, 6),
            "freezeCount": intervals.freezes,
            "totalFreezesDuration": round(intervals.frozen, 6),
            "viewer.totalHoldTime": round(sync.held, 6),
            "viewer.framesPainted": painting.painted,
            "viewer.totalPaintTime": round(painting.seconds, 6),
        }
        if sync.skew is not None:
            figures["viewer.skew"] = round(sync.skew, 4)
        if video.shown and (shortest := sync.video.by_arrival) is not None:
            timestamp, shown = video.shown
            figures["viewer.pictureAge"] = round(shown - timestamp / VIDEO_RATE - shortest, 4)
        return figures

    def _of_sound(self, stats: RTCInboundRtpStreamStats, now: float) -> dict[str, Any]:
        sound, queue = self._reception.audio, self._sound.queue
        waits = sound.due_in(now)
        # W3C adds each sample's up; looked at once a second, they all waited as the last one does.
        self._sound_delay += waits * (sound.samples - self._emitted)
        self._emitted = sound.samples
        return {
            "type": "inbound-rtp",
            "id": SOUND,
            "kind": "audio",
            "transportId": "transport",
            "codecId": "codec-audio",
            "ssrc": stats.ssrc,
            "bytesReceived": self._sound.bytes_received,
            "packetsReceived": stats.packetsReceived,
            "packetsLost": stats.packetsLost,
            # aiortc gives it in units of the RTP clock, W3C wants seconds.
            "jitter": round(stats.jitter / SAMPLE_RATE, 6),
            "jitterBufferDelay": round(self._sound_delay, 3),
            "jitterBufferEmittedCount": self._emitted,
            "totalSamplesReceived": sound.samples,
            "totalSamplesDuration": round(sound.samples / SAMPLE_RATE, 4),
            "totalAudioEnergy": round(sound.energy, 6),
            "concealedSamples": sound.concealed,
            "viewer.packetsAsked": queue.asked,
            "viewer.packetsRestored": queue.restored,
            "viewer.packetsSkipped": queue.skipped,
        }

    def _of_round_trips(self, stats: RTCRemoteInboundRtpStreamStats) -> dict[str, Any]:
        figures: dict[str, Any] = {
            "type": "remote-inbound-rtp",
            "id": "remote-inbound-rtp-audio",
            "kind": "audio",
            "localId": "outbound-rtp-audio",
            "transportId": "transport",
            "packetsLost": stats.packetsLost,
            "fractionLost": stats.fractionLost / _FRACTION,
            "jitter": round(stats.jitter / SAMPLE_RATE, 6),
        }
        if stats.roundTripTime is not None:
            if stats.timestamp != self._reported:
                self._reported = stats.timestamp
                self._round_trips += 1
                self._round_trip_seconds += stats.roundTripTime
            figures |= {
                "roundTripTime": round(stats.roundTripTime, 6),
                "totalRoundTripTime": round(self._round_trip_seconds, 6),
                "roundTripTimeMeasurements": self._round_trips,
            }
        return figures

    def _of_loudspeaker(self) -> dict[str, Any]:
        sound = self._reception.audio
        return {
            "type": "media-playout",
            "id": "media-playout",
            "kind": "audio",
            "totalSamplesCount": sound.samples,
            "totalSamplesDuration": round(sound.samples / SAMPLE_RATE, 4),
            "synthesizedSamplesDuration": round(sound.concealed / SAMPLE_RATE, 4),
        }


def _of_voice(stats: RTCOutboundRtpStreamStats) -> dict[str, Any]:
    return {
        "type": "outbound-rtp",
        "id": "outbound-rtp-audio",
        "kind": "audio",
        "transportId": "transport",
        "codecId": "codec-audio",
        "mediaSourceId": "media-source-audio",
        "ssrc": stats.ssrc,
        "packetsSent": stats.packetsSent,
        "bytesSent": stats.bytesSent,
    }


def _of_microphone(microphone: MicrophoneTrack) -> dict[str, Any]:
    figures: dict[str, Any] = {
        "type": "media-source",
        "id": "media-source-audio",
        "kind": "audio",
        "totalAudioEnergy": round(microphone.energy, 6),
        "totalSamplesDuration": microphone.seconds,
    }
    if (loss := microphone.echo_loss) is not None:
        figures["echoReturnLossEnhancement"] = round(loss, 1)
    return figures


def _of_transport(stats: RTCTransportStats, route: Route | None) -> list[dict[str, Any]]:
    counted = {
        "packetsSent": stats.packetsSent,
        "packetsReceived": stats.packetsReceived,
        "bytesSent": stats.bytesSent,
        "bytesReceived": stats.bytesReceived,
    }
    transport = {
        "type": "transport",
        "id": "transport",
        "dtlsState": str(stats.dtlsState),
        "iceRole": str(stats.iceRole),
        **counted,
    }
    if route is None:
        return [transport]
    pair = {
        "type": "candidate-pair",
        "id": "candidate-pair",
        "transportId": "transport",
        "localCandidateId": "local-candidate",
        "remoteCandidateId": "remote-candidate",
        "state": "succeeded",
        "nominated": True,
        **counted,
    }
    local = {"type": "local-candidate", "id": "local-candidate", "candidateType": route.local}
    remote = {"type": "remote-candidate", "id": "remote-candidate", "candidateType": route.remote}
    return [{**transport, "selectedCandidatePairId": "candidate-pair"}, pair, local, remote]
