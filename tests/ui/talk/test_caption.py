"""What is being said, over the picture."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.protocol.transcript import Mark
from viewer.ui import view_state
from viewer.ui.talk.caption import Caption, CaptionLook, Style, last_lines


@dataclass
class Hall:
    """A caption over a picture, and a clock that a test turns."""

    caption: Caption
    now: float = 0.0
    parent: QWidget = field(default_factory=QWidget)

    def later(self, seconds: float) -> str:
        """What is to be read so much later."""
        self.now += seconds
        self.caption.next_word.timeout.emit()
        return self.caption.text().replace("\n", " ") if self.caption.isVisible() else ""


@pytest.fixture
def hall(qtbot: QtBot) -> Hall:
    parent = QWidget()
    parent.resize(700, 400)
    qtbot.addWidget(parent)
    made: Hall
    caption = Caption(parent, lambda: made.now)
    made = Hall(caption, parent=parent)
    parent.show()
    qtbot.waitExposed(parent)
    return made


def said(
    text: str, *marks: Mark, complete: bool = False, ended: float | None = None, cut: bool = False
) -> view_state.Caption:
    return view_state.Caption("persona", text, complete or cut, "m", marks, ended, cut)


def test_markup_stays_visible_text(hall: Hall) -> None:
    hall.caption.show_caption(said("<b>bold</b> & <img src=x>"))
    assert hall.later(0) == "<b>bold</b> & <img src=x>"


def test_words_are_shown_when_they_are_heard_and_not_before(hall: Hall) -> None:
    hall.caption.show_caption(said("Good", (4, 0.2)))
    assert hall.later(0.1) == ""
    assert hall.later(0.1) == "Good"
    hall.caption.show_caption(said("Good morning", (4, 0.2), (12, 0.4)))
    assert hall.later(0.1) == "Good"
    assert hall.caption.is_behind
    assert hall.later(0.1) == "Good morning"
    assert not hall.caption.is_behind


def test_a_sentence_that_comes_at_one_time_is_shown_word_after_word(hall: Hall) -> None:
    text = "One two three four five six seven eight nine ten"
    hall.caption.show_caption(said(text, (len(text), 0.2)))
    shown = [len(hall.later(0.1).split()) for _ in range(60)]
    assert shown == sorted(shown)
    assert shown[0] == 0
    assert 1 <= shown[5] < 5
    assert shown[-1] == 10


def test_it_looks_by_itself_whether_another_word_was_heard(qtbot: QtBot, hall: Hall) -> None:
    hall.caption.show_caption(said("Good", (4, 0.2)))
    hall.now = 60.0
    qtbot.waitUntil(hall.caption.isVisible)
    assert not hall.caption.next_word.isActive()


def test_what_was_cut_off_before_it_was_heard_is_not_shown(hall: Hall) -> None:
    text = "One two three four five six seven eight nine ten"
    hall.caption.show_caption(said(text, (len(text), 0.0)))
    shown = hall.later(1.0)
    hall.caption.show_caption(said(text, (len(text), 0.0), ended=1.0, cut=True))
    assert hall.later(60) == shown
    assert not hall.caption.is_behind
    assert hall.caption.expiry.isActive()


def test_what_the_user_says_is_shown_at_once_and_looks_different(hall: Hall) -> None:
    hall.caption.show_caption(view_state.Caption("user", "Hello you", complete=False))
    assert hall.caption.text() == "Hello you"
    users = hall.caption.grab().toImage()
    hall.caption.show_caption(said("Hello you"))
    assert hall.caption.grab().toImage() != users


def test_of_a_long_message_the_last_two_lines_are_shown(hall: Hall) -> None:
    hall.caption.show_caption(said(" ".join(f"word{number}" for number in range(1000))))
    lines = hall.caption.text().split("\n")
    assert len(lines) == 2
    assert lines[-1].endswith("word999")
    assert hall.caption.geometry().right() < 700
    assert hall.caption.geometry().bottom() < 400


def test_a_complete_message_goes_away_when_it_was_heard_and_read(hall: Hall) -> None:
    hall.caption.show_caption(said("Hello", (5, 0.0)))
    hall.later(1)
    assert not hall.caption.expiry.isActive()
    hall.caption.show_caption(said("Hello there.", (5, 0.0), (12, 2.0), complete=True, ended=2.0))
    assert not hall.caption.expiry.isActive(), "it has not been heard yet"
    assert hall.later(1) == "Hello there."
    assert hall.caption.expiry.isActive()
    hall.caption.expiry.timeout.emit()
    assert hall.caption.isHidden()


def test_the_same_again_does_not_bring_it_back(hall: Hall) -> None:
    hall.caption.show_caption(said("Hello there.", complete=True))
    hall.caption.expiry.timeout.emit()
    hall.caption.show_caption(said("Hello there.", complete=True))
    assert hall.caption.isHidden()


@pytest.mark.parametrize("percent", [75, 100, 200])
@pytest.mark.parametrize("room", [QRect(20, 30, 640, 300), QRect(20, 30, 300, 90), QRect(0, 0, 200, 60)])
def test_it_is_wholly_in_its_room_at_every_size(hall: Hall, percent: int, room: QRect) -> None:
    hall.caption.set_look(CaptionLook(percent=percent))
    hall.caption.refit(room)
    hall.caption.show_caption(said("Good morning to all of you who have come here today, my friends."))
    assert hall.later(0)
    assert room.contains(hall.caption.geometry())
    hall.caption.set_look(CaptionLook(percent=percent, place="top"))
    assert room.contains(hall.caption.geometry())
    assert hall.caption.geometry().top() == room.top()


def test_every_style_looks_its_own_way_at_once(hall: Hall) -> None:
    hall.caption.show_caption(said("Good morning."))
    styles: tuple[Style, ...] = ("box", "shadow", "plain", "off")
    looks = []
    for style in styles:
        hall.caption.set_look(CaptionLook(style))
        looks.append(hall.parent.grab().toImage())
    assert all(one != other for number, one in enumerate(looks) for other in looks[:number])


def test_captions_can_be_off_and_on_again_while_somebody_speaks(hall: Hall) -> None:
    hall.caption.show_caption(said("Good morning."))
    hall.caption.set_look(CaptionLook("off"))
    assert hall.caption.isHidden()
    hall.caption.set_look(CaptionLook())
    assert hall.later(0) == "Good morning."


def test_emoji_are_not_cut_in_half() -> None:
    text = "🙂🙃 " * 60
    assert set("".join(last_lines(text, QFont("Inter"), 200))) <= {"🙂", "🙃", " "}


def test_a_word_longer_than_the_line_is_broken() -> None:
    lines = last_lines("x" * 500, QFont("Inter"), 200)
    assert len(lines) == 2


def test_a_look_that_changes_later_does_not_bring_back_what_was_read(hall: Hall) -> None:
    hall.caption.show_caption(said("Hello there.", complete=True))
    hall.caption.expiry.timeout.emit()
    hall.caption.set_look(CaptionLook("shadow"))
    assert hall.caption.isHidden()
