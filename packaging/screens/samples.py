"""Statistics of a made-up talk, for pictures and tests of the inspector's graphs."""

import math
from collections.abc import Iterator
from typing import Any

from viewer.protocol.stats import StatsSampled

_FPS = 25


def samples(count: int, began: float = 100.0) -> Iterator[StatsSampled]:
    """``count`` of them, a second apart: 25 pictures a second at 1.7 Mbit/s, at times on a bad network."""
    counters: dict[str, float] = {}

    def up(name: str, step: float) -> float:
        counters[name] = counters.get(name, 0.0) + step
        return round(counters[name], 6)

    for number in range(count):
        bad = 1.0 if number % 60 in range(20, 32) else 0.0
        wave = math.sin(number / 7)
        fps = _FPS - 9 * bad
        speaks = max(0.0, math.sin(number / 4))
        yield StatsSampled(
            began + number,
            {
                "transport": {
                    "type": "transport",
                    "bytesReceived": up("in", (212 + 20 * wave - 90 * bad) * 1000),
                    "bytesSent": up("out", 6000.0),
                },
                "remote-inbound-rtp-audio": {
                    "type": "remote-inbound-rtp",
                    "roundTripTime": 0.021 + 0.002 * wave + 0.06 * bad,
                },
                "inbound-rtp-video": {
                    "type": "inbound-rtp",
                    "ssrc": 11,
                    "packetsLost": up("lost", 14 * bad),
                    "nackCount": up("nack", 9 * bad),
                    "pliCount": up("pli", bad),
                    "jitter": 0.003 + 0.001 * wave + 0.012 * bad,
                    "framesReceived": up("received", fps),
                    "framesDecoded": up("decoded", fps),
                    "viewer.framesPainted": up("painted", fps - 2 * bad),
                    **_of_pictures(up, fps, bad),
                    "viewer.pictureAge": 0.062 + 0.004 * wave + 0.09 * bad,
                    "viewer.skew": 0.004 * wave + 0.05 * bad,
                },
                "inbound-rtp-audio": {
                    "type": "inbound-rtp",
                    "ssrc": 12,
                    "packetsLost": up("sound lost", 3 * bad),
                    "jitter": 0.002 + 0.006 * bad,
                    "totalSamplesDuration": up("sound", 1.0),
                    "totalAudioEnergy": up("energy", 0.02 * speaks),
                    "totalSamplesReceived": up("samples", 48_000),
                    "concealedSamples": up("concealed", 1900 * bad),
                    "jitterBufferDelay": up("sound delay", 48_000 * (0.09 + 0.05 * bad)),
                    "jitterBufferEmittedCount": up("sound out", 48_000),
                },
                "media-source-audio": {
                    "type": "media-source",
                    "totalSamplesDuration": up("voice", 1.0),
                    "totalAudioEnergy": up("voice energy", 0.01 * (1 - speaks)),
                    "echoReturnLossEnhancement": 36 + 3 * wave,
                },
                "viewer.process": {
                    "type": "viewer.process",
                    "totalCpuTime": up("cpu", 0.22 + 0.03 * wave),
                    "residentMemory": 148e6 + number * 1000,
                    "mediaLoopDelay": 0.001 + 0.004 * bad,
                    "windowLoopDelay": 0.004 + 0.01 * bad,
                },
            },
        )


def _of_pictures(up: Any, fps: float, bad: float) -> dict[str, float]:
    return {
        "totalInterFrameDelay": up("between", 1.0),
        "totalSquaredInterFrameDelay": up("squared", fps * ((1 / fps) ** 2 + (0.004 + 0.02 * bad) ** 2)),
        "jitterBufferDelay": up("delay", fps * (0.004 + 0.03 * bad)),
        "jitterBufferEmittedCount": up("out of buffer", fps),
        "totalDecodeTime": up("decoding", fps * 0.0035),
        "viewer.totalHoldTime": up("held", fps * 0.038),
        "viewer.totalPaintTime": up("painting", fps * 0.0019),
    }
