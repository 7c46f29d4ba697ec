"""Whatever colours meet can be told apart: WCAG 2.2 AA, in every palette, and over any picture."""

import pytest
from PySide6.QtGui import QColor

from viewer.ui.look.colours import PaletteName, Role, palette

TEXT, GRAPHIC = 4.5, 3.0

PALETTES: tuple[PaletteName, ...] = ("light", "dark", "high-contrast")
ON_THE_WINDOW: tuple[Role, ...] = ("ground", "surface", "raised")
OVER: tuple[Role, ...] = ("over", "over_hover", "over_pressed")

MEETINGS: dict[Role, tuple[tuple[Role, ...], float]] = {
    "text": ((*ON_THE_WINDOW, "hover", "pressed"), TEXT),
    "quiet": (ON_THE_WINDOW, TEXT),
    "accent": (ON_THE_WINDOW, TEXT),
    "user": (ON_THE_WINDOW, TEXT),
    "good": (ON_THE_WINDOW, TEXT),
    "warning": ((*ON_THE_WINDOW, "warning_ground"), TEXT),
    "danger": ((*ON_THE_WINDOW, "hover", "danger_ground"), TEXT),
    "outline": (("ground", "surface"), GRAPHIC),
    "focus": ((*ON_THE_WINDOW, "stage"), GRAPHIC),
    "on_primary": (("primary", "primary_hover", "primary_pressed"), TEXT),
    "primary": (("ground", "surface"), GRAPHIC),
    "primary_focus": (("primary", "ground", "surface"), GRAPHIC),
    "on_selection": (("selection",), TEXT),
    "on_warning": (("warning_ground",), TEXT),
    "on_danger": (("danger_ground",), TEXT),
    "on_alarm": (("alarm", "alarm_hover"), TEXT),
    "alarm": (("ground", "surface", "stage"), GRAPHIC),
    "on_stage": (("stage", "stage_glow"), TEXT),
    "figure": (("figure_ground",), GRAPHIC),
    "on_over": (OVER, TEXT),
    "on_over_quiet": (OVER, TEXT),
    "over_outline": (OVER, GRAPHIC),
    "over_accent": (OVER, TEXT),
    "over_user": (OVER, TEXT),
    "over_good": (OVER, TEXT),
    "over_warning": (OVER, TEXT),
    "over_danger": (OVER, TEXT),
}
"""What is drawn on what, and how far apart that has to be. A new meeting of two roles gets its place here."""

NEVER_READ: set[Role] = {
    *("border", "edge", "over_border", "warning_border", "danger_border"),  # between parts that differ anyway
    *("disabled", "on_over_disabled", "primary_disabled"),  # what cannot be used may be pale
    *("veil", "bars"),
}


@pytest.mark.parametrize("name", PALETTES)
def test_what_meets_can_be_told_apart(name: PaletteName) -> None:
    colours = palette(name)
    close = [
        f"{role} on {ground} over {picture}: {ratio:.2f}, and {least} is needed"
        for role, (grounds, least) in MEETINGS.items()
        for ground in grounds
        for picture in ("#000000", "#808080", "#ffffff")
        if (ratio := contrast(colours[role], seen_through(colours[ground], picture))) < least
    ]
    assert close == []


@pytest.mark.parametrize("name", PALETTES)
def test_every_role_is_measured_or_said_to_be_no_matter(name: PaletteName) -> None:
    grounds = {ground for grounds, _ in MEETINGS.values() for ground in grounds}
    assert set(palette(name)) == {*MEETINGS, *grounds, *NEVER_READ}


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert seen_through("#80000000", "#ffffff") == "#7f7f7f"


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    made = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (made.redF(), made.greenF(), made.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def seen_through(colour: str, picture: str) -> str:
    above, below = QColor(colour), QColor(picture)
    share = above.alpha() / 255
    parts = ((above.red(), below.red()), (above.green(), below.green()), (above.blue(), below.blue()))
    return QColor(*(round(share * high + (1 - share) * low) for high, low in parts)).name()
