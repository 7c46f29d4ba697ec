"""The mouth, for every sound and expression, and the moustache over it."""

from dataclasses import dataclass

import skia

from viewer.engine.face.ink import fill, stroke
from viewer.engine.face.look import MIDDLE, Moustache, Mouth
from viewer.engine.face.pose import Pose


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where the opening between the lips is: ``left`` and ``right`` are its corners' heights."""

    x: float
    half: float
    left: float
    right: float
    roof: float
    floor: float
    openness: float
    tuck: float
    clench: float
    tongue: float
    rounded: float


def draw_mouth(canvas: skia.Canvas, mouth: Mouth, pose: Pose) -> None:
    """Lips, teeth, tongue. Shut it smiles; open it shows a dark inside that grows with the openness."""
    at = _lines(mouth, pose)
    if at.openness > 0.03:
        _draw_open(canvas, mouth, at)
    else:
        canvas.drawPath(
            _lens(at, at.half - 4, mouth.line, mouth.line + mouth.lower + 0.5), fill(mouth.lower_colour)
        )
        canvas.drawPath(_lens(at, at.half - 3, at.roof, at.floor), fill(mouth.inside))
    canvas.drawPath(_upper_lip(mouth, at), fill(mouth.upper_colour))
    if mouth.gloss:
        y = at.floor + 0.5 * mouth.lower
        shine = skia.Rect.MakeXYWH(at.x - 0.4 * at.half, y - 1.6, 0.5 * at.half, 3.2)
        canvas.drawOval(shine, fill("#ffffff", 0.5 * mouth.gloss))
    line = skia.Rect.MakeXYWH(at.x - 13, at.floor + mouth.lower - 2.5, 26, 9)
    canvas.drawArc(line, 30, 120, False, stroke(mouth.shade, 1.8, 0.5))
    for side, corner in ((-1, at.left), (1, at.right)):
        dimple = skia.Path()
        dimple.moveTo(at.x + side * (at.half + 1), corner - 3)
        dimple.quadTo(at.x + side * (at.half + 4.5), corner, at.x + side * (at.half + 1.5), corner + 4)
        canvas.drawPath(dimple, stroke(mouth.shade, 1.8, 0.5 * (1 - at.rounded)))


def _lines(mouth: Mouth, pose: Pose) -> _Lines:
    shape, look = pose.mouth, pose.expression
    openness = max(shape.openness, 0.62 * look.parted)
    shaped = min(1.0, 3 * openness + 0.2)
    rounded, spread = max(-shape.width, 0.0) * shaped, max(shape.width, 0.0) * shaped
    # The upper teeth lie on the lower lip (f) where the mouth is not spread, else on the lower teeth (s); in
    # a mouth that is further open the tongue is at them (l).
    tongue = shape.teeth * _share(openness, 0.2, 0.35)
    clench = (shape.teeth - tongue) * _share(shape.width, 0.0, 0.5)
    tuck = shape.teeth - tongue - clench
    half = mouth.half * (1 + 0.14 * pose.smile + 0.2 * spread - 0.4 * rounded - 0.11 * openness)
    roof = mouth.line - 0.5 - 4.0 * openness + 1.0 * rounded - 1.5 * (clench + tuck)
    floor = mouth.line + 1.0 + mouth.drop * openness - 1.5 * tuck
    corner = mouth.line - 8.0 * pose.smile * (1 - 0.8 * rounded) + 3 * openness
    corner += rounded * 0.35 * (floor - roof)
    uneven = 4.0 * look.lopsided
    return _Lines(
        MIDDLE + 0.5 * pose.turn + 1.5 * look.lopsided,
        half,
        corner + uneven,
        corner - uneven,
        roof,
        floor,
        openness,
        tuck,
        clench,
        tongue,
        rounded,
    )


def _draw_open(canvas: skia.Canvas, mouth: Mouth, at: _Lines) -> None:
    full = 1 + 0.35 * at.rounded  # pursed lips are fuller
    lower = mouth.lower * full * (1 - 0.55 * at.tuck)
    lips = _lens(at, at.half, at.roof - mouth.upper * full, at.floor + lower)
    inside = _lens(at, at.half - 3 * full, at.roof, at.floor)
    canvas.drawPath(lips, fill(mouth.lower_colour))
    with skia.AutoCanvasRestore(canvas):
        canvas.clipPath(inside, True)
        canvas.drawPath(inside, fill(mouth.inside))
        # Round the tongue is drawn back.
        top = at.floor - 9 * (1 - 0.8 * at.rounded)
        tongue = skia.Rect.MakeLTRB(at.x - at.half * 0.62, top, at.x + at.half * 0.62, top + 23)
        canvas.drawOval(tongue, fill(mouth.tongue))
        if at.tongue > 0.05:
            tip = at.floor - at.tongue * (at.floor - at.roof - 3.5)
            raised = skia.Rect.MakeLTRB(at.x - at.half * 0.42, tip, at.x + at.half * 0.42, at.floor + 16)
            canvas.drawRoundRect(raised, at.half * 0.36, 9, fill(mouth.tongue))
        upper = at.roof + (2.5 + 4.5 * at.openness) * (1 - 1.6 * at.rounded)
        if at.clench + at.tuck:
            upper += (at.clench * 0.55 + at.tuck) * max(at.floor - upper, 0.0)
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(at.x - at.half * 0.74, at.roof - 10, at.x + at.half * 0.74, upper),
            5,
            5,
            fill(mouth.teeth),
        )
        if at.clench > 0.05:
            low = at.floor + 1 - at.clench * (at.floor - upper + 0.2)
            teeth = skia.Rect.MakeLTRB(at.x - at.half * 0.7, low, at.x + at.half * 0.7, at.floor + 10)
            canvas.drawRoundRect(teeth, 3, 3, fill(mouth.teeth, min(1.0, 2 * at.clench)))
            canvas.drawLine(at.x - at.half, low, at.x + at.half, low, stroke("#b9a79c", 1.2, at.clench))


