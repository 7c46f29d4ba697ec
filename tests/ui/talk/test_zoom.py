"""How far the user has zoomed into the picture, and where."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from viewer.ui.talk.zoom import MOST, Zoom

VIEW = QRectF(0, 0, 600, 400)
WIDE = QRectF(0, 100, 600, 200)  # a picture with bars above and below


def test_without_zoom_the_picture_is_where_it_fits() -> None:
    assert Zoom().area(WIDE, VIEW) == WIDE


def test_what_is_under_the_pointer_stays_there() -> None:
    zoom, pointer = Zoom(), QPointF(450, 250)
    before = (pointer.x() - WIDE.x()) / WIDE.width()
    zoom.by(2.5, pointer, WIDE, VIEW)
    area = zoom.area(WIDE, VIEW)
    assert (pointer.x() - area.x()) / area.width() == pytest.approx(before)
    assert area.height() == pytest.approx(500)


def test_it_goes_from_once_to_four_times_and_back() -> None:
    zoom = Zoom()
    zoom.by(100, QPointF(0, 0), VIEW, VIEW)
    assert zoom.factor == MOST
    zoom.by(0.001, QPointF(0, 0), VIEW, VIEW)
    assert zoom.factor == 1.0
    assert zoom.area(VIEW, VIEW) == VIEW


def test_it_is_dragged_to_its_edges_and_no_further_and_comes_back_at_once() -> None:
    zoom = Zoom()
    zoom.by(2, VIEW.center(), VIEW, VIEW)
    zoom.move(QPointF(10_000, -10_000), VIEW, VIEW)
    area = zoom.area(VIEW, VIEW)
    assert area.left() == pytest.approx(0)
    assert area.bottom() == pytest.approx(400)
    zoom.move(QPointF(-5, 5), VIEW, VIEW)
    assert zoom.area(VIEW, VIEW).left() == pytest.approx(-5)


def test_along_an_axis_with_room_to_spare_it_stays_in_the_middle() -> None:
    zoom = Zoom()
    zoom.by(1.5, QPointF(0, 120), WIDE, VIEW)
    area = zoom.area(WIDE, VIEW)
    assert area.center().y() == pytest.approx(200)
    assert area.left() == pytest.approx(0)


def test_it_stays_what_it_is_when_the_window_changes() -> None:
    zoom = Zoom()
    zoom.by(2, VIEW.center(), VIEW, VIEW)
    zoom.move(QPointF(10_000, 0), VIEW, VIEW)
    small = QRectF(0, 0, 300, 200)
    area = zoom.area(small, small)
    assert area.size().width() == pytest.approx(600)
    assert area.left() == pytest.approx(0)


def test_a_picture_without_size_is_not_zoomed() -> None:
    zoom = Zoom()
    zoom.by(2, QPointF(), QRectF(), VIEW)
    assert zoom.factor == 1.0
