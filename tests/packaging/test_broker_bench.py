"""The bench of the brokers: what its table says, and one short run of the real thing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.broker.table import Trial, render

ROOT = Path(__file__).parents[2]


def trial(broker: str, rate: float, cpu: float) -> Trial:
    return Trial(broker, 0, 16, requests_a_second=rate, p50_ms=10, p99_ms=20, cpu_ms=cpu)


def test_the_table_compares_rounds_that_ran_one_after_the_other() -> None:
    # The machine was three times as slow in the second round, which says nothing of either broker.
    trials = [
        *(trial("ours", 1500, 0.5), trial("hono", 1000, 1.0)),
        *(trial("ours", 500, 0.5), trial("hono", 250, 1.0)),
        *(trial("ours", 1600, 0.5), trial("hono", 1000, 1.0)),
    ]
    assert render(trials).splitlines()[2:] == [
        "| 0 ms | 16 | ours | 1500 [1.60] | 10.00 [1.00] | 20.00 [1.00] | 0.500 [0.50] |",
        "| 0 ms | 16 | hono | 1000 | 10.00 | 20.00 | 1.000 |",
    ]


@pytest.mark.long
def test_both_brokers_are_measured_and_the_memory_is_watched() -> None:
    short = ("--seconds", "0.5", "--rounds", "1", "--connections", "2", "--delays", "0", "--requests", "1500")
    found = subprocess.run(
        [sys.executable, ROOT / "packaging" / "dev.py", "bench", "--broker", *short, "--json"],
        check=True,
        stdout=subprocess.PIPE,
    ).stdout
    result = json.loads(found)
    assert [trial["broker"] for trial in result["trials"]] == ["ours", "hono", "ours, no token"]
    assert all(trial["requests_a_second"] > 0 for trial in result["trials"])
    assert result["rss_mb"].keys() == {"1000", "1500"}
