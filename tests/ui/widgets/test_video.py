"""The picture on the screen: colours, aspect ratio, and what is not taken."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import plain_picture
from tests.ui.painted import eye_on
from viewer.engine.face.clock_picture import ClockPainter
from viewer.media.picture import Picture, PictureSlot
from viewer.media.receive.convert import PictureConverter
from viewer.ui.widgets.still import Still
from viewer.ui.widgets.video import Scaling, VideoWidget

COLOUR = (200, 90, 30)

# Runs on its own, since the pixel ratio is settled when Qt starts. Prints of each size the grab's pixel ratio
# and, along its middle column and row, where the picture begins and how far it goes, in device pixels.
PAINT = """
import functools, json, sys
from PySide6.QtGui import qBlue, qGreen, qRed
from PySide6.QtWidgets import QApplication
from viewer.media.picture import Picture, PictureSlot
from viewer.ui.widgets.video import VideoWidget
application = QApplication([])
pictures = PictureSlot()
pictures.put(Picture(300, 200, 1200, bytes((30, 90, 200, 255)) * 60_000))
widget = VideoWidget(pictures)
@functools.cache
def of_the_picture(colour):
    return abs(qRed(colour) - 200) <= 2 and abs(qGreen(colour) - 90) <= 2 and abs(qBlue(colour) - 30) <= 2
def span(colours):
    hits = [n for n, colour in enumerate(colours) if of_the_picture(colour)]
    return [hits[0], len(hits)]
