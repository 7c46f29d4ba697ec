"""Stills on their way to cards and to the window: within bounds, once, and nothing after nobody looks."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gallery.conftest import file_of, picture_file
from viewer.protocol.commands import FetchStill
from viewer.protocol.events import StillFetched
from viewer.ui import images
from viewer.ui.gallery.faces import stills
from viewer.ui.gallery.faces.decoding import decode
from viewer.ui.gallery.faces.stills import Stills

BROKER = "http://broker.example"


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_still_is_decoded_as_large_as_it_has_to_be(kind: str) -> None:
    content = picture_file(600, 400, kind=kind)
    found = decode(content, QSize(100, 100))
    assert found
    assert (found[0].size(), found[1]) == (QSize(150, 100), QSize(600, 400))
    assert found[0].format() == QImage.Format.Format_RGB32
    whole = decode(content, QSize(5000, 5000))
    assert whole
    assert whole[0].size() == QSize(600, 400)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"GIF89a" + bytes(100),
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"RIFF" + bytes(100),
    ],
)
def test_what_is_no_still_is_none(content: bytes) -> None:
    assert decode(content, QSize(100, 100)) is None


def test_a_still_that_is_too_large_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MAX_PIXELS", 599 * 400)
    assert decode(picture_file(600, 400), QSize(100, 100)) is None


def test_what_is_transparent_is_black_as_in_a_session() -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 255, 255, 0))
    found = decode(file_of(image), QSize(4, 4))
    assert found
    assert found[0].pixelColor(1, 1) == QColor("black")


class Asked:
    """The stills of a broker, and what they ask of the media thread."""

    def __init__(self) -> None:
        self.stills = Stills("none")
        self.commands: list[FetchStill] = []
        self.ready: list[str] = []
        self.stills.asked.connect(self.commands.append)
        self.stills.thumbnail_ready.connect(self.ready.append)
        self.stills.begin(BROKER)
        self.stills.set_sizes(QSize(30, 40), QSize(300, 200))

    def come(self, path: str, content: bytes | None) -> None:
        self.stills.fetched(StillFetched(BROKER, path, content))


@pytest.fixture
def asked(qapp: QApplication) -> Asked:
    return Asked()


def test_a_still_is_asked_for_once_and_shown_on_its_card(qtbot: QtBot, asked: Asked) -> None:
    asked.stills.want_thumbnails(["/a", "/a", "", "/b"])
    asked.stills.want_thumbnails(["/a"])
    assert asked.commands == [FetchStill(BROKER, "/a", "none"), FetchStill(BROKER, "/b", "none")]
    assert asked.stills.still("anna", "/a") is None
    asked.come("/a", picture_file(600, 400))
    qtbot.waitUntil(lambda: asked.ready == ["/a"])
    thumbnail = asked.stills.thumbnail("/a")
    assert thumbnail
    assert thumbnail.size() == QSize(60, 40)
    asked.stills.want_thumbnails(["/a"])
    assert len(asked.commands) == 2


def test_who_may_be_called_next_is_there_in_the_windows_size(qtbot: QtBot, asked: Asked) -> None:
    asked.stills.want_thumbnails(["/a"])
    asked.come("/a", picture_file(600, 400))
    qtbot.waitUntil(lambda: asked.ready == ["/a"])
    small = asked.stills.still("anna", "/a")
    assert small
    assert (small.image.size(), small.natural_size) == (QSize(60, 40), QSize(600, 400))
    with qtbot.waitSignal(asked.stills.windowful_ready):
        asked.stills.want_windowful("anna", "/a")
    assert len(asked.commands) == 1
    large = asked.stills.still("anna", "/a")
    assert large
    assert (large.persona, large.image.size()) == ("anna", QSize(300, 200))


def test_a_still_that_cannot_be_had_is_not_asked_for_again_and_again(asked: Asked) -> None:
    for path, content in (("/a", None), ("/b", b"no picture")):
        asked.stills.want_thumbnails([path])
        asked.come(path, content)
    QApplication.processEvents()
    asked.stills._worker._pool.waitForDone()
    QApplication.processEvents()
    asked.stills.want_thumbnails(["/a", "/b"])
    assert len(asked.commands) == 2
    asked.stills.begin(BROKER)  # the list is new
    asked.stills.want_thumbnails(["/a"])
    assert len(asked.commands) == 3


def test_what_comes_late_from_another_broker_is_dropped(asked: Asked) -> None:
    asked.stills.want_thumbnails(["/a"])
    asked.stills.begin("http://other.example")
    asked.come("/a", picture_file(6, 4))
    asked.stills.want_thumbnails(["/a"])
    assert [command.broker for command in asked.commands] == [BROKER, "http://other.example"]


def test_little_is_kept_while_nobody_looks(
    qtbot: QtBot, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stills, "_RESTING_THUMBNAILS", 2)
    monkeypatch.setattr(stills, "_RESTING_BYTES", 0)
    paths = [f"/{number}" for number in range(5)]
    asked.stills.want_thumbnails(paths)
    for path in paths:
        asked.come(path, picture_file(60, 40))
    qtbot.waitUntil(lambda: len(asked.ready) == 5)
    asked.stills.rest()
    assert [path for path in paths if asked.stills.thumbnail(path)] == ["/3", "/4"]
    asked.stills.want_thumbnails(["/0"])
    assert len(asked.commands) == 6
