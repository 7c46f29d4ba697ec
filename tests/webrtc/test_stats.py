"""What was counted, as W3C's objects."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import av
import numpy as np
import pytest
from aiortc import RTCStatsReport
from aiortc.stats import (
    RTCInboundRtpStreamStats,
    RTCOutboundRtpStreamStats,
    RTCRemoteInboundRtpStreamStats,
    RTCTransportStats,
)

from tests.webrtc.test_low_latency_video import Receiver, packets
from viewer.media.capture.microphone import MicrophoneTrack
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.media.receive.payloads import unpacked
from viewer.media.receive.reception import Reception
from viewer.tasks import BackgroundTasks
from viewer.webrtc.ice.agent import Route
from viewer.webrtc.low_latency_audio import LowLatencyAudio
from viewer.webrtc.low_latency_video import LowLatencyVideo
from viewer.webrtc.stats import PeerStats

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def report(round_trip: Any, at: datetime = NOW) -> RTCStatsReport:
    stream: dict[str, Any] = {"timestamp": at, "transportId": "transport_1"}
    made = RTCStatsReport()
    made.add(
        RTCInboundRtpStreamStats(
            type="inbound-rtp",
            id="a",
            ssrc=7,
            kind="audio",
            packetsReceived=500,
            packetsLost=2,
            jitter=96,
            **stream,
        )
    )
    made.add(
        RTCInboundRtpStreamStats(
            type="inbound-rtp",
            id="v",
            ssrc=8,
            kind="video",
            packetsReceived=1,
            packetsLost=1,
            jitter=1,
            **stream,
        )
    )
    made.add(
        RTCOutboundRtpStreamStats(
            type="outbound-rtp",
            id="o",
            ssrc=9,
            kind="audio",
            packetsSent=50,
            bytesSent=4000,
            trackId="t",
            **stream,
        )
    )
    made.add(
        RTCRemoteInboundRtpStreamStats(
            type="remote-inbound-rtp",
            id="r",
            ssrc=9,
            kind="audio",
            packetsReceived=49,
            packetsLost=1,
            jitter=48,
            roundTripTime=round_trip,
            fractionLost=64,
            **stream,
        )
    )
    made.add(
        RTCTransportStats(
            timestamp=at,
            type="transport",
            id="transport_1",
            packetsSent=51,
            packetsReceived=501,
            bytesSent=4100,
            bytesReceived=90_000,
            iceRole="controlling",
            dtlsState="connected",
        )
    )
    return made


class Measured:
    """A connection of which a picture and a frame of sound have come."""

    def __init__(self) -> None:
        self.tasks = BackgroundTasks("test")
        self.slot = PictureSlot()
        self.reception = Reception(self.slot, PcmBuffer(2, SAMPLE_RATE), lambda: None)
        self.reception.codec = "VP8"
        self.receiver = Receiver()
        sync = self.reception.lip_sync
        self.video = LowLatencyVideo(self.receiver, sync.video, self.tasks, lambda _: None)
        sound = LowLatencyAudio.__new__(LowLatencyAudio)
        sound.queue = type("Queue", (), {"asked": 1, "restored": 2, "skipped": 3})()
        sound.bytes_received = 1234
        self.microphone = MicrophoneTrack(PcmBuffer(1, SAMPLE_RATE))
        self.stats = PeerStats(self.reception, self.video, sound, self.microphone)

    async def receive(self) -> None:
        await self.receiver._handle_rtp_packet(packets(0)[0], arrival_time_ms=0)
        frame = av.VideoFrame.from_ndarray(np.zeros((16, 32, 3), np.uint8), format="rgb24")
        frame = frame.reformat(format="yuv420p")
        frame.pts = 0
        self.video.decoding.left(0, asyncio.get_running_loop().time())
        self.reception.video.add(frame)
        tone = np.full((1, 960 * 2), 16384, np.int16)
        sound = av.AudioFrame.from_ndarray(tone, "s16", "stereo")
        sound.sample_rate, sound.pts = SAMPLE_RATE, 0
        self.reception.audio.add(sound)

    async def close(self) -> None:
        self.video.close()
        self.microphone.stop()
        await self.tasks.cancel()


async def test_everything_that_was_counted_has_its_w3c_name_and_unit() -> None:
    measured = Measured()
    await measured.receive()
    measured.slot.painting.painted, measured.slot.painting.seconds = 1, 0.002
    now = asyncio.get_running_loop().time()
    objects = measured.stats.objects(report(0.02), Route("host", "relay", None), now)
    assert {name: one["type"] for name, one in objects.items()} == {
        "codec-video": "codec",
        "codec-audio": "codec",
        "inbound-rtp-audio": "inbound-rtp",
        "inbound-rtp-video": "inbound-rtp",
        "outbound-rtp-audio": "outbound-rtp",
        "remote-inbound-rtp-audio": "remote-inbound-rtp",
        "transport": "transport",
        "candidate-pair": "candidate-pair",
        "local-candidate": "local-candidate",
        "remote-candidate": "remote-candidate",
        "media-playout": "media-playout",
        "media-source-audio": "media-source",
    }
    assert all(one["id"] == name and one["timestamp"] for name, one in objects.items())
    picture, sound = objects["inbound-rtp-video"], objects["inbound-rtp-audio"]
    size = len(unpacked("VP8", packets(0)[0].payload)[0])
    assert (picture["ssrc"], picture["packetsReceived"], picture["bytesReceived"]) == (11, 1, size)
    assert (picture["framesDecoded"], picture["keyFramesDecoded"], picture["frameWidth"]) == (1, 1, 32)
    assert picture["totalDecodeTime"] == pytest.approx(0, abs=0.5)
    assert picture["viewer.pictureAge"] == pytest.approx(0, abs=0.5)
    assert (picture["viewer.framesPainted"], picture["viewer.totalPaintTime"]) == (1, 0.002)
    assert "viewer.skew" not in picture, "no sound is played"
    assert (sound["ssrc"], sound["jitter"], sound["bytesReceived"]) == (7, 0.002, 1234)
    assert sound["totalAudioEnergy"] == pytest.approx(0.02 * 0.25)
    assert sound["viewer.packetsRestored"] == 2
    remote = objects["remote-inbound-rtp-audio"]
    assert (remote["fractionLost"], remote["jitter"], remote["roundTripTime"]) == (0.25, 0.001, 0.02)
    assert objects["transport"]["selectedCandidatePairId"] == "candidate-pair"
    assert objects["remote-candidate"]["candidateType"] == "relay"
    await measured.close()


async def test_a_round_trip_counts_once_a_report_and_is_left_out_until_there_is_one() -> None:
    measured = Measured()
    name = "remote-inbound-rtp-audio"
    assert "roundTripTime" not in measured.stats.objects(report(None), None, 0.0)[name]
    for _ in range(2):
        measured.stats.objects(report(0.02), None, 0.0)
    later = report(0.04, datetime(2026, 3, 1, 0, 0, 5, tzinfo=UTC))
    objects = measured.stats.objects(later, None, 0.0)
    assert objects[name]["totalRoundTripTime"] == pytest.approx(0.06)
    assert objects[name]["roundTripTimeMeasurements"] == 2
    assert "candidate-pair" not in objects
    await measured.close()
