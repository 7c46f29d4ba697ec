#!/usr/bin/env python3
"""Make the small fonts for Arabic and Japanese in assets/fonts from Noto's; needed only to make them anew.

    apt-get install fonts-noto-core fonts-noto-cjk && pip install fonttools
    python packaging/subset_fonts.py

Arabic is the whole block, with all that joins letters. Japanese is what JIS X 0208 calls level 1: kana, and
the 2,965 kanji of everyday use; rarer ones are drawn by the system's fonts, if there are any. The copies have
names of their own, so that they never stand in for the system's whole fonts of the same name.
"""

from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS: Final = Path(__file__).resolve().parent.parent / "assets" / "fonts"
NOTO: Final = Path("/usr/share/fonts")
ARABIC: Final = {0x20, 0xA0, *range(0x600, 0x700), *range(0x200C, 0x2010), 0x25CC}
_FAMILY_NAMES: Final = (1, 3, 4, 6, 16, 18, 21)


def main() -> None:
    """Write both."""
    make(
        NOTO / "truetype/noto/NotoSansArabic-Regular.ttf",
        ARABIC,
        ["*"],
        "Persona Viewer Arabic",
        "Arabic.ttf",
    )
    japanese = {ord(character) for character in everyday_japanese()}
    source = NOTO / "opentype/noto/NotoSansCJK-Regular.ttc"
    make(source, japanese, [], "Persona Viewer Japanese", "Japanese.otf")


def everyday_japanese() -> set[str]:
    """Punctuation, kana and kanji of JIS X 0208 but those of level 2; nothing that Inter has."""
    found = set()
    for row in (*range(1, 9), *range(16, 48)):
        for cell in range(1, 95):
            found.add(bytes((row + 0xA0, cell + 0xA0)).decode("euc_jp", "ignore"))
    return {character for character in found if character >= "\u3000"}


def make(source: Path, characters: set[int], features: list[str], family: str, name: str) -> None:
    """Cut ``characters`` out of ``source``, the first font in it, with OpenType ``features``."""
    font = TTFont(source, fontNumber=0)
    options = subset.Options(hinting=False, layout_features=features)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    for record in list(font["name"].names):
        if record.nameID in _FAMILY_NAMES:
            plain = family.replace(" ", "") + "-Regular" if record.nameID == 6 else family
            font["name"].setName(plain, record.nameID, record.platformID, record.platEncID, record.langID)
    if "CFF " in font:
        font["CFF "].cff.fontNames = [family.replace(" ", "") + "-Regular"]
    font.save(FONTS / name)


if __name__ == "__main__":
    main()
