"""Colours against FFmpeg's definition, not against ourselves."""

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from viewer.engine.face.clock_picture import BARS, CLOCK_TOP, ClockPainter
from viewer.engine.face.looks import LOOKS
from viewer.engine.face.painter import FacePainter
from viewer.engine.face.portrait import load_portrait
from viewer.engine.face.pose import Pose
from viewer.engine.face.yuv import FrameMaker
from viewer.media.picture import Picture
from viewer.media.receive.convert import PictureConverter, SoundConverter, to_png

# Limited-range YCbCr of RGB primaries (ITU-R BT.601-7 and BT.709-6, 8 bit).
BT601 = {(255, 0, 0): (81, 90, 240), (0, 255, 0): (145, 54, 34), (0, 0, 255): (41, 240, 110)}
BT709 = {(255, 0, 0): (63, 102, 240), (0, 255, 0): (173, 42, 26), (0, 0, 255): (32, 240, 118)}

Brightness = NDArray[np.floating[Any]]
LUMA = [0.299, 0.587, 0.114]


def flat_frame(ycbcr: tuple[int, int, int], width: int = 64, height: int = 48) -> av.VideoFrame:
    frame = av.VideoFrame(width, height, "yuv420p")
    for plane, value in zip(frame.planes, ycbcr, strict=True):
        plane.update(bytes([value]) * plane.buffer_size)
    return frame


@pytest.mark.parametrize(("rgb", "ycbcr"), BT601.items())
def test_unnamed_colours_are_bt601_limited(rgb: tuple[int, int, int], ycbcr: tuple[int, int, int]) -> None:
    picture = PictureConverter().convert(flat_frame(ycbcr))
    assert (picture.width, picture.height) == (64, 48)
    assert list(picture.pixels[:3]) == pytest.approx(list(reversed(rgb)), abs=3)


@pytest.mark.parametrize(("rgb", "ycbcr"), BT709.items())
def test_named_bt709_is_obeyed(rgb: tuple[int, int, int], ycbcr: tuple[int, int, int]) -> None:
    frame = flat_frame(ycbcr)
    frame.colorspace = 1
    picture = PictureConverter().convert(frame)
    assert list(picture.pixels[:3]) == pytest.approx(list(reversed(rgb)), abs=3)


