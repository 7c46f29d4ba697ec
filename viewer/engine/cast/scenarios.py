"""Personas that fail in one particular way each, for whoever writes a client."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

# In the scenario “size-change”, CHANGES_AFTER seconds of media time each.
CHANGED_SIZES: Final = ((1152, 768), (768, 1152))
CHANGES_AFTER: Final = 5.0


@dataclass(frozen=True, slots=True)
class Scenario:
    """What goes wrong.

    ``refusals`` are status and ``error`` of the answers to the first attempts to start a session, the last
    one being for all that follow when ``refuses_always``; ``delay`` is how many seconds such an answer takes.
    """

    summary: str
    refusals: tuple[tuple[int, str], ...] = ()
    refuses_always: bool = True
    delay: float = 0.0
    max_seconds: int | None = None


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
        "ice-blocked": Scenario("an answer, but no candidate that can be reached"),
        "frozen-video": Scenario("the pictures stop after 5 s, the sound goes on"),
        "silent": Scenario("the mouth moves and the words come, but all sound is silence"),
        "size-change": Scenario("the pictures change their size after 5 s and after 10 s"),
        "bad-messages": Scenario("malformed and unknown messages between the good ones, on both channels"),
        "ws-drops": Scenario("the WebSocket drops every 4 s, three times; the session goes on"),
    }
)


def listing() -> str:
    """Every scenario persona's ID and what happens with it, one a line."""
    width = max(len(name) for name in SCENARIOS)
    lines = (f"{SCENARIO_PREFIX}{name:<{width}}  {scenario.summary}" for name, scenario in SCENARIOS.items())
    return "".join(f"{line}\n" for line in lines)
