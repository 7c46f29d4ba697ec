"""Eyes, brows, nose and glasses, in the drawing's coordinates at rest."""

import skia

from viewer.engine.face.ink import fill, stroke
from viewer.engine.face.look import MIDDLE, Eyes, Glasses, Look, Nose
from viewer.engine.face.pose import Pose


def draw_eye(canvas: skia.Canvas, side: int, eyes: Eyes, pose: Pose) -> None:
    """One eye; ``side`` is −1 for the one on the picture's left, 1 for the other."""
    x, y = MIDDLE + side * eyes.distance, eyes.line
    lids, wide = pose.expression.lids, eyes.width / 19
    # A smile and a wide mouth push the lower lid up a little, laughing eyes more so.
    upper = (eyes.upper + 3.0 * lids) * (1 - pose.blink) + 1.0 * pose.brows
    lower = eyes.lower - 2.5 * pose.blink - 1.2 * pose.smile + (1.5 if lids > 0 else 5.0) * lids
    lid = y + 4.5 * pose.blink
    # A lid that hangs is lower towards the temple.
    hanging = 1.3 - 0.45 * eyes.droop
    inner, outer = (x - side * 0.97 * eyes.width, y + 2.0), (x + side * 1.03 * eyes.width, y - 0.5)
    outer = (outer[0], outer[1] - eyes.slant * (1 - pose.blink) + 3.0 * eyes.droop)
    outline = skia.Path()
    outline.moveTo(*inner)
    outline.cubicTo(
        x - side * 11 * wide, lid - upper * 1.15, x + side * 9 * wide, lid - upper * hanging, *outer
    )
    lash = skia.Path(outline)
    outline.cubicTo(x + side * 10 * wide, y + lower * 1.25, x - side * 8 * wide, y + lower * 1.3, *inner)
    crease = _crease(eyes, side, pose.blink)
    if eyes.lid is not None:
        canvas.drawPath(_lid(eyes, side, pose.blink, inner), fill(eyes.lid, 0.22))
    if pose.blink < 0.85:
        with skia.AutoCanvasRestore(canvas):
            canvas.clipPath(outline, True)
            canvas.drawPath(outline, fill(eyes.white))
            _draw_iris(canvas, eyes, (x + 5.5 * pose.glance[0], y - 0.5 + 3.5 * pose.glance[1]), lash)
    canvas.drawPath(lash, stroke(eyes.lash, eyes.lash_weight))
    if eyes.wing:
        canvas.drawPath(_wing(eyes, side, outer, pose.blink), fill(eyes.lash))
    canvas.drawPath(crease, stroke(eyes.crease, 1.5, 0.5))
    under = skia.Rect.MakeXYWH(x - 16 * wide, y + lower - 8, 32 * wide, 13)
    canvas.drawArc(under, 35, 110, False, stroke(eyes.under, 1.4, eyes.bags))


def _draw_iris(canvas: skia.Canvas, eyes: Eyes, at: tuple[float, float], lash: skia.Path) -> None:
    (x, y), size = at, eyes.radius / 10.6
    canvas.drawCircle(x, y, 10.6 * size, fill(eyes.iris_rim))
    canvas.drawCircle(x, y, 9.4 * size, fill(eyes.iris))
    canvas.drawCircle(x, y + 3.2 * size, 5.6 * size, fill(eyes.iris_light, 0.8))
    canvas.drawCircle(x, y, 4.7 * size, fill("#14161c"))
    canvas.drawPath(lash, stroke("#462c28", 7.0, 0.28))  # the upper lid's shadow
    canvas.drawCircle(x - 3.4 * size, y - 3.8 * size, 2.7 * size, fill("#ffffff", 0.95))
    canvas.drawCircle(x + 3.6 * size, y + 3.4 * size, 1.2 * size, fill("#ffffff", 0.95))


