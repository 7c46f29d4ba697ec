"""A kiosk that is woken by a voice: when one is wanted, and what comes of it."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import KioskStage
from viewer.protocol.events import CloseReason, SessionClosed
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.waiting.news import Shut
from viewer.ui.kiosk.waiting.waking_voice import WakingVoice


class Wake:
    """Notes what it is told."""

    waits = False

    def __init__(self) -> None:
        self.visits: list[tuple[bool, bool]] = []

    def over(self, *, by_voice: bool, false_wake: bool) -> None:
        self.visits.append((by_voice, false_wake))


@pytest.fixture
def wake() -> Wake:
    return Wake()


def test_a_voice_wakes_it_while_nobody_is_there_and_that_nobody_said_a_word_is_told(
    kiosk: KioskStage, wake: Wake
) -> None:
    voice = WakingVoice(kiosk.window, wake)
    assert wake.waits
    voice.tell()
    QApplication.processEvents()
    assert kiosk.window.visit.stage is Stage.WAKING
    assert not wake.waits
    kiosk.window.handle(SessionClosed(CloseReason.NORMAL, None))
    kiosk.now += 60
    kiosk.window.due.timeout.emit()
    assert wake.visits == [(True, True)]
    assert wake.waits


def test_while_it_is_closed_no_voice_is_wanted(kiosk: KioskStage, wake: Wake) -> None:
    WakingVoice(kiosk.window, wake)
    kiosk.window.let_in(Shut("closed", datetime(2026, 3, 23)))
    assert not wake.waits
    kiosk.window.let_in(None)
    assert wake.waits
