"""What the desktop is told of a talk. The desktop is faked; one test has a D-Bus of its own."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BROKER, Stage
from viewer.errors import MediaLost, MutedInSystem
from viewer.protocol import events
from viewer.protocol.commands import Disconnect
from viewer.protocol.events import CloseReason, Phase
from viewer.protocol.transcript import Message
from viewer.ui.desktop import freedesktop, talk_manners
from viewer.ui.desktop.awake import Awake
from viewer.ui.desktop.notifications import MAX_WAITING, Notifications
from viewer.ui.desktop.talk_manners import TalkManners
from viewer.ui.view_state import RECONNECTING_NOTICE


class Screen:
    """Stands for the desktop's: how often it was kept awake, and let go."""

    def __init__(self) -> None:
        self.held = threading.Semaphore(0)
        self.let_go = threading.Semaphore(0)

    @contextmanager
    def kept(self) -> Iterator[None]:
        self.held.release()
        yield
        self.let_go.release()


@dataclass
class Desktop:
    """What it was told, and what its user does."""

    told: list[tuple[str, str]] = field(default_factory=list)
    manners: TalkManners | None = None


@pytest.fixture
def desktop(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """A desktop with a tray, over whose window another one lies."""
    made = Desktop()
    screen = Screen()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _: None)  # the tests' platform has none
    monkeypatch.setattr(talk_manners, "Awake", lambda: Awake(screen.kept))
    monkeypatch.setattr(Notifications, "tell", lambda _, title, text: made.told.append((title, text)))
    monkeypatch.setattr(stage.window, "isActiveWindow", lambda: False)
    return made


def begin(stage: Stage, desktop: Desktop, **settings: bool) -> TalkManners:
    names = {"lena": "Lena"}
    stage.store.change(**settings)
    manners = TalkManners(stage.window, lambda _, persona: names[persona])
    stage.bridge.event_published.connect(manners.handle)
    stage.window.connect_session(BROKER, "lena")
    stage.go_live()
    assert manners.settled.isActive()
    manners.settled.timeout.emit()
    return manners


def say(stage: Stage, content: str, role: str = "persona", complete: bool = True) -> None:
    message = Message("1", role, content, complete=complete)  # type: ignore[arg-type]
    stage.play(events.MessageUpdated(message))


def test_the_screen_stays_awake_while_there_is_a_session() -> None:
    screen = Screen()
    awake = Awake(screen.kept)
    for _ in range(2):
        awake.begin()
        awake.begin()
        assert screen.held.acquire(timeout=10)
        assert not screen.let_go.acquire(blocking=False)
        awake.end()
        awake.end()
        assert screen.let_go.acquire(timeout=10)
    awake.close()
    assert not screen.held.acquire(blocking=False)


def test_a_talk_keeps_it_awake_from_its_beginning_to_its_end(stage: Stage, desktop: Desktop) -> None:
    calls: list[str] = []
    manners = begin(stage, desktop)
    manners.awake.close()
    manners.awake.begin = lambda: calls.append("begin")  # type: ignore[method-assign]
    manners.awake.end = lambda: calls.append("end")  # type: ignore[method-assign]
    stage.play(events.PhaseChanged(Phase.ASKING_BROKER), events.PhaseChanged(Phase.LIVE))
    manners.settled.timeout.emit()
    stage.play(events.PhaseChanged(Phase.RECONNECTING), events.PhaseChanged(Phase.LIVE))
    stage.play(events.SessionClosed(CloseReason.NORMAL, None))
    assert calls == ["begin", "end"]
    assert not manners.settled.isActive()


def test_whether_it_stays_awake_can_be_changed_during_the_talk(stage: Stage, desktop: Desktop) -> None:
    manners = begin(stage, desktop, keep_awake=False)
    assert not manners.awake.holds
    stage.store.change(keep_awake=True)
    assert manners.awake.holds
    stage.store.change(keep_awake=False)
    assert not manners.awake.holds
    stage.play(events.SessionClosed(CloseReason.NORMAL, None))
    stage.store.change(keep_awake=True)
    assert not manners.awake.holds


def test_the_tray_shows_mutes_and_leaves_while_a_talk_lasts(
    stage: Stage, desktop: Desktop, qtbot: QtBot
) -> None:
    manners = begin(stage, desktop)
    icon = manners.tray.icon
    assert icon
    assert icon.toolTip() == "Persona Viewer: talking to Lena"
    menu = icon.contextMenu()
    assert menu
    actions = {action.text(): action for action in menu.actions()}
    stage.window.showMinimized()
    actions["Show window"].trigger()
    assert not stage.window.isMinimized()
    mute = actions["Mute microphone"]
    mute.trigger()
    assert stage.window.controls.mute.muted
    assert mute.isChecked()
    stage.window.controls.mute.toggle_choice()
    assert not mute.isChecked()
    stage.window.showMinimized()
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not stage.window.isMinimized()
    actions["Leave the talk"].trigger()
    assert isinstance(stage.commands[-1], Disconnect)
    stage.play(events.SessionClosed(CloseReason.NORMAL, None))
    assert manners.tray.icon is None


