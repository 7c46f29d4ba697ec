"""Gives a window's actions the keys that its user chose."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from viewer.ui.actions import Actions
from viewer.ui.settings_store import SettingsStore


def follow_keys(actions: Actions, store: SettingsStore) -> None:
    """Have ``actions`` the keys that the settings name, now and whenever those change."""
    _give(actions, store.current.shortcuts)
    store.changed.connect(lambda name, value: _give(actions, value) if name == "shortcuts" else None)


def _give(actions: Actions, chosen: Mapping[str, str]) -> None:
    """What is chosen comes before what is shipped: of two actions with one key neither would be done."""
    taken: list[QKeySequence] = []
    for name in sorted(actions, key=lambda name: name not in chosen):
        keys = chosen.get(name)
        if keys is None or (keys and not _known(keys)):
            keys = actions.default_keys(name)
        free = [sequence for sequence in _known(keys) if sequence not in taken]
        taken += free
        actions.set_keys(name, QKeySequence.listToString(free))


def _known(keys: str) -> list[QKeySequence]:
    return [sequence for sequence in QKeySequence.listFromString(keys) if sequence.toString()]
