"""Where the picture of a kiosk that waits comes from."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BROKER, PERSONA, KioskStage, plain_picture
from viewer.media.picture import PictureSlot
from viewer.protocol.commands import Connect, FetchStill, ListPersonas
from viewer.protocol.events import PersonasListed, StillFetched
from viewer.protocol.personas import Persona
from viewer.ui.kiosk.waiting.opening import Opening

JOE = Persona(PERSONA, "Joe", landscape="/joe", idle="/joe/idle")


class Player:
    """Plays nothing, and notes whether it would."""

    def __init__(self) -> None:
        self.playing = self.stopped = False
        self.failure = ""

    def play(self) -> None:
        self.playing = True

    def pause(self) -> None:
        self.playing = False

    def stop(self) -> None:
        self.stopped = True


def begin(kiosk: KioskStage, folder: Path) -> tuple[Opening, list[object], dict[Path, Player]]:
    opening = Opening(kiosk.window.scenery.attract, Connect(BROKER, PERSONA), None, folder, 8)
    asked: list[object] = []
    players: dict[Path, Player] = {}

    def make(file: Path, _slot: PictureSlot, kind: str | None) -> Player:
        assert kind == "mp4", "a broker's file is read as what it has to be"
        return players.setdefault(file, Player())

    opening.asked.connect(asked.append)
    opening.begin(make)
    return opening, asked, players


def test_the_loop_is_fetched_kept_and_there_without_network(
    qtbot: QtBot, kiosk: KioskStage, tmp_path: Path
) -> None:
    opening, asked, players = begin(kiosk, tmp_path)
    assert asked == [ListPersonas(BROKER)]
    opening.handle(PersonasListed(BROKER, (JOE,)))
    assert asked[1:] == [FetchStill(BROKER, "/joe/idle", is_film=True), FetchStill(BROKER, "/joe")]
    opening.handle(StillFetched(BROKER, "/joe/idle", b"a film"))
    qtbot.waitUntil(lambda: len(players) == 1)
    [(kept, player)] = players.items()
    assert kept.read_bytes() == b"a film"
    assert player.playing
    kiosk.window.scenery.attract.gone.emit()
    assert not player.playing, "nobody sees it"
    opening.end()
    assert player.stopped
    assert list(begin(kiosk, tmp_path)[2]) == [kept]


def test_a_still_that_comes_late_takes_no_films_place(
    qtbot: QtBot, kiosk: KioskStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening, _, players = begin(kiosk, tmp_path)
    opening.handle(PersonasListed(BROKER, (JOE,)))
    opening.handle(StillFetched(BROKER, "/joe/idle", b"a film"))
    qtbot.waitUntil(lambda: bool(players))
    still = tmp_path / "late.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(still))
    opening._show(still)
    attract = kiosk.window.scenery.attract
    attract.pictures.put(plain_picture(72, 48, (1, 2, 3)))
    attract.wake()
    shown: list[QImage] = []
    monkeypatch.setattr(attract, "show_picture", shown.append)
    after: list[bool] = []
    opening._worker.do(lambda: lambda: after.append(True))
    qtbot.waitUntil(lambda: bool(after))
    assert shown == []
