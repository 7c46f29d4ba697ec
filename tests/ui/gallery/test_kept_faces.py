"""The faces of whom the user called, kept between two starts where they want that."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BROKER, Stage
from tests.ui.gallery.test_start_page import FACE, Frames, fill, middle_of
from viewer.media.picture import PictureSlot
from viewer.protocol.events import CloseReason, SessionClosed
from viewer.ui.gallery.faces.kept_faces import MAX_FACES, KeptFaces
from viewer.ui.widgets.still import Still
from viewer.ui.windows.main_window import MainWindow


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "faces"


def face(persona: str, colour: str = "#c85a1e") -> Still:
    image = QImage(72, 48, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return Still(persona, image, QSize(720, 480))


def test_who_was_called_is_there_in_the_first_frame_of_the_next_start(
    stage: Stage, qtbot: QtBot, state: Path
) -> None:
    stage.store.change(remember_recent=True)
    stage.window.start_page.book.faces = KeptFaces(lambda: state.parent)
    fill(stage, qtbot=qtbot)
    stage.window.connect_session(BROKER, "lena")
    qtbot.waitUntil(lambda: any(state.glob("*.jpg")))
    again = MainWindow(stage.store, PictureSlot(), lambda: 0.0)
    qtbot.addWidget(again)
    again.start_page.book.faces = KeptFaces(lambda: state.parent)
    frames = Frames(again.video)
    again.connect_session(BROKER, "lena")
    again.show()
    qtbot.waitUntil(lambda: bool(frames.seen))
    assert frames.seen[0] == "the still"
    assert again.video.still
    assert again.video.still.natural_size == QSize(720, 480)
    assert all(abs(seen - sent) < 4 for seen, sent in zip(middle_of(again.video), FACE, strict=True))


def test_no_face_is_kept_unless_the_user_wants_to_be_remembered(
    stage: Stage, qtbot: QtBot, state: Path
) -> None:
    stage.window.start_page.book.faces = KeptFaces(lambda: state.parent)
    fill(stage, qtbot=qtbot)
    stage.window.connect_session(BROKER, "lena")
    stage.play(SessionClosed(CloseReason.NORMAL, None))
    assert not state.exists()
    stage.store.change(remember_recent=True)
    stage.window.connect_session(BROKER, "lena")
    qtbot.waitUntil(lambda: any(state.glob("*.jpg")))
    stage.store.change(remember_recent=False)
    assert not any(state.iterdir())


def test_faces_are_forgotten_with_whom_they_are_of_and_the_oldest_make_room(state: Path) -> None:
    kept = KeptFaces(lambda: state.parent)
    for number in range(MAX_FACES + 2):
        kept.write(BROKER, face(f"p{number}"))
    kept.write("https://other.example", face("p1"))
    assert len(list(state.iterdir())) == MAX_FACES
    last = f"p{MAX_FACES + 1}"
    assert kept.find(BROKER, last)
    kept.forget(BROKER, last)
    assert kept.find(BROKER, last) is None
    kept.forget(BROKER)
    assert [kept.find(url, "p1") is None for url in (BROKER, "https://other.example/")] == [True, False]
    assert [file.stat().st_mode & 0o077 for file in state.iterdir()] == [0]


def test_a_file_that_is_no_picture_and_a_full_disk_cost_the_face_only(
    state: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept = KeptFaces(lambda: state.parent)
    kept.write(BROKER, face("lena"))
    [file] = state.iterdir()
    file.write_bytes(b"no picture")
    assert kept.find(BROKER, "lena") is None
    file.unlink()
    state.rmdir()
    state.write_text("not a folder")
    kept.write(BROKER, face("lena"))
    assert kept.find(BROKER, "lena") is None
    assert "cannot be kept" in caplog.text
