"""A kiosk that is looked after: what systemd hears, who is let in, what is told, and when it begins anew."""

import json
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BROKER, PERSONA, KioskStage, open_kiosk, plain_picture
from viewer.errors import AudioDeviceError, BrokerUnreachable, MicrophoneDead, NothingHeard
from viewer.kiosk_settings import KioskSettings
from viewer.protocol.commands import Connect, Disconnect, ListPersonas, Post
from viewer.protocol.events import (
    CloseReason,
    Event,
    PersonasListed,
    Phase,
    PhaseChanged,
    Posted,
    SessionClosed,
    SessionStarted,
)
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.waiting.opening import Opening
from viewer.ui.kiosk.watched.heart import STILL_SECONDS
from viewer.ui.kiosk.watched.keeper import Care, Keeper
from viewer.ui.kiosk.watched.memory import Memory
from viewer.ui.kiosk.watched.starts import SAFE_SECONDS, Starts, remembered
from viewer.ui.kiosk.watched.status import Configuration
from viewer.ui.kiosk.watched.supervisor import Supervisor

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no systemd")

NOON = datetime.fromisoformat("2026-03-23T12:00:00+01:00")
REQUEST = Connect(BROKER, PERSONA)
CLOSED = SessionClosed(CloseReason.NORMAL, None)


class Player:
    """A film that is told to play."""

    failure = ""

    def play(self) -> None:
        """Nothing comes of it."""

    def pause(self) -> None:
        """Nothing comes of it."""

    def stop(self) -> None:
        """Nothing comes of it."""


@dataclass
class Watch:
    """A kiosk and its keeper, whose clock a test turns, and systemd's end of the line."""

    kiosk: KioskStage
    keeper: Keeper
    opening: Opening
    systemd: socket.socket
    folder: Path
    commands: list[object] = field(default_factory=list)
    restarts: int = 0
    _told: list[str] = field(default_factory=list)

    def pass_seconds(self, seconds: int) -> None:
        for _ in range(seconds):
            self.kiosk.now += 1
            if self.kiosk.window.due.isActive():
                self.kiosk.window.due.timeout.emit()
            self.keeper.look()
            self._read()  # ten datagrams fill a socket

    def hear(self, *events: Event) -> None:
        for event in events:
            self.keeper.hear(event)
            self.kiosk.window.handle(event)

    def visit(self) -> None:
        """Somebody comes, and the persona."""
        self.kiosk.window.woken("touch")
        self.hear(PhaseChanged(Phase.ASKING_BROKER), SessionStarted("s"))
        self.kiosk.pictures.put(plain_picture(72, 48, (200, 30, 30)))
        self.hear(PhaseChanged(Phase.LIVE))

    def leave(self) -> None:
        self.kiosk.window.scenery.touch.finish.click()
        self.hear(CLOSED)

    def told(self) -> list[str]:
        """What systemd was told since this was asked the last time."""
        self._read()
        told, self._told = self._told, []
        return told

    def _read(self) -> None:
        with suppress(BlockingIOError):
            while True:
                self._told += self.systemd.recv(1000).decode().split("\n")

    @property
    def state(self) -> str:
        return str(self.keeper.office.status.facts["state"])

    @property
    def troubles(self) -> set[str]:
        return set(self.keeper.office.status.troubles)


