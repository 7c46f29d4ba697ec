"""Session files for tests."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from viewer.protocol.insight import Noted
from viewer.session.session_file.lines import Addresses, LineWriter

BEGAN = datetime(2026, 3, 1, 12, tzinfo=UTC)


def text_of(notes: Iterable[Noted], addresses: Addresses = "masked") -> str:
    """``notes`` as a session file has them."""
    writer = LineWriter(addresses)
    return "".join(line for noted in notes for line in writer.lines(noted, BEGAN))


def file_of(notes: Iterable[Noted], path: Path, addresses: Addresses = "masked") -> Path:
    """``notes`` in a file at ``path``."""
    path.write_text(text_of(notes, addresses), "utf-8")
    return path
