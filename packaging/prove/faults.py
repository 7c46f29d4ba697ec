"""The faults there are to plant, from the tables in ``faults/``: one a room of the program."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).with_name("faults")


class Unplantable(Exception):
    """A fault does not fit the code any more. The text says why."""


@dataclass(frozen=True, slots=True)
class Fault:
    """``old``, which stands in ``file`` once, gives way to ``new``. It names no test: the tests are found."""

    name: str
    room: str
    file: str
    old: str
    new: str

    @property
    def module(self) -> str:
        """What ``file`` is imported as."""
        parts = Path(self.file).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def planted_in(self, code: str) -> str:
        """``code`` with the fault in it.

        Raises:
            Unplantable: ``old`` does not stand there once, or it is no Python afterwards.
        """
        if (times := code.count(self.old)) != 1:
            raise Unplantable(f"{self.name}: its text stands {times} times in {self.file}")
        faulty = code.replace(self.old, self.new)
        try:
            compile(faulty, self.file, "exec", dont_inherit=True)
        except SyntaxError as error:
            raise Unplantable(f"{self.name}: {self.file} would be no Python: {error}") from None
        return faulty


def load(folder: Path = FOLDER) -> list[Fault]:
    """All faults, by room."""
    faults = []
    for table in sorted(folder.glob("*.toml")):
        for entry in tomllib.loads(table.read_text("utf-8"))["fault"]:
            faults.append(Fault(room=table.stem, **entry))
    return faults


def chosen(faults: Sequence[Fault], names: Sequence[str], rooms: Sequence[str]) -> list[Fault]:
    """Those in ``rooms`` and those whose name has one of ``names`` in it; all if neither is given.

    Raises:
        Unplantable: one of them chooses nothing.
    """
    if not names and not rooms:
        return list(faults)
    for name in names:
        if not any(name in fault.name for fault in faults):
            raise Unplantable(f"No fault has “{name}” in its name.")
    for room in rooms:
        if not any(room == fault.room for fault in faults):
            raise Unplantable(f"There is no room “{room}”: {', '.join(sorted({f.room for f in faults}))}.")
    return [f for f in faults if f.room in rooms or any(name in f.name for name in names)]