def test_without_a_tray_nothing_is_shown_there(
    stage: Stage, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    manners = begin(stage, desktop)
    assert manners.tray.icon is None
    manners.tray.show_muted(True)


def test_who_does_not_look_is_told_when_a_talk_begins_and_when_it_breaks(
    stage: Stage, desktop: Desktop
) -> None:
    begin(stage, desktop)
    say(stage, "A word for nobody else.")
    stage.play(events.PhaseChanged(Phase.RECONNECTING), events.PhaseChanged(Phase.LIVE))
    stage.play(events.SessionClosed(CloseReason.NORMAL, MediaLost()))
    error = MediaLost()
    assert desktop.told == [
        ("Lena is waiting for you", ""),
        ("Lena", RECONNECTING_NOTICE),
        ("Lena", "Connected again."),
        ("The talk with Lena is over", f"{error.message} {error.hint}"),
    ]


def test_who_does_not_look_is_told_what_is_wrong_and_that_the_time_is_short(
    stage: Stage, desktop: Desktop
) -> None:
    begin(stage, desktop)
    stage.window.show_microphone_fault(MutedInSystem())
    stage.window.controls.mute.toggle_choice()
    stage.window.live_page.time_left.begin(30)
    assert desktop.told[1:] == [
        ("Lena", MutedInSystem().told),
        ("Lena", "The talk ends in 30 second(s)."),
    ]


def test_words_are_shown_only_where_the_settings_want_it(stage: Stage, desktop: Desktop) -> None:
    begin(stage, desktop, notification_words=True)
    say(stage, "Hel", complete=False)
    say(stage, "Hello there.")
    say(stage, "My own words.", role="user")
    assert desktop.told[1:] == [("Lena", "Hello there.")]


@pytest.mark.parametrize("looks", [True, False])
def test_who_looks_or_wants_nothing_is_told_nothing(
    stage: Stage, desktop: Desktop, monkeypatch: pytest.MonkeyPatch, looks: bool
) -> None:
    monkeypatch.setattr(stage.window, "isActiveWindow", lambda: looks)
    begin(stage, desktop, notifications=looks)
    assert desktop.told == []


def test_a_click_brings_the_window_back(stage: Stage, desktop: Desktop) -> None:
    manners = begin(stage, desktop)
    stage.window.showMinimized()
    manners.notifications.clicked.emit()
    assert not stage.window.isMinimized()


@pytest.fixture
def notifications(stage: Stage) -> Notifications:
    return Notifications(lambda: None, stage.window)


def test_so_many_notifications_wait_and_no_more(
    notifications: Notifications, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[str] = []
    seen = threading.Event()

    def notify(title: str, _text: str, _open: str) -> bool:
        shown.append(title)
        return seen.wait(60)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(freedesktop, "notify", notify)
    clicks: list[None] = []
    notifications.clicked.connect(lambda: clicks.append(None))
    for number in range(MAX_WAITING + 2):
        notifications.tell(f"{number}\n", "")
    seen.set()
    qtbot.waitUntil(lambda: len(clicks) == MAX_WAITING)
    assert sorted(shown) == ["0 ", "1 ", "2 "]


def test_a_desktop_that_shows_none_is_done_without(
    notifications: Notifications, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    clicks: list[None] = []
    notifications.clicked.connect(lambda: clicks.append(None))
    with qtbot.waitSignal(notifications._ended):
        notifications.tell("title", "text")
    assert clicks == []


def test_elsewhere_the_tray_shows_them(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, str]] = []
    icon = QSystemTrayIcon(stage.window)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(icon, "showMessage", lambda title, text: shown.append((title, text)))
    Notifications(lambda: icon, stage.window).tell("title", "x" * 500)
    assert [(title, len(text)) for title, text in shown] == [("title", 240)]


# Somebody who shows notifications, and clicks each at once.
SERVER = """
import sys
from jeepney import DBusAddress, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
with open_dbus_connection() as connection:
    connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
    print("ready", flush=True)
    asked = connection.receive()
    print(asked.body, flush=True)
    connection.send(new_method_return(asked, "u", (7,)))
    here = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
    for number, name in ((6, "NotificationClosed"), (7, sys.argv[1])):
        body = ("us", (number, "default")) if name == "ActionInvoked" else ("uu", (number, 1))
        connection.send(new_signal(here, name, *body))
"""


@pytest.mark.wire
@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")
@pytest.mark.parametrize(("signal", "clicked"), [("ActionInvoked", True), ("NotificationClosed", False)])
def test_a_real_bus_brings_them_and_the_click_back(
    signal: str, clicked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert bus.stdout
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, signal], stdout=subprocess.PIPE, text=True, env=os.environ
    ) as server:
        assert server.stdout
        assert server.stdout.readline() == "ready\n"
        assert freedesktop.notify("Lena", "1 < 2", "Show the window") is clicked
        told = server.stdout.readline()
    bus.terminate()
    bus.wait()
    bus.stdout.close()
    assert "'Lena', '1 &lt; 2', ['default', 'Show the window']" in told
