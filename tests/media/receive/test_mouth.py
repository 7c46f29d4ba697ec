"""The mouth is found by how it moves in speech, and its first movement is told when that was painted."""

from dataclasses import dataclass, field
from typing import Any

import av
import numpy as np
import pytest

from viewer.media.picture import Painting
from viewer.media.receive import mouth
from viewer.media.receive.mouth import Mouth

WIDTH, HEIGHT = 180, 120
MOUTH = slice(75, 87), slice(84, 102)
EYES = slice(40, 46), slice(70, 115)
# As a codec leaves it.
NOISE = np.asarray(100 + np.random.default_rng(3).normal(0, 1, (7, HEIGHT, 2 * WIDTH)), np.uint8)


@dataclass
class Face:
    """25 pictures a second of noise that never rests, and a mouth and eyes in it."""

    mouth: Mouth = field(init=False)
    painting: Painting = field(default_factory=Painting)
    told: list[float] = field(default_factory=list)
    now: float = 100.0
    count: int = 0
    paints: bool = True

    def __post_init__(self) -> None:
        self.mouth = Mouth(self.painting)
        self.mouth.moved = self.told.append

    def come(self, seconds: float, *, speaks: bool = False, blinks: bool = False, size: int = WIDTH) -> None:
        """So long pictures and their sound."""
        for number in range(round(seconds * 25)):
            self.now = round(self.now + 0.04, 6)
            for part in (0.0, 0.02):
                self.mouth.hear(0.1 if speaks else 0.0, self.now + part)
            self.count += 1
            luma = NOISE[self.count % len(NOISE), :, :size].copy()
            if speaks:
                luma[MOUTH] += np.uint8(60 * (number % 2))
            if blinks and number % 5 == 0:
                luma[EYES] += 90
            self.mouth.see(av.VideoFrame.from_ndarray(luma, format="gray"), self.now)
            if self.paints:
                self.painting.painted += 1
                self.painting.last = self.now + 0.007

    def greet(self) -> None:
        """It is silent, speaks and is silent."""
        self.come(2)
        self.come(2, speaks=True)
        self.come(1)


@pytest.fixture
def face() -> Face:
    """One that nobody has seen yet."""
    return Face()


def test_the_first_movement_is_told_when_it_was_painted(face: Face) -> None:
    face.greet()
    assert face.mouth.is_found
    face.mouth.wait(face.now)
    face.come(0.8)
    face.mouth.answer(face.now)
    face.come(0.08)
    moved = face.now + 0.08  # the first picture of a speech looks as the one before it
    face.come(1, speaks=True)
    assert face.told == [pytest.approx(moved + 0.007)]
    face.come(2, speaks=True)
    assert len(face.told) == 1, "once a turn"


def test_blinking_is_no_movement_of_the_mouth_and_no_words_are_none_either(face: Face) -> None:
    face.greet()
    face.mouth.wait(face.now)
    face.come(1, speaks=True)
    face.come(1)
    face.mouth.answer(face.now)
    face.come(3.2, blinks=True)
    face.come(1, speaks=True)
    assert face.told == [], "and nobody waits any longer"


def test_words_may_come_a_little_after_what_they_belong_to(face: Face) -> None:
    face.greet()
    face.mouth.wait(face.now)
    face.come(0.8)
    moved = face.now + 0.08
    face.come(0.16, speaks=True)
    face.mouth.answer(face.now)
    face.come(0.08, speaks=True)
    assert len(face.told) == 1
    assert face.told[0] >= moved


def test_a_mouth_that_never_rested_has_no_first_movement(face: Face) -> None:
    face.greet()
    face.come(1, speaks=True)
    face.mouth.wait(face.now)
    face.come(0.6, speaks=True)
    face.mouth.answer(face.now)
    face.come(1, speaks=True)
    assert face.told == []


def test_nothing_is_told_where_nothing_moves_with_the_voice(face: Face) -> None:
    for _ in range(2):
        face.come(2, blinks=True)
        for _ in range(40):
            face.mouth.hear(0.1, face.now)
            face.come(0.04, blinks=True)
    assert not face.mouth.is_found
    face.mouth.wait(face.now)
    face.mouth.answer(face.now)
    face.come(1, speaks=True)
    assert face.told == []


def test_a_picture_that_nobody_painted_moved_for_nobody(face: Face) -> None:
    face.greet()
    face.paints = False
    face.mouth.wait(face.now)
    face.mouth.answer(face.now)
    face.come(0.4)
    face.come(0.4, speaks=True)
    assert face.told == []
    face.paints = True
    face.come(0.08)
    assert len(face.told) == 1


def test_who_takes_pictures_without_painting_counts_as_having_seen_them() -> None:
    face = Face(paints=False)
    face.greet()
    face.mouth.wait(face.now)
    face.mouth.answer(face.now)
    face.come(0.4)
    moved = face.now + 0.08
    face.come(0.4, speaks=True)
    assert face.told == [pytest.approx(moved)]


def test_another_size_is_another_face(face: Face) -> None:
    face.greet()
    face.mouth.wait(face.now)
    face.come(0.2)
    face.come(0.2, size=WIDTH + 60)
    assert not face.mouth.is_found


def test_while_nothing_is_waited_for_nobody_looks(face: Face) -> None:
    face.greet()

    class Untouchable:
        """Whoever looks at it fails."""

    face.mouth.see(Untouchable(), face.now)  # type: ignore[arg-type]
    face.mouth.wait(face.now)
    with pytest.raises(AttributeError):
        face.mouth.see(Untouchable(), face.now)  # type: ignore[arg-type]


def test_where_silence_told_enough_few_pictures_of_it_are_looked_at_and_speech_is_learned_as_fast(
    face: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    face.come(12)
    looked = 0
    look = mouth._few

    def counted(frame: av.VideoFrame) -> Any:
        nonlocal looked
        looked += 1
        return look(frame)

    monkeypatch.setattr(mouth, "_few", counted)
    face.come(4)
    assert looked == pytest.approx(20, abs=2)
    face.come(2, speaks=True)
    assert face.mouth.is_found
