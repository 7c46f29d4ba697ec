"""What the bench of the window says of made series, and a short run of the real thing."""

import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bench.window.findings import (
    Judged,
    Second,
    Size,
    judge,
    pictures_a_second,
    settled,
    slope_an_hour,
)
from bench.window.glance import Glance, Seen, bounds, seen
from bench.window.loop_watch import Step
from bench.window.person import Diary

ROOT = Path(__file__).parents[2]

STACK = """Current thread 0x00007f (most recent call first):
  File "/venv/site-packages/qasync/__init__.py", line 404 in run_forever
Current thread 0x00007f (most recent call first):
  File "/usr/lib/python3.11/enum.py", line 247 in __set_name__
  File "/home/x/viewer/ui/transcript/pane.py", line 10 in <module>
  File "/home/x/viewer/ui/windows/opened_later.py", line 40 in make_transcript
"""


def test_of_a_long_step_stays_what_neither_the_machine_nor_other_programs_took() -> None:
    step = Step(began=10.0, seconds=0.2, cpu=0.03, queued=0.05, behind=0.04, stack=STACK)
    diary = Diary(done=[(5.0, "ask"), (9.0, "zoom"), (11.0, "listen")])
    (judged,) = judge([step], lambda since, until: 0.05 if (since, until) == (10.0, 10.2) else 1, diary.at)
    assert (judged.net, judged.own) == pytest.approx((0.15, 0.06))
    assert judged.doing == "zoom"
    assert judged.place == (
        "python3.11/enum.py:247 __set_name__ < viewer/ui/transcript/pane.py:10 <module>"
        " < viewer/ui/windows/opened_later.py:40 make_transcript"
    )


def test_a_step_that_nobody_looked_at_says_so() -> None:
    assert Judged(Step(1.0, 0.06, 0.0, 0.05, 0.05, ""), 0.0, "").place == "not seen"
    assert Judged(Step(1.0, 0.06, 0.0, 0.05, 0.05, ""), 0.0, "").own == 0.0
    assert Diary().at(1.0) == ""


def test_pictures_are_counted_in_stretches_of_ten_seconds_within_a_talk() -> None:
    talk = [Second(float(at), 25 * at, live=True) for at in range(24)]
    slow = [Second(30.0 + at, 10 * at, live=True) for at in range(12)]
    idle = [Second(50.0 + at, 0, live=False) for at in range(15)]
    assert pictures_a_second([*talk, *slow, *idle]) == [25.0, 25.0, 10.0]


def size(minute: int) -> Size:
    memory = 300.0 - minute if minute < 10 else 290 + minute / 60
    return Size(60.0 * minute, memory, 20, 60, 200, 600, 1000, given_mb=90, free_mb=10, blocks=500_000)


def test_growth_is_told_of_the_time_after_the_start() -> None:
    sizes = [size(m) for m in range(61)]
    assert [size.at for size in settled(sizes)] == [60.0 * minute for minute in range(10, 61)]
    assert slope_an_hour(settled(sizes), "memory_mb") == pytest.approx(1.0)
    assert slope_an_hour(settled(sizes), "threads") == pytest.approx(0.0)
    assert slope_an_hour(sizes[:2], "threads") is None
    assert settled([]) == []


def looked(at: float, beside: int, middle: int) -> Glance:
    return Glance(at, np.full((4, 4, 3), beside, np.int16), np.full((4, 4, 3), middle, np.int16))


def test_a_face_counts_from_when_it_is_what_stays_until_it_lives() -> None:
    gallery, other_page, still, sharper = (
        looked(0, 10, 10),
        looked(1, 90, 0),
        looked(2, 200, 100),
        looked(3, 202, 101),
    )
    living = [looked(4 + number / 25, 201, 100 + number) for number in range(12)]
    assert seen([gallery, looked(0.5, 10, 40), other_page, still, sharper, *living]) == Seen(2, 4)
    assert seen([gallery, still, sharper]) == Seen(None, None)
    assert seen([gallery]) == Seen(None, None)


def test_a_window_is_what_is_not_black() -> None:
    screen = np.zeros((80, 120, 4), np.uint8)
    screen[10:60, 20:100, 1] = 9
    found = bounds(screen)
    assert (found.left, found.top, found.right, found.bottom) == (20, 10, 100, 60)
    assert found.middle == (60, 35)


def run(module: str, *words: str) -> str:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "packaging")))
    done = subprocess.run(
        [sys.executable, "-m", f"bench.window.{module}", *words],
        env=os.environ | {"PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.long
@pytest.mark.usefixtures("sound_system")  # skips where there is none
def test_a_short_talk_paints_pictures_and_times_steps() -> None:
    said = run("long_talk", "--minutes", "0.5")
    assert int(re.search(r"steps of the GUI thread \| (\d+)", said)[1]) > 100  # type: ignore[index]
    assert float(re.search(r"median \| ([\d.]+)", said)[1]) > 1  # type: ignore[index]
    assert re.search(r"calls, questions \| 1, [1-9]", said)


@pytest.mark.long
@pytest.mark.usefixtures("sound_system")
def test_a_click_on_a_face_brings_the_face_and_then_the_picture() -> None:
    said = run("click", "--rounds", "1", "--calls", "1")
    (row,) = (line for line in said.splitlines() if line.startswith("| Joe, first call after the start, all"))
    face, live = (float(cell.split(",")[0]) for cell in row.split("|")[2:4])
    assert 0 < face < live


@pytest.mark.long
@pytest.mark.usefixtures("sound_system")
def test_a_start_is_painted_and_then_answers_a_key_later_than_qt_is_imported() -> None:
    rows = [line.split("|") for line in run("start", "--rounds", "1").splitlines() if line.startswith("|")]
    imported, painted, usable = (float(row[2].split(",")[0]) for row in rows[2:5])
    assert 0 < imported < painted < usable