def _lens(at: _Lines, half: float, top: float, bottom: float) -> skia.Path:
    left, right = (at.x - half, at.left), (at.x + half, at.right)
    # A rounded mouth is an oval; else its corners are sharp.
    bow = 0.55 + 0.4 * at.rounded
    lens = skia.Path()
    lens.moveTo(*left)
    lens.cubicTo(
        at.x - half * bow, _through(at.left, top), at.x + half * bow, _through(at.right, top), *right
    )
    lens.cubicTo(
        at.x + half * (bow + 0.07),
        _through(at.right, bottom),
        at.x - half * (bow + 0.07),
        _through(at.left, bottom),
        *left,
    )
    return lens


def _upper_lip(mouth: Mouth, at: _Lines) -> skia.Path:
    x, half, roof, thick = at.x, at.half, at.roof, mouth.upper / 6 * (1 + 0.25 * at.rounded)
    narrow = half / mouth.half
    lip = skia.Path()
    lip.moveTo(x - half, at.left)
    lip.cubicTo(
        x - half * 0.6, roof - 5 * thick, x - 10 * narrow, roof - 9 * thick, x - 6 * narrow, roof - 8 * thick
    )
    lip.quadTo(x, roof - 5.5 * thick, x + 6 * narrow, roof - 8 * thick)
    lip.cubicTo(x + 10 * narrow, roof - 9 * thick, x + half * 0.6, roof - 5 * thick, x + half, at.right)
    bow = 0.55 + 0.4 * at.rounded
    lip.cubicTo(
        x + half * bow, _through(at.right, roof), x - half * bow, _through(at.left, roof), x - half, at.left
    )
    return lip


def _share(value: float, least: float, most: float) -> float:
    return min(max((value - least) / (most - least), 0.0), 1.0)


def _through(end: float, middle: float) -> float:
    # Height of both control points for which a cubic between two ends at ``end`` passes ``middle`` halfway.
    return end + (middle - end) * 4 / 3


def draw_moustache(canvas: skia.Canvas, moustache: Moustache, mouth: Mouth, pose: Pose) -> None:
    """A moustache that the upper lip carries: its ends go with the mouth's corners."""
    at = _lines(mouth, pose)
    x, top, half = at.x, moustache.top, moustache.half
    lip = at.roof - mouth.line  # how far the lip has gone up
    reach = half * (1 + 0.04 * pose.smile - 0.13 * at.rounded)
    for side, corner in ((-1, at.left), (1, at.right)):
        end = mouth.line - 1 + 0.6 * (corner - mouth.line)
        wing = skia.Path()
        wing.moveTo(x - side * 1.5, top + 1)
        wing.cubicTo(x + side * 10, top - 7, x + side * 26, top - 1, x + side * 0.74 * reach, end - 13)
        wing.cubicTo(
            x + side * 0.86 * reach, end - 7, x + side * 0.97 * reach, end - 8, x + side * reach, end - 15
        )
        wing.cubicTo(
            x + side * 1.08 * reach,
            end - 2,
            x + side * 0.86 * reach,
            end + 7,
            x + side * 0.6 * reach,
            end + 4,
        )
        wing.cubicTo(
            x + side * 20,
            end + 3 + 0.4 * lip,
            x + side * 8,
            mouth.line - 1 + lip,
            x - side * 1.5,
            mouth.line - 4 + lip,
        )
        wing.close()
        canvas.drawPath(wing, fill(moustache.colour))
        for number in range(4):
            strand = skia.Path()
            strand.moveTo(x + side * (4 + 5 * number), top + 4 - 0.4 * number)
            strand.quadTo(
                x + side * (16 + 7 * number),
                top + 7 + 1.5 * number,
                x + side * (0.55 + 0.09 * number) * reach,
                end + 1 - 3.5 * number,
            )
            colour = moustache.light if number % 2 else moustache.shade
            canvas.drawPath(strand, stroke(colour, 1.3, 0.6))
