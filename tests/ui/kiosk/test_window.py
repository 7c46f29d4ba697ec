"""The kiosk: what a visitor sees and can do, and that nobody gets out of it."""

import gc
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BROKER, PERSONA, KioskStage, all_heard, open_kiosk, plain_picture
from viewer import errors, kiosk_settings
from viewer.kiosk_settings import KioskSettings, LanguageWords, hashed_pin
from viewer.protocol.commands import Connect, Disconnect, InterruptPersona, SendText, Talk
from viewer.protocol.events import (
    CloseReason,
    Event,
    MessageUpdated,
    Phase,
    PhaseChanged,
    SessionClosed,
    SessionStarted,
    UserSpeechChanged,
)
from viewer.protocol.transcript import Message
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.waiting.news import Shut
from viewer.ui.language.speech import fall_silent, speak

REQUEST = Connect(BROKER, PERSONA)
CLOSED = SessionClosed(CloseReason.NORMAL, None)
FAILED = SessionClosed(CloseReason.NORMAL, errors.BrokerUnreachable())
PLANTED = "the quick brown ferret juggles nine lanterns"


def said(role: Any, text: str, number: int = 1, *, complete: bool = True) -> Event:
    return MessageUpdated(Message(str(number), role, text, complete))


def meet(kiosk: KioskStage, seconds: int | None = None) -> None:
    """A visitor comes, and the persona's picture, too."""
    kiosk.window.woken("touch")
    for event in (PhaseChanged(Phase.ASKING_BROKER), SessionStarted("s", seconds)):
        kiosk.window.handle(event)
    kiosk.pictures.put(plain_picture(72, 48, (200, 30, 30)))
    kiosk.window.handle(PhaseChanged(Phase.LIVE))


def go_on(kiosk: KioskStage, seconds: float) -> None:
    """Time goes by."""
    kiosk.now += seconds
    kiosk.window.due.timeout.emit()


def test_a_touch_asks_for_a_session_and_the_end_for_none(qtbot: QtBot, kiosk: KioskStage) -> None:
    assert kiosk.commands == []
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton)
    assert kiosk.commands == [REQUEST]
    meet(kiosk)
    kiosk.window.scenery.touch.finish.click()
    kiosk.window.handle(CLOSED)
    assert kiosk.window.visit.stage is Stage.ATTRACTING
    assert set(kiosk.commands[1:]) == {Disconnect()}


def test_a_key_wakes_it_and_silence_ends_it(kiosk: KioskStage) -> None:
    QTest.keyClick(kiosk.window, Qt.Key.Key_A)
    meet(kiosk)
    assert kiosk.commands == [REQUEST]
    go_on(kiosk, 25)
    assert kiosk.window.scenery.still_there.seconds == 10
    assert not kiosk.window.scenery.still_there.isHidden()
    kiosk.window.handle(UserSpeechChanged(True))
    assert kiosk.window.scenery.still_there.isHidden()
    kiosk.window.handle(UserSpeechChanged(False))
    go_on(kiosk, 10)
    assert kiosk.commands == [REQUEST, Disconnect()]


def test_the_face_goes_over_into_the_living_one(qtbot: QtBot, kiosk: KioskStage) -> None:
    attract = kiosk.window.scenery.attract
    with qtbot.waitSignal(attract.gone):
        meet(kiosk)
    assert kiosk.window.scenery.video.painted
    with qtbot.waitSignal(attract.covers):
        kiosk.window.scenery.touch.finish.click()
    assert kiosk.window.scenery.video.isHidden()
    assert kiosk.window.scenery.video.picture_size.isEmpty(), "the last picture is not kept"


def test_for_the_next_session_the_picture_stays(qtbot: QtBot, kiosk: KioskStage) -> None:
    with qtbot.waitSignal(kiosk.window.scenery.attract.gone):
        meet(kiosk, seconds=60)
    for _ in range(2):
        kiosk.window.handle(said("user", "Tell me more"))
        go_on(kiosk, 20)
    assert kiosk.commands == [REQUEST, REQUEST]
    kiosk.window.handle(CLOSED)
    kiosk.window.handle(PhaseChanged(Phase.ASKING_BROKER))
    assert kiosk.window.scenery.attract.isHidden()
    assert not kiosk.window.scenery.video.picture_size.isEmpty()


