"""Fixtures that several folders use."""

import asyncio
import gc
import itertools
import shutil
import socket
from collections.abc import Generator, Iterator, Mapping

import pytest
from hypothesis import HealthCheck, settings

from tests.network.coturn import Coturn
from tests.processes import Server, start_broker, start_engine
from tests.sound_system import SoundSystem
from tests.timing.repetition import Repetition
from tests.timing.virtual_time import VirtualTimeLoop

# How fast a shared machine is at the moment says nothing about the code. A mistake in what these tests guard
# shows within a few examples, and every run draws new ones: so ``dev.py test`` draws few of them each time,
# and only ``dev.py test --all``, which may take long, draws many.
settings.register_profile(
    "quick", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=12
)
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=100)
settings.load_profile("quick")

_NUMBERS = itertools.count()


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long the tests that can be long are."""
    parser.addoption("--soak-rounds", type=int, default=15, help="sessions in the soak test; 200 for all")
    parser.addoption(
        "--never-again", action="store_true", help="do not repeat a test that time was stolen from"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Repeat wire tests that the machine took time from.

    Nobody gets an event loop by asking for the present one where none runs: it would never be closed.
    """
    asyncio.set_event_loop(None)
    if not config.getoption("never_again"):
        config.pluginmanager.register(Repetition(), "repetition")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for garbage among what tests make only: in all that is loaded before, it takes long each time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_asyncio_loop_factories(item: pytest.Item) -> Mapping[str, type[asyncio.AbstractEventLoop]]:
    """Tests marked ``virtual_time`` wait for no clock."""
    if item.get_closest_marker("virtual_time"):
        return {"virtual": VirtualTimeLoop}
    return {"real": asyncio.SelectorEventLoop}


@pytest.fixture(scope="session")
def engine() -> Iterator[Server]:
    """The one engine of all tests that do not end it. It notices speech and does not understand it."""
    yield from _until_stopped(start_engine())


@pytest.fixture(scope="session")
def broker(engine: Server) -> Iterator[Server]:
    """The one broker, in front of that engine."""
    yield from _until_stopped(start_broker(engine.url))


@pytest.fixture(scope="session")
def hearing_engine() -> Iterator[Server]:
    """An engine that understands speech: only for tests in which something is said aloud."""
    yield from _until_stopped(start_engine(hearing=True))


@pytest.fixture(scope="session")
def hearing_broker(hearing_engine: Server) -> Iterator[Server]:
    """A broker in front of the engine that understands speech."""
    yield from _until_stopped(start_broker(hearing_engine.url))


def _until_stopped(server: Server) -> Iterator[Server]:
    """``server`` for the fixture's time; it has to end well."""
    yield server
    assert server.stop() == 0


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
def no_settings_of_this_machine(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test reads or writes the settings of whoever runs it.

    The folder is a test's own, and there once somebody writes into it: making and deleting one for each test
    takes as long as many of them.
    """
    folder = tmp_path_factory.getbasetemp() / f"settings-{next(_NUMBERS)}"
    monkeypatch.setenv("PERSONA_VIEWER_CONFIG_DIR", str(folder))
