"""The window speaks the user's language, and another one as soon as that is chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stage
from tests.ui.language.words import words_of
from viewer import errors
from viewer.ui.language import speech
from viewer.ui.widgets.device_picker import DevicePicker
from viewer.ui.widgets.mute_button import MuteButton
from viewer.ui.widgets.volume import VolumeButton

Speaking = Callable[[str], str]


def said(window: QWidget) -> list[str]:
    """Everything that ``window`` says anywhere."""
    return [text for _, text in words_of(window, hidden=True)]


def test_numbers_plurals_and_direction_are_the_languages(qtbot: QtBot, speaking: Speaking) -> None:
    speaking("ar")
    volume = VolumeButton(70)
    qtbot.addWidget(volume)
    assert volume.accessibleDescription() == "٧٠٪"
    assert volume.layoutDirection() is Qt.LayoutDirection.RightToLeft
    speaking("de")
    assert volume.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"


def test_what_is_on_the_screen_is_said_again_in_the_new_language(qtbot: QtBot, speaking: Speaking) -> None:
    speaking("en")
    picker = DevicePicker("microphone", "Headset")
    qtbot.addWidget(picker)
    in_english = said(picker)
    assert picker.currentText() == "Headset (not there)"
    speaking("fr")
    assert picker.toolTip() == "Choisir le microphone"
    assert picker.itemText(picker.count() - 1) == "Aucun microphone"
    assert picker.currentText() == "Headset (absent)"
    assert picker.chosen == "Headset"
    speaking("en")
    assert said(picker) == in_english


def test_a_whole_window_comes_back_as_it_was_from_any_language(stage: Stage, speaking: Speaking) -> None:
    speaking("en")
    stage.go_live()
    stage.bridge.tell_device_problem(errors.AudioDeviceError())
    QApplication.processEvents()
    before = said(stage.window)
    for language in ("de", "ar", "ja", "es", "fr"):
        speaking(language)
        assert "The sound device could not be opened." not in " ".join(said(stage.window))
        QApplication.processEvents()
    assert stage.window.live_page.device_notice.label.text().startswith("L’appareil audio")
    speaking("en")
    QApplication.processEvents()
    assert said(stage.window) == before


def test_two_things_of_one_name_in_another_language_have_their_own_in_english_again(
    stage: Stage, speaking: Speaking
) -> None:
    speaking("en")
    stage.window.keys.retranslate()
    action, button = (
        stage.window.keys["mute"],
        MuteButton(muted=False, push_to_talk=False, parent=stage.window),
    )
    speaking("de")
    assert action.text() == button.accessibleName() == "Mikrofon stummschalten"
    speaking("en")
    assert (action.text(), button.accessibleName()) == ("Mute the microphone", "Mute microphone")


def test_a_name_that_is_like_a_word_of_ours_is_left_alone(qtbot: QtBot, speaking: Speaking) -> None:
    speaking("en")
    picker, volume = DevicePicker("speaker", ""), VolumeButton(50)
    for widget in (picker, volume):
        qtbot.addWidget(widget)
    picker.set_devices(["Volume"])
    line = QLineEdit("Loudspeaker")
    qtbot.addWidget(line)
    speaking("de")
    assert volume.slider.accessibleName() == "Lautstärke"
    assert picker.itemText(1) == "Volume"
    assert line.text() == "Loudspeaker"


@pytest.mark.parametrize(
    ("system", "spoken"), [("de_AT", "de"), ("pt_BR", "en"), ("ja_JP", "ja"), ("C", "en"), ("ar_MA", "ar")]
)
def test_the_systems_language_is_spoken_where_there_is_one(
    speaking: Speaking, monkeypatch: pytest.MonkeyPatch, system: str, spoken: str
) -> None:
    class System(QLocale):
        @staticmethod
        def system() -> QLocale:
            return QLocale(system)

    monkeypatch.setattr(speech, "QLocale", System)
    assert speaking("system") == spoken


def test_widgets_of_their_own_words_are_told(qtbot: QtBot, speaking: Speaking) -> None:
    changed: list[QEvent.Type] = []

    class Painted(QWidget):
        def event(self, event: QEvent) -> bool:
            changed.append(event.type())
            return super().event(event)

    widget = Painted()
    qtbot.addWidget(widget)
    speaking("es")
    qtbot.waitUntil(lambda: QEvent.Type.LanguageChange in changed)
