"""The user's voice on its way from the microphone to the sender."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from viewer.errors import ProcessingUnavailable
from viewer.media.capture.echo_alignment import EchoAlignment
from viewer.media.capture.echo_loss import EchoLoss, SentVoice
from viewer.media.capture.processing import NOTHING, Applied, Processing
from viewer.media.capture.processor import FRAME, Processor
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples, rms
from viewer.media.playout.loudspeaker import Loudspeaker

_CAPTURED_CAPACITY: Final = SAMPLE_RATE
_VOICE_CAPACITY: Final = SAMPLE_RATE * 120 // 1000
# A device that has delivered nothing for so long is closed or about to be.
_IDLE_SECONDS: Final = 0.25
# How long captured sound waits for what was played before it looks again whether anything is played at all.
_LOOK_SECONDS: Final = 0.02


class Voice:
    """Takes what the loudspeaker plays out of what the microphone hears, on a thread of its own.

    Not in the media loop: there a stall of the network's would tear the two streams apart, on whose being in
    step the canceller relies. The thread waits for the device; 10 ms of sound take 0.2 ms.

    Args:
        on_applied: gets what is in force whenever it changes, on this thread.
    """

    def __init__(
        self,
        loudspeaker: Loudspeaker,
        requested: Processing,
        muted: bool,
        on_applied: Callable[[Applied], None],
    ) -> None:
        self.captured = PcmBuffer(1, _CAPTURED_CAPACITY)
        """Where the microphone's device writes."""
        self.processed = SentVoice(1, _VOICE_CAPACITY)
        """What the sender reads."""
        self.on_heard: Callable[[Samples, Samples, bool, bool], None] | None = None
        """Gets frames, shape (n, 1), on this thread, muted or not: as they were captured; as they would be
        sent; whether the loudspeaker plays; whether its echo may be in the second. Must not wait."""
        self._loudspeaker = loudspeaker
        self._requested = requested
        self._muted = muted
        self._withheld = False
        self._on_applied = on_applied
        self._level = 0.0
        self._processor: Processor | None = None
        self._alignment = EchoAlignment()
        self._echo_loss = EchoLoss()
        self._moves = 0
        self._in_force = NOTHING
        self._was_open = True
        self._blind = False
        self._ending = False
        self._gate = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="voice")

    @property
    def level(self) -> float:
        """How loud the voice is as it is sent, 0 to 1 RMS; 0 while muted or without a microphone."""
        return self._level

    def start(self) -> None:
        """Begin; the module is loaded at once, before it is needed."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread. May be called twice."""
        self._ending = True
        self.captured.wake()
        if self._thread.ident is not None:
            self._thread.join()

    def process(self, requested: Processing) -> None:
        """Process as ``requested`` from now on. Callable from any thread; never waits."""
        self._requested = requested

    def mute(self, muted: bool) -> None:
        """Send true silence from this moment on, or be heard again. Callable from any thread."""
        with self._gate:
            self._muted = muted
            self._fall_silent()

    def withhold(self, withheld: bool) -> None:
        """The same, by this program's own wish: whatever the user chose goes on when this is over."""
        with self._gate:
            self._withheld = withheld
            self._fall_silent()

    def _run(self) -> None:
        built: Processing | None = None
        while not self._ending:
            if built is not self._requested:
                built = self._requested
                self._build(built)
            if not self.captured.wait(FRAME, _IDLE_SECONDS):
                self._level = 0.0
                continue
            try:
                self._work_off()
            except ProcessingUnavailable as error:
                self._fall_back(built, error)

    def _build(self, requested: Processing) -> None:
        try:
            self._processor = Processor(requested) if requested.wants_module else None
        except ProcessingUnavailable as error:
            self._fall_back(requested, error)
        else:
            self._apply(Applied(requested))

    def _fall_back(self, requested: Processing, problem: ProcessingUnavailable) -> None:
        """Go on without the module; where an echo was to be taken out, by half duplex."""
        self._processor = None
        half_duplex = requested.half_duplex or requested.echo_cancellation
        self._apply(Applied(replace(NOTHING, half_duplex=half_duplex), problem))

    def _apply(self, applied: Applied) -> None:
        self._in_force = applied.processing
        self._blind = False  # if it is, the next frame tells so again
        self.processed.echo_loss = None
        self._on_applied(applied)

    def _work_off(self) -> None:
        """Process whole frames of what was captured."""
        captured, played = self.captured, self._loudspeaker.reference
        if not (self._processor and self._in_force.echo_cancellation and self._loudspeaker.plays):
            played.clear()
            self._process(_frames(captured, len(captured) // FRAME))
            return
        if self._moves != (moves := self._loudspeaker.moves):
            self._moves = moves
            self._processor.learn_anew()
        step = self._alignment.step(len(captured) // FRAME, len(played) // FRAME)
        if step.played or step.captured:
            self._processor.learn_anew()
        for late in _frames(played, step.played):
            self._processor.hear_loudspeaker(late)
        self._process(_frames(captured, step.pairs), _frames(played, step.pairs))
        self._process(_frames(captured, step.captured))
        if len(captured) >= FRAME:
            played.wait(FRAME, _LOOK_SECONDS)

    def _process(self, frames: Samples, played: Samples | None = None) -> None:
        """Pass ``frames``, shape (n, FRAME, 1), on, with what was ``played`` with each of them."""
        if not len(frames):
            return
        raw, cleaned = _sound(frames), _sound(self._cleaned(frames, played))
        # After a stall it was heard a second ago.
        echoes = self._loudspeaker.echoed((len(raw) + len(self.captured)) / SAMPLE_RATE)
        if self._cancels:
            self.processed.echo_loss = self._echo_loss.hear(raw, cleaned, echoes=echoes)
        if self.on_heard:
            may_echo = echoes and (self._blind or not self._cancels or self._is_unsure())
            self.on_heard(raw, cleaned, echoes, may_echo)
        self._send(self._gated(cleaned, echoes))

    def _cleaned(self, frames: Samples, played: Samples | None) -> Samples:
        if self._processor is None:
            return frames
        cleaned = np.empty_like(frames)
        for number, frame in enumerate(frames):
            if played is not None:
                self._processor.hear_loudspeaker(played[number])
            cleaned[number] = self._processor.clean(frame)
        return cleaned

    def _gated(self, sound: Samples, echoes: bool) -> Samples:
        """``sound``, or silence while an echo would come with it; in between it fades."""
        in_force = self._in_force
        # A canceller that learns the room lets an echo through, which the persona would answer.
        blind = self._processor is not None and self._processor.is_learning
        if blind is not self._blind:
            self._blind = blind
            self._on_applied(Applied(replace(in_force, half_duplex=in_force.half_duplex or blind)))
        is_open = not (echoes and (in_force.half_duplex or blind or self._is_unsure()))
        was_open, self._was_open = self._was_open, is_open
        if is_open is was_open:
            return sound if is_open else np.zeros_like(sound)
        ramp = np.full((len(sound), 1), float(is_open))
        ramp[:FRAME, 0] = np.linspace(float(was_open), float(is_open), FRAME)
        return np.asarray(sound * ramp, np.int16)

    @property
    def _cancels(self) -> bool:
        return self._processor is not None and self._in_force.echo_cancellation

    def _is_unsure(self) -> bool:
        """Whether the echo may come at another time from now on, of which the canceller does not know."""
        loudspeaker = self._loudspeaker
        # In this order: the second is true before the first is over.
        return self._cancels and (loudspeaker.may_have_moved or loudspeaker.moves != self._moves)

    def _send(self, sound: Samples) -> None:
        with self._gate:
            sound = np.zeros_like(sound) if self._muted or self._withheld else sound
            self.processed.write(sound)
            self._level = rms(sound)

    def _fall_silent(self) -> None:
        if self._muted or self._withheld:
            self.processed.clear()
            self._level = 0.0


def _frames(buffer: PcmBuffer, count: int) -> Samples:
    """The next ``count`` of them, shape (count, FRAME, 1)."""
    return buffer.read(count * FRAME).reshape(count, FRAME, 1)


def _sound(frames: Samples) -> Samples:
    """``frames`` one after the other, shape (n, 1)."""
    return frames.reshape(-1, 1)
