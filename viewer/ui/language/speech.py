"""Speaks the user's language: Qt's translations of our words and of its own, numbers, direction."""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from viewer.resources import asset
from viewer.ui.language.retranslation import Given, Source, retranslate

LANGUAGES: Final = ("en", "de", "es", "fr", "ar", "ja")
SYSTEM: Final = "system"

_installed: Final[list[QTranslator]] = []
"""Those of this process's one application."""


class Translator(QTranslator):
    """Notes what it gave out, so that all of it can be said again in another language."""

    def __init__(self, language: str, parent: QApplication) -> None:
        super().__init__(parent)
        self.spoken = language
        self.given: Given = {}
        self.load(str(asset(f"translations/{language}.qm")))

    def translate(  # Qt gives them by place
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1, /
    ) -> str | None:
        """As Qt asks for it; None: it has none."""
        translated = super().translate(context, text, disambiguation, n) or None
        self.given.setdefault(translated or text, set()).add(Source(context, text, disambiguation))
        return translated


def speak(application: QApplication, setting: str) -> str:
    """Say everything in the language ``setting``, at once also what is on the screen already.

    Args:
        setting: one of :data:`LANGUAGES`, or :data:`SYSTEM`.

    Returns:
        the language that is spoken now.
    """
    locale = _locale(setting)
    language = locale.name().partition("_")[0]
    given = fall_silent()
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    of_qt = QTranslator(application)
    of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    _installed.extend((of_qt, Translator(language, application)))
    for translator in _installed:
        application.installTranslator(translator)
    retranslate(given)
    return language


def fall_silent() -> Given:
    """Say everything as it stands in the code from now on; returns what was given out."""
    given: Given = {}
    while _installed:
        old = _installed.pop()
        given |= old.given if isinstance(old, Translator) else {}
        # At once: if it were found to be garbage while Qt translates, it would wait for Qt and Qt for it.
        Shiboken.delete(old)
    return given


def _locale(setting: str) -> QLocale:
    """The locale of ``setting``; the country is the system's where the language is."""
    system = QLocale.system()
    wanted = system.uiLanguages() if setting == SYSTEM else [setting]
    for name in wanted:
        language = name.partition("-")[0]
        if language in LANGUAGES:
            return system if QLocale(language).language() == system.language() else QLocale(language)
    return QLocale(LANGUAGES[0])
