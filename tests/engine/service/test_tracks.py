import asyncio
from fractions import Fraction

import av
import numpy as np
import pytest
from aiortc.codecs.opus import OpusDecoder, OpusEncoder
from aiortc.jitterbuffer import JitterFrame
from aiortc.mediastreams import MediaStreamError

from tests.engine.sounds import tone
from tests.timing.virtual_time import VirtualTimeLoop
from viewer.engine.face.portrait import Portrait
from viewer.engine.face.pose import Behaviour
from viewer.engine.face.scene import face_scene
from viewer.engine.service.clock import MAX_LATENESS, MediaClock
from viewer.engine.service.tracks import PictureTrack, VoiceTrack
from viewer.engine.voice.soundtrack import Soundtrack, Speaker
from viewer.media.pcm import rms

pytestmark = pytest.mark.virtual_time

FRAME = 90_000 // 25


class Tracks:
    """Both tracks of one peer."""

    def __init__(self, portrait: Portrait) -> None:
        self.speaker = Speaker()
        clock, soundtrack = MediaClock(), Soundtrack(self.speaker)
        self.voice = VoiceTrack(clock, soundtrack)
        scene = face_scene(portrait, soundtrack, 1, Behaviour)
        self.picture = PictureTrack(clock, scene)


@pytest.fixture
def tracks(portrait: Portrait) -> Tracks:
    return Tracks(portrait)


def now() -> float:
    return asyncio.get_running_loop().time()


def stand_still(seconds: float) -> None:
    """As on a busy machine: nothing happens for so long."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualTimeLoop)
    loop.advance(seconds)


async def test_both_tracks_are_paced_by_the_media_time(tracks: Tracks) -> None:
    began = now()
    sounds = [await tracks.voice.recv() for _ in range(26)]
    assert now() - began == pytest.approx(0.5)
    assert [sound.pts for sound in sounds] == [960 * number for number in range(26)]
    assert {(sound.samples, sound.sample_rate, sound.time_base) for sound in sounds} == {
        (960, 48_000, Fraction(1, 48_000))
    }
    picture = await tracks.picture.recv()
    assert picture.pts is not None
    # The picture belongs to the moment at which it was asked for, not to the beginning.
    assert picture.pts >= 12 * FRAME


async def test_the_voice_arrives_as_loud_as_it_is(tracks: Tracks) -> None:
    tracks.speaker.add(tone(440, -12, 1), [])
    encoder, decoder = OpusEncoder(), OpusDecoder()
    heard = []
    for _ in range(50):
        payloads, timestamp = encoder.encode(await tracks.voice.recv())
        for payload in payloads:
            for frame in decoder.decode(JitterFrame(payload, timestamp)):
                assert isinstance(frame, av.AudioFrame)
                heard.append(frame.to_ndarray())
    channels = np.concatenate(heard, axis=1).reshape(-1, 2)[4800:-4800]
    for channel in channels.T:
        assert 20 * np.log10(rms(channel)) == pytest.approx(-12, abs=0.5)


async def test_after_a_short_stall_sound_catches_up_and_late_pictures_are_left_out(tracks: Tracks) -> None:
    tracks.speaker.add(tone(300, -20, 2), [])
    first = await tracks.picture.recv()
    await tracks.voice.recv()
    stand_still(MAX_LATENESS - 0.05)
    began = now()
    sounds = [await tracks.voice.recv() for _ in range(6)]
    assert now() == began, "they are late already"
    assert [sound.pts for sound in sounds] == [960 * number for number in range(1, 7)]
    picture = await tracks.picture.recv()
    assert picture.pts is not None
    assert first.pts is not None
    assert picture.pts - first.pts >= 3 * FRAME
    assert tracks.picture.skipped >= 2


async def test_after_a_long_stall_both_tracks_go_on_where_they_were(tracks: Tracks) -> None:
    await tracks.voice.recv()
    await tracks.picture.recv()
    stand_still(1.0)
    sounds = [await tracks.voice.recv() for _ in range(2)]
    picture = await tracks.picture.recv()
    assert [sound.pts for sound in sounds] == [960, 1920]
    assert picture.pts is not None
    assert picture.pts < 20 * FRAME


async def test_a_stopped_track_ends(tracks: Tracks) -> None:
    for track in (tracks.voice, tracks.picture):
        track.stop()
        with pytest.raises(MediaStreamError):
            await track.recv()
