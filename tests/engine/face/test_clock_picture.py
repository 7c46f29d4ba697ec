import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.engine.face.clock_picture import BARS, ClockPainter, is_flash, read_clock
from viewer.engine.face.portrait import HEIGHT, WIDTH
from viewer.engine.voice.soundtrack import BEEP_SECONDS, FRAME_SAMPLES, BeepingSpeaker, Speaker
from viewer.media.pcm import SAMPLE_RATE
from viewer.media.receive.convert import PictureConverter


@pytest.fixture(scope="module")
def painter() -> ClockPainter:
    return ClockPainter(busy=False)


@given(unix_ms=st.integers(0, 1 << 42))
def test_the_clock_that_is_drawn_is_the_clock_that_is_read(painter: ClockPainter, unix_ms: int) -> None:
    # Half a millisecond on, so that no rounding of the float decides.
    pixels = painter.paint((unix_ms + 0.5) / 1000, flash=False)
    assert read_clock(pixels) == unix_ms % (1 << 32)


@pytest.mark.parametrize("busy", [False, True])
@pytest.mark.parametrize("scale", [0.5, 1.0, 1.5])
def test_it_is_read_from_another_size_and_after_colour_conversion(busy: bool, scale: float) -> None:
    before = int(time.time() * 1000)
    frame = ClockPainter(busy=busy).frame(media_time=3.0)
    after = int(time.time() * 1000)
    picture = PictureConverter().convert(frame.reformat(int(WIDTH * scale), int(HEIGHT * scale)))
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    pixels = rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4)
    milliseconds = read_clock(pixels)
    assert milliseconds is not None
    assert before % (1 << 32) <= milliseconds <= after % (1 << 32)
    assert is_flash(pixels)


@pytest.mark.parametrize(
    "pixels", [np.zeros((HEIGHT, WIDTH, 3), np.uint8), np.full((99, 99, 3), 255, np.uint8)]
)
def test_a_picture_without_a_clock_has_none(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> None:
    assert read_clock(pixels) is None


def test_colour_bars_keep_their_colours_through_the_codecs_colour_space(painter: ClockPainter) -> None:
    picture = PictureConverter().convert(painter.frame(media_time=0.5))
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    for number, colour in enumerate(BARS):
        column = round((number + 0.5) * WIDTH / len(BARS))
        blue, green, red = rows[100, column * 4 : column * 4 + 3]
        assert (red, green, blue) == pytest.approx(colour, abs=4)


def test_the_flash_lasts_for_one_picture_a_second(painter: ClockPainter) -> None:
    flashes = []
    for number in range(75):
        luma = painter.frame(number / 25).to_ndarray()[450, 360]
        flashes.append(bool(luma > 127))
    assert [number for number, flash in enumerate(flashes) if flash] == [0, 25, 50]


def test_the_beep_begins_with_each_second_and_lasts_as_long_as_the_flash() -> None:
    speaker = BeepingSpeaker(Speaker())
    sound = np.concatenate([speaker.read()[0] for _ in range(100)])
    assert len(sound) == 100 * FRAME_SAMPLES
    loud = np.flatnonzero(np.abs(sound.astype(int)) > 4000)
    ends = np.flatnonzero(np.diff(loud) > SAMPLE_RATE // 2)
    onsets = [loud[0], loud[ends[0] + 1]]
    assert onsets == pytest.approx([0, SAMPLE_RATE], abs=48)
    assert (loud[ends[0]] - loud[0]) / SAMPLE_RATE == pytest.approx(BEEP_SECONDS, abs=0.002)
