"""How far the user has zoomed into the picture, and where."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF

MOST: Final = 4.0
STEP: Final = 1.25


class Zoom:
    """Lays the picture larger over the same view. All coordinates are the view's."""

    def __init__(self) -> None:
        self.factor = 1.0
        self._shift = QPointF()
        """Of the picture's centre, in its widths and heights unmagnified."""

    def area(self, fitted: QRectF, view: QRectF) -> QRectF:
        """Where the picture goes that without zoom would be ``fitted`` into ``view``."""
        if self.factor == 1.0:
            return QRectF(fitted)
        area = QRectF(0, 0, fitted.width() * self.factor, fitted.height() * self.factor)
        middle = fitted.center()
        area.moveCenter(
            QPointF(
                middle.x() + self._shift.x() * fitted.width(), middle.y() + self._shift.y() * fitted.height()
            )
        )
        area.moveLeft(
            _kept(area.left(), area.width(), fitted.left(), fitted.width(), view.left(), view.right())
        )
        area.moveTop(
            _kept(area.top(), area.height(), fitted.top(), fitted.height(), view.top(), view.bottom())
        )
        return area

    def by(self, times: float, at: QPointF, fitted: QRectF, view: QRectF) -> None:
        """Zoom in, or out below 1, so that what is ``at`` stays there. Between 1 and :data:`MOST`."""
        before = self.area(fitted, view)
        factor = min(max(self.factor * times, 1.0), MOST)
        times, self.factor = factor / self.factor, factor
        self._put(at + (before.center() - at) * times, fitted, view)

    def move(self, by: QPointF, fitted: QRectF, view: QRectF) -> None:
        """Drag the picture."""
        self._put(self.area(fitted, view).center() + by, fitted, view)

    def off(self) -> None:
        """The whole picture again."""
        self.factor, self._shift = 1.0, QPointF()

    def _put(self, centre: QPointF, fitted: QRectF, view: QRectF) -> None:
        if fitted.isEmpty() or self.factor == 1.0:
            self.off()
            return
        self._shift = _parts(centre - fitted.center(), fitted)
        # What is beyond the edges is forgotten at once.
        self._shift = _parts(self.area(fitted, view).center() - fitted.center(), fitted)


def _parts(shift: QPointF, fitted: QRectF) -> QPointF:
    return QPointF(shift.x() / fitted.width(), shift.y() / fitted.height())


def _kept(
    start: float, length: float, fitted: float, fitted_length: float, view_start: float, view_end: float
) -> float:
    """Where the picture begins along one axis: no bar is seen that is not needed."""
    if length <= view_end - view_start:
        return fitted + (fitted_length - length) / 2
    return min(max(start, view_end - length), view_start)
