"""The whole product on loopback: engine and broker as processes of their own."""

from collections.abc import Iterator

import pytest

from tests.processes import Server, start_broker, start_engine

API_KEY = "key-of-the-end-to-end-tests"


@pytest.fixture(scope="session")
def engine() -> Iterator[Server]:
    server = start_engine(API_KEY)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def broker(engine: Server) -> Iterator[Server]:
    server = start_broker(engine.url, API_KEY)
    yield server
    server.stop()
