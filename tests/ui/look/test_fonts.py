"""Every language that the window speaks is drawn without boxes: here, and where no font is installed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from viewer.ui.look import fonts

ROOT = Path(__file__).parents[3]

WORDS = {
    "English": "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 “it’s” – …",
    "German": "äöüß ÄÖÜẞ „so“ ‚so‘ »so«",
    "Spanish": "áéíóúüñ ÁÉÍÓÚÜÑ ¿qué? ¡sí!",
    "French": "àâæçéèêëîïôœùûüÿ ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ « oui »",
    "Arabic": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ٠١٢٣٤٥٦٧٨٩ ، ؛ ؟ لا مُحَمَّد",
    "Japanese": "あいうえおがぱゃっん アイウエオガパャッンー 設定接続音声会話字幕検索言葉録終了 「。、・」",
    "signs": "← → × ✓ · • % € © ™",
}
EMOJI = "😀 👍🏽 ❤️ 🎉 🇩🇪 👩‍👩‍👧"

# Everything of WORDS that cannot be drawn, in a process whose system has no fonts.
BARE = """
import json, sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from viewer.ui.look import fonts
fonts.load()
print([name for name, text in json.load(sys.stdin).items() if not fonts.can_draw(text)])
"""


@pytest.mark.parametrize("language", WORDS)
def test_a_language_is_drawn_without_boxes(qapp: QApplication, language: str) -> None:
    fonts.load()
    assert fonts.can_draw(WORDS[language])


def test_boxes_are_noticed(qapp: QApplication) -> None:
    assert not fonts.can_draw("\U0010ff00 has no picture")


def test_emoji_are_drawn_by_the_systems_font(qapp: QApplication) -> None:
    if "Noto Color Emoji" not in QFontDatabase.families() and sys.platform == "linux":
        pytest.skip("no fonts-noto-color-emoji")
    assert fonts.can_draw(EMOJI)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have fonts")
def test_so_are_all_languages_where_no_font_is_installed(tmp_path: Path) -> None:
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    environment = os.environ | {
        "FONTCONFIG_FILE": str(configuration),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", BARE],
        input=json.dumps(WORDS),
        env=environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == "[]"


def test_what_comes_along_stays_small() -> None:
    files = (ROOT / "assets" / "fonts").glob("*.[ot]tf")
    assert sum(file.stat().st_size for file in files) < 1_600_000
