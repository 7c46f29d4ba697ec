"""Keeps what is remembered of brokers and of whom the user called, in the settings file."""

from viewer.ui.gallery.brokers.profiles import Memory, Profile, Recent, host_of, memory_from
from viewer.ui.settings_store import SettingsStore

_NAMES = ("brokers", "recent")


class AddressBook:
    """The memory, as it is now; what changes goes to ``store``."""

    def __init__(self, store: SettingsStore) -> None:
        self._store = store
        self.memory = memory_from({name: store.file.kept(name) for name in _NAMES})

    def profile_at(self, url: str) -> Profile | None:
        """The broker at ``url`` as the user calls it, or else by its host; None: that is none."""
        return self.memory.profile_at(url) or (Profile(host_of(url), url) if url else None)

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
        self._remember(self.memory.having_seen(url, persona, is_tall))

    def _remember(self, memory: Memory, **settings: str) -> None:
        if memory != self.memory:
            self.memory = memory
            for name, rows in memory.as_table().items():
                self._store.keep(name, rows)
        self._store.change(**settings)
