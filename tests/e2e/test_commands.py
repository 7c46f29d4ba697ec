"""Every row of the protocol, asked for by the session's commands and seen at the real engine."""

import asyncio
import uuid
from collections.abc import Callable
from typing import Any

import httpx
import numpy as np
import pytest
from pydantic import JsonValue

from tests.e2e.running_session import RunningSession, running_session
from tests.processes import API_KEY, Server
from tests.sound_system import dominant_hertz
from viewer import errors
from viewer.protocol import actions
from viewer.session import events
from viewer.session.events import Phase


async def observed(engine: Server, running: RunningSession, fits: Callable[[dict[str, Any]], Any]) -> None:
    """Wait until the engine's report on the session ``fits``."""
    started = await running.seen(events.SessionStarted)
    async with (
        httpx.AsyncClient(headers={"Authorization": f"Bearer {API_KEY}"}) as client,
        asyncio.timeout(30),
    ):
        while True:
            sessions = (await client.get(f"{engine.url}/v1/engine/sessions")).json()
            if fits(next(s for s in sessions if s["sessionId"] == started.session_id)):
                return
            await asyncio.sleep(0.05)


async def said(running: RunningSession, fits: Callable[[str], bool]) -> events.MessageUpdated:
    """The first complete message of the persona that ``fits``."""
    return await running.seen(
        events.MessageUpdated,
        lambda event: (
            event.message.role == "persona" and event.message.complete and fits(event.message.content)
        ),
        within=40,
    )


async def test_talk_is_spoken_as_it_is_and_in_order_also_when_asked_before_the_session_is_there(
    broker: Server,
) -> None:
    async with running_session(broker.url) as running:
        for text in ("Blue is the first.", "Green is the second."):
            running.session.perform(events.Talk(text))
        await said(running, lambda content: content.strip() == "Green is the second.")
    contents = [e.message.content.strip() for e in running.events if isinstance(e, events.MessageUpdated)]
    assert contents.index("Blue is the first.") < contents.index("Green is the second.")


async def test_a_talk_that_the_engine_refuses_is_told_and_ends_nothing(broker: Server) -> None:
    async with running_session(broker.url) as running:
        await running.phase(Phase.LIVE)
        running.session.perform(events.Talk(""))
        refused = await running.seen(events.CommandRefused)
        assert isinstance(refused.error, errors.TalkRefused)
        await running.seen(events.Statistics, lambda event: event.frames_received > 20)
    assert running.closed.error is None


async def test_a_talk_stream_is_spoken_with_its_utterances(broker: Server) -> None:
    first, second = str(uuid.uuid4()), str(uuid.uuid4())
    async with running_session(broker.url) as running:
        await running.phase(Phase.LIVE)
        running.session.perform(events.StreamTalk("stream-1", "One is here. ", utterance_id=first))
        running.session.perform(events.StreamTalk("stream-1", "Two follows.", True, second))
        over = await running.seen(actions.TalkStreamOver)
        spoken = await said(running, lambda content: "Two follows." in content)
    assert over == actions.TalkStreamOver("stream-1", "ended")
    assert "One is here." in spoken.message.content


async def test_an_interrupted_talk_stream_is_told_and_its_message_says_so(broker: Server) -> None:
    async with running_session(broker.url) as running:
        await running.phase(Phase.LIVE)
        long = "This sentence goes on for quite a while, as sentences do that nobody cuts short. " * 4
        running.session.perform(events.StreamTalk("stream-2", long))
        await running.seen(events.MessageUpdated, lambda event: event.message.content.startswith("This"))
        running.session.perform(events.InterruptPersona())
        over = await running.seen(actions.TalkStreamOver)
        await running.seen(events.MessageUpdated, lambda event: event.message.interrupted)
    assert over == actions.TalkStreamOver("stream-2", "interrupted")


async def test_context_is_known_and_a_cue_is_applied(broker: Server, engine: Server) -> None:
    async with running_session(broker.url) as running:
        await running.phase(Phase.LIVE)
        running.session.perform(events.AddContext("The shop closes at nine"))
        running.session.perform(events.DirectPersona("surprised"))
        applied = await running.seen(actions.CueApplied)
        await observed(engine, running, lambda report: "The shop closes at nine" in report["contexts"])
        running.session.perform(events.SendText("What do you know?"))
        await said(running, lambda content: "The shop closes at nine" in content)
    assert applied.cue.cue_tag == "surprised"


async def test_client_tools_are_called_and_their_results_and_errors_reach_the_persona(
    broker: Server,
) -> None:
    asked: list[JsonValue] = []

    async def local_time(arguments: JsonValue) -> JsonValue:
        asked.append(arguments)
        if len(asked) > 1:
            raise LookupError("the clock has stopped")
        await asyncio.sleep(0)
        return "a quarter past four"

    tools = {"get_local_time": local_time}
    async with running_session(broker.url, tools=tools) as running:
        await running.phase(Phase.LIVE)
        running.session.perform(events.SendText("What time is it on my computer?"))
        ended = await running.seen(actions.ToolCallEnded)
        await said(running, lambda content: "a quarter past four" in content)
        running.session.perform(events.SendText("What time is it on my computer?"))
        await said(running, lambda content: "the clock has stopped" in content)
    assert asked == [{"format": "spoken"}] * 2
    assert ended.call.tool_name == "get_local_time"


async def test_the_engines_own_tools_and_older_engines_events_are_told(broker: Server) -> None:
    async with running_session(broker.url) as running:
        await running.phase(Phase.LIVE)
        running.session.perform(events.SendText("Look into the handbook for the kiosk"))
        called = await running.seen(actions.ToolCalled)
        await running.seen(actions.ToolCallEnded)
        running.session.perform(events.SendText("Open the settings page"))
        older = await running.seen(actions.OlderToolCalled)
    assert (called.call.tool_name, called.call.tool_type) == ("search_handbook", "server")
    assert older.call.event_data == {"page": "settings"}


async def test_thoughts_and_changes_of_the_persona_are_told(broker: Server) -> None:
    async with running_session(broker.url, "thinker") as running:
        await running.phase(Phase.LIVE)
        running.session.perform(events.SendText("Call yourself Ann"))
        thought = await running.seen(actions.ThoughtChanged, lambda fact: fact.thought.complete)
        updated = await running.seen(actions.PersonaUpdated)
    assert "Call yourself Ann" in thought.thought.content
    assert updated.update.changed_fields["name"].after == "Ann"


async def test_agent_audio_is_spoken(broker: Server) -> None:
    times = np.arange(48_000) / 24_000
    sound = (np.sin(2 * np.pi * 700 * times) * 9000).astype("<i2")
    async with running_session(broker.url, "clock") as running:
        await running.phase(Phase.LIVE)
        before = await running.seen(events.Statistics)
        running.speaker.clear()
        for part in np.split(sound, 20):
            running.session.perform(events.SendAgentAudio(part.tobytes()))
        running.session.perform(events.EndAgentAudio())
        await running.seen(
            events.Statistics, lambda event: event.frames_received > before.frames_received + 100
        )
        heard = running.speaker.read(len(running.speaker))
    assert dominant_hertz(heard) == pytest.approx(700, abs=5)


async def test_statistics_of_both_tracks_reach_the_engine(broker: Server, engine: Server) -> None:
    async with running_session(broker.url) as running:
        await running.phase(Phase.LIVE)
        await observed(engine, running, lambda report: set(report["remoteRtp"]) == {"audio", "video"})
        sent = await running.seen(
            events.WireMessage, lambda event: event.kind == "remote_rtp_stats" and '"video"' in event.text
        )
    assert '"framesDecoded"' in sent.text
