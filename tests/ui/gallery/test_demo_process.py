"""The demo behind the window: its servers tell where they are, end with it, and keep their key secret."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BROKER, Stage
from tests.ui.gallery.test_start_page import Frames
from viewer import kept_tokens
from viewer.media.picture import PictureSlot
from viewer.protocol.commands import Connect
from viewer.protocol.events import CloseReason, SessionClosed
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile
from viewer.ui.gallery.demo.process import DemoProcess
from viewer.ui.settings_store import SettingsStore
from viewer.ui.windows.main_window import MainWindow

URL = "http://127.0.0.1:4711"
Put = Callable[[str], Path]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts a script in the place of this program; it notes its words, environment and process."""

    def put(lines: str) -> Path:
        script = tmp_path / "program"
        note = f'echo "$@" > {tmp_path}/words; env > {tmp_path}/environment; echo $$ > {tmp_path}/pid'
        script.write_text(f"#!/bin/sh\n{note}\n{lines}\n")
        script.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(script))
        return tmp_path

    return put


def test_it_tells_where_it_is_and_ends_when_it_is_stopped(
    qtbot: QtBot, stand_in: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANAM_API_KEY", "of-another-server")
    monkeypatch.setenv("PERSONA_VIEWER_BROKER_TOKEN", "of-another-broker")
    folder = stand_in(f"echo warming up; echo READY {URL}; cat")
    demo = DemoProcess()
    with qtbot.waitSignal(demo.ready) as ready:
        demo.start()
        demo.start()
    assert ready.args == [URL]
    assert (folder / "words").read_text().split() == ["-m", "viewer", "demo-servers"]
    environment = (folder / "environment").read_text()
    assert "of-another" not in environment
    held = kept_tokens.held(URL)
    assert held
    assert f"PERSONA_VIEWER_CLIENT_TOKEN={held.value}\n" in environment
    demo.stop()
    demo.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(int((folder / "pid").read_text()), 0)
    assert demo.broker == ""


@pytest.mark.parametrize("lines", ["echo It cannot; exit 3", "exit 1"])
def test_one_that_does_not_start_says_what_it_said(qtbot: QtBot, stand_in: Put, lines: str) -> None:
    stand_in(lines)
    demo = DemoProcess()
    with qtbot.waitSignal(demo.failed) as failed:
        demo.start()
    assert failed.args == ["It cannot" if "cannot" in lines else ""]


def test_a_program_that_is_not_there_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    demo = DemoProcess()
    with qtbot.waitSignal(demo.failed):
        demo.start()


def test_joe_is_there_at_once_and_called_when_the_demo_runs(
    qtbot: QtBot, stage: Stage, stand_in: Put
) -> None:
    stand_in(f"echo READY {URL}; cat")
    page = stage.window.start_page
    demo = DemoProcess()
    page.offer_demo(demo)
    page.gallery.header.add_requested.emit()
    QTest.mouseClick(page.panel.demo, Qt.MouseButton.LeftButton)
    assert page.demo.isVisible()
    assert page.demo.still
    qtbot.waitUntil(lambda: bool(stage.commands))
    assert stage.commands == [Connect(URL, "joe")]
    assert stage.window.video.still
    assert "broker" not in stage.remembered  # it is gone with the window
    demo.stop()


def test_the_demos_own_window_begins_with_the_face_and_calls_its_broker_the_demo(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = MainWindow(SettingsStore(ViewerSettings(broker=URL), SettingsFile()), PictureSlot(), lambda: 0.0)
    qtbot.addWidget(window)
    frames = Frames(window.video)
    window.start_page.show_demo(URL)
    window.connect_session(URL, "lena")
    window.show()
    qtbot.waitUntil(lambda: bool(frames.seen))
    assert frames.seen[0] == "the still"
    assert window.video.still
    assert window.video.still.persona == "lena"
    window.handle(SessionClosed(CloseReason.NORMAL, None))
    assert window.start_page.gallery.header.broker_button.accessibleName() == "Broker: Demo"
    assert window.start_page.demo.still_of("../joe") is None


def test_whoever_does_not_want_to_wait_is_back_among_the_faces(
    qtbot: QtBot, stage: Stage, stand_in: Put
) -> None:
    stand_in("cat")
    page = stage.window.start_page
    page.offer_demo(DemoProcess())
    page.gallery.header.demo_requested.emit()
    QTest.mouseClick(page.demo.cancel, Qt.MouseButton.LeftButton)
    assert page.gallery.isVisible()
    assert stage.commands == []


def test_a_demo_that_does_not_start_is_told_over_the_faces(qtbot: QtBot, stage: Stage, stand_in: Put) -> None:
    stand_in("echo no room; exit 1")
    page = stage.window.start_page
    page.offer_demo(DemoProcess())
    page.gallery.header.demo_requested.emit()
    qtbot.waitUntil(page.failure.isVisible)
    assert page.failure.message.text() == "The demo did not start."
    assert page.failure.hint.text() == "no room"
    assert page._profile
    assert page._profile.url == BROKER
