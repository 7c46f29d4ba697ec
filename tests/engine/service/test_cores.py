import os
import sys
from pathlib import Path

import pytest

from viewer.engine.service.cores import usable_cores


@pytest.mark.parametrize("system", ["darwin", "win32"])
@pytest.mark.parametrize(("counted", "cores"), [(6, 6.0), (None, 1.0)])
def test_a_system_without_affinity_counts_the_machines_cores(
    system: str, counted: int | None, cores: float, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: counted)
    assert usable_cores(tmp_path, tmp_path / "membership") == cores
