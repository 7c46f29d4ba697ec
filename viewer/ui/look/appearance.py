"""How everything looks now. Widgets that paint themselves ask here each time they paint. GUI thread only."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

from viewer.ui.look import fonts
from viewer.ui.look.colours import PaletteName, Role, palette
from viewer.ui.look.scales import TYPE, Motion, Type


@dataclass(frozen=True, slots=True)
class Appearance:
    """What ``look.apply`` takes."""

    palette: PaletteName = "dark"
    text_scale: float = 1.0
    """Of all text, and of what holds it; 1.0 is body text of 14 px."""
    motion: bool = True
    """Whether things may move."""


class _Now:
    """What ``look.apply`` set last."""

    appearance = Appearance()
    colours = palette("dark")


def set_appearance(wanted: Appearance) -> None:
    """Answer so from now on; ``look.apply`` has everything painted anew, too."""
    _Now.appearance, _Now.colours = wanted, palette(wanted.palette)


def appearance() -> Appearance:
    """What is in force: a key for whatever is drawn ahead and kept."""
    return _Now.appearance


def colour(role: Role, opacity: float = 1.0) -> QColor:
    """The colour of ``role``, let through more by ``opacity`` under 1."""
    found = QColor(_Now.colours[role])
    found.setAlphaF(found.alphaF() * opacity)
    return found


def scaled(size: float) -> int:
    """A size in pixels that grows with the text, such as a button's height."""
    return round(size * _Now.appearance.text_scale)


def font(kind: Type = "body") -> QFont:
    """The typeface in the size of ``kind``."""
    size, strong = TYPE[kind]
    made = QFont(fonts.families())
    made.setPixelSize(scaled(size))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


def monospace() -> QFont:
    """The typeface of figures and of what passed over the wire."""
    made = QFont([fonts.MONOSPACE, *fonts.families()])
    made.setPixelSize(scaled(TYPE["small"][0]))
    return made


def duration(motion: Motion) -> int:
    """Milliseconds that ``motion`` lasts; 0 for who wants none."""
    return int(motion) if _Now.appearance.motion else 0
