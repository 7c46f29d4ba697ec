"""The window in another language, and back again."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from viewer.ui.language.speech import speak


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str], str]]:
    """Speaks the language of this name; returns which is spoken then."""
    before = QLocale(), qapp.layoutDirection()
    yield lambda setting: speak(qapp, setting)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(before[0])
    qapp.setLayoutDirection(before[1])
