"""Keeps what is remembered of brokers and, where the user wants that, of whom they called there."""

from collections.abc import Callable
from typing import Any, Final

from viewer.ui.gallery.brokers.profiles import Memory, Profile, Recent, host_of, memory_from
from viewer.ui.gallery.faces.kept_faces import KeptFaces
from viewer.ui.settings_store import SettingsStore
from viewer.ui.widgets.still import Still
from viewer.ui.worker import Worker

_BROKERS: Final = "brokers"
_RECENT: Final = "recent"
_SWITCH: Final = "remember_recent"


class AddressBook:
    """The memory, as it is now; what changes goes to ``store`` and :attr:`faces`. Whom the user called
    is forgotten with the window unless ``remember_recent`` is on.
    """

    def __init__(self, store: SettingsStore) -> None:
        self.faces: KeptFaces | None = None
        """Where faces are kept; None: nowhere."""
        self._store = store
        self._worker = Worker(store)
        names = (_BROKERS, _RECENT) if self._remembers else (_BROKERS,)
        self.memory = memory_from({name: store.file.kept(name) for name in names})
        store.changed.connect(self._follow)

    def profile_at(self, url: str) -> Profile | None:
        """The broker at ``url`` as the user calls it, or else by its host; None: that is none."""
        return self.memory.profile_at(url) or (Profile(host_of(url), url) if url else None)

    def name_of(self, url: str, persona: str) -> str:
        """What somebody was called there the last time; "" if it is not known."""
        return next((each.name for each in self.memory.recent_at(url) if each.persona == persona), "")

    def face_of(self, url: str, persona: str) -> Still | None:
        """The face of somebody who was called at the broker at ``url``, if it is kept."""
        return self.faces.find(url, persona) if self.faces and self._remembers else None

    def keep_face(self, url: str, still: Still) -> None:
        """This is the face of somebody who is called there."""

        if (faces := self.faces) and self._remembers:

            def write() -> Callable[[], None]:
                faces.write(url, still)
                return lambda: None

            self._worker.do(write)

    def choose(self, profile: Profile) -> None:
        """``profile`` is the one to begin with the next time."""
        self._remember(self.memory.with_profile(profile), broker=profile.url)

    def remove(self, url: str) -> Profile | None:
        """Forget the broker at ``url``; returns the one that takes its place."""
        memory = self.memory.without_profile(url)
        left = memory.profiles[0] if memory.profiles else None
        self._forget_face(url)
        self._remember(memory, broker=left.url if left else "", persona="")
        return left

    def forget(self, url: str, persona: str | None = None) -> None:
        """Forget that ``persona``, or anybody, was called at the broker at ``url``; the ID field, too."""
        self._forget_face(url, persona or "")
        self._remember(self.memory.forgetting(url, persona), persona="")

    def called(self, profile: Profile, persona: str, name: str) -> None:
        """A session with ``persona`` is asked for."""
        memory = self.memory.with_profile(profile).having_called(Recent(profile.url, persona, name))
        whom = {"persona": persona} if self._remembers else {}
        self._remember(memory, broker=profile.url, **whom)

    def seen(self, url: str, persona: str, is_tall: bool) -> None:
        """The shape of the pictures of whom the user talks to."""
        self._remember(self.memory.having_seen(url, persona, is_tall))

    @property
    def _remembers(self) -> bool:
        """Whether whom the user called outlives the window."""
        return self._store.file.path is not None and self._store.current.remember_recent

    def _remember(self, memory: Memory, **settings: str) -> None:
        if memory != self.memory:
            self.memory = memory
            self._write()
        self._store.change(**settings)

    def _write(self) -> None:
        rows = self.memory.as_table()
        self._store.keep(_BROKERS, rows[_BROKERS])
        if self._remembers:
            self._store.keep(_RECENT, rows[_RECENT])
        elif _SWITCH not in self._store.file.given:  # what a flag says is for this time only
            self._store.keep(_RECENT, None)

    def _forget_face(self, url: str, persona: str = "") -> None:
        if self.faces and self._remembers:
            self.faces.forget(url, persona)

    def _follow(self, name: str, value: Any) -> None:
        if name != _SWITCH:
            return
        self._write()
        if not value:
            if self.faces:
                self.faces.forget()
            self._store.change(persona="")
