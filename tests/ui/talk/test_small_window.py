"""Captions over the picture in the small window: the same ones, with the same settings, and smaller."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Stage
from tests.ui.talk.conversations import persona_says
from viewer.ui.talk.small_window import SmallWindow


@pytest.fixture
def small(stage: Stage) -> SmallWindow:
    stage.go_live()
    persona_says(stage, "Good morning to all of you who have come here today, my dear friends.")
    stage.window.picture_place.toggle()
    window = stage.window.small_window
    assert window
    return window


def where(stage: Stage, small: SmallWindow) -> QRect:
    """Where the caption is, as it can be seen."""
    caption = stage.window.live_page.caption
    assert caption.isVisible()
    assert caption.window() is small
    assert small.rect().contains(caption.geometry())
    return caption.geometry()


def test_captions_go_along_in_smaller_letters_and_come_back(stage: Stage, small: SmallWindow) -> None:
    caption = stage.window.live_page.caption
    assert where(stage, small).center().y() > small.height() // 2
    assert caption._pixels == 14
    assert "my dear friends." in caption.text()
    stage.window.picture_place.toggle()
    assert caption.parent() is stage.window.live_page
    assert caption.isVisible()
    assert caption._pixels == 19


def test_the_settings_of_captions_hold_there_too(stage: Stage, small: SmallWindow) -> None:
    caption = stage.window.live_page.caption
    stage.store.change(caption_place="top", caption_size=200)
    assert where(stage, small).top() < small.height() // 4
    assert caption._pixels == 24
    QTest.keyClick(
        stage.window.video,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert stage.store.current.captions == "off"
    assert caption.isHidden()


def test_the_buttons_are_at_the_edge_that_has_no_captions(stage: Stage, small: SmallWindow) -> None:
    QTest.mouseClick(small.mute, Qt.MouseButton.LeftButton)  # which then stays
    assert small.bar.geometry().bottom() < where(stage, small).top()
    stage.store.change(caption_place="top")
    assert small.bar.geometry().top() > where(stage, small).bottom()


def test_what_is_said_while_the_window_is_small_is_shown_there(stage: Stage, small: SmallWindow) -> None:
    caption = stage.window.live_page.caption
    caption.expiry.timeout.emit()
    persona_says(stage, "Nobody but bats.", complete=True)
    assert caption.text() == "Nobody but bats."
    where(stage, small)
    assert caption.accessibleName() == "Nobody but bats."