def _crease(eyes: Eyes, side: int, blink: float) -> skia.Path:
    x, y, wide = MIDDLE + side * eyes.distance, eyes.line, eyes.width / 19
    rise = eyes.upper - 12.5
    outer = y - 8.5 - eyes.slant + 9.0 * eyes.droop
    crease = skia.Path()
    crease.moveTo(x - side * 15 * wide, y - 8.5 - rise + 3 * blink)
    crease.cubicTo(
        x - side * 7 * wide,
        y - 16.5 - rise + 4 * blink,
        x + side * 9 * wide,
        y - 17.5 - rise + 4 * blink + 4.0 * eyes.droop,
        x + side * 19 * wide,
        outer,
    )
    return crease


def _lid(eyes: Eyes, side: int, blink: float, inner: tuple[float, float]) -> skia.Path:
    lid = _crease(eyes, side, blink)
    x, wide = MIDDLE + side * eyes.distance, eyes.width / 19
    lid.lineTo(x + side * 1.1 * eyes.width, eyes.line - eyes.slant)
    lid.cubicTo(x + side * 9 * wide, eyes.line + 3, x - side * 9 * wide, eyes.line + 3, *inner)
    lid.close()
    return lid


def _wing(eyes: Eyes, side: int, outer: tuple[float, float], blink: float) -> skia.Path:
    # Lashes that end in a point beyond the corner, and come down with the lid.
    x, y = outer
    length = eyes.wing
    wing = skia.Path()
    rise = length * (0.62 - 0.9 * blink)
    wing.moveTo(x - side * length * 1.5, y - 0.55 * length * (1 - blink))
    wing.quadTo(x - side * 0.2 * length, y - 0.25 * length, x + side * 0.95 * length, y - rise)
    wing.quadTo(x + side * 0.35 * length, y + 1.4, x - side * 0.5 * length, y + 1.0)
    wing.close()
    return wing


def draw_brow(canvas: skia.Canvas, side: int, look: Look, pose: Pose) -> None:
    """One eyebrow: thick towards the nose, lifted with the pose's ``brows``."""
    brows, eyes, asked = look.brows, look.eyes, pose.expression
    x = MIDDLE + side * (eyes.distance + 1)
    lift = asked.brows + asked.uneven * (side + 1) / 2
    y = eyes.line - brows.height - 6.5 * pose.brows + 1.5 * pose.blink - 8.0 * lift
    # The inner end by itself: up in sorrow, down in a frown, when it also comes closer to the other.
    inner = y - 9.0 * asked.inner
    near = x + side * 3.5 * min(asked.inner, 0.0)
    middle, thick, long = (y + inner) / 2, brows.thickness / 7, brows.length / 25
    top = inner + 1.5 - pose.brows - 3.0 * (thick - 1)
    bottom = inner + 1.5 + brows.thickness
    bend = y - brows.arch - pose.brows - 2.0 * max(thick - 1, 0.0)
    brow = skia.Path()
    brow.moveTo(near - side * 22, top)
    brow.cubicTo(
        x - side * 12,
        middle - 5 - 2.0 * (thick - 1),
        x + side * 6 * long,
        bend,
        x + side * brows.length,
        y + 5,
    )
    brow.cubicTo(
        x + side * 10 * long,
        y - 1.5 + 4.0 * (thick - 1),
        x - side * 6,
        middle + 0.5 + 5.0 * (thick - 1),
        near - side * 21,
        bottom - pose.brows,
    )
    brow.cubicTo(near - side * 24, bottom, near - side * 24.5, inner + 4, near - side * 22, top)
    canvas.drawPath(brow, fill(brows.colour))
    if asked.inner < 0:
        frown = skia.Path()
        frown.moveTo(MIDDLE + side * 6, inner - 3)
        frown.quadTo(MIDDLE + side * 4, inner + 4, MIDDLE + side * 7, inner + 10)
        canvas.drawPath(frown, stroke(eyes.crease, 2.0, min(-0.55 * asked.inner, 0.7)))
    if brows.bushy:
        _draw_hairs(canvas, side, (near - side * 18, middle + 4), (x + side * 18, y + 1), bend - y)


