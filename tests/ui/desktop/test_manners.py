"""The window and its manners together."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BROKER, Stage
from viewer.errors import BrokerUnreachable
from viewer.protocol import events
from viewer.protocol.commands import Connect
from viewer.protocol.events import CloseReason
from viewer.protocol.transcript import Message
from viewer.ui.desktop.crash_archive import NOTE, begin_report, finish_report, new_report
from viewer.ui.desktop.front_door import FrontDoor
from viewer.ui.desktop.manners import Manners

LINK = f"persona-viewer://connect?broker={BROKER}&persona=lena"


def mannered(stage: Stage, link: str = "") -> Manners:
    manners = Manners(stage.window, FrontDoor(None, link))
    stage.bridge.event_published.connect(manners.handle)
    return manners


def test_a_link_that_is_agreed_to_begins_a_talk(stage: Stage, qtbot: QtBot) -> None:
    manners = mannered(stage, LINK)
    qtbot.waitUntil(lambda: manners.question is not None)
    assert manners.question
    assert manners.question.box
    assert stage.commands == []
    manners.question.accepted.emit(BROKER, "lena")
    [command] = stage.commands
    assert isinstance(command, Connect)
    assert (command.broker, command.persona) == (BROKER, "lena")


def test_a_report_is_offered_between_talks_only(stage: Stage, qtbot: QtBot) -> None:
    report = begin_report()
    report.write(NOTE.encode())
    finish_report(report)
    manners = mannered(stage)
    qtbot.waitUntil(lambda: manners.crash_notice is not None)
    notice = manners.crash_notice
    assert notice
    assert notice.isVisible()
    stage.go_live()
    assert not notice.isVisible()
    stage.play(events.SessionClosed(CloseReason.NORMAL, None))
    assert notice.isVisible()
    notice.discard.click()
    assert manners.crash_notice is None
    assert new_report() is None


def test_reports_that_cannot_be_read_are_done_without(
    stage: Stage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").touch()
    monkeypatch.setenv("PERSONA_VIEWER_CONFIG_DIR", str(tmp_path / "taken"))
    manners = mannered(stage)
    qtbot.wait(10)
    assert manners.crash_notice is None


def test_diagnostics_are_copied_with_the_last_figures_and_failure(stage: Stage, qtbot: QtBot) -> None:
    mannered(stage)
    stage.go_live()
    stage.play(
        events.MessageUpdated(Message("1", "user", "what was said", complete=True)),
        events.Statistics(
            720, 480, "VP8", 1700, 250, 25, 40, 3, 2, 1, 0.05, "stable", "connected", "connected"
        ),
    )
    stage.play(events.SessionClosed(CloseReason.NORMAL, BrokerUnreachable()))
    stage.window.inspector.overview.diagnostics.click()
    copied = QGuiApplication.clipboard().text()
    assert "bitrate_kbps: 1700" in copied
    assert BrokerUnreachable.default_message in copied
    assert f"broker: '{BROKER}'" in copied
    assert "what was said" not in copied
