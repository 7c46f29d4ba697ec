"""Cause and effect: when the user stopped, when the persona began."""

import pytest
from pytestqt.qtbot import QtBot

from screens.talks import connected, data, said, talked
from viewer.protocol import events, inputs
from viewer.session.session_file.notes import note
from viewer.ui.inspector.turns.histogram import BARS, bars
from viewer.ui.inspector.turns.tab import TurnsTab
from viewer.ui.inspector.turns.turns import MAX_TURNS, Turn, Turns, percentile


def test_a_turn_goes_from_the_users_last_word_to_the_personas_first_sound() -> None:
    turns = Turns()
    for noted in (*connected(), *talked()):
        turns.add(noted)
    assert [turn.cause for turn in turns.turns] == ["spoke", "typed"]
    spoke, typed = turns.turns
    assert (spoke.began, typed.began) == (107.5, 112.0)
    assert spoke.first_word == pytest.approx(0.8)
    assert spoke.first_sound == pytest.approx(0.92)
    assert typed.first_sound == pytest.approx(0.5)
    assert spoke.first_movement == pytest.approx(0.93)
    assert typed.first_movement is None
    assert not turns.add(note(112.6, "told", events.MouthMoved(111.9))), "that was of the turn before"
    assert turns.add(note(112.6, "told", events.MouthMoved(112.52)))
    assert typed.first_movement == pytest.approx(0.52)


def test_what_is_no_answer_is_none_and_turns_are_bounded() -> None:
    turns = Turns()
    turns.add(note(1.0, "in", inputs.DataReceived(said(1, "A greeting."))))
    assert not turns.turns
    for number in range(MAX_TURNS + 5):
        turns.add(note(float(number), "told", events.UserSpeechChanged(speaking=False, at=float(number))))
        for text in (
            "[",
            data("speechText", role="user", content="x"),
            data("speechText", role="persona", content=" "),
        ):
            turns.add(note(number + 0.1, "in", inputs.DataReceived(text)))
    assert len(turns.turns) == MAX_TURNS
    assert turns.turns[-1] == Turn("spoke", MAX_TURNS + 4.0)


def test_figures_are_what_most_of_them_took() -> None:
    assert percentile([], 50) is None
    assert percentile([3.0, 1.0, 2.0, 4.0], 50) == 2.0
    assert percentile([float(n) for n in range(1, 101)], 95) == 95.0
    assert bars([0.05, 0.12, 0.19, 99.0]) == [1, 2, *[0] * (BARS - 3), 1]


def test_the_tab_lists_them_and_says_what_is_usual(qtbot: QtBot) -> None:
    tab = TurnsTab()
    qtbot.addWidget(tab)
    tab.show()
    assert tab.figures.text() == "Nobody has been answered yet."
    for noted in (*connected(), *talked()):
        tab.take(noted, 0)
    tab._show()
    lines = [
        [item.text(column) for column in range(5)]
        for item in (tab.list.topLevelItem(row) for row in range(tab.list.topLevelItemCount()))
        if item
    ]
    assert lines == [
        ["7.500", "stopped speaking", "800 ms", "920 ms", "930 ms"],
        ["12.000", "sent a text", "400 ms", "500 ms", "–"],
    ]
    assert "within 500 ms" in tab.figures.text()
    assert "within 920 ms" in tab.figures.text()
    assert tab.figures.text().endswith("First movement of the mouth: 930 ms and 930 ms.")
    assert not tab.grab().isNull()
    tab.take(events.PhaseChanged(events.Phase.ASKING_BROKER), 0)
    tab._show()
    assert tab.list.topLevelItemCount() == 0
