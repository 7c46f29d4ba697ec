"""When things are in a film: by the sender's clock, together."""

from itertools import pairwise

import pytest

from tests.media.record.sender import PICTURE, SOUND
from viewer.media.pcm import SAMPLE_RATE
from viewer.media.receive.lip_sync import VIDEO_RATE, LipSync
from viewer.media.record.timeline import Timeline

BEGAN = 50.0


class Stage:
    """A sender that captures at times of our clock, on ways that differ; sound is heard ``delay`` later."""

    def __init__(self, way: float = 0.03, picture_way: float = 0.12, delay: float | None = None) -> None:
        self.way, self.picture_way, self.delay = way, picture_way, delay
        self.sync = LipSync(self.heard, lambda _: None)
        self.timeline = Timeline(self.sync, BEGAN)

    def heard(self, now: float) -> float | None:
        return None if self.delay is None else SOUND + (now - self.delay) * SAMPLE_RATE

    def sound(self, at: float, jitter: float = 0.0) -> float:
        timestamp, now = SOUND + round(at * SAMPLE_RATE), at + self.way + jitter
        self.sync.audio.arrived(timestamp, now)
        return self.timeline.sound(timestamp, now)

    def picture(self, at: float) -> float:
        timestamp, now = PICTURE + round(at * VIDEO_RATE), at + self.picture_way
        self.sync.video.arrived(timestamp, now)
        return self.timeline.picture(timestamp, now)

    def report(self, at: float) -> None:
        self.sync.audio.reported(SOUND + round(at * SAMPLE_RATE), 9000 + at)
        self.sync.video.reported(PICTURE + round(at * VIDEO_RATE), 9000 + at)


def test_jitter_is_not_in_the_film() -> None:
    stage = Stage()
    jitters = [0.0, 0.04, 0.01, 0.09, 0.0]
    times = [stage.sound(60 + n * 0.02, jitter) for n, jitter in enumerate(jitters)]
    assert times == pytest.approx([10.03 + n * 0.02 for n in range(5)], abs=1e-4)


def test_pictures_that_take_longer_are_with_their_sound_once_the_sender_has_reported() -> None:
    stage = Stage()
    stage.sound(60)
    stage.report(60)
    assert stage.picture(60) == pytest.approx(stage.sound(60), abs=1e-4)


def test_what_a_late_report_corrects_is_no_jolt() -> None:
    stage = Stage()
    times = []
    for number in range(60):
        at = 60 + number / 25
        sound = stage.sound(at)
        if number == 10:
            stage.report(at)
        times.append(stage.picture(at))
    steps = [after - before for before, after in pairwise(times)]
    assert min(steps) >= 0.04 - 0.0041
    assert times[-1] == pytest.approx(sound, abs=1e-4)


def test_a_sender_that_sets_its_clock_leaves_no_hole() -> None:
    stage = Stage()
    stage.sound(60)
    timestamp = SOUND + round(7000 * SAMPLE_RATE)
    assert stage.timeline.sound(timestamp, 60.05) == pytest.approx(10.05)


def test_the_user_is_where_the_persona_was_heard() -> None:
    stage = Stage(delay=0.2)
    stage.sound(60)
    assert stage.timeline.voice(61, 61) == pytest.approx(stage.sound(61) - 0.2, abs=1e-4)
    assert stage.timeline.heard(61.5, 61) == pytest.approx(stage.sound(61.5) - 0.2, abs=1e-4)
    silent = Stage(delay=None)
    silent.sound(60)
    assert silent.timeline.voice(61, 61) == pytest.approx(11.0, abs=1e-4)
