"""What tells Linux desktops of the program, and that links are its own."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from viewer import cli
from viewer.settings import LINK_SCHEME
from viewer.ui.language.speech import LANGUAGES

FILE: Final = Path(__file__).parents[2] / "packaging/linux/persona-viewer.desktop"

# Of the Desktop Entry Specification 1.4, which the oldest desktops know that Qt's bundle runs on.
ENTRY_KEYS: Final = {
    *("Type", "Version", "Name", "GenericName", "NoDisplay", "Comment", "Icon", "Hidden", "OnlyShowIn"),
    *("NotShowIn", "DBusActivatable", "TryExec", "Exec", "Path", "Terminal", "Actions", "MimeType"),
    *("Categories", "Implements", "Keywords", "StartupNotify", "StartupWMClass", "URL"),
    "PrefersNonDefaultGPU",
}
ACTION_KEYS: Final = {"Name", "Icon", "Exec"}
LISTS: Final = ("Actions", "MimeType", "Categories", "Keywords")
BOOLEANS: Final = ("Terminal", "StartupNotify")
TRANSLATED: Final = re.compile(r"([A-Za-z0-9-]+)\[([a-z]{2})\]")


@pytest.fixture(scope="module")
def groups() -> configparser.ConfigParser:
    """The file's groups, by their headers; twice the same key or group is an error."""
    parser = configparser.ConfigParser(interpolation=None, strict=True, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(FILE, "utf-8")
    return parser


def test_links_are_handed_to_the_program_as_one_word(groups: configparser.ConfigParser) -> None:
    entry = groups["Desktop Entry"]
    assert entry["Exec"] == "persona-viewer %u"
    assert entry["MimeType"] == f"x-scheme-handler/{LINK_SCHEME};"


def test_it_keeps_the_rules_of_the_standard_that_desktops_mind(groups: configparser.ConfigParser) -> None:
    assert FILE.read_text("utf-8").startswith("[Desktop Entry]\n")
    entry = groups["Desktop Entry"]
    assert (entry["Type"], entry["Version"]) == ("Application", "1.4")
    actions = {f"Desktop Action {name}" for name in entry["Actions"].strip(";").split(";")}
    assert set(groups.sections()) == {"Desktop Entry", *actions}
    for name in groups.sections():
        known = ENTRY_KEYS if name == "Desktop Entry" else ACTION_KEYS
        assert {TRANSLATED.sub(r"\1", key) for key in groups[name]} <= known
        assert {"Name", "Exec"} <= set(groups[name])
        assert groups[name]["Exec"].split()[0] == cli.PROG
    assert all(entry[key].endswith(";") for key in LISTS)
    assert all(entry[key] in ("true", "false") for key in BOOLEANS)
    # Of the registered ones; the second is one of Network's.
    assert entry["Categories"] == "Network;VideoConference;"


def test_its_words_are_in_every_language(groups: configparser.ConfigParser) -> None:
    for name, key in (("Desktop Entry", "GenericName"), ("Desktop Entry", "Comment")):
        assert {f"{key}[{language}]" for language in LANGUAGES if language != "en"} <= set(groups[name])


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_it_is_as_the_standard_wants_it() -> None:
    done = subprocess.run(["desktop-file-validate", str(FILE)], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (0, "")
