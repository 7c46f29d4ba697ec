"""Documents: read by others as they were meant, whatever was said."""

import json
import re

import pytest
from hypothesis import given
from PySide6.QtGui import QTextDocument

from tests.ui.transcript import conversations
from tests.ui.transcript.conversations import TALK, persona, typed
from viewer.ui.transcript.documents import markdown, to_json
from viewer.ui.transcript.labels import Labels
from viewer.ui.transcript.line import Line, Talk

LATER = Talk(2, TALK.began + 3600, TALK.began_at + 3600)


def as_read(text: str) -> str:
    """What Qt's reader of Markdown makes of ``text``."""
    document = QTextDocument()
    document.setMarkdown(text)
    return document.toPlainText().replace("\u2028", "\n")


def test_markdown_says_who_when_and_what_is_to_be_known() -> None:
    lines = [
        persona("Good day.", 2.0, interrupted=True),
        typed("1. First\n- second", 9.0, lost=True),
        persona("It is later.", 3700.0, talk=LATER, name=""),
    ]
    noon, then = lines[0].at, lines[2].at
    assert markdown(lines, Labels(title="Gespräch", you="Du", typed="getippt"), dropped=1) == (
        "*1 earlier line is not kept.*\n\n"
        f"# Gespräch · {noon:%Y-%m-%d %H:%M}\n\n"
        f"**Lena** · {noon:%H:%M:%S} · interrupted\\\nGood day.\n\n"
        f"**Du** · {lines[1].at:%H:%M:%S} · getippt · not delivered\\\n1\\. First\\\n\\- second\n\n"
        f"# Gespräch · {then:%Y-%m-%d %H:%M}\n\n"
        f"**Avatar** · {then:%H:%M:%S}\\\nIt is later.\n"
    )


@given(conversations.lines())
@pytest.mark.usefixtures("qapp")
def test_others_read_markdown_as_it_was_meant(lines: list[Line]) -> None:
    read = as_read(markdown(lines))
    at = 0
    for line in lines:
        for part in (line.name or "You", *line.text.split("\n")):
            at = read.index(part, at) + len(part)
    meant = [f"{line.name or 'You'}\0{line.text}" for line in lines]
    assert len(re.sub(r"\d\d:\d\d:\d\d", "", read)) <= sum(map(len, meant)) + 20 * len(lines) + 40


def test_json_holds_all_that_is_known_with_times_from_the_first_picture_on() -> None:
    whole = json.loads(to_json([persona("Good day.", 2.0, name="Lena"), typed("Hi", 9.0, corrected=True)]))
    assert (whole["format"], whole["version"], whole["dropped"]) == ("persona-viewer transcript", 1, 0)
    spoken, written = whole["lines"]
    assert spoken.pop("at").startswith("2026-03-1")
    assert spoken == {
        "talk": 1,
        "who": "persona",
        "name": "Lena",
        "how": "spoken",
        "text": "Good day.",
        "begin": 2.0,
        "end": 2.8,
        "complete": True,
        "interrupted": False,
        "corrected": False,
        "delivered": True,
        "words": [
            {"text": "Good", "begin": 2.0, "end": 2.26},
            {"text": "day.", "begin": 2.4, "end": 2.66},
        ],
    }
    assert (written["who"], written["name"], written["how"], written["words"]) == ("user", "You", "typed", [])


@given(conversations.lines())
def test_json_is_what_was_said(lines: list[Line]) -> None:
    whole = json.loads(to_json(lines, dropped=7))
    assert whole["dropped"] == 7
    assert [(line["name"], line["text"]) for line in whole["lines"]] == [
        (line.name or "You", line.text) for line in lines
    ]


def test_nothing_said_is_a_document_all_the_same() -> None:
    assert json.loads(to_json([]))["lines"] == []
    assert markdown([]) == "\n"
