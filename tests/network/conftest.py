"""One network a test; skipped where there can be none."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.network.coturn import Coturn
from tests.network.network import Network, why_impossible


@pytest.fixture(scope="session")
def namespaces() -> None:
    """Skip where namespaces are not to be had."""
    if reason := why_impossible():
        pytest.skip(reason)


@pytest.fixture
def network(namespaces: None) -> Iterator[Network]:
    network = Network()
    yield network
    network.close()


@pytest.fixture
def coturn(network: Network, tmp_path: Path) -> Iterator[Coturn]:
    """A TURN server on the relay's host."""
    if not shutil.which("turnserver"):
        pytest.skip("coturn is not installed")
    coturn = Coturn(tmp_path, network.address("relay"), prefix=network.command("relay", []))
    yield coturn
    coturn.stop()
