"""The parts of the face that move by themselves, in the picture's coordinates at rest."""

import math
from typing import Final

import skia

from viewer.engine.pose import Pose

_MIDDLE: Final = 360.0
_EYE_DISTANCE: Final = 39.0
_EYE_LINE: Final = 200.0
_MOUTH_LINE: Final = 271.0


def draw_eye(canvas: skia.Canvas, side: int, pose: Pose) -> None:
    """One eye; ``side`` is −1 for the one on the picture's left, 1 for the other."""
    x, y = _MIDDLE + side * _EYE_DISTANCE, _EYE_LINE
    lids = pose.expression.lids
    # A smile and a wide mouth push the lower lid up a little, laughing eyes more so.
    upper = (12.5 + 3.0 * lids) * (1 - pose.blink) + 1.0 * pose.brows
    lower = 8.8 - 2.5 * pose.blink - 1.2 * pose.smile + (1.5 if lids > 0 else 5.0) * lids
    lid = y + 4.5 * pose.blink
    outline = skia.Path()
    outline.moveTo(x - side * 18.5, y + 2.0)
    outline.cubicTo(
        x - side * 11, lid - upper * 1.15, x + side * 9, lid - upper * 1.3, x + side * 19.5, y - 0.5
    )
    lash = skia.Path(outline)
    outline.cubicTo(x + side * 10, y + lower * 1.25, x - side * 8, y + lower * 1.3, x - side * 18.5, y + 2.0)
    if pose.blink < 0.85:
        with skia.AutoCanvasRestore(canvas):
            canvas.clipPath(outline, True)
            canvas.drawPath(outline, _WHITE)
            px, py = x + 5.5 * pose.glance[0], y - 0.5 + 3.5 * pose.glance[1]
            canvas.drawCircle(px, py, 10.6, _IRIS_RIM)
            canvas.drawCircle(px, py, 9.4, _IRIS)
            canvas.drawCircle(px, py + 3.2, 5.6, _IRIS_LIGHT)
            canvas.drawCircle(px, py, 4.7, _PUPIL)
            canvas.drawPath(lash, _LID_SHADOW)
            canvas.drawCircle(px - 3.4, py - 3.8, 2.7, _GLINT)
            canvas.drawCircle(px + 3.6, py + 3.4, 1.2, _GLINT)
    canvas.drawPath(lash, _LASH)
    crease = skia.Path()
    crease.moveTo(x - side * 15, y - 8.5 + 3 * pose.blink)
    crease.cubicTo(
        x - side * 7,
        y - 16.5 + 4 * pose.blink,
        x + side * 9,
        y - 17.5 + 4 * pose.blink,
        x + side * 19,
        y - 8.5,
    )
    canvas.drawPath(crease, _CREASE)
    canvas.drawArc(skia.Rect.MakeXYWH(x - 16, y + lower - 8, 32, 13), 35, 110, False, _UNDER_EYE)


def draw_brow(canvas: skia.Canvas, side: int, pose: Pose) -> None:
    """One eyebrow: thick towards the nose, lifted with the pose's ``brows``."""
    x = _MIDDLE + side * (_EYE_DISTANCE + 1)
    look = pose.expression
    lift = look.brows + look.uneven * (side + 1) / 2
    y = _EYE_LINE - 29 - 6.5 * pose.brows + 1.5 * pose.blink - 8.0 * lift
    # The inner end by itself: up in sorrow, down in a frown, when it also comes closer to the other.
    inner = y - 9.0 * look.inner
    near = x + side * 3.5 * min(look.inner, 0.0)
    brow = skia.Path()
    middle = (y + inner) / 2
    brow.moveTo(near - side * 22, inner + 1.5 - pose.brows)
    brow.cubicTo(x - side * 12, middle - 5, x + side * 6, y - 8 - pose.brows, x + side * 25, y + 5)
    brow.cubicTo(
        x + side * 10, y - 1.5, x - side * 6, middle + 0.5, near - side * 21, inner + 8.5 - pose.brows
    )
    brow.cubicTo(
        near - side * 24,
        inner + 8.5,
        near - side * 24.5,
        inner + 4,
        near - side * 22,
        inner + 1.5 - pose.brows,
    )
    canvas.drawPath(brow, _BROW)


def draw_nose(canvas: skia.Canvas, pose: Pose) -> None:
    """The nose, which turns a little further than the rest."""
    x = _MIDDLE + 1.5 * pose.turn
    bridge = skia.Path()
    bridge.moveTo(x + 10, 190)
    bridge.cubicTo(x + 7, 206, x + 11, 220, x + 17, 232)
    bridge.cubicTo(x + 21, 240, x + 14, 247, x + 3, 247)
    bridge.cubicTo(x + 9, 236, x + 6, 212, x + 10, 190)
    canvas.drawPath(bridge, _NOSE_SHADE)
    base = skia.Path()
    base.moveTo(x - 14, 240)
    base.cubicTo(x - 12, 247, x - 6, 247, x - 3, 246)
    base.cubicTo(x, 249, x + 5, 249, x + 8, 246)
    base.cubicTo(x + 12, 247, x + 16, 245, x + 17, 239)
    canvas.drawPath(base, _NOSE_LINE)
    canvas.drawOval(skia.Rect.MakeXYWH(x - 7, 226, 8, 12), _NOSE_LIGHT)


