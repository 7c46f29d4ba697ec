"""Every setting of the table is a row, with words of its own."""

from viewer.settings import ViewerSettings
from viewer.ui.preferences import words
from viewer.ui.preferences.table import PAGES, settings

# How much to log is for whoever looks for a fault, at the command line.
_WITHOUT_A_ROW = {"log_level"}


def test_every_setting_is_a_row() -> None:
    assert {setting.name for setting in settings()} == set(ViewerSettings.fields) - _WITHOUT_A_ROW
    assert {setting.page for setting in settings()} == set(PAGES)


def test_every_row_has_its_words(qapp: object) -> None:
    names = {setting.name for setting in settings()}
    assert set(words.titles()) == set(words.lines()) == names
    assert set(words.page_titles()) == set(PAGES)
    for setting in settings():
        if setting.choices:
            assert tuple(words.choices(setting.name)) == setting.choices


def test_a_row_is_changed_as_its_type_says() -> None:
    by_name = {setting.name: setting for setting in settings()}
    assert by_name["muted"].kind == "switch"
    assert by_name["quality"].choices == ("auto", "high", "saver")
    size = by_name["caption_size"]
    assert (size.kind, size.lowest, size.highest) == ("number", 75, 200)
    assert (by_name["mic"].kind, by_name["speaker"].kind) == ("microphone", "loudspeaker")
    assert (by_name["broker"].kind, by_name["broker"].hidden) == ("text", False)
    assert (by_name["proxy"].kind, by_name["proxy"].hidden) == ("text", True)
    assert by_name["shortcuts"].kind == "shortcuts"
