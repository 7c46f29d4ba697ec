"""Every row of the protocol, asked for by the session's commands and seen at the real engine."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import numpy as np
import pytest
from pydantic import JsonValue

from tests.e2e.running_session import RunningSession, running_session
from tests.e2e.test_session import observed
from tests.processes import Server
from tests.sound_system import dominant_hertz
from viewer import errors
from viewer.media.pcm import SAMPLE_RATE
from viewer.protocol import commands, events
from viewer.protocol.events import Phase

pytestmark = pytest.mark.wire


async def said(running: RunningSession, fits: Callable[[str], bool]) -> events.MessageUpdated:
    """The first message of the persona that ``fits`` as far as it has come."""
    return await running.seen(
        events.MessageUpdated,
        lambda event: event.message.role == "persona" and fits(event.message.content),
        within=40,
    )


@asynccontextmanager
async def quiet_session(broker: Server, **options: Any) -> AsyncIterator[RunningSession]:
    """A live session whose persona has been interrupted in its greeting."""
    async with running_session(broker.url, **options) as running:
        await running.seen(events.MessageUpdated)
        running.session.perform(commands.InterruptPersona())
        await running.seen(events.MessageUpdated, lambda event: event.message.interrupted)
        yield running


async def test_talk_is_spoken_in_order_also_when_asked_before_the_session_is_there(broker: Server) -> None:
    async with running_session(broker.url) as running:
        for text in ("Blue is the first.", "Green is the second."):
            running.session.perform(commands.Talk(text))
        await said(running, lambda content: content.strip() == "Green is the second.")
        running.session.perform(commands.Talk(""))
        refused = await running.seen(events.CommandRefused)
        assert isinstance(refused.error, errors.TalkRefused)
        frames = max(e.frames_received for e in running.events if isinstance(e, events.Statistics))
        await running.seen(events.Statistics, lambda event: event.frames_received > frames)
    contents = [e.message.content.strip() for e in running.events if isinstance(e, events.MessageUpdated)]
    assert contents.index("Blue is the first.") < contents.index("Green is the second.")
    assert running.closed.error is None


async def test_talk_streams_are_spoken_with_their_utterances_and_interrupted(broker: Server) -> None:
    first, second = str(uuid.uuid4()), str(uuid.uuid4())
    long = "This sentence goes on for quite a while, as sentences do that nobody cuts short. " * 4
    async with quiet_session(broker) as running:
        running.session.perform(commands.StreamTalk("stream-1", "One is here. ", utterance_id=first))
        running.session.perform(commands.StreamTalk("stream-1", "Two follows.", True, second))
        ended = await running.seen(events.TalkStreamOver)
        spoken = await said(running, lambda content: "Two follows." in content)
        running.session.perform(commands.StreamTalk("stream-2", long))
        await said(running, lambda content: content.startswith("This"))
        running.session.perform(commands.InterruptPersona())
        cut = await running.seen(events.TalkStreamOver, lambda over: over != ended)
        await running.seen(
            events.MessageUpdated, lambda e: e.message.interrupted and e.message.content.startswith("This")
        )
    assert ended == events.TalkStreamOver("stream-1", "ended")
    assert "One is here." in spoken.message.content
    assert cut == events.TalkStreamOver("stream-2", "interrupted")


async def test_context_cues_tools_and_older_events_reach_their_other_end(
    broker: Server, engine: Server
) -> None:
    asked: list[JsonValue] = []

    async def local_time(arguments: JsonValue) -> JsonValue:
        asked.append(arguments)
        if len(asked) > 1:
            raise LookupError("the clock has stopped")
        await asyncio.sleep(0)
        return "a quarter past four"

    async with quiet_session(broker, tools={"get_local_time": local_time}) as running:
        running.session.perform(commands.AddContext("The shop closes at nine"))
        running.session.perform(commands.DirectPersona("surprised"))
        applied = await running.seen(events.CueApplied)
        await observed(engine, running, lambda report: "The shop closes at nine" in report["contexts"])
        running.session.perform(commands.SendText("What do you know?"))
        await said(running, lambda content: "The shop closes at nine" in content)
        running.session.perform(commands.SendText("What time is it on my computer?"))
        ended = await running.seen(events.ToolCallEnded)
        await said(running, lambda content: "a quarter past four" in content)
        running.session.perform(commands.SendText("What time is it on my computer?"))
        await said(running, lambda content: "the clock has stopped" in content)
        running.session.perform(commands.SendText("Look into the handbook for the kiosk"))
        called = await running.seen(events.ToolCalled, lambda fact: fact.call.tool_type == "server")
        await running.seen(events.ToolCallEnded, lambda fact: fact.call.tool_name == "search_handbook")
        running.session.perform(commands.SendText("Open the settings page"))
        older = await running.seen(events.OlderToolCalled)
    assert applied.cue.cue_tag == "surprised"
    assert asked == [{"format": "spoken"}] * 2
    assert ended.call.tool_name == "get_local_time"
    assert called.call.tool_name == "search_handbook"
    assert older.call.event_data == {"page": "settings"}


async def test_thoughts_and_changes_of_the_persona_are_told(broker: Server) -> None:
    async with running_session(broker.url, "thinker") as running:
        await running.phase(Phase.LIVE)
        running.session.perform(commands.SendText("Call yourself Ann"))
        thought = await running.seen(events.ThoughtChanged, lambda fact: fact.thought.complete)
        updated = await running.seen(events.PersonaUpdated)
    assert "Call yourself Ann" in thought.thought.content
    assert updated.update.changed_fields["name"].after == "Ann"


async def test_agent_audio_is_spoken(broker: Server) -> None:
    times = np.arange(24_000) / 24_000
    sound = (np.sin(2 * np.pi * 700 * times) * 9000).astype("<i2")
    async with running_session(broker.url, "clock") as running:
        await running.phase(Phase.LIVE)
        before = await running.seen(events.Statistics)
        running.speaker.clear()
        for part in np.split(sound, 10):
            running.session.perform(commands.SendAgentAudio(part.tobytes()))
        running.session.perform(commands.EndAgentAudio())
        await running.seen(
            events.Statistics, lambda event: event.frames_received > before.frames_received + 45
        )
        heard = running.speaker.read(len(running.speaker))
    assert dominant_hertz(heard) == pytest.approx(700, abs=5)
    assert len(heard) > SAMPLE_RATE
