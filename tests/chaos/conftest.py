"""Shows at the end of a run what became of each fault."""

import pytest

from tests.chaos.outcome import Outcome, table

_outcomes = pytest.StashKey[list[Outcome]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_outcomes] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if outcomes := config.stash.get(_outcomes, []):
        terminalreporter.section("what became of each fault")
        terminalreporter.write_line(table(outcomes))


@pytest.fixture
def outcomes(request: pytest.FixtureRequest) -> list[Outcome]:
    """Where a test puts what it saw."""
    return request.config.stash.setdefault(_outcomes, [])
