"""A film that plays by its parts looks as it is."""

from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np
import pytest

from viewer.media.film import Film, _Colours, _Composer, _endless, _frames
from viewer.media.picture import PictureSlot
from viewer.media.receive.convert import PictureConverter

FRAMES, RATE = 12, 25


def write_film(file: Path, width: int, height: int) -> Path:
    """A bright square that wanders over a slope."""
    with av.open(str(file), "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.bit_rate = 8_000_000
        stream.time_base = Fraction(1, RATE)
        for number in range(FRAMES):
            pixels = np.tile(np.linspace(40, 120, width).astype(np.uint8)[None, :, None], (height, 1, 3))
            pixels[20:60, 10 + 5 * number : 50 + 5 * number] = (230, 180, 60)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode(None))
    return file


def bgra(frame: av.VideoFrame) -> np.ndarray:
    picture = PictureConverter().convert(frame)
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    return rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4)[:, :, :3].astype(int)


@pytest.mark.parametrize("width", [176, 170])
def test_the_parts_put_together_are_the_pictures(tmp_path: Path, width: int) -> None:
    file = write_film(tmp_path / "film.mp4", width, 96)
    wholes = [bgra(frame) for frame, _ in _frames(file, "mp4")]
    assert len(wholes) == FRAMES // 2  # half of them are shown
    shown = np.zeros_like(wholes[0])
    for number, (made, seconds) in enumerate(islice(_endless(file, "mp4"), 3 * len(wholes))):
        assert (made.place is None) == (number == 0)
        left, top = made.place or (0, 0)
        part = bgra(made.frame)
        shown[top : top + part.shape[0], left : left + part.shape[1]] = part
        assert np.abs(shown - wholes[number % len(wholes)]).max() < 60
        assert seconds == pytest.approx(2 / RATE)
        if number:
            assert part.size < shown.size / 2, "only what changed"


@pytest.mark.parametrize("width", [176, 170])
@pytest.mark.parametrize("space", [1, 5])
@pytest.mark.parametrize("spread", [1, 2])
def test_a_part_has_the_colours_of_a_whole_picture(
    tmp_path: Path, width: int, space: int, spread: int
) -> None:
    file = write_film(tmp_path / "film.mp4", width, 96)
    colours = _Colours()
    for made, _ in islice(_endless(file, "mp4"), FRAMES):
        frame = made.frame
        frame.colorspace, frame.color_range = space, spread
        picture = colours.picture(frame)
        rows = np.frombuffer(picture.pixels, np.uint8)[: picture.height * picture.stride]
        part = rows.reshape(picture.height, picture.stride)[:, : picture.width * 4]
        assert (part.reshape(picture.height, picture.width, 4)[:, :, :3] == bgra(frame)).all()


def test_what_is_painted_of_a_part_is_where_the_picture_differs_from_what_is_on_the_screen() -> None:
    composer, chance = _Composer(), np.random.default_rng(7)
    luma = np.full((144, 160), 90, np.uint8)
    shown = luma.copy()
    assert composer.changed(grey(luma)).place is None
    for _ in range(40):
        luma = luma.copy()
        luma[10:14, 20:30] = chance.integers(0, 255)  # an eye
        luma[120:124, 60:100] = chance.integers(0, 255)  # and a shoulder
        luma[60:80] += 1  # a light that grows, a step at a time
        part = composer.changed(grey(luma))
        left, top = part.place or (0, 0)
        for begin, above, end, below in part.boxes:
            place = slice(top + above, top + below), slice(left + begin, left + end)
            shown[place] = luma[place]
        assert np.abs(shown.astype(int) - luma).max() <= 5
    assert sum((end - begin) * (below - above) for begin, above, end, below in part.boxes) <= 20 * 160 + 200
    assert all(below <= 4 for _, _, _, below in part.boxes[:1])


def grey(luma: np.ndarray) -> av.VideoFrame:
    return av.VideoFrame.from_ndarray(
        np.concatenate([luma.ravel(), np.full(luma.size // 2, 128, np.uint8)]).reshape(-1, luma.shape[1]),
        "yuv420p",
    )


def test_what_is_no_film_is_said_and_ends_by_itself(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(b"<html>")
    film = Film(file, PictureSlot(), "mp4")
    film.play()
    film._thread.join()
    film.stop()
    assert "the film film.mp4 cannot be played" in caplog.text
