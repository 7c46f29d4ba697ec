"""What an exception may say to others: of which kind it is and where it came from, not its words."""

import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from viewer.redaction import redact

_MAX_FRAMES: Final = 40
_MAX_CAUSES: Final = 4


def described(error: BaseException) -> str:
    """Kinds and places of ``error`` and of what it came from, a line each. Its words may quote a talk."""
    return "".join(_lines(error))


def impersonal(text: str) -> str:
    """``text`` without secrets, and without the user's name in the paths of files."""
    return redact(text.replace(str(Path.home()), "~"))


def _lines(error: BaseException) -> Iterator[str]:
    cause: BaseException | None = error
    for number in range(_MAX_CAUSES):
        if cause is None:
            return
        yield f"{'caused by ' if number else ''}{type(cause).__module__}.{type(cause).__qualname__}"
        yield f" {cause.errno}\n" if isinstance(cause, OSError) and cause.errno else "\n"
        walked = traceback.StackSummary.extract(
            traceback.walk_tb(cause.__traceback__), limit=-_MAX_FRAMES, lookup_lines=False
        )
        yield from (f"  {frame.filename}:{frame.lineno} in {frame.name}\n" for frame in walked)
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
