"""Sound that is sent with a copy of what was sent before it (RFC 2198), so that no single loss is heard.

aiortc 1.16.0 knows no codec but those whose encoders it has, and sends each packet as the first of them. RED
in aiortc would make this file unnecessary.
"""

import weakref
from dataclasses import replace
from typing import Any, Final

from aiortc import RTCRtpSender
from aiortc.codecs import get_encoder
from aiortc.codecs.base import Encoder
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from av.frame import Frame

from viewer.media.redundancy import Block, pack
from viewer.protocol.sdp import SoundRepair
from viewer.webrtc.low_latency_audio import LowLatencyAudio

_ENCODER: Final = "_RTCRtpSender__encoder"
_SENDING: Final = "_run_rtp"


def repair_sound(agreed: SoundRepair, sender: RTCRtpSender, received: LowLatencyAudio) -> None:
    """Make up for lost sound as was ``agreed``, both ways. Call once, before anything is sent."""
    received.queue.asks = agreed.nack
    if agreed.red is None:
        return
    received.take_redundancy(agreed.red)
    if agreed.preferred:
        send_redundantly(sender, agreed.red)


def send_redundantly(sender: RTCRtpSender, red: int) -> None:
    """Let ``sender`` use the payload type ``red``, agreed on for Opus. Call before it begins."""
    # Held, it would be in a circle with what is kept in it.
    held = weakref.ref(sender)

    async def run_redundantly(codec: RTCRtpCodecParameters) -> None:
        if (alive := held()) is not None:
            assert codec.payloadType is not None
            setattr(alive, _ENCODER, RedundantEncoder(get_encoder(codec), codec.payloadType))
            await RTCRtpSender._run_rtp(alive, replace(codec, payloadType=red))

    vars(sender)[_SENDING] = run_redundantly


class RedundantEncoder(Encoder):
    """Makes RED of what ``encoder`` makes, which has the payload type ``payload_type``."""

    def __init__(self, encoder: Encoder, payload_type: int) -> None:
        self._encoder = encoder
        self._payload_type = payload_type
        self._last: tuple[int, bytes] | None = None

    def encode(self, frame: Frame, force_keyframe: bool = False) -> tuple[list[bytes], int]:
        """Encode ``frame``; its timestamp comes with it, None while the encoder waits for more."""
        payloads, timestamp = self._encoder.encode(frame, force_keyframe)
        return self._redundant(payloads, timestamp), timestamp

    def pack(self, packet: Any) -> tuple[list[bytes], int]:
        """What is encoded already."""
        payloads, timestamp = self._encoder.pack(packet)
        return self._redundant(payloads, timestamp), timestamp

    def _redundant(self, payloads: list[bytes], timestamp: int) -> list[bytes]:
        made = []
        for data in payloads:
            earlier = []
            if self._last is not None:
                before, old = self._last
                earlier.append(Block(self._payload_type, timestamp - before, old))
            made.append(pack(self._payload_type, data, earlier))
            self._last = (timestamp, data)
        return made
