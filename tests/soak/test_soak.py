"""Sessions without end in one process: nothing is left behind, however they end."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]


def test_nothing_is_left_of_sessions_that_end_in_every_way(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    # In a process of its own: hundreds of megabytes of other tests in the heap hide or feign a leak.
    command = [sys.executable, "-m", "tests.soak.sessions", str(request.config.getoption("--soak-rounds"))]
    with capsys.disabled():
        assert subprocess.call(command, cwd=ROOT) == 0
