"""What is said aloud by a screen reader without being asked, and where nobody looks at the window."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from viewer.protocol.events import Phase
from viewer.ui.language.told import told
from viewer.ui.view_state import ViewState


class Announcement(NamedTuple):
    """``urgent``: what is being read is interrupted for it. ``away``: whoever is not at the window wants to
    know it, and is not told by other means.
    """

    text: str
    urgent: bool = False
    away: bool = False


class Announcer(QObject):
    """Announces what happens in ``window``. GUI thread.

    Args:
        speech: also what the avatar has said, for those who do not hear it.
    """

    unseen = Signal(str)
    """Something to know was announced while the window had no focus: a notification is to say it, too."""

    def __init__(self, window: QWidget, *, speech: bool = False) -> None:
        super().__init__(window)
        self.speech = speech
        self._window = window

    def show_change(self, before: ViewState, after: ViewState) -> None:
        """Say how ``after`` differs from ``before``."""
        for announcement in changes(before, after, speech=self.speech):
            self._say(announcement)

    def show_muted(self, muted: bool) -> None:
        """Say whether the microphone is heard."""
        self._say(Announcement(self.tr("Microphone muted") if muted else self.tr("Microphone on")))

    def show_problem(self, sentence: str | None) -> None:
        """Say ``sentence``, in English or translated already; None: nothing."""
        if sentence:
            self._say(Announcement(told(sentence), urgent=True, away=True))

    def show_warning(self, sentence: str) -> None:
        """Say ``sentence``, which is translated, after what is being read."""
        self._say(Announcement(sentence, away=True))

    def _say(self, announcement: Announcement) -> None:
        announce(self._window, announcement.text, urgent=announcement.urgent)
        if announcement.away and not self._window.isActiveWindow():
            self.unseen.emit(announcement.text)


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have screen readers say ``text``, which is translated, as from ``widget``; ``urgent``: at once."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - 3 ms of names

    politeness = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def changes(before: ViewState, after: ViewState, *, speech: bool) -> list[Announcement]:
    """What to say of a step from ``before`` to ``after``, in the user's language.

    Args:
        speech: also what the avatar has said.
    """
    said: list[Announcement] = []
    if phase := _phase_words(before, after):
        said.append(Announcement(phase, away=before.stalled and not after.stalled))
    if after.failure and after.failure != before.failure:
        said.append(Announcement(f"{told(after.failure.message)} {told(after.failure.hint)}", urgent=True))
    if after.notice and after.notice != before.notice:
        said.append(Announcement(told(after.notice), away=True))
    caption = after.caption
    if speech and caption and caption.complete and caption.role == "persona" and caption != before.caption:
        said.append(Announcement(caption.text))
    return said


def _phase_words(before: ViewState, after: ViewState) -> str | None:
    if before.phase is after.phase:
        resumed = before.stalled and not after.stalled and after.phase is Phase.LIVE
        return QCoreApplication.translate("Announcer", "The avatar is back.") if resumed else None
    match before.phase, after.phase:
        case Phase.RECONNECTING, Phase.LIVE:
            return QCoreApplication.translate("Announcer", "Connected again.")
        case _, Phase.LIVE:
            return QCoreApplication.translate("Announcer", "Connected. You can talk now.")
        case _, Phase.ASKING_BROKER:
            return QCoreApplication.translate("Announcer", "Connecting…")
        case _, Phase.CLOSED if after.failure is None:
            return QCoreApplication.translate("Announcer", "The talk is over.")
    return None
