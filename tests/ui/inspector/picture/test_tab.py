"""The tab of the picture: what it shows, when it looks, and what it keeps; by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.inspector.picture.planes import plain, planes
from viewer import __version__
from viewer.media.picture import PictureSlot, Planes
from viewer.protocol.events import Phase, PhaseChanged, SessionStarted, Statistics
from viewer.ui.inspector.picture.tab import PictureTab

FIGURES = Statistics(64, 48, "VP8", 900.0, 25, 24.96, 40.0, 0, 0, 0, 0.02, "open", "completed", "connected")


class Talk:
    """The tab, and pictures on their way."""

    def __init__(self, qtbot: QtBot) -> None:
        self.slot = PictureSlot()
        self.tab = PictureTab(self.slot)
        self.bot = qtbot
        qtbot.addWidget(self.tab)
        self.tab.resize(460, 700)
        self.tab.take(SessionStarted("5b2c9a1e-0000-secret"), 0)
        self.tab.take(FIGURES, 0)
        self.tab.show()
        self.tab._timer.stop()  # each look is one that a test takes

    def put(self, picture: Planes) -> None:
        assert self.slot.on_decoded
        self.slot.on_decoded(picture)

    def look(self) -> None:
        """Whatever is there to be done is done."""
        self.tab.look()
        while self.tab._working or self.tab._loading:
            QTest.qWait(1)
            self.tab.look()

    @property
    def shown(self) -> Planes | None:
        return self.tab.seen.examined.planes if self.tab.seen else None


@pytest.fixture
def talk(qtbot: QtBot) -> Talk:
    return Talk(qtbot)


def answering(path: Path) -> Callable[[QWidget, str, Callable[[Path], None]], None]:
    return lambda parent, name, chosen: chosen(path)


def choosing(path: Path) -> Callable[[QWidget, Callable[[Path], None]], None]:
    return lambda parent, chosen: chosen(path)


def wheel(view: QWidget, at: QPointF, turned: int) -> None:
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
    QApplication.sendEvent(view, QWheelEvent(at, at, QPoint(), QPoint(0, turned), *none, False))


def test_it_shows_the_newest_picture_and_what_is_known_of_it(talk: Talk) -> None:
    assert talk.tab.parts.facts.text() == "VP8  25.0 fps"
    talk.put(plain(50))
    talk.put(newest := plain(90))
    talk.look()
    assert talk.shown is newest
    assert talk.tab.parts.view.image.pixelColor(3, 3).red() == 90
    assert talk.tab.parts.facts.text() == "64×48  VP8  25.0 fps  BT.601 16-235"
    talk.tab.take(PhaseChanged(Phase.ASKING_BROKER), 0)
    assert talk.shown is None
    assert talk.tab.parts.facts.text() == "–"


def test_nobody_looks_while_it_is_hidden(talk: Talk) -> None:
    talk.tab.hide()
    assert talk.slot.on_decoded is None
    assert not talk.tab._timer.isActive()
    talk.tab.show()
    assert talk.slot.on_decoded
    assert talk.tab._timer.isActive()


def test_paused_it_keeps_the_picture_and_a_step_takes_the_next(talk: Talk) -> None:
    view = talk.tab.parts.view
    talk.put(first := plain(50))
    talk.look()
    QTest.keyClick(view, Qt.Key.Key_P)
    assert talk.tab.parts.pause.isChecked()
    talk.put(plain(60))
    talk.look()
    assert talk.shown is first
    QTest.keyClick(view, Qt.Key.Key_Period)
    talk.look()
    talk.put(plain(80))
    talk.look()
    assert talk.shown
    assert talk.shown is not first
    assert view.image.pixelColor(0, 0).red() == 60, "the one that a step took, and no other"
    QTest.mouseClick(talk.tab.parts.pause, Qt.MouseButton.LeftButton)
    talk.look()
    assert view.image.pixelColor(0, 0).red() == 80


def test_a_pixel_is_told_under_the_pointer_and_by_the_keyboard(talk: Talk) -> None:
    luma = np.arange(48 * 64, dtype=np.uint32).reshape(48, 64) % 200
    talk.put(planes(luma.astype(np.uint8), u=100, v=150))
    talk.look()
    view, probe = talk.tab.parts.view, talk.tab.parts.probe
    view.zoom_to(16)
    QTest.mouseMove(view, view._place_of(QPoint(30, 20)).toPoint())
    level = (20 * 64 + 30) % 200
    told = f"R {level} G {level} B {level}  Y {level} U 100 V 150"
    assert probe.text() == f"\u200e(30, 20)  {told}"
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert probe.text().startswith("\u200e(29, 30)")
    assert view.accessibleDescription() == probe.text().removeprefix("\u200e")
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.pixel == QPoint(63, 30), "there is no further one"
    assert view.rect().contains(view._place_of(QPoint(63, 30)).toPoint()), "it is seen"


def test_it_zooms_by_wheel_about_the_pointer_by_keys_and_by_buttons(talk: Talk) -> None:
    talk.put(plain(50))
    talk.look()
    parts = talk.tab.parts
    assert parts.zoom.text() == "whole"
    for _ in range(7):
        QTest.keyClick(parts.view, Qt.Key.Key_Plus)
    assert parts.zoom.text() == "×16"
    QTest.mouseClick(parts.farther, Qt.MouseButton.LeftButton)
    assert parts.zoom.text() == "×8"
    at = QPointF(parts.view.rect().center()) + QPointF(40, 30)
    under = parts.view._pixel_at(at)
    wheel(parts.view, at, 120)
    assert parts.zoom.text() == "×16"
    assert parts.view._pixel_at(at) == under
    QTest.keyClick(parts.view, Qt.Key.Key_0)
    assert parts.zoom.text() == "whole"


def test_up_close_each_pixel_is_a_square(talk: Talk) -> None:
    luma = np.zeros((48, 64), np.uint8)
    luma[:, ::2] = 255
    talk.put(planes(luma))
    talk.look()
    view = talk.tab.parts.view
    view.zoom_to(8)
    drawn = view.grab().toImage()
    row = {drawn.pixelColor(x, drawn.height() // 2).red() for x in range(4, drawn.width() - 4)}
    assert row == {0, 255}


def test_a_snapshot_says_what_it_is_of_and_no_more(talk: Talk, tmp_path: Path) -> None:
    talk.tab.save_snapshot()
    assert talk.tab.parts.words.text() == "There is no picture to save yet."
    talk.put(plain(90))
    talk.look()
    talk.tab.ask_where = answering(tmp_path / "picture.png")
    talk.tab.save_snapshot()
    talk.bot.waitUntil(lambda: talk.tab.parts.words.text() == "Saved as picture.png.")
    saved = QImage(str(tmp_path / "picture.png"))
    assert (saved.width(), saved.height(), saved.pixelColor(1, 1).red()) == (64, 48, 90)
    known: dict[str, Any] = {key: saved.text(key) for key in saved.textKeys()}
    assert known.pop("Creation Time").endswith("+00:00")
    assert known == {
        "Software": f"Persona Viewer {__version__}",
        "Size": "64x48",
        "Colours": "BT.601 16-235",
        "Codec": "VP8",
        "Session": "5b2c9a1e",
    }
    talk.tab.ask_where = answering(tmp_path / "not there" / "picture.png")
    talk.tab.save_snapshot()
    talk.bot.waitUntil(lambda: "Saved" not in talk.tab.parts.words.text())


def test_it_is_compared_with_a_file_seen_beside_it(talk: Talk, tmp_path: Path) -> None:
    reference = QImage(128, 96, QImage.Format.Format_RGB32)
    reference.fill(0xFF6A6A6A)  # 106
    reference.save(str(tmp_path / "reference.png"))
    talk.put(plain(90))
    talk.look()
    parts = talk.tab.parts
    talk.tab.ask_which = choosing(tmp_path / "reference.png")
    QTest.mouseClick(parts.compare, Qt.MouseButton.LeftButton)
    talk.look()
    assert parts.words.text() == (
        "reference.png: PSNR 24.05 dB, SSIM 0.9868. It was scaled from 128×96."  # 16 apart
    )
    assert parts.beside.isVisible()
    assert parts.beside.image.pixelColor(9, 9).red() == 106
    QTest.keyClick(parts.beside, Qt.Key.Key_Plus)
    QTest.keyClick(parts.beside, Qt.Key.Key_Right)
    assert parts.view.zoom == parts.beside.zoom == 1
    assert parts.view.pixel == parts.beside.pixel
    QTest.mouseClick(parts.compare, Qt.MouseButton.LeftButton)
    assert not parts.beside.isVisible()
    assert not parts.compare.isChecked()


def test_a_reference_that_is_there_before_the_picture_is_compared_with_it(talk: Talk, tmp_path: Path) -> None:
    reference = QImage(64, 48, QImage.Format.Format_RGB32)
    reference.fill(0xFF5A5A5A)
    reference.save(str(tmp_path / "reference.png"))
    talk.tab.ask_which = choosing(tmp_path / "reference.png")
    talk.put(plain(90))
    talk.tab.look()  # it is being worked on
    talk.tab.compare()
    talk.look()
    assert talk.tab.parts.words.text() == "reference.png: PSNR ∞ dB, SSIM 1.0000."


def test_a_file_that_is_no_picture_is_told(talk: Talk, tmp_path: Path) -> None:
    (tmp_path / "notes.png").write_text("none")
    talk.tab.ask_which = choosing(tmp_path / "notes.png")
    QTest.mouseClick(talk.tab.parts.compare, Qt.MouseButton.LeftButton)
    talk.look()
    assert talk.tab.parts.words.text() == (
        "notes.png is no picture that can be read: choose a PNG, JPEG or WebP file."
    )
    assert not talk.tab.parts.compare.isChecked()


def test_freezes_and_black_pictures_are_counted_in_words(talk: Talk) -> None:
    now = [100.0]
    talk.tab.watch.clock = lambda: now[0]
    for level in (*[90] * 30, 16, 90):
        now[0] += 0.04
        talk.put(plain(level))
    now[0] += 0.96
    talk.put(plain(90))
    talk.look()
    assert talk.tab.parts.counted.text() == "Freezes: 1, 1.0 s in all. Black pictures: 1. Torn: 0."
    assert talk.tab.parts.marks.accessibleDescription() == talk.tab.parts.counted.text()
