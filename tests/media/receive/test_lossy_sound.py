"""Beeps over a line that loses a fifth of the packets: from the packets to what the loudspeaker plays.

The time is made up: packets are sent and the loudspeaker reads every 20 ms.
"""

import heapq
import random
import time
from fractions import Fraction
from functools import cache
from itertools import count

import av
import numpy as np
import pytest
from aiortc.codecs.opus import OpusDecoder
from aiortc.jitterbuffer import JitterFrame

from viewer.media.pcm import SAMPLE_RATE
from viewer.media.playout.buffer import PlayoutBuffer
from viewer.media.receive.sound import ReceivedSound
from viewer.media.receive.sound_queue import SoundPacket, SoundQueue

SECONDS = 12
LOSS = 0.2
ROUND_TRIP = 0.01
STEP = 960


@cache
def beeps() -> list[bytes]:
    """One of 40 ms a second, in packets of 20 ms."""
    encoder = av.CodecContext.create("libopus", "w")
    assert isinstance(encoder, av.AudioCodecContext)
    encoder.bit_rate, encoder.sample_rate, encoder.layout = 32_000, SAMPLE_RATE, "mono"
    encoder.format, encoder.time_base = av.AudioFormat("s16"), Fraction(1, SAMPLE_RATE)
    sound = np.zeros(SECONDS * SAMPLE_RATE, np.int16)
    tone = (8000 * np.sin(2 * np.pi * 1000 * np.arange(2 * STEP) / SAMPLE_RATE)).astype(np.int16)
    for second in range(SECONDS):
        begin = second * SAMPLE_RATE + SAMPLE_RATE // 8
        sound[begin : begin + len(tone)] = tone
    packets = []
    for begin in range(0, len(sound), STEP):
        frame = av.AudioFrame.from_ndarray(sound[None, begin : begin + STEP], "s16", "mono")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, begin, Fraction(1, SAMPLE_RATE)
        packets += [bytes(packet) for packet in encoder.encode(frame)]
    return packets


class Receiver:
    """Plays what comes over the line."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, copies: int, asks: bool) -> None:
        self.now = 0.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)
        self.played: list[np.ndarray] = []
        self._copies = copies
        self._dice = random.Random(1)
        self._speaker = PlayoutBuffer()
        self.sound = ReceivedSound(self._speaker)
        self._queue = SoundQueue(lambda: self.sound.room(self.now))
        self._queue.asks, self._queue.round_trip = asks, ROUND_TRIP
        self._decoder = OpusDecoder()
        self._agenda: list[tuple[float, int, int | None]] = []
        self._order = count()

    def run(self) -> None:
        """All of it; -1 in the agenda is a read, None the queue's deadline, the rest are packets."""
        for number in range(len(beeps())):
            self._send(0.05 + number * 0.02, number)
            heapq.heappush(self._agenda, (number * 0.02 + 0.007, next(self._order), -1))
        while self._agenda:
            self.now, _, what = heapq.heappop(self._agenda)
            if what == -1:
                self.played.append(self._speaker.read(STEP)[:, 0])
                continue
            if what is None:
                self._play(self._queue.due(self.now))
            else:
                carried = range(max(0, what - self._copies), what + 1)
                packets = [SoundPacket(96, number * STEP, beeps()[number]) for number in carried]
                self._play(self._queue.add(what, packets, self.now))
            for number in self._queue.to_ask(self.now):
                if self._dice.random() > LOSS:  # the question may be lost, too
                    self._send(self.now + ROUND_TRIP / 2, number)
            if self._queue.deadline is not None:
                heapq.heappush(self._agenda, (self._queue.deadline, next(self._order), None))

    @property
    def concealed(self) -> float:
        """Seconds that were made up."""
        return self.sound._concealer.concealed / SAMPLE_RATE

    @property
    def onsets(self) -> int:
        """How often it became loud after 50 ms of quiet."""
        loud = np.flatnonzero(np.abs(np.concatenate(self.played)) > 2000)
        return int(np.count_nonzero(np.diff(loud, prepend=-SAMPLE_RATE) > SAMPLE_RATE // 20))

    def _send(self, at: float, number: int) -> None:
        if self._dice.random() > LOSS:
            later = ROUND_TRIP / 2 + self._dice.expovariate(250)
            heapq.heappush(self._agenda, (at + later, next(self._order), number))

    def _play(self, packets: list[SoundPacket]) -> None:
        for packet in packets:
            for frame in self._decoder.decode(JitterFrame(packet.data, packet.timestamp)):
                assert isinstance(frame, av.AudioFrame)
                self.sound.add(frame)


@pytest.mark.parametrize(("copies", "asks", "most"), [(1, False, 0.05), (0, True, 0.08), (1, True, 0.03)])
def test_where_a_fifth_is_lost_copies_and_repetitions_bring_the_beeps_back(
    monkeypatch: pytest.MonkeyPatch, copies: int, asks: bool, most: float
) -> None:
    receiver = Receiver(monkeypatch, copies=copies, asks=asks)
    receiver.run()
    assert receiver.onsets == SECONDS
    assert receiver.concealed / SECONDS <= most
