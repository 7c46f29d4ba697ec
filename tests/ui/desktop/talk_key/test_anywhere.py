"""When the key to talk by is heard in all windows, and what is said of it. Platforms are faked."""

import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stage
from viewer.protocol import events
from viewer.protocol.events import CloseReason, Phase
from viewer.ui.desktop.front_door import FrontDoor
from viewer.ui.desktop.manners import Manners
from viewer.ui.desktop.talk_key import anywhere
from viewer.ui.desktop.talk_key.combination import Combination, KeyUnavailable, State

KEY = "Ctrl+Alt+T"


@dataclass
class Platform:
    """``answer`` is what becomes of a key; ``log`` says which were heard when."""

    answer: State | str = State.HELD
    log: list[str] = field(default_factory=list)
    pressed: Callable[[bool], None] = lambda _: None

    def listen(self, keys: Combination, what_for: str, over: socket.socket, ready: Any, pressed: Any) -> None:
        if isinstance(self.answer, State) and self.answer is not State.HELD:
            raise KeyUnavailable(self.answer)
        self.log.append(f"hear {keys.key}")
        self.pressed = pressed
        ready(self.answer)
        over.recv(1)
        self.log.append(f"leave {keys.key}")

    def check(self, keys: Combination | None) -> State:
        if self.answer is State.UNKNOWN:
            raise OSError
        return self.answer if isinstance(self.answer, State) else State.ASKED_LATER


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch) -> Platform:
    made = Platform()
    monkeypatch.setattr(anywhere, "_way", lambda: lambda: cast("ModuleType", made))
    return made


@pytest.fixture
def manners(stage: Stage, platform: Platform) -> Manners:
    made = Manners(stage.window, FrontDoor(None, ""))
    stage.bridge.event_published.connect(made.handle)
    return made


def choose(stage: Stage, keys: str) -> None:
    stage.store.change(shortcuts={"talk_anywhere": keys})


def test_a_talk_with_push_to_talk_hears_the_key_until_its_end(
    stage: Stage, platform: Platform, manners: Manners, qtbot: QtBot
) -> None:
    choose(stage, KEY)
    stage.store.change(push_to_talk=True)
    assert manners.talk_anywhere is None, "nothing of it is loaded before a talk"
    stage.go_live()
    qtbot.waitUntil(lambda: platform.log == ["hear T"])
    mute = stage.window.controls.mute
    for down in (True, False, True):
        platform.pressed(down)
        qtbot.waitUntil(lambda down=down: mute.muted is not down)  # type: ignore[misc]
    stage.play(events.PhaseChanged(Phase.RECONNECTING), events.PhaseChanged(Phase.LIVE))
    assert platform.log == ["hear T"]
    assert not mute.muted
    earlier = platform.pressed
    choose(stage, "F9")
    assert mute.muted
    stage.store.change(push_to_talk=False)
    stage.store.change(push_to_talk=True)
    qtbot.waitUntil(lambda: platform.log == ["hear T", "leave T", "hear F9", "leave F9", "hear F9"])
    earlier(True)
    QApplication.processEvents()
    assert mute.muted, "what comes late is of the past"
    stage.play(events.SessionClosed(CloseReason.NORMAL, None))
    qtbot.waitUntil(lambda: platform.log[-1] == "leave F9")
    choose(stage, "Shift+Space")  # as somebody wrote into the file
    stage.go_live()
    heard = ["hear T", "leave T", *["hear F9", "leave F9"] * 2]
    assert platform.log == heard
    choose(stage, "F10")
    manners.close()
    stage.play(events.PhaseChanged(Phase.RECONNECTING), events.PhaseChanged(Phase.LIVE))
    stage.play(events.SessionClosed(CloseReason.NORMAL, None))
    assert platform.log == [*heard, "hear F10", "leave F10"]


def test_a_key_that_is_taken_is_said_in_the_talk_until_there_is_another(
    stage: Stage, platform: Platform, manners: Manners, qtbot: QtBot
) -> None:
    platform.answer = State.TAKEN
    choose(stage, KEY)
    stage.store.change(push_to_talk=True)
    stage.go_live()
    notice = stage.window.live_page.notices.window_
    said = "Another program uses Ctrl+Alt+T"
    qtbot.waitUntil(lambda: stage.window.keys.note("talk_anywhere").startswith(said))
    assert notice.isVisible()
    platform.answer = "Hyper+T"
    choose(stage, "F9")
    assert not notice.isVisible()
    qtbot.waitUntil(lambda: "Hyper+T" in stage.window.keys.note("talk_anywhere"))
    assert not notice.isVisible()
    manners.close()


def test_whoever_looks_at_the_keys_is_told_what_becomes_of_it(
    stage: Stage, platform: Platform, manners: Manners, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = stage.window.keys

    def looked() -> str:
        keys.say("talk_anywhere", "?")
        keys.looked_at.emit()
        qtbot.waitUntil(lambda: keys.note("talk_anywhere") != "?")
        return keys.note("talk_anywhere")

    platform.answer = State.ASKED_LATER
    assert looked() == "", "nobody asks about no key"
    choose(stage, KEY)
    told = {}
    for platform.answer in State:
        told[platform.answer] = looked()
    assert told.pop(State.HELD) == ""
    assert told[State.UNKNOWN] == told[State.NOT_HERE], "its bus is broken"
    assert len(set(filter(None, told.values()))) == len(told) - 1
    monkeypatch.setattr(anywhere, "_way", lambda: None)
    assert looked() == told[State.NOT_HERE]
    stage.store.change(push_to_talk=True)
    stage.go_live()
    assert stage.window.live_page.notices.window_.isVisible()


@pytest.mark.parametrize(
    ("platform_name", "wayland", "way"),
    [
        ("xcb", "", "x11"),
        ("xcb", "wayland-0", "portal"),
        ("wayland-egl", "wayland-0", "portal"),
        ("windows", "", None),
        ("cocoa", "", None),
    ],
)
def test_each_platform_has_its_way(
    monkeypatch: pytest.MonkeyPatch, platform_name: str, wayland: str, way: str | None
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform_name)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    found = anywhere._way()
    assert (found and found().__name__.rpartition(".")[2]) == way


@pytest.mark.parametrize(
    ("keys", "key", "held", "name"),
    [
        ("F9", "F9", set(), "F9"),
        ("Ctrl+Alt+T", "T", {"Ctrl", "Alt"}, "t"),
        ("Ctrl++", "+", {"Ctrl"}, "plus"),
        ("Meta+Space", "Space", {"Meta"}, "space"),
        ("Ctrl+€", "€", {"Ctrl"}, "EuroSign"),
    ],
)
def test_keys_have_the_names_that_x_has_for_them(keys: str, key: str, held: set[str], name: str) -> None:
    combination = Combination.parsed(keys)
    assert (combination.key, set(combination.held)) == (key, held)
    assert combination.keysym_name == name


def test_a_key_that_x_has_no_name_for_is_unknown() -> None:
    with pytest.raises(KeyUnavailable):
        assert Combination.parsed("Media Nonsense").keysym
