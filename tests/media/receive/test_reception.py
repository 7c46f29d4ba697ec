"""Decoded frames on their way to the screen and the loudspeaker."""

import asyncio
import weakref
from fractions import Fraction

import av
import numpy as np
import pytest

from tests.timing.virtual_time import VirtualTimeLoop
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples
from viewer.media.picture import Picture, PictureSlot, Planes
from viewer.media.receive.lip_sync import LipSync
from viewer.media.receive.pictures import MAX_WAITING, ReceivedPictures
from viewer.media.receive.reception import Reception
from viewer.media.receive.sound import ReceivedSound


def picture(number: int) -> av.VideoFrame:
    frame = av.VideoFrame.from_ndarray(np.full((16, 16, 3), number, np.uint8), format="rgb24")
    frame = frame.reformat(format="yuv420p")
    frame.pts = number
    return frame


class Screen(PictureSlot):
    """Keeps when which picture was put."""

    def __init__(self) -> None:
        super().__init__()
        self.put_at: list[tuple[int, float]] = []
        self.full = asyncio.Event()

    def put(self, picture: Picture | Planes) -> None:
        assert isinstance(picture, Picture)
        number = round(np.frombuffer(picture.pixels, np.uint8)[0] / 10)
        self.put_at.append((number, asyncio.get_running_loop().time()))
        if len(self.put_at) == 3:
            self.full.set()


