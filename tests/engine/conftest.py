"""An engine in a process of its own, and the parts that are costly to load."""

from collections.abc import Iterator

import pytest

from tests.processes import Server, start_engine
from viewer.engine.portrait import Portrait, load_portrait
from viewer.engine.voice import Voice

API_KEY = "key-of-the-engine-tests"


@pytest.fixture(scope="session")
def engine() -> Iterator[Server]:
    server = start_engine(API_KEY)
    yield server
    assert server.stop() == 0


@pytest.fixture(scope="session")
def voice() -> Iterator[Voice]:
    voice = Voice()
    yield voice
    voice.close()


@pytest.fixture(scope="session")
def portrait() -> Portrait:
    return load_portrait()
