"""What arrives of each track, for the engine (protocol/README.md section 6.2), in W3C's words (webrtc-stats).

Of the streams of one receiver aiortc 1.16.0 tells the newest only, and with retransmissions that is theirs;
it knows nothing of our jitter buffer. ``RTCInboundRtpStreamStats`` by SSRC in aiortc, with its optional
members, would make most of this file unnecessary.
"""

from aiortc.stats import RTCInboundRtpStreamStats
from pydantic import JsonValue

from viewer.media.pcm import SAMPLE_RATE
from viewer.media.receive.pictures import ReceivedPictures
from viewer.webrtc.low_latency_video import LowLatencyVideo


def inbound_rtp(
    stream: RTCInboundRtpStreamStats, pictures: LowLatencyVideo, video: ReceivedPictures
) -> dict[str, JsonValue]:
    """``stream`` as a W3C ``RTCInboundRtpStreamStats``.

    Args:
        pictures: has counted the packets of the pictures, and what was asked for.
        video: has counted the pictures that were decoded.
    """
    figures: dict[str, JsonValue] = {
        "type": stream.type,
        "id": stream.id,
        "timestamp": stream.timestamp.timestamp() * 1000,
        "ssrc": stream.ssrc,
        "kind": stream.kind,
        "transportId": stream.transportId,
        "packetsReceived": stream.packetsReceived,
        "packetsLost": stream.packetsLost,
        # aiortc gives it in units of the RTP clock, W3C wants seconds.
        "jitter": stream.jitter / SAMPLE_RATE,
    }
    if stream.kind == "video":
        figures |= _of_pictures(pictures, video)
        if pictures.ssrc is not None:
            figures["ssrc"] = pictures.ssrc
    return figures


def _of_pictures(pictures: LowLatencyVideo, video: ReceivedPictures) -> dict[str, JsonValue]:
    buffer = pictures.buffer
    return {
        "packetsReceived": buffer.stream.packets_received,
        "packetsLost": buffer.stream.packets_lost,
        "retransmittedPacketsReceived": buffer.stream.packets_retransmitted,
        "jitter": round(buffer.stream.jitter, 6),
        "nackCount": buffer.nacks,
        "pliCount": buffer.key_frames_asked,
        "framesReceived": buffer.frames,
        "framesDecoded": video.frames,
        "framesPerSecond": round(video.recent()[0], 2),
        "frameWidth": video.width,
        "frameHeight": video.height,
    }
