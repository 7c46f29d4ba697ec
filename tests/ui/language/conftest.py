"""The window in another language, and back again."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from viewer.ui.language.speech import fall_silent, speak


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str], str]]:
    """Speaks the language of this name; returns which is spoken then."""
    before = QLocale(), qapp.layoutDirection()
    yield lambda setting: speak(qapp, setting)
    fall_silent()
    QLocale.setDefault(before[0])
    qapp.setLayoutDirection(before[1])
