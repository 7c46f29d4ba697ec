"""What a screen reader says of a session by itself."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.protocol.events import Phase
from viewer.ui.announcements import Announcer, changes
from viewer.ui.view_state import STALLED_NOTICE, Caption, Failure, ViewState

ASKING = ViewState(Phase.ASKING_BROKER)
LIVE = ViewState(Phase.LIVE)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (ViewState(), ASKING, ["Connecting…"]),
        (ASKING, ViewState(Phase.SIGNALLING), []),
        (ViewState(Phase.CONNECTING), LIVE, ["Connected. You can talk now."]),
        (ViewState(Phase.RECONNECTING, stalled=True), LIVE, ["Connected again."]),
        (LIVE, replace(LIVE, stalled=True, notice=STALLED_NOTICE), [STALLED_NOTICE]),
        (replace(LIVE, stalled=True), LIVE, ["The avatar is back."]),
        (LIVE, ViewState(Phase.CLOSED), ["The talk is over."]),
        (LIVE, ViewState(Phase.CLOSED, Failure("It broke.", "Mend it.")), ["It broke. Mend it."]),
        (LIVE, replace(LIVE, listening=True), []),
        (LIVE, LIVE, []),
    ],
)
def test_each_change_of_a_session_is_said_once(before: ViewState, after: ViewState, said: list[str]) -> None:
    assert [announcement.text for announcement in changes(before, after, speech=False)] == said


def test_only_a_failure_interrupts() -> None:
    failed = changes(LIVE, ViewState(Phase.CLOSED, Failure("It broke.", "Mend it.")), speech=False)
    noticed = changes(LIVE, replace(LIVE, notice="Slow."), speech=False)
    assert [announcement.urgent for announcement in failed + noticed] == [True, False]


def test_what_the_avatar_said_is_read_once_it_is_whole_and_only_where_wished() -> None:
    begun = replace(LIVE, caption=Caption("persona", "I am", complete=False))
    whole = replace(LIVE, caption=Caption("persona", "I am Joe.", complete=True))
    own = replace(LIVE, caption=Caption("user", "Who are you?", complete=True))
    assert [a.text for a in changes(begun, whole, speech=True)] == ["I am Joe."]
    assert changes(LIVE, begun, speech=True) == changes(begun, whole, speech=False) == []
    assert changes(LIVE, own, speech=True) == changes(whole, whole, speech=True) == []


def test_it_reaches_screen_readers_and_where_nobody_looks_a_notification(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def tell(event: QAccessibleAnnouncementEvent) -> None:
        told.append((event.message(), event.politeness()))

    politeness = QAccessible.AnnouncementPoliteness
    readers = SimpleNamespace(updateAccessibility=tell, AnnouncementPoliteness=politeness)
    monkeypatch.setattr(QtGui, "QAccessible", readers)
    window = QWidget()
    qtbot.addWidget(window)
    announcer = Announcer(window)
    unseen: list[str] = []
    announcer.unseen.connect(unseen.append)
    announcer.show_muted(True)  # by the user, who is somewhere then
    announcer.show_warning("The talk ends in 30 seconds.")
    assert unseen == ["The talk ends in 30 seconds."]
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.assertNotEmitted(announcer.unseen):
        announcer.show_problem("The sound device could not be opened.")
        announcer.show_problem(None)
    assert told == [
        ("Microphone muted", politeness.Polite),
        ("The talk ends in 30 seconds.", politeness.Polite),
        ("The sound device could not be opened.", politeness.Assertive),
    ]
