"""Pictures of every state: text that does not fit is found, and each state can be drawn."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from screens.drawing import draw
from screens.fit import CUTS_OFF, problems
from screens.page import file_name, page
from screens.states import STATES
from screens.variants import VARIANTS
from viewer.ui import look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RIGHT_TO_LEFT = next(variant for variant in VARIANTS if variant.right_to_left)


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    look.apply(qapp, look.Appearance())
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    look.apply(qapp, look.Appearance())


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def found_with(window: QWidget, widget: QWidget) -> list[str]:
    layout = window.layout()
    assert layout
    layout.addWidget(widget)
    window.show()
    QApplication.processEvents()
    return problems(window)


def test_a_label_that_is_too_narrow(window: QWidget) -> None:
    label = QLabel("Words that need room")
    label.setFixedWidth(40)
    assert "is 40 px wide and needs" in found_with(window, label)[0]
    label.setProperty(CUTS_OFF, True)
    assert problems(window) == [], "that is meant"


def test_a_button_that_is_too_narrow(window: QWidget) -> None:
    button = QPushButton("Connect")
    button.setFixedWidth(50)
    assert "QPushButton “Connect” is 50 px wide and needs" in found_with(window, button)[0]


def test_lines_that_are_cut_off_below(window: QWidget) -> None:
    label = QLabel("Several words that are broken into lines", wordWrap=True)
    label.setFixedSize(120, 20)
    assert "is 20 px high and needs" in found_with(window, label)[0]


def test_a_word_that_no_line_holds(window: QWidget) -> None:
    label = QLabel("Donaudampfschifffahrtsgesellschaft", wordWrap=True)
    label.setFixedSize(100, 100)
    assert "is 100 px wide and a word needs" in found_with(window, label)[0]


def test_what_sticks_out_of_what_it_is_in(window: QWidget) -> None:
    frame = QWidget()
    frame.setFixedSize(60, 60)
    label = QLabel("Words", frame)
    label.move(40, 0)
    assert found_with(window, frame) == ["QLabel “Words” sticks out of its QWidget"]


def test_what_fits_what_is_hidden_and_what_can_be_scrolled_to(window: QWidget) -> None:
    area = QScrollArea()
    area.setWidget(QLabel("A long line of words that nobody can see at once without scrolling"))
    area.setFixedWidth(100)
    hidden = QLabel("Hidden", window)
    hidden.setFixedWidth(1)
    hidden.hide()
    assert found_with(window, area) == []
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert "sticks out sideways" in problems(window)[0]


@pytest.mark.long
@pytest.mark.parametrize("state", STATES)
def test_a_state_is_drawn_and_its_texts_fit(qapp: QApplication, state: str) -> None:
    drawn = draw(qapp, state, RIGHT_TO_LEFT)
    assert drawn.problems == []
    assert drawn.picture.width() > 300
    assert not [each for each in qapp.topLevelWidgets() if each.isVisible()]


def test_the_page_shows_every_picture_and_what_is_wrong_with_it() -> None:
    names = [variant.name for variant in VARIANTS]
    files = {file_name(state, variant) for state in STATES for variant in names}
    assert len(files) == len(STATES) * len(VARIANTS)
    text = page({state: {name: ["<b> is too low"] for name in names} for state in STATES})
    assert all(f"<img src='{file}'" in text for file in files)
    assert "&lt;b&gt; is too low" in text
