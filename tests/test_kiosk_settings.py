"""A kiosk's file: what is wrong with it is one sentence that names the key."""

from pathlib import Path

import pytest

from viewer import kiosk_settings
from viewer.errors import UsageError
from viewer.kiosk_settings import KioskSettings, LanguageWords, hashed_pin, is_pin, read_kiosk

KNOWN = frozenset({"broker", "persona"})


def read(tmp_path: Path, text: str) -> KioskSettings:
    file = tmp_path / "kiosk.toml"
    file.write_text(text, "utf-8")
    return read_kiosk(file, KNOWN)


def test_a_whole_file(tmp_path: Path) -> None:
    (tmp_path / "welcome.png").touch()
    found = read(
        tmp_path,
        """
        broker = "https://broker.example"
        [kiosk]
        monitor = "HDMI-1"
        opening = "welcome.png"
        silence_seconds = 40
        [kiosk.languages.de]
        title = "Guten Tag!"
        questions = ["Wie alt ist das Schloss?"]
        persona = "lena-de"
        [kiosk.languages.en]
        """,
    )
    assert found.opening == tmp_path / "welcome.png"
    assert list(found.languages) == ["de", "en"]
    assert found.languages["de"].questions == ("Wie alt ist das Schloss?",)
    assert found.silence_seconds == 40


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("persna = 'lena'", "key persna: there is no such key; “persona” may be meant."),
        ("[kiosk]\nmonitr = 'HDMI-1'", "key kiosk.monitr: there is no such key; “monitor” may be meant."),
        (
            "[kiosk]\nsilence_seconds = 1",
            "key kiosk.silence_seconds: it has to be greater than or equal to 5.",
        ),
        ("[kiosk.languages.xx]", "key kiosk.languages.xx: there is no such language"),
        ("[kiosk.languages.de]\nquestion = []", "key kiosk.languages.de.question: there is no such key"),
        ("[kiosk.languages.de]\nquestions = 'a'", "key kiosk.languages.de.questions: it has to be a list."),
        ("[kiosk]\nopening = 'nowhere.png'", "key kiosk.opening: there is no such file or folder."),
        ("[kiosk]\npin = '2468'", "key kiosk.pin: it has to be what “persona-viewer pin” prints"),
        ("kiosk = 3", "key kiosk: it has to be a table."),
    ],
)
def test_a_wrong_key_is_named_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert said in caught.value.message
    assert "\n" not in caught.value.message
    assert "2468" not in caught.value.message


def test_a_pin_is_kept_as_a_hash_and_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kiosk_settings, "_COST", {"n": 2, "r": 8, "p": 1})
    table = KioskSettings(pin=hashed_pin("2468"))
    assert is_pin("2468", table.pin)
    assert not is_pin("2469", table.pin)
    assert table.pin not in repr(table)


def test_help_names_every_key() -> None:
    told = kiosk_settings.help_text()
    assert all(name in told for name in {**KioskSettings.model_fields, **LanguageWords.model_fields})
