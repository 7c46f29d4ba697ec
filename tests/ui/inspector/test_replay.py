"""A session file in the inspector, offline."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from screens.samples import samples
from screens.talks import connected, signal, talked
from tests.session.session_file.conversations import file_of
from viewer.protocol import events, inputs, insight
from viewer.protocol.events import Phase
from viewer.protocol.insight import Noted
from viewer.session.session_file.lines import SessionFile
from viewer.session.session_file.notes import note
from viewer.ui.inspector.replay.player import Player
from viewer.ui.inspector.replay.window import ReplayWindow
from viewer.ui.inspector.timeline.tab import Timeline

MEASURED = events.Statistics(
    720, 480, "VP8", 1700.0, 250, 25.0, 61.0, 3, 2, 1, 0.02, "open", "completed", "connected"
)


def played() -> list[Noted]:
    """A session whose steps are those that the state machine takes."""
    answer = insight.BrokerAnswered({"sessionId": "s", "clientConfig": {}})
    return [
        note(50.0, "told", insight.BrokerAsked("https://b.example", "joe", "auto", gateway=False)),
        note(50.1, "told", answer),
        note(50.1, "told", events.SessionStarted("s")),
        note(50.1, "in", inputs.Started()),
        Noted(50.1, "out", "OpenSocket", {}),
        note(50.2, "in", inputs.SocketOpened()),
        Noted(50.2, "out", "MakeOffer", {}),
        note(50.3, "in", inputs.OfferMade("v=0")),
        Noted(50.3, "out", "SendFrame", {"text": signal("offer", {"sdp": "v=0"})}),
        note(51.0, "told", MEASURED),
        note(51.0, "told", next(samples(1, 51.0))),
        note(52.0, "in", inputs.CloseRequested()),
        Noted(52.0, "out", "SendFrame", {"text": signal("endsession", {})}),
        Noted(52.0, "out", "Finish", {"reason": "normal", "error": None}),
        Noted(52.0, "told", "SessionClosed", {"reason": "normal"}),
    ]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> ReplayWindow:
    made = ReplayWindow(SessionFile(file_of(played(), tmp_path / "talk.jsonl")))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_opens_with_all_of_the_session_in_the_same_inspector(window: ReplayWindow) -> None:
    assert window.windowTitle() == "talk.jsonl – Persona Viewer"
    overview = window.panel.overview
    assert overview.values["session"].text() == "s"
    assert overview.values["picture"].text().split() == ["720×480", "VP8"]
    assert [*window._memory.series.times] == [51.0]
    window.panel.tabs.setCurrentIndex(1)
    tab = window.panel.tab(1)
    assert isinstance(tab, Timeline)
    assert tab.model.rowCount() == len(played()) - 2, "figures are not listed"
    assert window.state.text().startswith("Ended")
    assert "the same steps at the same times" in window.state.text()


def test_going_back_shows_what_was_known_then(window: ReplayWindow) -> None:
    window.panel.tabs.setCurrentIndex(1)
    tab = window.panel.tab(1)
    assert isinstance(tab, Timeline)
    window.slider.setFocus()
    QTest.keyClick(window.slider, Qt.Key.Key_Home)
    assert window.state.text().startswith("Asking the broker")
    tab._flush()
    assert tab.model.rowCount() == 1
    QTest.keyClick(window.slider, Qt.Key.Key_Right)
    assert window.place.text() == "1.0 of 2.0 s"
    assert window.state.text().startswith("Connecting")


def test_it_plays_at_the_speed_at_which_it_happened(tmp_path: Path) -> None:
    now = [0.0]
    player = Player(SessionFile(file_of(played(), tmp_path / "talk.jsonl")), clock=lambda: now[0])
    heard: list[str] = []
    player.told.connect(lambda event: heard.append(event.kind) if isinstance(event, Noted) else None)
    player.seek(player.length)
    heard.clear()
    player.play()
    now[0] = 0.15
    player._go_on()
    assert (heard[-1], player.phase) == ("OpenSocket", Phase.SIGNALLING)
    now[0] = 9.0
    player._go_on()
    assert (heard[-1], player.phase) == ("SessionClosed", Phase.CLOSED)
    assert not player.is_playing


def test_a_state_machine_that_goes_another_way_is_told(tmp_path: Path) -> None:
    other = [noted for noted in played() if noted.kind != "MakeOffer"]
    player = Player(SessionFile(file_of(other, tmp_path / "talk.jsonl")))
    assert player.differs_at == pytest.approx(0.2)
    strange = Player(SessionFile(file_of([*connected(), *talked()], tmp_path / "other.jsonl")))
    assert strange.length == pytest.approx(16.0)
