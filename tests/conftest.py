"""Fixtures that several folders use."""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.network.coturn import Coturn
from tests.sound_system import SoundSystem

# How fast a shared machine is at the moment says nothing about the code.
settings.register_profile("no-time-limits", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no-time-limits")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long the tests that can be long are."""
    parser.addoption("--soak-rounds", type=int, default=15, help="sessions in the soak test; 200 for all")
    parser.addoption("--chaos-at-length", action="store_true", help="also the faults that last for long")


@pytest.fixture(scope="session")
def sound_system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundSystem]:
    """A sound server of the tests' own, with one loudspeaker and one microphone that are wires."""
    system = SoundSystem(tmp_path_factory.mktemp("sound"))
    yield system
    system.close()


@pytest.fixture(scope="session")
def coturn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coturn]:
    """A STUN and TURN server on loopback."""
    if not shutil.which("turnserver"):
        pytest.skip("coturn is not installed")
    with socket.socket() as plain, socket.socket() as tls:
        for each in (plain, tls):
            each.bind(("127.0.0.1", 0))
        ports = plain.getsockname()[1], tls.getsockname()[1]
    coturn = Coturn(tmp_path_factory.mktemp("coturn"), "127.0.0.1", ports)
    yield coturn
    coturn.stop()


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings of whoever runs it."""
    monkeypatch.setenv("PERSONA_VIEWER_CONFIG_DIR", str(tmp_path / "config"))
