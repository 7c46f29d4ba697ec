"""The READMEs: their tables are what the code says, and what they point at is there."""

import re
from pathlib import Path

import pytest

import docs

ROOT = Path(__file__).parents[2]
READMES = sorted(
    file for file in ROOT.rglob("README.md") if not {".venv", "node_modules", "build"} & set(file.parts)
)


def names(files: list[Path]) -> list[str]:
    return [str(file.relative_to(ROOT)) for file in files]


@pytest.mark.parametrize("file", docs.readmes(), ids=names(docs.readmes()))
def test_tables_are_what_the_code_says(file: Path) -> None:
    text = file.read_text("utf-8")
    assert docs.written(text) == text, "python3 packaging/dev.py docs writes them anew"


def test_every_table_is_shown_somewhere() -> None:
    shown = "".join(file.read_text("utf-8") for file in docs.readmes())
    assert [name for name in docs.TABLES if f"<!-- dev.py docs: {name} -->" not in shown] == []


def test_a_table_takes_the_place_of_an_older_one_and_the_rest_stays() -> None:
    text = "before\n<!-- dev.py docs: exit codes -->\nold\n<!-- end -->\nafter\n"
    new = docs.written(text)
    assert new.startswith("before\n")
    assert new.endswith("<!-- end -->\nafter\n")
    assert "old" not in new
    assert "| 141 |" in new
    with pytest.raises(ValueError, match="no end"):
        docs.written("<!-- dev.py docs: exit codes -->\n")


@pytest.mark.parametrize("file", READMES, ids=names(READMES))
def test_what_a_readme_points_at_is_there(file: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)", file.read_text("utf-8"))
    assert [target for target in targets if "://" not in target and not (file.parent / target).exists()] == []


def test_files_that_a_rooms_readme_names_are_there() -> None:
    missing = []
    for file in docs.readmes():
        for name in re.findall(r"`((?:[a-z_]+/)*[a-z_]+\.py)`", file.read_text("utf-8")):
            known = (ROOT / "viewer" / name, ROOT / name)
            if not any(map(Path.exists, known)) and not any(file.parent.rglob(name)):
                missing.append(f"{file.relative_to(ROOT)}: {name}")
    assert missing == []


def test_every_place_that_the_table_of_promises_names_is_there() -> None:
    text = (ROOT / "tests" / "README.md").read_text("utf-8")
    rows = [line.split("|") for line in text.partition("| promise |")[2].splitlines() if line.count("|") == 4]
    missing, folder = [], Path()
    for row in rows[1:]:
        for name in row[3].strip().split(", "):
            place = ROOT / "tests" / name
            # A bare name lies in the folder of the one before it.
            place = place if place.exists() else folder / name
            folder = place.parent
            if not place.exists():
                missing.append(name)
    assert len(rows) > 30
    assert missing == []


def test_the_newcomers_page_stays_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 150
