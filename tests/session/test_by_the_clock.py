"""What a clock decides in a session and a conversation: every wait, in virtual time."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from itertools import pairwise
from typing import Any

import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.session.timed_engine import CONNECTS_IN, HEARTBEAT, TimedEngine, timed_engine
from viewer import errors
from viewer.protocol import client, commands, events, media_watch
from viewer.protocol.events import CloseReason, Phase
from viewer.protocol.stats import StatsSampled
from viewer.session import broker as asking
from viewer.session.conversation import Conversation
from viewer.session.statistics import POLL_SECONDS

pytestmark = pytest.mark.virtual_time

FIRST_CONNECTION = [Phase.ASKING_BROKER, Phase.SIGNALLING, Phase.CONNECTING, Phase.LIVE]
# A connection is looked at so often, and a picture comes so often.
ROUGHLY = POLL_SECONDS + 0.1


@pytest.fixture
async def engine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TimedEngine]:
    monkeypatch.setattr("random.random", lambda: 1.0)  # the longest of the waits that chance shortens
    async with timed_engine(monkeypatch) as engine:
        yield engine


def now() -> float:
    return asyncio.get_running_loop().time()


async def count(running: RunningSession, phase: Phase, times: int) -> float:
    """When the session entered ``phase`` so often."""
    await running.seen(events.PhaseChanged, lambda _: running.phases.count(phase) >= times, within=600)
    return now()


async def test_heartbeats_go_out_on_the_second(engine: TimedEngine) -> None:
    async with running_session(engine.url) as running:
        await running.phase(Phase.CONNECTING)
        began = now()
        await asyncio.sleep(HEARTBEAT * 12.5)
    beats = engine.times("heartbeat")
    assert beats == pytest.approx([began + HEARTBEAT * n for n in range(1, 13)], abs=0.01)
    assert engine.times("endsession") == [pytest.approx(began + HEARTBEAT * 12.5, abs=0.01)]
    assert running.closed == events.SessionClosed(CloseReason.NORMAL, None)


async def test_statistics_are_published_every_second_and_sent_every_five(engine: TimedEngine) -> None:
    shown: list[float] = []
    async with running_session(engine.url) as running:
        await running.phase(Phase.LIVE)
        began = now()
        for _ in range(10):
            frames = statistics(running)[-1].frames_received if shown else 0
            await running.seen(events.Statistics, partial(_counts_more_than, frames))
            shown.append(now())
        peer = engine.peer
        await asyncio.sleep(0.6)
    assert all(1 <= round(later - earlier, 2) <= 1 + POLL_SECONDS for earlier, later in pairwise(shown))
    assert shown[0] == pytest.approx(began + 1, abs=ROUGHLY)
    sampled = [event for event in running.events if isinstance(event, StatsSampled)]
    assert len(sampled) == len(statistics(running))
    assert set(sampled[-1].stats) == {"transport", "viewer.process"}
    assert sampled[-1].at == pytest.approx(shown[-1], abs=0.01)
    last = statistics(running)[-1]
    assert last.fps_received == pytest.approx(10, abs=0.2)
    assert last.longest_gap_ms == pytest.approx(100, abs=1)
    assert last.bitrate_kbps == pytest.approx(100, abs=10.1)
    assert [said["message_type"] for said in peer.sent] == ["remote_rtp_stats"] * 2
    received = next(event for event in running.events if isinstance(event, events.MediaReceived))
    assert received.video_fps == pytest.approx(10, abs=0.2)
    assert received.video_frames >= last.frames_received


def _counts_more_than(frames: int, event: events.Statistics) -> bool:
    return event.frames_received > frames


def statistics(running: RunningSession) -> list[events.Statistics]:
    return [event for event in running.events if isinstance(event, events.Statistics)]


@pytest.mark.parametrize("phase", FIRST_CONNECTION)
async def test_closing_is_clean_and_takes_no_time_from_every_state(engine: TimedEngine, phase: Phase) -> None:
    before = asyncio.all_tasks()
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(phase)
        asked = now()
    assert now() - asked < 0.5
    assert running.closed == events.SessionClosed(CloseReason.NORMAL, None)
    assert len(engine.times("endsession")) == (phase in FIRST_CONNECTION[2:])
    assert all(peer.is_closed for peer in engine.way.peers)
    await asyncio.sleep(1)  # the engine's end notices
    assert asyncio.all_tasks() == before


async def test_a_broker_that_hangs_is_asked_once_and_waited_for_twelve_seconds(engine: TimedEngine) -> None:
    engine.broker_hangs = True
    began = now()
    async with running_session(engine.url, kind=Conversation) as running:
        closed = await running.seen(events.SessionClosed, within=100)
    assert isinstance(closed.error, errors.BrokerTimeout)
    assert now() - began == pytest.approx(asking.POLICY.timeout, abs=0.1)
    assert len(engine.asked) == 1
    assert Phase.RECONNECTING not in running.phases


async def test_closing_does_not_wait_for_a_broker_that_hangs(engine: TimedEngine) -> None:
    engine.broker_hangs = True
    async with running_session(engine.url) as running:
        await running.phase(Phase.ASKING_BROKER)
        await asyncio.sleep(3)
        asked = now()
    assert now() - asked < 0.1
    assert running.closed.error is None


async def test_a_connection_that_does_not_come_is_told_to_be_slow_and_given_up(engine: TimedEngine) -> None:
    engine.way.connects = False
    async with running_session(engine.url, kind=Conversation) as running:
        began = now()
        await running.seen(events.ConnectingSlowly)
        assert now() - began == pytest.approx(client.SLOW_AFTER, abs=0.1)
        closed = await running.seen(events.SessionClosed)
        assert now() - began == pytest.approx(client.CONNECT_WITHIN, abs=0.1)
    assert isinstance(closed.error, errors.ConnectionBlocked)
    assert len(engine.times("endsession")) == 1
    assert Phase.RECONNECTING not in running.phases


async def test_an_offer_that_nobody_answers_is_given_up(engine: TimedEngine) -> None:
    engine.answers = False
    async with running_session(engine.url) as running:
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.SignallingLost)
    assert "did not answer" in closed.error.message


async def test_a_connection_without_a_picture_is_given_up_after_fifteen_seconds(engine: TimedEngine) -> None:
    engine.way.pictures = False
    async with running_session(engine.url) as running:
        began = now()
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.NoMedia)
    assert now() - began == pytest.approx(CONNECTS_IN + client.PICTURE_WITHIN, abs=0.1)


async def test_a_second_of_silence_is_told_and_so_is_its_end(engine: TimedEngine) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        await asyncio.sleep(10)
        engine.way.packets = False
        silent = now()
        await running.seen(events.MediaStalled)
        assert now() - silent == pytest.approx(media_watch.STALLED_AFTER, abs=ROUGHLY)
        engine.way.packets = True
        sounds = now()
        await running.seen(events.MediaResumed)
        assert now() - sounds <= ROUGHLY
        await asyncio.sleep(10)
    assert running.phases == [*FIRST_CONNECTION, Phase.CLOSED]
    assert len(engine.times("offer")) == 1


async def test_four_seconds_of_silence_lead_to_another_offer_on_the_same_session(engine: TimedEngine) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        await asyncio.sleep(10)
        first = engine.peer
        engine.way.packets = False
        silent = now()
        reconnecting = await count(running, Phase.RECONNECTING, 1)
        assert reconnecting - silent == pytest.approx(media_watch.LOST_AFTER, abs=ROUGHLY)
        engine.way.packets = True
        assert await count(running, Phase.LIVE, 2) - reconnecting < 1
        await asyncio.sleep(10)
    assert first.is_closed
    assert engine.peer is not first
    assert len(engine.asked) == 1
    assert {heard.session for heard in engine.heard} == {"session-1"}
    assert running.phases == [*FIRST_CONNECTION, Phase.RECONNECTING, Phase.LIVE, Phase.CLOSED]
    assert running.closed.error is None


async def test_pictures_that_stand_still_lead_to_another_offer(engine: TimedEngine) -> None:
    async with running_session(engine.url) as running:
        await running.phase(Phase.LIVE)
        await asyncio.sleep(10)
        engine.way.pictures = False
        frozen = now()
        assert await count(running, Phase.RECONNECTING, 1) - frozen == pytest.approx(
            media_watch.FROZEN_AFTER, abs=ROUGHLY
        )


async def test_a_connection_that_breaks_a_fourth_time_is_followed_by_a_new_session(
    engine: TimedEngine,
) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        for number in range(1, client.MAX_RENEGOTIATIONS + 2):
            await count(running, Phase.LIVE, number)
            engine.peer.break_off()
        await count(running, Phase.LIVE, client.MAX_RENEGOTIATIONS + 2)
    assert len(engine.asked) == 2
    assert len(engine.times("offer")) == client.MAX_RENEGOTIATIONS + 2
    assert running.closed.error is None


async def test_another_engine_in_the_place_of_one_that_died_goes_on_with_what_was_said_meanwhile(
    engine: TimedEngine,
) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        engine.peer.hear("speechText", chunk("Hello."))
        engine.die()
        await running.phase(Phase.RECONNECTING)
        running.session.perform(commands.SendText("Said while nobody was there."))
        await asyncio.sleep(3.5)
        assert len(engine.asked) > 1
        engine.come_back()
        await count(running, Phase.LIVE, 2)
        await asyncio.sleep(0.5)
        peer = engine.peer
        peer.hear("speechText", chunk("Here I am again."))
        again = await running.seen(
            events.MessageUpdated, lambda event: event.message.content == "Here I am again."
        )
    assert [said["content"] for said in peer.sent] == ["Said while nobody was there."]
    first = next(event for event in running.events if isinstance(event, events.MessageUpdated))
    # Engines count their messages anew in each session, of which two were tried for in vain.
    assert (first.message.id, again.message.id) == ("persona::m", "3/persona::m")
    assert running.phases == [*FIRST_CONNECTION, Phase.RECONNECTING, Phase.LIVE, Phase.CLOSED]
    milestones = [e.milestone for e in running.events if isinstance(e, events.MilestoneReached)]
    assert len(milestones) == len(set(milestones))
    assert len([event for event in running.events if isinstance(event, events.SessionClosed)]) == 1


def chunk(content: str) -> dict[str, Any]:
    return {"message_id": "m", "role": "persona", "content": content, "end_of_speech": True}