@pytest.mark.virtual_time
async def test_pictures_wait_for_their_time_and_only_the_newest_that_is_due_is_shown() -> None:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualTimeLoop)
    due: dict[int, float] = {}

    def when(pts: int, now: float) -> float:
        if pts == 30:  # busy, until those before it are due
            loop.advance(due[2] - now)
        due[pts // 10] = max([*due.values(), now]) + (0.0 if pts == 20 else 0.3)
        return due[pts // 10]

    screen, first = Screen(), []
    receiver = ReceivedPictures(screen, when, lambda: first.append(1))
    for number in (0, 10, 20, 30):
        receiver.add(picture(number))
    async with asyncio.timeout(10):
        await screen.full.wait()
    assert first == [1]
    assert receiver.frames == 4
    assert screen.put_at == [(0, 0.0), (2, due[2]), (3, due[3])]


@pytest.mark.virtual_time
async def test_a_picture_that_takes_time_to_make_is_begun_so_much_earlier() -> None:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualTimeLoop)
    screen = Screen()
    due: dict[int, float] = {}
    receiver = ReceivedPictures(screen, lambda pts, now: due.setdefault(pts // 10, now + 0.05), lambda: None)
    convert = receiver._converter.convert

    def slow(frame: av.VideoFrame, size: tuple[int, int] | None = None) -> Picture:
        loop.advance(0.3 if frame.pts == 30 else 0.008)
        return convert(frame, size)

    receiver._converter.convert = slow  # type: ignore[method-assign]
    for pts in range(10, 160, 10):
        receiver.add(picture(pts))
        await asyncio.sleep(0.1)
    await asyncio.sleep(1)
    lateness = [at - due[number] for number, at in screen.put_at[1:]]
    # What the machine once stole counts for nothing after that.
    assert lateness[-5:] == pytest.approx([0.0] * 5, abs=1e-6)


async def test_what_is_over_keeps_no_memory_of_pictures() -> None:
    screen = Screen()
    receiver = ReceivedPictures(screen, lambda _, now: now, lambda: None)
    receiver.add(picture(0))
    converter = weakref.ref(receiver._converter)
    receiver.stop()
    assert converter() is None, "it would be there until Python looks for garbage"


@pytest.mark.virtual_time
async def test_rate_and_longest_gap_are_those_of_the_last_ten_seconds() -> None:
    receiver = ReceivedPictures(Screen(), lambda _, now: now, lambda: None)
    assert receiver.recent() == (0.0, 0.0)
    for seconds in [3.0, *[0.04] * 200, 0.2, *[0.04] * 45]:
        await asyncio.sleep(seconds)
        receiver.add(picture(0))
    fps, gap = receiver.recent()
    assert fps == pytest.approx(246 / 10, abs=0.2)
    assert gap == pytest.approx(200)
    await asyncio.sleep(9)
    assert receiver.recent()[1] == pytest.approx(9000)
    await asyncio.sleep(2)
    fps, gap = receiver.recent()
    assert (fps, round(gap)) == (0.0, 11_000)
    assert receiver.mean_fps == pytest.approx(246 / (245 * 0.04 + 0.2))


async def test_a_time_that_never_comes_does_not_pile_pictures_up() -> None:
    screen = Screen()
    receiver = ReceivedPictures(screen, lambda _, now: now + 1000, lambda: None)
    for _ in range(MAX_WAITING + 10):
        receiver.add(picture(0))
    assert len(receiver._waiting) <= MAX_WAITING
    assert len(screen.put_at) > 1
    receiver.stop()
    assert not receiver._waiting


class Speaker:
    """Keeps what is written; ``behind`` frames of it have not been heard yet."""

    def __init__(self) -> None:
        self.written = 0
        self.behind: int | None = None

    def write(self, frames: Samples) -> None:
        self.written += len(frames)

    def clear(self) -> None: ...

    def follow(self, _: float) -> None: ...

    def heard(self, _: float) -> float | None:
        return None if self.behind is None else self.written - self.behind


def sound(pts: int) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(np.zeros((1, 1920), np.int16), format="s16", layout="stereo")
    frame.sample_rate, frame.pts, frame.time_base = 48_000, pts, Fraction(1, 48_000)
    return frame


async def test_what_is_heard_is_told_by_its_timestamp_also_after_a_gap() -> None:
    speaker = Speaker()
    receiver = ReceivedSound(speaker)
    assert receiver.heard(0.0) is None
    for pts in (5000, 5960, 5960 + 3 * 960):
        receiver.add(sound(pts))
    assert receiver.heard(0.0) is None
    assert receiver.due_in(0.0) == 0
    speaker.behind = 100
    assert receiver.heard(0.0) == pytest.approx(5960 + 4 * 960 - 100)
    assert receiver.due_in(0.0) == pytest.approx(100 / SAMPLE_RATE)
    assert speaker.written == 5 * 960


@pytest.mark.virtual_time
@pytest.mark.parametrize(("lip_sync", "shown_at"), [(True, 0.25), (False, 0.0)])
async def test_pictures_wait_for_their_sound_only_with_lip_sync(
    lip_sync: bool, shown_at: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LipSync, "due", lambda _self, _timestamp, now: now + 0.25)
    screen = Screen()
    loudspeaker = PcmBuffer(channels=2, capacity=SAMPLE_RATE)
    reception = Reception(screen, loudspeaker, lambda: None, lip_sync=lip_sync)
    for _ in range(3):
        reception.video.add(picture(0))
    await asyncio.sleep(1)
    # The first one is shown at once in any case.
    assert screen.put_at[-1][1] == pytest.approx(shown_at, abs=0.001)
    assert len(screen.put_at) > 1


async def test_who_looks_closely_gets_each_picture_as_it_was_decoded_and_the_screen_its_own() -> None:
    seen: list[Planes] = []
    slot = PictureSlot()
    receiver = ReceivedPictures(slot, lambda _, now: now, lambda: None)
    slot.show_scaled((16, 16), (24, 24))
    receiver.add(picture(100))
    assert seen == [], "nobody looks yet"
    slot.on_decoded = seen.append
    receiver.add(picture(200))
    assert [(planes.width, planes.height, planes.planes[0][0]) for planes in seen] == [(16, 16, 188)]
    shown = slot.take()
    assert shown
    assert (shown.width, shown.natural_size) == (24, (16, 16))
    receiver.stop()
