"""A copy of the working tree to plant faults in."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prove.faults import Fault


class Scratch:
    """The copy at ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def environment(self) -> dict[str, str]:
        """In which Python finds the copy's program, and pytest has a place of its own, wherever they start.

        Two pytests in one place may sweep up the same leftovers, and one of them fails.
        """
        return os.environ | {"PYTHONPATH": str(self.root), "PYTEST_DEBUG_TEMPROOT": str(self.root.parent)}

    @contextmanager
    def planted(self, fault: Fault) -> Iterator[None]:
        """``fault`` is there as long as the context lasts.

        Raises:
            Unplantable: it does not fit.
        """
        file = self.root / fault.file
        code = file.read_text("utf-8")
        faulty = fault.planted_in(code)
        try:
            self._write(file, faulty)
            yield
        finally:
            self._write(file, code)

    def check(self) -> None:
        """The program is that of the copy, also from elsewhere."""
        command = [sys.executable, "-c", "import viewer; print(viewer.__file__)"]
        where = subprocess.run(
            command, cwd=self.root.parent, env=self.environment, check=True, capture_output=True, text=True
        )
        assert Path(where.stdout.strip()).is_relative_to(self.root), where.stdout

    def _write(self, file: Path, code: str) -> None:
        file.write_text(code, "utf-8")
        # Python tells what it compiled before by size and whole seconds; both may be the same.
        for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
            compiled.unlink()


@contextmanager
def scratch(tree: Path) -> Iterator[Scratch]:
    """A copy of the files of the git work tree ``tree``, without those that git ignores."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=tree, check=True, capture_output=True, text=True).stdout
    with tempfile.TemporaryDirectory(prefix="prove-", ignore_cleanup_errors=True) as folder:
        root = Path(folder).resolve() / "tree"
        for name in sorted(set(filter(None, names.split("\0")))):
            if (source := tree / name).is_file():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, root / name)
        yield Scratch(root)
