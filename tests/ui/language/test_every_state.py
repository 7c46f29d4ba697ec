"""Every state of the window in a language that no one speaks, with text of 100 and 200 %.

What is not translated or does not fit is seen; and what those need who touch it, have no mouse, or are blind.
"""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from screens.fit import problems as unfit
from screens.states import STATES
from tests.ui.language import reach
from tests.ui.language.pseudo import speak_pseudo, untranslated
from tests.ui.language.words import words_of
from viewer.ui import look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

# What people, brokers and the system say, names and units of physics: nobody translates them.
DATA: Final = re.compile(
    r"Persona Viewer|Built-in (?:Microphone|Speakers)|USB Headset|Jabra Evolve2 65|[Ll]ena|[Jj]oe|[Mm]ateo"
    r"|https?://\S*|\S*\.(?:toml|com|example|log)\b|5b2c9a1e-session"
    r"|\b(?:VP8|NACK|PLI|ICE|open|completed|connected|English|Deutsch|Español|Français|العربية|日本語)\b"
    r"|\b(?:Ctrl|Shift|Alt|Meta|Esc|Space|Return|Up|Down|F\d+|[A-Z])\b"
)


@pytest.fixture(autouse=True)
def pseudo(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    look.apply(qapp, look.Appearance(motion=False))
    translator = speak_pseudo()
    yield
    QApplication.removeTranslator(translator)
    QLocale.setDefault(before)
    look.apply(qapp, look.Appearance())


@pytest.mark.parametrize("state", STATES)
def test_a_state_is_for_everyone(qapp: QApplication, state: str) -> None:
    made = STATES[state]()
    window, then = made if isinstance(made, tuple) else (made, None)
    window.show()
    settle()
    if then:
        then()
        settle()
    windows = [window, *(each for each in qapp.topLevelWidgets() if each.isVisible() and each is not window)]
    found = [
        line for each in windows for line in (*not_translated(each), *unfit(each), *reach.problems(each))
    ]
    look.apply(qapp, look.Appearance(text_scale=2.0, motion=False))
    settle()
    found += [f"at 200 %: {line}" for each in windows for line in unfit(each)]
    for each in reversed(windows):
        each.hide()
        each.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not found, "\n".join(dict.fromkeys(found))


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def not_translated(window: QWidget) -> list[str]:
    """A line for each text that is shown as it stands in the code."""
    left = ((widget, DATA.sub("", untranslated(text))) for widget, text in words_of(window))
    return [
        f"not translated: “{text}” of {type(widget).__name__}" for widget, text in left if untranslated(text)
    ]
