"""How the face moves: blinking, glancing, breathing, swaying, listening and thinking."""

import math
import random
from dataclasses import dataclass

from viewer.engine.cast.manner import Manner
from viewer.engine.face.expression import NEUTRAL, THINKING, Expression, towards
from viewer.engine.voice.mouth import SHUT, MouthShape
from viewer.engine.voice.stress import Stress


@dataclass(frozen=True, slots=True)
class Pose:
    """Everything that changes from picture to picture.

    ``turn`` and ``nod`` shift the features over the head and ``glance`` the pupils in the eyes, all
    −1 to 1; ``tilt`` is in degrees; ``sway`` in pixels; the rest is 0 to 1, but ``smile``, which an
    expression may turn below 0. ``expression`` is what a director asks of brows, lids and lips.
    """

    mouth: MouthShape = SHUT
    sway: tuple[float, float] = (0.0, 0.0)
    tilt: float = 0.0
    turn: float = 0.0
    nod: float = 0.0
    breath: float = 0.0
    glance: tuple[float, float] = (0.0, 0.0)
    blink: float = 0.0
    brows: float = 0.0
    smile: float = 0.7
    expression: Expression = NEUTRAL


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What a persona is doing: speaking, being spoken to, thinking of an answer; and how it looks."""

    speaking: bool = False
    listening: bool = False
    thinking: bool = False
    expression: Expression = NEUTRAL


class Motion:
    """The life of one face. Ask for the pose of each picture once, in order of time (seconds)."""

    def __init__(self, seed: int, manner: Manner | None = None) -> None:
        self._random = random.Random(seed)  # noqa: S311
        self._manner = manner or Manner()
        self._phase = self._random.uniform(0, 60)
        self._time = 0.0
        self._next_blink = 1.2
        self._next_glance = 2.0
        self._aim = (0.0, 0.0)
        self._glance = (0.0, 0.0)
        self._mouth = SHUT
        self._emphasis = Stress()
        self._speaking = 0.0
        self._listening = 0.0
        self._thinking = 0.0
        self._expression = NEUTRAL

    def pose(self, time: float, mouth: MouthShape, behaviour: Behaviour, loudness: float = 0.0) -> Pose:
        """The pose at ``time``, while the sound of that moment asks for ``mouth`` and is so loud, 0 to 1."""
        step = min(max(time - self._time, 0.0), 0.5)
        self._time = time
        self._speaking = _approach(self._speaking, float(behaviour.speaking), step, 0.25)
        self._listening = _approach(self._listening, float(behaviour.listening), step, 0.35)
        if behaviour.thinking and self._thinking < 0.05:
            self._next_glance = time  # the eyes go first
        self._thinking = _approach(self._thinking, float(behaviour.thinking), step, 0.3)
        asked = towards(behaviour.expression, THINKING, 0.8) if behaviour.thinking else behaviour.expression
        self._expression = towards(self._expression, asked, 1 - math.exp(-step / 0.15))
        self._mouth = mouth
        self._move_eyes(time, step, thinking=behaviour.thinking)
        stress = self._emphasis.follow(loudness, step) * self._speaking
        return self._pose(time, stress)

    def _pose(self, time: float, stress: float) -> Pose:
        slow, look, manner = time + self._phase, self._expression, self._manner
        laugh = look.shake * math.sin(time * 22)
        lively = manner.lively * (0.6 + 0.6 * self._speaking)
        # Now and then a listener nods.
        agreeing = self._listening * max(0.0, math.sin(slow * 1.3)) ** 6 * math.sin(slow * 9)
        return Pose(
            mouth=self._mouth,
            sway=(
                lively * (2.2 * math.sin(slow * 0.61) + 1.3 * math.sin(slow * 1.07)),
                1.0 * math.sin(slow * 0.83) + 2.5 * stress + 1.6 * laugh + 1.5 * agreeing,
            ),
            tilt=lively * (0.8 * math.sin(slow * 0.47) + 0.5 * math.sin(slow * 0.91))
            + manner.listening_tilt * self._listening
            + 3.2 * manner.thinks_to * self._thinking
            + look.tilt,
            turn=0.5 * math.sin(slow * 0.37) + 0.25 * math.sin(slow * 0.79) + 0.35 * self._glance[0],
            nod=0.3 * math.sin(slow * 0.53)
            + 0.8 * stress
            + 0.2 * self._listening
            - 0.5 * self._thinking
            + 0.8 * agreeing
            + look.nod,
            breath=0.5 + 0.5 * math.sin(slow * 1.5),
            glance=self._glance,
            blink=self._blink(time),
            brows=min(1.0, 0.1 * self._speaking + 0.8 * stress + 0.6 * self._listening),
            smile=manner.smile + 0.2 * self._listening - 0.3 * self._mouth.openness + look.corners,
            expression=look,
        )

    def _move_eyes(self, time: float, step: float, *, thinking: bool) -> None:
        if time >= self._next_glance:
            self._aim, stays = self._new_aim(thinking=thinking)
            self._next_glance = time + stays
        self._glance = (
            _approach(self._glance[0], self._aim[0], step, 0.04),
            _approach(self._glance[1], self._aim[1], step, 0.04),
        )

    def _new_aim(self, *, thinking: bool) -> tuple[tuple[float, float], float]:
        """Where to look next, and for how many seconds."""
        uniform = self._random.uniform
        if thinking:
            return (self._manner.thinks_to * uniform(0.5, 1.0), uniform(-1.0, -0.75)), uniform(0.7, 1.3)
        # Eye contact most of the time; a listener looks away less.
        if self._random.random() < self._manner.looks_away * (1 - self._listening):
            return (uniform(-1, 1), uniform(-0.6, 0.5)), uniform(0.5, 1.1)
        return (0.0, 0.0), uniform(1.5, 4)

    def _blink(self, time: float) -> float:
        since = time - self._next_blink
        if since > _BLINK_SECONDS:
            twice = self._random.random() < 0.15
            self._next_blink = time + (0.12 if twice else self._random.uniform(*self._manner.blinks))
            return 0.0
        if since < 0:
            return 0.0
        return min(1.0, 1.25 * math.sin(math.pi * since / _BLINK_SECONDS))


_BLINK_SECONDS = 0.2


def _approach(value: float, goal: float, step: float, time_constant: float) -> float:
    return goal + (value - goal) * math.exp(-step / time_constant)
