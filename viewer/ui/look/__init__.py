"""How everything looks: colours by role, spacing, type, motion and icons. Begin with the README beside this.

Import the package, not its modules: ``from viewer.ui import look``, then ``look.colour("accent")``.
"""

from viewer.ui.look.appearance import (
    Appearance,
    appearance,
    colour,
    duration,
    font,
    monospace,
    scaled,
)
from viewer.ui.look.application import apply
from viewer.ui.look.colours import PaletteName, Role
from viewer.ui.look.follower import Choice, Follower
from viewer.ui.look.fonts import can_draw
from viewer.ui.look.icons import Sign, application_icon, icon
from viewer.ui.look.scales import TARGET, Motion, Radius, Space, Type

__all__ = [
    "TARGET",
    "Appearance",
    "Choice",
    "Follower",
    "Motion",
    "PaletteName",
    "Radius",
    "Role",
    "Sign",
    "Space",
    "Type",
    "appearance",
    "application_icon",
    "apply",
    "can_draw",
    "colour",
    "duration",
    "font",
    "icon",
    "monospace",
    "scaled",
]
