"""What is being said, over the picture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.ui import view_state
from viewer.ui.widgets.caption import Caption, last_lines


@pytest.fixture
def caption(qtbot: QtBot) -> Caption:
    parent = QWidget()
    parent.resize(700, 400)
    qtbot.addWidget(parent)
    made = Caption(parent)
    parent.show()
    qtbot.waitExposed(parent)
    return made


def said(text: str, role: str = "persona", complete: bool = False) -> view_state.Caption:
    return view_state.Caption(role, text, complete)  # type: ignore[arg-type]


def test_markup_stays_visible_text(caption: Caption) -> None:
    caption.show_caption(said("<b>bold</b> & <img src=x>"))
    assert caption.textFormat() == Qt.TextFormat.PlainText
    assert caption.text() == "<b>bold</b> & <img src=x>"


def test_of_a_long_message_the_last_two_lines_are_shown(caption: Caption) -> None:
    caption.show_caption(said(" ".join(f"word{number}" for number in range(200))))
    lines = caption.text().split("\n")
    assert len(lines) == 2
    assert lines[-1].endswith("word199")
    assert caption.geometry().right() < 700
    assert caption.geometry().bottom() < 400


def test_the_users_words_look_different(caption: Caption) -> None:
    caption.show_caption(said("Hello", "persona"))
    persona = caption.palette().windowText().color()
    caption.show_caption(said("Hello", "user"))
    assert caption.palette().windowText().color() != persona


def test_a_complete_message_goes_away_and_a_growing_one_stays(caption: Caption) -> None:
    caption.show_caption(said("Hello"))
    assert not caption.expiry.isActive()
    caption.show_caption(said("Hello there.", complete=True))
    assert caption.expiry.isActive()
    caption.expiry.timeout.emit()
    assert caption.isHidden()


def test_the_same_again_does_not_bring_it_back(caption: Caption) -> None:
    caption.show_caption(said("Hello there.", complete=True))
    caption.expiry.timeout.emit()
    caption.show_caption(said("Hello there.", complete=True))
    assert caption.isHidden()


def test_emoji_are_not_cut_in_half() -> None:
    text = "🙂🙃 " * 60
    assert set("".join(last_lines(text, QFont("Inter"), 200))) <= {"🙂", "🙃", " "}


def test_a_word_longer_than_the_line_is_broken() -> None:
    lines = last_lines("x" * 500, QFont("Inter"), 200)
    assert len(lines) == 2
