"""Conversations for tests: lines, and any lines."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from viewer.protocol.text import plain
from viewer.ui.heard import word_spans
from viewer.ui.transcript.line import Line, Talk

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC).timestamp()
TALK = Talk(1, 100.0, NOON)


def persona(text: str, began: float, seconds_a_word: float = 0.4, **state: object) -> Line:
    """What Lena says, word by word; time 0 is when the talk began."""
    began += TALK.began
    marks = tuple((end, began + number * seconds_a_word) for number, (_, end) in enumerate(word_spans(text)))
    ended = began + len(marks) * seconds_a_word
    fields: dict[str, Any] = {"talk": TALK, "role": "persona", "how": "spoken", "name": "Lena", "text": text}
    return Line(**fields | {"began": began, "ended": ended, "marks": marks, "complete": True} | state)


def typed(text: str, began: float, **state: object) -> Line:
    """What the user types."""
    fields: dict[str, Any] = {
        "talk": TALK,
        "role": "user",
        "how": "typed",
        "name": "",
        "text": text,
        "complete": True,
    }
    return Line(**fields | {"began": TALK.began + began, "ended": TALK.began + began} | state)


anything = st.text(max_size=200) | st.text(
    st.sampled_from("a1 <>&-_*#`[]()!|{}\\.:=+~\n0:,今，𝒳ش"), max_size=200
)
"""Any text, and such as is likely to be taken for markup."""

texts = anything.map(lambda text: " ".join(plain(text).split())).filter(bool)
names = texts.map(lambda text: text[:20].strip() or "x")


@st.composite
def lines(draw: st.DrawFn) -> list[Line]:
    """Any lines, in the order in which they were told."""
    made = []
    for text in draw(st.lists(texts, max_size=6)):
        began = draw(st.floats(0, 1000))
        if draw(st.booleans()):
            pace = draw(st.floats(0, 3))
            ended = draw(st.none() | st.floats(began, 2000).map(lambda at: at + TALK.began))
            made.append(persona(text, began, pace, name=draw(names), ended=ended))
        else:
            made.append(typed(text, began))
    return made
