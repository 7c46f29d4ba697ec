"""What desktops and software centres are told, and the archive's own way into the menu."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from release.debian import packaged_unit
from release.share import LINUX, with_release
from viewer.settings import LINK_SCHEME
from viewer.ui.language.speech import LANGUAGES

METAINFO = LINUX / "persona-viewer.metainfo.xml"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def test_software_centres_are_told_what_the_desktop_is() -> None:
    told = ET.fromstring(with_release(METAINFO.read_text("utf-8"), "1.2", "2026-01-02"))
    entry = (LINUX / "persona-viewer.desktop").read_text("utf-8")
    assert told.findtext("launchable") == "persona-viewer.desktop"
    assert told.findtext("provides/mediatype") == f"x-scheme-handler/{LINK_SCHEME}"
    for summary in told.findall("summary"):
        language = summary.get(LANGUAGE)
        assert f"\nComment{f'[{language}]' if language else ''}={summary.text}\n" in entry
    assert {each.get(LANGUAGE) or "en" for each in told.findall("summary")} == set(LANGUAGES)
    categories = ";".join(each.text or "" for each in told.findall("categories/category"))
    assert f"\nCategories={categories};\n" in entry
    assert [each.attrib for each in told.findall("releases/release")] == [
        {"version": "1.2", "date": "2026-01-02"}
    ]


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="needs appstream")
def test_the_metainfo_is_as_its_standard_wants_it(tmp_path: Path) -> None:
    whole = tmp_path / METAINFO.name
    whole.write_text(with_release(METAINFO.read_text("utf-8"), "1.2", "2026-01-02"), "utf-8")
    command = ["appstreamcli", "validate", "--no-net", "--no-color", str(whole)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


# What a path may have in it, and how the desktop entry's standard wants it in Exec.
@pytest.mark.parametrize(
    ("folder", "written"),
    [
        ("plain", "plain"),
        ("with space", "with space"),
        ('a "b" $c `d`', r'a \\"b\\" \\$c \\`d\\`'),
        ("50 %", "50 %%"),
        ("back\\slash", r"back\\\\slash"),
    ],
)
def test_the_archive_puts_itself_into_the_menu_and_out_again(
    tmp_path: Path, folder: str, written: str
) -> None:
    unpacked, data = tmp_path / folder, tmp_path / "data"
    for name in ("applications/persona-viewer.desktop", "icons/hicolor/scalable/apps/persona-viewer.svg"):
        (unpacked / "share" / name).parent.mkdir(parents=True)
    shutil.copy(LINUX / "persona-viewer.desktop", unpacked / "share" / "applications")
    (unpacked / "share/icons/hicolor/scalable/apps/persona-viewer.svg").write_text("<svg/>")
    shutil.copy(LINUX / "add-to-desktop", unpacked)

    def add(*words: str) -> None:
        command = [str(unpacked / "add-to-desktop"), *words]
        theirs = os.environ | {"XDG_DATA_HOME": str(data)}
        subprocess.run(command, check=True, capture_output=True, env=theirs)

    add()
    lines = (data / "applications" / "persona-viewer.desktop").read_text("utf-8").splitlines()
    program = f'"{tmp_path}/{written}/persona-viewer"'
    assert f"Exec={program} %u" in lines
    assert f"Exec={program} --new-window" in lines
    assert "TryExec=persona-viewer" not in lines
    add("--remove")
    assert not [file for file in data.rglob("*") if file.is_file() and file.name != "mimeinfo.cache"]


def test_units_of_the_package_start_the_program_of_the_package() -> None:
    unit = (
        "# For /etc.\n[Unit]\nAfter=it\n[Service]\nExecStart=/opt/persona-viewer/bin/persona-viewer kiosk\n"
    )
    packaged = packaged_unit(unit, "persona-viewer")
    assert packaged == "[Unit]\nAfter=it\n[Service]\nExecStart=/usr/bin/persona-viewer kiosk\n"
