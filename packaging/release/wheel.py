"""Wheel and sdist, as pip, pipx and uv take them."""

import os
import subprocess
import sys
from pathlib import Path

from release.places import DIST, NAME, ROOT, VERSION, source_date


def build(to: Path = DIST) -> tuple[Path, Path]:
    """Make both in the folder ``to``; takes seconds. Returns the files.

    Raises:
        subprocess.CalledProcessError: hatchling failed.
    """
    to.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(to)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(source_date())}
    subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    stem = f"{NAME.replace('-', '_')}-{VERSION}"
    return to / f"{stem}-py3-none-any.whl", to / f"{stem}.tar.gz"