def test_buttons_ask_repeat_and_stop(qtbot: QtBot) -> None:
    table = KioskSettings(languages={"en": LanguageWords(questions=("How old are you?",))})
    kiosk = open_kiosk(qtbot, table)
    meet(kiosk)
    touch = kiosk.window.scenery.touch
    touch._questions[0].click()
    kiosk.window.handle(said("persona", "I am nine.", 2, complete=False))
    assert touch.stop.isEnabled()
    touch.stop.click()
    kiosk.window.handle(said("persona", "I am nine.", 2))
    all_heard(kiosk.window.caption)
    touch.repeat.click()
    assert kiosk.commands == [REQUEST, SendText("How old are you?"), InterruptPersona(), Talk("I am nine.")]


def test_icons_are_drawn_once_for_all_visitors(kiosk: KioskStage) -> None:
    """Qt keeps what it makes of each one: with new ones for each visit, megabytes of them."""
    drawn = set()
    for _ in range(2):
        meet(kiosk)
        drawn.add(kiosk.window.scenery.touch.stop.icon().cacheKey())
        kiosk.window.scenery.touch.finish.click()
        kiosk.window.handle(CLOSED)
        go_on(kiosk, 2)
    assert len(drawn) == 1


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """Spoken, and then nothing but what the code says."""
    before = QLocale()
    speak(qapp, "en")
    yield
    fall_silent()
    QLocale.setDefault(before)


def test_another_language_is_spoken_by_whoever_speaks_it(qtbot: QtBot, english: None) -> None:
    words = {"en": LanguageWords(), "de": LanguageWords(persona="hans", questions=("Wie alt bist du?",))}
    kiosk = open_kiosk(qtbot, KioskSettings.model_validate({"languages": words}))
    meet(kiosk)
    kiosk.window.scenery.touch.language_chosen.emit("de")
    assert kiosk.commands == [REQUEST, Connect(BROKER, "hans")]
    assert [button.text() for button in kiosk.window.scenery.touch._questions] == ["Wie alt bist du?"]
    assert kiosk.window.scenery.touch.finish.text() == "Beenden"
    kiosk.window.handle(CLOSED)
    kiosk.window.handle(PhaseChanged(Phase.LIVE))
    kiosk.window.scenery.touch.finish.click()
    kiosk.window.handle(CLOSED)
    assert kiosk.window.scenery.touch.finish.text() == "Finish"


@pytest.mark.long  # it looks through all that the process holds, which other tests may be in the middle of
def test_nothing_of_a_visit_is_kept(kiosk: KioskStage, tmp_path: Path) -> None:
    meet(kiosk)
    kiosk.window.handle(said("user", PLANTED, 1))
    kiosk.window.handle(said("persona", f"So {PLANTED}?", 2))
    all_heard(kiosk.window.caption)
    assert holders(), "the search finds what is there"
    kiosk.window.scenery.touch.finish.click()
    kiosk.window.handle(CLOSED)
    assert holders() == []
    assert not any(PLANTED.encode() in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def holders() -> list[str]:
    """The types of those who hold what was planted, but for this module's own."""
    gc.collect()
    found = []
    for thing in gc.get_objects():
        for held in gc.get_referents(thing):
            if isinstance(held, str) and PLANTED in held and held is not PLANTED:
                found.append(type(thing).__name__)
    return found


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (errors.BrokerUnreachable(), "There is no connection to the network at the moment."),
        (errors.ServerError(), "This takes only a moment."),
    ],
)
def test_who_waits_is_told_why(kiosk: KioskStage, error: errors.ViewerError, told: str) -> None:
    kiosk.window.woken("touch")
    kiosk.window.handle(SessionClosed(CloseReason.NORMAL, error))
    shown = kiosk.window.scenery.attract.said
    assert shown
    assert (shown.title, shown.line) == ("We will be right back.", told)
    go_on(kiosk, 1)
    assert kiosk.commands == [REQUEST, REQUEST]


NIGHT = datetime(2026, 3, 23)


