"""Recording a talk from the window: asked once whether all agree, seen while it lasts, told of its end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from tests.ui.conftest import Stage
from viewer.errors import DiskFull
from viewer.protocol.commands import StartRecording, StopRecording
from viewer.protocol.events import CloseReason, Phase, PhaseChanged, RecordingChanged, SessionClosed
from viewer.ui.windows import recording_desk as desks
from viewer.ui.windows.recording_desk import RecordingDesk

FILM = "/films/talk.mkv"


@pytest.fixture
def proposed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that the user is proposed, who then chooses FILM."""
    names: list[str] = []

    def choose(_parent: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
        names.append(name)
        chosen(Path(FILM))

    def desk(window: object) -> RecordingDesk:
        return made(window, choose)  # type: ignore[arg-type]

    made = RecordingDesk
    monkeypatch.setattr(desks, "RecordingDesk", desk)
    return names


@pytest.fixture
def talk(stage: Stage, proposed: list[str]) -> Stage:
    """A live session with Ada."""
    stage.go_live()
    stage.window.record.name_persona("Ada/Bob")
    return stage


def record(talk: Stage) -> None:
    talk.window.keys["record"].trigger()


def button(box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
    next(one for one in box.buttons() if box.buttonRole(one) is role).click()


def test_it_is_asked_once_whether_everybody_agrees(talk: Stage, proposed: list[str]) -> None:
    record(talk)
    question = talk.window.later.recording.question
    assert question
    button(question, QMessageBox.ButtonRole.RejectRole)
    assert talk.commands == []
    assert not talk.window.keys["record"].isChecked()
    record(talk)
    question = talk.window.later.recording.question
    assert question
    button(question, QMessageBox.ButtonRole.AcceptRole)
    assert talk.commands == [StartRecording(FILM, "Ada/Bob", "You")]
    assert proposed[0].startswith("AdaBob 2")
    assert not talk.store.current.recording_reminder


def test_it_is_seen_for_as_long_as_it_lasts_and_ended_by_the_same_key(talk: Stage) -> None:
    talk.store.change(recording_reminder=False)
    record(talk)
    talk.window.handle(RecordingChanged("waiting", FILM))
    talk.window.handle(RecordingChanged("running", FILM, 65.4))
    pill = talk.window.later.recording.pill
    assert (pill.text, pill.isVisible()) == ("Recording 1:05", True)
    assert talk.window.keys["record"].isChecked()
    assert talk.window.live_page.status.x() > pill.geometry().right()
    talk.window.live_page.fader._vanish()
    assert not talk.window.live_page.status.isVisible()
    assert pill.isVisible()
    record(talk)
    assert talk.commands[1:] == [StopRecording()]
    talk.window.handle(RecordingChanged("finishing", FILM, 66.0))
    talk.window.handle(RecordingChanged("ended", FILM, 66.0))
    assert not pill.isVisible()
    assert not talk.window.keys["record"].isChecked()
    notice = talk.window.live_page.notices.recording
    assert (notice.label.text(), notice.isVisible()) == (f"The recording is saved: {FILM}", True)


def test_what_becomes_of_it_after_the_talk_is_told_on_the_start_page(talk: Stage) -> None:
    talk.window.handle(RecordingChanged("running", FILM, 3.0))
    talk.window.handle(SessionClosed(CloseReason.NORMAL, None))
    talk.window.handle(RecordingChanged("ended", FILM, 3.0, DiskFull()))
    assert talk.window.recording_notice.isVisible()
    assert DiskFull().told == talk.window.recording_notice.label.text()


def test_nothing_is_recorded_without_a_talk(stage: Stage, proposed: list[str]) -> None:
    stage.window.handle(PhaseChanged(Phase.CONNECTING))
    assert not stage.window.keys["record"].isEnabled()
    stage.window.later.recording.toggle()
    assert stage.commands == []
    assert not proposed