def test_colour_bars_are_what_ffmpeg_makes_of_them() -> None:
    frame = ClockPainter(busy=False).frame(0.5)
    picture = PictureConverter().convert(frame)
    ours = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)[:CLOCK_TOP]
    ours = ours[:, : picture.width * 4].reshape(CLOCK_TOP, picture.width, 4)[:, :, 2::-1]
    theirs = frame.to_ndarray(format="rgb24")[:CLOCK_TOP]
    assert np.abs(ours.astype(int) - theirs.astype(int)).max() <= 4
    middles = [(2 * number + 1) * picture.width // (2 * len(BARS)) for number in range(len(BARS))]
    assert np.abs(ours[CLOCK_TOP // 2, middles].astype(int) - np.array(BARS)).max() <= 4


def test_full_range_is_obeyed() -> None:
    frame = flat_frame((255, 128, 128))
    frame.color_range = 2
    assert list(PictureConverter().convert(frame).pixels[:3]) == [255, 255, 255]
    assert list(PictureConverter().convert(flat_frame((235, 128, 128))).pixels[:3]) == [255, 255, 255]


@pytest.mark.parametrize("size", [None, (100, 75)])
@pytest.mark.parametrize("grey", [0, 16, 60, 200])
def test_greys_of_full_range_stay_and_those_of_limited_range_are_spread(
    grey: int, size: tuple[int, int] | None
) -> None:
    full, limited = flat_frame((grey, 128, 128)), flat_frame((grey, 128, 128))
    full.color_range, limited.color_range = 2, 1
    spread = max(0, (grey - 16) * 255 / 219)
    for frame, shown in ((full, grey), (limited, spread), (flat_frame((grey, 128, 128)), spread)):
        assert list(PictureConverter().convert(frame, size).pixels[:3]) == pytest.approx([shown] * 3, abs=1)


def test_a_picture_outlives_its_frame_and_the_next_conversion() -> None:
    converter = PictureConverter()
    red = converter.convert(flat_frame(BT601[255, 0, 0]))
    converter.convert(flat_frame(BT601[0, 0, 255]))
    assert list(red.pixels[:3]) == pytest.approx([0, 0, 255], abs=3)


def test_a_picture_outlives_its_converter_and_the_next_ones_of_other_sizes() -> None:
    converter = PictureConverter()
    red = converter.convert(flat_frame(BT601[255, 0, 0]), (100, 75))
    for size in ((90, 60), (100, 75), None):
        converter.convert(flat_frame(BT601[0, 0, 255]), size)
    del converter
    pixels = np.frombuffer(red.pixels, np.uint8).reshape(75, red.stride)[:, :400].reshape(75, 100, 4)
    assert np.abs(pixels[..., :3].astype(int) - [0, 0, 255]).max() <= 3


def test_a_png_shows_the_picture(tmp_path: Path) -> None:
    picture = PictureConverter().convert(flat_frame(BT601[255, 0, 0], width=62))
    file = tmp_path / "red.png"
    file.write_bytes(to_png(picture))
    with av.open(str(file)) as container:
        frame = next(container.decode(video=0))
    assert isinstance(frame, av.VideoFrame)
    pixels = frame.to_ndarray(format="rgb24")
    assert pixels.shape == (48, 62, 3)
    assert pixels[20, 30].tolist() == pytest.approx([255, 0, 0], abs=3)


def test_sound_of_another_rate_and_layout_becomes_48_khz_stereo() -> None:
    converter = SoundConverter()
    seconds = 0.0
    for _ in range(50):
        frame = av.AudioFrame.from_ndarray(np.full((1, 320), 1000, np.int16), format="s16", layout="mono")
        frame.sample_rate = 16_000
        sound = converter.convert(frame)
        assert sound.shape[1] == 2
        assert not len(sound) or sound[-1].tolist() == pytest.approx([1000, 1000], abs=10)
        seconds += len(sound) / 48_000
    assert seconds == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("size", [(1080, 720), (533, 355), (360, 240)])
def test_scaled_colour_bars_keep_their_colours_and_places(size: tuple[int, int]) -> None:
    frame = ClockPainter(busy=False).frame(0.5)
    picture = PictureConverter().convert(frame, size)
    assert (picture.width, picture.height, picture.natural_size) == (*size, (frame.width, frame.height))
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    row = rows[picture.height // 4, : picture.width * 4].reshape(-1, 4)[:, 2::-1].astype(int)
    bar = picture.width / len(BARS)
    # A seam between two bars is as wide as the colours' coarse grid and what scaling looks at.
    blur = -(-3 * picture.width // frame.width) + 3
    for number, colour in enumerate(BARS):
        inside = row[int(number * bar) + blur : int((number + 1) * bar) - blur]
        assert np.abs(inside - np.array(colour)).max() <= 4


def test_scaled_pictures_obey_space_and_range_as_others_do() -> None:
    for rgb, ycbcr in BT709.items():
        frame = flat_frame(ycbcr)
        frame.colorspace = 1
        scaled = PictureConverter().convert(frame, (100, 75))
        assert list(scaled.pixels[:3]) == pytest.approx(list(reversed(rgb)), abs=3)
    frame = flat_frame((255, 128, 128))
    frame.color_range = 2
    assert list(PictureConverter().convert(frame, (100, 75)).pixels[:3]) == [255, 255, 255]


def test_a_picture_in_its_own_size_is_not_scaled() -> None:
    assert PictureConverter().convert(flat_frame((81, 90, 240)), (64, 48)).natural_size is None


@pytest.mark.parametrize("natural", [(64, 48), (61, 48), (62, 47), (61, 47)])
def test_every_pixel_is_made_whatever_the_size(natural: tuple[int, int]) -> None:
    frame = flat_frame((235, 128, 128), *natural)
    for size in (None, *((width, height) for width in range(97, 105) for height in (71, 72))):
        assert pixels_of(PictureConverter().convert(frame, size))[..., :3].min() >= 254


def test_a_persona_is_enlarged_sharper_than_by_browsers() -> None:
    large, small = (384, 256), (240, 160)
    painter = FacePainter(load_portrait(LOOKS["lena"], large))
    original = painter.paint(Pose()) @ [*LUMA, 0]
    frame = FrameMaker(small).frame(painter.paint(Pose()))
    ours = similarity(pixels_of(PictureConverter().convert(frame, large)) @ [*LUMA[::-1], 0], original)
    bilinear = frame.to_ndarray(width=384, height=256, format="rgb24", interpolation="BILINEAR") @ LUMA
    assert ours > 0.9643  # FFmpeg's own bicubic: 0.9638
    assert ours > similarity(bilinear, original) + 0.01


def similarity(one: Brightness, other: Brightness) -> float:
    """Structural similarity, mean over windows of 7 by 7 pixels; 1 for equal pictures."""

    def mean(values: Brightness) -> Brightness:
        sums = np.pad(values, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
        return np.asarray((sums[7:, 7:] - sums[:-7, 7:] - sums[7:, :-7] + sums[:-7, :-7]) / 49)

    ones, others = mean(one), mean(other)
    variances = mean(one**2) - ones**2 + mean(other**2) - others**2
    covariance = mean(one * other) - ones * others
    likeness = (2 * ones * others + 6.5) * (2 * covariance + 58.5)
    return float((likeness / ((ones**2 + others**2 + 6.5) * (variances + 58.5))).mean())


def pixels_of(picture: Picture) -> NDArray[np.uint8]:
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    return rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4)