def seen(width, height):
    widget.resize(width, height)
    image = widget.grab().toImage()
    return {
        "ratio": image.devicePixelRatio(),
        "across": span([image.pixel(x, image.height() // 2) for x in range(image.width())]),
        "down": span([image.pixel(image.width() // 2, y) for y in range(image.height())]),
    }
print(json.dumps([seen(*size) for size in json.loads(sys.argv[1])]))
"""


@pytest.fixture
def pictures() -> PictureSlot:
    return PictureSlot()


@pytest.fixture
def video(qtbot: QtBot, pictures: PictureSlot) -> VideoWidget:
    widget = VideoWidget(pictures)
    pictures.on_put = widget.wake
    widget.resize(360, 240)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def colour_at(widget: QWidget, x: int, y: int) -> tuple[int, int, int]:
    colour = QColor(widget.grab().toImage().pixelColor(x, y))
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize(
    "ratio", ["1.5", pytest.param("1", marks=pytest.mark.long), pytest.param("2", marks=pytest.mark.long)]
)
def test_the_aspect_ratio_is_kept_at_every_pixel_ratio(ratio: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINT, json.dumps([(600, 600), (900, 200)])],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QT_SCALE_FACTOR": ratio, "QT_QPA_PLATFORM": "offscreen"},
    )
    scale = float(ratio)
    assert json.loads(done.stdout) == [
        {"ratio": scale, "across": [0, 600 * scale], "down": [100 * scale, 400 * scale]},
        {"ratio": scale, "across": [300 * scale, 300 * scale], "down": [0, 200 * scale]},
    ]


def test_colours_are_painted_as_they_are(video: VideoWidget, pictures: PictureSlot) -> None:
    pictures.put(plain_picture(720, 480, COLOUR))
    painted = colour_at(video, 180, 120)
    assert all(abs(is_ - should) <= 2 for is_, should in zip(painted, COLOUR, strict=True))


def test_rows_with_padding_are_painted_straight(video: VideoWidget, pictures: PictureSlot) -> None:
    row = bytes((30, 90, 200, 255)) * 36 + bytes((255, 255, 255, 255)) * 4
    pictures.put(Picture(36, 24, 160, row * 24))
    assert colour_at(video, 4, 120) == COLOUR
    assert colour_at(video, 355, 120) == COLOUR


def test_the_bars_are_black(video: VideoWidget, pictures: PictureSlot) -> None:
    pictures.put(plain_picture(100, 200, COLOUR))
    assert colour_at(video, 2, 120) == (0, 0, 0)
    assert colour_at(video, 180, 120) == COLOUR


def test_without_a_picture_something_pleasant_waits(video: VideoWidget) -> None:
    video.set_waiting_words("One moment…")
    image = video.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 8) for y in range(0, image.height(), 8)
    }
    assert len(colours) > 20


def test_only_the_newest_picture_is_painted_at_once_and_counted_once(
    video: VideoWidget, pictures: PictureSlot
) -> None:
    pictures.on_put = None
    pictures.put(plain_picture(720, 480, (1, 2, 3)))
    pictures.put(plain_picture(720, 480, COLOUR))
    video.wake()
    assert colour_at(video, 180, 120) == COLOUR
    assert video.painted == pictures.painting.painted == 1
    assert pictures.painting.seconds > 0


def test_pictures_painted_a_second_are_counted(
    qtbot: QtBot, video: VideoWidget, pictures: PictureSlot
) -> None:
    for _ in range(5):
        before = video.painted
        pictures.put(plain_picture(720, 480, COLOUR))
        qtbot.waitUntil(partial(lambda before: video.painted == before + 1, before))
    assert video.painted_fps > 0


def test_nothing_is_taken_while_hidden(qtbot: QtBot, video: VideoWidget, pictures: PictureSlot) -> None:
    video.hide()
    pictures.put(plain_picture(720, 480, COLOUR))
    QApplication.processEvents()
    assert video.painted == 0
    video.show()
    qtbot.waitUntil(lambda: video.painted == 1)


def test_nothing_is_taken_while_minimised(qtbot: QtBot, video: VideoWidget, pictures: PictureSlot) -> None:
    video.showMinimized()
    pictures.put(plain_picture(720, 480, COLOUR))
    QApplication.processEvents()
    assert video.painted == 0
    video.showNormal()
    qtbot.waitUntil(lambda: video.painted == 1)


def test_a_stalled_picture_stays_and_dims(video: VideoWidget, pictures: PictureSlot) -> None:
    pictures.put(plain_picture(720, 480, COLOUR))
    video.set_stalled(True)
    dimmed = colour_at(video, 180, 120)
    assert sum(dimmed) < sum(COLOUR) * 0.7
    assert dimmed[0] > dimmed[1] > dimmed[2]
    video.set_stalled(False)
    assert colour_at(video, 180, 120) == COLOUR


def test_clearing_drops_the_old_session_picture(video: VideoWidget, pictures: PictureSlot) -> None:
    pictures.put(plain_picture(720, 480, COLOUR))
    video.grab()
    pictures.put(plain_picture(720, 480, COLOUR))
    video.clear()
    assert colour_at(video, 4, 4) != COLOUR
    assert video.painted == 0


@pytest.mark.parametrize(
    ("scaling", "size", "area"),
    [
        ("fit", (480, 720), (100, 0, 160, 240)),
        ("fit", (720, 480), (0, 0, 360, 240)),
        ("fill", (480, 720), (0, -150, 360, 540)),
        ("fill", (720, 480), (0, 0, 360, 240)),
        ("actual", (100, 60), (130, 90, 100, 60)),
        ("actual", (720, 480), (-180, -120, 720, 480)),
    ],
)
def test_the_picture_fits_fills_or_keeps_its_size(
    video: VideoWidget,
    pictures: PictureSlot,
    scaling: Scaling,
    size: tuple[int, int],
    area: tuple[int, int, int, int],
) -> None:
    video.set_scaling(scaling)
    pictures.put(plain_picture(*size, COLOUR))
    assert colour_at(video, 180, 120) == COLOUR
    assert video.picture_area() == QRectF(*area)
    left = area[0] > 0
    assert (colour_at(video, 2, 120) == COLOUR) is not left


def test_a_size_that_changes_in_the_stream_is_followed(video: VideoWidget, pictures: PictureSlot) -> None:
    for size in ((720, 480), (480, 720), (1152, 768)):
        pictures.put(plain_picture(*size, COLOUR))
        assert colour_at(video, 180, 120) == COLOUR
        assert (video.picture_size.width(), video.picture_size.height()) == size


def test_the_next_picture_is_wanted_in_the_size_of_this_one_on_the_screen(
    video: VideoWidget, pictures: PictureSlot
) -> None:
    pictures.put(plain_picture(720, 480, COLOUR))
    video.grab()
    assert pictures.size_for((720, 480)) == (360, 240)
    video.set_scaling("actual")
    video.grab()
    assert pictures.size_for((720, 480)) == (720, 480)


def test_a_scaled_picture_lies_where_the_whole_one_would(video: VideoWidget, pictures: PictureSlot) -> None:
    scaled = plain_picture(160, 240, COLOUR)
    pictures.put(replace(scaled, natural_size=(480, 720)))
    assert colour_at(video, 180, 120) == COLOUR
    assert video.picture_area() == QRectF(100, 0, 160, 240)
    assert (video.picture_size.width(), video.picture_size.height()) == (480, 720)
    video.set_scaling("actual")
    assert colour_at(video, 180, 120) == COLOUR
    assert video.picture_area() == QRectF(-60, -240, 480, 720)


@pytest.mark.parametrize("size", [(301, 300), (1081, 721)])
def test_only_what_changed_is_painted_and_it_looks_as_if_all_were(
    video: VideoWidget, pictures: PictureSlot, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.media.picture._MAX_SCALED", 300_000)  # the largest one is doubled
    video.resize(*size)
    converter = PictureConverter()

    def show(painter: ClockPainter, time: float) -> None:
        pictures.put(converter.convert(painter.frame(time), pictures.size_for((720, 480))))

    still, moving = ClockPainter(busy=False), ClockPainter(busy=True)
    show(still, 0.5)
    show(still, 0.5)
    show(moving, 0.5)
    exposed = eye_on(video)
    show(moving, 0.6)
    (painted,) = exposed
    assert painted.height() < video.picture_area().height() * 0.6
    kept = video.backingStore().paintDevice()
    assert isinstance(kept, QImage)
    kept = kept.copy()
    video.repaint()
    assert kept == video.backingStore().paintDevice()


def test_a_picture_that_does_not_fit_is_smooth_once_the_size_stays(
    video: VideoWidget, pictures: PictureSlot, qtbot: QtBot
) -> None:
    video.resize(360, 240)
    row = bytes((0, 0, 0, 255)) * 36 + bytes((255, 255, 255, 255)) * 36
    pictures.put(Picture(72, 48, len(row), row * 48))
    video.resize(333, 222)
    assert levels(video) == {0, 255}
    qtbot.waitUntil(lambda: len(levels(video)) > 2)


def levels(video: VideoWidget) -> set[int]:
    """What greys are seen of it."""
    image = video.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return {image.pixelColor(x, image.height() // 2).value() for x in range(image.width())}


def test_a_picture_like_the_one_before_is_counted_but_not_painted(
    video: VideoWidget, pictures: PictureSlot
) -> None:
    converter = PictureConverter()
    frame = ClockPainter(busy=False).frame(0.5)
    for _ in range(2):
        pictures.put(converter.convert(frame, pictures.size_for((720, 480))))
    exposed = eye_on(video)
    pictures.put(converter.convert(frame, pictures.size_for((720, 480))))
    assert (exposed, video.painted) == ([], 3)
    # That was not seen to change: another converter made it.
    pictures.put(PictureConverter().convert(frame, pictures.size_for((720, 480))))
    assert exposed == [video.rect()]


def still(persona: str, colour: tuple[int, int, int]) -> Still:
    image = QImage(90, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(*colour))
    return Still(persona, image, QSize(720, 480))


@pytest.mark.parametrize("scaling", ["fit", "fill", "actual"])
def test_a_still_lies_where_the_picture_will(
    video: VideoWidget, pictures: PictureSlot, scaling: Scaling
) -> None:
    video.resize(300, 300)
    video.set_scaling(scaling)
    video.show_still(still("joe", COLOUR))
    before = video.grab().toImage()
    pictures.put(plain_picture(720, 480, COLOUR))
    assert video.grab().toImage() == before
    assert video.still is None


def test_a_sharper_still_is_only_for_whom_it_is(video: VideoWidget, pictures: PictureSlot) -> None:
    video.sharpen(still("joe", COLOUR))
    assert video.still is None
    video.show_still(still("joe", (1, 1, 1)))
    video.sharpen(still("lena", (2, 2, 2)))
    assert colour_at(video, 180, 60) == (1, 1, 1)
    video.sharpen(still("joe", COLOUR))
    assert colour_at(video, 180, 60) == COLOUR
    video.clear()  # the session begins
    assert colour_at(video, 180, 60) == COLOUR
    video.show_still(None)
    assert colour_at(video, 180, 60) != COLOUR


def test_over_a_still_only_the_sign_is_painted_again(video: VideoWidget) -> None:
    video.show_still(still("joe", COLOUR))
    plain = video.grab().toImage()
    video.set_waiting_words("Calling…")
    assert video.grab().toImage() != plain
    QApplication.processEvents()
    exposed = eye_on(video)
    video._ticker.timeout.emit()
    QApplication.processEvents()
    assert exposed
    assert max(rect.height() for rect in exposed) < video.height() / 2
