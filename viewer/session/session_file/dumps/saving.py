"""Sessions as files of other programs, written."""

from pathlib import Path
from typing import Final, Literal, TypeAlias

from viewer.session.session_file.dumps import internals, rtcstats
from viewer.session.session_file.dumps.trace import Recorded, masked, traced
from viewer.session.session_file.lines import SessionFile, write_whole

DumpForm: TypeAlias = Literal["webrtc-internals", "rtcstats"]

DUMP_SUFFIXES: Final[dict[DumpForm, str]] = {"webrtc-internals": "json", "rtcstats": "jsonl"}


def save_dump(recorded: Recorded, path: Path, form: DumpForm) -> None:
    """Write what was recorded to ``path``: all, or nothing is there and what was there stays. Blocks.

    Raises:
        UsageError: it cannot be written there.
    """
    trace = traced(recorded)
    write_whole(path, (internals.text(trace),) if form == "webrtc-internals" else rtcstats.lines(trace))


def recorded_in(file: SessionFile, *, addresses: bool = False) -> Recorded:
    """What ``file`` says, its addresses masked if they are not yet, or with ``addresses`` as it has them."""
    as_it_is = addresses or file.header.addresses == "masked"
    notes = file.notes if as_it_is else masked(file.notes)
    return Recorded(notes, file.header.began, file.clock, file.header.viewer)
