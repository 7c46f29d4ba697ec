"""What tells Linux desktops of the program, and that links are its own."""

import configparser
import shutil
import subprocess
from pathlib import Path

import pytest

from viewer.settings import LINK_SCHEME

FILE = Path(__file__).parents[2] / "packaging/linux/persona-viewer.desktop"


def test_links_are_handed_to_the_program_as_one_word() -> None:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(FILE, "utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == "persona-viewer %u"
    assert entry["MimeType"] == f"x-scheme-handler/{LINK_SCHEME};"
    assert {f"Desktop Action {name}" for name in entry["Actions"].strip(";").split(";")} < set(parser)


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_it_is_as_the_standard_wants_it() -> None:
    done = subprocess.run(["desktop-file-validate", str(FILE)], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (0, "")
