"""Whom the user sees, calls and forgets, with a broker whose answers the test gives."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BROKER, Stage, plain_picture
from tests.ui.gallery.conftest import picture_file
from viewer import errors
from viewer.protocol import events
from viewer.protocol.commands import Connect, FetchStill, ForgetToken, KeepToken, ListPersonas
from viewer.protocol.events import (
    CloseReason,
    PersonasListed,
    SessionClosed,
    StillFetched,
    TokenForgotten,
    TokenKept,
)
from viewer.protocol.personas import Persona
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile
from viewer.ui.gallery.brokers.profiles import Profile
from viewer.ui.gallery.faces import cards
from viewer.ui.settings_store import SettingsStore
from viewer.ui.widgets.video import VideoWidget
from viewer.ui.windows.start_page import StartPage

MOUSE = Qt.MouseButton.LeftButton
FACE = (200, 90, 30)
PEOPLE = (
    Persona("anna", "Anna", "A guide.", "en-US", "/anna/l", "/anna/p"),
    Persona("lena", "Lena", "Knows Berlin.", "de-DE", "/lena/l", "/lena/p"),
    Persona("olaf", "Olaf"),
)


def fill(stage: Stage, people: tuple[Persona, ...] = PEOPLE, qtbot: QtBot | None = None) -> StartPage:
    """The broker names ``people`` and has their stills."""
    page = stage.window.start_page
    stage.play(PersonasListed(BROKER, people))
    if qtbot:
        page.gallery.grid._look()
        paths = {asked.path for asked in stage.asked if isinstance(asked, FetchStill)}
        for path in paths:
            stage.play(StillFetched(BROKER, path, picture_file(720, 480, QColor(*FACE).name())))
        qtbot.waitUntil(lambda: all(page.stills.thumbnail(path) for path in paths))
    return page


def names(page: StartPage) -> list[str]:
    cards = page.gallery.cards
    return [cards.index(row).data() for row in range(cards.rowCount())]


def fail(stage: Stage, error: errors.ViewerError) -> None:
    stage.play(
        events.PhaseChanged(events.Phase.ASKING_BROKER), events.SessionClosed(CloseReason.NORMAL, error)
    )


def test_the_broker_is_asked_when_the_window_is_seen_and_its_faces_are_fetched(stage: Stage) -> None:
    assert stage.asked == [ListPersonas(BROKER)]
    page = fill(stage)
    assert names(page) == ["Anna", "Lena", "Olaf"]
    assert page.gallery.grid.hasFocus()
    page.gallery.grid._look()
    # The one that the keyboard is on first, since Enter calls it.
    assert stage.asked[1:] == [FetchStill(BROKER, "/anna/l"), FetchStill(BROKER, "/lena/l")]


def test_a_click_on_a_face_calls(stage: Stage) -> None:
    grid = fill(stage).gallery.grid
    place = grid.visualRect(grid.model().index(1, 0)).center()
    QTest.mouseClick(grid.viewport(), MOUSE, pos=place)
    assert stage.commands == [Connect(BROKER, "lena")]


def test_arrows_go_from_face_to_face_and_enter_calls(stage: Stage) -> None:
    grid = fill(stage).gallery.grid
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert stage.commands == [Connect(BROKER, "lena")]


def test_typing_searches_and_enter_calls_whom_it_finds(stage: Stage) -> None:
    page = fill(stage)
    QTest.keyClicks(page.gallery.grid, "O")
    search = page.gallery.header.search
    assert search.hasFocus()
    QTest.keyClicks(search, "LA")
    assert names(page) == ["Olaf"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert stage.commands == [Connect(BROKER, "olaf")]


def test_a_key_searches_where_only_the_personas_are_shown(stage: Stage) -> None:
    page = fill(stage)
    QTest.keyClick(page.gallery.grid, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.gallery.header.search.hasFocus()
    assert not stage.window.side_panel.is_open


def test_who_speaks_a_language_is_found_by_it_and_escape_shows_all(stage: Stage) -> None:
    page = fill(stage)
    search = page.gallery.header.search
    search.setFocus()
    QTest.keyClicks(search, "german")
    assert names(page) == ["Lena"]
    QTest.keyClicks(search, "x")
    assert names(page) == []
    assert page.gallery._nobody.text() == "Nobody here is called “germanx”."
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert len(names(page)) == 3


def test_whoever_was_called_comes_first_and_is_spoken_as_recent(stage: Stage) -> None:
    stage.store.change(remember_recent=True)
    page = fill(stage)
    stage.window.connect_session(BROKER, "lena")
    stage.play(SessionClosed(CloseReason.NORMAL, None))
    assert names(page) == ["Lena", "Anna", "Olaf"]
    role = Qt.ItemDataRole.AccessibleTextRole
    cards = page.gallery.cards
    assert [cards.index(row).data(role) for row in range(3)] == [
        "Lena, German, recently",
        "Anna, English",
        "Olaf",
    ]
    assert stage.remembered["recent"] == [
        {"broker": BROKER, "persona": "lena", "name": "Lena", "tall": False}
    ]


def test_who_is_to_be_forgotten_is_out_of_the_settings_file(stage: Stage) -> None:
    stage.store.change(remember_recent=True)
    page = fill(stage)
    stage.window.connect_session(BROKER, "lena")
    stage.play(SessionClosed(CloseReason.NORMAL, None))
    card = page.gallery.cards.card(page.gallery.cards.index(0))
    page.gallery.grid.forget_requested.emit(card)
    assert names(page) == ["Anna", "Lena", "Olaf"]
    assert stage.remembered["recent"] == []
    assert "persona" not in stage.remembered


def test_whom_the_user_called_is_written_nowhere_unless_they_want_that(stage: Stage) -> None:
    page = fill(stage)
    stage.window.connect_session(BROKER, "lena")
    stage.play(SessionClosed(CloseReason.NORMAL, None))
    assert names(page)[0] == "Lena"  # as long as the window is there
    assert "lena" not in str(stage.remembered)
    stage.store.change(remember_recent=True)
    assert [each["persona"] for each in stage.remembered["recent"]] == ["lena"]
    stage.store.change(remember_recent=False)
    assert "lena" not in str(stage.remembered)


class Frames(QObject):
    """What each frame of ``video`` begins with: the picture, the still, or neither."""

    def __init__(self, video: VideoWidget) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._video = video
        video.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            there = "a picture" if self._video.picture_size.width() else "nothing"
            self.seen.append("the still" if self._video.still else there)
        return False


def middle_of(video: VideoWidget) -> tuple[int, int, int]:
    image = video.grab().toImage()
    colour = image.pixelColor(image.width() // 2, image.height() // 3)
    return colour.red(), colour.green(), colour.blue()


def test_a_click_shows_the_still_in_the_first_frame_and_the_picture_takes_its_place_in_one(
    stage: Stage, qtbot: QtBot
) -> None:
    grid = fill(stage, qtbot=qtbot).gallery.grid
    video = stage.window.video
    frames = Frames(video)
    QTest.mouseClick(grid.viewport(), MOUSE, pos=grid.visualRect(grid.model().index(0, 0)).center())
    qtbot.waitUntil(lambda: bool(frames.seen))
    assert set(frames.seen) == {"the still"}
    assert middle_of(video) == FACE
    where = video._area_for(QSize(720, 480))
    stage.play(events.PhaseChanged(events.Phase.ASKING_BROKER))
    assert video.still
    frames.seen.clear()
    stage.pictures.put(plain_picture(720, 480, (1, 2, 3)))
    qtbot.waitUntil(lambda: video.painted == 1)
    assert frames.seen == ["a picture"]
    assert middle_of(video) == (1, 2, 3)
    assert video.still is None
    assert video.picture_area() == where


def test_whoever_is_called_next_is_not_the_one_before(stage: Stage, qtbot: QtBot) -> None:
    fill(stage, qtbot=qtbot)
    stage.window.connect_session(BROKER, "anna")
    stage.go_live()
    qtbot.waitUntil(lambda: stage.window.video.painted == 1)
    stage.play(SessionClosed(CloseReason.NORMAL, None))
    frames = Frames(stage.window.video)
    stage.window.connect_session(BROKER, "olaf")
    qtbot.waitUntil(lambda: bool(frames.seen))
    assert set(frames.seen) == {"nothing"}


def test_a_broker_that_names_nobody_has_a_field_for_an_id(stage: Stage) -> None:
    page = fill(stage, ())
    assert page.gallery.persona.isVisible()
    assert "names no personas" in page.gallery._nobody.text()
    page = fill(stage)
    assert not page.gallery.persona.isVisible()
    QTest.mouseClick(page.gallery.header.by_id, MOUSE)
    assert page.gallery.persona.hasFocus()


def test_a_list_that_cannot_be_had_is_told_and_asked_for_again(stage: Stage) -> None:
    page = stage.window.start_page
    stage.play(PersonasListed(BROKER, error=errors.BrokerUnreachable()))
    assert page.failure.message.text() == errors.BrokerUnreachable.default_message
    QTest.mouseClick(page.failure.retry, MOUSE)
    assert stage.asked == [ListPersonas(BROKER), ListPersonas(BROKER)]
    assert not page.failure.isVisible()


def test_the_wait_at_a_limit_is_counted_down_and_the_call_made_when_it_ends(stage: Stage) -> None:
    page = fill(stage)
    now = [100.0]
    redial = page.setback.redial
    redial._clock = lambda: now[0]
    stage.window.connect_session(BROKER, "lena")
    stage.commands.clear()
    limit = errors.ConcurrencyLimit()
    limit.retry_after = 3
    fail(stage, limit)
    assert page.failure.message.text() == limit.message
    told = []
    for _ in range(3):
        told.append(page.failure.hint.text())
        now[0] += 1
        redial.timer.timeout.emit()
    assert told == [f"Calling again in {seconds} s …" for seconds in (3, 2, 1)]
    assert stage.commands == [Connect(BROKER, "lena")]
    assert not redial.timer.isActive()


@pytest.mark.parametrize("ended_by", ["cancel", "another call"])
def test_a_wait_that_is_cancelled_calls_nobody(stage: Stage, ended_by: str) -> None:
    page = fill(stage)
    stage.window.connect_session(BROKER, "lena")
    limit = errors.ServiceBusy()
    limit.retry_after = 30
    fail(stage, limit)
    assert page.setback.redial.timer.isActive()
    if ended_by == "cancel":
        QTest.mouseClick(page.failure.dismiss, MOUSE)
        assert not page.failure.isVisible()
    else:
        stage.window.connect_session(BROKER, "anna")
    assert not page.setback.redial.timer.isActive()


def test_nobody_is_called_hours_later(stage: Stage) -> None:
    page = fill(stage)
    stage.window.connect_session(BROKER, "lena")
    limit = errors.UsageLimit()
    limit.retry_after = 3600
    fail(stage, limit)
    assert not page.setback.redial.timer.isActive()
    assert page.failure.hint.text() == limit.hint


def test_a_wanted_token_is_typed_kept_and_the_call_made_again(stage: Stage) -> None:
    page = fill(stage)
    stage.window.connect_session(BROKER, "lena")
    fail(stage, errors.TokenWanted())
    stage.commands.clear()
    stage.asked.clear()
    token = page.failure.token
    assert token.hasFocus()
    QTest.keyClicks(token, "pvc_word")
    QTest.keyClick(token, Qt.Key.Key_Return)
    assert stage.asked == [KeepToken(BROKER, "pvc_word")]
    assert token.text() == ""
    stage.play(TokenKept(BROKER, error=errors.UsageError("That is not a token.", hint="Type one.")))
    assert page.failure.hint.text() == "That is not a token. Type one."
    stage.play(TokenKept(BROKER, "It is kept."))
    assert stage.commands == [Connect(BROKER, "lena")]
    assert "pvc_word" not in str(stage.remembered)


def test_a_broker_is_added_checked_chosen_and_removed(stage: Stage) -> None:
    page = fill(stage)
    header = page.gallery.header
    header.add_requested.emit()
    page.panel.url.setText("other.example")
    page.panel.check.rest.timeout.emit()
    assert stage.asked[-1] == ListPersonas("https://other.example")
    stage.play(PersonasListed("https://other.example", PEOPLE[:1]))
    assert page.panel.finding.text() == "It is there. Personas: 1."
    page.panel.name.setText("Other & more")
    QTest.mouseClick(page.panel.add, MOUSE)
    assert names(page) == ["Anna"]
    assert stage.remembered["brokers"] == [{"name": "Other & more", "url": "https://other.example"}]
    assert header.broker_button.accessibleName() == "Broker: Other & more"
    page.book.choose(Profile("First", BROKER))
    header.profile_chosen.emit(BROKER)
    assert header.broker_button.accessibleName() == "Broker: First"
    header.remove_requested.emit()
    assert ForgetToken(BROKER) in stage.asked
    assert header.broker_button.accessibleName() == "Broker: Other & more"
    header.remove_requested.emit()
    assert page.panel.isVisible()
    assert "broker" not in stage.remembered
    assert stage.remembered["brokers"] == []
    assert ForgetToken("https://other.example") in stage.asked


def test_a_token_that_is_not_given_up_is_told_and_tried_again(stage: Stage) -> None:
    page = fill(stage)
    page.gallery.header.remove_requested.emit()
    stage.play(TokenForgotten(BROKER))
    assert not page.failure.isVisible()
    stage.play(TokenForgotten(BROKER, errors.UsageError("The keyring is locked.", hint="Unlock it.")))
    assert (page.failure.message.text(), page.failure.hint.text()) == ("The keyring is locked.", "Unlock it.")
    stage.asked.clear()
    QTest.mouseClick(page.failure.retry, MOUSE)
    assert stage.asked == [ForgetToken(BROKER)]


def test_what_the_settings_file_keeps_is_there_before_the_broker_answers(
    qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        f"brokers = [{{name = 'Home', url = '{BROKER}'}}]\n"
        f"recent = [{{broker = '{BROKER}', persona = 'lena', name = 'Lena', tall = true}}]\n"
    )
    page = StartPage(SettingsStore(ViewerSettings(remember_recent=True), SettingsFile(file)))
    qtbot.addWidget(page)
    assert names(page) == ["Lena"]
    assert page.name_of(BROKER, "lena") == "Lena"
    assert page.gallery.header.broker_button.accessibleName() == "Broker: Home"
    page.handle(PersonasListed(BROKER, PEOPLE))
    lena = page.gallery.cards.card(page.gallery.cards.index(0))
    assert lena
    assert lena.still == "/lena/p"  # as her pictures were the last time


def test_a_broker_and_proxy_that_are_set_elsewhere_are_followed(stage: Stage) -> None:
    page = fill(stage)
    stage.store.change(proxy="none")
    stage.store.change(broker="https://other.example")
    assert stage.asked[-1] == ListPersonas("https://other.example", "none")
    assert names(page) == []


def test_the_shape_of_the_pictures_is_remembered(stage: Stage) -> None:
    stage.store.change(remember_recent=True)
    fill(stage)
    stage.window.connect_session(BROKER, "lena")
    tall = events.Statistics(480, 720, "VP8", 0, 0, 0, 0, 0, 0, 0, None, "open", "completed", "connected")
    stage.play(tall)
    assert stage.remembered["recent"][0]["tall"] is True


def test_the_mouse_lifts_a_face_and_makes_its_still_ready(stage: Stage, qtbot: QtBot) -> None:
    page = fill(stage, qtbot=qtbot)
    grid = page.gallery.grid
    with qtbot.waitSignal(page.still_ready, check_params_cb=lambda still: still.persona == "lena"):
        grid.entered.emit(grid.model().index(1, 0))
    qtbot.waitUntil(lambda: grid._lifts.of(1) == 1)
    grid.viewportEntered.emit()
    qtbot.waitUntil(lambda: grid._lifts.of(1) == 0)


def test_thousands_are_listed_and_only_those_that_are_seen_are_fetched(stage: Stage) -> None:
    many = tuple(Persona(f"p{number}", f"Persona {number}", "", "", f"/{number}") for number in range(2000))
    page = fill(stage, many)
    page.gallery.grid._look()
    fetched = [asked for asked in stage.asked if isinstance(asked, FetchStill)]
    assert 0 < len(fetched) < 60
    page.gallery.grid.scrollToBottom()
    QApplication.processEvents()
    page.gallery.grid._look()
    assert any(asked.path == "/1999" for asked in stage.asked if isinstance(asked, FetchStill))


def test_thousands_are_searched_at_the_cost_of_a_few_names_of_languages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def name(tag: str) -> str:
        asked.append(tag)
        return {"de": "German"}.get(tag, "")

    monkeypatch.setattr(cards, "language_name", name)
    model = cards.CardModel()
    model.set_cards([cards.Card(str(n), f"Name {n}", ("en", "de")[n % 2]) for n in range(2000)])
    model.search("GERMAN name")
    assert model.rowCount() == 1000
    assert sorted(asked) == ["de", "en"]


def test_what_others_wrote_is_shown_plainly(stage: Stage) -> None:
    page = fill(stage, (Persona("x", "<b>Bo</b>", "<img src='file:///etc/passwd'>"),))
    assert names(page) == ["<b>Bo</b>"]
    tip = page.gallery.cards.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
