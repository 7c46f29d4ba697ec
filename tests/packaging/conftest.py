"""Wheel and sdist of the checkout, built once for all tests of them."""

import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel made of the checkout, an sdist, and in ``again`` a wheel made of that."""
    folder = tmp_path_factory.mktemp("built")
    hatchling = [sys.executable, "-m", "hatchling", "build", "-d"]
    subprocess.run([*hatchling, str(folder)], check=True, cwd=ROOT)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    unpacked = folder / sdist.name.removesuffix(".tar.gz")
    subprocess.run([*hatchling, str(folder / "again"), "-t", "wheel"], check=True, cwd=unpacked)
    return folder


def wheel_in(folder: Path) -> Path:
    """The one wheel in ``folder``."""
    (wheel,) = folder.glob("persona_viewer-*.whl")
    return wheel
