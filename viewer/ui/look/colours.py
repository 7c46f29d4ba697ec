"""Colours by what they are for, in three palettes.

Where two of them meet, tests/ui/look/test_colours.py measures their contrast: WCAG AA, 4.5 for text, 3 for
what is large or no text.
"""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

PaletteName: TypeAlias = Literal["light", "dark", "high-contrast"]

Role: TypeAlias = Literal[
    # What lies below: the window, cards and panes on it, controls on those.
    "ground",
    "surface",
    "raised",
    "hover",
    "pressed",
    # Lines: between parts, around fields, around buttons, around what has the keyboard.
    "border",
    "outline",
    "edge",
    "focus",
    # Words and icons on ground, surface and raised.
    "text",
    "quiet",
    "disabled",
    "accent",
    "user",
    "good",
    "warning",
    "danger",
    # The one button that goes on, and what is on it.
    "primary",
    "primary_hover",
    "primary_pressed",
    "primary_disabled",
    "on_primary",
    "primary_focus",
    # What is chosen in a list or a text.
    "selection",
    "on_selection",
    # Boxes that warn, or tell what went wrong.
    "warning_ground",
    "warning_border",
    "on_warning",
    "danger_ground",
    "danger_border",
    "on_danger",
    # Filled red: muted, hang up.
    "alarm",
    "alarm_hover",
    "on_alarm",
    # Beside the picture, behind it, and in its place.
    "bars",
    "stage",
    "stage_glow",
    "on_stage",
    "figure_ground",
    "figure",
    # What lies over the picture; readable over any.
    "over",
    "over_hover",
    "over_pressed",
    "over_border",
    "over_outline",
    "on_over",
    "on_over_quiet",
    "on_over_disabled",
    "over_accent",
    "over_user",
    "over_good",
    "over_warning",
    "over_danger",
    # Over a picture that stands still.
    "veil",
]

_PALETTES: Final[tuple[PaletteName, ...]] = ("light", "dark", "high-contrast")

# #rrggbb, or #aarrggbb where something shows through.
_COLOURS: Final[dict[Role, tuple[str, str, str]]] = {
    #                    light        dark         high contrast
    "ground": ("#f5f6f8", "#0e1116", "#000000"),
    "surface": ("#ffffff", "#171b22", "#000000"),
    "raised": ("#e9ecf1", "#222833", "#262626"),
    "hover": ("#dde2e9", "#2b3340", "#3a3a3a"),
    "pressed": ("#d2d8e1", "#1c222b", "#424242"),
    "border": ("#d5dae2", "#313947", "#ffffff"),
    "outline": ("#7d8694", "#6b7788", "#ffffff"),
    "edge": ("#e9ecf1", "#222833", "#ffffff"),
    "focus": ("#0b5cc4", "#6cb6ff", "#ffe100"),
    "text": ("#14181f", "#e9edf3", "#ffffff"),
    "quiet": ("#515b69", "#9ba7b6", "#ffffff"),
    "disabled": ("#98a1ae", "#667283", "#a8a8a8"),
    "accent": ("#0b5cc4", "#6cb6ff", "#6ee7ff"),
    "user": ("#0b5cc4", "#a9d6ff", "#6ee7ff"),
    "good": ("#0a7048", "#57d39b", "#5dff9b"),
    "warning": ("#8a5200", "#f3b75f", "#ffd24a"),
    "danger": ("#b3261e", "#ff8a80", "#ff9d94"),
    "primary": ("#0b5cc4", "#2a73d9", "#0050e6"),
    "primary_hover": ("#0a53b1", "#2467c6", "#0046cc"),
    "primary_pressed": ("#08479a", "#1d5ab0", "#003cb0"),
    "primary_disabled": ("#c5d6ec", "#2a3b50", "#14265c"),
    "on_primary": ("#ffffff", "#ffffff", "#ffffff"),
    "primary_focus": ("#0d1117", "#ffffff", "#ffe100"),
    "selection": ("#cfe2fb", "#2c466b", "#ffe100"),
    "on_selection": ("#14181f", "#e9edf3", "#000000"),
    "warning_ground": ("#fff4dd", "#332a1a", "#000000"),
    "warning_border": ("#e2c27f", "#6b5428", "#ffd24a"),
    "on_warning": ("#5c3700", "#ffe2b5", "#ffffff"),
    "danger_ground": ("#fdeceb", "#2b1d20", "#000000"),
    "danger_border": ("#eab4b0", "#5c3538", "#ff9d94"),
    "on_danger": ("#7a1a14", "#ffd9d5", "#ffffff"),
    "alarm": ("#c62d25", "#c93a33", "#c62d25"),
    "alarm_hover": ("#b0261f", "#b5322c", "#b0261f"),
    "on_alarm": ("#ffffff", "#ffffff", "#ffffff"),
    "bars": ("#000000", "#000000", "#000000"),
    "stage": ("#0e1116", "#0e1116", "#000000"),
    "stage_glow": ("#1d2838", "#1d2838", "#000000"),
    "on_stage": ("#c4cfdc", "#c4cfdc", "#ffffff"),
    "figure_ground": ("#253245", "#253245", "#1c1c1c"),
    "figure": ("#6fa9ea", "#6fa9ea", "#ffffff"),
    "over": ("#d90b0e13", "#d90b0e13", "#ff000000"),
    "over_hover": ("#ff2b3340", "#ff2b3340", "#ff3a3a3a"),
    "over_pressed": ("#ff1c222b", "#ff1c222b", "#ff424242"),
    "over_border": ("#40ffffff", "#40ffffff", "#ffffffff"),
    "over_outline": ("#828b98", "#828b98", "#ffffff"),
    "on_over": ("#f2f5f9", "#f2f5f9", "#ffffff"),
    "on_over_quiet": ("#b9c4d1", "#b9c4d1", "#ffffff"),
    "on_over_disabled": ("#7a8696", "#7a8696", "#a8a8a8"),
    "over_accent": ("#7dbfff", "#7dbfff", "#ffe100"),
    "over_user": ("#a9d6ff", "#a9d6ff", "#6ee7ff"),
    "over_good": ("#57d39b", "#57d39b", "#5dff9b"),
    "over_warning": ("#f3b75f", "#f3b75f", "#ffd24a"),
    "over_danger": ("#ff9d94", "#ff9d94", "#ff9d94"),
    "veil": ("#70080a0e", "#70080a0e", "#96000000"),
}


def palette(name: PaletteName) -> Mapping[Role, str]:
    """Every role's colour, as Qt and its style sheets take it: ``#rrggbb`` or ``#aarrggbb``."""
    place = _PALETTES.index(name)
    return {role: colours[place] for role, colours in _COLOURS.items()}
