"""A sender of real pictures and sound, encoded, on a clock that the test holds."""

import random
from fractions import Fraction
from functools import cache

import av
import numpy as np

from viewer.media.pcm import SAMPLE_RATE
from viewer.media.receive.lip_sync import VIDEO_RATE, LipSync
from viewer.media.record.recorder import Recorder

# Where its random timestamps begin.
SOUND, PICTURE = 4_000_000_000, 77_777
WAY = 0.03
SIZE = (64, 48)


def encoder(codec: str, size: tuple[int, int] = SIZE) -> av.VideoCodecContext:
    """``codec`` in the names of WebRTC."""
    context = av.CodecContext.create({"VP8": "libvpx", "H264": "libx264"}[codec], "w")
    assert isinstance(context, av.VideoCodecContext)
    context.width, context.height, context.pix_fmt = *size, "yuv420p"
    context.time_base = Fraction(1, 1000)
    live = {"deadline": "realtime", "cpu-used": "8", "lag-in-frames": "0"}
    context.options = live if codec == "VP8" else {"profile": "baseline", "tune": "zerolatency"}
    return context


def encoded(context: av.VideoCodecContext, number: int, is_key: bool) -> bytes:
    """Picture ``number``, a grey that tells it."""
    grey = np.full((context.height * 3 // 2, context.width), 128, np.uint8)
    grey[: context.height] = 40 + number % 160
    frame = av.VideoFrame.from_ndarray(grey, "yuv420p")
    frame.pts = number * 40
    frame.pict_type = av.video.frame.PictureType.I if is_key else av.video.frame.PictureType.NONE
    (packet,) = context.encode(frame)
    return bytes(packet)


def a_key_and_another(codec: str) -> tuple[bytes, bytes]:
    """A key frame, and one that may follow it, and itself."""
    context = encoder(codec)
    return encoded(context, 0, is_key=True), encoded(context, 0, is_key=False)


@cache
def opus(seconds: float, channels: int = 2) -> list[bytes]:
    """A tone, in packets of 20 ms."""
    context = av.CodecContext.create("libopus", "w")
    assert isinstance(context, av.AudioCodecContext)
    context.sample_rate, context.format = SAMPLE_RATE, av.AudioFormat("s16")
    context.layout = "stereo" if channels == 2 else "mono"
    packets = []
    for number in range(round(seconds * 50)):
        tone = np.sin(np.arange(960) * 0.05 + number * 48) * 9000
        frame = av.AudioFrame.from_ndarray(
            np.repeat(tone, channels).astype(np.int16).reshape(1, -1), "s16", context.layout.name
        )
        frame.sample_rate, frame.pts = SAMPLE_RATE, number * 960
        packets += [bytes(packet) for packet in context.encode(frame)]
    return packets


class Stage:
    """Sends to ``recorder``: what is captured at a time arrives WAY later, less or more of a jitter."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.sync = LipSync(lambda _: None, lambda _: None)
        self._dice = random.Random(7)

    def picture(self, at: float, codec: str, frame: bytes) -> bool:
        """Whether a key frame is wanted."""
        timestamp, now = PICTURE + round(at * VIDEO_RATE), self._arrival(at)
        self.sync.video.arrived(timestamp, now)
        self.sync.video.reported(timestamp, 5000 + at)
        return self.recorder.picture(self.sync, codec, timestamp, frame, now)

    def sound(self, at: float, packet: bytes) -> None:
        timestamp, now = SOUND + round(at * SAMPLE_RATE), self._arrival(at)
        self.sync.audio.arrived(timestamp, now)
        self.sync.audio.reported(timestamp, 5000 + at)
        self.recorder.sound(self.sync, timestamp, packet, now)

    def voice(self, at: float, packet: bytes) -> None:
        self.recorder.voice(self.sync, at, packet, at)

    def _arrival(self, at: float) -> float:
        return at + WAY + self._dice.uniform(0, 0.02)
