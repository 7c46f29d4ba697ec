"""What is measured of this program, once a second."""

import sys

import pytest

from viewer.media.picture import Painting
from viewer.session.stats import memory
from viewer.session.stats.sampler import PROCESS, StatsSampler


def test_the_longest_delay_of_both_threads_is_told_once() -> None:
    now = 10.0
    painting = Painting()
    sampler = StatsSampler(painting, lambda: now)
    for due in (9.99, 9.7, 9.995):
        sampler.woke(due)
    for waited in (0.004, 0.12, 0.01):
        painting.waited(waited)
    sampled = sampler.sample({"transport": {"type": "transport", "id": "transport"}})
    assert sampled.at == 10.0
    assert set(sampled.stats) == {"transport", PROCESS}
    figures = sampled.stats[PROCESS]
    assert figures["mediaLoopDelay"] == pytest.approx(0.3)
    assert figures["windowLoopDelay"] == pytest.approx(0.12)
    assert figures["totalCpuTime"] > 0  # type: ignore[operator]
    assert sampler.sample({}).stats[PROCESS]["mediaLoopDelay"] == 0.0


def test_memory_is_told_where_the_system_does(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "linux":
        assert 1e6 < (memory.resident_bytes() or 0) < 1e11
    monkeypatch.setattr(sys, "platform", "darwin")
    assert memory.resident_bytes() is None
    assert "residentMemory" not in StatsSampler(Painting(), lambda: 0.0).sample({}).stats[PROCESS]
