"""Connectivity checks without pauses.

aioice 0.13.0 looks every 20 ms whether there is a pair to check and whether it is connected: a candidate that
was trickled between two looks waits for the next, and so does DTLS. That is the pace for sending checks (RFC
8445 section 14.2), which is kept here, but no reason to wait for what has happened already. An aioice that
awaits either would make this file unnecessary.
"""

import asyncio
from typing import Final

from aioice import Connection
from aioice.ice import CandidatePair

PACE_SECONDS: Final = 0.02

_UNCHECKED: Final = (CandidatePair.State.WAITING, CandidatePair.State.FROZEN)


class LowLatencyChecks:
    """Takes the place of the pacing of ``agent``, before it connects. Use from its event loop."""

    def __init__(self, agent: Connection) -> None:
        self._agent = agent
        self._connecting = False
        self._timer: asyncio.TimerHandle | None = None
        self._start_one = agent._check_periodic
        agent._check_list = _Pairs()
        vars(agent)["_check_periodic"] = self._begin

    def go_on(self) -> None:
        """The agent may have got pairs: check the first of them, as soon as the pace allows."""
        if not self._connecting or self._timer or self._agent._check_list_done:
            return
        if any(pair.state in _UNCHECKED for pair in self._agent._check_list):
            self._start_one()
            self._timer = asyncio.get_running_loop().call_later(PACE_SECONDS, self._paced)

    def stop(self) -> None:
        """Begin no more checks. May be called twice."""
        self._connecting = False
        if self._timer:
            self._timer.cancel()

    def _begin(self) -> bool:
        """Called as the agent begins to connect; it waits for the outcome then, and does not look again."""
        self._connecting = True
        self.go_on()
        self._agent._check_list_maybe_fail()
        return False

    def _paced(self) -> None:
        self._timer = None
        self.go_on()


class _Pairs(list[CandidatePair]):
    """Pairs of which more may come: without any, the agent would not wait for the outcome."""

    def __bool__(self) -> bool:
        return True
