"""The avatar service as the broker's side of its API shows it, without a network."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from tests.broker.upstream import SESSION
from viewer.broker.granted import Granted
from viewer.broker.presence import IsGone
from viewer.broker.refusal import Refusal, SessionNotGranted
from viewer.broker.wanted import Wanted
from viewer.protocol.api import SessionInfo


async def stays() -> bool:
    return False


class Service:
    """Grants sessions s-1, s-2, … unless it has a ``refusal``, and says the ``concurrency``."""

    def __init__(self) -> None:
        self.wanted: list[Wanted] = []
        self.refusal: SessionNotGranted | None = None
        self.stopped: list[str] = []
        self.over: list[str] = []
        """Sessions of whose end other parts of the broker were told."""
        self.stop_status = 200
        self.concurrency: dict[str, Any] | None = None
        self.asked = 0
        self.seconds = 0.0
        self.thinks = 0.0
        """Seconds before it says the concurrency."""
        self.settles = 0.0
        """Seconds after a failure until nothing of the session is left."""

    async def start_session(
        self, wanted: Wanted, is_gone: IsGone = stays, settled: Callable[[], None] = lambda: None
    ) -> Granted:
        self.wanted.append(wanted)
        try:
            await asyncio.sleep(self.seconds)
            if self.refusal:
                raise self.refusal
        except BaseException:
            if self.settles:
                asyncio.get_running_loop().call_later(self.settles, settled)
            else:
                settled()
            raise
        answer = SESSION | {"sessionId": f"s-{len(self.wanted)}"}
        return Granted(SessionInfo.model_validate(answer), json.dumps(answer | {"sessionToken": "t"}))

    async def stop_session(self, session_id: str) -> None:
        self.stopped.append(session_id)
        if self.stop_status != 200:
            raise not_granted(self.stop_status, "whatever")

    async def ask(self, path: str) -> dict[str, Any]:
        assert path == "/v1/sessions/concurrency"
        self.asked += 1
        await asyncio.sleep(self.thinks)
        if self.concurrency is None:
            raise not_granted(404, "Not found")
        return self.concurrency


def not_granted(status: int, error: str, retry_after: float | None = None) -> SessionNotGranted:
    headers = {} if retry_after is None else {"retry-after": str(retry_after)}
    return SessionNotGranted(status, Refusal(error=error, message="No.", hint="Wait."), headers, retry_after)
