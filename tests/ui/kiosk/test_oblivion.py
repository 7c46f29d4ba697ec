"""After a visit the memory that it lay in is overwritten, once nobody is there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import KioskStage
from viewer.protocol.commands import OverwriteFree
from viewer.protocol.events import CloseReason, Phase, PhaseChanged, SessionClosed, SessionStarted
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.waiting.oblivion import Oblivion


def leave(kiosk: KioskStage) -> None:
    """A visitor has come and goes; his session has still to end."""
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton)
    for event in (PhaseChanged(Phase.ASKING_BROKER), SessionStarted("s", None), PhaseChanged(Phase.LIVE)):
        kiosk.window.handle(event)
    kiosk.window.scenery.touch.finish.click()


def end(kiosk: KioskStage) -> None:
    kiosk.window.handle(SessionClosed(CloseReason.NORMAL, None))
    assert kiosk.window.visit.stage is Stage.ATTRACTING


def test_it_is_overwritten_once_the_visitor_has_gone(kiosk: KioskStage) -> None:
    oblivion = Oblivion(kiosk.window)
    leave(kiosk)
    end(kiosk)
    assert oblivion.due.isActive()
    assert OverwriteFree() not in kiosk.commands
    oblivion.due.timeout.emit()
    assert kiosk.commands.count(OverwriteFree()) == 1


def test_who_comes_meanwhile_is_not_held_up(kiosk: KioskStage) -> None:
    oblivion = Oblivion(kiosk.window)
    leave(kiosk)
    end(kiosk)
    kiosk.now += 1.9
    kiosk.window.woken("touch")
    oblivion.due.timeout.emit()
    assert OverwriteFree() not in kiosk.commands
