"""Keeps what is remembered of brokers and of whom the user called, and tells the settings file of it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from viewer.ui.gallery.brokers.profiles import Memory, Profile, Recent, memory_from


class AddressBook(QObject):
    """The memory, as it is now."""

    remembered = Signal(dict)
    """What has changed of the settings file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.memory = Memory()

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take over what the settings file keeps."""
        self.memory = memory_from(kept)

    def choose(self, profile: Profile) -> None:
        """``profile`` is the one to begin with the next time."""
        self._remember(self.memory.with_profile(profile), broker=profile.url)

    def remove(self, url: str) -> Profile | None:
        """Forget the broker at ``url``; returns the one that takes its place."""
        memory = self.memory.without_profile(url)
        left = memory.profiles[0] if memory.profiles else None
        self._remember(memory, broker=left.url if left else "", persona="")
        return left

    def forget(self, url: str, persona: str | None = None) -> None:
        """Forget that ``persona``, or anybody, was called at the broker at ``url``; the ID field, too."""
        self._remember(self.memory.forgetting(url, persona), persona="")

    def called(self, profile: Profile, persona: str, name: str) -> None:
        """A session with ``persona`` is asked for."""
        memory = self.memory.with_profile(profile).having_called(Recent(profile.url, persona, name))
        self._remember(memory, broker=profile.url, persona=persona)

    def seen(self, url: str, persona: str, is_tall: bool) -> None:
        """The shape of the pictures of whom the user talks to."""
        memory = self.memory.having_seen(url, persona, is_tall)
        if memory != self.memory:
            self._remember(memory)

    def _remember(self, memory: Memory, **settings: str) -> None:
        self.memory = memory
        self.remembered.emit({**settings, **memory.as_table()})