@pytest.mark.parametrize(
    ("shut", "title", "line"),
    [
        (Shut("closed", NIGHT, NIGHT.replace(hour=9)), "We are closed.", "We open at 9:00 AM."),
        (
            Shut("closed", NIGHT, datetime(2026, 3, 25, 14)),
            "We are closed.",
            "We open on Wednesday at 2:00 PM.",
        ),
        (Shut("closed", NIGHT), "We are closed.", "Please come again later."),
        (Shut("off", NIGHT), "I am taking a break.", "Please come again later."),
        (
            Shut("used-up", NIGHT, NIGHT.replace(minute=20)),
            "I need a little rest.",
            "Please come again in 20",
        ),
        (
            Shut("used-up", NIGHT, datetime(2026, 3, 24)),
            "I need a little rest.",
            "Please come again tomorrow.",
        ),
    ],
)
def test_while_nobody_is_let_in_that_is_said_and_no_session_opened(
    kiosk: KioskStage, shut: Shut, title: str, line: str
) -> None:
    kiosk.window.let_in(shut)
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton)
    kiosk.window.woken("presence")
    assert kiosk.commands == []
    said = kiosk.window.scenery.attract.said
    assert said
    assert said.title == title
    assert said.line.replace("\u202f", " ").startswith(line)
    kiosk.window.let_in(None)
    kiosk.window.woken("touch")
    assert kiosk.commands == [REQUEST]


def test_a_dark_screen_is_black_and_says_nothing(kiosk: KioskStage) -> None:
    kiosk.window.let_in(Shut("closed", NIGHT, dark=True))
    assert kiosk.window.scenery.attract.said is None
    image = kiosk.window.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == "#000000"


def test_who_talks_when_it_closes_may_go_on_and_who_has_used_all_up_until_a_pause(kiosk: KioskStage) -> None:
    meet(kiosk)
    kiosk.window.handle(said("user", "Tell me more"))
    kiosk.window.let_in(Shut("closed", NIGHT))
    go_on(kiosk, 10)
    assert kiosk.commands == [REQUEST]
    kiosk.window.let_in(Shut("used-up", NIGHT), ends_talk=True)
    go_on(kiosk, 1)
    assert kiosk.commands == [REQUEST, Disconnect()]


def test_it_fills_the_screen_without_a_cursor(kiosk: KioskStage) -> None:
    assert kiosk.window.isFullScreen()
    assert kiosk.window.geometry() == kiosk.window.screen().geometry()
    assert kiosk.window.cursor().shape() == Qt.CursorShape.BlankCursor
    assert kiosk.window.video.cursor().shape() == Qt.CursorShape.BlankCursor


def test_it_goes_back_over_all_of_the_screen(kiosk: KioskStage) -> None:
    kiosk.window.showNormal()
    kiosk.window.setGeometry(10, 10, 300, 200)
    kiosk.window.screen_keeper.watch.timeout.emit()
    assert kiosk.window.isFullScreen()
    assert kiosk.window.geometry() == kiosk.window.screen().geometry()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_no_key_ends_it(qtbot: QtBot, kiosk: KioskStage, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    with qtbot.assertNotEmitted(kiosk.window.quit_requested):
        QTest.keyClick(kiosk.window, key, modifiers)
    assert kiosk.window.isFullScreen()
    assert not kiosk.window.close()
    assert kiosk.window.isVisible()


BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_without_a_pin_ctrl_shift_q_quits(qtbot: QtBot, kiosk: KioskStage) -> None:
    with qtbot.waitSignal(kiosk.window.quit_requested):
        QTest.keyClick(kiosk.window, Qt.Key.Key_Q, BOTH)


def test_with_a_pin_five_touches_in_the_corner_ask_for_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk_settings, "_COST", {"n": 2, "r": 8, "p": 1})
    kiosk = open_kiosk(qtbot, KioskSettings(pin=hashed_pin("2468")))
    pad = kiosk.window.pin_pad
    assert pad
    for _ in range(5):
        assert pad.isHidden()
        QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    for wrong in range(5):
        for key in ("1", "1", "1", "1", "✓"):
            pad.type(key)
        qtbot.waitUntil(lambda wrong=wrong: pad.tries.wrong == wrong + 1)  # type: ignore[misc]
    assert not pad.keys[0].isEnabled(), "after five wrong ones there is a wait"
    kiosk.now += 61
    with qtbot.waitSignal(pad.solved):
        for key in "2468":
            QTest.keyClick(kiosk.window, Qt.Key(ord(key)))
        QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
