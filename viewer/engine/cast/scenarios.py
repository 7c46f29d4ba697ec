"""Personas that fail in one particular way each, for whoever writes a client."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

CHANGES_AFTER: Final = 5.0
"""Seconds of media time that pictures keep their size, where it changes."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What goes wrong.

    ``refusals`` are status and ``error`` of the answers to the first attempts to start a session, the last
    one being for all that follow when ``refuses_always``; ``delay`` is how many seconds such an answer takes.
    ``pictures_until`` is in seconds of media time, ``sizes`` are those of later pictures, ``drops`` how often
    the WebSocket is dropped.
    """

    summary: str
    refusals: tuple[tuple[int, str], ...] = ()
    refuses_always: bool = True
    delay: float = 0.0
    max_seconds: int | None = None
    is_reachable: bool = True
    pictures_until: float | None = None
    is_silent: bool = False
    sizes: tuple[tuple[int, int], ...] = ()
    sends_garbage: bool = False
    drops: int = 0


WELL_BEHAVED: Final = Scenario("nothing goes wrong")
SCENARIO_PREFIX: Final = "scenario:"
SCENARIOS: Final[Mapping[str, Scenario]] = MappingProxyType(
    {
        "no-plan": Scenario("refused with 402: the account has no plan", ((402, "No active plan"),)),
        "spend-cap": Scenario("refused with 429: the spend cap is reached", ((429, "Spend cap reached"),)),
        "concurrency": Scenario(
            "refused with 429: every concurrent session is in use",
            ((429, "Concurrent session limit reached"),),
        ),
        "busy-then-ok": Scenario(
            "refused with 503 twice, then a session",
            ((503, "No available personas"), (503, "No available personas")),
            refuses_always=False,
        ),
        "slow-broker": Scenario("a session, but the answer takes 6 s", delay=6.0),
        "ends-after-20s": Scenario("a session that the service ends after 20 s", max_seconds=20),
        "ice-blocked": Scenario("an answer, but no candidate that can be reached", is_reachable=False),
        "frozen-video": Scenario("the pictures stop after 5 s, the sound goes on", pictures_until=5.0),
        "silent": Scenario("the mouth moves and the words come, but all sound is silence", is_silent=True),
        "size-change": Scenario(
            "the pictures change their size after 5 s and after 10 s", sizes=((1152, 768), (768, 1152))
        ),
        "bad-messages": Scenario(
            "malformed and unknown messages between the good ones, on both channels", sends_garbage=True
        ),
        "ws-drops": Scenario("the WebSocket drops every 4 s, three times; the session goes on", drops=3),
    }
)


def listing() -> str:
    """Every scenario persona's ID and what happens with it, one a line."""
    width = max(len(name) for name in SCENARIOS)
    lines = (f"{SCENARIO_PREFIX}{name:<{width}}  {scenario.summary}" for name, scenario in SCENARIOS.items())
    return "".join(f"{line}\n" for line in lines)