class Watches:
    """Makes them, with the tables that a test wants."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot, self._folder = qtbot, folder
        self.made: list[Watch] = []

    def __call__(self, starts: Starts = Starts(), crashed: bool = False, **table: object) -> Watch:  # noqa: B008
        settings = KioskSettings.model_validate(table)
        kiosk = open_kiosk(self._qtbot, settings)
        assert QTest.qWaitForWindowExposed(kiosk.window)
        systemd = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        systemd.setblocking(False)
        address = str(self._folder / f"s{len(self.made)}")
        systemd.bind(address)
        opening = Opening(kiosk.window.scenery.attract, REQUEST, None, None, 8)
        began = kiosk.now
        care = Care(
            REQUEST,
            settings,
            Configuration("/etc/kiosk.toml"),
            starts,
            Memory(self._folder / "memory.json"),
            self._folder,
            crashed,
            is_safe=len(starts.crashes) >= 3,
        )
        keeper = Keeper(
            kiosk.window,
            opening,
            care,
            Supervisor(address, 8.0),
            lambda: kiosk.now,
            lambda: NOON + timedelta(seconds=kiosk.now - began),
        )
        watch = Watch(kiosk, keeper, opening, systemd, self._folder)
        keeper.command.connect(watch.commands.append)

        def restart() -> None:
            watch.restarts += 1

        keeper.restart_wanted.connect(restart)
        self.made.append(watch)
        keeper.begin()
        keeper.beat.stop()
        return watch


@pytest.fixture
def watches(qtbot: QtBot, tmp_path: Path) -> Iterator[Watches]:
    made = Watches(qtbot, tmp_path)
    yield made
    for watch in made.made:
        watch.keeper.end()
        watch.systemd.close()


def test_systemd_hears_of_start_life_state_and_end(watches: Watches) -> None:
    watch = watches()
    told = watch.told()
    assert told == ["READY=1", "WATCHDOG=1", "STATUS=attracting, 0 visits"]
    watch.pass_seconds(60)
    assert watch.told().count("WATCHDOG=1") == 30, "every quarter of its patience"
    watch.visit()
    watch.pass_seconds(1)
    assert "STATUS=meeting, 0 visits" in watch.told()
    watch.keeper.end()
    assert watch.told()[:1] == ["STOPPING=1"]


def test_the_watchdog_is_not_fed_while_a_film_that_should_move_does_not(watches: Watches) -> None:
    watch = watches()
    attract = watch.kiosk.window.scenery.attract
    watch.opening.begin(lambda _file, _slot, _kind: Player())
    watch.opening._play(Path("x.mp4"), "mp4")
    for _ in range(30):
        attract.pictures.put(plain_picture(72, 48, (1, 2, 3)))
        attract.wake()
        attract.repaint()
        watch.pass_seconds(1)
    assert "picture-stands-still" not in watch.troubles
    watch.pass_seconds(round(STILL_SECONDS) + 1)
    watch.told()
    watch.pass_seconds(60)
    assert "WATCHDOG=1" not in watch.told()
    assert "picture-stands-still" in watch.troubles
    assert not watch.keeper.office.status.health(watch.kiosk.now)["healthy"]
    watch.opening.rest(True)
    watch.pass_seconds(2)
    assert "WATCHDOG=1" in watch.told(), "a still is not expected to move"


def test_the_watchdog_is_not_fed_while_the_persona_stands_still(watches: Watches, qtbot: QtBot) -> None:
    watch = watches(silence_seconds=600)
    with qtbot.waitSignal(watch.kiosk.window.scenery.attract.gone):
        watch.visit()
    watch.pass_seconds(round(STILL_SECONDS) + 9)
    watch.told()
    watch.pass_seconds(9)
    assert "WATCHDOG=1" not in watch.told()
    watch.kiosk.pictures.put(plain_picture(72, 48, (30, 30, 200)))
    watch.pass_seconds(1)
    assert "WATCHDOG=1" in watch.told()


def test_off_on_purpose_ends_the_talk_at_a_pause_and_is_remembered(watches: Watches) -> None:
    watch = watches()
    watch.visit()
    watch.keeper.office.acted.emit("off")
    watch.pass_seconds(6)
    assert watch.kiosk.commands[-1] == Disconnect()
    watch.hear(CLOSED)
    watch.pass_seconds(1)
    assert watch.state == "off"
    again = watches()
    assert again.state == "off"
    again.kiosk.window.woken("touch")
    assert again.kiosk.commands == []
    again.keeper.office.acted.emit("on")
    assert again.kiosk.window.shut is None


def test_it_closes_by_the_clock_and_opens_again(watches: Watches) -> None:
    watch = watches(hours={"monday": "9:00-12:01, 12:02-18:00"})
    states = []
    for _ in range(3):
        states.append(watch.state)
        watch.pass_seconds(60)
    assert states == ["attracting", "closed", "attracting"]


def test_minutes_that_are_used_up_end_the_talk_and_are_counted_on_after_a_restart(watches: Watches) -> None:
    watch = watches(limits={"minutes_per_hour": 1}, silence_seconds=600)
    watch.visit()
    watch.pass_seconds(59)
    assert watch.kiosk.commands == [REQUEST]
    watch.pass_seconds(9)
    assert watch.kiosk.commands[-1] == Disconnect()
    watch.hear(CLOSED)
    watch.keeper.end()
    again = watches(limits={"minutes_per_hour": 1})
    assert again.state == "used-up"
    rows = (watch.folder / "visits.csv").read_text("utf-8").splitlines()
    began, by, seconds, used, sessions, false_wake = rows[1].split(",")
    assert (began, by, sessions, false_wake) == ("2026-03-23T12:00:00+01:00", "touch", "1", "yes")
    assert float(seconds) == float(used) >= 60


def test_it_begins_anew_when_that_is_wanted_but_in_no_visit(watches: Watches) -> None:
    watch = watches()
    watch.visit()
    watch.keeper.office.acted.emit("restart")
    assert watch.restarts == 0
    watch.pass_seconds(6)
    watch.hear(CLOSED)
    watch.pass_seconds(1)
    assert watch.restarts == 1
    assert not watch.keeper.doorkeeper.is_off, "it comes back as usual"


def test_a_kiosk_that_crashed_too_often_says_so_and_tries_again_later(watches: Watches) -> None:
    watch = watches(Starts((1.0, 2.0, 3.0), running=True), crashed=True)
    assert watch.troubles == {"safe-mode"}
    assert watch.keeper.office.status.facts["safe_mode"] is True
    watch.kiosk.now += SAFE_SECONDS - 1
    watch.keeper.look()
    assert watch.restarts == 0
    watch.pass_seconds(1)
    assert watch.restarts == 1
    watch.keeper.end()
    assert not remembered(Memory(watch.folder / "memory.json").get("starts")).running


def test_troubles_of_network_and_sound_reach_the_webhook(watches: Watches) -> None:
    watch = watches(watched={"webhook": "https://hook.example/x", "network_minutes": 1})
    keeper = watch.keeper
    keeper.hear_devices((), ("speaker",))
    keeper.hear_microphone(NothingHeard())
    keeper.hear_device(AudioDeviceError())
    watch.pass_seconds(1)
    assert watch.troubles == {"no-microphone", "sound-device"}
    keeper.hear_devices(("mic",), ("speaker",))
    keeper.hear_device(None)
    keeper.hear_microphone(MicrophoneDead())
    watch.kiosk.window.woken("touch")
    watch.hear(SessionClosed(CloseReason.NORMAL, BrokerUnreachable()))
    watch.kiosk.window.scenery.touch.finish_wanted.emit()
    watch.pass_seconds(61)
    assert watch.troubles == {"microphone", "no-network"}
    assert ListPersonas(BROKER) in watch.commands, "somebody has to find out that it is back"
    posts = [json.loads(post.text) for post in watch.commands if isinstance(post, Post)]
    assert posts[0]["trouble"] == "no-microphone"


def test_a_broker_that_is_gone_while_others_are_there_is_a_trouble_and_is_asked_for(watches: Watches) -> None:
    watch = watches(watched={"heartbeat": "https://alive.example/x", "network_minutes": 1})
    watch.hear(PersonasListed(BROKER, error=BrokerUnreachable()))
    for _ in range(7):
        watch.hear(Posted("heartbeat", 200))
        watch.pass_seconds(10)
    assert watch.troubles == {"no-broker"}
    assert ListPersonas(BROKER) in watch.commands
    watch.hear(PersonasListed(BROKER))
    watch.pass_seconds(1)
    assert watch.troubles == set()


def test_who_cannot_be_heard_is_not_invited_to_speak(watches: Watches) -> None:
    watch = watches(languages={"en": {"questions": ["How old are you?"]}})
    sign = watch.kiosk.window.scenery.sign
    watch.visit()
    assert sign.accessibleName() == "Just say something."
    watch.keeper.hear_devices((), ("speaker",))
    assert sign.accessibleName() == "Touch one of the questions."
    watch.keeper.hear_devices(("mic",), ("speaker",))
    assert sign.accessibleName() == "Just say something."


def test_a_sensor_may_wake_it_by_the_endpoint(watches: Watches) -> None:
    watch = watches()
    watch.keeper.office.acted.emit("wake")
    assert watch.kiosk.commands == [REQUEST]


def test_who_met_the_persona_after_a_failure_is_counted_as_one(watches: Watches) -> None:
    watch = watches()
    watch.kiosk.window.woken("touch")
    for _ in range(2):
        watch.hear(SessionClosed(CloseReason.NORMAL, BrokerUnreachable()))
        watch.pass_seconds(3)
    watch.hear(SessionStarted("s"), PhaseChanged(Phase.LIVE))
    watch.leave()
    watch.pass_seconds(2)
    watch.visit()
    watch.pass_seconds(1)
    assert watch.keeper.office.status.facts["recoveries"] == 1


def test_a_screenshot_crosses_over_from_another_thread(watches: Watches, qtbot: QtBot) -> None:
    watch = watches()

    def taken() -> bytes | None:
        done: Future[bytes | None] = Future()
        Thread(target=lambda: done.set_result(watch.keeper.office.screenshot())).start()
        qtbot.waitUntil(done.done)
        return done.result()

    png = taken()
    assert png
    assert QImage.fromData(png).size() == watch.kiosk.window.size() * watch.kiosk.window.devicePixelRatioF()
    watch.visit()
    assert watch.kiosk.window.visit.stage is Stage.MEETING
    assert taken() is None
