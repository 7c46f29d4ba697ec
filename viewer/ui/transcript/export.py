"""The kinds of files that a transcript can be exported to, and their writing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from viewer.errors import UsageError
from viewer.ui.transcript.documents import markdown, to_json
from viewer.ui.transcript.labels import Labels
from viewer.ui.transcript.line import Line
from viewer.ui.transcript.subtitles import srt, webvtt
from viewer.whole_file import written


@dataclass(frozen=True, slots=True)
class Kind:
    """``text_of`` takes the lines, the labels and how many lines before the first are not kept."""

    name: str
    suffix: str
    text_of: Callable[[Sequence[Line], Labels, int], str]


KINDS: Final = (
    Kind("Markdown", "md", markdown),
    Kind("JSON", "json", to_json),
    Kind("SubRip", "srt", lambda lines, labels, _: srt(lines, labels)),
    Kind("WebVTT", "vtt", webvtt),
)


def save(text: str, path: Path) -> None:
    """Write ``text`` to ``path``: all of it, or nothing is there and what was there stays. Blocks.

    Raises:
        UsageError: it cannot be written there.
    """
    try:
        with written(path) as file:
            file.write(text)
    except OSError as error:
        why = (error.strerror or "it cannot be written").lower()
        raise UsageError(
            f"The transcript could not be saved as “{path.name}”: {why}.",
            hint="Choose another place or name.",
        ) from None
