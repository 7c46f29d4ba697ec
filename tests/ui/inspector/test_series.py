"""Figures out of samples, kept for an hour and no longer."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.samples import samples
from viewer.protocol.events import Phase, PhaseChanged
from viewer.protocol.stats import StatsSampled
from viewer.ui.inspector.graphs.figures import CHARTS, FIGURES, GROUPS, Mean, Rate
from viewer.ui.inspector.graphs.series import CAPACITY, Series
from viewer.ui.inspector.graphs.span import Span
from viewer.ui.inspector.memory import Memory

COUNTED = Rate("it", "bytes")
TIMED = Mean("it", "seconds", "frames")
WEEK = 7 * 24 * 3600


def of(**members: float) -> dict[str, dict[str, float]]:
    return {"it": members}


def sampled(at: float, received: float) -> StatsSampled:
    return StatsSampled(at, {"transport": {"type": "transport", "bytesReceived": received}})


def test_every_figure_is_made_of_what_is_measured() -> None:
    series = Series()
    for sample in samples(30):
        series.add(sample)
    newest = {name: values[-1] for name, values in series.values.items()}
    assert [name for name, value in newest.items() if math.isnan(value)] == []
    assert newest["received"] == pytest.approx((212 + 20 * math.sin(29 / 7) - 90) * 8, rel=1e-4)
    assert newest["fps_received"] == 16
    assert newest["fps_painted"] == 14
    assert newest["interval"] == pytest.approx(62.5)
    assert newest["interval_spread"] == pytest.approx(24, rel=1e-3)
    assert newest["decode"] == pytest.approx(3.5, rel=1e-3)
    assert newest["sound_buffer"] == pytest.approx(140, rel=1e-3)
    assert newest["persona_level"] == pytest.approx(10 * math.log10(0.02 * math.sin(29 / 4)), rel=1e-3)
    assert newest["cpu"] == pytest.approx(100 * (0.22 + 0.03 * math.sin(29 / 7)), rel=1e-3)


def test_every_figure_has_its_place_in_one_graph() -> None:
    drawn = [figure for chart in CHARTS for figure in chart.figures]
    assert sorted(drawn) == sorted(FIGURES)
    assert {chart.group for chart in CHARTS} == set(GROUPS)


@given(st.lists(st.tuples(st.integers(0, 500), st.booleans()), max_size=40))
def test_a_counter_that_begins_again_draws_no_spike(steps: list[tuple[int, bool]]) -> None:
    total, before = 0, of()
    for step, begins_again in steps:
        total = step if begins_again else total + step
        now = of(bytes=total)
        rate = COUNTED.value(now, before, 1.0)
        assert math.isnan(rate) or 0 <= rate <= 500
        before = now


def test_what_cannot_be_known_is_not_drawn() -> None:
    assert math.isnan(COUNTED.value(of(bytes=5), {}, 1.0))
    assert math.isnan(COUNTED.value(of(bytes=5, ssrc=2), of(bytes=3, ssrc=1), 1.0))
    assert math.isnan(COUNTED.value({"it": {"bytes": "many"}}, of(bytes=3), 1.0))
    assert math.isnan(TIMED.value(of(seconds=2, frames=5), of(seconds=1, frames=5), 1.0))
    assert TIMED.value(of(seconds=2, frames=9), of(seconds=1, frames=5), 1.0) == 0.25


def test_a_pause_is_a_gap_and_what_comes_late_is_left_out() -> None:
    series = Series()
    for at, received in ((1.0, 0), (2.0, 1000), (9.0, 90_000), (8.0, 1), (10.0, 91_000)):
        series.add(sampled(at, received))
    assert [*series.times] == [1.0, 2.0, 3.25, 9.0, 10.0]
    rates = [None if math.isnan(value) else value for value in series.values["received"]]
    assert rates == [None, 8.0, None, None, 8.0]


def test_a_week_takes_no_more_room_than_an_hour() -> None:
    series = Series()
    for at in range(0, WEEK, 240):
        series.add(sampled(float(at), float(at)))
    assert CAPACITY <= len(series) <= CAPACITY * 1.15
    assert series.times[-1] == WEEK - 240
    assert {len(values) for values in series.values.values()} == {len(series)}


def test_the_memory_keeps_figures_for_an_inspector_that_is_opened_late() -> None:
    memory = Memory()
    for sample in samples(5):
        memory.add(sample)
    assert len(memory.series) == 5
    assert [*memory] == []
    memory.add(PhaseChanged(Phase.ASKING_BROKER))
    assert len(memory.series) == 0
    assert memory.series.newest() is None


def test_the_part_of_time_that_is_seen_follows_stands_zooms_and_moves() -> None:
    span = Span()
    span.newest = 1000.0
    assert (span.begin, span.end, span.stands) == (940.0, 1000.0, False)
    span.stand(True)
    span.newest = 1100.0
    assert span.end == 1000.0
    span.zoom(0.5, about=970.0)
    assert (span.begin, span.end) == (955.0, 985.0)
    span.move(1000.0)
    assert (span.end, span.stands) == (1100.0, False)
    span.move(-10_000.0)
    assert (span.end, span.stands) == (1100.0 - 3600, True)
    span.show(600.0)
    assert (span.length, span.stands) == (600.0, False)
    for _ in range(20):
        span.zoom(2.0)
    assert span.length == 3600.0
    for _ in range(20):
        span.zoom(0.5)
    assert span.length == 5.0
