"""The lines of a session file, written and read. Begin with the README beside this."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from viewer import __version__
from viewer.errors import UsageError
from viewer.protocol.insight import Noted, Side
from viewer.session.session_file.masking import Mask
from viewer.whole_file import written

FORMAT: Final = "persona-viewer-session"
VERSION: Final = 1
MAX_LINE: Final = 2 << 20
MAX_LINES: Final = 500_000
MAX_BYTES: Final = 512 << 20
SUFFIX: Final = "jsonl"

Addresses: TypeAlias = Literal["masked", "plain"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)


class Header(_Model):
    """The first line. ``clock`` is what the session's clock showed at 0, for members that are times of it."""

    format: Literal["persona-viewer-session"] = FORMAT
    version: int = Field(VERSION, ge=1)
    viewer: str = Field(max_length=80)
    began: AwareDatetime
    clock: float
    addresses: Addresses


class Line(_Model):
    """Any other line; ``at`` is in seconds since the file began."""

    at: float = Field(ge=-1e6, le=1e9)
    side: Side
    kind: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]{0,60}$")]
    data: dict[str, JsonValue]


_Read = TypeVar("_Read", bound=_Model)


class LineWriter:
    """Turns notes into lines; the header goes before the first.

    Args:
        addresses: masked by stand-ins, or as they are.
    """

    def __init__(self, addresses: Addresses = "masked") -> None:
        self._addresses: Addresses = addresses
        self._mask = Mask()
        self._clock: float | None = None

    def lines(self, noted: Noted, now: datetime | None = None) -> Iterator[str]:
        """``noted`` as lines with their ends. ``now``: the time of day at the first; by itself, this one."""
        if self._clock is None:
            self._clock = noted.at
            header = Header(
                viewer=__version__, began=now or datetime.now(UTC), clock=noted.at, addresses=self._addresses
            )
            yield header.model_dump_json() + "\n"
        data = noted.data if self._addresses == "plain" else self._mask.members(noted.data)
        line = {"at": round(noted.at - self._clock, 6), "side": noted.side, "kind": noted.kind, "data": data}
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        if len(text) * 4 > MAX_LINE and len(text.encode("utf-8", "replace")) >= MAX_LINE:
            text = json.dumps({**line, "data": {"left_out": "too long"}})
        # Halves of characters have no bytes, and would make the file unreadable.
        yield text.encode("utf-8", "replace").decode() + "\n"


class SessionFile:
    """What a session file says.

    Raises:
        UsageError: the file at ``path`` is none, is of a newer version, or has a line that is wrong.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        lines = _lines_of(path)
        self.header = self._header(next(lines, ""))
        self.notes: tuple[Noted, ...] = tuple(
            sorted(self._notes(lines), key=lambda noted: noted.at)  # stable: what came together stays so
        )

    @property
    def clock(self) -> float:
        """What the session's clock showed at the beginning."""
        return self.header.clock

    def _header(self, text: str) -> Header:
        try:
            version = json.loads(text).get("version")
            if json.loads(text).get("format") != FORMAT:
                raise ValueError("another format")
        except (ValueError, AttributeError, RecursionError):
            raise UsageError(
                f"“{self.path.name}” is no session file.",
                hint="Give one that the inspector or “probe --events” has written.",
            ) from None
        if isinstance(version, int) and version > VERSION:
            raise UsageError(
                f"“{self.path.name}” was written by a newer Persona Viewer.", hint="Update this one."
            )
        return self._read(Header, text, 1)

    def _notes(self, lines: Iterable[str]) -> Iterator[Noted]:
        for number, text in enumerate(lines, 2):
            if text.strip():
                line = self._read(Line, text, number)
                yield Noted(line.at + self.header.clock, line.side, line.kind, line.data, len(text))

    def _read(self, model: type[_Read], text: str, number: int) -> _Read:
        try:
            return model.model_validate_json(text)
        except (ValidationError, RecursionError):
            raise UsageError(
                f"Line {number} of “{self.path.name}” is not as a session file has it.",
                hint="It may have been changed or cut; take the file as it was written.",
            ) from None


def save(notes: Iterable[Noted], path: Path, addresses: Addresses, began: datetime) -> None:
    """Write ``notes`` to ``path``: all of them, or nothing is there and what was there stays. Blocks.

    Args:
        began: the time of day at the first.

    Raises:
        UsageError: it cannot be written there.
    """
    writer = LineWriter(addresses)
    write_whole(path, (line for noted in notes for line in writer.lines(noted, began)))


def write_whole(path: Path, texts: Iterable[str]) -> None:
    """Write ``texts`` to ``path``: all of them, or nothing is there and what was there stays. Blocks.

    Raises:
        UsageError: they cannot be written there.
    """
    try:
        with written(path) as file:
            file.writelines(texts)
    except OSError as error:
        why = (error.strerror or "it cannot be written").lower()
        raise UsageError(
            f"The session could not be saved as “{path.name}”: {why}.", hint="Choose another place or name."
        ) from None


def _lines_of(path: Path) -> Iterator[str]:
    """Whole lines: the last may have been cut off by the end of whoever wrote it."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"“{path.name}” is too large for a session file.", hint="Give another file.")
        with path.open("rb") as file:
            for number, line in enumerate(file):
                if number >= MAX_LINES or len(line) > MAX_LINE:
                    raise UsageError(f"“{path.name}” is too long.", hint="Give another file.")
                if line.endswith(b"\n"):
                    yield line.decode("utf-8", "replace")
    except OSError as error:
        raise UsageError(f"“{path.name}” cannot be read: {error.strerror}.", hint="Check the path.") from None
