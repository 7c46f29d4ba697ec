"""The microphone's packets, decoded as the other side does it."""

import asyncio

import av
import numpy as np
import pytest
from aiortc.mediastreams import MediaStreamError

from tests.sound_system import dominant_hertz, tone
from tests.timing.virtual_time import VirtualTimeLoop
from viewer.media.capture.microphone import FRAME_SAMPLES, MicrophoneTrack
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples

pytestmark = pytest.mark.virtual_time


def heard(packets: list[bytes]) -> Samples:
    decoder = av.CodecContext.create("libopus", "r")
    assert isinstance(decoder, av.AudioCodecContext)
    decoder.sample_rate, decoder.layout = SAMPLE_RATE, "mono"
    decoder.format = av.AudioFormat("s16")
    frames = [frame.to_ndarray() for packet in packets for frame in decoder.decode(av.Packet(packet))]
    return np.concatenate(frames, axis=1, dtype=np.int16).reshape(-1)


async def received(track: MicrophoneTrack, source: PcmBuffer, sound: Samples) -> list[bytes]:
    packets = []
    for start in range(0, len(sound), FRAME_SAMPLES):
        source.write(sound[start : start + FRAME_SAMPLES].reshape(-1, 1))
        packets.append(bytes(await track.recv()))
    return packets


async def test_sound_arrives_as_it_was_in_packets_of_20_ms() -> None:
    source = PcmBuffer(1, SAMPLE_RATE)
    track = MicrophoneTrack(source)
    first = await track.recv()
    assert (first.pts, first.time_base.denominator) == (0, SAMPLE_RATE)
    sent = tone(440, 0.5)
    sound = heard(await received(track, source, sent))
    assert len(sound) == len(sent)
    assert track.energy == pytest.approx(float(np.square(sent / 32768).sum()) / SAMPLE_RATE)
    middle = slice(SAMPLE_RATE // 10, None)
    assert dominant_hertz(sound[middle]) == pytest.approx(440, abs=5)
    loudness = np.abs(sound[middle].astype(int)).mean() / np.abs(sent.astype(int)).mean()
    assert loudness == pytest.approx(1, abs=0.1)
    assert (await track.recv()).pts == len(sent) + FRAME_SAMPLES


async def test_silence_becomes_small_and_true_and_sound_after_it_is_whole() -> None:
    source = PcmBuffer(1, SAMPLE_RATE)
    track = MicrophoneTrack(source)
    await track.recv()
    voice, nothing = tone(440, 0.3), np.zeros(FRAME_SAMPLES, np.int16)
    packets = await received(track, source, voice)
    while packets[-1] != packets[-3]:
        packets += await received(track, source, nothing)
    assert len(packets[-1]) <= 3
    begin = len(packets) * FRAME_SAMPLES
    packets += await received(track, source, voice)
    sound = heard(packets)
    assert not sound[begin - FRAME_SAMPLES : begin].any()
    again = sound[begin + SAMPLE_RATE // 20 :]
    assert dominant_hertz(again) == pytest.approx(440, abs=5)
    loudness = np.abs(again.astype(int)).mean() / np.abs(voice.astype(int)).mean()
    assert loudness == pytest.approx(1, abs=0.1)


async def test_a_stopped_microphone_gives_nothing_more() -> None:
    track = MicrophoneTrack(PcmBuffer(1, SAMPLE_RATE))
    track.stop()
    with pytest.raises(MediaStreamError):
        await track.recv()


async def test_it_gives_a_packet_every_20_ms_and_after_a_sleep_makes_up_for_nothing() -> None:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualTimeLoop)
    track = MicrophoneTrack(PcmBuffer(1, SAMPLE_RATE))

    async def times() -> list[float]:
        began, given = loop.time(), []
        for _ in range(4):
            await track.recv()
            given.append(loop.time() - began)
        return given

    assert await times() == pytest.approx([0, 0.02, 0.04, 0.06])
    loop.advance(60)
    assert await times() == pytest.approx([0, 0.02, 0.04, 0.06])
