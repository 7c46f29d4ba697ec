"""What is counted of a peer connection."""

from datetime import UTC, datetime

from aiortc import RTCStatsReport
from aiortc.stats import RTCInboundRtpStreamStats

from viewer.media.receive.video_buffer import VideoBuffer
from viewer.webrtc.peer import _traffic


def inbound(kind: str, received: int, lost: int) -> RTCInboundRtpStreamStats:
    return RTCInboundRtpStreamStats(
        timestamp=datetime.now(UTC),
        type="inbound-rtp",
        id=kind,
        ssrc=1,
        kind=kind,
        transportId="t",
        packetsReceived=received,
        packetsLost=lost,
        jitter=0,
    )


def test_packets_of_the_sound_are_counted_with_all_and_by_themselves() -> None:
    report = RTCStatsReport()
    report.add(inbound("audio", 500, 20))
    report.add(inbound("video", 7, 7))  # of pictures the jitter buffer knows better
    buffer = VideoBuffer.__new__(VideoBuffer)
    buffer.stream = type("Stream", (), {"packets_received": 1500, "packets_lost": 30})()
    buffer.nacks = buffer.key_frames_asked = 0
    traffic = _traffic(report, buffer)
    assert (traffic.packets_received, traffic.packets_lost) == (2000, 50)
    assert (traffic.sound_packets_received, traffic.sound_packets_lost) == (500, 20)
