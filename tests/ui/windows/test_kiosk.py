"""The kiosk comes back from everything and lets nobody out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BROKER, PERSONA, KioskStage
from viewer import errors
from viewer.protocol.commands import Connect, Disconnect
from viewer.protocol.events import CloseReason, Phase, PhaseChanged, SessionClosed

FAILED = SessionClosed(CloseReason.NORMAL, errors.BrokerUnreachable())
ENDED = SessionClosed(CloseReason.SERVER_CLOSED, errors.EndedByService())


def fail(kiosk: KioskStage) -> int:
    """One attempt that fails; the wait for the next, in milliseconds."""
    kiosk.window.handle(PhaseChanged(Phase.ASKING_BROKER))
    kiosk.window.handle(FAILED)
    return kiosk.window.retry.interval()


def test_it_connects_again_after_a_failure(kiosk: KioskStage) -> None:
    kiosk.window.connect_session()
    fail(kiosk)
    assert kiosk.window.retry.isActive()
    kiosk.window.retry.timeout.emit()
    assert kiosk.commands == [Connect(BROKER, PERSONA)] * 2


def test_the_waits_double_up_to_half_a_minute(kiosk: KioskStage) -> None:
    kiosk.chance = 1.0
    assert [fail(kiosk) for _ in range(7)] == [1000, 2000, 4000, 8000, 16000, 30000, 30000]


@pytest.mark.parametrize(("asked", "wait"), [(0.2, 1000), (45.0, 45_000), (86_400.0, 3_600_000)])
def test_a_wait_that_the_service_asks_for_is_kept(kiosk: KioskStage, asked: float, wait: int) -> None:
    kiosk.chance = 1.0
    busy = errors.UsageLimit()
    busy.retry_after = asked
    kiosk.window.handle(SessionClosed(CloseReason.NORMAL, busy))
    assert kiosk.window.retry.interval() == wait


@pytest.mark.parametrize(("live_seconds", "wait"), [(30.0, 1000), (29.0, 8000)])
def test_half_a_minute_live_starts_the_waits_anew(kiosk: KioskStage, live_seconds: float, wait: int) -> None:
    kiosk.chance = 1.0
    for _ in range(3):
        fail(kiosk)
    kiosk.window.handle(PhaseChanged(Phase.LIVE))
    kiosk.now += live_seconds
    kiosk.window.handle(ENDED)
    assert kiosk.window.retry.interval() == wait


def test_it_comes_back_even_from_a_wished_end(kiosk: KioskStage) -> None:
    kiosk.window.handle(PhaseChanged(Phase.LIVE))
    kiosk.window.handle(SessionClosed(CloseReason.NORMAL, None))
    assert kiosk.window.retry.isActive()


def test_a_session_that_never_gets_live_is_given_up_for_another(kiosk: KioskStage) -> None:
    kiosk.window.connect_session()
    assert kiosk.window.watch.isActive()
    kiosk.window.watch.timeout.emit()
    kiosk.window.retry.timeout.emit()
    request = Connect(BROKER, PERSONA)
    assert kiosk.commands == [request, Disconnect(), request]


def test_a_live_session_is_not_given_up(kiosk: KioskStage) -> None:
    kiosk.window.connect_session()
    kiosk.window.handle(PhaseChanged(Phase.LIVE))
    assert not kiosk.window.watch.isActive()


def test_a_friendly_picture_waits(kiosk: KioskStage) -> None:
    fail(kiosk)
    image = kiosk.window.grab().toImage()
    colours = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert len(colours) > 10


def test_it_fills_the_screen_without_a_cursor(kiosk: KioskStage) -> None:
    assert kiosk.window.isFullScreen()
    assert kiosk.window.geometry() == kiosk.window.screen().geometry()
    assert kiosk.window.cursor().shape() == Qt.CursorShape.BlankCursor
    assert kiosk.window.video.cursor().shape() == Qt.CursorShape.BlankCursor


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
def test_keys_do_nothing(
    qtbot: QtBot, kiosk: KioskStage, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    with qtbot.assertNotEmitted(kiosk.window.quit_requested):
        QTest.keyClick(kiosk.window, key, modifiers)
    assert kiosk.window.isFullScreen()
    assert kiosk.window.isVisible()


def test_closing_is_ignored(kiosk: KioskStage) -> None:
    assert not kiosk.window.close()
    assert kiosk.window.isVisible()


def test_ctrl_shift_q_quits(qtbot: QtBot, kiosk: KioskStage) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(kiosk.window.quit_requested):
        QTest.keyClick(kiosk.window, Qt.Key.Key_Q, both)
