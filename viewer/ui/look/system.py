"""What the system says of how things should look, followed while the program runs."""

import sys
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

from viewer.ui.look.reduced_motion import wants_reduced_motion

_SCHEMES: Final[dict[Qt.ColorScheme, Literal["light", "dark"]]] = {
    Qt.ColorScheme.Light: "light",
    Qt.ColorScheme.Dark: "dark",
}
# After the first picture of the window.
_PORTAL_MS: Final = 300


@dataclass(frozen=True, slots=True)
class SystemLook:
    """What the system says; what it does not say is as here."""

    scheme: Literal["light", "dark"] | None = None
    high_contrast: bool = False
    reduced_motion: bool = False
    text_pixels: float = 0.0
    """Of the system's own text."""


class System(QObject):
    """Asks Qt first, on Linux the desktop's portal, too, which knows more and is believed more."""

    changed = Signal()
    """:attr:`look` is another."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        self._told: dict[str, int] = {}
        self.look = self._read()
        """What it says now."""
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._update)
        hints.accessibility().contrastPreferenceChanged.connect(self._update)
        # Who comes back from the system's settings may have changed what nobody tells.
        application.applicationStateChanged.connect(self._update)
        if sys.platform == "linux":
            QTimer.singleShot(_PORTAL_MS, self, self.ask_portal)

    def ask_portal(self) -> None:
        """Listen to the desktop's portal, too."""
        from viewer.ui.look.portal import Portal  # noqa: PLC0415 - late, see there

        portal = Portal(self)
        portal.told.connect(self._hear)
        portal.ask()

    def _hear(self, key: str, value: Any) -> None:
        self._told[key] = value
        self._update()

    def _update(self, *_: object) -> None:
        read = self._read()
        if read != self.look:
            self.look = read
            self.changed.emit()

    def _read(self) -> SystemLook:
        hints = self._application.styleHints()
        read = SystemLook(
            _SCHEMES.get(hints.colorScheme()),
            hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast,
            wants_reduced_motion(),
            QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize(),
        )
        return _with_portal(read, self._told)


def _with_portal(read: SystemLook, told: dict[str, int]) -> SystemLook:
    if scheme := told.get("color-scheme"):
        read = replace(read, scheme="dark" if scheme == 1 else "light")
    if "contrast" in told:
        read = replace(read, high_contrast=told["contrast"] == 1)
    still = told.get("reduced-motion") == 1 or told.get("enable-animations") == 0
    return replace(read, reduced_motion=read.reduced_motion or still)
