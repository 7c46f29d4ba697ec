"""Tells what is wrong in a session while it lasts."""

import asyncio
from collections.abc import Callable, Iterable

from viewer.protocol.events import Event, Found, SessionClosed
from viewer.redaction import redact
from viewer.session.session_file.diagnosis import Diagnosis
from viewer.session.session_file.notes import Note, note


def with_findings(publish: Callable[[Event], None]) -> Callable[[Event], None]:
    """``publish`` that also publishes what is found wrong, and a note of it, for who publishes notes to it.

    Belongs to the running loop, whose clock the notes go by.
    """
    loop = asyncio.get_running_loop()
    diagnosis = Diagnosis()
    timer: asyncio.TimerHandle | None = None

    def tell(found: Iterable[Found], at: float) -> None:
        nonlocal timer
        for each in found:
            shown = Found(each.rule, redact(each.what), redact(each.why))
            publish(note(at, "told", shown))
            publish(shown)
        if timer:
            timer.cancel()
        timer = None if diagnosis.deadline is None else loop.call_at(diagnosis.deadline, look)

    def look() -> None:
        # The loop may call a moment before.
        now = max(loop.time(), diagnosis.deadline or 0.0)
        tell(diagnosis.passed(now), now)

    def publish_both(event: Event) -> None:
        publish(event)
        if isinstance(event, Note):
            tell(diagnosis.take(event.at, event.what), event.at)
        elif isinstance(event, SessionClosed) and timer:
            timer.cancel()

    return publish_both
