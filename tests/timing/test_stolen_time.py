import os
import signal
import sys
import time

import pytest

from tests.timing.stolen_time import Watchdog, total


@pytest.mark.parametrize(
    ("intervals", "seconds"),
    [
        ([], 0),
        ([(0, 1)], 0),
        ([(1, 3)], 1),
        ([(3, 4), (3.5, 4.5)], 1.5),
        ([(3, 5), (3, 4)], 2),
        ([(5, 9)], 1),
        ([(0, 9)], 4),
    ],
)
def test_only_what_lies_in_the_interval_counts_and_once(
    intervals: list[tuple[float, float]], seconds: float
) -> None:
    assert total(intervals, 2, 6) == seconds


def test_a_watcher_that_is_stopped_notes_how_long() -> None:
    if sys.platform == "win32":
        pytest.skip("processes cannot be stopped there")
    watchdog = Watchdog()
    watchdog.start()
    [watcher, *_] = watchdog.watchers
    began = time.monotonic()
    os.kill(watcher.pid, signal.SIGSTOP)
    time.sleep(0.3)
    os.kill(watcher.pid, signal.SIGCONT)
    ended = time.monotonic()
    # The machine may have taken some, too.
    assert 0.25 < watchdog.stolen(began, ended) <= ended - began
    watchdog.close()
