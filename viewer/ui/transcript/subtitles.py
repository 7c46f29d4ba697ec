"""Cues as SubRip and as WebVTT (https://www.w3.org/TR/webvtt1/). Pure."""

from collections.abc import Sequence
from typing import Final

from viewer.ui.transcript.cues import Cue, balanced, cues
from viewer.ui.transcript.labels import ENGLISH, Labels
from viewer.ui.transcript.line import Line

# Joins what is beside it and is not seen: after it nothing is taken for a tag or an arrow.
_WORD_JOINER: Final = "\u2060"


def srt(lines: Sequence[Line], labels: Labels = ENGLISH) -> str:
    """SubRip has no voices: a line's first cue begins with the name. Nor has it escapes: what would be taken
    for a tag, or for times, has an invisible character put in.
    """
    return "".join(
        f"{number}\n{_times(cue, ',')}\n{_srt_text(cue, labels)}\n\n"
        for number, cue in enumerate(cues(lines), 1)
    )


def webvtt(lines: Sequence[Line], labels: Labels = ENGLISH, dropped: int = 0) -> str:
    """Each cue has the voice of who says it. ``dropped`` lines before the first are told in a note."""
    note = f"NOTE\n{_escaped(labels.dropped(dropped))}\n\n" if dropped else ""
    blocks = (
        f"{_times(cue, '.')}\n<v {_escaped(_one_line(labels.name(cue.line)))}>{_escaped(cue.text)}\n\n"
        for cue in cues(lines)
    )
    return f"WEBVTT\n\n{note}{''.join(blocks)}"


def _srt_text(cue: Cue, labels: Labels) -> str:
    text = balanced(f"{_one_line(labels.name(cue.line))}: {cue.text}" if cue.first else cue.text)
    for opening in ("<", "{", "--"):
        text = text.replace(opening, f"{opening}{_WORD_JOINER}")
    return text


def _escaped(text: str) -> str:
    """WebVTT's own escapes; without “>” there is no arrow either."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _times(cue: Cue, point: str) -> str:
    return f"{_time(cue.began, point)} --> {_time(cue.ended, point)}"


def _time(milliseconds: int, point: str) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{rest:03}"
