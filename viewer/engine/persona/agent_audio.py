"""Sound of the client's for the persona to speak (protocol/README.md section 4, ``agentaudioinput``)."""

import asyncio
import base64
import binascii
import logging
from typing import Final

import av
import numpy as np

from viewer.engine.persona.behaviour import Persona
from viewer.engine.persona.speech import Speech
from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.protocol.codec import MalformedMessage
from viewer.protocol.signalling import AgentAudio

_log = logging.getLogger(__name__)

# More sound than that in one turn is a client that went wild: 240 MB of it is enough.
MAX_SECONDS: Final = 2500.0


class AgentAudioInput:
    """The turns of sound of one session. Use from the event loop."""

    def __init__(self, persona: Persona) -> None:
        self._persona = persona
        self._speech: Speech | None = None
        self._converter: _ToVoice | None = None
        self._next = 0
        self._seconds = 0.0
        self.gaps = 0
        """How often a sequence number was not the next one."""

    def chunk(self, audio: AgentAudio) -> None:
        """More sound of a turn, which the first piece begins. After a cut the rest of a turn is dropped.

        Raises:
            MalformedMessage: it is not base64.
        """
        try:
            data = base64.b64decode(audio.audio_data, validate=True)
        except (binascii.Error, ValueError):
            raise MalformedMessage("audioData is not base64") from None
        if audio.sequence_number == 0 and self._next > 0:
            self.end()  # whoever begins anew has ended the turn before
        if audio.sequence_number != self._next:
            self.gaps += 1
            _log.info("a gap in the agent's sound: %d came for %d", audio.sequence_number, self._next)
        self._next = audio.sequence_number + 1
        if self._speech is None:
            self._speech = Speech(arrived=asyncio.get_running_loop().time())
            self._speech.cut = not self._persona.begin(self._speech)
        if self._speech.cut:
            return
        self._add(self._speech, audio, data)

    def end(self) -> None:
        """The turn is over; what is there is still spoken."""
        if self._speech is not None:
            if self._converter is not None:
                self._speech.add_sound(self._converter.rest())
            self._speech.close()
        self._speech = self._converter = None
        self._next = 0
        self._seconds = 0.0

    def _add(self, speech: Speech, audio: AgentAudio, data: bytes) -> None:
        converter = self._converter
        if converter is None or converter.form != (audio.sample_rate, audio.channels):
            converter = self._converter = _ToVoice(audio.sample_rate, audio.channels)
        pcm = converter.convert(data)
        self._seconds += len(pcm) / SAMPLE_RATE
        if self._seconds > MAX_SECONDS:
            _log.info("cut off a turn of the agent's sound that is too long")
            self._persona.cut(speech)
        elif pcm.size:
            speech.add_sound(pcm)


class _ToVoice:
    """Interleaved 16-bit PCM of one rate and number of channels into mono at 48 kHz."""

    def __init__(self, sample_rate: int, channels: int) -> None:
        self.form = (sample_rate, channels)
        self._resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
        self._carried = b""
        self._used = False

    def convert(self, data: bytes) -> Samples:
        sample_rate, channels = self.form
        data = self._carried + data
        whole = len(data) - len(data) % (2 * channels)
        # A piece may end in the middle of a sample.
        data, self._carried = data[:whole], data[whole:]
        if not data:
            return np.zeros(0, np.int16)
        interleaved = np.frombuffer(data, "<i2").reshape(-1, channels)
        mono = interleaved.mean(axis=1).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(mono.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = sample_rate
        self._used = True
        return _joined(self._resampler.resample(frame))

    def rest(self) -> Samples:
        return _joined(self._resampler.resample(None) if self._used else [])


def _joined(frames: list[av.AudioFrame]) -> Samples:
    parts = [frame.to_ndarray().reshape(-1) for frame in frames]
    return np.concatenate(parts).astype(np.int16) if parts else np.zeros(0, np.int16)
