"""A computer that slept under a session."""

import time

import pytest

from tests.session.hostile.watch import watched_session
from viewer.protocol import events, media_watch
from viewer.protocol.events import Phase

pytestmark = pytest.mark.wire


async def test_a_session_that_slept_looks_what_came_before_it_gives_anything_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(media_watch, "LOST_AFTER", 2.0)
    async with watched_session() as (engine, running):
        await running.phase(Phase.LIVE)
        before = await running.seen(events.Statistics)
        time.sleep(3)  # noqa: ASYNC251 - as the whole process does
        await running.seen(
            events.Statistics, lambda event: event.frames_received > before.frames_received + 10
        )
    assert Phase.RECONNECTING not in running.phases
    assert not any(isinstance(event, events.MediaStalled) for event in running.events)
    offers = [signal for signal in engine.session.signals if signal["actionType"] == "offer"]
    assert len(offers) == 1
