"""A session file gives the same session again: the same steps at the same times."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.session.session_file.conversations import file_of
from tests.session.timed_engine import TimedEngine, timed_engine
from viewer.protocol import actions, commands, events, inputs
from viewer.protocol.events import Phase
from viewer.protocol.insight import Noted
from viewer.session.session_file.lines import SessionFile
from viewer.session.session_file.notes import note
from viewer.session.session_file.played import inputs_of, sessions

FROM_THE_MACHINE = (
    *(events.PhaseChanged, events.MilestoneReached, events.MediaStalled, events.MediaResumed),
    *(events.MessageUpdated, events.UserSpeechChanged, events.ConnectingSlowly),
)


@pytest.fixture
async def engine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TimedEngine]:
    async with timed_engine(monkeypatch) as engine:
        yield engine


async def a_bad_session(engine: TimedEngine) -> RunningSession:
    """It stalls, breaks, is mended, is spoken to, and is closed."""
    async with running_session(engine.url) as running:
        await running.phase(Phase.LIVE)
        running.session.perform(commands.SendText("What are you?"))
        await asyncio.sleep(6.83)
        said = {"message_id": "1", "role": "persona", "content": "A persona.", "end_of_speech": True}
        engine.peer.hear("speechText", said)
        engine.way.packets = False
        await running.seen(events.MediaStalled)
        engine.way.packets = True
        await running.seen(events.MediaResumed)
        engine.peer.break_off()
        await running.seen(events.PhaseChanged, lambda event: event.phase is Phase.RECONNECTING)
        await asyncio.sleep(38.1)
    return running


@pytest.mark.virtual_time
async def test_a_bad_session_shows_the_same_states_at_the_same_times(
    engine: TimedEngine, tmp_path: Path
) -> None:
    running = await a_bad_session(engine)
    notes = [event for event in running.events if isinstance(event, Noted)]
    file = SessionFile(file_of(notes, tmp_path / "bad.jsonl"))
    (played,) = sessions(file.notes)
    told = played.play()
    assert [output for _, output in told if isinstance(output, FROM_THE_MACHINE)] == [
        event
        for event in running.events
        if isinstance(event, FROM_THE_MACHINE)
        and event not in (events.PhaseChanged(Phase.ASKING_BROKER), events.PhaseChanged(Phase.CLOSED))
        and not (isinstance(event, events.MilestoneReached) and event.milestone == "broker")
    ]
    done = [(type(o).__name__, at) for at, o in told if isinstance(o, actions.Action)]
    wanted = [(noted.kind, noted.at) for noted in notes if noted.side == "out"]
    assert [kind for kind, _ in done] == [kind for kind, _ in wanted]
    assert [at for _, at in done] == pytest.approx([at for _, at in wanted], abs=0.001)
    assert len(notes) < 150, "a quiet minute is no long file"


@pytest.mark.virtual_time
async def test_every_session_of_a_conversation_is_played(engine: TimedEngine, tmp_path: Path) -> None:
    engine.refusal = 403
    async with running_session(engine.url) as refused:
        await refused.seen(events.SessionClosed)
    notes = [event for event in refused.events if isinstance(event, Noted)]
    assert [noted.kind for noted in notes] == ["BrokerAsked", "BrokerRefused"]
    assert notes[1].data["error"]["code"] == "not-permitted"  # type: ignore[index, call-overload]
    assert sessions(notes) == []


@pytest.mark.parametrize(
    "command",
    [
        commands.SendText("a"),
        commands.StreamTalk("s", "b", end_of_speech=True),
        commands.DirectPersona("happy", in_seconds=1.5),
        commands.InterruptPersona(),
        commands.SendAgentAudio(b"\0" * 4800),
        commands.AnswerToolCall("c1", {"sky": ["blue", None]}),
        commands.SendRaw("data", "{}"),
        commands.LendVoice(True),
    ],
)
def test_commands_come_back_as_they_were_given(command: commands.SessionCommand) -> None:
    given = inputs.CommandGiven(command, "2026-01-01T00:00:00")
    assert list(inputs_of(note(1.0, "in", given))) == [(1.0, given)]


def test_what_a_file_cannot_mean_is_left_out() -> None:
    for kind, data in (
        ("CommandGiven", {"command": {"type": "Nothing"}}),
        ("CommandGiven", {}),
        ("OfferMade", {"sdp": 5}),
        ("Unknown", {}),
    ):
        assert list(inputs_of(Noted(1.0, "in", kind, data))) == []  # type: ignore[arg-type]
    hostile = Noted(1.0, "in", "PacketsReceived", {"times": 10**12, "seconds": 5.0})
    assert len(list(inputs_of(hostile))) == 1000
