"""The scripted engine is a good engine as long as no script says otherwise, and does what scripts say."""

import json

import pytest

from tests.e2e.running_session import running_session
from tests.session.hostile.script import CloseSocket, Drop, Script, Send, Step
from tests.session.hostile.scripted_engine import scripted_engine
from viewer import errors
from viewer.protocol import commands, events
from viewer.protocol.events import Phase
from viewer.protocol.signalling import Signal
from viewer.session.conversation import Conversation

pytestmark = pytest.mark.wire


async def test_without_a_script_a_session_goes_live_and_talks_both_ways() -> None:
    async with scripted_engine() as engine, running_session(engine.url) as running:
        await running.phase(Phase.LIVE)
        await running.seen(events.MilestoneReached, lambda event: event.milestone == "session_ready")
        chunk = {"message_id": "m", "role": "persona", "content": "Hello.", "end_of_speech": True}
        await engine.session.say(json.dumps({"messageType": "speechText", "data": chunk}))
        heard = await running.seen(events.MessageUpdated)
        running.session.perform(commands.SendText("Good day."))
        said = await engine.session.until(lambda: engine.session.data)
    assert heard.message.content == "Hello."
    assert json.loads(said[0])["content"] == "Good day."
    assert engine.session.signals[0]["actionType"] == "offer"
    assert engine.session.signals[-1]["actionType"] == "endsession"
    assert running.closed.error is None
    received = await running.seen(events.MediaReceived)
    assert (received.width, received.height) == (320, 240)
    assert received.audio_rms > 0.01


async def test_a_script_acts_at_its_step() -> None:
    script: Script = {
        Step.OPENED: [CloseSocket(1006)],
        Step.READY: [Drop(), Send([Signal("warning", "s", "Soon.")])],
    }
    async with scripted_engine(script) as engine, running_session(engine.url) as running:
        warned = await running.seen(events.Warned)
    assert warned.text == "Soon."
    assert engine.session.sockets == 2
    assert not any(
        isinstance(e, events.MilestoneReached) and e.milestone == "session_ready" for e in running.events
    )


async def test_each_session_of_a_conversation_has_its_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.protocol.client.RENEGOTIATE_WITHIN", 0.5)
    ended: Script = {Step.READY: [Send([Signal("endsession", "s", "Bye.")])]}
    async with (
        scripted_engine({}, ended) as engine,
        running_session(engine.url, kind=Conversation) as running,
    ):
        await running.phase(Phase.LIVE)
        assert engine.session.peer
        await engine.session.peer.close()
        closed = await running.seen(events.SessionClosed, within=40)
    assert len(engine.sessions) == 2
    assert isinstance(closed.error, errors.EndedByService)
