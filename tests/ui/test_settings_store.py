"""The settings in force: each change acts at once and is written down once, where it may be."""

import threading
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from viewer.errors import UsageError
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile, load_what_is_right
from viewer.ui.settings_store import SettingsStore

Changes = list[tuple[str, Any]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.toml"


@pytest.fixture
def store(file: Path, qtbot: QtBot) -> SettingsStore:
    return SettingsStore(ViewerSettings(), SettingsFile(file))


@pytest.fixture
def told(store: SettingsStore) -> Changes:
    changes: Changes = []
    store.changed.connect(lambda name, value: changes.append((name, value)))
    return changes


def written(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


def test_a_change_is_told_at_once_and_written_when_it_rests(
    qtbot: QtBot, store: SettingsStore, told: Changes, file: Path
) -> None:
    for volume in (90, 80, 80, 70):
        store.change(volume=volume)
    assert told == [("volume", 90), ("volume", 80), ("volume", 70)]
    assert store.current.volume == 70
    assert not file.exists()
    with qtbot.waitSignal(store.problem) as said:
        pass
    assert said.args == [None]
    assert written(file) == {"volume": 70}


def test_whoever_is_told_of_one_change_finds_all_of_them_made(store: SettingsStore) -> None:
    seen: list[tuple[bool, bool]] = []
    store.changed.connect(lambda *_: seen.append((store.current.muted, store.current.lip_sync)))
    store.change(muted=True, lip_sync=False)
    assert seen == [(True, False)] * 2


def test_of_several_changes_none_is_made_if_one_is_wrong(store: SettingsStore, told: Changes) -> None:
    with pytest.raises(UsageError, match="The setting broker is wrong: it has to be a URL"):
        store.change(persona="joe", broker="broker")
    assert (told, store.current.persona) == ([], "")


def test_reset_forgets_what_was_written(store: SettingsStore, told: Changes, file: Path) -> None:
    store.change(volume=70, muted=True)
    store.flush()
    store.reset("volume")
    store.flush()
    assert told[-1] == ("volume", 100)
    assert written(file) == {"muted": True}


def test_resetting_everything_can_be_undone_until_the_next_change(store: SettingsStore, file: Path) -> None:
    store.change(volume=70, captions="plain")
    store.reset_all(("volume", "captions", "look"))
    assert (store.current.volume, store.current.captions, store.can_undo) == (100, "box", True)
    store.undo()
    assert (store.current.volume, store.current.captions, store.can_undo) == (70, "plain", False)
    store.flush()
    assert written(file) == {"volume": 70, "captions": "plain"}
    store.reset_all(("volume",))
    store.change(muted=True)
    assert not store.can_undo


def test_what_was_given_is_changed_but_not_written(
    qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.mkdir()
    file.write_text("volume = 10\n", "utf-8")
    monkeypatch.setenv("PERSONA_VIEWER_VOLUME", "20")
    monkeypatch.setenv("PERSONA_VIEWER_SHORTCUTS", '{"mute": "F5"}')
    store = SettingsStore(*load_what_is_right(ViewerSettings, {"look": "dark"}, file))
    assert store.file.given == {"volume", "look", "shortcuts"}
    store.change(volume=30, look="light", shortcuts={}, muted=True)
    store.flush()
    assert (store.current.volume, store.current.look, store.current.shortcuts) == (30, "light", {})
    assert written(file) == {"volume": 10, "muted": True}


def test_secrets_are_changed_but_not_written(store: SettingsStore, file: Path) -> None:
    store.change(proxy="http://user:word@p.example:3128", muted=True)
    store.flush()
    assert store.current.proxy.startswith("http://user")
    assert written(file) == {"muted": True}


def test_what_cannot_be_written_is_said_holds_and_is_written_when_it_can_be(
    qtbot: QtBot, store: SettingsStore, file: Path
) -> None:
    file.parent.write_text("in the way", "utf-8")
    store.change(muted=True)
    with qtbot.waitSignal(store.problem) as said:
        store.flush()
    assert str(file) in said.args[0].message
    assert "until you close the window" in said.args[0].hint
    assert store.current.muted
    file.parent.unlink()
    store.change(volume=50)
    with qtbot.waitSignal(store.problem) as said:
        store.flush()
    assert said.args == [None]
    assert written(file) == {"muted": True, "volume": 50}


def test_a_busy_disk_holds_nobody_up_and_what_changes_meanwhile_is_written_after(
    qtbot: QtBot, store: SettingsStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, idle = threading.Event(), threading.Event()
    remember = SettingsFile.remember

    def slowly(self: SettingsFile, changes: Mapping[str, Any]) -> UsageError | None:
        begun.set()
        assert idle.wait(20)
        return remember(self, changes)

    monkeypatch.setattr(SettingsFile, "remember", slowly)
    store.change(muted=True)
    qtbot.waitUntil(begun.is_set)
    store.change(volume=50)
    assert not file.exists()
    idle.set()
    qtbot.waitUntil(lambda: file.exists() and written(file) == {"muted": True, "volume": 50})


def test_what_was_refused_is_not_tried_again_until_something_changes(
    qtbot: QtBot, store: SettingsStore, file: Path
) -> None:
    told: list[UsageError | None] = []
    store.problem.connect(told.append)
    file.parent.write_text("in the way", "utf-8")
    store.change(muted=True)
    qtbot.waitUntil(lambda: len(told) == 1)
    qtbot.wait(300)  # longer than changes rest
    assert len(told) == 1
    file.parent.unlink()
    store.change(volume=50)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert written(file) == {"muted": True, "volume": 50}


def test_a_file_that_broke_meanwhile_is_kept_aside_and_nothing_is_lost(
    qtbot: QtBot, store: SettingsStore, file: Path
) -> None:
    store.change(volume=50)
    store.flush()
    file.write_text("volume = half", "utf-8")
    store.change(muted=True)
    with qtbot.waitSignal(store.problem) as said:
        store.flush()
    [aside] = file.parent.glob("settings.toml.broken-*")
    assert aside.name in said.args[0].hint
    assert aside.read_text("utf-8") == "volume = half"
    assert written(file) == {"volume": 50, "muted": True}


def test_without_a_file_nothing_is_written(store: SettingsStore, tmp_path: Path) -> None:
    nowhere = SettingsStore(ViewerSettings(), SettingsFile())
    nowhere.change(muted=True)
    nowhere.flush()
    assert list(tmp_path.iterdir()) == []
