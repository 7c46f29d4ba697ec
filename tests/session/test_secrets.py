"""What a broker grants is hidden as long as the session lives."""

import asyncio
from typing import Any

from tests.e2e.running_session import RunningSession
from viewer.protocol import commands, events
from viewer.protocol.api import BrokerSession
from viewer.redaction import redact
from viewer.session.session import Session

SERVERS = [
    {"urls": f"turn:relay-{n}.test", "username": f"user-{n}", "credential": f"opensesame{n}"} for n in "123"
]
GRANTED: dict[str, Any] = {
    "sessionId": "s-1",
    "sessionToken": "shibboleth-of-s-1",
    "region": None,
    "engineHost": "127.0.0.1:9",
    "engineProtocol": "http",
    "signallingEndpoint": "/ws",
    "clientConfig": {"iceServers": SERVERS},
}
SECRETS = ["shibboleth-of-s-1", *(server["credential"] for server in SERVERS)]


async def test_every_secret_of_a_session_is_hidden_until_it_is_over() -> None:
    running = RunningSession(commands.Connect("http://127.0.0.1:9", "joe"))
    assert isinstance(running.session, Session)
    running.session.use(BrokerSession.model_validate(GRANTED))
    life = asyncio.create_task(running.session.run())
    await running.seen(events.PhaseChanged, lambda event: event.phase is events.Phase.SIGNALLING)
    shown = {secret: redact(f"It is {secret}.") for secret in SECRETS}
    running.session._carry_out(events.Warned(f"The token {SECRETS[0]} ends soon."))
    running.session.close()
    await life
    assert set(shown.values()) == {"It is ‹hidden›."}
    assert {redact(secret) for secret in shown} == set(shown)
    # What the service warns of may hold them, too.
    warned = await running.seen(events.Warned)
    assert warned.text == "The token ‹hidden› ends soon."
