"""The bench: its estimators on made series, and one short run of the real thing."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bench import clients, figures, table
from bench.peers import full_size_after
from bench.screen import Area, locate
from bench.sound import RATE
from viewer.engine.face.clock_picture import ClockPainter, read_clock

ROOT = Path(__file__).parents[2]


def beeping(begins: Sequence[float], seconds: float) -> figures.Mono:
    """Beeps of 1 kHz at ``begins`` in noise that nobody hears."""
    samples = np.random.default_rng(1).normal(0, 100, int(seconds * RATE))
    beep = 8000 * np.sin(2 * np.pi * 1000 * np.arange(int(figures.BEEP_SECONDS * RATE)) / RATE)
    for begin in begins:
        first = int(begin * RATE)
        samples[first : first + len(beep)] += beep
    return samples.astype(np.int16)


def test_a_late_sound_has_a_positive_skew_to_the_millisecond() -> None:
    flashes = [100.0 + second for second in range(10)]
    late = [0.020 + 0.001 * second for second in range(10)]
    heard = figures.onsets(beeping([second + by for second, by in enumerate(late)], 11), RATE)
    skews = figures.skews_ms(flashes, [100 + onset for onset in heard])
    assert skews == pytest.approx([by * 1000 for by in late], abs=1)
    assert figures.percentile(skews, 50) == pytest.approx(24.5, abs=1)


def test_an_early_sound_has_a_negative_skew_and_a_flash_without_a_beep_has_none() -> None:
    assert figures.skews_ms([1.0, 2.0, 3.0], [0.96, 2.96]) == pytest.approx([-40, -40])
    assert figures.skews_ms([1.0], []) == []


def test_beeps_that_are_lost_and_onsets_that_were_none_do_not_make_up_for_each_other() -> None:
    begins = [0.2, 1.21, 1.35, 2.2, 3.98, 4.19, 5.2]
    heard = figures.onsets(beeping(begins, 6), RATE)
    assert heard == pytest.approx(begins, abs=0.001)
    assert figures.beeps_heard(heard, 0, 6) == figures.Beeps(sent=6, heard=7, lost=1, invented=2)
    assert figures.beeps_heard([], 0, 6) is None


@pytest.mark.parametrize("phase", [0.0, 0.02, 0.5, 0.99])
def test_only_beeps_that_lie_within_are_expected(phase: float) -> None:
    beeps = [100 + phase + second for second in range(30)]
    found = figures.beeps_heard(beeps, 103.3, 120.7)
    assert found is not None
    assert (found.lost, found.invented) == (0, 0)
    assert 16 <= found.sent <= 18
    # Sound that begins late has lost nothing.
    late = figures.beeps_heard(beeps[8:], 103.3, 120.7)
    assert late is not None
    assert (late.lost, late.invented) == (0, 0)


def test_the_age_of_a_picture_survives_the_wrap_of_its_clock() -> None:
    wrap = (1 << 32) * 415 / 1000
    assert figures.age_ms(wrap + 0.03, figures.CLOCK_MODULUS - 20) == pytest.approx(50, abs=0.01)
    assert figures.age_ms(wrap, 5) == pytest.approx(-5, abs=0.01)


def test_a_freeze_is_a_gap_as_the_w3c_counts_it() -> None:
    steady = list(np.arange(0, 4, 0.04))
    assert figures.frozen_ms(steady) == 0
    assert figures.frozen_ms([*steady, 4.46, 4.5]) == pytest.approx(500)
    assert figures.longest_gap_ms([*steady, 4.46, 4.5]) == pytest.approx(500)
    assert figures.rate(steady) == pytest.approx(25)
    assert figures.percentile([], 50) is None


@pytest.mark.parametrize(("width", "height"), [(720, 480), (1080, 720), (361, 240)])
def test_the_picture_is_found_on_the_screen_at_any_size(width: int, height: int) -> None:
    painted = ClockPainter(busy=True).paint(1_795_000_000.125, flash=False)
    rows, columns = (np.arange(length) * full // length for length, full in ((height, 480), (width, 720)))
    screen = np.zeros((800, 1280, 4), np.uint8)
    screen[:50] = 240
    screen[31 : 31 + height, 45 : 45 + width] = painted[rows][:, columns][:, :, [2, 1, 0, 3]]
    area = locate(screen)
    assert area is not None
    expected = Area(45, 31, width, height)
    assert (area.left, area.top, area.width, area.height) == pytest.approx(
        (expected.left, expected.top, expected.width, expected.height), abs=4
    )
    assert read_clock(area.of(screen)) == int(1_795_000_000.125 * 1000) % figures.CLOCK_MODULUS
    assert locate(np.full((800, 1280, 4), 240, np.uint8)) is None


def test_full_size_counts_from_the_first_picture_to_the_last_small_one() -> None:
    sent = [
        {"at": float(at), "frames": frames, "width": width}
        for at, frames, width in [
            (1, 0, 0),
            (2, 5, 480),
            (3, 9, 720),
            (4, 14, 480),
            (5, 20, 720),
            (6, 30, 720),
        ]
    ]
    assert full_size_after(sent) == 3
    assert full_size_after(sent[:4]) == float("inf")
    assert full_size_after(sent[4:]) == 0
    assert full_size_after(sent[:1]) is None


def test_what_the_clients_print_is_read() -> None:
    report = {"started_at": 10.0, "milestones_ms": {"broker": 12.5, "ice": None}}
    assert clients.told("ours", json.dumps(report)) == clients.Told(10.0, {"broker": 12.5})
    lines = ['{"milestone": "connect", "at": 10.0}', "chatter", '{"milestone": "first_frame", "at": 10.25}']
    assert clients.told("vendor", "\n".join(lines)) == clients.Told(10.0, {"first_frame": 250.0})
    assert clients.told("ours", "") == clients.told("vendor", "") == clients.Told()


def filled(
    low_latency: float | None = None,
    chromium: Sequence[float] = (),
    **values: tuple[list[float], list[float]],
) -> list[table.Line]:
    """Lines from ours and the vendor's values by key; ``low_latency``, ``chromium``: all that is known of
    those clients."""

    def of(client: str, key: str) -> Sequence[float | None]:
        if client == "low-latency":
            return [low_latency]
        if client == "chromium":
            return chromium
        return values.get(key, ([], []))[("ours", "vendor").index(client)]

    return table.fill("libwebrtc", of)


def test_the_table_is_aligned_and_says_medians_ranges_ratios_and_verdicts() -> None:
    lines = filled(
        painted_ms=([300, 400, 500], [100, 200, 250]),
        cpu_cores=([0.2, 0.22], [0.21, 0.19]),
        skew_p5_ms=([-60.4], [90]),
        full_size_s=([0], [float("inf")]),
        ice_ms=([50], []),
    )
    text = table.render("title", lines).splitlines()
    assert [line.verdict for line in lines] == ["", "over", "over", "ok", "level"]
    assert text[0] == "title"
    words = "connect → first picture on the screen, ms 400 [300…500] 200 [100…250] 2.00 ≤ vendor's over"
    assert " ".join(text[4].split()) == words
    assert "−60" in text[5]
    assert "never" in text[6]
    assert len({line.index("over") for line in text if "over" in line}) == 1


def test_only_what_does_not_depend_on_the_machines_speed_fails_the_check() -> None:
    slow = filled(age_p95_ms=([900], [800]), close_ms=([9000], [100]), painted_ms=([900], [1000]))
    assert [line.verdict for line in slow] == ["ok", "over", "over"]
    assert table.over_budget(slow) == []
    assert table.over_budget(filled(memory_mb=([181], []), cpu_cores=([0.3], [0.2]))) == [
        "CPU of all its processes, cores",
        "private memory (USS), MB",
    ]
    assert table.over_budget(filled(cpu_cores=([0.3], []))) == []


def test_the_age_without_lip_sync_is_compared_with_the_vendors() -> None:
    kept, over = (filled(age, age_p50_ms=([100], [69])) for age in (60, 80))
    assert [(line.row.client, line.verdict) for line in kept[:2]] == [("ours", "ok"), ("low-latency", "ok")]
    assert table.over_budget(kept) == []
    assert table.over_budget(over) == ["… without lip sync, p50, ms"]
    assert [line.row.client for line in filled(age_p50_ms=([100], [69]))] == ["ours"]


def test_chromium_stands_beside_ours_only_where_it_was_measured() -> None:
    assert [line.row.against for line in filled(beeps_lost_percent=([2.0], [4.0]))] == ["vendor"]
    beside = filled(chromium=[1.0], beeps_lost_percent=([2.0], [4.0]))
    assert table.over_budget(beside) == ["beeps without an onset, % (Chromium's)"]


def test_every_picture_is_wanted_and_no_gap_over_100_ms() -> None:
    good = filled(painted_fps=([25.2], []), longest_gap_ms=([99], []))
    assert [line.verdict for line in good] == ["ok", "ok"]
    poor = filled(painted_fps=([24.6], []), longest_gap_ms=([101], []))
    assert [line.verdict for line in poor] == ["over", "over"]
    assert table.over_budget(poor) == []  # how busy the machine is decides that, too


@pytest.mark.long
@pytest.mark.usefixtures("sound_system")  # skips where there is none
def test_a_short_run_measures_our_window_on_the_local_engine() -> None:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "packaging")))
    words = ("--engine", "local", "--clients", "ours", "--rounds", "1", "--seconds", "3", "--json")
    run = subprocess.run(
        [sys.executable, "-m", "bench", *words],
        env=os.environ | {"PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        check=True,
    )
    (trial,) = json.loads(run.stdout)["trials"]
    found = trial["figures"]
    assert found["broker_ms"] < found["first_frame_ms"]
    assert found["broker_ms"] < found["painted_ms"]  # it may be seen before the session has noted it
    assert found["painted_fps"] > 1
    assert 0 < found["age_p50_ms"] < 20_000
    assert found["skew_p50_ms"] is not None
    assert found["cpu_cores"] > 0
    assert found["memory_mb"] > 10
    assert found["close_ms"] > 0
