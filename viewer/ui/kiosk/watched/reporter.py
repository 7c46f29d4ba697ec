"""Tells others how the kiosk is: signs of life, whose absence is an alarm, and each trouble once."""

import json
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from viewer.kiosk_settings.looked_after import Watched
from viewer.protocol.commands import Post
from viewer.protocol.events import Event, Posted
from viewer.redaction import remember_secret
from viewer.ui.kiosk.watched.outbox import Beats, Outbox
from viewer.ui.kiosk.watched.status import Status
from viewer.ui.kiosk.watched.troubles import Troubles

_BEAT: Final = "heartbeat"
_TROUBLE: Final = "webhook"


class Reporter(QObject):
    """Reports to where ``watched`` wants it, through ``proxy``. GUI thread; the media thread sends.

    The URLs are secrets: whoever knows one can write there.
    """

    command = Signal(object)
    """A :class:`~viewer.protocol.commands.Post`."""

    def __init__(self, watched: Watched, proxy: str, parent: QObject) -> None:
        super().__init__(parent)
        self._watched = watched
        self._proxy = proxy
        self._beats = Beats(watched.heartbeat_seconds)
        self._outbox = Outbox()
        self._troubles = Troubles()
        for url in (watched.heartbeat, watched.webhook):
            if url:
                remember_secret(url)

    def look(self, status: Status, now: float) -> None:
        """At how the kiosk is; once a second."""
        if self._watched.webhook:
            for trouble in self._troubles.look(status.troubles, now):
                said = {"trouble": trouble.kind, "message": trouble.message}
                self._outbox.put(_written({**_who(status), **said}))
            if text := self._outbox.due(now):
                self.command.emit(Post(_TROUBLE, self._watched.webhook, text, self._proxy))
        if self._watched.heartbeat and self._beats.due(now):
            health = {**_who(status), **status.health(now)}
            self.command.emit(Post(_BEAT, self._watched.heartbeat, _written(health), self._proxy))

    def handle(self, event: Event, now: float) -> None:
        """What came of it."""
        match event:
            case Posted(ident, status) if ident == _TROUBLE:
                self._outbox.sent(status, now)
            case Posted(ident) if ident == _BEAT:
                self._beats.sent()


def _who(status: Status) -> dict[str, Any]:
    names = ("name", "version", "state", "off", "safe_mode", "uptime_seconds", "visits", "false_wakes")
    return {name: status.facts[name] for name in names}


def _written(said: dict[str, Any]) -> str:
    return json.dumps(said)
