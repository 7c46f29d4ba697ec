"""How loud the microphone is, as it is shown."""

import pytest
from pytestqt.qtbot import QtBot

from viewer.ui.widgets.level_meter import LevelMeter


def test_it_rises_at_once_and_falls_slowly(qtbot: QtBot) -> None:
    meter = LevelMeter()
    qtbot.addWidget(meter)
    meter.show_level(1.0)
    assert meter.shown == 1.0
    shown = []
    for _ in range(10):
        meter.show_level(0.0)
        shown.append(meter.shown)
    assert shown == pytest.approx([0.88, 0.76, 0.64, 0.52, 0.40, 0.28, 0.16, 0.04, 0, 0])


def test_it_shows_decibels_from_minus_54_on(qtbot: QtBot) -> None:
    for decibels, height in ((-60, 0.0), (-54, 0.0), (-27, 0.5), (-5.4, 0.9), (0, 1.0), (6, 1.0)):
        meter = LevelMeter()
        qtbot.addWidget(meter)
        meter.show_level(10 ** (decibels / 20))
        assert meter.shown == pytest.approx(height, abs=1e-6)


def test_nobody_asks_how_loud_it_is_while_the_meter_is_not_seen(qtbot: QtBot) -> None:
    meter = LevelMeter()
    qtbot.addWidget(meter)
    meter.read = lambda: 1.0
    assert not meter._looks.isActive()
    meter.show()
    qtbot.waitUntil(lambda: meter.shown == 1.0)
    meter.hide()
    assert not meter._looks.isActive()
