"""The microphone's watch among threads."""

import threading
from collections.abc import Callable

from viewer.errors import MicrophoneFault
from viewer.media.capture.ear import Ear, Heard
from viewer.media.capture.microphone_watch import MicrophoneWatch
from viewer.media.pcm import Samples


class MicrophoneGuard:
    """Hears on the voice's thread; everything else may be called from any. Nothing waits for long.

    Args:
        on_fault: gets what is wrong with the microphone when that changes, None when all is well again; on
            the thread that brought it about.
    """

    def __init__(self, on_fault: Callable[[MicrophoneFault | None], None]) -> None:
        self.on_block: Callable[[Heard], None] | None = None
        """Gets each block, on the voice's thread. Must not wait."""
        self._on_fault = on_fault
        self._watch = MicrophoneWatch()
        self._ear = Ear(self._take)
        self._lock = threading.Lock()
        self._heard: Heard | None = None
        self._told = ""
        self._name: str | None = None

    @property
    def heard(self) -> Heard | None:
        """The newest block, None before there is one since the last :meth:`attend`."""
        return self._heard

    def hear(self, raw: Samples, cleaned: Samples, persona: bool, leaks: bool) -> None:
        """A frame; see :meth:`Ear.hear`. On the voice's thread only."""
        self._ear.hear(raw, cleaned, persona=persona, leaks=leaks)

    def attend(self, live: bool) -> None:
        """The user talks to somebody from now on, or no longer."""
        self._heard = None
        self._do(lambda watch: watch.attend(live))

    def another_microphone(self) -> None:
        """Another one was chosen."""
        self._do(MicrophoneWatch.another_microphone)

    def mute(self, muted: bool, push_to_talk: bool) -> None:
        """Silence is sent from now on, or the user is heard."""
        self._do(lambda watch: watch.mute(muted, push_to_talk=push_to_talk))

    def system_says(self, name: str, fault: MicrophoneFault | None) -> None:
        """The system records by the microphone called ``name``, and what it knows to be wrong with it."""

        def tell(watch: MicrophoneWatch) -> None:
            if name != self._name:
                self._name = name
                watch.another_microphone()
            watch.system_says(fault)

        self._do(tell)

    def typing(self) -> None:
        """The user writes."""
        self._do(MicrophoneWatch.typing)

    def sent(self) -> None:
        """The user has sent what was written."""
        self._do(MicrophoneWatch.sent)

    def dismiss(self) -> None:
        """The user wants the fault away."""
        self._do(MicrophoneWatch.dismiss)

    def _take(self, heard: Heard) -> None:
        self._heard = heard
        self._do(lambda watch: watch.hear(heard))
        if self.on_block:
            self.on_block(heard)

    def _do(self, change: Callable[[MicrophoneWatch], None]) -> None:
        with self._lock:
            change(self._watch)
            fault = self._watch.fault
            words = fault.told if fault else ""
            if words != self._told:
                self._told = words
                self._on_fault(fault)  # crosses threads by a queue, so it may be called with the lock
