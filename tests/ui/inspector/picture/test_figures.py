"""A picture in figures: its pixels, how they are spread, and how like another it is."""

import re
from fractions import Fraction
from math import inf, log10
from pathlib import Path

import numpy as np
import pytest
from av import VideoFrame
from av.filter import Graph

from tests.ui.inspector.picture.planes import plain, planes
from viewer.ui.inspector.picture.figures import Bytes, colours, examine, psnr, ssim, waveform

C1 = (0.01 * 255) ** 2
C2 = (0.03 * 255) ** 2


def test_a_pixel_is_told_as_it_is_shown_and_as_it_was_decoded() -> None:
    luma = np.arange(35, dtype=np.uint8).reshape(5, 7)
    last = examine(planes(luma, u=90, v=240)).pixel(6, 4)
    assert (last.x, last.y) == (6, 4)
    assert (last.red, last.green, last.blue) == (34, 34, 34)
    assert (last.luma, last.u, last.v) == (34, 90, 240)


def test_the_histogram_counts_each_colour_and_luma() -> None:
    luma = np.full((10, 10), 200, np.uint8)
    luma[0, :5] = 16
    counts = examine(planes(luma)).histogram
    assert counts.shape == (4, 256)
    for row in counts:
        assert {level: row[level] for level in np.flatnonzero(row)} == {16: 5, 200: 95}


def test_a_large_picture_is_counted_in_part() -> None:
    counts = examine(plain(77, 1920, 1080)).histogram
    assert 20_000 < counts[3].sum() <= 40_000
    assert counts[3][77] == counts[3].sum()


def test_the_waveform_has_each_column_in_its_place_and_white_on_top() -> None:
    luma = np.zeros((8, 2), np.uint8)
    luma[:, 1] = 255
    wave = waveform(luma)
    assert wave.shape == (256, 2)
    assert wave[255].tolist() == [255, 0]
    assert wave[0].tolist() == [0, 255]
    assert wave[1:255].max() == 0
    assert waveform(np.zeros((4, 1000), np.uint8)).shape == (256, 240)


def test_psnr_is_that_of_the_mean_squared_error() -> None:
    black = np.zeros((8, 8, 3), np.uint8)
    assert psnr(black, black) == inf
    assert psnr(black, black + 255) == pytest.approx(0)
    assert psnr(black, black + 16) == pytest.approx(20 * log10(255 / 16))
    assert psnr(black + 16, black) == pytest.approx(24.048, abs=0.001)


def test_of_plain_pictures_the_similarity_is_that_of_their_means() -> None:
    one, other = np.full((16, 16), 100.0), np.full((16, 16), 150.0)
    assert ssim(one, one) == pytest.approx(1)
    assert ssim(one, other) == pytest.approx((2 * 100 * 150 + C1) / (100**2 + 150**2 + C1))


def test_the_similarity_is_the_mean_of_all_windows() -> None:
    random = np.random.default_rng(7)
    one = random.integers(0, 256, (18, 21)).astype(float)
    other = np.clip(one + random.normal(0, 40, one.shape), 0, 255)
    found = []
    for top in range(0, 9, 4):  # of 18 rows 16 are whole blocks
        for left in range(0, 13, 4):
            a, b = (plane[top : top + 8, left : left + 8].ravel() for plane in (one, other))
            (variance_a, covariance), (_, variance_b) = np.cov(a, b)
            found.append(
                (2 * a.mean() * b.mean() + C1)
                * (2 * covariance + C2)
                / ((a.mean() ** 2 + b.mean() ** 2 + C1) * (variance_a + variance_b + C2))
            )
    assert ssim(one, other) == pytest.approx(np.mean(found))


def test_a_picture_is_compared_with_a_reference_of_its_size() -> None:
    picture = plain(100)
    assert examine(picture).likeness is None
    same = examine(picture, colours(picture.picture())).likeness
    assert same
    assert same.psnr == inf
    assert same.ssim == pytest.approx(1)


def test_the_similarity_is_what_ffmpegs_filter_says(tmp_path: Path) -> None:
    random = np.random.default_rng(11)
    rows, columns = np.mgrid[:240, :360]
    one = np.asarray(128 + 60 * np.sin(rows / 17) + 50 * np.cos(columns / 23), np.uint8)
    other = np.asarray(np.clip(one + random.normal(0, 12, one.shape), 0, 255), np.uint8)
    other[100:200, 100:300] = 90
    said = ffmpegs_ssim(one, other, tmp_path / "ssim")
    assert 0.4 < said < 0.9
    assert ssim(one.astype(float), other.astype(float)) == pytest.approx(said, abs=1e-5)


def ffmpegs_ssim(one: Bytes, other: Bytes, file: Path) -> float:
    """Of luma, as its filter writes it into ``file``."""
    graph = Graph()
    height, width = one.shape
    kind = f"video_size={width}x{height}:pix_fmt=gray:time_base=1/25"
    sources = [graph.add("buffer", kind), graph.add("buffer", kind)]
    compare, sink = graph.add("ssim", f"stats_file={file}"), graph.add("buffersink")
    for place, source in enumerate(sources):
        source.link_to(compare, 0, place)
    compare.link_to(sink)
    graph.configure()
    for source, luma in zip(sources, (one, other), strict=True):
        frame = VideoFrame.from_ndarray(luma, format="gray")
        frame.pts, frame.time_base = 0, Fraction(1, 25)
        source.push(frame)
        source.push(None)
    sink.pull()
    del graph, sources, compare, sink, source  # which closes the file
    found = re.search(r" Y:([0-9.]+)", file.read_text("ascii"))
    assert found
    return float(found[1])
