"""Every persona that fails on purpose is named, by the rule that is meant, while the session lasts."""

import json
import subprocess
import sys

import pytest

from tests.processes import Server
from viewer.engine.cast.scenarios import SCENARIOS

pytestmark = pytest.mark.long  # a session each

RULES = {
    "no-plan": "refused",
    "spend-cap": "refused",
    "concurrency": "refused",
    "busy-then-ok": "busy-service",
    "slow-broker": "slow-broker",
    "ends-after-20s": "short-session",
    "ice-blocked": "unreachable",
    "frozen-video": "frozen-picture",
    "silent": "silent-voice",
    "size-change": "size-changed",
    "bad-messages": "odd-message",
    "ws-drops": "line-lost",
}


# Where what is wrong takes longer to happen.
SECONDS = {"ends-after-20s": "26"}


def found(broker: str, persona: str, seconds: str = "9") -> set[str]:
    command = [sys.executable, "-m", "viewer", "probe", "--broker", broker, "--persona", persona]
    probe = subprocess.run(
        [*command, "--seconds", seconds, "--json"], capture_output=True, check=False, text=True
    )
    return {finding["rule"] for finding in json.loads(probe.stdout)["findings"]}


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_is_named(broker: Server, name: str) -> None:
    assert RULES[name] in found(broker.url, f"scenario:{name}", SECONDS.get(name, "9"))


def test_nothing_is_found_where_all_is_well(broker: Server) -> None:
    assert found(broker.url, "joe") == set()
