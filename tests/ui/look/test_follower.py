"""The look as the user chose it, and as the system has it where the choice is the system's."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from viewer.settings import ViewerSettings
from viewer.ui import look
from viewer.ui.look import reduced_motion
from viewer.ui.look.appearance import Appearance
from viewer.ui.look.follower import Choice, Follower, resolve
from viewer.ui.look.system import System, SystemLook

SYSTEM = Choice()


@pytest.mark.parametrize(
    ("choice", "system", "wanted"),
    [
        (SYSTEM, SystemLook(), Appearance("dark")),
        (SYSTEM, SystemLook("light"), Appearance("light")),
        (SYSTEM, SystemLook("light", high_contrast=True), Appearance("high-contrast")),
        (Choice("light"), SystemLook("dark", high_contrast=True), Appearance("light")),
        (Choice("high-contrast"), SystemLook("light"), Appearance("high-contrast")),
        (Choice(text_scale=200), SystemLook("dark"), Appearance("dark", 2.0)),
        (SYSTEM, SystemLook("dark", text_pixels=12), Appearance("dark", 1.0)),
        (SYSTEM, SystemLook("dark", text_pixels=21), Appearance("dark", 1.5)),
        (Choice(text_scale=200), SystemLook("dark", text_pixels=28), Appearance("dark", 3.0)),
        (SYSTEM, SystemLook(reduced_motion=True), Appearance("dark", motion=False)),
        (Choice(reduced_motion="off"), SystemLook(reduced_motion=True), Appearance("dark")),
        (Choice(reduced_motion="on"), SystemLook(), Appearance("dark", motion=False)),
    ],
)
def test_a_choice_means_a_look_on_each_system(choice: Choice, system: SystemLook, wanted: Appearance) -> None:
    assert resolve(choice, system) == wanted


@pytest.fixture
def follower(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Follower]:
    """Follows a system that says nothing; no bus is asked."""
    monkeypatch.setattr(System, "ask_portal", lambda _: None)
    made = Follower(qapp, Choice())
    yield made
    made.deleteLater()
    qapp.styleHints().unsetColorScheme()
    look.apply(qapp, Appearance())


def test_what_the_portal_tells_is_followed_while_the_program_runs(follower: Follower) -> None:
    assert look.appearance().palette == "dark"
    follower.system._hear("color-scheme", 2)
    assert look.appearance().palette == "light"
    follower.system._hear("contrast", 1)
    assert look.appearance().palette == "high-contrast"
    follower.system._hear("contrast", 0)
    follower.system._hear("color-scheme", 0)
    assert look.appearance() == resolve(Choice(), follower.system.look)
    follower.system._hear("enable-animations", False)
    assert not look.appearance().motion
    follower.system._hear("enable-animations", True)
    follower.system._hear("reduced-motion", 1)
    assert not look.appearance().motion


def test_what_qt_tells_is_followed(follower: Follower, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = QApplication.styleHints()
    # The offscreen platform has no scheme of its own.
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: Qt.ColorScheme.Light)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look.appearance().palette == "light"
    contrast = type(hints.accessibility())
    monkeypatch.setattr(contrast, "contrastPreference", lambda _: Qt.ContrastPreference.HighContrast)
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert look.appearance().palette == "high-contrast"


def test_a_choice_acts_at_once_and_the_system_no_longer(follower: Follower) -> None:
    follower.choose(Choice.of(ViewerSettings(look="light", text_scale=150, reduced_motion="on")))
    scale = look.appearance().text_scale
    assert look.appearance() == Appearance("light", scale, motion=False)
    assert scale >= 1.5
    follower.system._hear("color-scheme", 1)
    assert look.appearance().palette == "light"
    follower.choose(Choice())
    assert look.appearance().palette == "dark"


def test_windows_is_asked_for_its_animations(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class User32:
        @staticmethod
        def SystemParametersInfoW(what: int, _: int, answer: object, __: int) -> None:  # noqa: N802
            asked.append(what)
            answer._obj.value = 0  # type: ignore[attr-defined]

    class Dlls:
        user32 = User32

    monkeypatch.setattr("sys.platform", "win32")
    assert not reduced_motion.wants_reduced_motion(), "there is no such library here"
    monkeypatch.setattr("ctypes.windll", Dlls, raising=False)
    assert reduced_motion.wants_reduced_motion()
    assert asked == [0x1042]


def test_a_macos_without_the_setting_has_motion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert not reduced_motion.wants_reduced_motion()


def test_the_look_turns_round_with_the_direction_of_reading(qapp: QApplication, follower: Follower) -> None:
    before = qapp.styleSheet()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert qapp.styleSheet() != before
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert qapp.styleSheet() == before
