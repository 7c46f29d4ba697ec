"""Keeps the look as the user chose it, and where the choice is “as the system”, as that has it."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from viewer.settings import ViewerSettings
from viewer.ui.look.appearance import Appearance
from viewer.ui.look.application import apply
from viewer.ui.look.colours import PaletteName
from viewer.ui.look.scales import BODY
from viewer.ui.look.system import System, SystemLook

_MOST_TEXT: Final = 3.0
_FRAMES: Final = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user chose, as in the settings' table."""

    look: Literal["system", "light", "dark", "high-contrast"] = "system"
    text_scale: int = 100
    """Percent."""
    reduced_motion: Literal["system", "on", "off"] = "system"

    @classmethod
    def of(cls, settings: ViewerSettings) -> "Choice":
        """What ``settings`` say."""
        return cls(settings.look, settings.text_scale, settings.reduced_motion)


class Follower(QObject):
    """Applies the look when it is made and whenever choice or system change. Lives with the application."""

    def __init__(self, application: QApplication, choice: Choice) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self.system = System(application)
        self.system.changed.connect(self._apply)
        application.layoutDirectionChanged.connect(self._apply)
        self.choose(choice)

    @property
    def choice(self) -> Choice:
        """What is followed."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Follow ``choice`` from now on; what shows is painted anew at once."""
        self._choice = choice
        hints = self._application.styleHints()
        # For what the system draws: the window's frame and file dialogs.
        if frame := _FRAMES.get(choice.look):
            hints.setColorScheme(frame)
        else:
            hints.unsetColorScheme()
        self._apply()

    def _apply(self) -> None:
        apply(self._application, resolve(self._choice, self.system.look))


def resolve(choice: Choice, system: SystemLook) -> Appearance:
    """The look that ``choice`` means on ``system``: dark where neither says, no text below the system's."""
    palette: PaletteName = system.scheme or "dark"
    if choice.look != "system":
        palette = choice.look
    elif system.high_contrast:
        palette = "high-contrast"
    still = system.reduced_motion if choice.reduced_motion == "system" else choice.reduced_motion == "on"
    scale = max(1.0, system.text_pixels / BODY) * choice.text_scale / 100
    return Appearance(palette, min(scale, _MOST_TEXT), motion=not still)
