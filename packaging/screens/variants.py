"""The looks, directions and sizes in which each state is drawn."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from viewer.ui import look

# For windows that do not mind.
_LEAST: Final = QSize(320, 240)
_DARK: Final = look.Appearance(motion=False)
_LIGHT: Final = look.Appearance("light", motion=False)


@dataclass(frozen=True, slots=True)
class Variant:
    """``size``: of the window; None: as it opens, “least”: as small as it lets itself be made."""

    name: str
    appearance: look.Appearance = _DARK
    right_to_left: bool = False
    size: tuple[int, int] | str | None = None


VARIANTS: Final = (
    Variant("dark"),
    Variant("light", _LIGHT),
    Variant("high contrast", look.Appearance("high-contrast", motion=False)),
    Variant("right to left", right_to_left=True),
    Variant("text 200 %", look.Appearance(text_scale=2.0, motion=False)),
    Variant("small", size="least"),
    Variant("large", _LIGHT, size=(1920, 1080)),
)


def put_on(application: QApplication, variant: Variant) -> None:
    """Have everything look as ``variant`` says; sizes are for :func:`resize`."""
    direction = Qt.LayoutDirection.RightToLeft if variant.right_to_left else Qt.LayoutDirection.LeftToRight
    application.setLayoutDirection(direction)
    look.apply(application, variant.appearance)


def resize(window: QWidget, variant: Variant) -> None:
    """Give ``window`` the size that ``variant`` says."""
    if variant.size == "least":
        window.resize(window.minimumSizeHint().expandedTo(window.minimumSize()).expandedTo(_LEAST))
    elif isinstance(variant.size, tuple):
        window.resize(QSize(*variant.size))
