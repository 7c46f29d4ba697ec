"""The preferences as a window opens them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.settings import ViewerSettings
from viewer.settings_file import load_what_is_right
from viewer.ui.actions import Actions
from viewer.ui.preferences.dialog import PreferencesDialog
from viewer.ui.preferences.kept_keys import follow_keys
from viewer.ui.settings_store import SettingsStore


class Opened:
    """The dialog, and what is behind it."""

    def __init__(self, store: SettingsStore, window: QWidget) -> None:
        self.store = store
        self.window = window
        self.actions = Actions(window)
        follow_keys(self.actions, store)
        self.dialog = PreferencesDialog(store, self.actions, window)
        self.dialog.show_page("connection")
        self.dialog.show()


@pytest.fixture
def open_dialog(qtbot: QtBot, tmp_path: Path) -> Callable[..., Opened]:
    """Opens it, with flags as given."""

    def opened(**flags: Any) -> Opened:
        store = SettingsStore(*load_what_is_right(ViewerSettings, flags, tmp_path / "settings.toml"))
        window = QWidget()
        qtbot.addWidget(window)  # and its dialog with it
        made = Opened(store, window)
        qtbot.waitExposed(made.dialog)
        return made

    return opened


@pytest.fixture
def opened(open_dialog: Callable[..., Opened]) -> Opened:
    """The dialog where nothing is set."""
    return open_dialog()
