"""Pictures held until their sound is heard."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.media.pcm import SAMPLE_RATE
from viewer.media.receive.lip_sync import LONGEST_HOLD, VIDEO_RATE, LipSync, StreamTimes

# Where the senders' random timestamps begin.
AUDIO, VIDEO = 123_456, 987_654_321


class Stage:
    """A sender that began at 0 s, and sound that is heard ``delay`` seconds after it was captured."""

    def __init__(self, delay: float | None = 0.1) -> None:
        self.delay = delay
        self.delays: list[float] = []
        self.sync = LipSync(self.heard, self.delays.append)

    def heard(self, now: float) -> float | None:
        return None if self.delay is None else AUDIO + (now - self.delay) * SAMPLE_RATE

    def arrive(self, at: float, way: float = 0.02, video_way: float = 0.02) -> None:
        """Sound and picture captured at ``at``."""
        self.sync.audio.arrived(AUDIO + round(at * SAMPLE_RATE), at + way)
        self.sync.video.arrived(VIDEO + round(at * VIDEO_RATE), at + video_way)

    def report(self, at: float, video_error: float = 0.0) -> None:
        """Both streams report the sender's clock, which shows another time."""
        self.sync.audio.reported(AUDIO + round(at * SAMPLE_RATE), 5000 + at)
        self.sync.video.reported(VIDEO + round(at * VIDEO_RATE), 5000 + at + video_error)

    def shown(self, captured: float, now: float) -> float:
        return self.sync.due(VIDEO + round(captured * VIDEO_RATE), now)

    def settle(self) -> None:
        """Show pictures until the wait is as long as it has to be."""
        for _ in range(10):
            self.shown(1.0, now=1.02)


def test_a_picture_waits_for_its_sound() -> None:
    stage = Stage(delay=0.1)
    stage.arrive(1.0)
    stage.settle()
    assert stage.shown(1.0, now=1.02) == pytest.approx(1.1, abs=1e-3)
    assert stage.sync.late == pytest.approx(-0.08, abs=1e-3)
    assert stage.sync.skew == pytest.approx(0, abs=1e-3)
    assert stage.sync.held > 0.08


def test_a_picture_that_comes_after_its_sound_is_shown_at_once() -> None:
    stage = Stage(delay=0.05)
    stage.arrive(1.0)
    assert stage.shown(1.0, now=1.2) == 1.2
    assert stage.sync.late == pytest.approx(0.15, abs=1e-3)
    assert stage.sync.skew == pytest.approx(0.15, abs=1e-3)


def test_without_sound_pictures_are_shown_as_they_come() -> None:
    stage = Stage(delay=None)
    stage.arrive(1.0)
    assert stage.shown(1.0, now=1.02) == 1.02
    assert Stage().shown(1.0, now=1.02) == 1.02


def test_as_sound_begins_each_picture_waits_a_frame_longer_than_the_one_before() -> None:
    stage = Stage(delay=0.12)
    stage.arrive(1.0)
    for _ in range(2):
        waits = [stage.shown(1.0, now=1.02) - 1.02 for _ in range(4)]
        assert waits == pytest.approx([0.04, 0.08, 0.1, 0.1], abs=1e-3)
        stage.delay = None  # the sound pauses
        assert stage.shown(1.0, now=1.02) == 1.02
        stage.delay = 0.12


def test_no_picture_is_held_for_longer_than_a_moment() -> None:
    stage = Stage(delay=30)
    stage.arrive(1.0)
    stage.settle()
    assert stage.shown(1.0, now=1.02) == 1.02 + LONGEST_HOLD


def test_reports_outrank_arrival() -> None:
    stage = Stage(delay=0.1)
    # Pictures take 50 ms longer to arrive, which arrival alone takes for a later capture.
    stage.arrive(1.0, video_way=0.07)
    stage.settle()
    assert stage.shown(1.0, now=1.07) == pytest.approx(1.15, abs=1e-3)
    stage.report(1.0)
    steps = [stage.shown(1.0, now=1.07) for _ in range(20)]
    assert steps[-1] == pytest.approx(1.1, abs=1e-3)
    assert max(abs(a - b) for a, b in pairwise(steps)) < 0.005


@pytest.mark.parametrize("error", [3600, 1.1, -1.1, -3600])
def test_a_report_that_cannot_be_true_is_not_believed(error: float) -> None:
    stage = Stage(delay=0.1)
    stage.arrive(1.0)
    stage.report(1.0, video_error=error)
    stage.settle()
    assert stage.shown(1.0, now=1.02) == pytest.approx(1.1, abs=1e-3)


def test_a_sender_that_begins_anew_is_followed_at_once() -> None:
    stage = Stage(delay=0.1)
    stage.arrive(1.0)
    stage.shown(1.0, now=1.02)
    for number in range(300):
        at = 2 + number * 0.02
        stage.sync.audio.arrived(AUDIO + round(at * SAMPLE_RATE), at + 0.02)
        stage.sync.video.arrived(VIDEO + round((at - 2) * VIDEO_RATE), at + 0.02)
    assert stage.shown(5.9, now=7.92) == pytest.approx(8.0, abs=1e-3)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=400))
def test_the_shortest_way_counts_and_old_ones_are_forgotten(delays: list[float]) -> None:
    times = StreamTimes(1000)
    for number, delay in enumerate(delays):
        times.arrived(number * 20, number * 0.02 + delay)
    assert times.by_arrival == pytest.approx(min(delays[-250:]))


def test_sound_is_told_how_late_the_later_pictures_are() -> None:
    stage = Stage(delay=0.1)
    stage.arrive(1.0)
    for number in range(50):
        stage.shown(1.0, now=1.15 if number % 5 else 1.18)
    assert stage.delays == [pytest.approx(0.08, abs=1e-3)]
