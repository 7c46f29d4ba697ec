"""How the face moves: blinking, glancing, breathing, swaying, listening, and the mouth's inertia."""

import math
import random
from dataclasses import dataclass

from viewer.engine.expression import NEUTRAL, Expression, towards
from viewer.engine.mouth import SHUT, MouthShape, between


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


class Motion:
    """The life of one face. Ask for the pose of each picture once, in order of time (seconds)."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311
        self._phase = self._random.uniform(0, 60)
        self._time = 0.0
        self._next_blink = 1.2
        self._next_glance = 2.0
        self._aim = (0.0, 0.0)
        self._glance = (0.0, 0.0)
        self._mouth = SHUT
        self._emphasis = 0.0
        self._speaking = 0.0
        self._listening = 0.0
        self._expression = NEUTRAL

    def pose(
        self,
        time: float,
        mouth: MouthShape,
        *,
        speaking: bool,
        listening: bool,
        expression: Expression = NEUTRAL,
    ) -> Pose:
        """The pose at ``time``, while the sound of that moment asks for ``mouth``."""
        step = min(max(time - self._time, 0.0), 0.5)
        self._time = time
        self._speaking = _approach(self._speaking, float(speaking), step, 0.25)
        self._listening = _approach(self._listening, float(listening), step, 0.35)
        self._emphasis = _approach(self._emphasis, mouth.openness, step, 0.22)
        look = towards(self._expression, expression, 1 - math.exp(-step / 0.15))
        self._expression = look
        # A mouth opens faster than it falls shut.
        self._mouth = between(self._mouth, mouth, 0.8 if mouth.openness > self._mouth.openness else 0.6)
        self._move_eyes(time, step)
        slow = time + self._phase
        laugh = look.shake * math.sin(time * 22)
        lively = 0.6 + 0.6 * self._speaking
        return Pose(
            mouth=self._mouth,
            sway=(
                lively * (2.2 * math.sin(slow * 0.61) + 1.3 * math.sin(slow * 1.07)),
                1.0 * math.sin(slow * 0.83) + 2.5 * self._emphasis * self._speaking + 1.6 * laugh,
            ),
            tilt=lively * (0.8 * math.sin(slow * 0.47) + 0.5 * math.sin(slow * 0.91))
            - 2.6 * self._listening
            + look.tilt,
            turn=0.5 * math.sin(slow * 0.37) + 0.25 * math.sin(slow * 0.79) + 0.35 * self._glance[0],
            nod=0.3 * math.sin(slow * 0.53)
            + 0.7 * self._emphasis * self._speaking
            + 0.2 * self._listening
            + look.nod,
            breath=0.5 + 0.5 * math.sin(slow * 1.5),
            glance=self._glance,
            blink=self._blink(time),
            brows=min(1.0, 0.55 * self._emphasis * self._speaking + 0.6 * self._listening),
            smile=0.7 + 0.2 * self._listening - 0.3 * self._mouth.openness + look.corners,
            expression=look,
        )

    def _move_eyes(self, time: float, step: float) -> None:
        if time >= self._next_glance:
            # Eye contact most of the time; a listener looks away less.
            away = self._random.random() < 0.38 * (1 - self._listening)
            self._aim = (self._random.uniform(-1, 1), self._random.uniform(-0.6, 0.5)) if away else (0.0, 0.0)
            self._next_glance = time + (
                self._random.uniform(0.5, 1.1) if away else self._random.uniform(1.5, 4)
            )
        self._glance = (
            _approach(self._glance[0], self._aim[0], step, 0.04),
            _approach(self._glance[1], self._aim[1], step, 0.04),
        )

    def _blink(self, time: float) -> float:
        since = time - self._next_blink
        if since > _BLINK_SECONDS:
            twice = self._random.random() < 0.15
            self._next_blink = time + (0.12 if twice else self._random.uniform(2.2, 5.0))
            return 0.0
        if since < 0:
            return 0.0
        return min(1.0, 1.25 * math.sin(math.pi * since / _BLINK_SECONDS))


_BLINK_SECONDS = 0.2


def _approach(value: float, goal: float, step: float, time_constant: float) -> float:
    return goal + (value - goal) * math.exp(-step / time_constant)
