"""The microphone as a track that never ends, encoded.

aiortc 1.16.0 would encode on a thread of a pool, as stereo at 96 kbit/s, and sum each packet's loudness up in
Python for a header extension that nobody reads; of a packet that is encoded already it asks neither. What it
offers is mono for whoever does not ask for stereo (RFC 7587 section 6.1).
"""

import asyncio
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

import av
import numpy as np
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack

from viewer.media.capture.echo_loss import SentVoice
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples, rms
from viewer.media.receive.tap import Tap

FRAME_SAMPLES: Final = SAMPLE_RATE // 50

_TIME_BASE: Final = Fraction(1, SAMPLE_RATE)
_BIT_RATE: Final = 48_000
# At this rate speech is fine as “audio”, too, and silence takes a twentieth of the bytes. Counted in
# instructions a frame: as “voip” 0.9 million of speech and 1.8 of silence, so 0.5 and 0.4.
_ENCODING: Final = {"application": "audio", "compression_level": "5"}
# Bytes of a packet that says “silence” and nothing else.
_EMPTY: Final = 3


class MicrophoneTrack(MediaStreamTrack):
    """Opus packets of 20 ms out of ``source``, which is mono at 48 kHz, and of silence while it is empty.

    A sender whose track raises is dead for good in aiortc 1.16.0 (its ``_run_rtp`` returns), so this one
    outlives any device: unplugging is silence. Each packet passes ``tap``.
    """

    kind = "audio"

    def __init__(self, source: PcmBuffer, tap: Tap | None = None) -> None:
        super().__init__()
        self.lent_to: Callable[[Samples], None] | None = None
        """Who gets the sound, in the running loop; silence is sent then."""
        self._source = source
        self._tap = tap or Tap()
        self._encoder: av.AudioCodecContext | None = _encoder()
        self._silence = b""
        self.energy = 0.0
        """W3C ``totalAudioEnergy``: seconds of sound, times its level from 0 to 1 squared."""
        self._started: float | None = None
        self._samples = 0

    async def recv(self) -> "av.Packet[Any]":
        """The next packet, when its time has come."""
        if self.readyState != "live":
            raise MediaStreamError
        now = asyncio.get_running_loop().time()
        if self._started is None:
            self._started = now
            self._source.clear()
        due = self._started + self._samples / SAMPLE_RATE
        if due > now:
            await asyncio.sleep(due - now)
        elif now - due > 1:
            # The computer slept: go on from here instead of sending the lost time in a burst.
            self._started += now - due
        if self._encoder is None:  # stopped meanwhile
            raise MediaStreamError
        sound = self._source.read(FRAME_SAMPLES)
        if self.lent_to:
            self.lent_to(sound)
            sound = np.zeros_like(sound)
        packet = self._encoded(self._encoder, sound)
        # The encoder's own times begin before the first sample.
        packet.pts = self._samples
        packet.time_base = _TIME_BASE
        self._samples += FRAME_SAMPLES
        if (listener := self._tap.listener) is not None:
            listener.voice(self._tap.sync, due, bytes(packet), now)
        return packet

    @property
    def seconds(self) -> float:
        """How much sound it gave, silence included."""
        return self._samples / SAMPLE_RATE

    @property
    def echo_loss(self) -> float | None:
        """W3C ``echoReturnLossEnhancement``, where an echo is taken out and there was one lately."""
        return self._source.echo_loss if isinstance(self._source, SentVoice) else None

    def stop(self) -> None:
        """Give no more, and release the encoder, which has native threads. May be called twice."""
        super().stop()
        self._encoder = self.lent_to = None

    def _encoded(self, encoder: av.AudioCodecContext, sound: Samples) -> "av.Packet[Any]":
        """``sound`` as Opus; silence that lasts is the same packet again and again."""
        is_silent = not sound.any()
        if is_silent and self._silence:
            return av.Packet(self._silence)
        if not is_silent:
            self.energy += rms(sound) ** 2 * FRAME_SAMPLES / SAMPLE_RATE
        frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        frame.pts = self._samples
        frame.time_base = _TIME_BASE
        (packet,) = encoder.encode(frame)
        # So small only once nothing of the sound before is left in the encoder, and then always the same.
        self._silence = bytes(packet) if is_silent and packet.size <= _EMPTY else b""
        return packet


def _encoder() -> av.AudioCodecContext:
    encoder = av.CodecContext.create("libopus", "w")
    assert isinstance(encoder, av.AudioCodecContext)
    encoder.bit_rate = _BIT_RATE
    encoder.format = av.AudioFormat("s16")
    encoder.layout = "mono"
    encoder.sample_rate = SAMPLE_RATE
    encoder.time_base = _TIME_BASE
    encoder.options = dict(_ENCODING)
    return encoder
