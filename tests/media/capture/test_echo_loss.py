"""How much of an echo is taken out."""

import numpy as np
import pytest

from viewer.media.capture.echo_loss import EchoLoss

LOUD = np.full((480, 1), 8000, np.int16)


def test_it_is_told_in_decibels_while_there_is_an_echo_and_a_while_after() -> None:
    loss = EchoLoss()
    assert loss.hear(LOUD, LOUD, echoes=False) is None
    for _ in range(300):
        told = loss.hear(LOUD, LOUD // 100, echoes=True)
    assert told == pytest.approx(40, abs=0.1)
    for _ in range(150):
        told = loss.hear(LOUD, LOUD, echoes=False)
    assert told == pytest.approx(40, abs=0.1), "what the user says is no echo"
    for _ in range(51):
        told = loss.hear(LOUD, LOUD, echoes=False)
    assert told is None


def test_an_echo_that_is_gone_completely_has_a_figure() -> None:
    loss = EchoLoss()
    for _ in range(10):
        told = loss.hear(LOUD, LOUD * 0, echoes=True)
    assert told is not None
    assert 70 < told < 120
