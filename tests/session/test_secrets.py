"""What of a session nobody may see, from the broker's answer to the session's end."""

import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.e2e.running_session import running_session
from tests.session import scripted_engine
from tests.session.timed_engine import TimedEngine, timed_engine
from viewer.protocol import signalling
from viewer.protocol.signalling import Signal
from viewer.redaction import redact
from viewer.session import events
from viewer.session.events import Phase
from viewer.session.session import Session

pytestmark = pytest.mark.virtual_time

# None looks like a secret: each is hidden only while it is known for one.
SECRETS = ("opaque token 4711", "relay one's word", "relay two's word")


@pytest.fixture
async def engine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TimedEngine]:
    """Grants sessions with a token and the credentials of two relays."""
    relays = [
        {"urls": f"turn:127.0.0.1:{number}", "username": "me", "credential": word}
        for number, word in enumerate(SECRETS[1:], start=1)
    ]

    def granted(session_id: str, port: int) -> dict[str, Any]:
        answer = scripted_engine.granted(session_id, port) | {"sessionToken": SECRETS[0]}
        answer["clientConfig"]["iceServers"] = relays
        return answer

    monkeypatch.setattr("tests.session.timed_engine.granted", granted)
    async with timed_engine(monkeypatch) as engine:
        yield engine


async def test_every_secret_of_a_session_is_hidden_while_it_lasts_and_forgotten_after_it(
    engine: TimedEngine,
) -> None:
    assert [redact(secret) for secret in SECRETS] == [*SECRETS]
    async with running_session(engine.url) as running:
        await running.phase(Phase.LIVE)
        for secret in SECRETS:
            assert secret not in redact(f"a word about {secret}, say")
    assert [redact(secret) for secret in SECRETS] == [*SECRETS]


async def test_whatever_an_engine_says_is_shown_without_secrets(engine: TimedEngine) -> None:
    words = "Your words: " + ", ".join(SECRETS)
    async with running_session(engine.url) as running:
        await running.phase(Phase.LIVE)
        session = engine.heard[-1].session
        await engine.say(Signal(signalling.WARNING, session, words))
        warned = await running.seen(events.Warned)
        await engine.say(Signal(signalling.END_SESSION, session, words))
        closed = await running.seen(events.SessionClosed)
    assert closed.error
    messages = [event.text for event in running.events if isinstance(event, events.WireMessage)]
    for secret in SECRETS:
        assert secret not in warned.text + closed.error.message + closed.error.hint + "".join(messages)


async def test_no_secret_is_logged_however_much_is_logged(
    engine: TimedEngine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "viewer")
    async with running_session(engine.url, kind=Session) as running:
        await running.phase(Phase.LIVE)
        engine.lose_session()
        await running.seen(events.SessionClosed)
    assert "signalling socket lost" in caplog.text
    for secret in SECRETS:
        assert secret not in caplog.text
