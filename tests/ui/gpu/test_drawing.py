"""Who draws the picture, without any driver: what is asked, and what the widget does for who draws."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QByteArray, QObject, QRect, QSize
from PySide6.QtGui import QRhiDriverInfo
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stage, plain_picture
from tests.ui.gpu.frames import BT601, LIMITED, portrait
from tests.ui.windows.test_main_window import STATISTICS
from viewer.media.picture import PictureSlot
from viewer.media.receive.convert import planes_of
from viewer.protocol.commands import Connect
from viewer.ui.gpu import adapter
from viewer.ui.gpu.adapter import is_software, may_be_real
from viewer.ui.gpu.surface import PictureSurface
from viewer.ui.gpu.view import DrawnBy
from viewer.ui.widgets.video import VideoWidget


class Canvas(QObject):
    """Stands for a surface: covers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.covers = False
        self.wanted = 0

    def cover(self) -> None:
        self.covers = True

    def uncover(self) -> None:
        self.covers = False

    def want(self) -> None:
        self.wanted += 1


@pytest.fixture
def pictures() -> PictureSlot:
    return PictureSlot()


@pytest.fixture
def video(qtbot: QtBot, pictures: PictureSlot) -> VideoWidget:
    widget = VideoWidget(pictures)
    pictures.on_put = widget.wake
    widget.resize(240, 160)
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize(
    ("name", "software"),
    [
        ("Mesa/X.org llvmpipe (LLVM 15.0.6, 256 bits) 4.5", True),
        ("Google Inc. ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)))", True),
        ("Microsoft Basic Render Driver", True),
        ("virgl (LLVMPIPE (LLVM 15))", True),
        ("NVIDIA Corporation NVIDIA GeForce RTX 3060/PCIe/SSE2", False),
        ("Intel Mesa Intel(R) UHD Graphics 620 (KBL GT2)", False),
        ("Apple M2", False),
    ],
)
def test_a_program_is_told_from_an_adapter_by_its_name(name: str, software: bool) -> None:
    info = QRhiDriverInfo()
    info.deviceName = QByteArray(name.encode())
    assert is_software(info) is software


def test_what_the_driver_itself_calls_a_processor_is_none() -> None:
    info = QRhiDriverInfo()
    info.deviceName = QByteArray(b"Something new")
    info.deviceType = cast("int", QRhiDriverInfo.DeviceType.CpuDevice)  # as its stub has it
    assert is_software(info)


def test_no_driver_is_asked_where_there_can_be_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert not may_be_real("xcb", tmp_path, {})
    assert not may_be_real("offscreen", tmp_path, {})
    (tmp_path / "dri").mkdir()
    (tmp_path / "dri" / "card0").touch()
    assert not may_be_real("xcb", tmp_path, {})
    (tmp_path / "dri" / "renderD128").touch()
    assert may_be_real("wayland", tmp_path, {})
    assert not may_be_real("xcb", tmp_path, {"LIBGL_ALWAYS_SOFTWARE": "true"})
    assert not may_be_real("xcb", tmp_path, {"GALLIUM_DRIVER": "llvmpipe"})
    assert not may_be_real("offscreen", tmp_path, {})
    assert may_be_real("cocoa", tmp_path / "none", {})
    assert may_be_real("windows", tmp_path / "none", {})


def test_planes_go_to_the_surface_and_others_are_painted(video: VideoWidget, pictures: PictureSlot) -> None:
    canvas = Canvas()
    video.draw_on(cast("PictureSurface", canvas), "A card")
    assert pictures.takes_planes
    assert video.drawn_by == DrawnBy("A card")
    canvas.covers = True
    pictures.put(planes_of(portrait(BT601, LIMITED)) or plain_picture(1, 1, (0, 0, 0)))
    assert canvas.wanted == 1
    video.set_scaling("fill")
    drawing = video.wanted_drawing(QSize(240, 160))
    assert drawing
    assert drawing[1].area == QRect(0, 0, 240, 160)
    assert drawing[1].veil is None
    assert (video.picture_size, video.painted) == (QSize(240, 160), 1)
    video.set_stalled(True)
    drawing = video.wanted_drawing(QSize(240, 160))
    assert drawing
    assert drawing[1].veil
    pictures.put(plain_picture(240, 160, (200, 90, 30)))
    assert video.wanted_drawing(QSize(240, 160)) is None


def test_the_picture_that_is_shown_stays_when_the_surface_goes(
    video: VideoWidget, pictures: PictureSlot
) -> None:
    canvas = Canvas()
    video.draw_on(cast("PictureSurface", canvas), "A card")
    canvas.covers = True
    planes = planes_of(portrait(BT601, LIMITED))
    assert planes
    pictures.put(planes)
    assert video.wanted_drawing(QSize(240, 160))
    pictures.put(planes)
    video.paint_again("lost")
    assert not pictures.takes_planes
    assert video.grab().toImage().pixelColor(120, 80).value() > 20
    assert video.painted == 2  # what was on its way as planes, too
    assert video.drawn_by == DrawnBy(failure="lost")


def test_a_call_asks_for_an_adapter_once_and_goes_on_without(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(adapter, "real_adapter", lambda: asked.append("asked"))
    for _ in range(2):
        stage.window.command.emit(Connect("http://127.0.0.1:1", "ada"))
        qtbot.waitUntil(lambda: bool(asked))
        qtbot.wait(60)
    assert asked == ["asked"]
    stage.store.change(gpu="never")
    stage.window.command.emit(Connect("http://127.0.0.1:1", "ada"))
    assert stage.window.video.findChildren(PictureSurface) == []


def test_the_inspector_says_who_draws(stage: Stage) -> None:
    told = []
    for failure in (None, "lost", "refused", "silent", "software"):
        stage.window.video.drawn_by = DrawnBy(failure=failure)
        stage.play(STATISTICS)
        told.append(stage.window.inspector.overview.values["drawn"].text())
    assert len(set(told)) == 5
    assert ["graphics" in text for text in told] == [False, True, True, True, True]
    stage.window.video.drawn_by = DrawnBy("A card")
    stage.play(STATISTICS)
    assert stage.window.inspector.overview.values["drawn"].text() == "A card"