def draw_mouth(canvas: skia.Canvas, pose: Pose) -> None:
    """Lips, teeth, tongue. Shut it smiles; open it shows a dark inside that grows with the openness."""
    x, y = _MIDDLE + 0.5 * pose.turn, _MOUTH_LINE
    openness, width = max(pose.mouth.openness, 0.62 * pose.expression.parted), pose.mouth.width
    half = (
        28
        + 4 * pose.smile
        + (5.5 if width > 0 else 8.5) * width * min(1.0, 3 * openness + 0.2)
        - 3 * openness
    )
    corner = y - 8.0 * pose.smile + 3 * openness
    roof = y - 0.5 - 4.0 * openness
    floor = y + 1.0 + 25.0 * openness
    inside = _lens(x, corner, half - 3, roof, floor)
    if openness > 0.03:
        canvas.drawPath(_lens(x, corner, half, roof - 6.0, floor + 7.5), _LOWER_LIP)
        with skia.AutoCanvasRestore(canvas):
            canvas.clipPath(inside, True)
            canvas.drawPath(inside, _INSIDE)
            canvas.drawOval(
                skia.Rect.MakeLTRB(x - half * 0.62, floor - 9, x + half * 0.62, floor + 14), _TONGUE
            )
            teeth = skia.Rect.MakeLTRB(
                x - half * 0.74, roof - 10, x + half * 0.74, roof + 2.5 + 4.5 * openness
            )
            canvas.drawRoundRect(teeth, 5, 5, _TEETH)
    else:
        canvas.drawPath(_lens(x, corner, half - 4, y, y + 8.0), _LOWER_LIP)
        canvas.drawPath(inside, _INSIDE)
    canvas.drawPath(_upper_lip(x, corner, half, roof), _UPPER_LIP)
    canvas.drawArc(skia.Rect.MakeXYWH(x - 13, floor + 5, 26, 9), 30, 120, False, _CHIN_LINE)
    for side in (-1, 1):
        dimple = skia.Path()
        dimple.moveTo(x + side * (half + 1), corner - 3)
        dimple.quadTo(x + side * (half + 4.5), corner, x + side * (half + 1.5), corner + 4)
        canvas.drawPath(dimple, _DIMPLE)


def _lens(x: float, corner: float, half: float, top: float, bottom: float) -> skia.Path:
    lens = skia.Path()
    lens.moveTo(x - half, corner)
    lens.cubicTo(
        x - half * 0.55, _through(corner, top), x + half * 0.55, _through(corner, top), x + half, corner
    )
    lens.cubicTo(
        x + half * 0.62, _through(corner, bottom), x - half * 0.62, _through(corner, bottom), x - half, corner
    )
    return lens


def _upper_lip(x: float, corner: float, half: float, roof: float) -> skia.Path:
    lip = skia.Path()
    lip.moveTo(x - half, corner)
    lip.cubicTo(x - half * 0.6, roof - 5, x - 10, roof - 9, x - 6, roof - 8)
    lip.quadTo(x, roof - 5.5, x + 6, roof - 8)
    lip.cubicTo(x + 10, roof - 9, x + half * 0.6, roof - 5, x + half, corner)
    bow = _through(corner, roof)
    lip.cubicTo(x + half * 0.55, bow, x - half * 0.55, bow, x - half, corner)
    return lip


def _through(end: float, middle: float) -> float:
    # Height of both control points for which a cubic between two ends at ``end`` passes ``middle`` halfway.
    return end + (middle - end) * 4 / 3


def _fill(red: int, green: int, blue: int, alpha: float = 1.0) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(math.floor(255 * alpha), red, green, blue))


def _stroke(paint: skia.Paint, width: float) -> skia.Paint:
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    return paint


_WHITE: Final = _fill(252, 250, 247)
_IRIS_RIM: Final = _fill(38, 58, 66)
_IRIS: Final = _fill(74, 122, 130)
_IRIS_LIGHT: Final = _fill(128, 178, 176, 0.8)
_PUPIL: Final = _fill(20, 22, 28)
_GLINT: Final = _fill(255, 255, 255, 0.95)
_LID_SHADOW: Final = _stroke(_fill(70, 44, 40, 0.28), 7.0)
_LASH: Final = _stroke(_fill(52, 32, 28), 3.0)
_CREASE: Final = _stroke(_fill(160, 100, 74, 0.5), 1.5)
_UNDER_EYE: Final = _stroke(_fill(190, 122, 96, 0.45), 1.4)
_BROW: Final = _fill(70, 46, 36)
_NOSE_SHADE: Final = _fill(196, 128, 98, 0.5)
_NOSE_LINE: Final = _stroke(_fill(170, 100, 74, 0.75), 2.0)
_NOSE_LIGHT: Final = _fill(255, 236, 216, 0.55)
_INSIDE: Final = _fill(86, 26, 34)
_TONGUE: Final = _fill(204, 92, 96)
_TEETH: Final = _fill(252, 248, 242)
_UPPER_LIP: Final = _fill(190, 104, 92)
_LOWER_LIP: Final = _fill(212, 126, 112)
_CHIN_LINE: Final = _stroke(_fill(176, 108, 84, 0.5), 1.8)
_DIMPLE: Final = _stroke(_fill(176, 104, 80, 0.6), 1.7)
