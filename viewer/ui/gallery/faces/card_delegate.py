"""How a persona looks in the gallery: a large rounded portrait, with name and language under it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.ui import look
from viewer.ui.gallery.faces.cards import CARD_ROLE, Card, language_name

_RATIO: Final = 1.25
_MARGIN: Final = 14
_RADIUS: Final = 20
_GAP: Final = 10
_LIFT: Final = 5.0
_RING: Final = 3.0
# Portraits stand with their faces above the middle.
_FACE: Final = 0.42


@dataclass(frozen=True, slots=True)
class CardSize:
    """Sizes of a card, in pixels of the window."""

    width: int

    @property
    def picture(self) -> QSize:
        """Of the portrait."""
        return QSize(self.width, round(self.width * _RATIO))

    @property
    def cell(self) -> QSize:
        """Of all, with the space around it."""
        words = QFontMetricsF(name_font()).height() + QFontMetricsF(look.font()).height()
        return QSize(self.width + 2 * _MARGIN, self.picture.height() + 2 * _MARGIN + _GAP + round(words))


def name_font() -> QFont:
    """Of a persona's name."""
    font = look.font("lead")
    font.setWeight(QFont.Weight.DemiBold)
    return font


class CardDelegate(QStyledItemDelegate):
    """Paints cards.

    Args:
        picture_of: the picture of a still's path, if it is there.
        lift_of: how far a row is lifted, 0 to 1.
    """

    def __init__(self, picture_of: Callable[[str], QPixmap | None], lift_of: Callable[[int], float]) -> None:
        super().__init__()
        self.size = CardSize(200)
        self._picture_of = picture_of
        self._lift_of = lift_of

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.size.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card: Card | None = index.data(CARD_ROLE)
        if card is None:
            return
        area, state = QRectF(option.rect), option.state
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        lift = self._lift_of(index.row())
        left = area.center().x() - self.size.width / 2
        frame = QRectF(QPointF(left, area.top() + _MARGIN - _LIFT * lift), QSizeF(self.size.picture))
        _paint_shadow(painter, frame, lift)
        _paint_portrait(painter, frame, card, self._picture_of(card.still) if card.still else None)
        if state & QStyle.StateFlag.State_HasFocus:
            _paint_ring(painter, frame)
        below = area.top() + _MARGIN + frame.height() + _GAP
        _paint_words(painter, QRectF(area.left() + _MARGIN, below, area.width() - 2 * _MARGIN, 0), card)
        painter.restore()


def _paint_shadow(painter: QPainter, frame: QRectF, lift: float) -> None:
    if lift <= 0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("bars", 0.07 * lift))
    for spread in range(1, 8):
        grown = frame.adjusted(-spread, -spread, spread, spread).translated(0, 2 + 4 * lift)
        painter.drawRoundedRect(grown, _RADIUS + spread, _RADIUS + spread)


def _paint_portrait(painter: QPainter, frame: QRectF, card: Card, picture: QPixmap | None) -> None:
    if picture is None:
        ground = QBrush(look.colour("raised"))
    else:
        ground = QBrush(picture)
        ground.setTransform(_covering(frame, QSizeF(picture.size())))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
    if picture is None:
        font = name_font()
        font.setPixelSize(round(frame.width() * 0.36))
        painter.setFont(font)
        painter.setPen(look.colour("quiet"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, card.name[:1].upper())


def _covering(frame: QRectF, size: QSizeF) -> QTransform:
    """What lays a picture of ``size`` over ``frame``, cut where it is too long."""
    scale = max(frame.width() / size.width(), frame.height() / size.height())
    left = frame.left() + (frame.width() - size.width() * scale) / 2
    top = frame.top() + (frame.height() - size.height() * scale) * _FACE
    return QTransform().translate(left, top).scale(scale, scale)


def _paint_ring(painter: QPainter, frame: QRectF) -> None:
    around = frame.adjusted(-_RING - 1, -_RING - 1, _RING + 1, _RING + 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("focus"), _RING))
    painter.drawRoundedRect(around, _RADIUS + _RING, _RADIUS + _RING)


def _paint_words(painter: QPainter, space: QRectF, card: Card) -> None:
    font = name_font()
    lines: tuple[tuple[QFont, str, look.Role], ...] = (
        (font, card.name, "text"),
        (look.font(), language_name(card.language), "quiet"),
    )
    for each, text, role in lines:
        metrics = QFontMetricsF(each)
        space.setHeight(metrics.height())
        painter.setFont(each)
        painter.setPen(look.colour(role))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignHCenter, shown)
        space.translate(0, space.height())
