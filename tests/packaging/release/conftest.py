"""Packages, built once for all tests of them that take long."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from release import archive, bundle, debian
from viewer.programs import SERVERS


@dataclass(frozen=True)
class Packages:
    """What is tried."""

    bundle: Path
    deb: Path
    tar: Path


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """All of them, of this very checkout; this takes minutes."""
    folder = tmp_path_factory.mktemp("packages")
    built = bundle.build(folder / "persona-viewer")
    return Packages(built, debian.build(built, folder, "none"), archive.build(built, folder, preset=0))


@pytest.fixture(scope="session")
def engine_deb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of engine and broker; this takes minutes, too."""
    folder = tmp_path_factory.mktemp("engine")
    return debian.build(bundle.build(folder / SERVERS), folder, "none")
