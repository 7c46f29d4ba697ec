"""What is being said, over the picture."""

from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.ui import view_state
from viewer.ui.talk.caption import PIXELS, Caption, CaptionLook, Ground, Size, last_lines


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


def said(text: str, role: str = "persona", complete: bool = False, cut: bool = False) -> view_state.Caption:
    return view_state.Caption(role, text, complete, "m", cut)  # type: ignore[arg-type]


def test_markup_stays_visible_text(hall: Hall) -> None:
    hall.caption.show_caption(said("<b>bold</b> & <img src=x>"))
    assert hall.later(10) == "<b>bold</b> & <img src=x>"


def test_words_are_shown_when_they_are_heard_and_not_before(hall: Hall) -> None:
    hall.caption.delay = 0.2
    hall.caption.show_caption(said("Good"))
    assert hall.later(0.1) == ""
    assert hall.later(0.1) == "Good"
    hall.caption.show_caption(said("Good morning"))
    assert hall.later(0.1) == "Good"
    assert hall.caption.is_behind
    assert hall.later(0.1) == "Good morning"
    assert not hall.caption.is_behind


def test_the_timer_is_set_for_the_next_word(qtbot: QtBot, hall: Hall) -> None:
    hall.caption.show_caption(said("Good morning, my dear friends"))
    hall.now = 60.0
    qtbot.waitUntil(hall.caption.isVisible)


def test_what_was_cut_off_before_it_was_heard_is_not_shown(hall: Hall) -> None:
    hall.caption.show_caption(said("One two three four five six seven eight nine ten"))
    shown = hall.later(1.0)
    hall.caption.show_caption(said("One two three four five six seven eight nine ten", "persona", True, True))
    assert hall.later(60) == shown
    assert hall.caption.expiry.isActive()


def test_what_the_user_says_is_shown_at_once_and_looks_different(hall: Hall) -> None:
    hall.caption.show_caption(said("Hello you", "user"))
    assert hall.caption.text() == "Hello you"
    users = hall.caption.grab().toImage()
    hall.caption.show_caption(said("Hello you", "persona"))
    hall.later(10)
    assert hall.caption.grab().toImage() != users


def test_of_a_long_message_the_last_two_lines_are_shown(hall: Hall) -> None:
    hall.caption.show_caption(said(" ".join(f"word{number}" for number in range(1000))))
    hall.later(10_000)
    lines = hall.caption.text().split("\n")
    assert len(lines) == 2
    assert lines[-1].endswith("word999")
    assert hall.caption.geometry().right() < 700
    assert hall.caption.geometry().bottom() < 400


def test_a_complete_message_goes_away_when_it_was_heard_and_read(hall: Hall) -> None:
    hall.caption.show_caption(said("Hello"))
    hall.later(1)
    assert not hall.caption.expiry.isActive()
    hall.caption.show_caption(said("Hello there.", complete=True))
    assert not hall.caption.expiry.isActive(), "it has not been heard yet"
    hall.later(1)
    assert hall.caption.expiry.isActive()
    hall.caption.expiry.timeout.emit()
    assert hall.caption.isHidden()


def test_the_same_again_does_not_bring_it_back(hall: Hall) -> None:
    hall.caption.show_caption(said("Hello there.", complete=True))
    hall.later(10)
    hall.caption.expiry.timeout.emit()
    hall.caption.show_caption(said("Hello there.", complete=True))
    assert hall.caption.isHidden()


@pytest.mark.parametrize("size", list(PIXELS))
@pytest.mark.parametrize("room", [QRect(20, 30, 640, 300), QRect(20, 30, 300, 90), QRect(0, 0, 200, 60)])
def test_it_is_wholly_in_its_room_at_every_size(hall: Hall, size: Size, room: QRect) -> None:
    hall.caption.set_look(CaptionLook(size=size))
    hall.caption.refit(room)
    hall.caption.show_caption(said("Good morning to all of you who have come here today, my friends."))
    assert hall.later(60)
    assert room.contains(hall.caption.geometry())
    hall.caption.set_look(CaptionLook(size=size, place="top"))
    assert room.contains(hall.caption.geometry())
    assert hall.caption.geometry().top() == room.top()


@pytest.mark.parametrize("ground", ["box", "shadow", "none"])
def test_every_ground_looks_its_own_way_at_once(hall: Hall, ground: Ground) -> None:
    hall.caption.show_caption(said("Good morning."))
    hall.later(10)
    looks = []
    for each in ("box", "shadow", "none"):
        hall.caption.set_look(replace(hall.caption.look, ground=each))
        looks.append(hall.parent.grab().toImage())
    hall.caption.set_look(replace(hall.caption.look, ground=ground))
    assert [hall.parent.grab().toImage() == look for look in looks].count(True) == 1


def test_captions_can_be_off_and_on_again_while_somebody_speaks(hall: Hall) -> None:
    hall.caption.show_caption(said("Good morning."))
    hall.later(10)
    hall.caption.set_look(CaptionLook(shown=False))
    assert hall.caption.isHidden()
    hall.caption.set_look(CaptionLook())
    assert hall.later(0) == "Good morning."


def test_emoji_are_not_cut_in_half() -> None:
    text = "🙂🙃 " * 60
    assert set("".join(last_lines(text, QFont("Inter"), 200))) <= {"🙂", "🙃", " "}


def test_a_word_longer_than_the_line_is_broken() -> None:
    lines = last_lines("x" * 500, QFont("Inter"), 200)
    assert len(lines) == 2
