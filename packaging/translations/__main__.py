"""Gathers what the window says, and compiles its translations; see ``dev.py translations --help``."""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from translations.sentences import sentences
from viewer.ui.language.speech import LANGUAGES

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "assets" / "translations"
CATALOGUE: Final = ROOT / "viewer" / "ui" / "language" / "sentences.py"

_HEAD: Final = '''"""What code without Qt tells people, for Qt's tools. Written by ``dev.py translations``."""
# ruff: noqa: E501

from typing import Final

from viewer.ui.language.marks import QT_TRANSLATE_NOOP

# fmt: off
SENTENCES: Final[tuple[str, ...]] = (
'''


def main(argv: Sequence[str]) -> int:
    """Write what has changed; 1 if ``--check`` found something to write, or something has no translation."""
    parser = argparse.ArgumentParser(prog="dev.py translations", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, and fail if there is anything")
    check = parser.parse_args(argv).check
    with tempfile.TemporaryDirectory() as made:
        renewed = renew(Path(made))
        stale = [to for to, new in renewed.items() if not to.exists() or to.read_bytes() != new]
    for file in stale:
        print(f"{file.relative_to(ROOT)} {'is not what the code says' if check else 'written'}")
        if not check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(renewed[file])
    missing = {language: len(untranslated(renewed[source_of(language)])) for language in LANGUAGES}
    for language, count in missing.items():
        if count:
            print(
                f"{language}: {count} texts are not translated; see {source_of(language).relative_to(ROOT)}"
            )
    return 1 if (check and stale) or any(missing.values()) else 0


def renew(scratch: Path) -> dict[Path, bytes]:
    """The files of the repository that are made from the code, as they have to be.

    Args:
        scratch: an empty folder.
    """
    catalogue = written_catalogue()
    (scratch / CATALOGUE.name).write_text(catalogue, "utf-8")
    words = scratch / "files"
    words.write_text("\n".join(map(str, [*_worded_files(), scratch / CATALOGUE.name])), "utf-8")
    sources = [scratch / source_of(language).name for language in LANGUAGES]
    for source in sources:
        if (FOLDER / source.name).exists():
            source.write_bytes((FOLDER / source.name).read_bytes())
    gather = (
        f"@{words}",
        "-locations",
        "none",
        "-no-obsolete",
        "-sort-messages",
        "-silent",
        "-source-language",
        "en",
    )
    # English is what the code says; it has no more than its plural forms to be told.
    english = [source for source in sources if source.stem == "en"]
    _run("pyside6-lupdate", *gather, "-pluralonly", "-ts", *map(str, english))
    _run("pyside6-lupdate", *gather, "-ts", *(str(source) for source in sources if source not in english))
    _run("pyside6-lrelease", "-silent", "-nounfinished", *map(str, sources))
    made = {
        FOLDER / file.name: file.read_bytes() for file in scratch.iterdir() if file.suffix in (".ts", ".qm")
    }
    return {CATALOGUE: catalogue.encode(), **made}


def written_catalogue() -> str:
    """The module that holds what code without Qt says."""
    lines = []
    for text in sentences(ROOT / "viewer"):
        lines.append(f'    QT_TRANSLATE_NOOP("Sentences", {_quoted(text)}),\n')
    return _HEAD + "".join(lines) + ")\n"


def untranslated(source: bytes) -> list[str]:
    """What the .ts file ``source`` has no translation of, or not in all plural forms."""
    lacking = []
    for message in ElementTree.fromstring(source).iter("message"):  # noqa: S314 - our own
        translation = message.find("translation")
        forms = [] if translation is None else [translation.text, *(f.text for f in translation)]
        texts = forms[1:] or forms
        if translation is None or translation.get("type") == "unfinished" or not all(texts):
            lacking.append(message.findtext("source", ""))
    return lacking


def known_texts(language: str) -> set[tuple[str, str]]:
    """Context and text of all that ``language`` has, or is to have, a translation of."""
    contexts = ElementTree.parse(source_of(language)).iter("context")  # noqa: S314 - our own
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in contexts
        for message in context.iter("message")
    }


def source_of(language: str) -> Path:
    """The file in which ``language`` is written."""
    return FOLDER / f"{language}.ts"


def _worded_files() -> list[Path]:
    files = [ROOT / "viewer" / "app.py", *sorted((ROOT / "viewer" / "ui").rglob("*.py"))]
    return [file for file in files if file != CATALOGUE]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{tool} failed: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
