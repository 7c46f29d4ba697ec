"""Every state of the window in a language that no one speaks, with text of 100 and 200 %.

What is not translated or does not fit is seen; and what those need who touch it, have no mouse, or are blind.
"""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget

from screens.fit import problems as unfit
from screens.states import STATES
from tests.ui.language import reach
from tests.ui.language.pseudo import speak_pseudo, untranslated
from tests.ui.language.words import words_of
from viewer.ui import look as the_look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

# What people, brokers and the system say, names and units of physics: nobody translates them.
DATA: Final = re.compile(
    r"Persona Viewer|Built-in (?:Microphone|Speakers)|USB Headset|Jabra Evolve2 65|[Ll]ena|[Jj]oe|[Mm]ateo"
    r"|https?://\S*|\S*\.(?:toml|com|example|log)\b|5b2c9a1e-session"
    r"|\bBT\.(?:601|709) \d+-\d+"
    r"|\b(?:VP8|NACK|PLI|ICE|open|completed|connected|English|Deutsch|Español|Français|العربية|日本語)\b"
    r"|\b(?:Ctrl|Shift|Alt|Meta|Esc|Space|Return|Up|Down|F\d+|[A-Z])\b"
)
# What is said in the talk stands here, and what a kiosk says in one of its languages after the other.
SAID: Final = ("caption", "transcriptText", "attract")


@pytest.fixture(scope="module", params=[1.0])
def pseudo(qapp: QApplication, look: None, request: pytest.FixtureRequest) -> Iterator[None]:
    """That language, and the size of text that tests want: once for all of them, for it takes long."""
    before = QLocale()
    the_look.apply(qapp, the_look.Appearance(text_scale=request.param, motion=False))
    translator = speak_pseudo()
    yield
    QApplication.removeTranslator(translator)
    QLocale.setDefault(before)
    the_look.apply(qapp, the_look.Appearance())


@pytest.fixture(params=STATES)
def shown(qapp: QApplication, pseudo: None, request: pytest.FixtureRequest) -> Iterator[list[QWidget]]:
    """A window in one of its states, and what has opened above it."""
    made = STATES[request.param]()
    window, then = made if isinstance(made, tuple) else (made, None)
    window.show()
    settle()
    if then:
        then()
        settle()
    above = [each for each in qapp.topLevelWidgets() if each.isVisible() and each is not window]
    yield [window, *above]
    # Also those that a dialog belongs to; Qt has some of its own, which are a layout's of a graph.
    others = [each for each in qapp.topLevelWidgets() if type(each) is not QWidget]
    for each in (*reversed(above), *others):
        each.hide()
        each.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_state_is_for_everyone(shown: list[QWidget]) -> None:
    found = [line for window in shown for line in (*not_translated(window), *unfit(window))]
    # What is below a popover is out of reach.
    popovers = [window for window in shown if window.windowType() is Qt.WindowType.Popup]
    found += [line for window in popovers or shown for line in reach.problems(window)]
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.long
@pytest.mark.parametrize("pseudo", [2.0], indirect=True, scope="module")
def test_a_state_has_room_for_text_of_twice_the_size(shown: list[QWidget]) -> None:
    found = [line for window in shown for line in (*unfit(window), *reach.crowded(window))]
    assert not found, "\n".join(dict.fromkeys(found))


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def not_translated(window: QWidget) -> list[str]:
    """A line for each text that is shown as it stands in the code."""
    said = (each for each in words_of(window) if each[0].objectName() not in SAID)
    left = ((widget, DATA.sub("", untranslated(text))) for widget, text in said)
    return [
        f"not translated: “{text}” of {type(widget).__name__}" for widget, text in left if untranslated(text)
    ]
