"""Every face that the engine can make, in one picture to look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import skia

from viewer.engine.cast.characters import CHARACTERS, Character
from viewer.engine.face.expression import EXPRESSIONS
from viewer.engine.face.ink import font, surface_on
from viewer.engine.face.looks import LOOKS
from viewer.engine.face.painter import FacePainter
from viewer.engine.face.portrait import load_portrait
from viewer.engine.face.pose import Behaviour, Motion, Pose
from viewer.engine.voice.mouth import SHUT, MouthShape
from viewer.errors import UsageError

MOUTHS: Final = {
    "m b p": SHUT,
    "ah": MouthShape(1.0, 0.0),
    "eh": MouthShape(0.5, 0.4),
    "ee": MouthShape(0.3, 1.0),
    "oh": MouthShape(0.55, -0.7),
    "oo": MouthShape(0.25, -1.0),
    "f v": MouthShape(0.12, 0.0, teeth=1.0),
    "s z": MouthShape(0.15, 0.6, teeth=1.0),
    "l th": MouthShape(0.4, 0.1, teeth=0.6),
}
"""A mouth for each kind of sound."""

_COLUMNS: Final = 8
_CELL: Final = (216, 216)
# A picture in which the face is as large as a cell, and where it is there: left, top, right, bottom.
_CLOSE: Final = (324, 324)
_FACE: Final = (54, 14, 270, 230)
_LABEL: Final = 24
_TITLE: Final = 48
_PAPER: Final = (250, 250, 248, 255)
_INK: Final = skia.Paint(AntiAlias=True, Color=skia.ColorSetRGB(32, 36, 44))
# Where the moving head of a test subject is after some seconds of doing the same.
_SECONDS: Final = 3.0
_FRAME_RATE: Final = 25
_SEED: Final = 7

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Picture:
    label: str
    pose: Pose


def write_contact_sheet(file: Path, persona: str = "") -> str:
    """Draw ``persona``, or without an ID everyone, into the PNG ``file``; returns a line that says so.

    Raises:
        UsageError: there is no such persona, or the file cannot be written.
    """
    if persona and persona not in CHARACTERS:
        raise UsageError(f"No persona {persona} is drawn.", hint=f"Choose one of {', '.join(CHARACTERS)}.")
    sheet = contact_sheet([CHARACTERS[persona]] if persona else list(CHARACTERS.values()))
    png = skia.Image.fromarray(sheet, skia.kRGBA_8888_ColorType).encodeToData(skia.kPNG, 100)
    try:
        file.write_bytes(bytes(png))
    except OSError as error:
        raise UsageError(
            f"Cannot write {file}: {error.strerror}.", hint="Choose another --output."
        ) from error
    return f"{file}: {sheet.shape[1]}×{sheet.shape[0]}\n"


def contact_sheet(characters: Sequence[Character]) -> Pixels:
    """One block a character: mouths, expressions, a blink, listening, thinking, looking about, framings."""
    return np.concatenate([_block(character) for character in characters])


def _block(character: Character) -> Pixels:
    look = LOOKS[character.avatar_id]
    painter = FacePainter(load_portrait(look, _CLOSE))
    left, top, right, bottom = _FACE
    cells = [
        (picture.label, painter.paint(picture.pose)[top:bottom, left:right].copy())
        for picture in _pictures(character)
    ]
    for size in ((360, 240), (160, 240), (480, 206)):
        picture = FacePainter(load_portrait(look, size)).paint(Pose(smile=look.manner.smile))
        cells.append((f"{size[0]}×{size[1]}", _fitted(picture)))
    rows = -(-len(cells) // _COLUMNS)
    width, height = _CELL[0] * _COLUMNS, _TITLE + rows * (_CELL[1] + _LABEL)
    page = np.full((height, width, 4), _PAPER, np.uint8)
    canvas = surface_on(page).getCanvas()
    title = f"{character.name}  ·  {character.language}  ·  {character.size[0]}×{character.size[1]}"
    canvas.drawString(title, 10, 34, font("Inter-SemiBold.otf", 24), _INK)
    for number, (label, picture) in enumerate(cells):
        top = _TITLE + number // _COLUMNS * (_CELL[1] + _LABEL)
        left = number % _COLUMNS * _CELL[0]
        page[top : top + _CELL[1], left : left + _CELL[0]] = picture
        canvas.drawString(label, left + 8, top + _CELL[1] + 17, font("Inter-Regular.otf", 14), _INK)
    return page


def _pictures(character: Character) -> Iterator[_Picture]:
    manner = LOOKS[character.avatar_id].manner
    rest = Pose(smile=manner.smile)
    for sound, shape in MOUTHS.items():
        yield _Picture(sound, replace(rest, mouth=shape, smile=manner.smile - 0.3 * shape.openness))
    for tag, expression in EXPRESSIONS.items():
        yield _Picture(tag, _acting(character, Behaviour(expression=expression)))
    for blink in (0.35, 0.7, 1.0):
        yield _Picture(f"blink {blink:.0%}", replace(rest, blink=blink))
    yield _Picture("listening", _acting(character, Behaviour(listening=True)))
    yield _Picture("thinking", _acting(character, Behaviour(thinking=True)))
    yield _Picture("a stressed syllable", replace(rest, mouth=MouthShape(0.7), brows=0.9, nod=0.8, smile=0.6))
    for label, glance, turn in (
        ("left", (-1.0, 0.1), -0.8),
        ("right", (1.0, 0.1), 0.8),
        ("down", (0.3, 0.5), 0),
    ):
        yield _Picture(f"looks {label}", replace(rest, glance=glance, turn=turn))


def _acting(character: Character, behaviour: Behaviour) -> Pose:
    motion = Motion(_SEED, LOOKS[character.avatar_id].manner)
    poses = [
        motion.pose(number / _FRAME_RATE, SHUT, behaviour) for number in range(int(_SECONDS * _FRAME_RATE))
    ]
    return replace(poses[-1], blink=0.0)


def _fitted(picture: Pixels) -> Pixels:
    """``picture`` as large as the cell allows, on paper."""
    height, width = picture.shape[:2]
    scale = min(_CELL[0] / width, _CELL[1] / height)
    cell = np.full((_CELL[1], _CELL[0], 4), _PAPER, np.uint8)
    canvas = surface_on(cell).getCanvas()
    wide, high = width * scale, height * scale
    canvas.drawImageRect(
        skia.Image.fromarray(picture, skia.kRGBA_8888_ColorType),
        skia.Rect.MakeXYWH((_CELL[0] - wide) / 2, (_CELL[1] - high) / 2, wide, high),
        skia.SamplingOptions(skia.FilterMode.kLinear),
    )
    return cell