def _draw_hairs(
    canvas: skia.Canvas, side: int, start: tuple[float, float], end: tuple[float, float], bend: float
) -> None:
    for number in range(7):
        share = number / 6
        x = start[0] + (end[0] - start[0]) * share
        y = start[1] + (end[1] - start[1]) * share + bend * 1.6 * share * (1 - share)
        canvas.drawLine(x, y + 3.0, x + side * 5.0, y - 5.5 + 4.0 * share, stroke("#8f8a80", 1.1, 0.55))


def draw_nose(canvas: skia.Canvas, nose: Nose, pose: Pose) -> None:
    """The nose, which turns a little further than the rest."""
    x, y, wide = MIDDLE + 1.5 * pose.turn, nose.tip, nose.width / 17
    top = y - nose.length
    bridge = skia.Path()
    bridge.moveTo(x + 10 * wide, top)
    bridge.cubicTo(x + 7 * wide, y - 41, x + 11 * wide, y - 27, x + 17 * wide, y - 15)
    bridge.cubicTo(x + 21 * wide, y - 7, x + 14 * wide, y, x + 3 * wide, y)
    bridge.cubicTo(x + 9 * wide, y - 11, x + 6 * wide, y - 35, x + 10 * wide, top)
    canvas.drawPath(bridge, fill(nose.shade, 0.5))
    base = skia.Path()
    base.moveTo(x - 14 * wide, y - 7)
    base.cubicTo(x - 12 * wide, y, x - 6 * wide, y, x - 3 * wide, y - 1)
    base.cubicTo(x, y + 2, x + 5 * wide, y + 2, x + 8 * wide, y - 1)
    base.cubicTo(x + 12 * wide, y, x + 16 * wide, y - 2, x + 17 * wide, y - 8)
    canvas.drawPath(base, stroke(nose.line, 2.0, 0.75))
    canvas.drawOval(skia.Rect.MakeXYWH(x - 7 * wide, y - 21, 8 * wide, 12), fill(nose.light, 0.55))


def draw_glasses(canvas: skia.Canvas, glasses: Glasses, eyes: Eyes) -> None:
    """Glasses, through which the eyes are seen."""
    y = eyes.line + glasses.sink
    wide, high = glasses.radius
    frame, shine = stroke(glasses.colour, glasses.weight), stroke(glasses.light, 1.2, 0.8)
    for side in (-1, 1):
        x = MIDDLE + side * (eyes.distance + 2)
        rim = skia.Rect.MakeLTRB(x - wide, y - high, x + wide, y + high)
        round_rim = skia.RRect.MakeRectXY(rim, wide * 0.86, high * 0.9)
        canvas.drawRRect(round_rim, fill("#ffffff", 0.07))
        with skia.AutoCanvasRestore(canvas):
            canvas.clipRRect(round_rim, True)
            gleam = skia.Path()
            gleam.addPoly(
                [
                    skia.Point(x - wide * 0.35, y - high),
                    skia.Point(x + wide * 0.1, y - high),
                    skia.Point(x - wide * 0.75, y + high),
                    skia.Point(x - wide * 1.2, y + high),
                ],
                True,
            )
            canvas.drawPath(gleam, fill("#ffffff", 0.13))
        canvas.drawLine(x + side * wide, y - 7, MIDDLE + side * glasses.temple, y - 10, frame)
        canvas.drawRRect(round_rim, frame)
        canvas.drawArc(rim.makeInset(1.0, 1.0), 200, 70, False, shine)
    reach = eyes.distance + 2 - wide
    bridge = skia.Path()
    bridge.moveTo(MIDDLE - reach, y - 4)
    bridge.quadTo(MIDDLE, y - 11, MIDDLE + reach, y - 4)
    canvas.drawPath(bridge, frame)
