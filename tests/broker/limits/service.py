"""The avatar service as the broker's side of its API shows it, without a network."""

import asyncio
import json
from typing import Any

from viewer.broker.refusal import Refusal, SessionNotGranted
from viewer.broker.upstream import IsGone
from viewer.broker.wanted import Wanted


async def stays() -> bool:
    return False


class Service:
    """Grants sessions s-1, s-2, … unless it has a ``refusal``, and says the ``concurrency``."""

    def __init__(self) -> None:
        self.wanted: list[Wanted] = []
        self.refusal: SessionNotGranted | None = None
        self.stopped: list[str] = []
        self.stop_status = 200
        self.concurrency: dict[str, Any] | None = None
        self.asked = 0
        self.seconds = 0.0

    async def start_session(self, wanted: Wanted, is_gone: IsGone = stays) -> str:
        self.wanted.append(wanted)
        await asyncio.sleep(self.seconds)
        if self.refusal:
            raise self.refusal
        return json.dumps({"sessionId": f"s-{len(self.wanted)}", "sessionToken": "t"})

    async def stop_session(self, session_id: str) -> None:
        self.stopped.append(session_id)
        if self.stop_status != 200:
            raise not_granted(self.stop_status, "whatever")

    async def ask(self, path: str) -> dict[str, Any]:
        assert path == "/v1/sessions/concurrency"
        self.asked += 1
        if self.concurrency is None:
            raise not_granted(404, "Not found")
        return self.concurrency


def not_granted(status: int, error: str, retry_after: float | None = None) -> SessionNotGranted:
    headers = {} if retry_after is None else {"retry-after": str(retry_after)}
    return SessionNotGranted(status, Refusal(error=error, message="No.", hint="Wait."), headers, retry_after)
