"""A look put on while the program runs: whatever shows is painted anew in it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from viewer.media.picture import PictureSlot
from viewer.protocol.events import Phase
from viewer.ui import look
from viewer.ui.look.icons import MIRRORED
from viewer.ui.view_state import ViewState
from viewer.ui.widgets.level_meter import LevelMeter
from viewer.ui.widgets.status_pill import StatusPill
from viewer.ui.widgets.switch import Switch
from viewer.ui.widgets.video import VideoWidget


@pytest.fixture(autouse=True)
def dark_again(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    look.apply(qapp, look.Appearance())


@pytest.mark.parametrize("name", ["light", "high-contrast"])
def test_everything_is_painted_in_the_new_colours(
    qapp: QApplication, qtbot: QtBot, name: look.PaletteName
) -> None:
    picture = QWidget()
    qtbot.addWidget(picture)
    pill = StatusPill(picture)
    pill.render_state(ViewState(Phase.LIVE))
    button = QPushButton(look.icon("copy", "quiet"), "")
    others = (look.Sign("alert", "danger"), Switch("", True), LevelMeter(), QLabel("Words"))
    for widget in (button, pill, *others):
        before = image(widget)
        assert image(widget) == before
        look.apply(qapp, look.Appearance(name))
        assert image(widget) != before, type(widget).__name__
        look.apply(qapp, look.Appearance())
        assert image(widget) == before, type(widget).__name__
    for widget in (button, *others):
        qtbot.addWidget(widget)


def test_text_and_what_holds_it_grow(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton(look.icon("copy"), "Copy")
    qtbot.addWidget(button)
    before, icon_before = button.sizeHint(), button.iconSize()
    look.apply(qapp, look.Appearance(text_scale=2))
    assert button.fontMetrics().height() > 30
    assert button.sizeHint().height() >= 2 * before.height() - 4  # the border stays as it is
    assert button.iconSize() == icon_before * 2
    assert look.font("title").pixelSize() == 48
    assert look.scaled(10) == 20


def test_who_wants_no_motion_has_none(qapp: QApplication, qtbot: QtBot) -> None:
    video = VideoWidget(PictureSlot())
    qtbot.addWidget(video)
    video.show()
    assert video._ticker.isActive()
    assert look.duration(look.Motion.CALM) == 240
    look.apply(qapp, look.Appearance(motion=False))
    assert [look.duration(motion) for motion in look.Motion] == [0, 0, 0]
    assert not video._ticker.isActive()
    assert image(video) == image(video)
    look.apply(qapp, look.Appearance())
    assert video._ticker.isActive()


def test_controls_can_be_touched(qapp: QApplication, qtbot: QtBot) -> None:
    for name in ("", "primary", "flat", "tune", "mute", "send"):
        button = QPushButton(look.icon("close"), "")
        button.setObjectName(name)
        qtbot.addWidget(button)
        size = button.sizeHint()
        assert min(size.width(), size.height()) >= look.TARGET, name


@pytest.mark.parametrize("ratio", [1, 1.5, 2, 3])
def test_an_icon_is_drawn_for_the_pixels_there_are(qapp: QApplication, ratio: float) -> None:
    drawn = look.icon("close", "accent").pixmap(QSize(20, 20), ratio)
    assert drawn.size() == QSize(round(20 * ratio), round(20 * ratio))
    assert drawn.devicePixelRatio() == ratio
    middle = drawn.toImage().pixelColor(drawn.width() // 2, drawn.height() // 2)
    assert middle == look.colour("accent")


def test_an_icon_of_a_disabled_button_is_pale(qapp: QApplication) -> None:
    middle = look.icon("close").pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage().pixelColor(12, 12)
    assert middle == QColor(look.colour("disabled"))


def test_icons_that_point_turn_round_with_the_direction_of_reading(qapp: QApplication) -> None:
    for name in ("leave", "close"):
        before = look.icon(name).pixmap(QSize(48, 48)).toImage()
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        after = look.icon(name).pixmap(QSize(48, 48)).toImage()
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        assert alike(after, before.flipped(Qt.Orientation.Horizontal) if name in MIRRORED else before)
        assert alike(after, before) is (name not in MIRRORED)


def test_a_sliders_filled_part_is_where_reading_begins(qapp: QApplication, qtbot: QtBot) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(slider)
    slider.resize(220, 30)
    slider.setValue(30)
    left_to_right = image(slider)
    assert left_to_right.pixelColor(20, 15) == look.colour("accent")
    assert left_to_right.pixelColor(200, 15) == look.colour("outline")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look.apply(qapp, look.Appearance())
    assert image(slider).pixelColor(200, 15) == look.colour("accent")
    assert image(slider).pixelColor(20, 15) == look.colour("outline")


def image(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def alike(one: QImage, other: QImage) -> bool:
    """But for the finest shades at the edges."""
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return all(abs(one.pixelColor(*at).alpha() - other.pixelColor(*at).alpha()) < 100 for at in places)
